//! The course that a synthetic resident wants, and where it is held.

use chrono::{Days, NaiveDate};
use policy::{
    BaseKind, Course, Designation, Facts, Group, Internship, Level, OccupationCode, Programme,
    Subject,
};
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::WITHIN_DAYS;
use super::ground::Entry;
use super::life::skill;
use super::resident::Population;

/// An enterprise trains its recruits sooner.
const PREJOB_WITHIN_DAYS: u64 = 90;
const DAYS_IN_SEMESTER: u64 = 18 * 7;

/// By whom a course is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// By an institution that is designated for it, or the right kind of base.
    Designated,
    /// By one that is not.
    Undesignated,
    /// By the enterprise itself, which names no institution.
    InHouse,
}

impl Held {
    /// Returns the designations that the rules are told of.
    pub(super) const fn designations(
        self,
        designated: &[Designation; 1],
    ) -> Option<&[Designation]> {
        match self {
            Self::Designated => Some(designated),
            Self::Undesignated => Some(&[]),
            Self::InHouse => None,
        }
    }

    /// Returns the kind of base that the rules are told of.
    pub(super) const fn base(self) -> BaseKind {
        match self {
            Self::Designated => BaseKind::Public,
            Self::Undesignated | Self::InHouse => BaseKind::District,
        }
    }
}

/// Returns the designation that a course asks for, for all time.
pub(super) fn designated(course: &Course) -> [Designation; 1] {
    let subject = match (course.programme, course.occupation.zip(course.level)) {
        (Programme::EntrepreneurshipSimulation, _) => Subject::Simulation,
        (_, Some((occupation, level))) => Subject::Occupation(occupation, level),
        (_, None) => Subject::Entrepreneurship,
    };
    [Designation {
        subject,
        from: NaiveDate::MIN,
        to: None,
    }]
}

/// Returns the course that a resident wants.
pub(super) fn drawn(
    population: &Population<'_>,
    group: Group,
    facts: &Facts,
    random: &mut ChaCha8Rng,
) -> (Course, Held) {
    let programme = programme(group, random);
    let within = match programme {
        Programme::EnterprisePrejob => PREJOB_WITHIN_DAYS,
        _ => WITHIN_DAYS,
    };
    let start = population.on + Days::new(random.random_range(1..=within));
    let wanted = programme
        .names_occupation()
        .then(|| wanted(population, programme, facts, random));
    let semesters =
        (programme == Programme::LabourPreparation).then(|| random.random_range(1..=2_u32));
    let days = semesters.map_or(60, |semesters| DAYS_IN_SEMESTER * u64::from(semesters));
    let end = start + Days::new(days);
    let course = Course {
        occupation: wanted.map(|(occupation, _)| occupation),
        level: wanted.map(|(_, level)| level),
        end: Some(end),
        semesters,
        class_hours: Some(if random.random_ratio(1, 10) { 160 } else { 200 }),
        internship: semesters.map(|_| internship(end, random)),
        ..Course::new(programme, start)
    };
    let held = match programme {
        Programme::EnterprisePrejob if random.random_ratio(3, 10) => Held::InHouse,
        _ if random.random_ratio(3, 100) => Held::Undesignated,
        _ => Held::Designated,
    };
    (course, held)
}

fn programme(group: Group, random: &mut ChaCha8Rng) -> Programme {
    let shares: &[(Programme, u32)] = match group {
        Group::Student => &[
            (Programme::StudentSkills, 50),
            (Programme::StudentPractice, 45),
            (Programme::Entrepreneurship, 5),
        ],
        Group::SchoolLeaver => &[(Programme::LabourPreparation, 100)],
        Group::NewRecruit => &[
            (Programme::EnterprisePrejob, 75),
            (Programme::EmploymentSkills, 25),
        ],
        _ => &[
            (Programme::EmploymentSkills, 88),
            (Programme::Entrepreneurship, 7),
            (Programme::EntrepreneurshipSimulation, 5),
        ],
    };
    shares
        .choose_weighted(random, |(_, share)| *share)
        .expect("the shares are not all nought")
        .0
}

fn wanted(
    population: &Population<'_>,
    programme: Programme,
    facts: &Facts,
    random: &mut ChaCha8Rng,
) -> (OccupationCode, Level) {
    let ground = population.ground;
    let mut short = || {
        ground
            .short
            .choose(random)
            .map(|place| ground.entries[*place])
    };
    let entry: Entry = match programme {
        Programme::EnterprisePrejob => short().unwrap_or(ground.entries[0]),
        _ if random.random_ratio(1, 12) => {
            *ground.entries.choose(random).expect("a ground has entries")
        }
        _ => skill(population, facts, programme, random),
    };
    (entry.occupation, entry.level)
}

fn internship(end: NaiveDate, random: &mut ChaCha8Rng) -> Internship {
    match random.random_range(0..10) {
        0..=6 => Internship::None,
        insured => Internship::Held {
            from: Some(end - Days::new(28)),
            to: Some(end - Days::new(8)),
            agreement: Some(true),
            insurance: Some(insured > 7),
        },
    }
}
