//! A rehearsal's outcome in sentences, for the staff page and the command line.

use fluent_bundle::{FluentArgs, FluentValue};
use policy::{
    Coded, CourseAssessment, Facts, Fen, HistoryEntry, Outcome, Programme, Verdict, calendar,
};

use crate::backend::{Change, Example, Rehearsal};
use crate::language::Language;
use crate::notation;
use crate::policy_words::Telling;
use crate::reading_words::{topic, value};
use crate::words::say;

/// What belongs to a name where no district is known.
const UNKNOWN: &str = "—";

/// Returns the words for a key with values.
#[must_use]
pub fn words<const N: usize>(
    language: Language,
    key: &str,
    values: [(&'static str, FluentValue<'_>); N],
) -> String {
    let arguments: FluentArgs<'_> = values.into_iter().collect();
    say(language, key, Some(&arguments)).into_owned()
}

/// Returns one change of the register as a line.
#[must_use]
pub fn change(language: Language, change: &Change) -> String {
    match change {
        Change::Reading {
            id,
            from,
            to,
            since,
        } => words(
            language,
            "rehearsal-change-reading",
            [
                ("day", notation::day(language, *since).into()),
                ("topic", topic(language, *id).into()),
                ("from", value(language, *id, *from).into()),
                ("to", value(language, *id, *to).into()),
            ],
        ),
        Change::TopUp {
            tier,
            percent,
            since,
        } => words(
            language,
            "rehearsal-change-top-up",
            [
                ("day", notation::day(language, *since).into()),
                (
                    "tier",
                    say(language, &format!("shortage-{tier}"), None).into(),
                ),
                ("percent", (*percent).into()),
            ],
        ),
    }
}

/// Returns who was rehearsed with, as a line.
#[must_use]
pub fn people(language: Language, rehearsal: &Rehearsal) -> String {
    words(
        language,
        "rehearsal-people",
        [
            ("people", notation::count(rehearsal.people).into()),
            // as a text: a seed is never written 2,011
            ("seed", rehearsal.seed.to_string().into()),
            ("day", notation::day(language, rehearsal.on).into()),
        ],
    )
}

/// Returns an amount with its sign, so that a difference reads as one.
#[must_use]
pub fn difference(amount: Fen) -> String {
    let written = notation::money(amount);
    if amount.0 > 0 {
        format!("+{written}")
    } else {
        written
    }
}

/// Returns what there is to say of a synthetic resident: who they are, what they took and want, what is decided.
#[must_use]
pub fn example(
    telling: &Telling<'_>,
    district_name: &dyn Fn(&str) -> Option<String>,
    rehearsal: &Rehearsal,
    example: &Example,
) -> Vec<String> {
    let language = telling.language();
    let course = &example.course;
    let what = skill(
        telling,
        course.programme,
        course.occupation.zip(course.level),
    );
    vec![
        who(telling, district_name, rehearsal, example),
        took(telling, &example.facts),
        words(
            language,
            "rehearsal-wants",
            [
                ("what", what.into()),
                ("day", notation::day(language, course.start).into()),
            ],
        ),
        decided(telling, "rehearsal-decided-before", &example.before),
        decided(telling, "rehearsal-decided-after", &example.after),
    ]
}

fn who(
    telling: &Telling<'_>,
    district_name: &dyn Fn(&str) -> Option<String>,
    rehearsal: &Rehearsal,
    example: &Example,
) -> String {
    let person = &example.facts.person;
    let sex = person.sex.map_or_else(
        || UNKNOWN.into(),
        |sex| say(telling.language(), &format!("sex-{}", sex.code()), None),
    );
    let age = person
        .birth
        .map_or(0, |birth| calendar::age_on(birth, rehearsal.on));
    let district = person
        .residence
        .and_then(|district| district_name(district.as_str()));
    words(
        telling.language(),
        "rehearsal-who",
        [
            ("number", example.number.to_string().into()),
            ("sex", sex.into()),
            ("age", age.into()),
            (
                "groups",
                telling.groups(person.groups.unwrap_or_default()).into(),
            ),
            (
                "district",
                district.unwrap_or_else(|| UNKNOWN.to_owned()).into(),
            ),
        ],
    )
}

fn took(telling: &Telling<'_>, facts: &Facts) -> String {
    let language = telling.language();
    let separator = match language {
        Language::Chinese => "；",
        Language::English => "; ",
    };
    let one = |entry: &HistoryEntry| {
        let skill = skill(telling, entry.programme, entry.occupation.zip(entry.level));
        words(
            language,
            "rehearsal-took-one",
            [
                ("what", skill.into()),
                ("day", notation::day(language, entry.start).into()),
                (
                    "state",
                    say(language, &format!("state-{}", entry.state.code()), None).into(),
                ),
            ],
        )
    };
    let trainings: Vec<_> = facts.history.iter().flatten().map(one).collect();
    if trainings.is_empty() {
        return say(language, "rehearsal-took-none", None).into_owned();
    }
    words(
        language,
        "rehearsal-took",
        [("trainings", trainings.join(separator).into())],
    )
}

fn skill(
    telling: &Telling<'_>,
    programme: Programme,
    skill: Option<(policy::OccupationCode, policy::Level)>,
) -> String {
    let programme = telling.programme(programme);
    match skill {
        Some((occupation, level)) => format!(
            "{programme} {} {}",
            telling.occupation(occupation),
            telling.level(level)
        ),
        None => programme,
    }
}

/// Returns a decision with its reason: what is paid, or every rule that keeps the course closed.
fn decided(telling: &Telling<'_>, key: &str, course: &CourseAssessment) -> String {
    let language = telling.language();
    let why = if course.verdict == Verdict::Open {
        paid(language, course)
    } else {
        let reasons = course
            .findings
            .iter()
            .filter(|finding| finding.outcome != Outcome::Pass)
            .map(|finding| telling.finding(course.programme, finding));
        reasons.collect::<Vec<_>>().join(match language {
            Language::Chinese => "",
            Language::English => " ",
        })
    };
    words(
        language,
        key,
        [
            (
                "verdict",
                say(
                    language,
                    &format!("verdict-{}", course.verdict.code()),
                    None,
                )
                .into(),
            ),
            ("why", why.into()),
        ],
    )
}

fn paid(language: Language, course: &CourseAssessment) -> String {
    let money = &course.money;
    let sum: i64 = [money.training, money.appraisal, money.practice]
        .into_iter()
        .flatten()
        .map(|fen| fen.0)
        .sum();
    if sum == 0 {
        return say(language, "rehearsal-paid-unpublished", None).into_owned();
    }
    words(
        language,
        "rehearsal-paid",
        [("amount", notation::money(Fen(sum)).into())],
    )
}
