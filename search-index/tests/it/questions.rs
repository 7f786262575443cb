//! How good the answers are, by the judged questions in `tests/data/questions.tsv`.

use std::collections::BTreeMap;

use search_index::{Hit, Kind, Query};

use crate::city::{ask, index};

/// The least that each class of questions must reach, as NDCG over the first ten.
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

struct Question<'l> {
    class: &'l str,
    text: &'l str,
    answers: Vec<&'l str>,
}

fn questions() -> Vec<Question<'static>> {
    include_str!("../data/questions.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t');
            let class = cells.next().unwrap();
            let text = cells.next().unwrap();
            let answers = cells
                .next()
                .unwrap_or_default()
                .split(',')
                .filter(|answer| !answer.is_empty())
                .collect();
            Question {
                class,
                text,
                answers,
            }
        })
        .collect()
}

fn found(text: &str, kinds: &[Kind]) -> Vec<Hit> {
    let query = Query {
        kinds: kinds.to_vec(),
        per_page: 10,
        ..ask(text)
    };
    index().search(&query).unwrap().hits
}

/// Returns how good the answer is, from 0 to 1.
fn quality(question: &Question<'_>) -> f64 {
    match question.class {
        "nonsense" => f64::from(u8::from(found(question.text, &[]).is_empty())),
        "place" | "level" => share_of_fitting_courses(question),
        "institution" => ndcg(question, &found(question.text, &[Kind::Institution])),
        _ => ndcg(question, &found(question.text, &[Kind::Occupation])),
    }
}

fn share_of_fitting_courses(question: &Question<'_>) -> f64 {
    let (what, value) = question.answers[0].split_once(' ').unwrap();
    let courses = crate::city::courses();
    let hits = found(question.text, &[Kind::Course]);
    let fitting = hits.iter().filter(|hit| {
        let course = courses.iter().find(|course| course.id == hit.id).unwrap();
        let in_place = match what {
            "district" => course.districts == [value],
            _ => course.levels == [value.parse::<u8>().unwrap()],
        };
        in_place && hit.code.as_deref() == Some(question.answers[1])
    });
    if hits.is_empty() {
        0.0
    } else {
        fitting.count() as f64 / hits.len() as f64
    }
}

fn ndcg(question: &Question<'_>, hits: &[Hit]) -> f64 {
    let judged: BTreeMap<&str, f64> = question
        .answers
        .iter()
        .map(|answer| answer.rsplit_once(':').unwrap())
        .map(|(key, grade)| (key, grade.parse().unwrap()))
        .collect();
    let gain = |grades: &[f64]| -> f64 {
        grades
            .iter()
            .zip(2_u8..)
            .map(|(grade, place)| (grade.exp2() - 1.0) / f64::from(place).log2())
            .sum()
    };
    let got: Vec<f64> = hits
        .iter()
        .map(|hit| judged.get(&*hit.id).copied().unwrap_or(0.0))
        .collect();
    let mut ideal: Vec<f64> = judged.values().copied().collect();
    ideal.sort_by(|one, other| other.total_cmp(one));
    ideal.truncate(10);
    gain(&got) / gain(&ideal)
}

#[test]
fn every_class_of_questions_is_answered_well_enough() {
    let mut classes: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for question in questions() {
        let quality = quality(&question);
        if quality < 0.95 {
            let hits = found(
                question.text,
                if question.class == "institution" {
                    &[]
                } else {
                    &[Kind::Occupation]
                },
            );
            let names: Vec<_> = hits
                .iter()
                .take(6)
                .map(|hit| format!("{}{:.0}", hit.name, hit.score))
                .collect();
            println!(
                "{quality:.2} {} {} -> {}",
                question.class,
                question.text,
                names.join(" ")
            );
        }
        classes.entry(question.class).or_default().push(quality);
    }
    let mut all = Vec::new();
    let mut poor = Vec::new();
    for (class, least) in LEAST {
        let values = classes
            .remove(class)
            .unwrap_or_else(|| panic!("no question of class {class}"));
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        println!("{class:12} {mean:.3} of {}", values.len());
        if mean < least {
            poor.push(format!("{class} {mean:.3} is below {least}"));
        }
        all.extend(values);
    }
    println!(
        "all          {:.3} of {}",
        all.iter().sum::<f64>() / all.len() as f64,
        all.len()
    );
    assert!(
        classes.is_empty(),
        "classes without a limit: {:?}",
        classes.keys()
    );
    assert!(poor.is_empty(), "{}", poor.join("; "));
}
