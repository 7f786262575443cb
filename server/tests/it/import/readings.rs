//! What an office may amend in the register of readings, and what it may not.

use chrono::TimeDelta;
use policy::{Amendment, Chosen, ReadingId};
use server::clock::Clock;
use server::import::{File, Kind, Problem, Refused, import};
use server::ledger;
use server::register::Register;
use server::seal::Keys;

use super::super::databases::fresh;
use super::{faults, import_one, today};

pub(crate) const HEADER: &str = "reading,chosen,since,why,source\n";
const RETIREMENT: &str = "retirement_age,63|58,2027-01-01,国家推迟了退休年龄,示例文件\n";

fn file(rows: &str) -> String {
    format!("{HEADER}{rows}")
}

#[tokio::test]
async fn an_amendment_is_entered_once_and_put_on_record() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let empty = Register::default();
        for _ in 0..2 {
            let rows = file(&format!(
                "{RETIREMENT}education_fund,否,2027/7/1,不再作为条件,\n"
            ));
            assert_eq!(import_one(database, Kind::Readings, rows).await.unwrap(), 2);
        }
        let register = Register::load(database).await.unwrap();
        assert_eq!(register.last_number(), 2, "{}", fresh.name);
        assert_ne!(register.version().digest, empty.version().digest);
        assert_eq!(
            register.readings().amendments(),
            [
                Amendment {
                    reading: ReadingId::RetirementAge,
                    chosen: Chosen::Ages {
                        male: 63,
                        female: 58
                    },
                    since: "2027-01-01".parse().unwrap(),
                },
                Amendment {
                    reading: ReadingId::EducationFund,
                    chosen: Chosen::Applies(false),
                    since: "2027-07-01".parse().unwrap(),
                }
            ]
        );
        let proof = ledger::verify(database).await.unwrap();
        assert_eq!(
            (proof.entries, proof.is_sound()),
            (1, true),
            "{}",
            fresh.name
        );
        let entry = database.ledger_after(0, 1).await.unwrap().remove(0).content;
        assert_eq!(entry.kind, "register_amended");
        assert!(
            entry.body.contains(&register.version().digest),
            "{}",
            entry.body
        );
    }
}

#[tokio::test]
async fn each_bad_cell_of_an_amendment_is_named() {
    let fresh = fresh().await.remove(0);
    for (row, column, problem) in [
        ("youngest,18,2027-01-01,x", "reading", None),
        (
            "once_a_year,true,2027-01-01,x",
            "reading",
            Some(Problem::ToldInWords),
        ),
        (
            "youngest_age,十八,2027-01-01,x",
            "chosen",
            Some(Problem::NotACode("16")),
        ),
        (
            "youngest_age,true,2027-01-01,x",
            "chosen",
            Some(Problem::NotACode("16")),
        ),
        (
            "youngest_age,60|55,2027-01-01,x",
            "chosen",
            Some(Problem::NotACode("16")),
        ),
        (
            "youngest_age,201,2027-01-01,x",
            "chosen",
            Some(Problem::OutOfRange(0..=200)),
        ),
        (
            "practice_percent,101,2027-01-01,x",
            "chosen",
            Some(Problem::OutOfRange(0..=100)),
        ),
        (
            "class_hours,2001,2027-01-01,x",
            "chosen",
            Some(Problem::OutOfRange(0..=2000)),
        ),
        (
            "retirement_age,63,2027-01-01,x",
            "chosen",
            Some(Problem::NotACode("60|55")),
        ),
        (
            "education_fund,maybe,2027-01-01,x",
            "chosen",
            Some(Problem::NotACode("true")),
        ),
        (
            "youngest_age,18,2027-02-30,x",
            "since",
            Some(Problem::NoSuchDay),
        ),
        (
            "youngest_age,18,2011-01-01,x",
            "since",
            Some(Problem::DateOutOfRange {
                first: "2011-01-02".parse().unwrap(),
                last: "2200-12-31".parse().unwrap(),
            }),
        ),
        ("youngest_age,18,2027-01-01,", "why", Some(Problem::Empty)),
        (
            "youngest_age,18,2027-01-01,=A1",
            "why",
            Some(Problem::Formula),
        ),
        (
            "youngest_age,16,2027-01-01,x",
            "chosen",
            Some(Problem::ChangesNothing),
        ),
    ] {
        let found = faults(&fresh.database, Kind::Readings, file(&format!("{row},\n"))).await;
        let [(2, at, told)] = &found[..] else {
            panic!("{row}: {found:?}");
        };
        assert_eq!(at, column, "{row}");
        assert!(
            problem.is_none_or(|problem| problem == *told),
            "{row}: {told:?}"
        );
    }
}

