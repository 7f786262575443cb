//! What can be taken in the years to come, if today's policy, today's catalogue and the person's other facts continue.

use chrono::{Days, NaiveDate};

use crate::assessment::money;
use crate::calendar::months_after;
use crate::rules::preparation_length;
use crate::{
    BaseKind, CatalogueEntry, Certificate, Course, CourseAssessment, Designation, Facts,
    Internship, Level, Listing, Money, OccupationCode, Outcome, Programme, Published, ReadingId,
    Readings, Remedy, Subject, Verdict, assess_course,
};

/// How long a training takes where nothing else is known: about 200 class hours, five half days a week.
const TRAINING_DAYS: u64 = 60;
const MONTHS_A_SEMESTER: u32 = 6;

/// One occupation at one level of the catalogue in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The occupation.
    pub occupation: OccupationCode,
    /// The level.
    pub level: Level,
    /// What the catalogue says of it.
    pub entry: CatalogueEntry,
}

/// What can be taken from a day on.
#[derive(Clone, Debug)]
pub struct Outlook<'a> {
    readings: &'a Readings,
    /// By occupation, then from the entry level up.
    offers: Vec<Offer>,
    on: NaiveDate,
}

/// A training as it is usually held, at the first day on which it is not closed.
pub(crate) struct Training {
    pub(crate) course: Course,
    pub(crate) assessed: CourseAssessment,
}

impl<'a> Outlook<'a> {
    /// Returns the outlook from this day on.
    #[must_use]
    pub fn new(
        readings: &'a Readings,
        offers: impl IntoIterator<Item = Offer>,
        on: NaiveDate,
    ) -> Self {
        let mut offers: Vec<Offer> = offers.into_iter().collect();
        offers.sort_unstable_by_key(|offer| (offer.occupation, u8::MAX - offer.level.number()));
        Self {
            readings,
            offers,
            on,
        }
    }

    /// Returns the day from which trainings can start.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Returns what the catalogue offers, by occupation, then from the entry level up.
    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// Returns the first day of the span, from the outlook's day on, in which no reading changes up to this day.
    pub(crate) fn readings_since(&self, day: NaiveDate) -> NaiveDate {
        let changes = self.readings.changes_after(self.on);
        changes
            .take_while(|change| *change <= day)
            .last()
            .unwrap_or(self.on)
    }

    pub(crate) fn listing(&self, skill: Certificate) -> Listing {
        let wanted = (skill.occupation, u8::MAX - skill.level.number());
        self.offers
            .binary_search_by_key(&wanted, |offer| {
                (offer.occupation, u8::MAX - offer.level.number())
            })
            .map_or(Listing::NotListed, |place| {
                Listing::Listed(self.offers[place].entry)
            })
    }

    /// Returns the training at the first day from `from` to `until` on which no rule fails; facts may be missing still.
    pub(crate) fn first_open(
        &self,
        facts: &Facts,
        (programme, skill): (Programme, Option<Certificate>),
        listing: Listing,
        (from, until): (NaiveDate, NaiveDate),
    ) -> Option<Training> {
        let mut start = from;
        while start <= until {
            let course = self.usual_course(facts, programme, skill, start);
            let assessed = self.assessed(facts, &course, listing);
            if assessed.verdict != Verdict::Closed {
                return Some(Training { course, assessed });
            }
            // closed for good, unless every broken rule mends itself
            let mut opens = start;
            for finding in assessed.findings.iter() {
                match (finding.outcome, finding.remedy) {
                    (Outcome::Fail, Remedy::Wait { until }) => opens = opens.max(until),
                    (Outcome::Fail, _) => return None,
                    _ => {}
                }
            }
            start = opens;
        }
        None
    }

    /// Says whether the programme is closed for good, whatever the occupation and level.
    pub(crate) fn is_over(&self, facts: &Facts, programme: Programme, day: NaiveDate) -> bool {
        let course = self.usual_course(facts, programme, None, day);
        let assessed = self.assessed(facts, &course, Listing::NoEdition);
        assessed.findings.iter().any(|finding| {
            finding.outcome == Outcome::Fail && !matches!(finding.remedy, Remedy::Wait { .. })
        })
    }

    /// Returns what a course of the programme pays that starts on the day and has this listing.
    pub(crate) fn money(&self, programme: Programme, listing: Listing, start: NaiveDate) -> Money {
        let published = Published {
            readings: self.readings,
            listing,
            ..Published::default()
        };
        money(&Course::new(programme, start), &published)
    }

    /// Returns a course of the programme as it is usually held for somebody: as long as the policy asks, without an internship.
    fn usual_course(
        &self,
        facts: &Facts,
        programme: Programme,
        skill: Option<Certificate>,
        start: NaiveDate,
    ) -> Course {
        let stage = facts.person.left_school.and_then(|left| left.stage);
        let parameters = self.readings.parameters(start);
        let semesters = preparation_length::least(stage, &parameters).max(1);
        let after = if programme == Programme::LabourPreparation {
            months_after(start, MONTHS_A_SEMESTER * semesters)
        } else {
            start
                .checked_add_days(Days::new(TRAINING_DAYS))
                .unwrap_or(start)
        };
        Course {
            occupation: skill.map(|skill| skill.occupation),
            level: skill.map(|skill| skill.level),
            end: after.pred_opt(),
            semesters: Some(semesters),
            class_hours: Some(parameters.number(ReadingId::ClassHours)),
            internship: Some(Internship::None),
            ..Course::new(programme, start)
        }
    }

    /// Returns what the rules say of a course that is held by whoever may hold it.
    fn assessed(&self, facts: &Facts, course: &Course, listing: Listing) -> CourseAssessment {
        let designations = held_rightly(course);
        let published = Published {
            readings: self.readings,
            listing,
            designations: Some(&designations),
            base: Some(BaseKind::Public),
        };
        assess_course(facts, course, &published)
    }
}

/// Returns the designation of an institution that may hold the course, whatever its days.
pub(crate) fn held_rightly(course: &Course) -> [Designation; 1] {
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
