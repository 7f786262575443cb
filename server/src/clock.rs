//! Owns the time: the only place that reads the machine's clock, and the only one that knows the city's time zone.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Seconds by which Asia/Shanghai is ahead of UTC; it has had no summer time since 1991.
const SHANGHAI_SECONDS: i32 = 8 * 3600;

/// An instant, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// This is also how both databases store it: one number, with the same order and precision everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Moment(i64);

impl Moment {
    /// Returns the instant `millis` milliseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Returns the milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Returns the instant as a wall clock in the city shows it.
    ///
    /// # Panics
    /// Beyond the year 262,000.
    #[must_use]
    pub fn in_shanghai(self) -> DateTime<FixedOffset> {
        let offset =
            FixedOffset::east_opt(SHANGHAI_SECONDS).expect("eight hours are a valid offset");
        DateTime::from_timestamp_millis(self.0)
            .expect("moments come from a clock of this age")
            .with_timezone(&offset)
    }

    /// Returns the civil date in the city.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.in_shanghai().date_naive()
    }

    /// Returns the instant as RFC 3339 with the city's offset, to the millisecond.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        self.in_shanghai()
            .to_rfc3339_opts(SecondsFormat::Millis, false)
    }
}

impl std::ops::Add<TimeDelta> for Moment {
    type Output = Self;

    fn add(self, delta: TimeDelta) -> Self {
        Self(self.0.saturating_add(delta.num_milliseconds()))
    }
}

impl std::ops::Sub<TimeDelta> for Moment {
    type Output = Self;

    fn sub(self, delta: TimeDelta) -> Self {
        Self(self.0.saturating_sub(delta.num_milliseconds()))
    }
}

impl std::ops::Sub for Moment {
    type Output = TimeDelta;

    fn sub(self, earlier: Self) -> TimeDelta {
        TimeDelta::milliseconds(self.0.saturating_sub(earlier.0))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_rfc3339())
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let told = DateTime::parse_from_rfc3339(&text).map_err(de::Error::custom)?;
        Ok(Self(told.timestamp_millis()))
    }
}

/// Where "now" comes from. Cloning is cheap; clones of a fixed clock share its hands.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    Machine,
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// Returns the machine's clock.
    #[must_use]
    pub fn machine() -> Self {
        Self(Source::Machine)
    }

    /// Returns a clock that stands at `moment` until it is advanced.
    #[must_use]
    pub fn fixed(moment: Moment) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(moment.as_millis()))))
    }

    /// Returns a clock that stands at noon of `day` in the city.
    ///
    /// # Panics
    /// If the day is beyond what a clock can show.
    #[must_use]
    pub fn noon(day: NaiveDate) -> Self {
        let offset =
            FixedOffset::east_opt(SHANGHAI_SECONDS).expect("eight hours are a valid offset");
        let noon = day
            .and_hms_opt(12, 0, 0)
            .expect("every day has a noon")
            .and_local_timezone(offset);
        Self::fixed(Moment(
            noon.single()
                .expect("a fixed offset has no gaps")
                .timestamp_millis(),
        ))
    }

    /// Moves a fixed clock on by `delta`; the machine's clock is not touched.
    pub fn advance(&self, delta: TimeDelta) {
        if let Source::Fixed(millis) = &self.0 {
            millis.fetch_add(delta.num_milliseconds(), Ordering::SeqCst);
        }
    }

    /// Returns the present instant.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the machine's clock"
    )]
    pub fn now(&self) -> Moment {
        match &self.0 {
            Source::Machine => Moment(Utc::now().timestamp_millis()),
            Source::Fixed(millis) => Moment(millis.load(Ordering::SeqCst)),
        }
    }

    /// Returns today's date in Asia/Shanghai.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_the_city() {
        let before = Moment::from_millis(1_798_732_799_999);
        assert_eq!(before.to_rfc3339(), "2026-12-31T23:59:59.999+08:00");
        assert_eq!(
            (before + TimeDelta::milliseconds(1)).date(),
            NaiveDate::from_ymd_opt(2027, 1, 1).unwrap()
        );
    }

    #[test]
    fn a_fixed_clock_moves_only_when_told() {
        let clock = Clock::noon(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        assert_eq!(clock.now().to_rfc3339(), "2026-11-23T12:00:00.000+08:00");
        clock.clone().advance(TimeDelta::hours(12));
        assert_eq!(
            clock.today(),
            NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
        );
    }
}
