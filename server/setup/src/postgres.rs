//! A PostgreSQL of our own for tests and benches: in a temporary folder, on a free port, gone afterwards.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{Outcome, output, run};
use crate::packages;

/// Where installations keep their programs; `*` stands for a version.
const USUAL_PLACES: [&str; 6] = [
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/latest/bin",
    "/usr/local/pgsql/bin",
];
/// PostgreSQL refuses to run as root; its packages make this user.
const USER: &str = "postgres";

/// An installation of PostgreSQL: the folder of its programs.
pub(crate) struct Installation {
    programs: PathBuf,
}

/// A running server, stopped when dropped.
pub(crate) struct Server {
    installation: Installation,
    folder: PathBuf,
    port: u16,
}

/// Returns an installation, bringing one where there is none.
pub(crate) fn find() -> Outcome<Installation> {
    if let Some(programs) = programs() {
        return Ok(Installation { programs });
    }
    packages::install(&["postgresql"])?;
    let programs = programs().ok_or("PostgreSQL is installed, but initdb is in none of the usual places: put its folder on the PATH")?;
    Ok(Installation { programs })
}

impl Installation {
    /// Starts a server that holds nothing yet.
    pub(crate) fn start(self) -> Outcome<Server> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let folder = std::env::temp_dir().join(format!("portal-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        if packages::is_root() {
            run(Command::new("chown").arg(USER).arg(&folder))?;
        }
        let server = Server {
            installation: self,
            folder,
            port,
        };
        server.make()?;
        Ok(server)
    }

    /// Returns a program of the installation, to be run as a user who isn't root.
    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        if !packages::is_root() {
            return Command::new(program);
        }
        let mut command = Command::new("runuser");
        command.args(["-u", USER, "--"]).arg(program);
        command
    }
}

impl Server {
    /// Returns the address under which tests make their databases.
    pub(crate) fn address(&self) -> String {
        format!("postgres://{USER}@127.0.0.1:{}/postgres", self.port)
    }

    fn make(&self) -> Outcome {
        let data = self.data();
        let mut make = self.installation.program("initdb");
        make.args([
            "--username",
            USER,
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C",
            "--no-sync",
            "--pgdata",
        ]);
        output(make.arg(&data).current_dir(&self.folder))?;
        // nothing here must survive a power cut, so nothing waits for the disk
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=300",
            self.port
        );
        let mut start = self.control("start");
        // its log stays in the folder: a pipe held open by the server would never end
        start
            .args(["-w", "-o", &options, "-l"])
            .arg(self.folder.join("log"))
            .stdout(Stdio::null());
        run(&mut start)
    }

    fn control(&self, verb: &str) -> Command {
        let mut control = self.installation.program("pg_ctl");
        control
            .current_dir(&self.folder)
            .arg(verb)
            .arg("-D")
            .arg(self.data());
        control
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // pg_ctl knows the server's process from its folder; where it never started there is nothing to stop
        let _ = output(self.control("stop").args(["-m", "immediate"]));
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn programs() -> Option<PathBuf> {
    if let Ok(initdb) = output(Command::new("sh").args(["-c", "command -v initdb"])) {
        return Path::new(&initdb).parent().map(Path::to_path_buf);
    }
    // the shell knows how to fill in the versions
    let places = output(Command::new("sh").arg("-c").arg(format!(
        "ls -d {} 2>/dev/null || true",
        USUAL_PLACES.join(" ")
    )))
    .ok()?;
    places
        .lines()
        .map(PathBuf::from)
        .rfind(|place| place.join("initdb").exists())
}
