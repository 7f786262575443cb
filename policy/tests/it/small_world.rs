//! A small world: three occupations, trainings as far as any rule looks at them, and one person with nothing unknown.

use policy::calendar::birthday;
use policy::{
    BaseKind, CatalogueEntry, Coded, Course, Designation, Facts, Group, Groups, HistoryEntry,
    Internship, LeftSchool, Level, Listing, OccupationCode, Programme, Published, Readings, Sex,
    Stage, State, Subject, assess, assess_course,
};

use crate::agreement::{of_course, of_left, of_programme};
use crate::oracle::Oracle;
use crate::people::today;

/// A training, as far as any rule looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Training {
    pub(crate) programme: Programme,
    /// Which of the three occupations it is in; a course is always in the first.
    pub(crate) occupation: usize,
    pub(crate) level: u8,
    pub(crate) state: &'static str,
    pub(crate) years_ago: i32,
}

impl Training {
    /// Returns a training of two years ago.
    pub(crate) fn new(programme: Programme, occupation: usize, level: u8, state: State) -> Self {
        Self {
            programme,
            occupation,
            level,
            state: state.code(),
            years_ago: 2,
        }
    }

    pub(crate) fn entry(self) -> HistoryEntry {
        let named = self.programme.names_occupation();
        HistoryEntry {
            programme: self.programme,
            occupation: named.then(|| occupation(self.occupation)),
            level: named.then(|| Level::new(self.level).unwrap()),
            start: birthday(today(), -self.years_ago),
            state: State::from_code(self.state).unwrap(),
        }
    }
}

fn occupation(number: usize) -> OccupationCode {
    ["4-01", "6-18", "6-31"][number].parse().unwrap()
}

/// Other names that the three occupations may bear.
pub(crate) type Names = [usize; 3];

/// Every other naming that leaves the first occupation, which a course is in, its name.
pub(crate) const KEEPING_THE_FIRST: &[Names] = &[[0, 2, 1]];
/// Every other naming.
pub(crate) const ANY_NAMES: &[Names] = &[[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

/// Says whether the history is the first of those that other names make of it.
pub(crate) fn is_first_of_its_kind(history: &[Training], namings: &[Names]) -> bool {
    namings
        .iter()
        .all(|names| history <= renamed(history, names).as_slice())
}

/// Returns the history under other names, in order.
pub(crate) fn renamed(history: &[Training], names: &Names) -> Vec<Training> {
    let mut history = history.to_vec();
    for training in &mut history {
        if training.programme.names_occupation() {
            training.occupation = names[training.occupation];
        }
    }
    history.sort_unstable();
    history
}

/// Somebody of 30 with nothing unknown, and everything published in their favour.
pub(crate) struct Small {
    pub(crate) facts: Facts,
    designations: Vec<Designation>,
}

impl Small {
    pub(crate) fn new() -> Self {
        let mut facts = Facts::default();
        facts.person.birth = Some(birthday(today(), -30));
        facts.person.sex = Some(Sex::Female);
        facts.person.groups = Some(Groups::of(&[
            Group::RegisteredUnemployed,
            Group::Student,
            Group::SchoolLeaver,
            Group::NewRecruit,
        ]));
        facts.person.left_school = Some(LeftSchool {
            stage: Some(Stage::JuniorHigh),
            on: Some(birthday(today(), -14)),
        });
        facts.person.certificates = Some(Vec::new());
        facts.person.entrepreneur_certificate = Some(false);
        facts.person.business_plan_passed = Some(true);
        let subjects = [Subject::Entrepreneurship, Subject::Simulation];
        let skills = (0..3).flat_map(|number| {
            Level::ALL.map(|level| Subject::Occupation(occupation(number), level))
        });
        let designations = subjects
            .into_iter()
            .chain(skills)
            .map(|subject| Designation {
                subject,
                from: birthday(today(), -10),
                to: None,
            });
        Self {
            designations: designations.collect(),
            facts,
        }
    }

    pub(crate) fn take(&mut self, history: &[Training]) {
        self.facts.history = Some(history.iter().map(|training| training.entry()).collect());
    }

    /// Asks the engine and the oracle about a course.
    pub(crate) fn ask(&self, course: &Course) {
        let published = self.published();
        let told = of_course(&assess_course(&self.facts, course, &published));
        let expected = self.oracle(&published).course(course);
        assert_eq!(told, expected, "{:?}", self.facts.history);
    }

    /// Asks them what is left, and about every programme without a course.
    pub(crate) fn ask_in_general(&self) {
        let published = self.published();
        let oracle = self.oracle(&published);
        let told = assess(&self.facts, None, &published, today());
        let history = &self.facts.history;
        assert_eq!(of_left(&told), oracle.left(today()), "{history:?}");
        for programme in &told.programmes {
            let expected = oracle.programme(programme.programme, today());
            assert_eq!(of_programme(programme), expected, "{history:?}");
        }
    }

    /// Says whether such a training is open to the person today.
    pub(crate) fn may_take(&self, training: &Training) -> bool {
        let level = Level::new(training.level).unwrap();
        let course = course(training.programme, training.occupation, level);
        assess_course(&self.facts, &course, &self.published()).verdict == policy::Verdict::Open
    }

    fn oracle<'a>(&'a self, published: &'a Published<'a>) -> Oracle<'a> {
        Oracle {
            facts: &self.facts,
            published,
        }
    }

    fn published(&self) -> Published<'_> {
        Published {
            readings: Readings::built_in(),
            listing: Listing::Listed(CatalogueEntry {
                subsidised: true,
                shortage: true,
                ..CatalogueEntry::default()
            }),
            designations: Some(&self.designations),
            base: Some(BaseKind::Public),
        }
    }
}

/// Returns a course of today in an occupation.
pub(crate) fn course(programme: Programme, number: usize, level: Level) -> Course {
    Course {
        occupation: Some(occupation(number)),
        level: Some(level),
        end: Some(birthday(today(), 1)),
        semesters: Some(2),
        class_hours: Some(200),
        internship: Some(Internship::None),
        ..Course::new(programme, today())
    }
}
