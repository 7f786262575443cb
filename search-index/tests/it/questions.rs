//! How good the answers are, by judged questions.

use std::collections::BTreeSet;

use search_index::quality::{self, Hand, Question, Report, Summary, Wanted, questions};

use crate::city::{index, today};

/// The least that each class of our own questions that may be looked at must reach, as NDCG over the first ten.
const LEAST: [(&str, f64); 16] = [
    ("short", 0.95),
    ("prefix", 0.95),
    ("pinyin", 0.95),
    ("initials", 0.95),
    ("mixed", 0.95),
    ("homophone", 0.95),
    ("typo", 0.95),
    ("traditional", 0.95),
    ("full_width", 0.9),
    ("synonym", 0.95),
    ("code", 1.0),
    ("around", 0.95),
    ("institution", 0.95),
    ("place", 1.0),
    ("level", 1.0),
    ("nonsense", 1.0),
];
/// The least that each class of the questions by another hand must reach; some have but a few questions.
const LEAST_BY_OTHERS: f64 = 0.75;
/// Their classes; institutions are invented, and nobody else asks for them.
const CLASSES_OF_OTHERS: usize = 15;

/// Prints what came of the questions, and returns it.
fn told(title: &str, report: &Report) -> Summary {
    println!("{title:12} questions     ndcg    recall     first   empty");
    for (class, summary) in report.classes() {
        println!("{class:12} {summary}");
    }
    println!("{:12} {}", "all", report.all());
    for answer in report.answers.iter().filter(|answer| answer.ndcg < 0.95) {
        println!(
            "{:.2} {} {} -> {}",
            answer.ndcg,
            answer.class,
            answer.text,
            answer.hits.join(" ")
        );
    }
    report.all()
}

/// Leaves out the questions for institutions of the demo city, which are judged where they are published.
fn here(mut questions: Vec<Question>) -> Vec<Question> {
    questions.retain(|question| match &question.wanted {
        Wanted::Graded(_, grades) => grades.iter().any(|(id, _)| !id.starts_with("DEMO-")),
        _ => true,
    });
    questions
}

fn tuned_on() -> Vec<Question> {
    here(quality::tuned_on())
}

fn held_out() -> Vec<Question> {
    here(quality::held_out())
}

fn by(hand: Hand, mut questions: Vec<Question>) -> Vec<Question> {
    questions.retain(|question| question.hand == hand);
    questions
}

/// Says which classes of a report are below what each must reach.
fn poor(report: &Report, least: f64) -> Vec<(&str, Summary)> {
    let mut classes: Vec<_> = report.classes().into_iter().collect();
    classes.retain(|(_, summary)| summary.ndcg < least);
    classes
}

#[test]
fn every_class_of_our_own_questions_is_answered_well_enough() {
    let report = Report::of(index(), &by(Hand::Own, tuned_on()), today()).unwrap();
    assert_eq!(report.not_judged, 0);
    told("tuned on", &report);
    let classes = report.classes();
    let poor: Vec<_> = LEAST
        .iter()
        .filter(|(class, least)| classes[class].ndcg < *least)
        .collect();
    assert!(poor.is_empty(), "below {poor:?}");
    assert_eq!(classes.len(), LEAST.len(), "{:?}", classes.keys());
}

#[test]
fn every_class_of_questions_by_another_hand_is_answered_well() {
    let report = Report::of(index(), &by(Hand::Other, tuned_on()), today()).unwrap();
    assert_eq!(report.not_judged, 0);
    assert_eq!(report.classes().len(), CLASSES_OF_OTHERS);
    told("by others", &report);
    assert_eq!(poor(&report, LEAST_BY_OTHERS), []);
}

#[test]
fn questions_by_which_nothing_was_chosen_are_answered_well_too() {
    let own = by(Hand::Own, held_out());
    let by_others = by(Hand::Other, held_out());
    // the least that they must reach together, and each class; the largest share of those that mean something and find nothing
    for (title, questions, classes, (least, least_by_class), most_empty) in [
        ("held out", held_out(), LEAST.len() + 1, (0.93, 0.8), 0.01),
        ("our own", own, LEAST.len(), (0.95, 0.8), 0.01),
        (
            "by others",
            by_others,
            CLASSES_OF_OTHERS,
            (0.89, LEAST_BY_OTHERS),
            0.02,
        ),
    ] {
        let report = Report::of(index(), &questions, today()).unwrap();
        assert_eq!(report.not_judged, 0, "{title}");
        assert_eq!(report.classes().len(), classes, "{title}");
        let all = told(title, &report);
        assert!(all.ndcg >= least, "{title}: {all}");
        assert!(all.empty <= most_empty, "{title}: {all}");
        assert_eq!(poor(&report, least_by_class), [], "{title}");
    }
}

#[test]
fn there_are_four_hundred_judged_questions_and_none_twice() {
    let (tuned_on, held_out) = (tuned_on(), held_out());
    assert!(tuned_on.len() + held_out.len() >= 400);
    let mut texts = BTreeSet::new();
    for question in tuned_on.iter().chain(&held_out) {
        assert!(texts.insert(&question.text), "twice: {}", question.text);
    }
}

#[test]
fn what_changed_since_the_last_time_is_told() {
    let report = Report::of(index(), &tuned_on(), today()).unwrap();
    assert!(report.changed_since(&report).is_empty());
    let mut last = report.clone();
    last.answers[0].ndcg = 0.25;
    last.answers.remove(1);
    let changed = report.changed_since(&last);
    let [(answer, was)] = &changed[..] else {
        panic!("{changed:?}");
    };
    assert_eq!((&answer.text, *was), (&report.answers[0].text, 0.25));
    let read: Report = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    assert!(read.changed_since(&report).is_empty());
}

#[test]
fn a_line_that_is_no_judged_question_is_named() {
    for (table, line) in [
        ("class\tquestion\tanswers\nshort", "line 2"),
        (
            "# comment\nclass\tquestion\tanswers\nshort\t电工\t6-31-01-03",
            "line 3",
        ),
        (
            "class\tquestion\tanswers\nshort\t电工\t6-31-01-03:4",
            "line 2",
        ),
        (
            "class\tquestion\tanswers\nplace\t甘井子\tdistrict 210211",
            "line 2",
        ),
        (
            "class\tquestion\tanswers\nlevel\t中级\tlevel x,6-31-01-03",
            "line 2",
        ),
        (
            "class\tquestion\tanswers\thand\nshort\t电工\t6-31-01-03:3\tothers",
            "line 2",
        ),
    ] {
        let refusal = questions(table).unwrap_err().to_string();
        assert!(refusal.starts_with(line), "{table}: {refusal}");
    }
    assert_eq!(questions("class\tquestion\tanswers\n").unwrap(), []);
}
