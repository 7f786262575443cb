//! A rehearsal draws believable residents, gives one outcome for one seed, and finds who gains and who loses.

use std::collections::HashSet;
use std::num::NonZero;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use app::backend::{Effect, Rehearsal};
use policy::{
    BaseKind, CatalogueEntry, Course, Designation, Fen, Group, Internship, Listing, Outcome,
    Programme, Published, Readings, RuleId, Subject, Verdict, assess_course, calendar,
};
use server::import::{Kind, proposal};
use server::register::Register;
use server::rehearsal::{Barren, Ground, Order, Population, Progress, rehearse};
use server::shelf::{Shelf, Stock};

use crate::databases::fresh;
use crate::import::readings::HEADER;
use crate::import::{today, with};

async fn stock() -> Arc<Stock> {
    let fresh = fresh().await.remove(0);
    let kinds = [Kind::Occupations, Kind::Districts, Kind::Catalogue];
    with(&fresh.database, &kinds).await;
    let shelf = Shelf::default();
    shelf.catch_up(&fresh.database).await.unwrap();
    shelf.stock()
}

fn order(people: u64, threads: usize) -> Order {
    Order {
        people,
        seed: 2011,
        on: today(),
        threads: NonZero::new(threads).unwrap(),
    }
}

fn rehearsed(stock: &Stock, rows: &str, order: &Order) -> Rehearsal {
    let file = format!("{HEADER}{rows}");
    let proposal = proposal(file.as_bytes(), &Register::default(), today()).unwrap();
    let progress = Progress::default();
    let rehearsal = rehearse(stock, &proposal, order, &progress).unwrap();
    assert_eq!(progress.done(), order.people);
    rehearsal
}

fn sum<'a>(effects: impl Iterator<Item = &'a Effect>) -> Effect {
    let mut sum = Effect::default();
    effects.for_each(|effect| sum.add(effect));
    sum
}

#[tokio::test]
async fn one_seed_has_one_outcome_however_many_threads_work() {
    const ROWS: &str = "retirement_age,63|58,2026-11-24,x,\ntop_up_very,50,2027-01-01,x,\n";
    let stock = stock().await;
    let alone = rehearsed(&stock, ROWS, &order(9_001, 1));
    for threads in [2, 3, 7] {
        assert_eq!(
            rehearsed(&stock, ROWS, &order(9_001, threads)),
            alone,
            "{threads}"
        );
    }
    let others = Order {
        seed: 1,
        ..order(9_001, 2)
    };
    assert_ne!(rehearsed(&stock, ROWS, &others).all, alone.all);
    for parts in [
        sum(alone.programmes.iter().map(|(_, effect)| effect)),
        sum(alone.districts.iter().map(|(_, _, effect)| effect)),
        sum(alone.groups.iter().map(|(_, effect)| effect)),
        sum(alone.ages.iter().map(|(_, _, effect)| effect)),
    ] {
        assert_eq!(parts, alone.all);
    }
    assert_eq!(alone.all.people, 9_001);
}

