//! The practice slots that begin in a week: courses that a base holds itself, for students.

use rand::RngExt;
use rand::seq::IndexedRandom;

use super::course::{last_day_to_apply, level_word, seats};
use super::data::Ground;
use super::timetable::{Announced, Mode};
use super::week::{Draw, Week};

pub(super) const HEADER: [&str; 15] = [
    "id",
    "programme",
    "occupation",
    "level",
    "base",
    "title",
    "mode",
    "starts_on",
    "ends_on",
    "apply_until",
    "class_hours",
    "seats",
    "seats_taken",
    "own_cost_fen",
    "sample",
];

/// Returns the slots of a week.
pub(super) fn slots(
    ground: &Ground,
    week: Week,
    seed: u64,
    count: u32,
) -> impl Iterator<Item = Announced> {
    let mut random = week.random(seed, Draw::Slots);
    (1..=count).map(move |number| {
        let practised = ground
            .base_occupations
            .choose(&mut random)
            .expect("every base practises something");
        let level: u8 = *[5, 4, 4, 3].choose(&mut random).expect("there are four");
        let hours: u32 = *[24, 40, 60].choose(&mut random).expect("there are three");
        let mode = *[Mode::Daytime, Mode::Weekend]
            .choose(&mut random)
            .expect("there are two");
        let starts_on = mode.first_day(week.monday);
        let (seats, taken) = seats(10..=30, &mut random);
        let id = format!("DEMO-S{}-{number:04}", week.monday.format("%Y%m%d"));
        let title = format!(
            "{}{}实训（{}）",
            ground.name(&practised.occupation),
            level_word(level),
            mode.title()
        );
        let cells = vec![
            id.clone(),
            "student_practice".to_owned(),
            practised.occupation.clone(),
            level.to_string(),
            practised.base.clone(),
            title,
            mode.word().to_owned(),
            starts_on.to_string(),
            mode.last_day(starts_on, hours).to_string(),
            last_day_to_apply(starts_on, &mut random).to_string(),
            hours.to_string(),
            seats.to_string(),
            taken.to_string(),
            if random.random_ratio(4, 5) {
                "0"
            } else {
                "10000"
            }
            .to_owned(),
            "true".to_owned(),
        ];
        Announced { id, mode, cells }
    })
}
