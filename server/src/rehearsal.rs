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

use app::backend::{Effect, Example, Rehearsal};
use chrono::{Days, NaiveDate};
use policy::{Assessment, District, Listing, Published, Readings, assess};

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
/// Courses are wanted for the next year: what is proposed for later finds nobody.
const WITHIN_DAYS: u64 = 365;
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
    let last_day = order.on + Days::new(WITHIN_DAYS);
    let comparison = Comparison {
        population: Population {
            ground: &ground,
            readings: &proposal.before,
            on: order.on,
            seed: order.seed,
        },
        proposal,
        open_on: proposal.holds_from().clamp(order.on, last_day),
    };
    let mut tally = Tally::default();
    thread::scope(|scope| {
        let work = || comparison.counted(order.people, progress);
        let threads: Vec<_> = (0..order.threads.get())
            .map(|_| scope.spawn(work))
            .collect();
        for thread in threads {
            tally.merge(thread.join().expect("counting does not panic"));
        }
    });
    Ok(comparison.told(stock, order, &tally))
}

/// A population decided under two registers.
struct Comparison<'a> {
    population: Population<'a>,
    proposal: &'a Proposal,
    /// The day on which is asked who could apply at all: the first on which everything that is proposed holds.
    open_on: NaiveDate,
}

impl Comparison<'_> {
    /// Counts parts of the population for as long as there are any that no thread has taken.
    fn counted(&self, people: u64, progress: &Progress) -> Tally {
        let mut tally = Tally::default();
        while let Some(first) = progress.take(AT_ONCE, people) {
            let end = people.min(first + AT_ONCE);
            for number in first..end {
                let resident = self.population.resident(number);
                let [before, after] = self.decided(&resident);
                let decided = Decided {
                    resident: &resident,
                    before: &before,
                    after: &after,
                };
                tally.count(number, self.population.on, &decided);
            }
            progress.finish(end - first);
        }
        tally
    }

    /// Returns what is decided before and after the change.
    fn decided(&self, resident: &Resident) -> [Assessment; 2] {
        let course = &resident.course;
        let designated = designated(course);
        let decide = |readings: &Readings, top_ups: &[TopUp]| {
            let skill = course.occupation.zip(course.level);
            let listing = skill.map_or_else(Listing::default, |(occupation, level)| {
                let ground = self.population.ground;
                ground.listing(occupation, level, course.start, top_ups)
            });
            let published = Published {
                readings,
                listing,
                designations: resident.held.designations(&designated),
                base: Some(resident.held.base()),
            };
            assess(&resident.facts, Some(course), &published, self.open_on)
        };
        [
            decide(&self.proposal.before, &[]),
            decide(&self.proposal.after, &self.proposal.top_ups),
        ]
    }

    fn told(&self, stock: &Stock, order: &Order, tally: &Tally) -> Rehearsal {
        let examples = [true, false].into_iter().flat_map(|gains| {
            let numbers = tally.examples(gains, MOST_EXAMPLES);
            let told = move |number| self.example(number, gains);
            numbers.into_iter().filter_map(told)
        });
        let named = |(district, effect): (Option<District>, Effect)| {
            let code = district?.to_string();
            let known = stock.districts.iter().find(|known| known.code == code);
            let name = known.map_or_else(|| code.clone(), |known| known.name.clone());
            Some((code, name, effect))
        };
        Rehearsal {
            people: order.people,
            seed: order.seed,
            on: order.on,
            changes: self.proposal.changes.clone(),
            all: tally.all(),
            programmes: tally.programmes(),
            districts: tally.districts().into_iter().filter_map(named).collect(),
            groups: tally.groups(),
            ages: tally.ages(),
            open: tally.open(),
            open_on: self.open_on,
            examples: examples.collect(),
        }
    }

    /// Draws a resident once more, to tell of them.
    fn example(&self, number: u64, gains: bool) -> Option<Example> {
        let resident = self.population.resident(number);
        let [before, after] = self.decided(&resident);
        Some(Example {
            number,
            gains,
            before: before.course?,
            after: after.course?,
            facts: resident.facts,
            course: resident.course,
        })
    }
}
