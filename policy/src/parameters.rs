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
    pub(crate) primaries: u32,
    pub(crate) as_student: u32,
    pub(crate) practice_percent: u32,
    pub(crate) semesters_after_junior_high: u32,
    pub(crate) semesters_after_senior_high: u32,
    pub(crate) internship_months: u32,
    pub(crate) contract_months: u32,
    pub(crate) start_months: u32,
    pub(crate) front_line_percent: u32,
    pub(crate) class_hours: u32,
    pub(crate) simulation_yuan: u32,
    pub(crate) leavers_since_year: i32,
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
        primaries: 2,
        as_student: 1,
        practice_percent: 60,
        semesters_after_junior_high: 2,
        semesters_after_senior_high: 1,
        internship_months: 1,
        contract_months: 12,
        start_months: 6,
        front_line_percent: 60,
        class_hours: 200,
        simulation_yuan: 1_000,
        leavers_since_year: 2011,
    };

    /// Returns the figures after one amendment.
    pub(crate) fn amended(mut self, amendment: &Amendment) -> Self {
        match (amendment.reading, amendment.chosen) {
            (reading, Chosen::Number(number)) => self.set(reading, number),
            (ReadingId::RetirementAge, Chosen::Ages { male, female }) => {
                self.retirement_male = male.cast_signed();
                self.retirement_female = female.cast_signed();
            }
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

    fn set(&mut self, reading: ReadingId, number: u32) {
        let figure = match reading {
            ReadingId::YoungestAge => {
                self.youngest = number.cast_signed();
                return;
            }
            ReadingId::LeaversSinceYear => {
                self.leavers_since_year = number.cast_signed();
                return;
            }
            ReadingId::SixSubsidies => &mut self.subsidies,
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
            // Amendments that fit no figure are refused when the register is made.
            _ => return,
        };
        *figure = number;
    }
}
