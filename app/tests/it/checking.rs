//! The checker's walk from question to question, and what it leads to.

use app::checker::answers::Answers;
use app::checker::{Desk, Keeper, Papers, Place, Question, Taken};
use app::components::choices::{Choice, Choices};
use app::components::day_field::DayField;
use app::components::question::QuestionPage;
use app::language::Language;
use app::query::Query;
use app::sent::{Problem, Sent};
use leptos::prelude::*;
use policy::{Outcome, Programme, Verdict};
use scraper::Html;

use crate::city::TODAY;
use crate::reading::visit;

/// How somebody answers each question that they may be asked.
type Person = &'static [(Question, &'static str)];

const NEVER_TRAINED: (Question, &str) = (Question::Trainings, "trainings=none");
const AT_35: (Question, &str) = (Question::Birth, "birth-year=1991&birth-month=3&birth-day=8");

const GRADUATE: Person = &[
    (Question::Groups, "groups=graduate"),
    (
        Question::Birth,
        "birth-year=2004&birth-month=6&birth-day=30",
    ),
    NEVER_TRAINED,
];
const FARMER: Person = &[
    (Question::Groups, "groups=rural_worker"),
    (Question::Birth, "birth-year=1972&birth-month=5&birth-day=1"),
    NEVER_TRAINED,
];
const OLDER_FARMER: Person = &[
    (Question::Groups, "groups=rural_worker"),
    (Question::Birth, "birth-year=1969&birth-month=5&birth-day=1"),
    (Question::Sex, "sex=male"),
    NEVER_TRAINED,
];
const UNEMPLOYED: Person = &[
    (Question::Groups, "groups=registered_unemployed"),
    AT_35,
    NEVER_TRAINED,
    (Question::School, "school=senior_high&school-year=2009"),
];
const STUDENT: Person = &[
    (Question::Groups, "groups=student"),
    (
        Question::Birth,
        "birth-year=2006&birth-month=1&birth-day=15",
    ),
    NEVER_TRAINED,
];
const VETERAN: Person = &[(Question::Groups, "groups=veteran")];
const PUPIL: Person = &[
    (Question::Groups, "groups=school_leaver"),
    (
        Question::Birth,
        "birth-year=2011&birth-month=8&birth-day=20",
    ),
    NEVER_TRAINED,
];
const MOTHER: Person = &[
    (Question::Groups, "groups=registered_unemployed"),
    AT_35,
    NEVER_TRAINED,
    (Question::School, "school=none"),
];
const LATE_RECRUIT: Person = &[
    (Question::Groups, "groups=new_recruit"),
    (
        Question::Contract,
        "signed-year=2026&signed-month=4&signed-day=20&term=open&filed=yes&insured=yes",
    ),
];
const RECRUIT: Person = &[
    (Question::Groups, "groups=new_recruit"),
    AT_35,
    (
        Question::Contract,
        "signed-year=2026&signed-month=9&signed-day=20&term=months&months=24&filed=yes&insured=yes",
    ),
    (Question::Enterprise, "in-city=yes&dispatch=no&industry=yes"),
    (Question::Fund, "drawn=yes&front-line=60&disclosed=yes"),
];

/// Answers that people give, enough to show whether a question matters.
const USUAL: &[(Question, &[&str])] = &[
    (
        Question::Groups,
        &["groups=none", "groups=graduate", "groups=veteran"],
    ),
    (
        Question::Birth,
        &[
            "birth-year=1991&birth-month=3&birth-day=8",
            "birth-year=1950&birth-month=1&birth-day=1",
        ],
    ),
    (Question::Sex, &["sex=male", "sex=female"]),
    (
        Question::Trainings,
        &[
            "trainings=none",
            "training=employment_skills.6-31-01-03.5.2026-03-01.paid",
            "training=student_practice.6-31-01-03.5.2026-03-01.paid",
            "training=labour_preparation.6-31-01-03.5.2026-03-01.paid",
        ],
    ),
    (
        Question::School,
        &["school=none", "school=junior_high&school-year=2020"],
    ),
    (
        Question::Certificates,
        &["certificate-6-31-01-03=none", "certificate-6-31-01-03=1"],
    ),
    (
        Question::Contract,
        &[
            "signed-year=2026&signed-month=9&signed-day=20&term=open&filed=yes&insured=yes",
            "signed-unsure=unknown&term=open&filed=no&insured=yes",
        ],
    ),
    (
        Question::Enterprise,
        &[
            "in-city=yes&dispatch=no&industry=yes",
            "in-city=no&dispatch=no&industry=yes",
        ],
    ),
    (
        Question::Fund,
        &[
            "drawn=yes&front-line=60&disclosed=yes",
            "drawn=yes&front-line=59&disclosed=yes",
        ],
    ),
    (
        Question::EntrepreneurCertificate,
        &[
            "entrepreneur-certificate=yes",
            "entrepreneur-certificate=no",
        ],
    ),
    (
        Question::BusinessPlan,
        &["business-plan=yes", "business-plan=no"],
    ),
];

