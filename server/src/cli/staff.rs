//! `portal staff`: makes, lists and closes the accounts of the offices' staff.

use std::io::{IsTerminal, Read};

use app::backend::Role;
use policy::Coded;
use zeroize::Zeroizing;

use super::{Failure, serve};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Database;
use crate::staff::{self, AccountName, Password};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Make an account; its password is read from standard input, or made and printed once where that is a terminal or empty
    Add {
        /// The name by which they sign in
        name: AccountName,
        /// What they may do
        #[arg(long, value_parser = role)]
        role: Role,
    },
    /// List the accounts
    List,
    /// Close an account and end its sessions
    Disable {
        /// The name by which they sign in
        name: AccountName,
    },
}

fn role(word: &str) -> Result<Role, String> {
    let roles = Role::ALL.iter().map(|role| role.code());
    Role::from_code(word).ok_or_else(|| format!("one of {}", roles.collect::<Vec<_>>().join(", ")))
}

pub(crate) async fn run(options: Options) -> Result<(), Failure> {
    let Options { config, act } = options;
    let database = Database::connect(&config.database(), config.readers).await?;
    serve::refuse_pending(&database).await?;
    let outcome = match act {
        Act::Add { name, role } => add(&database, &name, role).await,
        Act::List => list(&database).await,
        Act::Disable { name } => disable(&database, &name).await,
    };
    database.close().await;
    outcome
}

async fn add(database: &Database, name: &AccountName, role: Role) -> Result<(), Failure> {
    let typed = typed_password()?;
    let password = match &typed {
        Some(password) => password.clone(),
        None => Password::generate(),
    };
    let now = Clock::machine().now();
    if !staff::add(database, name, role, password.clone(), now).await? {
        return Err(format!("there is an account {name} already; choose another name").into());
    }
    tell(&format!("{name} may sign in as {}", role.code()));
    if typed.is_none() {
        tell(&format!("password, shown this once: {}", password.expose()));
    }
    Ok(())
}

/// Returns the first line of standard input where something is piped into it.
fn typed_password() -> Result<Option<Password>, Failure> {
    let mut input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut text = Zeroizing::new(String::new());
    input.read_to_string(&mut text)?;
    match text.lines().next().filter(|line| !line.is_empty()) {
        Some(line) => Ok(Some(Password::chosen(line)?)),
        None => Ok(None),
    }
}

async fn list(database: &Database) -> Result<(), Failure> {
    for staff in database.staff().await? {
        let since = staff.created_at.in_shanghai().date_naive();
        let closed = staff.disabled_at.map_or_else(String::new, |at| {
            format!(", closed {}", at.in_shanghai().date_naive())
        });
        tell(&format!(
            "{}\t{}\tsince {since}{closed}",
            staff.name,
            staff.role.code()
        ));
    }
    Ok(())
}

async fn disable(database: &Database, name: &AccountName) -> Result<(), Failure> {
    if !staff::disable(database, name, Clock::machine().now()).await? {
        return Err(format!("there is no open account {name}; see `portal staff list`").into());
    }
    tell(&format!("{name} is closed and signed out everywhere"));
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "accounts are what this command is about"
)]
fn tell(line: &str) {
    println!("{line}");
}
