//! What the register says on a day, read entry by entry.

use chrono::NaiveDate;
use policy::{Chosen, ReadingId, Readings};

/// The choices that an office can change by date.
#[derive(Clone, Copy, Default)]
pub(super) struct Choices {
    pub(super) subsidies: u32,
    pub(super) retirement_of_men: u32,
    pub(super) retirement_of_women: u32,
    pub(super) youngest: u32,
    pub(super) once: u32,
    pub(super) leavers_first: bool,
    pub(super) already_certified: bool,
    pub(super) promotion_step: bool,
    pub(super) education_fund: bool,
    pub(super) practice_includes_top_up: bool,
    pub(super) in_house_needs_designation: bool,
}

impl Choices {
    pub(super) fn on(readings: &Readings, day: NaiveDate) -> Self {
        let mut choices = Self::default();
        for reading in readings.register(day) {
            match reading.chosen {
                Chosen::Number(number) => *choices.number(reading.id) = number,
                Chosen::Applies(applies) => *choices.applies(reading.id) = applies,
                Chosen::Ages { male, female } => {
                    assert_eq!(reading.id, ReadingId::RetirementAge);
                    (choices.retirement_of_men, choices.retirement_of_women) = (male, female);
                }
                Chosen::InWords => {}
            }
        }
        choices
    }

    fn number(&mut self, id: ReadingId) -> &mut u32 {
        match id {
            ReadingId::SixSubsidies => &mut self.subsidies,
            ReadingId::YoungestAge => &mut self.youngest,
            ReadingId::OnceInLifetime => &mut self.once,
            other => panic!("{other:?} is no number"),
        }
    }

    fn applies(&mut self, id: ReadingId) -> &mut bool {
        match id {
            ReadingId::LeaversFirst => &mut self.leavers_first,
            ReadingId::AlreadyCertified => &mut self.already_certified,
            ReadingId::PromotionStep => &mut self.promotion_step,
            ReadingId::EducationFund => &mut self.education_fund,
            ReadingId::PracticeShare => &mut self.practice_includes_top_up,
            ReadingId::InHouseDesignation => &mut self.in_house_needs_designation,
            other => panic!("{other:?} does not apply or not"),
        }
    }
}
