//! Running other programs, and saying clearly which one failed.

use std::error::Error;
use std::process::{Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a step returns; its error is a text that names the remedy.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Runs a program whose words go straight to the person.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| missing(command, &error))?;
    judge(status, command)
}

/// Runs a program to its end or to the limit, whichever comes first.
pub(crate) fn run_within(limit: Duration, command: &mut Command) -> Outcome {
    let mut child = command.spawn().map_err(|error| missing(command, &error))?;
    let started = Instant::now();
    while started.elapsed() < limit {
        if let Some(status) = child.try_wait()? {
            return judge(status, command);
        }
        sleep(Duration::from_millis(200));
    }
    child.kill()?;
    child.wait()?;
    let seconds = limit.as_secs();
    Err(format!("`{}` had not ended after {seconds} s", line(command)).into())
}

/// Returns what a program prints; what it says besides is shown only when it fails.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let done = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| missing(command, &error))?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).trim_end().to_owned());
    }
    Err(format!(
        "`{}` ended with {}\n{}",
        line(command),
        done.status,
        String::from_utf8_lossy(&done.stderr).trim_end()
    )
    .into())
}

/// Tells whether a program can be started at all.
pub(crate) fn is_installed(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

fn judge(status: ExitStatus, command: &Command) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(format!("`{}` ended with {status}", line(command)).into())
}

fn missing(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    format!("`{program}` could not be started ({error}): install it or put it on the PATH")
}

fn line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for word in command.get_args() {
        line.push(' ');
        line.push_str(&word.to_string_lossy());
    }
    line
}
