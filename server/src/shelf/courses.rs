//! The published courses, and how many of them somebody could apply for: counted as they come and go, not when asked.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use policy::Programme;

use crate::db::course::PlacedCourse;

/// Published courses and practice slots.
#[derive(Clone, Debug, Default)]
pub struct Courses {
    by_id: HashMap<String, Arc<PlacedCourse>>,
    /// Those with a free seat, by the last day to apply.
    free: BTreeMap<NaiveDate, Open>,
    /// The same by occupation, institution or base.
    free_of: HashMap<String, BTreeMap<NaiveDate, usize>>,
}

/// How many can be applied for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Courses.
    pub courses: usize,
    /// Practice slots.
    pub slots: usize,
}

impl Courses {
    /// Returns the course or slot with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Arc<PlacedCourse>> {
        self.by_id.get(id)
    }

    /// Returns all of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<PlacedCourse>> {
        self.by_id.values()
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
        if let Some(count) = self.count(&placed) {
            *count += 1;
        }
        self.count_of(&placed, |count| count + 1);
        self.by_id
            .insert(placed.course.id.clone(), Arc::new(placed));
    }

    /// Takes a course off the shelf.
    pub(super) fn remove(&mut self, id: &str) {
        let Some(placed) = self.by_id.remove(id) else {
            return;
        };
        if let Some(count) = self.count(&placed) {
            *count -= 1;
        }
        self.count_of(&placed, |count| count - 1);
    }

    /// Counts a course with a free seat for its occupation and its place.
    fn count_of(&mut self, placed: &PlacedCourse, counted: impl Fn(usize) -> usize) {
        let course = &placed.course;
        if course.seats_left() == 0 {
            return;
        }
        let whose = [&course.occupation, &course.institution, &course.base];
        for id in whose.into_iter().flatten() {
            let free = self.free_of.entry(id.clone()).or_default();
            let count = free.entry(course.apply_until).or_default();
            *count = counted(*count);
            if *count == 0 {
                free.remove(&course.apply_until);
            }
        }
    }

    /// Returns the count to which a course belongs; nothing where it has no free seat.
    fn count(&mut self, placed: &PlacedCourse) -> Option<&mut usize> {
        let course = &placed.course;
        if course.seats_left() == 0 {
            return None;
        }
        let open = self.free.entry(course.apply_until).or_default();
        Some(match course.programme {
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