#[tokio::test]
async fn one_reading_takes_one_choice_a_day() {
    let fresh = fresh().await.remove(0);
    let twice = "youngest_age,17,2027-01-01,x,\nyoungest_age,18,2027-01-01,y,\n";
    assert_eq!(
        faults(&fresh.database, Kind::Readings, file(twice)).await,
        [(3, "since".to_owned(), Problem::Duplicate { first_line: 2 })]
    );
    let back_and_forth = "youngest_age,16,2028-01-01,恢复,\nyoungest_age,17,2027-01-01,x,\n";
    import_one(&fresh.database, Kind::Readings, file(back_and_forth))
        .await
        .unwrap();
    let in_between = "youngest_age,17,2027-06-01,x,\n";
    assert_eq!(
        faults(&fresh.database, Kind::Readings, file(in_between)).await,
        [(2, "chosen".to_owned(), Problem::ChangesNothing)]
    );
}

#[tokio::test]
async fn a_choice_may_be_taken_back_until_its_day_and_never_afterwards() {
    for fresh in fresh().await {
        let database = &fresh.database;
        import_one(database, Kind::Readings, file(RETIREMENT))
            .await
            .unwrap();
        let back = || file("retirement_age,60|55,2027-01-01,改期,\n");
        let other = || file("retirement_age,61|56,2027-01-01,改数,\n");
        import_one(database, Kind::Readings, other()).await.unwrap();
        import_one(database, Kind::Readings, back()).await.unwrap();
        let register = Register::load(database).await.unwrap();
        assert_eq!(register.readings().amendments(), []);
        assert_eq!((register.rows().len(), register.flaws()), (3, vec![]));
        assert_eq!(
            register.version().digest,
            Register::default().version().digest
        );

        import_one(database, Kind::Readings, file(RETIREMENT))
            .await
            .unwrap();
        let clock = Clock::noon(today());
        clock.advance(TimeDelta::days(39));
        let too_late = File {
            kind: Kind::Readings,
            name: "late.csv".to_owned(),
            bytes: back().into_bytes(),
        };
        let refused = import(database, &Keys::demo(), &clock, vec![too_late]).await;
        let Err(Refused::Faulty { errors, .. }) = refused else {
            panic!("{}: {refused:?}", fresh.name);
        };
        assert_eq!(errors.named[0].problem, Problem::InForce, "{}", fresh.name);
        let register = Register::load(database).await.unwrap();
        assert_eq!(register.last_number(), 4, "{}", fresh.name);
    }
}

#[tokio::test]
async fn editions_that_overlap_or_leave_days_out_are_refused() {
    const EDITIONS: &str = "edition,edition_name,from_on,to_on,occupation,level,hours,training_fen,appraisal_fen,is_subsidised,shortage_tier,top_up_percent\n";
    let fresh = fresh().await.remove(0);
    super::with(&fresh.database, &[Kind::Occupations, Kind::Catalogue]).await;
    let edition = |from: &str, to: &str| {
        format!("{EDITIONS}E-9,新目录,{from},{to},6-18-02-04,5,200,100000,15000,true,,\n")
    };
    for (from, to, column, problem) in [
        (
            "2027-12-31",
            "2028-12-31",
            "from_on",
            Problem::OverlapsEdition("demo-2027".to_owned()),
        ),
        (
            "2028-01-02",
            "2028-12-31",
            "from_on",
            Problem::LeavesDaysOut {
                from: "2028-01-01".parse().unwrap(),
                to: "2028-01-01".parse().unwrap(),
            },
        ),
        (
            "2024-01-01",
            "2024-11-30",
            "to_on",
            Problem::LeavesDaysOut {
                from: "2024-12-01".parse().unwrap(),
                to: "2024-12-31".parse().unwrap(),
            },
        ),
    ] {
        assert_eq!(
            faults(&fresh.database, Kind::Catalogue, edition(from, to)).await,
            [(2, column.to_owned(), problem)],
            "{from}"
        );
    }
    import_one(&fresh.database, Kind::Catalogue, edition("2028-01-01", ""))
        .await
        .unwrap();
}
