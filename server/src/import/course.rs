//! Courses of institutions, and practice slots: courses that a base holds itself.

use policy::{Coded, Level, Programme};

use super::catalogue::occupation_at_level;
use super::designation::{known_institution, no_skill};
use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::{Noun, Problem};
use super::table::{Column, optional, required};
use crate::db::course::{Course, Mode};

pub(super) const PROGRAMMES: &[&str] = &[
    "employment_skills",
    "student_skills",
    "student_practice",
    "veterans",
    "labour_preparation",
    "enterprise_prejob",
    "entrepreneurship",
    "entrepreneurship_simulation",
];
const MODES: &[&str] = &["daytime", "evening", "weekend", "online"];
const INTERNSHIPS: &[&str] = &["none", "held"];

/// Who holds a course: the id of an institution, or of a base.
enum Host {
    Institution(String),
    Base(String),
}

/// A practice slot: the same as a course, with a base in place of the institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot(pub(super) Course);

const COMMON: [Column; 22] = [
    required("id"),
    required("programme"),
    optional("classification"),
    required("occupation"),
    required("level"),
    required("title"),
    required("mode"),
    required("starts_on"),
    required("ends_on"),
    required("apply_until"),
    optional("class_hours"),
    optional("semesters"),
    optional("internship"),
    optional("internship_from"),
    optional("internship_to"),
    optional("internship_agreement"),
    optional("internship_insurance"),
    required("seats"),
    optional("seats_taken"),
    required("own_cost_fen"),
    optional("source"),
    optional("sample"),
];

const fn with_host(host: &'static str) -> [Column; 23] {
    let mut columns = [required(host); 23];
    let mut place = 0;
    while place < COMMON.len() {
        columns[place + 1] = COMMON[place];
        place += 1;
    }
    columns
}

impl Record for Course {
    const COLUMNS: &'static [Column] = &with_host("institution");
    const KEY_COLUMN: &'static str = "id";
    type Key = String;

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let host = known_institution(row, known).map(Host::Institution);
        course(row, known, host)
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}

impl Record for Slot {
    const COLUMNS: &'static [Column] = &with_host("base");
    const KEY_COLUMN: &'static str = "id";
    type Key = String;

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let id = row.own_code("base");
        let host = id
            .and_then(|id| row.reference("base", Noun::Base, id, &known.bases))
            .map(Host::Base);
        course(row, known, host).map(Self)
    }

    fn key(&self) -> String {
        self.0.id.clone()
    }
}

fn course(row: &mut Row<'_>, known: &Known, host: Option<Host>) -> Option<Course> {
    let id = row.own_code("id");
    let programme = row
        .one_of("programme", PROGRAMMES)
        .and_then(Programme::from_code);
    let skill = programme.and_then(|programme| skill(row, known, programme));
    let title = row.text("title", 80);
    let mode = row.one_of("mode", MODES).and_then(Mode::from_code);
    let days = row.period("starts_on", "ends_on");
    let apply_until = row.date("apply_until");
    let class_hours = row.if_any("class_hours", |row| row.number("class_hours", 1..=5_000));
    let semesters = row.if_any("semesters", |row| row.number("semesters", 1..=8));
    let internship = internship(row);
    let seats = row.number("seats", 0..=10_000);
    let seats_taken = row.if_any("seats_taken", |row| row.number("seats_taken", 0..=10_000));
    let own_cost = row.fen("own_cost_fen");
    let source = row.text_if_any("source", 200);
    let is_sample = row.is_true("sample");
    let (starts_on, ends_on) = days?;
    let (occupation, level) = skill?.unzip();
    let (institution, base) = match host? {
        Host::Institution(id) => (Some(id), None),
        Host::Base(id) => (None, Some(id)),
    };
    let course = Course {
        id: id?,
        programme: programme?,
        occupation,
        level,
        institution,
        base,
        title: title?,
        mode: mode?,
        starts_on,
        ends_on,
        apply_until: apply_until?,
        class_hours: class_hours?,
        semesters: semesters?,
        internship: internship?,
        seats: seats?,
        seats_taken: seats_taken?.unwrap_or(0),
        own_cost: own_cost?,
        is_published: true,
        source: source?,
        is_sample: is_sample?,
    };
    let is_sound = is_sound(row, known, &course);
    is_sound.then_some(course)
}

/// Returns whether the course's days and seats agree with each other and with the seats that are taken already.
fn is_sound(row: &mut Row<'_>, known: &Known, course: &Course) -> bool {
    let taken = known
        .courses
        .get(&course.id)
        .copied()
        .unwrap_or(course.seats_taken);
    if course.apply_until > course.ends_on {
        row.refuse("apply_until", Problem::Contradicts("ends_on"));
    } else if course.seats_taken > course.seats {
        row.refuse("seats_taken", Problem::Contradicts("seats"));
    } else if taken > course.seats {
        row.refuse("seats", Problem::OutOfRange(i64::from(taken)..=10_000));
    } else {
        return true;
    }
    false
}

/// Returns occupation and level, which a programme names both or neither.
fn skill(
    row: &mut Row<'_>,
    known: &Known,
    programme: Programme,
) -> Option<Option<(String, Level)>> {
    if programme.names_occupation() {
        occupation_at_level(row, known).map(Some)
    } else {
        no_skill(row, "programme")
    }
}

/// Returns the internship as the API writes it.
fn internship(row: &mut Row<'_>) -> Option<Option<String>> {
    match row.if_any("internship", |row| row.one_of("internship", INTERNSHIPS))? {
        None => Some(None),
        Some("none") => Some(Some(r#"{"none":true}"#.to_owned())),
        Some(_) => {
            let days = row.period("internship_from", "internship_to");
            let agreement = row.is_true("internship_agreement");
            let insurance = row.is_true("internship_insurance");
            let (from, to) = days?;
            let (agreement, insurance) = (agreement?, insurance?);
            let told = serde_json::json!({ "from": from, "to": to, "agreement": agreement, "insurance": insurance });
            Some(Some(told.to_string()))
        }
    }
}
