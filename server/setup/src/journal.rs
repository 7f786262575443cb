//! What the person sees while waiting: one line a step with the time it took, and a table at the end.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "talking to the person at the terminal is this module's task"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::command::Outcome;

/// The steps taken so far, each with its time.
pub(crate) struct Journal {
    started: Instant,
    steps: Vec<(String, Duration)>,
}

impl Journal {
    /// Opens the journal: time counts from here.
    pub(crate) fn open() -> Self {
        Self {
            started: Instant::now(),
            steps: Vec::new(),
        }
    }

    /// Takes one step: says what begins, and how long it took or that it failed.
    pub(crate) fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        say(&format!("[{}] {name} …", clock(self.started.elapsed())));
        let began = Instant::now();
        let result = work();
        let took = began.elapsed();
        self.steps.push((name.to_owned(), took));
        match result {
            Ok(value) => {
                say(&format!(
                    "[{}] {name}: done in {}",
                    clock(self.started.elapsed()),
                    seconds(took)
                ));
                Ok(value)
            }
            Err(failure) => Err(format!("{name}: {failure}").into()),
        }
    }

    /// Prints each step with its seconds, and their sum.
    pub(crate) fn print_table(&self) {
        let mut table = String::from("\nseconds  step\n");
        for (name, took) in &self.steps {
            writeln!(table, "{:>7.1}  {name}", took.as_secs_f64())
                .expect("a string takes every write");
        }
        write!(
            table,
            "{:>7.1}  in all",
            self.started.elapsed().as_secs_f64()
        )
        .expect("a string takes every write");
        say(&table);
    }
}

/// Says one thing to the person.
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// Says why nothing goes on.
pub(crate) fn complain(text: &str) {
    eprintln!("{text}");
}

fn clock(elapsed: Duration) -> String {
    format!(
        "{:>2}:{:02}",
        elapsed.as_secs() / 60,
        elapsed.as_secs() % 60
    )
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
