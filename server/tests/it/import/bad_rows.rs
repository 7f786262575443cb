//! Every way in which a row can be wrong that has come up, each told by line and column.

use server::db::Database;
use server::import::{Kind, Noun, Problem, check};

use super::super::databases::{Fresh, fresh};
use super::{faults, with};

const COURSE: &str = "id,programme,occupation,level,institution,title,mode,starts_on,ends_on,apply_until,seats,own_cost_fen,internship,internship_from,internship_to";
const GOOD_COURSE: [&str; 15] = [
    "C-1",
    "employment_skills",
    "6-18-02-04",
    "5",
    "DEMO-I001",
    "焊工班",
    "daytime",
    "2027-01-04",
    "2027-02-26",
    "2026-12-20",
    "20",
    "0",
    "",
    "",
    "",
];

async fn city() -> Fresh {
    let fresh = fresh().await.remove(0);
    with(
        &fresh.database,
        &[
            Kind::Occupations,
            Kind::Districts,
            Kind::Universities,
            Kind::Institutions,
            Kind::Bases,
        ],
    )
    .await;
    fresh
}

/// Imports the good course with one cell changed and returns the faults without their line, which must be the second.
async fn course_faults(database: &Database, column: &str, cell: &str) -> Vec<(String, Problem)> {
    let place = COURSE.split(',').position(|name| name == column).unwrap();
    let mut cells = GOOD_COURSE;
    cells[place] = cell;
    let file = format!("{COURSE}\n{}\n", cells.join(","));
    faults(database, Kind::Courses, file)
        .await
        .into_iter()
        .map(|(line, column, problem)| {
            assert_eq!(line, 2);
            (column, problem)
        })
        .collect()
}

#[tokio::test]
async fn each_bad_cell_of_a_course_is_named() {
    let fresh = city().await;
    let unknown = Problem::UnknownReference;
    for (column, cell, problem) in [
        ("id", "", Problem::Empty),
        ("id", "=A1", Problem::Formula),
        ("id", "2.10203E+17", Problem::RoundedNumber),
        ("id", "课程一", Problem::NotACode("DEMO-0001")),
        ("occupation", "6-18-99-99", unknown(Noun::Occupation)),
        ("occupation", "6180204", Problem::NotACode("6-18-02-04")),
        ("occupation", "", Problem::Empty),
        ("level", "9", Problem::OutOfRange(1..=5)),
        ("level", "五级", Problem::NotANumber),
        ("institution", "NOWHERE", unknown(Noun::Institution)),
        ("title", "=HYPERLINK(\"\"http://x\"\")", Problem::Formula),
        ("title", "@SUM(A1)", Problem::Formula),
        ("title", "-1+1", Problem::Formula),
        ("title", "\"两\n行\"", Problem::ControlCharacter),
        ("starts_on", "2027-02-31", Problem::NoSuchDay),
        ("starts_on", "2027-02-29", Problem::NoSuchDay),
        ("starts_on", "46388", Problem::NotADate),
        ("starts_on", "04/01/2027", Problem::NotADate),
        (
            "ends_on",
            "2026-12-31",
            Problem::EndsBeforeStart("starts_on"),
        ),
        ("apply_until", "2027-03-01", Problem::Contradicts("ends_on")),
        ("seats", "-1", Problem::OutOfRange(0..=10_000)),
        ("seats", "12.5", Problem::NotANumber),
        ("seats", "99999999999999999999", Problem::NotANumber),
        ("own_cost_fen", "-100", Problem::OutOfRange(0..=10_000_000)),
        ("own_cost_fen", "1.8E+03", Problem::RoundedNumber),
        ("internship", "held", Problem::Empty),
    ] {
        let found = course_faults(&fresh.database, column, cell).await;
        assert!(
            found.iter().any(|(_, at)| *at == problem),
            "{column} = {cell}: {found:?}"
        );
    }
    let programmes = course_faults(&fresh.database, "programme", "skills").await;
    assert!(matches!(programmes[..], [(_, Problem::NotOneOf(_))]));
    let contradicting = course_faults(&fresh.database, "programme", "entrepreneurship").await;
    assert_eq!(contradicting[0].1, Problem::Contradicts("programme"));
}

#[test]
fn every_kind_holds_its_header_against_its_columns() {
    for kind in Kind::ALL {
        let errors = check(kind, b"remarks\nnone\n").unwrap_err().named;
        assert_eq!(errors[0].problem, Problem::UnknownColumn, "{kind:?}");
        let missing: Vec<&str> = errors[1..]
            .iter()
            .map(|error| error.column.as_str())
            .collect();
        let required: Vec<&str> = kind
            .columns()
            .iter()
            .filter(|column| column.required)
            .map(|column| column.name)
            .collect();
        assert_eq!(missing, required, "{kind:?}");
    }
}

