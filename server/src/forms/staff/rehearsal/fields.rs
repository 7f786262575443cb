//! The fields of a rehearsal, read as rows of the table that they stand for: what is wrong is told beside its field.

use app::checker::typed::plain;
use app::components::error_summary::Problem;
use app::pages::staff::rehearsal::{TIERS, reading_field, top_up_field};
use app::query::Query;
use app::visit::Visit;
use policy::{Chosen, Coded, Reading};

use crate::import::{self, RowError};
use crate::register::{Choice, Register};
use crate::rehearsal::Proposal;

/// What stands in the column of reasons where nobody gave one.
const REASON: &str = "rehearsal";

/// Returns what the fields change. One that says what holds today was not touched: whatever is entered for later stays.
pub(super) fn proposed(
    visit: &Visit,
    form: &Query,
    register: &Register,
) -> Result<Proposal, Vec<Problem>> {
    let since = form.one("since").map(plain_day).unwrap_or_default();
    let then = since.parse().unwrap_or(visit.today);
    let mut rows: Vec<(String, [String; 4])> = Vec::new();
    let mut row = |field: String, reading: &str, chosen: String| {
        let cells = [reading.to_owned(), chosen, since.clone(), REASON.to_owned()];
        rows.push((field, cells));
    };
    let readings = register.readings();
    for (today, then) in readings.register(visit.today).zip(readings.register(then)) {
        if let Some((field, chosen)) = touched(form, &today, &then) {
            row(field, today.id.code(), chosen);
        }
    }
    for tier in TIERS {
        let field = top_up_field(tier);
        if let Some(percent) = form.one(&field).map(plain) {
            row(field.clone(), &format!("top_up_{tier}"), percent);
        }
    }
    if rows.is_empty() {
        return Err(vec![Problem::new("since", visit.say("rehearse-nothing"))]);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = std::iter::once(["reading", "chosen", "since", "why"].map(str::to_owned))
        .chain(rows.iter().map(|(_, cells)| cells.clone()))
        .try_for_each(|cells| writer.write_record(cells))
        .map_err(|fault| fault.to_string())
        .and_then(|()| writer.into_inner().map_err(|fault| fault.to_string()))
        .expect("a table is written into memory");
    import::proposal(&written, register, visit.today).map_err(|errors| {
        let problem = |error: &RowError| {
            let place = usize::try_from(error.line).unwrap_or_default();
            let field = match (error.column.as_str(), place.checked_sub(2)) {
                ("since", _) | (_, None) => "since".to_owned(),
                (_, Some(place)) => rows
                    .get(place)
                    .map_or_else(|| "since".to_owned(), |(field, _)| field.clone()),
            };
            Problem::new(field, import::told_of_field(visit.language, error))
        };
        let mut problems: Vec<Problem> = errors.named.iter().map(problem).collect();
        // a wrong day is wrong in every row
        problems.dedup();
        problems
    })
}

/// Returns what was typed for a reading, as the register writes it, and in which field; nothing where the fields say
/// what holds today.
fn touched(form: &Query, today: &Reading, then: &Reading) -> Option<(String, String)> {
    let field = reading_field(today.id);
    let typed = |name: &str, holds: u32| {
        let text = form.one(name).map(plain)?;
        (text != holds.to_string()).then_some(text)
    };
    match (today.chosen, then.chosen) {
        (
            Chosen::Ages { male, female },
            Chosen::Ages {
                male: male_then,
                female: female_then,
            },
        ) => {
            let [of_men, of_women] = ["male", "female"].map(|sex| format!("{field}-{sex}"));
            let (men, women) = (typed(&of_men, male), typed(&of_women, female));
            let touched = if men.is_some() { of_men } else { of_women };
            let is_touched = men.is_some() || women.is_some();
            let men = men.unwrap_or_else(|| male_then.to_string());
            let women = women.unwrap_or_else(|| female_then.to_string());
            is_touched.then(|| (touched, format!("{men}|{women}")))
        }
        (Chosen::InWords, _) => None,
        (chosen, _) => {
            let text = form.one(&field).map(plain)?;
            (text != Choice(chosen).to_string()).then_some((field, text))
        }
    }
}

/// Returns a day as it was typed, with ASCII digits.
fn plain_day(text: &str) -> String {
    text.split('-').map(plain).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn an_age_that_was_not_touched_stays_as_it_is_entered_for_then() {
        let ages = |male, female| Reading {
            chosen: Chosen::Ages { male, female },
            ..*policy::READINGS
                .iter()
                .find(|reading| reading.id == policy::ReadingId::RetirementAge)
                .unwrap()
        };
        let of = |male: &str, female: &str| {
            let form = Query::parse(&format!(
                "reading-retirement_age-male={male}&reading-retirement_age-female={female}"
            ));
            touched(&form, &ages(60, 55), &ages(63, 58)).map(|(_, chosen)| chosen)
        };
        assert_eq!(of("60", "55"), None);
        assert_eq!(of("65", "55").as_deref(), Some("65|58"));
        assert_eq!(of("60", "56").as_deref(), Some("63|56"));
    }

    #[test]
    fn a_day_is_read_as_it_is_typed() {
        assert_eq!(plain_day("２０２７-０１-０１"), "2027-01-01");
        assert_eq!(
            plain_day("2027-01-01").parse(),
            Ok(NaiveDate::from_ymd_opt(2027, 1, 1).unwrap())
        );
    }
}