#[tokio::test]
async fn residents_are_of_every_kind_and_took_only_what_the_rules_granted() {
    let stock = stock().await;
    let ground = Ground::of(&stock, today()).unwrap();
    let population = Population {
        ground: &ground,
        readings: Readings::built_in(),
        on: today(),
        seed: 7,
    };
    let (mut groups, mut districts, mut programmes) =
        (HashSet::new(), HashSet::new(), HashSet::new());
    let mut most_taken = 0;
    for number in 0..4_000 {
        let resident = population.resident(number);
        let facts = &resident.facts;
        assert_eq!(facts.check(today()), Ok(()), "{number}");
        assert_eq!(resident.course.check(), Ok(()), "{number}");
        groups.insert(resident.group);
        districts.insert(facts.person.residence);
        programmes.insert(resident.course.programme);
        let history = facts.history.as_ref().unwrap();
        most_taken = most_taken.max(history.len());
        assert!(history.is_sorted_by_key(|entry| entry.start), "{number}");
        let used = history.iter().filter(|entry| entry.state.counts()).count();
        assert!(used <= 6, "{number}");
        for (place, entry) in history.iter().enumerate() {
            let mut then = facts.clone();
            then.history = Some(history[..place].to_vec());
            // they may have belonged to another group then: which, the programme says
            then.person.groups = Some(entry.programme.groups());
            let designations = [Designation {
                subject: Subject::Occupation(entry.occupation.unwrap(), entry.level.unwrap()),
                from: chrono::NaiveDate::MIN,
                to: None,
            }];
            let published = Published {
                listing: Listing::Listed(CatalogueEntry {
                    subsidised: true,
                    ..CatalogueEntry::default()
                }),
                designations: Some(&designations),
                base: Some(BaseKind::Public),
                ..Published::default()
            };
            let course = Course {
                occupation: entry.occupation,
                level: entry.level,
                end: Some(entry.start + chrono::Days::new(60)),
                semesters: Some(2),
                internship: Some(Internship::None),
                ..Course::new(entry.programme, entry.start)
            };
            let verdict = assess_course(&then, &course, &published).verdict;
            assert_eq!(verdict, Verdict::Open, "{number}");
        }
    }
    assert_eq!(groups.len(), 7);
    assert_eq!(districts.len(), 17);
    assert_eq!(
        programmes.len(),
        7,
        "all but the veterans' own: {programmes:?}"
    );
    assert!(most_taken >= 4, "{most_taken}");
}

#[tokio::test]
async fn what_comes_into_force_too_late_changes_nothing() {
    let stock = stock().await;
    let rehearsal = rehearsed(&stock, "youngest_age,30,2029-01-01,x,\n", &order(3_000, 2));
    let all = rehearsal.all;
    assert_eq!((all.gain, all.lose, all.difference()), (0, 0, Fen(0)));
    assert!(all.before.0 > 0);
    assert_eq!(rehearsal.examples, []);
    assert!(
        rehearsal
            .open
            .iter()
            .all(|(_, before, after)| before == after)
    );
}

#[tokio::test]
async fn a_higher_top_up_costs_more_and_nobody_loses() {
    let stock = stock().await;
    let rehearsal = rehearsed(&stock, "top_up_high,60,2026-11-24,x,\n", &order(6_000, 2));
    assert!(rehearsal.all.gain > 0 && rehearsal.all.lose == 0);
    assert!(rehearsal.all.difference() > Fen(0));
    let gain: i64 = rehearsal
        .examples
        .iter()
        .map(|example| {
            assert!(example.gains);
            assert_eq!(
                (example.before.verdict, example.after.verdict),
                (Verdict::Open, Verdict::Open)
            );
            let paid =
                |money: &policy::Money| money.training.or(money.practice).unwrap_or_default().0;
            paid(&example.after.money) - paid(&example.before.money)
        })
        .sum();
    assert!(gain > 0);
    let prejob = rehearsal
        .programmes
        .iter()
        .find(|(programme, _)| *programme == Programme::EnterprisePrejob)
        .unwrap();
    assert_eq!(prejob.1.gain, 0, "its share is not published");
}

