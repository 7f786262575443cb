//! The published courses, and how many of them somebody could apply for: counted as they come and go, not when asked.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::Arc;

use chrono::NaiveDate;
use policy::{Fen, Level, Programme};

use crate::db::course::{Course, Mode, PlacedCourse};

/// Published courses and practice slots. A copy shares with the first what neither changes.
#[derive(Clone, Debug)]
pub struct Courses {
    /// Each id has its part, so that a change copies one part and not the whole; in a part they stand by their keys.
    parts: Vec<Arc<Vec<Round>>>,
    hasher: RandomState,
    /// Known as long as nothing is read anew.
    commons: Arc<HashSet<Arc<Common>>>,
    /// What stands in many of them.
    texts: Arc<HashSet<Arc<str>>>,
    /// Those with a free seat, by the last day to apply.
    free: BTreeMap<NaiveDate, Open>,
    /// The same by occupation, institution or base, the days ascending.
    free_of: HashMap<Arc<str>, Arc<Vec<(NaiveDate, u32)>>>,
}

/// A course on the shelf: its days, seats and cost, and what it has in common with those held before and after it.
#[derive(Clone, Debug)]
pub struct Round {
    /// What its id makes of a hash.
    key: u32,
    id: Box<str>,
    common: Arc<Common>,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    apply_until: NaiveDate,
    seats: i32,
    seats_taken: i32,
    own_cost: Fen,
}

/// What the rounds of a course have in common: the course without what each round has of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Common {
    programme: Programme,
    occupation: Option<Arc<str>>,
    level: Option<Level>,
    institution: Option<Arc<str>>,
    base: Option<Arc<str>>,
    title: Arc<str>,
    mode: Mode,
    class_hours: Option<i32>,
    semesters: Option<i32>,
    internship: Option<Arc<str>>,
    is_published: bool,
    source: Option<Arc<str>>,
    is_sample: bool,
    place_name: Arc<str>,
    district: Arc<str>,
}

impl Round {
    /// Returns the id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the programme under which it is offered.
    #[must_use]
    pub fn programme(&self) -> Programme {
        self.common.programme
    }

    /// Returns the occupation code; `None` for entrepreneurship and veterans.
    #[must_use]
    pub fn occupation(&self) -> Option<&str> {
        self.common.occupation.as_deref()
    }

    /// Returns the level; `None` with the occupation.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.common.level
    }

    /// Returns the name of its institution or base.
    #[must_use]
    pub fn place_name(&self) -> &str {
        &self.common.place_name
    }

    /// Returns the code of the district where it is.
    #[must_use]
    pub fn district(&self) -> &str {
        &self.common.district
    }

    /// Returns the first day.
    #[must_use]
    pub const fn starts_on(&self) -> NaiveDate {
        self.starts_on
    }

    /// Returns the last day to apply.
    #[must_use]
    pub const fn apply_until(&self) -> NaiveDate {
        self.apply_until
    }

    /// Returns the seats that nobody has taken.
    #[must_use]
    pub const fn seats_left(&self) -> i32 {
        self.seats - self.seats_taken
    }

    /// Returns whether somebody may apply on the day, if a seat is left.
    #[must_use]
    pub fn takes_applications(&self, on: NaiveDate) -> bool {
        on <= self.apply_until
    }

    /// Returns what the person pays first.
    #[must_use]
    pub const fn own_cost(&self) -> Fen {
        self.own_cost
    }

    /// Returns whether it was made up.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.common.is_sample
    }

    /// Returns the course as it is stored.
    #[must_use]
    pub fn course(&self) -> Course {
        let text = |text: &Arc<str>| text.to_string();
        let common = &self.common;
        Course {
            id: self.id.to_string(),
            programme: common.programme,
            occupation: common.occupation.as_ref().map(text),
            level: common.level,
            institution: common.institution.as_ref().map(text),
            base: common.base.as_ref().map(text),
            title: text(&common.title),
            mode: common.mode,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            apply_until: self.apply_until,
            class_hours: common.class_hours,
            semesters: common.semesters,
            internship: common.internship.as_ref().map(text),
            seats: self.seats,
            seats_taken: self.seats_taken,
            own_cost: self.own_cost,
            is_published: common.is_published,
            source: common.source.as_ref().map(text),
            is_sample: common.is_sample,
        }
    }

    /// Returns the ids under which it is counted: those of its occupation and of its institution or base.
    fn whose(&self) -> impl Iterator<Item = &Arc<str>> {
        let Common {
            occupation,
            institution,
            base,
            ..
        } = &*self.common;
        [occupation, institution, base].into_iter().flatten()
    }
}

/// How many can be applied for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Courses.
    pub courses: usize,
    /// Practice slots.
    pub slots: usize,
}

impl Default for Courses {
    fn default() -> Self {
        Self {
            parts: vec![Arc::default(); Self::PARTS],
            hasher: RandomState::default(),
            commons: Arc::default(),
            texts: Arc::default(),
            free: BTreeMap::default(),
            free_of: HashMap::default(),
        }
    }
}

impl Courses {
    const PARTS: usize = 256;

