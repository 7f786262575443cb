//! One line for each long step of a command, with the time it took.

use std::io::Write;
use std::time::Instant;

/// Runs a long step: says what begins, then how long it took and what came of it.
#[expect(clippy::print_stdout, reason = "progress is what a command prints")]
pub(crate) async fn step<T, E>(
    what: &str,
    work: impl Future<Output = Result<(T, String), E>>,
) -> Result<T, E> {
    print!("  {what} … ");
    // a line that is not flushed would appear only when the step is over
    let _ = std::io::stdout().flush();
    let start = Instant::now();
    match work.await {
        Ok((value, came_of_it)) => {
            println!("{came_of_it} ({:.1} s)", start.elapsed().as_secs_f64());
            Ok(value)
        }
        Err(fault) => {
            println!("failed");
            Err(fault)
        }
    }
}
