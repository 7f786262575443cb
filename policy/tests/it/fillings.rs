//! A few telling ways to fill every gap in somebody's facts: between them they reach either outcome of every rule.

use chrono::NaiveDate;
use policy::calendar::birthday;
use policy::{
    Certificate, Coded, Course, Employment, Facts, Groups, HistoryEntry, LeftSchool, Level,
    Programme, Sex, Stage, State,
};

use crate::people::today;

/// Returns the facts with every gap filled, for a question about the course.
pub(crate) fn of(facts: &Facts, course: &Course) -> impl Iterator<Item = Facts> {
    ways().map(move |way| filled(facts, course, way))
}

/// Which filling each kind of gap gets.
#[derive(Clone, Copy)]
struct Way {
    benign: bool,
    age: i32,
    sex: Sex,
    certified: u8,
    past: Past,
}

/// What an unknown history turns out to be.
#[derive(Clone, Copy)]
enum Past {
    Empty,
    EverythingUsed,
    ReadyForPromotion,
}

fn ways() -> impl Iterator<Item = Way> {
    let ages = [10, 30, 57];
    let pasts = [Past::Empty, Past::EverythingUsed, Past::ReadyForPromotion];
    (0..2 * 2 * pasts.len() * ages.len() * 6).map(move |number| Way {
        benign: number % 2 == 0,
        sex: Sex::ALL[number / 2 % 2],
        past: pasts[number / 4 % pasts.len()],
        age: ages[number / 12 % ages.len()],
        certified: u8::try_from(number / 36).unwrap(),
    })
}

fn filled(facts: &Facts, course: &Course, way: Way) -> Facts {
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
        stage: left.stage.or(Some(match way.sex {
            _ if way.benign => Stage::None,
            Sex::Male => Stage::JuniorHigh,
            Sex::Female => Stage::SeniorHigh,
        })),
        on: left.on.or(Some(if way.benign {
            birthday(today(), -20)
        } else {
            today()
        })),
    });
    person.entrepreneur_certificate = person.entrepreneur_certificate.or(good);
    person.business_plan_passed = person.business_plan_passed.or(good);
    person.employment = Some(employment(person.employment(), course.start, way.benign));
    if person.certificates.is_none() {
        let occupations = facts
            .history
            .iter()
            .flatten()
            .filter_map(|entry| entry.occupation)
            .chain(course.occupation);
        let level = Level::new(way.certified).ok();
        let held = level.map(|level| {
            occupations
                .map(|occupation| Certificate { occupation, level })
                .collect()
        });
        filled.person.certificates = Some(held.unwrap_or_default());
    }
    if filled.history.is_none() {
        filled.history = Some(match way.past {
            Past::Empty => Vec::new(),
            Past::EverythingUsed => everything_used(course),
            Past::ReadyForPromotion => ready_for_promotion(course),
        });
    }
    filled
}

fn entry(programme: Programme, occupation: &str, level: u8, course: &Course) -> HistoryEntry {
    HistoryEntry {
        programme,
        occupation: Some(occupation.parse().unwrap()),
        level: Some(Level::new(level).unwrap()),
        start: course.start,
        state: State::Reserved,
    }
}

// Every subsidy is used, promotions lie elsewhere, and the course's own skill was taken and is certified above.
fn everything_used(course: &Course) -> Vec<HistoryEntry> {
    let used = |programme| entry(programme, "1", 5, course);
    let skills =
        ["2", "3", "4"].map(|occupation| entry(Programme::EmploymentSkills, occupation, 5, course));
    let elsewhere =
        ["2", "3"].map(|occupation| entry(Programme::EmploymentSkills, occupation, 4, course));
    let taken = HistoryEntry {
        occupation: course.occupation,
        level: course.level,
        ..used(Programme::StudentSkills)
    };
    let held = HistoryEntry {
        occupation: course.occupation,
        state: State::Certified,
        ..entry(Programme::EnterprisePrejob, "1", 1, course)
    };
    let mut entries: Vec<HistoryEntry> = Programme::ALL.iter().copied().map(used).collect();
    for entry in &mut entries {
        match entry.programme {
            Programme::LabourPreparation => entry.state = State::Completed,
            Programme::Entrepreneurship => entry.state = State::Certified,
            _ => {}
        }
    }
    entries.extend(skills.into_iter().chain(elsewhere).chain([taken, held]));
    entries
}

// The course's occupation was begun here, and the level below the course's is certified.
fn ready_for_promotion(course: &Course) -> Vec<HistoryEntry> {
    let below = course
        .level
        .and_then(Level::below)
        .unwrap_or(Level::PRIMARY);
    let certified = |programme, level: Level| HistoryEntry {
        occupation: course.occupation,
        state: State::Certified,
        ..entry(programme, "1", level.number(), course)
    };
    vec![
        certified(Programme::StudentSkills, Level::PRIMARY),
        certified(Programme::EnterprisePrejob, below),
    ]
}

fn employment(told: Employment, start: NaiveDate, benign: bool) -> Employment {
    let good = Some(benign);
    let signed = if benign { start } else { birthday(start, -1) };
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
