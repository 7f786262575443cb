//! Anybody who may ask about anything: people, courses and published things with gaps, and often within a day of a boundary.

use std::fmt;

use chrono::{Datelike, NaiveDate, TimeDelta};
use policy::calendar::{birthday, months_after, new_year};
use policy::{
    Amendment, BaseKind, CatalogueEntry, Chosen, Coded, Course, Designation, Facts, Fen,
    HistoryEntry, Internship, Level, Listing, Programme, Published, ReadingId, Readings, State,
    Subject,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::people;

/// Somebody who asks about a course on a day.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) on: NaiveDate,
    pub(crate) facts: Facts,
    pub(crate) course: Course,
    readings: Readings,
    listing: Listing,
    designations: Option<Vec<Designation>>,
    base: Option<BaseKind>,
}

impl Case {
    pub(crate) fn published(&self) -> Published<'_> {
        Published {
            readings: &self.readings,
            listing: self.listing,
            designations: self.designations.as_deref(),
            base: self.base,
        }
    }
}

// Facts never print themselves; a case that came out wrong has to.
impl fmt::Debug for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let person = &self.facts.person;
        formatter
            .debug_struct("Case")
            .field("on", &self.on)
            .field("birth", &person.birth)
            .field("sex", &person.sex)
            .field(
                "groups",
                &person
                    .groups
                    .map(|groups| groups.iter().collect::<Vec<_>>()),
            )
            .field("left_school", &person.left_school)
            .field("certificates", &person.certificates)
            .field("entrepreneur_certificate", &person.entrepreneur_certificate)
            .field("business_plan_passed", &person.business_plan_passed)
            .field("employment", &person.employment)
            .field("history", &self.facts.history)
            .field("course", &self.course)
            .field("published", &self.published())
            .finish()
    }
}

