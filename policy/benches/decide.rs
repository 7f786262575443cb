//! How many decisions a core makes in a second: one person, all eight programmes, every rule with its reason; how long
//! a whole catalogue takes for one person, and a plan over five years.
//!
//! `cargo bench -p policy` prints it; the aim is 1,000,000 a second, the promise 500,000. What is measured is the time
//! that the processor worked for this thread, so that a busy machine gives the same figures as an idle one.
#![expect(clippy::unwrap_used, reason = "a bench stops at a broken assumption")]

use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use policy::{
    CatalogueEntry, Certificate, Course, Designation, Employment, Facts, Fen, Goal, Group, Groups,
    HistoryEntry, LeftSchool, Level, Listing, Offer, Outlook, Programme, Published, Readings, Sex,
    Stage, State, Subject, assess, assess_course, plan,
};
use rustix::time::{ClockId, clock_gettime};

/// The time that the processor worked for this thread.
struct ProcessorTime;

impl Measurement for ProcessorTime {
    type Intermediate = Duration;
    type Value = Duration;

    fn start(&self) -> Duration {
        let spent = clock_gettime(ClockId::ThreadCPUTime);
        Duration::try_from(spent).expect("a thread never works for less than no time")
    }

    fn end(&self, start: Duration) -> Duration {
        self.start() - start
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, spent: &Duration) -> f64 {
        WallTime.to_f64(spent)
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn entry(occupation: &str, level: u8, year: i32) -> HistoryEntry {
    HistoryEntry {
        programme: Programme::EmploymentSkills,
        occupation: Some(occupation.parse().unwrap()),
        level: Some(Level::new(level).unwrap()),
        start: day(year, 3, 1),
        state: State::Paid,
    }
}

fn newcomer() -> Facts {
    let mut facts = Facts {
        history: Some(Vec::new()),
        ..Facts::default()
    };
    facts.person.birth = Some(day(1990, 2, 28));
    facts.person.sex = Some(Sex::Male);
    facts.person.groups = Some(Groups::of(&[Group::RegisteredUnemployed]));
    facts.person.left_school = Some(LeftSchool {
        stage: Some(Stage::JuniorHigh),
        on: Some(day(2005, 7, 1)),
    });
    facts.person.certificates = Some(Vec::new());
    facts
}

fn trained_recruit() -> Facts {
    let mut facts = newcomer();
    facts.person.groups = Some(Groups::of(&[Group::RuralWorker, Group::NewRecruit]));
    facts.person.certificates = Some(vec![Certificate {
        occupation: "6-18-02-04".parse().unwrap(),
        level: Level::new(4).unwrap(),
    }]);
    facts.person.entrepreneur_certificate = Some(true);
    facts.person.business_plan_passed = Some(true);
    facts.person.employment = Some(Employment {
        enterprise_in_city: Some(true),
        hr_or_dispatch: Some(false),
        industry_conforms: Some(true),
        contract_signed: Some(day(2026, 7, 31)),
        contract_months: Some(12),
        contract_open_ended: Some(false),
        filed: Some(true),
        insured: Some(true),
        fund_drawn: Some(true),
        fund_front_line_percent: Some(60.try_into().unwrap()),
        fund_disclosed: Some(true),
    });
    facts.history = Some(vec![
        entry("6-18-02-04", 5, 2023),
        entry("4-01-01-01", 5, 2025),
        entry("6-18-02-04", 4, 2026),
    ]);
    facts
}

fn decisions(criterion: &mut Criterion<ProcessorTime>) {
    let on = day(2026, 11, 23);
    let published = Published::default();
    let mut group = criterion.benchmark_group("decisions");
    group.throughput(Throughput::Elements(1));
    for (name, facts) in [
        ("newcomer", newcomer()),
        ("trained recruit, year used", trained_recruit()),
        ("nothing known", Facts::default()),
    ] {
        group.bench_with_input(
            BenchmarkId::from_parameter(name),
            &facts,
            |bencher, facts| {
                bencher.iter(|| assess(black_box(facts), None, &published, black_box(on)));
            },
        );
    }
    group.finish();
}

fn courses(criterion: &mut Criterion<ProcessorTime>) {
    let occupation = "6-18-02-04".parse().unwrap();
    let level = Level::new(4).unwrap();
    let designations = [Designation {
        subject: Subject::Occupation(occupation, level),
        from: day(2026, 1, 1),
        to: None,
    }];
    let published = Published {
        listing: Listing::Listed(CatalogueEntry {
            subsidised: true,
            training: Some(Fen::from_yuan(1_800)),
            appraisal: Some(Fen::from_yuan(250)),
            ..CatalogueEntry::default()
        }),
        designations: Some(&designations),
        ..Published::default()
    };
    let course = Course {
        occupation: Some(occupation),
        level: Some(level),
        end: Some(day(2027, 3, 1)),
        ..Course::new(Programme::EmploymentSkills, day(2027, 1, 10))
    };
    let facts = trained_recruit();
    let mut group = criterion.benchmark_group("courses");
    group.throughput(Throughput::Elements(1));
    group.bench_function("one promotion", |bencher| {
        bencher.iter(|| assess_course(black_box(&facts), black_box(&course), &published));
    });
    group.finish();
}

/// A catalogue of 60 occupations at all five levels: 300 entries.
fn catalogue() -> Vec<Offer> {
    let mut offers = Vec::new();
    for number in 0..60 {
        for level in Level::ALL {
            let yuan = 500 + 37 * (number * 7 % 60) + 400 * i32::from(5 - level.number());
            offers.push(Offer {
                occupation: format!("6-{number:02}").parse().unwrap(),
                level,
                entry: CatalogueEntry {
                    subsidised: true,
                    training: Some(Fen::from_yuan(yuan)),
                    appraisal: Some(Fen::from_yuan(250)),
                    ..CatalogueEntry::default()
                },
            });
        }
    }
    offers
}

fn whole_catalogue(criterion: &mut Criterion<ProcessorTime>) {
    let offers = catalogue();
    let courses: Vec<_> = offers
        .iter()
        .map(|offer| {
            let course = Course {
                occupation: Some(offer.occupation),
                level: Some(offer.level),
                end: Some(day(2027, 3, 1)),
                ..Course::new(Programme::EmploymentSkills, day(2027, 1, 10))
            };
            let designation = Designation {
                subject: Subject::Occupation(offer.occupation, offer.level),
                from: day(2026, 1, 1),
                to: None,
            };
            (course, Listing::Listed(offer.entry), [designation])
        })
        .collect();
    let facts = trained_recruit();
    let mut group = criterion.benchmark_group("courses");
    group.throughput(Throughput::Elements(300));
    group.bench_function("a catalogue of 300 entries for one person", |bencher| {
        bencher.iter(|| {
            for (course, listing, designations) in &courses {
                let published = Published {
                    listing: *listing,
                    designations: Some(designations),
                    ..Published::default()
                };
                black_box(assess_course(black_box(&facts), course, &published));
            }
        });
    });
    group.finish();
}

fn plans(criterion: &mut Criterion<ProcessorTime>) {
    let on = day(2026, 11, 23);
    let outlook = Outlook::new(Readings::built_in(), catalogue(), on);
    let belonging = |mut facts: Facts, groups: &[Group]| {
        facts.person.groups = Some(Groups::of(groups));
        facts
    };
    let mut trained = trained_recruit();
    trained.history = Some(vec![entry("6-31", 5, 2025)]);
    let leaver = [Group::RegisteredUnemployed, Group::SchoolLeaver];
    let student = [Group::RuralWorker, Group::Student];
    let all = [Group::RuralWorker, Group::Student, Group::SchoolLeaver];
    let people = [
        ("newcomer", newcomer()),
        ("trained once", trained),
        ("school leaver", belonging(newcomer(), &leaver)),
        ("student from a village", belonging(newcomer(), &student)),
        ("all four programmes", belonging(newcomer(), &all)),
    ];
    let mut group = criterion.benchmark_group("five years");
    for (name, facts) in &people {
        let most = BenchmarkId::new("most subsidised", name);
        group.bench_with_input(most, facts, |bencher, facts| {
            bencher.iter(|| plan(black_box(facts), Goal::MostSubsidised, &outlook, 5));
        });
        let goal = Goal::Skill(Certificate {
            occupation: "6-31".parse().unwrap(),
            level: Level::new(2).unwrap(),
        });
        let skill = BenchmarkId::new("level 2", name);
        group.bench_with_input(skill, facts, |bencher, facts| {
            bencher.iter(|| plan(black_box(facts), goal, &outlook, 5));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ProcessorTime);
    targets = decisions, courses, whole_catalogue, plans
}
criterion_main!(benches);
