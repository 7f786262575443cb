//! Rehearses a changed register: draws synthetic residents, decides about each under the register that holds and under
//! the changed one, and counts who gains, who loses and what it costs. Nobody's records are read.
//!
//! Each resident is drawn from their own number and counted by sums alone, so that neither the number of threads nor
//! their pace changes the outcome. Memory does not grow with the number of residents.

mod ground;
mod life;
mod progress;
mod proposal;
mod resident;
mod runs;
mod tally;
mod wish;

use std::num::NonZero;
use std::thread;

use app::backend::{Example, Rehearsal};
use chrono::NaiveDate;
use policy::{Assessment, Published, Readings, assess};

pub use self::ground::{Barren, Ground, Tier};
pub use self::progress::Progress;
pub use self::proposal::{Proposal, TopUp};
pub use self::resident::{Population, Resident};
pub use self::runs::{Busy, NoOutcome, Run, Runs};
use self::tally::{Decided, Tally};
use self::wish::designated;
use crate::shelf::Stock;

/// Residents that a thread takes at once.
const AT_ONCE: u64 = 4_096;
/// Examples that are told of those who gain, and of those who lose.
const MOST_EXAMPLES: usize = 4;
/// Sums stay far below the edge of `i64` with so many.
pub const MOST_PEOPLE: u64 = 100_000_000;

/// How a rehearsal is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// How many residents are drawn, at most [`MOST_PEOPLE`].
    pub people: u64,
    /// The number from which they are drawn.
    pub seed: u64,
    /// The day on which they ask.
    pub on: NaiveDate,
    /// How many threads work on it.
    pub threads: NonZero<usize>,
}

/// Returns what a proposal would mean.
///
/// `progress` counts on while it works, on this thread and others; it takes seconds for a million residents.
///
/// # Errors
/// [`Barren`] where there is nothing to draw residents from.
pub fn rehearse(
    stock: &Stock,
    proposal: &Proposal,
    order: &Order,
    progress: &Progress,
) -> Result<Rehearsal, Barren> {
    let ground = Ground::of(stock, order.on)?;
    let population = Population {
        ground: &ground,
        readings: &proposal.before,
        on: order.on,
        seed: order.seed,
    };
    let mut tally = Tally::default();
    thread::scope(|scope| {
        let work = || counted(&population, proposal, order.people, progress);
        let threads: Vec<_> = (0..order.threads.get())
            .map(|_| scope.spawn(work))
            .collect();
        for thread in threads {
            tally.merge(thread.join().expect("counting does not panic"));
        }
    });
    Ok(told(stock, &population, proposal, order, &tally))
}

/// Counts parts of the population for as long as there are any that no thread has taken.
fn counted(
    population: &Population<'_>,
    proposal: &Proposal,
    people: u64,
    progress: &Progress,
) -> Tally {
    let mut tally = Tally::default();
    while let Some(first) = progress.take(AT_ONCE, people) {
        let end = people.min(first + AT_ONCE);
        for number in first..end {
            let resident = population.resident(number);
            let [before, after] = decided(population, proposal, &resident);
            let decided = Decided {
                resident: &resident,
                before: &before,
                after: &after,
            };
            tally.count(number, population.on, &decided);
        }
        progress.finish(end - first);
    }
    tally
}

/// Returns what is decided before and after the change.
fn decided(
    population: &Population<'_>,
    proposal: &Proposal,
    resident: &Resident,
) -> [Assessment; 2] {
    let decide = |readings: &Readings, top_ups: &[TopUp]| {
        let course = &resident.course;
        let skill = course.occupation.zip(course.level);
        let designated = designated(course);
        let published = Published {
            readings,
            listing: skill.map_or_else(Default::default, |(occupation, level)| {
                population
                    .ground
                    .listing(occupation, level, course.start, top_ups)
            }),
            designations: resident.held.designations(&designated),
            base: Some(resident.held.base()),
        };
        assess(&resident.facts, Some(course), &published, population.on)
    };
    [
        decide(&proposal.before, &[]),
        decide(&proposal.after, &proposal.top_ups),
    ]
}

fn told(
    stock: &Stock,
    population: &Population<'_>,
    proposal: &Proposal,
    order: &Order,
    tally: &Tally,
) -> Rehearsal {
    let examples = [true, false].into_iter().flat_map(|gains| {
        let numbers = tally.examples(gains, MOST_EXAMPLES);
        numbers
            .into_iter()
            .filter_map(move |number| example(population, proposal, number, gains))
    });
    let name = |code: &str| {
        let district = stock
            .districts
            .iter()
            .find(|district| district.code == code);
        district.map_or_else(|| code.to_owned(), |district| district.name.clone())
    };
    Rehearsal {
        people: order.people,
        seed: order.seed,
        on: order.on,
        changes: proposal.changes.clone(),
        all: tally.all(),
        programmes: tally.programmes(),
        districts: tally
            .districts()
            .into_iter()
            .filter_map(|(district, effect)| {
                let code = district?.to_string();
                Some((code.clone(), name(&code), effect))
            })
            .collect(),
        groups: tally.groups(),
        ages: tally.ages(),
        open: tally.open(),
        examples: examples.collect(),
    }
}

/// Draws a resident once more, to tell of them.
fn example(
    population: &Population<'_>,
    proposal: &Proposal,
    number: u64,
    gains: bool,
) -> Option<Example> {
    let resident = population.resident(number);
    let [before, after] = decided(population, proposal, &resident);
    Some(Example {
        number,
        gains,
        before: before.course?,
        after: after.course?,
        facts: resident.facts,
        course: resident.course,
    })
}
