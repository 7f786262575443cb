//! The courses that begin in a week: which programme, where, for what, when, how many seats.

use chrono::{Days, NaiveDate};
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::data::{Designation, Ground};
use super::programme::Programme;
use super::sheet::or_empty;
use super::timetable::{Announced, Mode};
use super::week::{Draw, Week};

pub(super) const HEADER: [&str; 21] = [
    "id",
    "programme",
    "occupation",
    "level",
    "institution",
    "title",
    "mode",
    "starts_on",
    "ends_on",
    "apply_until",
    "class_hours",
    "semesters",
    "internship",
    "internship_from",
    "internship_to",
    "internship_agreement",
    "internship_insurance",
    "seats",
    "seats_taken",
    "own_cost_fen",
    "sample",
];

const DAYS_IN_SEMESTER: u64 = 18 * 7;

/// Returns the courses of a week.
pub(super) fn courses(
    ground: &Ground,
    week: Week,
    seed: u64,
    count: u32,
) -> impl Iterator<Item = Announced> {
    let mut random = week.random(seed, Draw::Courses);
    (1..=count).map(move |number| {
        let programme = Programme::drawn(&mut random);
        let designation = drawn_designation(ground, programme, &mut random);
        let mode = *Mode::ALL.choose(&mut random).expect("there are four modes");
        let course = Course {
            ground,
            programme,
            designation,
            mode,
            starts_on: mode.first_day(week.monday),
        };
        let id = format!("DEMO-C{}-{number:04}", week.monday.format("%Y%m%d"));
        let cells = course.cells(id.clone(), &mut random).to_vec();
        Announced { id, mode, cells }
    })
}

/// Returns a designation for the programme. One in fifty may have lapsed: such courses are announced in life, too.
fn drawn_designation<'a>(
    ground: &'a Ground,
    programme: Programme,
    random: &mut ChaCha8Rng,
) -> &'a Designation {
    let may_have_lapsed = random.random_ratio(1, 50);
    loop {
        let drawn = ground
            .designations
            .choose(random)
            .expect("there are designations");
        let fits =
            drawn.kind == programme.designation() && (drawn.to_on.is_none() || may_have_lapsed);
        if fits && random.random_ratio(programme.appetite(drawn.level), 100) {
            return drawn;
        }
    }
}

struct Course<'a> {
    ground: &'a Ground,
    programme: Programme,
    designation: &'a Designation,
    mode: Mode,
    starts_on: NaiveDate,
}

impl Course<'_> {
    fn cells(&self, id: String, random: &mut ChaCha8Rng) -> [String; 21] {
        let semesters = (self.programme == Programme::LabourPreparation)
            .then(|| random.random_range(1..=2_u64));
        let hours = self.hours(semesters, random);
        let ends_on = semesters.map_or_else(
            || self.mode.last_day(self.starts_on, hours),
            |semesters| self.starts_on + Days::new(DAYS_IN_SEMESTER * semesters),
        );
        let (seats, taken) = seats(
            if self.is_in_a_small_place() {
                12..=24
            } else {
                24..=50
            },
            random,
        );
        let internship = self.internship(ends_on, random);
        [
            id,
            self.programme.word().to_owned(),
            self.designation.occupation.clone(),
            or_empty(self.designation.level),
            self.designation.institution.clone(),
            self.title(),
            self.mode.word().to_owned(),
            self.starts_on.to_string(),
            ends_on.to_string(),
            last_day_to_apply(self.starts_on, random).to_string(),
            hours.to_string(),
            or_empty(semesters),
            internship[0].clone(),
            internship[1].clone(),
            internship[2].clone(),
            internship[3].clone(),
            internship[4].clone(),
            seats.to_string(),
            taken.to_string(),
            own_cost_fen(random).to_string(),
            "true".to_owned(),
        ]
    }

    fn hours(&self, semesters: Option<u64>, random: &mut ChaCha8Rng) -> u32 {
        let listed = self.designation.level.and_then(|level| {
            self.ground
                .entry(&self.designation.occupation, level)?
                .hours
        });
        match (self.programme, semesters) {
            (_, Some(1)) => 360,
            (_, Some(_)) => 720,
            // one in eight stays below the 200 hours that the policy asks for
            (Programme::Entrepreneurship, _) => {
                if random.random_ratio(1, 8) {
                    160
                } else {
                    200
                }
            }
            (Programme::Simulation, _) => 40,
            (Programme::EnterprisePrejob, _) => 60,
            _ => listed.expect("every subsidised entry of the sample catalogue has its hours"),
        }
    }

    /// Returns the cells on the internship: none, or three weeks before the end; one in ten says nothing.
    fn internship(&self, ends_on: NaiveDate, random: &mut ChaCha8Rng) -> [String; 5] {
        if self.programme != Programme::LabourPreparation {
            return Default::default();
        }
        match random.random_range(0..10) {
            0 => Default::default(),
            1..=5 => [
                "none".to_owned(),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
            ],
            insured => [
                "held".to_owned(),
                (ends_on - Days::new(28)).to_string(),
                (ends_on - Days::new(8)).to_string(),
                "true".to_owned(),
                (insured > 6).to_string(),
            ],
        }
    }

    fn title(&self) -> String {
        let subject = match self.designation.level {
            None => String::new(),
            Some(level) => format!(
                "{}{}",
                self.ground.name(&self.designation.occupation),
                level_word(level)
            ),
        };
        format!(
            "{subject}{}（{}）",
            self.programme.title(),
            self.mode.title()
        )
    }

    fn is_in_a_small_place(&self) -> bool {
        ["210224", "210283", "210281", "210214"]
            .contains(&self.ground.district(&self.designation.institution))
    }
}

/// Returns how many seats there are and how many are taken: one in ten is full, the others up to four fifths.
pub(super) fn seats(bounds: std::ops::RangeInclusive<u32>, random: &mut ChaCha8Rng) -> (u32, u32) {
    let seats = random.random_range(bounds);
    let taken = if random.random_ratio(1, 10) {
        seats
    } else {
        random.random_range(0..=seats * 4 / 5)
    };
    (seats, taken)
}

/// Returns the last day to apply: mostly a few days before the start, for one in eight a month and more.
pub(super) fn last_day_to_apply(starts_on: NaiveDate, random: &mut ChaCha8Rng) -> NaiveDate {
    let days = if random.random_ratio(1, 8) {
        random.random_range(30..=45)
    } else {
        random.random_range(2..=10)
    };
    starts_on - Days::new(days)
}

/// Returns what the person pays besides: mostly nothing, else 50 to 300 yuan for materials.
fn own_cost_fen(random: &mut ChaCha8Rng) -> i64 {
    if random.random_ratio(7, 10) {
        0
    } else {
        random.random_range(1..=6) * 5_000
    }
}

/// Returns the Chinese word for a level in a title.
pub(super) fn level_word(level: u8) -> &'static str {
    match level {
        5 => "五级",
        4 => "四级",
        3 => "三级",
        2 => "二级",
        _ => "一级",
    }
}
