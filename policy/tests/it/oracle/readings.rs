//! What the register says on a day, looked up entry by entry.

use chrono::NaiveDate;
use policy::{Chosen, ReadingId, Readings};

/// The choices that an office can change by date.
#[derive(Clone, Copy)]
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
        let chosen = |id| {
            let mut register = readings.register(day);
            register.find(|reading| reading.id == id).unwrap().chosen
        };
        let number = |id| match chosen(id) {
            Chosen::Number(number) => number,
            other => panic!("{id:?} is a number: {other:?}"),
        };
        let applies = |id| match chosen(id) {
            Chosen::Applies(applies) => applies,
            other => panic!("{id:?} applies or not: {other:?}"),
        };
        let Chosen::Ages { male, female } = chosen(ReadingId::RetirementAge) else {
            panic!("working age ends at two ages");
        };
        Self {
            subsidies: number(ReadingId::SixSubsidies),
            retirement_of_men: male,
            retirement_of_women: female,
            youngest: number(ReadingId::YoungestAge),
            once: number(ReadingId::OnceInLifetime),
            leavers_first: applies(ReadingId::LeaversFirst),
            already_certified: applies(ReadingId::AlreadyCertified),
            promotion_step: applies(ReadingId::PromotionStep),
            education_fund: applies(ReadingId::EducationFund),
            practice_includes_top_up: applies(ReadingId::PracticeShare),
            in_house_needs_designation: applies(ReadingId::InHouseDesignation),
        }
    }
}