fn days(number: i64) -> TimeDelta {
    TimeDelta::days(number)
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A day on which to ask: ends of months, of February and of the year as often as any other.
fn day() -> impl Strategy<Value = NaiveDate> {
    let telling = [
        date(2026, 11, 23),
        date(2027, 2, 28),
        date(2027, 3, 1),
        date(2028, 2, 29),
        date(2028, 3, 1),
        date(2026, 12, 31),
        date(2027, 1, 1),
        date(2027, 7, 31),
    ];
    let any = (0..9_000i64).prop_map(|after| date(2012, 1, 1) + days(after));
    prop_oneof![select(telling.to_vec()), any]
}

/// A number of days, within a day of the boundary as often as further off.
fn about() -> impl Strategy<Value = i64> {
    prop_oneof![2 => -1..=1i64, 1 => -40..=40i64, 1 => -500..=500i64]
}

/// How a birth lies to the day asked about: the age that is then reached and the days beside it, or a leap day.
fn birth() -> impl Strategy<Value = (Option<i32>, i64, bool)> {
    let age = prop_oneof![
        3 => select(vec![14, 15, 16, 17, 18, 54, 55, 56, 58, 59, 60, 61, 63]).prop_map(Some),
        1 => Just(None),
    ];
    (age, about(), prop::bool::weighted(0.2))
}

fn born(on: NaiveDate, (age, beside, leap_day): (Option<i32>, i64, bool)) -> NaiveDate {
    let birth = birthday(on, -age.unwrap_or(30)) + days(beside);
    let leap_year = birth.year() - birth.year() % 4;
    let birth = if leap_day {
        date(leap_year, 2, 29)
    } else {
        birth
    };
    birth.min(on)
}

/// A training: what it was, and when it started, near a New Year as often as any time in the last years or the next.
fn entry() -> impl Strategy<Value = (HistoryEntry, Option<i32>, i64)> {
    let new_year = prop_oneof![2 => (-2..=2i32).prop_map(Some), 3 => Just(None)];
    let beside = prop_oneof![-1..=0i64, -4_000..=900i64];
    (people::entry(), new_year, beside)
}

fn entered(
    on: NaiveDate,
    (entry, years, beside): &(HistoryEntry, Option<i32>, i64),
) -> HistoryEntry {
    let start = match years {
        Some(years) => new_year(on.year() + years) + days(*beside % 2),
        None => on + days(*beside),
    };
    let state = match entry.state {
        state if start <= on => state,
        State::Failed | State::Cancelled => State::Cancelled,
        _ => State::Reserved,
    };
    HistoryEntry {
        start,
        state,
        ..*entry
    }
}

/// Numbers from which a course is laid out.
#[derive(Clone, Debug)]
struct Layout {
    start: i64,
    length: i64,
    until_sixteen: bool,
    internship: Option<(i64, i64)>,
    signed: Option<i64>,
}

prop_compose! {
    fn layout()(
        start in prop_oneof![-1..=1i64, 0..=700i64],
        length in prop_oneof![0..=1i64, 0..=400i64],
        until_sixteen in any::<bool>(),
        internship in option::of((0..=60i64, -2..=1i64)),
        signed in option::of(-1..=1i64),
    ) -> Layout {
        Layout { start, length, until_sixteen, internship, signed }
    }
}

fn lay_out(case: &mut Case, layout: &Layout) {
    let course = &mut case.course;
    course.start = case.on + days(layout.start);
    course.end = Some(course.start + days(layout.length));
    if layout.until_sixteen && course.programme == Programme::LabourPreparation {
        let sixteen = case.facts.person.birth.map(|birth| birthday(birth, 16));
        course.end = sixteen.map(|day| (day + days(layout.length % 3 - 1)).max(course.start));
    }
    if let Some(Internship::Held {
        agreement,
        insurance,
        ..
    }) = course.internship
    {
        let (after, beside) = layout.internship.unwrap_or((0, 0));
        let from = course.start + days(after);
        let to = Some((months_after(from, 1) + days(beside)).max(from));
        course.internship = Some(Internship::Held {
            from: Some(from),
            to,
            agreement,
            insurance,
        });
    }
    if let (Some(beside), Some(employment)) = (layout.signed, &mut case.facts.person.employment) {
        let asked = if layout.until_sixteen {
            course.start
        } else {
            case.on
        };
        let signed = birthday(asked, 0)
            .checked_sub_months(chrono::Months::new(6))
            .unwrap();
        employment.contract_signed = Some((signed + days(beside)).min(case.on));
    }
}

/// A period beside the course's: from where, to where, and whether it is for the course's own subject.
fn period() -> impl Strategy<Value = (u8, u8, u8)> {
    (0..7u8, 0..8u8, 0..6u8)
}

fn designation(course: &Course, (from, to, subject): (u8, u8, u8)) -> Designation {
    let (start, end) = (course.start, course.end.unwrap_or(course.start));
    let middle = start + (end - start) / 2;
    let own = match course.programme {
        Programme::Entrepreneurship => Subject::Entrepreneurship,
        Programme::EntrepreneurshipSimulation => Subject::Simulation,
        _ => Subject::Occupation(course.occupation.unwrap(), course.level.unwrap()),
    };
    Designation {
        subject: match subject {
            0 => Subject::Entrepreneurship,
            1 => Subject::Occupation(course.occupation.unwrap(), Level::PRIMARY),
            _ => own,
        },
        from: match from {
            0 => start + days(1),
            1 => middle,
            2 => middle + days(1),
            3 => middle + days(2),
            4 => start,
            _ => start - days(200),
        },
        to: match to {
            0 => Some(middle - days(1)),
            1 => Some(middle),
            2 => Some(middle + days(1)),
            3 => Some(end - days(1)),
            4 => Some(end),
            5 => Some(end + days(1)),
            6 => Some(start - days(1)),
            _ => None,
        },
    }
}

fn listing() -> impl Strategy<Value = Listing> {
    let fen = || option::weighted(0.8, 0..=500_000i64).prop_map(|fen| fen.map(Fen));
    let top_up = option::of(select(vec![0, 1, 5, 10, 15, 20, 33, 100]));
    let entry = (any::<bool>(), any::<bool>(), fen(), fen(), top_up).prop_map(
        |(subsidised, shortage, training, appraisal, top_up_percent)| {
            Listing::Listed(CatalogueEntry {
                subsidised,
                shortage,
                training,
                appraisal,
                top_up_percent,
            })
        },
    );
    prop_oneof![1 => Just(Listing::NoEdition), 1 => Just(Listing::NotListed), 6 => entry]
}

/// A choice that an office may make later, and the days until then.
fn amendment() -> impl Strategy<Value = (ReadingId, Chosen, i64)> {
    let number = |id, least: u32, most: u32| {
        (least..=most).prop_map(move |number| (id, Chosen::Number(number)))
    };
    let ages = (50..=66u32, 50..=66u32)
        .prop_map(|(male, female)| (ReadingId::RetirementAge, Chosen::Ages { male, female }));
    let applies = select(vec![
        ReadingId::LeaversFirst,
        ReadingId::AlreadyCertified,
        ReadingId::PromotionStep,
        ReadingId::EducationFund,
        ReadingId::PracticeShare,
        ReadingId::InHouseDesignation,
    ]);
    let applies = (applies, any::<bool>()).prop_map(|(id, applies)| (id, Chosen::Applies(applies)));
    let choice = prop_oneof![
        1 => number(ReadingId::SixSubsidies, 1, 8),
        1 => number(ReadingId::YoungestAge, 14, 18),
        1 => number(ReadingId::OnceInLifetime, 1, 3),
        1 => number(ReadingId::PrimarySubsidies, 1, 3),
        1 => number(ReadingId::StudentSubsidies, 1, 3),
        1 => number(ReadingId::PracticePercent, 0, 100),
        1 => number(ReadingId::SemestersAfterJuniorHigh, 1, 4),
        1 => number(ReadingId::SemestersAfterSeniorHigh, 1, 4),
        1 => number(ReadingId::InternshipMonths, 1, 6),
        1 => number(ReadingId::ContractMonths, 1, 36),
        1 => number(ReadingId::StartMonths, 1, 11),
        1 => number(ReadingId::FrontLinePercent, 1, 100),
        1 => number(ReadingId::ClassHours, 1, 400),
        1 => number(ReadingId::SimulationYuan, 0, 2_000),
        1 => number(ReadingId::LeaversSinceYear, 2009, 2013),
        2 => ages,
        6 => applies,
    ];
    let after = prop_oneof![-1..=1i64, -400..=4_000i64];
    (choice, after).prop_map(|((id, chosen), after)| (id, chosen, after))
}

/// Which facts are not told: none, a few or many.
fn gaps() -> impl Strategy<Value = u32> {
    let few =
        (any::<u32>(), any::<u32>(), any::<u32>()).prop_map(|(one, two, three)| one & two & three);
    prop_oneof![2 => Just(0), 3 => few, 1 => any::<u32>()]
}

prop_compose! {
    fn published()(
        listing in listing(),
        periods in option::weighted(0.8, vec(period(), 0..4)),
        base in option::weighted(0.8, select(BaseKind::ALL)),
        amendments in prop_oneof![2 => Just(Vec::new()), 1 => vec(amendment(), 1..4)],
    ) -> (Listing, Option<Vec<(u8, u8, u8)>>, Option<BaseKind>, Vec<(ReadingId, Chosen, i64)>) {
        (listing, periods, base, amendments)
    }
}

prop_compose! {
    /// Somebody who asks about a course on a day, with what is published about it.
    pub(crate) fn case()(
        on in day(),
        facts in people::complete(),
        course in people::complete_course(),
        birth in birth(),
        entries in vec(entry(), 0..9),
        layout in layout(),
        (listing, periods, base, amendments) in published(),
        gaps in gaps(),
    ) -> Case {
        let mut amendments: Vec<Amendment> = amendments
            .into_iter()
            .map(|(reading, chosen, after)| Amendment { reading, chosen, since: on + days(after) })
            .collect();
        // two of one reading on one day are refused
        amendments.sort_by_key(|amendment| (amendment.reading.code(), amendment.since));
        amendments.dedup_by_key(|amendment| (amendment.reading, amendment.since));
        let readings = Readings::amended(amendments).unwrap();
        let mut case = Case { on, facts, course, readings, listing, designations: None, base };
        case.facts.person.birth = Some(born(on, birth));
        case.facts.history = Some(entries.iter().map(|told| entered(on, told)).collect());
        lay_out(&mut case, &layout);
        case.designations = periods.map(|periods| {
            periods.into_iter().map(|period| designation(&case.course, period)).collect()
        });
        (case.facts, case.course) = people::without(&case.facts, &case.course, gaps);
        case
    }
}
