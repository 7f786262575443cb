//! A file is imported whole or not at all, and importing it again changes nothing.

use server::clock::Clock;
use server::demo::{Scale, files};
use server::import::{Kind, Noun, Problem, Refused, import};
use server::seal::Keys;

use super::super::databases::fresh;
use super::{counts, faults, import_one, today, with};

const TWO_GOOD_ONE_BAD: &str = "id,name,district\n\
    I-1,示例·甲,210202\n\
    I-2,示例·乙,210203\n\
    I-3,示例·丙,999999\n";

#[tokio::test]
async fn one_bad_row_keeps_the_good_ones_out() {
    for fresh in fresh().await {
        with(&fresh.database, &[Kind::Districts]).await;
        let before = counts(&fresh.database).await;
        let found = faults(&fresh.database, Kind::Institutions, TWO_GOOD_ONE_BAD).await;
        assert_eq!(
            found,
            [(
                4,
                "district".to_owned(),
                Problem::UnknownReference(Noun::District)
            )]
        );
        assert_eq!(counts(&fresh.database).await, before, "{}", fresh.name);
    }
}

#[tokio::test]
async fn one_bad_file_keeps_the_good_ones_before_it_out() {
    for fresh in fresh().await {
        let mut city = files(today(), Scale::City, 1);
        let meetings = city
            .iter_mut()
            .find(|file| file.kind == Kind::Meetings)
            .unwrap();
        meetings.bytes.extend_from_slice(b"NOWHERE,1,09:00,10:00\n");
        let refused = import(&fresh.database, &Keys::demo(), &Clock::noon(today()), city).await;
        assert!(matches!(
            refused,
            Err(Refused::Faulty {
                kind: Kind::Meetings,
                ..
            })
        ));
        assert_eq!(counts(&fresh.database).await, [0; 10], "{}", fresh.name);
    }
}

#[tokio::test]
async fn importing_a_file_again_changes_nothing_but_the_record() {
    for fresh in fresh().await {
        with(&fresh.database, &Kind::ALL).await;
        let before = counts(&fresh.database).await;
        let course = fresh.database.seats_taken().await.unwrap();
        with(&fresh.database, &Kind::ALL).await;
        let after = counts(&fresh.database).await;
        assert_eq!(before[..8], after[..8], "{}", fresh.name);
        let mut again = fresh.database.seats_taken().await.unwrap();
        let mut first = course;
        first.sort();
        again.sort();
        assert_eq!(first, again);
    }
}

#[tokio::test]
async fn seats_that_are_taken_cannot_be_imported_away() {
    const COURSE: &str = "id,programme,occupation,level,institution,title,mode,starts_on,ends_on,apply_until,seats,seats_taken,own_cost_fen\n";
    for fresh in fresh().await {
        with(
            &fresh.database,
            &[Kind::Occupations, Kind::Districts, Kind::Institutions],
        )
        .await;
        let row = |seats: &str| {
            format!(
                "{COURSE}C-1,employment_skills,6-18-02-04,5,DEMO-I001,焊工班,daytime,2027-01-04,2027-02-26,2026-12-20,{seats},0\n"
            )
        };
        import_one(&fresh.database, Kind::Courses, row("20,12"))
            .await
            .unwrap();
        assert_eq!(
            faults(&fresh.database, Kind::Courses, row("10,0")).await,
            [(2, "seats".to_owned(), Problem::OutOfRange(12..=10_000))],
            "{}",
            fresh.name
        );
        import_one(&fresh.database, Kind::Courses, row("24,0"))
            .await
            .unwrap();
        let course = fresh.database.course("C-1").await.unwrap().unwrap().course;
        assert_eq!((course.seats, course.seats_taken), (24, 12));
    }
}
