//! The table of rules, row by row: whether a rule holds in one world where everything is known.

use chrono::Datelike;
use policy::{BaseKind, Group, HistoryEntry, OccupationCode, Programme, Stage, State, Subject};

use super::calendar::{is_aged, later};
use super::world::World;

use Programme::{
    EmploymentSkills, EnterprisePrejob, Entrepreneurship, EntrepreneurshipSimulation,
    LabourPreparation, StudentPractice, StudentSkills, Veterans,
};

/// An entry counts when its state is reserved, completed, certified or paid.
pub(super) fn counts(entry: &HistoryEntry) -> bool {
    match entry.state {
        State::Reserved | State::Completed | State::Certified | State::Paid => true,
        State::Failed | State::Cancelled => false,
    }
}

fn is_certified(entry: &HistoryEntry) -> bool {
    entry.state == State::Certified || entry.state == State::Paid
}

/// Those a person's own entitlement pays for.
pub(super) fn is_counted(programme: Programme) -> bool {
    match programme {
        EmploymentSkills | StudentSkills | StudentPractice | LabourPreparation => true,
        Veterans | EnterprisePrejob | Entrepreneurship | EntrepreneurshipSimulation => false,
    }
}

fn level_of(entry: &HistoryEntry) -> u8 {
    entry.level.map_or(0, |level| level.number())
}

/// The groups that a programme serves.
pub(super) fn groups(programme: Programme) -> &'static [Group] {
    use Group::{
        Graduate, NewRecruit, RegisteredUnemployed, RuralWorker, SchoolLeaver, Student, Veteran,
    };
    match programme {
        EmploymentSkills => &[RegisteredUnemployed, RuralWorker, Graduate],
        StudentSkills | StudentPractice => &[Student],
        Veterans => &[Veteran],
        LabourPreparation => &[SchoolLeaver],
        EnterprisePrejob => &[NewRecruit],
        Entrepreneurship | EntrepreneurshipSimulation => {
            &[RegisteredUnemployed, RuralWorker, Graduate, Student]
        }
    }
}

pub(super) fn age(world: &World<'_>) -> bool {
    let (on, choices) = (world.question.on, world.question.choices);
    let birth = world.birth();
    let years = |number: u32| i32::try_from(number).unwrap();
    let old_enough = match (world.question.programme, world.question.course) {
        (LabourPreparation, Some(_)) => is_aged(birth, years(choices.youngest), world.last_day()),
        (LabourPreparation, None) => is_aged(birth, years(choices.youngest) - 1, on),
        _ => is_aged(birth, years(choices.youngest), on),
    };
    let retires = if world.is_male() {
        choices.retirement_of_men
    } else {
        choices.retirement_of_women
    };
    old_enough && !is_aged(birth, years(retires), on)
}

pub(super) fn group(world: &World<'_>) -> bool {
    groups(world.question.programme)
        .iter()
        .any(|group| world.claims(*group))
}

pub(super) fn leaver_first(world: &World<'_>) -> bool {
    let left_without_continuing = world.stage() != Stage::None
        && i64::from(world.left_in()) >= i64::from(world.question.choices.leavers_since_year);
    let took_part = |entry: &HistoryEntry| {
        entry.programme == LabourPreparation
            && entry.state != State::Reserved
            && entry.state != State::Cancelled
    };
    !left_without_continuing || world.history().iter().any(took_part)
}

pub(super) fn year(world: &World<'_>) -> bool {
    let this_year = |entry: &HistoryEntry| {
        entry.programme == EmploymentSkills
            && counts(entry)
            && entry.start.year() == world.question.on.year()
    };
    !world.history().iter().any(this_year)
}

pub(super) fn lifetime(world: &World<'_>) -> bool {
    subsidies_used(&world.history()) < world.question.choices.subsidies
}

/// The counting entries in the counted programmes.
pub(super) fn subsidies_used(history: &[HistoryEntry]) -> u32 {
    let used = history
        .iter()
        .filter(|entry| is_counted(entry.programme) && counts(entry));
    u32::try_from(used.count()).unwrap()
}

pub(super) fn no_move_left(world: &World<'_>) -> bool {
    primary(world) || may_be_promoted(world)
}

fn may_be_promoted(world: &World<'_>) -> bool {
    let history = world.history();
    history
        .iter()
        .filter_map(|entry| entry.occupation)
        .flat_map(|occupation| [4, 3, 2, 1].map(|level| (occupation, level)))
        .any(|(occupation, level)| promotion(world, occupation, level))
}

/// `upgrade_base`, `upgrade_one`, `upgrade_step`, `repeat` and `held` together.
pub(super) fn promotion(world: &World<'_>, occupation: OccupationCode, level: u8) -> bool {
    let choices = world.question.choices;
    upgrade_base(world, occupation)
        && upgrade_one(world, occupation)
        && (!choices.promotion_step || upgrade_step(world, occupation, level))
        && repeat(world, occupation, level)
        && (!choices.already_certified || held(world, occupation, level))
}

pub(super) fn once_as_student(world: &World<'_>) -> bool {
    let as_student = |entry: &HistoryEntry| {
        (entry.programme == StudentSkills || entry.programme == StudentPractice) && counts(entry)
    };
    let history = world.history();
    let taken = history.iter().filter(|entry| as_student(entry));
    taken.count() < world.question.choices.as_student as usize
}

pub(super) fn once(world: &World<'_>, programme: Programme) -> bool {
    let history = world.history();
    let taken = history
        .iter()
        .filter(|entry| entry.programme == programme && counts(entry));
    taken.count() < world.question.choices.once as usize
}

