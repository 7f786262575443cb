//! The demo city on the command line: made before serving, or written to a folder as the files that it is made of.

use std::path::PathBuf;

use super::{Failure, progress};
use crate::clock::Clock;
use crate::db::Database;
use crate::demo::{Scale, Seeded, files, seed};

/// Which city is made.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct CityOptions {
    /// How large the demo city is
    #[arg(long, value_enum, default_value_t = Scale::City)]
    scale: Scale,

    /// The number from which the demo city is drawn; the same number, the same city
    #[arg(long, default_value_t = 2011)]
    seed: u64,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    city: CityOptions,

    /// Folder for the files, made if missing
    folder: PathBuf,
}

/// Makes the demo city or brings it around today, telling how many rows that took.
pub(crate) async fn make(
    database: &Database,
    clock: &Clock,
    city: CityOptions,
) -> Result<(), Failure> {
    progress::step("Furnishing the demo city", async {
        let came_of_it = match seed(database, clock, city.scale, city.seed).await? {
            Seeded::Current => "it is there and up to date".to_owned(),
            Seeded::Imported(rows) => format!("{rows} rows"),
        };
        Ok(((), came_of_it))
    })
    .await
}

/// Writes the files of the demo city, each as `portal import` reads it.
pub(crate) fn run(options: Options) -> Result<(), Failure> {
    let Options { city, folder } = options;
    std::fs::create_dir_all(&folder)?;
    for (number, file) in files(Clock::machine().today(), city.scale, city.seed)
        .into_iter()
        .enumerate()
    {
        let name = format!("{:02}-{}-{}", number + 1, file.kind.word(), file.name);
        std::fs::write(folder.join(name), file.bytes)?;
    }
    Ok(())
}
