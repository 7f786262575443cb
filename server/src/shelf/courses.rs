//! The published courses, and how many of them somebody could apply for: counted as they come and go, not when asked.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, Hash, Hasher, RandomState};
use std::sync::Arc;

use chrono::NaiveDate;
use policy::{Fen, Level, Programme};

use crate::db::course::{Course, PlacedCourse};

/// Published courses and practice slots. A copy shares with the first what neither changes.
#[derive(Clone, Debug)]
pub struct Courses {
    /// Each id has its part, so that a change copies one part and not the whole.
    parts: Vec<Arc<HashSet<Round>>>,
    hasher: RandomState,
    /// Known as long as nothing is read anew.
    commons: Arc<HashSet<Arc<Common>>>,
    /// Those with a free seat, by the last day to apply.
    free: BTreeMap<NaiveDate, Open>,
    /// The same by occupation, institution or base.
    free_of: HashMap<String, Arc<BTreeMap<NaiveDate, usize>>>,
}

/// A course on the shelf: its days, seats and cost, and what it has in common with those held before and after it.
#[derive(Clone, Debug)]
pub struct Round {
    id: Box<str>,
    common: Arc<Common>,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    apply_until: NaiveDate,
    seats: i32,
    seats_taken: i32,
    own_cost: Fen,
}

/// What the rounds of a course have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Common {
    /// The course without what each round has of its own.
    course: Course,
    place_name: String,
    district: String,
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
        self.common.course.programme
    }

    /// Returns the occupation code; `None` for entrepreneurship and veterans.
    #[must_use]
    pub fn occupation(&self) -> Option<&str> {
        self.common.course.occupation.as_deref()
    }

    /// Returns the level; `None` with the occupation.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.common.course.level
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
        self.common.course.is_sample
    }

    /// Returns the course as it is stored.
    #[must_use]
    pub fn course(&self) -> Course {
        Course {
            id: self.id.to_string(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            apply_until: self.apply_until,
            seats: self.seats,
            seats_taken: self.seats_taken,
            own_cost: self.own_cost,
            ..self.common.course.clone()
        }
    }

    /// Returns the ids under which it is counted: those of its occupation and of its institution or base.
    fn whose(&self) -> impl Iterator<Item = &String> {
        let course = &self.common.course;
        [&course.occupation, &course.institution, &course.base]
            .into_iter()
            .flatten()
    }
}

impl Borrow<str> for Round {
    fn borrow(&self) -> &str {
        &self.id
    }
}

impl PartialEq for Round {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Round {}

impl Hash for Round {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
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
        self.parts[self.part(id)].get(id)
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
        free.map_or(0, |free| free.range(on..).map(|(_, count)| count).sum())
    }

    /// Puts a course in the place of the one with its id.
    pub(super) fn put(&mut self, placed: PlacedCourse) {
        self.remove(&placed.course.id);
        let round = self.round(placed);
        if let Some(count) = self.count(&round) {
            *count += 1;
        }
        self.count_of(&round, |count| count + 1);
        let part = self.part(round.id());
        Arc::make_mut(&mut self.parts[part]).insert(round);
    }

    /// Takes a course off the shelf.
    pub(super) fn remove(&mut self, id: &str) {
        let Some(round) = self.get(id).cloned() else {
            return;
        };
        let part = self.part(id);
        Arc::make_mut(&mut self.parts[part]).remove(id);
        if let Some(count) = self.count(&round) {
            *count -= 1;
        }
        self.count_of(&round, |count| count - 1);
    }

    /// Returns where a course is kept.
    fn part(&self, id: &str) -> usize {
        self.hasher.hash_one(id) as usize % Self::PARTS
    }

    /// Returns a course as it is kept.
    fn round(&mut self, placed: PlacedCourse) -> Round {
        let PlacedCourse {
            mut course,
            place_name,
            district,
            ..
        } = placed;
        let id = std::mem::take(&mut course.id).into();
        let days = [
            &mut course.starts_on,
            &mut course.ends_on,
            &mut course.apply_until,
        ];
        let [starts_on, ends_on, apply_until] = days.map(std::mem::take);
        let [seats, seats_taken] = [&mut course.seats, &mut course.seats_taken].map(std::mem::take);
        let own_cost = std::mem::take(&mut course.own_cost);
        let common = Common {
            course,
            place_name,
            district,
        };
        let common = match self.commons.get(&common) {
            Some(known) => Arc::clone(known),
            None => {
                let common = Arc::new(common);
                Arc::make_mut(&mut self.commons).insert(Arc::clone(&common));
                common
            }
        };
        Round {
            id,
            common,
            starts_on,
            ends_on,
            apply_until,
            seats,
            seats_taken,
            own_cost,
        }
    }

    /// Counts a course with a free seat for its occupation and its place.
    fn count_of(&mut self, round: &Round, counted: impl Fn(usize) -> usize) {
        if round.seats_left() == 0 {
            return;
        }
        for id in round.whose() {
            let free = Arc::make_mut(self.free_of.entry(id.clone()).or_default());
            let count = free.entry(round.apply_until).or_default();
            *count = counted(*count);
            if *count == 0 {
                free.remove(&round.apply_until);
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
