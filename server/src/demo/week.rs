//! The weeks around today. What begins in a week follows from the seed and the week alone, so that the city moves on
//! with the calendar without changing what it said before.

use chrono::{Datelike, Days, NaiveDate};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// How many weeks the city shows before and after the present one.
const WEEKS_EACH_WAY: i64 = 26;

/// A week, by its Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Week {
    /// Its Monday.
    pub(super) monday: NaiveDate,
}

/// What is drawn in a week; each has random numbers of its own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Draw {
    Courses,
    Slots,
}

impl Week {
    /// Returns the weeks that the city shows on a day, from the oldest.
    pub(super) fn around(today: NaiveDate) -> impl Iterator<Item = Self> {
        let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
        (-WEEKS_EACH_WAY..=WEEKS_EACH_WAY).map(move |weeks| Self {
            monday: monday + chrono::Duration::weeks(weeks),
        })
    }

    /// Returns the week's random numbers for one purpose.
    pub(super) fn random(self, seed: u64, draw: Draw) -> ChaCha8Rng {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let days =
            u64::try_from(self.monday.num_days_from_ce()).expect("the city lies after the year 1");
        random.set_stream(days * 2 + draw as u64);
        random
    }
}