    /// Returns the course or slot with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Round> {
        let key = self.key(id);
        let part = &self.parts[part(key)];
        Some(&part[place(part, (key, id)).ok()?])
    }

    /// Returns all of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Round> {
        self.parts.iter().flat_map(|part| part.iter())
    }

    /// Returns how many take applications on the day and have a free seat.
    #[must_use]
    pub fn open(&self, on: NaiveDate) -> Open {
        self.free
            .range(on..)
            .fold(Open::default(), |sum, (_, open)| Open {
                courses: sum.courses + open.courses,
                slots: sum.slots + open.slots,
            })
    }

    /// Returns how many courses and slots of one occupation, institution or base take applications on the day and have a
    /// free seat.
    #[must_use]
    pub fn open_of(&self, id: &str, on: NaiveDate) -> usize {
        let free = self.free_of.get(id);
        free.map_or(0, |free| {
            let first = free.partition_point(|(until, _)| *until < on);
            free[first..].iter().map(|(_, count)| *count as usize).sum()
        })
    }

    /// Puts a course in the place of the one with its id.
    pub(super) fn put(&mut self, placed: PlacedCourse) {
        self.remove(&placed.course.id);
        let round = self.round(placed);
        if let Some(count) = self.count(&round) {
            *count += 1;
        }
        self.count_of(&round, |count| count + 1);
        let part = Arc::make_mut(&mut self.parts[part(round.key)]);
        let (Ok(place) | Err(place)) = place(part, (round.key, round.id()));
        part.insert(place, round);
    }

    /// Takes a course off the shelf.
    pub(super) fn remove(&mut self, id: &str) {
        let key = self.key(id);
        let part = &mut self.parts[part(key)];
        let Ok(place) = place(part, (key, id)) else {
            return;
        };
        let round = Arc::make_mut(part).remove(place);
        if let Some(count) = self.count(&round) {
            *count -= 1;
        }
        self.count_of(&round, |count| count - 1);
    }

    /// Returns the key under which a course is kept.
    fn key(&self, id: &str) -> u32 {
        self.hasher.hash_one(id) as u32
    }

    /// Returns a course as it is kept.
    fn round(&mut self, placed: PlacedCourse) -> Round {
        let PlacedCourse {
            course,
            place_name,
            district,
            ..
        } = placed;
        let mut text = |text: String| known(&mut self.texts, text);
        let common = Common {
            programme: course.programme,
            occupation: course.occupation.map(&mut text),
            level: course.level,
            institution: course.institution.map(&mut text),
            base: course.base.map(&mut text),
            title: text(course.title),
            mode: course.mode,
            class_hours: course.class_hours,
            semesters: course.semesters,
            internship: course.internship.map(&mut text),
            is_published: course.is_published,
            source: course.source.map(&mut text),
            is_sample: course.is_sample,
            place_name: text(place_name),
            district: text(district),
        };
        Round {
            key: self.key(&course.id),
            id: course.id.into(),
            common: known(&mut self.commons, common),
            starts_on: course.starts_on,
            ends_on: course.ends_on,
            apply_until: course.apply_until,
            seats: course.seats,
            seats_taken: course.seats_taken,
            own_cost: course.own_cost,
        }
    }

    /// Counts a course with a free seat for its occupation and its place.
    fn count_of(&mut self, round: &Round, counted: impl Fn(u32) -> u32) {
        if round.seats_left() == 0 {
            return;
        }
        for id in round.whose() {
            let free = Arc::make_mut(self.free_of.entry(Arc::clone(id)).or_default());
            let place = match free.binary_search_by_key(&round.apply_until, |(until, _)| *until) {
                Ok(place) => place,
                Err(place) => {
                    free.insert(place, (round.apply_until, 0));
                    place
                }
            };
            free[place].1 = counted(free[place].1);
            if free[place].1 == 0 {
                free.remove(place);
            }
        }
    }

    /// Returns the count to which a course belongs; nothing where it has no free seat.
    fn count(&mut self, round: &Round) -> Option<&mut usize> {
        if round.seats_left() == 0 {
            return None;
        }
        let open = self.free.entry(round.apply_until).or_default();
        Some(match round.programme() {
            Programme::StudentPractice => &mut open.slots,
            _ => &mut open.courses,
        })
    }
}

impl Extend<PlacedCourse> for Courses {
    fn extend<T: IntoIterator<Item = PlacedCourse>>(&mut self, courses: T) {
        for placed in courses {
            self.put(placed);
        }
    }
}

/// Returns the part in which a course is kept.
const fn part(key: u32) -> usize {
    key as usize % Courses::PARTS
}

/// Returns where the course with this key and id is in its part, or belongs.
fn place(part: &[Round], (key, id): (u32, &str)) -> Result<usize, usize> {
    part.binary_search_by(|round| round.key.cmp(&key).then_with(|| round.id().cmp(id)))
}

/// Returns the one of these that is alike, which may be this one.
fn known<T: ?Sized + Eq + Hash>(
    those: &mut Arc<HashSet<Arc<T>>>,
    one: impl Borrow<T> + Into<Arc<T>>,
) -> Arc<T> {
    if let Some(known) = those.get(one.borrow()) {
        return Arc::clone(known);
    }
    let one = one.into();
    Arc::make_mut(those).insert(Arc::clone(&one));
    one
}
