//! Eight quarters of invented supply and demand for each occupation of the catalogue and each district: small counts in
//! small counties, shortage where the catalogue says so, seasons, and a slow swing.

use chrono::{Datelike, NaiveDate};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::data::Ground;
use super::sheet::Sheet;

const HEADER: [&str; 7] = [
    "period",
    "area",
    "occupation",
    "demand",
    "supply",
    "source",
    "sample",
];
const QUARTERS: i32 = 8;
const CITY: &str = "210200";

/// The districts, and how many of a thousand openings of the city are theirs.
const DISTRICTS: [(&str, u32); 10] = [
    ("210202", 120),
    ("210203", 90),
    ("210204", 150),
    ("210211", 260),
    ("210212", 50),
    ("210213", 200),
    ("210214", 50),
    ("210224", 5),
    ("210281", 45),
    ("210283", 30),
];

/// Demand in each quarter of a year, in percent of the mean.
const SEASON_PERCENT: [f64; 4] = [116.0, 101.0, 96.0, 87.0];
/// In how many quarters an occupation's ratio swings up and down again.
const SWING_QUARTERS: i32 = 16;

/// A quarter, counted from the beginning of the year 0.
#[derive(Debug, Clone, Copy)]
struct Quarter(i32);

impl Quarter {
    fn last_complete_before(today: NaiveDate) -> Self {
        let quarter = i32::try_from(today.month0() / 3).expect("a year has four quarters");
        Self(today.year() * 4 + quarter - 1)
    }

    fn period(self) -> String {
        format!("{}-Q{}", self.0.div_euclid(4), self.season() + 1)
    }

    fn season(self) -> usize {
        usize::try_from(self.0.rem_euclid(4)).expect("a remainder of four is small")
    }
}

/// Openings, and people who seek one.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    demand: i64,
    supply: i64,
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.demand += other.demand;
        self.supply += other.supply;
    }
}

/// Returns the figures of the last eight complete quarters before `today`.
pub(super) fn figures(ground: &Ground, seed: u64, today: NaiveDate) -> Vec<u8> {
    let mut sheet = Sheet::with_header(&HEADER);
    let last = Quarter::last_complete_before(today);
    for (number, occupation) in ground.catalogue_occupations().into_iter().enumerate() {
        let trade = Trade::of(ground, occupation, seed, number);
        for quarter in (last.0 - QUARTERS + 1..=last.0).map(Quarter) {
            let mut city = Count::default();
            for (place, (district, share)) in DISTRICTS.iter().enumerate() {
                let count = trade.count(quarter, place, *share);
                city += count;
                sheet.write(&trade.cells(quarter, district, count));
            }
            sheet.write(&trade.cells(quarter, CITY, city));
        }
    }
    sheet.finish()
}

/// How an occupation stands in the invented market.
struct Trade<'a> {
    occupation: &'a str,
    seed: u64,
    number: u64,
    /// Openings in the city in a quarter.
    openings: f64,
    /// Openings for each person who seeks one.
    ratio: f64,
    /// Where in its swing the occupation stood in the year 0.
    phase: i32,
}

impl<'a> Trade<'a> {
    fn of(ground: &Ground, occupation: &'a str, seed: u64, number: usize) -> Self {
        let number = number as u64 + 1;
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(number << 40);
        let tier = ground
            .catalogue
            .iter()
            .find(|entry| entry.occupation == occupation)
            .map(|entry| entry.shortage_tier.as_str());
        let ratio = match tier {
            Some("very") => random.random_range(1.7..2.4),
            Some("high") => random.random_range(1.35..1.8),
            Some("general") => random.random_range(1.1..1.4),
            _ => random.random_range(0.5..1.15),
        };
        // squared, so that few occupations are large
        let size: f64 = random.random_range(0.35..1.6);
        Self {
            occupation,
            seed,
            number,
            openings: 1200.0 * size * size,
            ratio,
            phase: random.random_range(0..SWING_QUARTERS),
        }
    }

    fn count(&self, quarter: Quarter, place: usize, share: u32) -> Count {
        let mut here = ChaCha8Rng::seed_from_u64(self.seed);
        here.set_stream((self.number << 40) + ((place as u64 + 1) << 20));
        let tilt: f64 = here.random_range(0.75..1.3);
        let mut now = here.clone();
        now.set_stream(
            (self.number << 40)
                + ((place as u64 + 1) << 20)
                + u64::from(quarter.0.unsigned_abs())
                + 1,
        );
        let openings = self.openings * f64::from(share) / 1000.0;
        let demand =
            openings * SEASON_PERCENT[quarter.season()] / 100.0 * now.random_range(0.88..1.12);
        let ratio = self.ratio * tilt * self.swing(quarter) * now.random_range(0.93..1.07);
        Count {
            demand: rounded(demand),
            supply: rounded(openings / ratio),
        }
    }

    fn cells(&self, quarter: Quarter, area: &str, count: Count) -> [String; 7] {
        [
            quarter.period(),
            area.to_owned(),
            self.occupation.to_owned(),
            count.demand.to_string(),
            count.supply.to_string(),
            "示例数据".to_owned(),
            "true".to_owned(),
        ]
    }

    /// Returns a factor between 0.85 and 1.15 that rises for eight quarters and falls for eight.
    fn swing(&self, quarter: Quarter) -> f64 {
        let at = (quarter.0 + self.phase).rem_euclid(SWING_QUARTERS);
        let from_trough = f64::from(at.min(SWING_QUARTERS - at)) / f64::from(SWING_QUARTERS / 2);
        0.85 + 0.3 * from_trough
    }
}

fn rounded(count: f64) -> i64 {
    count.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_complete_quarter_lies_before_today() {
        let period = |year, month, day| {
            Quarter::last_complete_before(NaiveDate::from_ymd_opt(year, month, day).unwrap())
                .period()
        };
        assert_eq!(period(2026, 11, 23), "2026-Q3");
        assert_eq!(period(2026, 12, 31), "2026-Q3");
        assert_eq!(period(2027, 1, 1), "2026-Q4");
        assert_eq!(period(2028, 2, 29), "2027-Q4");
    }
}
