//! Money in whole fen, and what a course would pay once certified.

use serde::{Deserialize, Serialize};

use crate::Coded;

/// An amount of money in fen, 1/100 yuan.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// Returns the amount of so many yuan.
    #[must_use]
    pub const fn from_yuan(yuan: i32) -> Self {
        Self(yuan as i64 * 100)
    }

    /// Returns `numerator / denominator` of the amount, half a fen rounded up; the edge of `i64` is kept.
    ///
    /// # Panics
    /// Where the denominator is zero.
    #[must_use]
    pub fn share(self, numerator: u64, denominator: u64) -> Self {
        let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
        let doubled = i128::from(self.0)
            .saturating_mul(numerator)
            .saturating_mul(2)
            .saturating_add(denominator);
        let rounded = doubled.div_euclid(denominator * 2);
        Self(i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX }))
    }
}

/// What would be paid once certified, each figure on its own; `None` where nothing of the kind is paid or the figure is not published.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Money {
    /// The training subsidy.
    pub training: Option<Fen>,
    /// The appraisal subsidy.
    pub appraisal: Option<Fen>,
    /// The practice subsidy.
    pub practice: Option<Fen>,
    /// To whom it is paid, where the policy says so.
    pub paid_to: Option<Payee>,
    /// What is not published, and why.
    pub notes: Vec<Note>,
}

/// Who receives a subsidy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Payee {
    /// The person trained.
    Person,
    /// The person's enterprise.
    Enterprise,
    /// The institution that trains.
    Institution,
}

impl Coded for Payee {
    const ALL: &'static [Self] = &[Self::Person, Self::Enterprise, Self::Institution];

    fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Enterprise => "enterprise",
            Self::Institution => "institution",
        }
    }
}

/// Why a figure is missing: the portal says so and never invents one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// No catalogue edition is known for the day.
    NoEdition,
    /// The occupation and level are not subsidised in the edition in force.
    NotSubsidised,
    /// The entry's training standard is not published.
    TrainingNotPublished,
    /// The entry's appraisal standard is not published.
    AppraisalNotPublished,
    /// The top-up of the entry's shortage tier is not published.
    TopUpNotPublished,
    /// The enterprise's share is set outside the policy and is not published.
    ShareNotPublished,
    /// The policy names no standard for entrepreneurship training.
    EntrepreneurshipNotPublished,
    /// Veterans are paid by their own policy (国发〔2010〕42号).
    OtherPolicy,
}

impl Coded for Note {
    const ALL: &'static [Self] = &[
        Self::NoEdition,
        Self::NotSubsidised,
        Self::TrainingNotPublished,
        Self::AppraisalNotPublished,
        Self::TopUpNotPublished,
        Self::ShareNotPublished,
        Self::EntrepreneurshipNotPublished,
        Self::OtherPolicy,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::NoEdition => "no_edition",
            Self::NotSubsidised => "not_subsidised",
            Self::TrainingNotPublished => "training_not_published",
            Self::AppraisalNotPublished => "appraisal_not_published",
            Self::TopUpNotPublished => "top_up_not_published",
            Self::ShareNotPublished => "share_not_published",
            Self::EntrepreneurshipNotPublished => "entrepreneurship_not_published",
            Self::OtherPolicy => "other_policy",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_fen_rounds_up() {
        assert_eq!(Fen(1).share(1, 2), Fen(1));
        assert_eq!(Fen(1).share(49, 100), Fen(0));
        assert_eq!(Fen(3).share(1, 2), Fen(2));
        assert_eq!(Fen(333).share(60, 100), Fen(200));
    }

    #[test]
    fn the_edge_is_kept() {
        assert_eq!(Fen(i64::MAX).share(3, 2), Fen(i64::MAX));
        assert_eq!(Fen(i64::MIN).share(3, 2), Fen(i64::MIN));
        assert_eq!(Fen(i64::MAX).share(u64::MAX, 1), Fen(i64::MAX));
    }
}
