//! The figures of the readings that hold on one day: what the rules compute with.

use crate::{Amendment, Chosen, ReadingId};

/// The figures of the readings that hold on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parameters {
    pub(crate) subsidies: u32,
    pub(crate) retirement_male: i32,
    pub(crate) retirement_female: i32,
    pub(crate) youngest: i32,
    pub(crate) once: u32,
    pub(crate) leavers_first: bool,
    pub(crate) certified_refused: bool,
    pub(crate) step_required: bool,
    pub(crate) fund_required: bool,
    pub(crate) practice_with_top_up: bool,
    pub(crate) in_house_designated: bool,
}

impl Parameters {
    /// The figures of the register without any amendment.
    pub(crate) const BUILT_IN: Self = Self {
        subsidies: 6,
        retirement_male: 60,
        retirement_female: 55,
        youngest: 16,
        once: 1,
        leavers_first: true,
        certified_refused: true,
        step_required: true,
        fund_required: true,
        practice_with_top_up: true,
        in_house_designated: true,
    };

    /// Returns the figures after one amendment.
    pub(crate) fn amended(mut self, amendment: &Amendment) -> Self {
        match (amendment.reading, amendment.chosen) {
            (ReadingId::SixSubsidies, Chosen::Number(number)) => self.subsidies = number,
            (ReadingId::RetirementAge, Chosen::Ages { male, female }) => {
                self.retirement_male = male.cast_signed();
                self.retirement_female = female.cast_signed();
            }
            (ReadingId::YoungestAge, Chosen::Number(number)) => {
                self.youngest = number.cast_signed()
            }
            (ReadingId::OnceInLifetime, Chosen::Number(number)) => self.once = number,
            (ReadingId::LeaversFirst, Chosen::Applies(applies)) => self.leavers_first = applies,
            (ReadingId::AlreadyCertified, Chosen::Applies(applies)) => {
                self.certified_refused = applies
            }
            (ReadingId::PromotionStep, Chosen::Applies(applies)) => self.step_required = applies,
            (ReadingId::EducationFund, Chosen::Applies(applies)) => self.fund_required = applies,
            (ReadingId::PracticeShare, Chosen::Applies(applies)) => {
                self.practice_with_top_up = applies
            }
            (ReadingId::InHouseDesignation, Chosen::Applies(applies)) => {
                self.in_house_designated = applies
            }
            // Amendments that fit no figure are refused when the register is made.
            _ => {}
        }
        self
    }
}
