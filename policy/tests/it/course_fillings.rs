//! A few telling ways to fill every gap in a course and in what is published about it.

use chrono::{Days, NaiveDate};
use policy::{
    BaseKind, CatalogueEntry, Course, Designation, Internship, Listing, Published, Subject,
};

/// Which filling each kind of gap gets.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    benign: bool,
    long: bool,
}

pub(crate) const WAYS: [Way; 4] = [
    Way {
        benign: true,
        long: true,
    },
    Way {
        benign: true,
        long: false,
    },
    Way {
        benign: false,
        long: true,
    },
    Way {
        benign: false,
        long: false,
    },
];

impl Way {
    /// Returns the course with every gap filled.
    pub(crate) fn course(self, course: &Course) -> Course {
        let years = if self.long { 60 * 366 } else { 0 };
        Course {
            end: course.end.or(Some(course.start + Days::new(years))),
            semesters: course.semesters.or(Some(if self.long { 2 } else { 0 })),
            class_hours: course
                .class_hours
                .or(Some(if self.long { 200 } else { 199 })),
            internship: Some(self.internship(course)),
            ..course.clone()
        }
    }

    fn internship(self, course: &Course) -> Internship {
        let Some(internship) = course.internship else {
            return if self.benign {
                Internship::None
            } else {
                self.held(None, None, None, None, course.start)
            };
        };
        match internship {
            Internship::None => Internship::None,
            Internship::Held {
                from,
                to,
                agreement,
                insurance,
            } => self.held(from, to, agreement, insurance, course.start),
        }
    }

    fn held(
        self,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
        agreement: Option<bool>,
        insurance: Option<bool>,
        start: NaiveDate,
    ) -> Internship {
        let days = Days::new(if self.benign { 0 } else { 60 });
        let first = from.or(to.map(|to| to - days)).unwrap_or(start);
        Internship::Held {
            from: Some(first),
            to: to.or(Some(first + days)),
            agreement: agreement.or(Some(self.benign)),
            insurance: insurance.or(Some(self.benign)),
        }
    }

    /// Returns designations that reach as far as the way goes.
    pub(crate) fn designations(self, course: &Course) -> Vec<Designation> {
        let skill = Subject::Occupation(course.occupation.unwrap(), course.level.unwrap());
        let subjects = [skill, Subject::Entrepreneurship, Subject::Simulation].into_iter();
        let (from, to) = (NaiveDate::from_ymd_opt(2011, 1, 1).unwrap(), None);
        subjects
            .filter(|_| self.benign)
            .map(|subject| Designation { subject, from, to })
            .collect()
    }

    /// Returns what is published with every gap filled.
    pub(crate) fn published<'a>(
        self,
        told: &Published<'a>,
        designations: &'a [Designation],
    ) -> Published<'a> {
        let entry = CatalogueEntry {
            subsidised: self.benign,
            shortage: self.benign,
            ..CatalogueEntry::default()
        };
        Published {
            listing: if told.listing == Listing::NoEdition {
                Listing::Listed(entry)
            } else {
                told.listing
            },
            designations: told.designations.or(Some(designations)),
            base: told.base.or(Some(if self.benign {
                BaseKind::Public
            } else {
                BaseKind::Industry
            })),
            ..*told
        }
    }
}
