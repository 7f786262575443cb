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
    pub(super) primaries: u32,
    pub(super) as_student: u32,
    pub(super) practice_percent: u32,
    pub(super) semesters_after_junior_high: u32,
    pub(super) semesters_after_senior_high: u32,
    pub(super) internship_months: u32,
    pub(super) contract_months: u32,
    pub(super) start_months: u32,
    pub(super) front_line_percent: u32,
    pub(super) class_hours: u32,
    pub(super) simulation_yuan: u32,
    pub(super) leavers_since_year: u32,
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
            ReadingId::PrimarySubsidies => &mut self.primaries,
            ReadingId::StudentSubsidies => &mut self.as_student,
            ReadingId::PracticePercent => &mut self.practice_percent,
            ReadingId::SemestersAfterJuniorHigh => &mut self.semesters_after_junior_high,
            ReadingId::SemestersAfterSeniorHigh => &mut self.semesters_after_senior_high,
            ReadingId::InternshipMonths => &mut self.internship_months,
            ReadingId::ContractMonths => &mut self.contract_months,
            ReadingId::StartMonths => &mut self.start_months,
            ReadingId::FrontLinePercent => &mut self.front_line_percent,
            ReadingId::ClassHours => &mut self.class_hours,
            ReadingId::SimulationYuan => &mut self.simulation_yuan,
            ReadingId::LeaversSinceYear => &mut self.leavers_since_year,
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
