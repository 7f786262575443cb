//! How this portal is set up: the only reader of the environment, by way of the command line's options.

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use crate::seal::{InvalidKeys, Keys};
use crate::state::AT_ONCE;

/// Where the demo city listens and a new installation may begin.
const LISTEN: &str = "127.0.0.1:8080";
/// Below the folder in which the command was started.
const FOLDER: &str = "var";

/// What every command that touches the city's data has to know.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Use the demo city: invented institutions, a code page instead of text messages, keys that everybody knows
    #[arg(long, env = "PORTAL_DEMO")]
    pub demo: bool,

    /// Folder for the database file and the search index
    #[arg(long, env = "PORTAL_FOLDER", default_value = FOLDER)]
    pub folder: PathBuf,

    /// `sqlite:PATH` or `postgres://…`; a file in the folder if left out
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database: Option<String>,

    /// How many connections may read at once
    #[arg(long, env = "PORTAL_READERS", default_value_t = 8)]
    pub readers: u32,

    /// What seals personal data and sessions, as `portal keys` prints it
    #[arg(long, env = "PORTAL_KEYS", hide_env_values = true)]
    pub keys: Option<String>,
}

/// What only the web server has to know.
#[derive(Args, Clone, Debug)]
pub struct Listening {
    /// Address and port to listen on
    #[arg(long, env = "PORTAL_LISTEN", default_value = LISTEN)]
    pub listen: SocketAddr,

    /// The address that people type, such as <https://training.example>; if left out, any name that reaches the server
    #[arg(long, env = "PORTAL_ORIGIN")]
    pub origin: Option<String>,

    /// How many proxies of one's own stand before the portal; each adds its visitor's address to X-Forwarded-For
    #[arg(long, env = "PORTAL_PROXIES", default_value_t = 0)]
    pub proxies: usize,

    /// How many requests to work on at once; more are turned away for a moment
    #[arg(long, env = "PORTAL_AT_ONCE", default_value_t = AT_ONCE)]
    pub at_once: NonZeroUsize,

    /// Write the log as JSON, one object a line
    #[arg(long, env = "PORTAL_LOG_JSON")]
    pub log_json: bool,
}

impl Config {
    /// Returns the folder of this installation; the demo city keeps to one of its own.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        if self.demo {
            self.folder.join("demo")
        } else {
            self.folder.clone()
        }
    }

    /// Returns the database's address.
    #[must_use]
    pub fn database(&self) -> String {
        self.database
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", self.folder().join("portal.db").display()))
    }

    /// Returns the keys: everybody's in the demo city, else those that were told.
    ///
    /// # Errors
    /// If none were told, or they can't be read, or they are the demo's.
    pub fn keys(&self) -> Result<Keys, InvalidKeys> {
        match &self.keys {
            Some(text) => Keys::from_text(text),
            None if self.demo => Ok(Keys::demo()),
            None => Err(InvalidKeys),
        }
    }

    /// Returns the folder of the search index.
    #[must_use]
    pub fn index_folder(&self) -> PathBuf {
        self.folder().join("index")
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        config: Config,
    }

    #[test]
    fn the_demo_city_never_touches_the_real_one_s_files() {
        let demo = Line::parse_from(["portal", "--demo", "--folder", "city"]).config;
        let real = Line::parse_from(["portal", "--folder", "city"]).config;
        assert_eq!(demo.folder(), PathBuf::from("city/demo"));
        assert_ne!(demo.index_folder(), real.index_folder());
    }
}