#[tokio::test]
async fn who_gains_by_another_age_was_too_old_and_who_loses_by_fewer_subsidies_had_more() {
    let stock = stock().await;
    let older = rehearsed(
        &stock,
        "retirement_age,63|58,2026-11-24,x,\n",
        &order(20_000, 2),
    );
    assert!(older.all.gain > 0 && older.all.lose == 0);
    for example in &older.examples {
        let age = calendar::age_on(example.facts.person.birth.unwrap(), example.course.start);
        assert!((55..63).contains(&age), "{age}");
        let outcome = |assessment: &policy::CourseAssessment| {
            assessment.findings.outcome(RuleId::Age).unwrap()
        };
        assert_eq!(
            (outcome(&example.before), outcome(&example.after)),
            (Outcome::Fail, Outcome::Pass)
        );
    }
    let groups: Vec<Group> = older
        .groups
        .iter()
        .filter(|(_, effect)| effect.gain > 0)
        .map(|(group, _)| *group)
        .collect();
    assert!(groups.contains(&Group::RuralWorker) && !groups.contains(&Group::Student));

    let fewer = rehearsed(&stock, "six_subsidies,1,2026-11-24,x,\n", &order(6_000, 2));
    assert!(fewer.all.lose > 0 && fewer.all.gain == 0);
    assert!(fewer.all.difference() < Fen(0));
    let in_house = "in_house_designation,false,2026-11-24,x,\n";
    let in_house = rehearsed(&stock, in_house, &order(20_000, 2));
    assert!(in_house.all.gain > 0 && in_house.all.lose == 0);
}

#[tokio::test]
async fn an_empty_city_is_told_as_such() {
    let stock = Stock::default();
    let file = format!("{HEADER}youngest_age,18,2027-01-01,x,\n");
    let proposal = proposal(file.as_bytes(), &Register::default(), today()).unwrap();
    let outcome = rehearse(&stock, &proposal, &order(10, 1), &Progress::default());
    assert_eq!(outcome, Err(Barren));
}

fn portal(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_portal"))
        .args(arguments)
        .env_clear()
        .env("PORTAL_FOLDER", folder)
        .output()
        .unwrap()
}

#[test]
fn an_operator_rehearses_a_file_and_is_told_its_faults() {
    let folder = tempfile::tempdir().unwrap();
    assert!(portal(folder.path(), &["migrate"]).status.success());
    for file in server::demo::files(today(), server::demo::Scale::City, 1) {
        if [Kind::Occupations, Kind::Districts, Kind::Catalogue].contains(&file.kind) {
            let path = folder.path().join(&file.name);
            std::fs::write(&path, file.bytes).unwrap();
            let imported = portal(
                folder.path(),
                &["import", file.kind.word(), path.to_str().unwrap()],
            );
            assert!(imported.status.success());
        }
    }
    let register = folder.path().join("new.csv");
    let rehearse = |rows: &str, others: &[&str]| {
        std::fs::write(&register, format!("{HEADER}{rows}")).unwrap();
        let mut arguments = vec!["rehearse", "--register", register.to_str().unwrap()];
        arguments.extend(["--people", "2000", "--on", "2026-11-23"]);
        arguments.extend(others);
        portal(folder.path(), &arguments)
    };
    let said = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    let warned = |output: &Output| String::from_utf8(output.stderr.clone()).unwrap();
    const ROWS: &str = "retirement_age,63|58,2026-12-01,x,\ntop_up_very,80,2026-12-01,x,\n";
    let one = rehearse(ROWS, &["--threads", "1"]);
    assert!(one.status.success(), "{}", warned(&one));
    let told = said(&one);
    for part in [
        "模拟居民，不是任何真人",
        "2026年12月1日起，到几岁为止：男 60 岁、女 55 岁 → 男 63 岁、女 58 岁",
        "2026年12月1日起，非常紧缺职业的加补：80%",
        "就业技能培训",
        "甘井子区",
        "受益的模拟居民",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains(['[', '{']), "{told}");
    assert_eq!(said(&rehearse(ROWS, &["--threads", "3"])), told);
    assert!(warned(&one).contains("MB"), "{}", warned(&one));
    let english = said(&rehearse(ROWS, &["--language", "en"]));
    assert!(
        english.contains("Synthetic residents who gain"),
        "{english}"
    );

    let faulty = rehearse(
        "youngest_age,18,2027-02-30,x,\ntop_up_huge,10,2027-01-01,x,\n",
        &[],
    );
    assert!(!faulty.status.success());
    let told = warned(&faulty);
    assert!(
        told.contains("第2行“since”列") && told.contains("line 3, column reading"),
        "{told}"
    );
}
