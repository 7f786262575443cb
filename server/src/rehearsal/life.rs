//! What a synthetic resident has taken before: every training was granted by the rules on its first day.

use chrono::{Days, NaiveDate};
use policy::{
    BaseKind, Certificate, Course, Facts, Group, Groups, HistoryEntry, Internship, Level, Listing,
    OccupationCode, Programme, Published, State, Verdict, assess_course,
};
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::ground::Entry;
use super::resident::Population;
use super::wish::{Held, designated};

/// Nobody tries more often.
const MOST_TRIES: u64 = 6;
/// Between two tries, in days.
const PAUSE: std::ops::RangeInclusive<u64> = 150..=600;
/// What became of trainings that are over, and how many of a hundred.
const STATES: [(State, u32); 5] = [
    (State::Paid, 66),
    (State::Certified, 14),
    (State::Completed, 4),
    (State::Failed, 9),
    (State::Cancelled, 7),
];
/// A training that began within so many days is still going on.
const UNDER_WAY: u64 = 90;

/// Adds the trainings that the resident has taken, one after the other, up to the day on which they ask.
pub(super) fn lead(
    population: &Population<'_>,
    group: Group,
    facts: &mut Facts,
    random: &mut ChaCha8Rng,
) {
    let now = facts.person.groups;
    let tries = random.random_range(0..=MOST_TRIES.min(tries_of(group)));
    let mut ago = 0;
    let mut starts: Vec<u64> = (0..tries)
        .map(|_| {
            ago += random.random_range(PAUSE);
            ago
        })
        .collect();
    // the first try may be under way
    if let Some(last) = starts.first_mut()
        && random.random_ratio(1, 10)
    {
        *last = random.random_range(0..UNDER_WAY);
    }
    for ago in starts.into_iter().rev() {
        let start = population.on - Days::new(ago);
        facts.person.groups = Some(group_then(group, ago));
        if let Some(entry) = attempt(population, facts, start, ago, random) {
            facts.history.get_or_insert_default().push(entry);
        }
    }
    facts.person.groups = now;
}

/// Who has belonged to a group for a short time cannot have tried often.
const fn tries_of(group: Group) -> u64 {
    match group {
        Group::SchoolLeaver => 1,
        Group::Student => 3,
        Group::Graduate | Group::Veteran => 4,
        _ => MOST_TRIES,
    }
}

/// Returns what a resident was, so many days ago.
fn group_then(now: Group, ago: u64) -> Groups {
    Groups::of(&[match now {
        Group::Graduate if ago > 400 => Group::Student,
        Group::NewRecruit | Group::Veteran => Group::RegisteredUnemployed,
        now => now,
    }])
}

fn attempt(
    population: &Population<'_>,
    facts: &Facts,
    start: NaiveDate,
    ago: u64,
    random: &mut ChaCha8Rng,
) -> Option<HistoryEntry> {
    let programme = programme(facts.person.groups?, random);
    let entry = skill(population, facts, programme, random);
    let course = Course {
        occupation: Some(entry.occupation),
        level: Some(entry.level),
        end: Some(start + Days::new(60)),
        semesters: Some(2),
        internship: Some(Internship::None),
        ..Course::new(programme, start)
    };
    let designated = designated(&course);
    let published = Published {
        readings: population.readings,
        listing: Listing::Listed(entry.listed),
        designations: Held::Designated.designations(&designated),
        base: Some(BaseKind::Public),
    };
    let granted = assess_course(facts, &course, &published).verdict == Verdict::Open;
    let state = if ago < UNDER_WAY {
        State::Reserved
    } else {
        STATES
            .choose_weighted(random, |(_, share)| *share)
            .expect("the shares are not all nought")
            .0
    };
    granted.then_some(HistoryEntry {
        programme,
        occupation: course.occupation,
        level: course.level,
        start,
        state,
    })
}

fn programme(groups: Groups, random: &mut ChaCha8Rng) -> Programme {
    if groups.contains(Group::Student) {
        *[Programme::StudentSkills, Programme::StudentPractice]
            .choose(random)
            .expect("there are two")
    } else if groups.contains(Group::SchoolLeaver) {
        Programme::LabourPreparation
    } else {
        Programme::EmploymentSkills
    }
}

/// Returns what somebody would like to learn next: often the next level of what they learnt last, else something new.
pub(super) fn skill(
    population: &Population<'_>,
    facts: &Facts,
    programme: Programme,
    random: &mut ChaCha8Rng,
) -> Entry {
    let ground = population.ground;
    let next = (programme == Programme::EmploymentSkills && random.random_ratio(1, 2))
        .then(|| next_level(facts))
        .flatten()
        .and_then(|(occupation, level)| ground.entry(occupation, level));
    match next {
        Some(entry) => *entry,
        None => ground.primary(random),
    }
}

/// Returns the level above the last one that was certified.
fn next_level(facts: &Facts) -> Option<(OccupationCode, Level)> {
    let trained = facts.history.iter().flatten().rev();
    let by_training = trained
        .filter(|entry| entry.state.is_certified())
        .find_map(|entry| entry.occupation.zip(entry.level));
    let otherwise = || {
        let Certificate { occupation, level } = *facts.person.certificates.as_ref()?.last()?;
        Some((occupation, level))
    };
    let (occupation, level) = by_training.or_else(otherwise)?;
    let above = level.number().checked_sub(1)?;
    Some((occupation, Level::new(above).ok()?))
}