pub(super) fn catalogue(world: &World<'_>) -> bool {
    let (subsidised, shortage) = world.lists();
    match world.question.programme {
        EnterprisePrejob => shortage,
        _ => subsidised,
    }
}

pub(super) fn designated(world: &World<'_>) -> bool {
    let course = world.course();
    let subject = match course.programme {
        StudentPractice => {
            return matches!(world.base(), BaseKind::Public | BaseKind::UniversityDemo);
        }
        Entrepreneurship => Subject::Entrepreneurship,
        EntrepreneurshipSimulation => Subject::Simulation,
        _ => Subject::Occupation(course.occupation.unwrap(), course.level.unwrap()),
    };
    if world.question.published.designations.is_none() {
        return world.is_designated(subject, course.start);
    }
    let last = world.last_day();
    let mut days = course.start.iter_days().take_while(|day| *day <= last);
    days.all(|day| world.is_designated(subject, day))
}

pub(super) fn repeat(world: &World<'_>, occupation: OccupationCode, level: u8) -> bool {
    let same = |entry: &HistoryEntry| {
        is_counted(entry.programme)
            && counts(entry)
            && entry.occupation == Some(occupation)
            && level_of(entry) == level
    };
    !world.history().iter().any(same)
}

pub(super) fn held(world: &World<'_>, occupation: OccupationCode, level: u8) -> bool {
    (1..=level).all(|higher| !holds(world, occupation, higher))
}

fn holds(world: &World<'_>, occupation: OccupationCode, level: u8) -> bool {
    let proves = |entry: &HistoryEntry| {
        is_certified(entry) && entry.occupation == Some(occupation) && level_of(entry) == level
    };
    world.history().iter().any(proves) || world.obtained(occupation, level)
}

pub(super) fn primary(world: &World<'_>) -> bool {
    primaries(&world.history()).len() < world.question.choices.primaries as usize
}

/// The different occupations with a counting level-5 entry of employment skills.
pub(super) fn primaries(history: &[HistoryEntry]) -> Vec<OccupationCode> {
    let mut occupations = Vec::new();
    for entry in history {
        let occupation = entry.occupation.filter(|_| {
            entry.programme == EmploymentSkills && counts(entry) && level_of(entry) == 5
        });
        occupations.extend(occupation.filter(|occupation| !occupations.contains(occupation)));
    }
    occupations
}

pub(super) fn upgrade_base(world: &World<'_>, occupation: OccupationCode) -> bool {
    world.history().iter().any(|entry| {
        is_counted(entry.programme)
            && is_certified(entry)
            && entry.occupation == Some(occupation)
            && level_of(entry) == 5
    })
}

pub(super) fn upgrade_one(world: &World<'_>, occupation: OccupationCode) -> bool {
    !world.history().iter().any(|entry| {
        entry.programme == EmploymentSkills
            && counts(entry)
            && (1..=4).contains(&level_of(entry))
            && entry.occupation != Some(occupation)
    })
}

pub(super) fn upgrade_step(world: &World<'_>, occupation: OccupationCode, level: u8) -> bool {
    holds(world, occupation, level + 1)
}

pub(super) fn preparation_length(world: &World<'_>) -> bool {
    let semesters = world.number(world.course().semesters, "semesters");
    let choices = world.question.choices;
    match world.stage() {
        Stage::JuniorHigh => semesters >= choices.semesters_after_junior_high,
        Stage::SeniorHigh => semesters >= choices.semesters_after_senior_high,
        Stage::None => false,
    }
}

pub(super) fn internship(world: &World<'_>) -> bool {
    match world.internship() {
        None => true,
        Some((from, to, agreement, insurance)) => {
            let most = world.question.choices.internship_months;
            to < later(from, most) && agreement && insurance
        }
    }
}

pub(super) fn enterprise_kind(world: &World<'_>) -> bool {
    let told = world.employment();
    world.says(told.enterprise_in_city, "in city")
        && !world.says(told.hr_or_dispatch, "dispatch")
        && world.says(told.industry_conforms, "conforms")
}

pub(super) fn contract(world: &World<'_>) -> bool {
    let told = world.employment();
    let long_enough = world.number(told.contract_months, "months")
        >= world.question.choices.contract_months
        || world.says(told.contract_open_ended, "open ended");
    long_enough && world.says(told.filed, "filed") && world.says(told.insured, "insured")
}

pub(super) fn within_six_months(world: &World<'_>) -> bool {
    let (signed, on) = (world.contract_signed(), world.question.on);
    signed <= on && on <= later(signed, world.question.choices.start_months)
}

pub(super) fn education_fund(world: &World<'_>) -> bool {
    let told = world.employment();
    let percent = told
        .fund_front_line_percent
        .map(|percent| u32::from(percent.number()));
    world.says(told.fund_drawn, "drawn")
        && world.number(percent, "front line") >= world.question.choices.front_line_percent
        && world.says(told.fund_disclosed, "disclosed")
}

pub(super) fn hours(world: &World<'_>) -> bool {
    world.number(world.course().class_hours, "hours") >= world.question.choices.class_hours
}

pub(super) fn entrepreneur_certificate(world: &World<'_>) -> bool {
    let told = world.question.facts.person.entrepreneur_certificate;
    let earned = |entry: &HistoryEntry| entry.programme == Entrepreneurship && is_certified(entry);
    world.says(told, "entrepreneur certificate") || world.history().iter().any(earned)
}

pub(super) fn business_plan(world: &World<'_>) -> bool {
    let told = world.question.facts.person.business_plan_passed;
    world.says(told, "business plan")
}
