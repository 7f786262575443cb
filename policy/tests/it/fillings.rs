//! A few telling ways to fill every gap in somebody's facts: between them they reach either outcome of every rule.

use policy::calendar::birthday;
use policy::{
    Certificate, Coded, Employment, Facts, Groups, HistoryEntry, LeftSchool, Level, Programme, Sex,
    Stage, State,
};

use crate::people::today;

/// Returns the facts with every gap filled.
pub(crate) fn of(facts: &Facts) -> impl Iterator<Item = Facts> {
    ways().map(move |way| filled(facts, way))
}

/// Which filling each kind of gap gets.
#[derive(Clone, Copy)]
struct Way {
    benign: bool,
    age: i32,
    sex: Sex,
    certified: u8,
    used_up: bool,
}

fn ways() -> impl Iterator<Item = Way> {
    let ages = [10, 30, 57];
    (0..2 * ages.len() * 2 * 6 * 2).map(move |number| Way {
        benign: number % 2 == 0,
        sex: Sex::ALL[number / 2 % 2],
        used_up: number / 4 % 2 == 0,
        age: ages[number / 8 % ages.len()],
        certified: u8::try_from(number / 8 / ages.len() % 6).unwrap(),
    })
}

fn filled(facts: &Facts, way: Way) -> Facts {
    let mut filled = facts.clone();
    let good = Some(way.benign);
    let person = &mut filled.person;
    person.birth = person.birth.or(Some(birthday(today(), -way.age)));
    person.sex = person.sex.or(Some(way.sex));
    person.groups = person.groups.or_else(|| {
        Some(if way.benign {
            policy::Group::ALL.iter().copied().collect()
        } else {
            Groups::NONE
        })
    });
    let left = person.left_school.unwrap_or_default();
    person.left_school = Some(LeftSchool {
        stage: left.stage.or(Some(if way.benign {
            Stage::None
        } else {
            Stage::JuniorHigh
        })),
        on: left.on.or(Some(if way.benign {
            birthday(today(), -20)
        } else {
            today()
        })),
    });
    person.entrepreneur_certificate = person.entrepreneur_certificate.or(good);
    person.business_plan_passed = person.business_plan_passed.or(good);
    person.employment = Some(employment(person.employment(), way.benign));
    if person.certificates.is_none() {
        let occupations = facts
            .history
            .iter()
            .flatten()
            .filter_map(|entry| entry.occupation);
        let level = Level::new(way.certified).ok();
        let held = level.map(|level| {
            occupations
                .map(|occupation| Certificate { occupation, level })
                .collect()
        });
        filled.person.certificates = Some(held.unwrap_or_default());
    }
    if filled.history.is_none() {
        filled.history = Some(if way.used_up {
            everything_used()
        } else {
            Vec::new()
        });
    }
    filled
}

fn everything_used() -> Vec<HistoryEntry> {
    let entry = |programme, occupation: &str, state| HistoryEntry {
        programme,
        occupation: Some(occupation.parse().unwrap()),
        level: Some(Level::PRIMARY),
        start: today(),
        state,
    };
    let skills = Programme::EmploymentSkills;
    let mut entries: Vec<HistoryEntry> = Programme::ALL
        .iter()
        .map(|programme| {
            let state = match programme {
                Programme::LabourPreparation => State::Completed,
                Programme::Entrepreneurship => State::Certified,
                _ => State::Reserved,
            };
            entry(*programme, "1", state)
        })
        .collect();
    entries.extend(["2", "3", "4"].map(|occupation| entry(skills, occupation, State::Reserved)));
    entries
}

fn employment(told: Employment, benign: bool) -> Employment {
    let good = Some(benign);
    let signed = if benign {
        today()
    } else {
        birthday(today(), -1)
    };
    Employment {
        enterprise_in_city: told.enterprise_in_city.or(good),
        hr_or_dispatch: told.hr_or_dispatch.or(Some(!benign)),
        industry_conforms: told.industry_conforms.or(good),
        contract_signed: told.contract_signed.or(Some(signed)),
        contract_months: told.contract_months.or(Some(if benign { 12 } else { 6 })),
        contract_open_ended: told.contract_open_ended.or(good),
        filed: told.filed.or(good),
        insured: told.insured.or(good),
        fund_drawn: told.fund_drawn.or(good),
        fund_front_line_percent: told
            .fund_front_line_percent
            .or(i64::from(benign).saturating_mul(60).try_into().ok()),
        fund_disclosed: told.fund_disclosed.or(good),
    }
}