fn at_desk<T>(answer: impl FnOnce(&Desk<'_>) -> T) -> T {
    let papers = Papers::default();
    answer(&Desk {
        speech: &Language::Chinese,
        today: TODAY,
        papers: &papers,
        occupations: &|_| None,
        keeper: Keeper::Cookie,
    })
}

fn answered(desk: &Desk<'_>, question: Question, form: &str, answers: &Answers) -> Answers {
    let path = Place::Question(question).path();
    match desk.take(&path, Query::parse(form), answers.clone(), None) {
        Some(Taken::Onward(answers, _)) => answers,
        _ => panic!("{question:?} was not answered by {form}"),
    }
}

fn written(answers: &Answers, form: &str) -> Answers {
    let told = Query::parse(form);
    let told = told
        .pairs()
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let both = Query::of(answers.written().into_iter().chain(told).collect());
    Answers::from_written(&both, &Language::Chinese, TODAY)
}

/// Answers whatever is asked until the result stands.
fn walk(desk: &Desk<'_>, person: Person) -> (Vec<Question>, Answers) {
    let (mut asked, mut answers) = (Vec::new(), Answers::default());
    while let Place::Question(question) = desk.onward(&answers) {
        let (_, form) = person
            .iter()
            .find(|(known, _)| *known == question)
            .unwrap_or_else(|| panic!("nobody expected {question:?} after {asked:?}"));
        assert!(
            can_matter(desk, question, &answers),
            "{question:?} after {asked:?} changes nothing"
        );
        answers = answered(desk, question, form, &answers);
        asked.push(question);
    }
    (asked, answers)
}

/// Says whether two people who answer differently can get different results.
fn can_matter(desk: &Desk<'_>, question: Question, answers: &Answers) -> bool {
    let (_, usual) = USUAL.iter().find(|(known, _)| *known == question).unwrap();
    let results = usual.iter().map(|form| {
        let assessment = desk.assess(&written(answers, form));
        assessment.programmes.map(|programme| programme.verdict)
    });
    let mut results: Vec<_> = results.collect();
    results.dedup();
    results.len() > 1
}

#[test]
fn the_common_cases_are_settled_by_four_questions_at_most() {
    at_desk(|desk| {
        for (person, programme, verdict) in [
            (GRADUATE, Programme::EmploymentSkills, Verdict::Open),
            (FARMER, Programme::EmploymentSkills, Verdict::Open),
            (OLDER_FARMER, Programme::EmploymentSkills, Verdict::Open),
            (UNEMPLOYED, Programme::EmploymentSkills, Verdict::Open),
            (STUDENT, Programme::StudentPractice, Verdict::Open),
            (VETERAN, Programme::Veterans, Verdict::Elsewhere),
            (PUPIL, Programme::LabourPreparation, Verdict::Open),
            (MOTHER, Programme::EmploymentSkills, Verdict::Open),
            (LATE_RECRUIT, Programme::EnterprisePrejob, Verdict::Closed),
        ] {
            let (asked, answers) = walk(desk, person);
            assert!(asked.len() <= 4, "{asked:?}");
            assert_eq!(asked.len(), person.len(), "{asked:?}");
            assert_eq!(
                desk.assess(&answers).programme(programme).verdict,
                verdict,
                "{asked:?}"
            );
        }
    });
}

#[test]
fn a_recruit_in_time_is_asked_about_contract_enterprise_and_fund() {
    at_desk(|desk| {
        let (asked, answers) = walk(desk, RECRUIT);
        assert_eq!(asked.len(), RECRUIT.len(), "{asked:?}");
        let prejob = desk.assess(&answers);
        assert_eq!(
            prejob.programme(Programme::EnterprisePrejob).verdict,
            Verdict::Open
        );
    });
}

#[test]
fn what_only_founders_know_is_asked_of_whoever_begins_to_tell_it() {
    at_desk(|desk| {
        let (asked, answers) = walk(desk, GRADUATE);
        assert!(!asked.contains(&Question::BusinessPlan));
        let simulation = desk.assess(&answers);
        assert_eq!(
            simulation
                .programme(Programme::EntrepreneurshipSimulation)
                .verdict,
            Verdict::Unknown
        );
        let form = "entrepreneur-certificate=yes";
        let answers = answered(desk, Question::EntrepreneurCertificate, form, &answers);
        assert_eq!(
            desk.onward(&answers),
            Place::Question(Question::BusinessPlan)
        );
        let answers = answered(desk, Question::BusinessPlan, "business-plan=yes", &answers);
        assert_eq!(desk.onward(&answers), Place::Result);
        assert!(
            desk.assess(&answers)
                .programmes
                .iter()
                .all(|programme| programme.verdict != Verdict::Unknown)
        );
    });
}

#[test]
fn certificates_are_asked_where_only_they_decide_whether_a_move_is_left() {
    at_desk(|desk| {
        let trainings = "training=employment_skills.6-31-01-03.5.2024-03-01.paid&training=employment_skills.4-13-01-01.5.2025-03-01.failed\
                         &training=employment_skills.4-10-01-01.5.2025-03-01.completed";
        let (_, answers) = walk(desk, GRADUATE);
        let answers = written(&answers, trainings);
        assert_eq!(
            desk.onward(&answers),
            Place::Question(Question::Certificates)
        );
        let answered = |level| {
            let form = format!("certificate-6-31-01-03={level}");
            let answers = answered(desk, Question::Certificates, &form, &answers);
            assert_eq!(desk.onward(&answers), Place::Result);
            let assessment = desk.assess(&answers);
            let rule = policy::RuleId::NoMoveLeft;
            let skills = assessment.programme(Programme::EmploymentSkills);
            skills.findings.outcome(rule)
        };
        assert_eq!(answered("none"), Some(Outcome::Pass));
        assert_eq!(answered("1"), Some(Outcome::Fail));
        assert_eq!(answered("unknown"), Some(Outcome::Unknown));
    });
}

#[test]
fn who_is_sure_of_nothing_is_still_asked_four_questions_at_most() {
    at_desk(|desk| {
        let (asked, answers) = walk(
            desk,
            &[
                (Question::Groups, "groups=unknown"),
                (Question::Birth, "birth-unsure=unknown"),
                (Question::Trainings, "trainings=unknown"),
            ],
        );
        assert_eq!(asked.len(), 3);
        let page = desk.show(Place::Result, &answers, Sent::default());
        for question in asked {
            let address = desk.address(Place::Question(question));
            assert!(
                page.body
                    .0
                    .contains(&format!("<li><a class=\"target\" href=\"{address}\">")),
                "{question:?} would settle something, and its page is one tap away"
            );
        }
    });
}

#[test]
fn the_way_back_leads_through_the_questions_as_they_were_asked() {
    at_desk(|desk| {
        let (asked, answers) = walk(desk, UNEMPLOYED);
        assert_eq!(desk.way(&answers), asked);
        let mut place = Place::Result;
        for question in asked.iter().rev() {
            place = desk.back(place, &answers).unwrap();
            assert_eq!(place, Place::Question(*question));
        }
        assert_eq!(desk.back(place, &answers), None);
        let aside = Place::Question(Question::BusinessPlan);
        assert_eq!(desk.back(aside, &answers), Some(Place::Result));
    });
}

#[test]
fn a_question_stands_in_the_frame_of_the_other_pages() {
    let visit = visit("/check/birth");
    let say = |key: &str| visit.say(key).into_owned();
    let problems = vec![Problem::new("birth", say("check-day-missing"))];
    let place = Place::Question(Question::Birth);
    let ours = at_desk(|desk| {
        let groups = written(&Answers::default(), "groups=graduate");
        let sent = Sent {
            typed: Query::parse("birth-year=19x0&birth-unsure=unknown"),
            problems: problems.clone(),
        };
        desk.show(place, &groups, sent).body.0
    });
    let value = ["19x0".to_owned(), String::new(), String::new()];
    let wrong = Problem::beside(&problems, "birth");
    let theirs = Owner::new().with(|| {
        let unsure = vec![Choice::new("unknown", say("check-not-sure")).chosen(true)];
        let fields = view! {
            <DayField visit=&visit name="birth" legend=say("check-birth") is_heading=true is_birthday=true value hint=say("check-birth-why") wrong/>
            <Choices name="birth-unsure" legend=say("check-or") many=true choices=unsure/>
        }
        .into_any();
        let clear = say("check-clear");
        let caption = visit.say_with("check-step", [("step", "2".into())]);
        view! {
            <QuestionPage visit=&visit back="/check" action="/check/birth" problems=&problems caption>{fields}</QuestionPage>
            <form class="flow clear" method="post" action="/check/clear"><button class="button quiet" type="submit">{clear}</button></form>
        }
        .to_html()
    });
    let read = |html: &str| Html::parse_fragment(&html.replace("<!>", "")).html();
    assert_eq!(read(&ours), read(&theirs));
}