#[test]
fn every_kind_names_each_formula_in_a_row() {
    for kind in Kind::ALL {
        let header: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
        let row: Vec<&str> = header.iter().map(|_| "=?").collect();
        let file = format!("{}\n{}\n", header.join(","), row.join(","));
        let errors = check(kind, file.as_bytes()).unwrap_err();
        assert!(errors.named.iter().all(|error| error.line == 2), "{kind:?}");
        assert!(errors.count() >= 3, "{kind:?}: {errors:?}");
    }
}

#[tokio::test]
async fn a_level_that_the_occupation_does_not_have_is_a_dangling_reference() {
    let fresh = city().await;
    let found = faults(
        &fresh.database,
        Kind::Designations,
        "institution,kind,occupation,level,from_on\nDEMO-I001,skills,1-01-00-01,5,2026-01-01\n",
    )
    .await;
    assert_eq!(
        found,
        [(
            2,
            "level".to_owned(),
            Problem::UnknownReference(Noun::Level)
        )]
    );
}

#[tokio::test]
async fn a_huge_cell_is_refused_by_its_length() {
    let fresh = city().await;
    let found = course_faults(&fresh.database, "title", &"焊".repeat(1_000_000)).await;
    assert_eq!(found, [("title".to_owned(), Problem::TooLong(80))]);
}

#[tokio::test]
async fn a_quotation_mark_left_open_is_told_where_it_opened() {
    let fresh = city().await;
    let file = "code,name,kind\n210202,\"中山区,district\n210203,西岗区,district\n";
    let found = faults(&fresh.database, Kind::Districts, file).await;
    assert_eq!(
        found,
        [(
            2,
            String::new(),
            Problem::CellCount {
                expected: 3,
                found: 2
            }
        )]
    );
}

#[tokio::test]
async fn a_doubled_key_names_the_line_of_the_first() {
    let fresh = city().await;
    let file = "code,name,kind\n210202,中山区,district\n\n210202,中山,district\n";
    assert_eq!(
        faults(&fresh.database, Kind::Districts, file).await,
        [(4, "code".to_owned(), Problem::Duplicate { first_line: 2 })]
    );
}

#[tokio::test]
async fn rows_of_one_edition_must_say_the_same_of_it() {
    let fresh = city().await;
    let file = "edition,edition_name,from_on,to_on,occupation,level,hours,training_fen,appraisal_fen,is_subsidised,shortage_tier,top_up_percent\n\
        E-1,2027年目录,2027-01-01,2027-12-31,6-18-02-04,5,200,100000,15000,true,,\n\
        E-1,2027年目录,2027-02-01,2027-12-31,6-18-02-04,4,240,120000,20000,true,,\n\
        E-1,2027年目录,2027-01-01,2027-12-31,6-18-02-04,3,240,120000,20000,true,,30\n";
    assert_eq!(
        faults(&fresh.database, Kind::Catalogue, file).await,
        [
            (3, "edition".to_owned(), Problem::Contradicts("edition")),
            (
                4,
                "top_up_percent".to_owned(),
                Problem::Contradicts("shortage_tier")
            ),
        ]
    );
}

#[tokio::test]
async fn a_row_is_told_whole_not_only_its_first_fault() {
    let fresh = city().await;
    let file = "code,name,kind,latitude\nX,,zone of sorts,95\n";
    let columns: Vec<String> = faults(&fresh.database, Kind::Districts, file)
        .await
        .into_iter()
        .map(|(_, column, _)| column)
        .collect();
    assert_eq!(columns, ["code", "name", "kind", "longitude"]);
}

#[tokio::test]
async fn only_the_first_hundred_faults_are_named() {
    let fresh = city().await;
    let rows: String = (0..250).map(|_| "x,,\n").collect();
    let found = faults(
        &fresh.database,
        Kind::Districts,
        format!("code,name,kind\n{rows}"),
    )
    .await;
    assert_eq!(found.len(), server::import::NAMED_ERRORS);
}

#[tokio::test]
async fn a_resident_id_is_never_repaired_and_never_repeated() {
    let fresh = city().await;
    const HEADER: &str = "resident_id,name,phone,groups";
    for (id, problem) in [
        ("1.10105E+17", Problem::RoundedNumber),
        (
            "110105194912310021",
            Problem::NotACode("11010519491231002X"),
        ),
        (
            "'11010519491231002X",
            Problem::NotACode("11010519491231002X"),
        ),
    ] {
        let file = format!("{HEADER}\n{id},张三,13800000000,student\n");
        let found = faults(&fresh.database, Kind::Residents, file).await;
        assert_eq!(found, [(2, "resident_id".to_owned(), problem)]);
        assert!(!format!("{found:?}").contains(id));
    }
    let headless = faults(
        &fresh.database,
        Kind::Residents,
        "11010519491231002X,张三,13800000000,student\n",
    )
    .await;
    let told = format!("{headless:?}");
    assert!(
        !told.contains("1949") && !told.contains("张三") && !told.contains("138"),
        "{told}"
    );
}
