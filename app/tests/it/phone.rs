//! The checker on a phone answers as the server does, word for word.

use app::checker::answers::Answers;
use app::checker::{Desk, District, Keeper, Papers, Place};
use app::language::Language;
use app::phone::{Packed, Phone, packed};
use app::policy_words::Telling;
use app::query::Query;
use app::sent::Sent;
use chrono::NaiveDate;
use policy::{
    Amendment, Chosen, Coded, Facts, Note, OccupationCode, Published, ReadingId, Readings,
};

use crate::city::TODAY;

const OCCUPATIONS: [(&str, &str); 3] = [
    ("6-31-01-03", "电工"),
    ("4-13-01-01", "图书馆管理员"),
    ("4-10-01-02", "保育师"),
];

/// What people told, each as it is kept.
const TOLD: [&str; 9] = [
    "",
    "groups=graduate&birth-year=2004&birth-month=6&birth-day=30&trainings=none&residence=210211",
    "groups=rural_worker&groups=new_recruit&birth-year=1969&birth-month=5&birth-day=1&sex=male&trainings=unknown&signed-year=2026&signed-month=4&signed-day=20&term=months&months=9&filed=yes&insured=unknown&in-city=yes&dispatch=no&industry=unknown&drawn=no&front-line=59&disclosed=yes",
    "groups=registered_unemployed&birth-year=1991&birth-month=3&birth-day=8&trainings=none&school=senior_high&school-year=2015",
    "groups=student&birth-unsure=unknown&training=student_practice.4-10-01-02.5.2026-03-01.certified&entrepreneur-certificate=yes&business-plan=unknown&university=210211",
    "groups=veteran&groups=graduate&birth-year=1950&birth-month=1&birth-day=1",
    "groups=school_leaver&birth-year=2012&birth-month=8&birth-day=20&training=labour_preparation.6-31-01-03.5.2026-09-01.reserved",
    "groups=none",
    "groups=graduate&birth-year=2000&birth-month=1&birth-day=1&training=employment_skills.6-31-01-03.5.2024-03-01.paid&training=employment_skills.4-10-01-02.5.2026-03-01.reserved&certificate-6-31-01-03=unknown",
];

fn districts() -> Vec<District> {
    let district = |code: &str, name: &str, phone: Option<&str>| District {
        code: code.to_owned(),
        name: name.to_owned(),
        phone: phone.map(str::to_owned),
    };
    vec![
        district("210211", "甘井子区", Some("0411-12345678")),
        district("210283", "庄河市", None),
    ]
}

fn kit(language: Language, readings: &Readings) -> String {
    packed(Packed {
        language,
        occupations: OCCUPATIONS.to_vec(),
        districts: districts(),
        readings,
    })
}

fn named(code: OccupationCode) -> Option<String> {
    let found = OCCUPATIONS
        .iter()
        .find(|(known, _)| *known == code.as_str());
    found.map(|(_, name)| (*name).to_owned())
}

fn at_desk<T>(language: Language, keeper: Keeper, answer: impl FnOnce(&Desk<'_>) -> T) -> T {
    let papers = Papers {
        districts: districts(),
        ..Papers::default()
    };
    answer(&Desk {
        speech: &language,
        today: TODAY,
        papers: &papers,
        occupations: &named,
        keeper,
    })
}

#[test]
fn every_page_is_the_server_s_to_the_byte() {
    for language in Language::ALL {
        let kit = kit(language, Readings::built_in());
        let phone = Phone::new(&kit, TODAY, Keeper::Phone).unwrap();
        for told in TOLD.map(Query::parse) {
            let answers = Answers::from_written(&told, &language, TODAY);
            let pages = app::checker::Question::ALL
                .map(Place::Question)
                .into_iter()
                .chain([Place::Training, Place::Result]);
            for place in pages {
                at_desk(language, Keeper::Phone, |desk| {
                    let reply = phone.open(&desk.address(place), &told);
                    if !desk.has(place, &answers) {
                        return assert!(reply.is_none(), "{place:?}");
                    }
                    let (reply, shown) =
                        (reply.unwrap(), desk.show(place, &answers, Sent::default()));
                    assert_eq!(reply.html, shown.body.0, "{place:?}");
                    assert_eq!(reply.title, shown.title);
                    let missing = reply
                        .html
                        .split('[')
                        .skip(1)
                        .find(|rest| rest.starts_with(char::is_lowercase));
                    assert_eq!(missing, None, "no word is missing");
                    assert_eq!(
                        Answers::from_written(&Query::of(reply.answers), &language, TODAY),
                        answers
                    );
                });
            }
        }
    }
}

#[test]
fn every_finding_is_told_in_the_server_s_words() {
    let history = |text: &str| {
        Answers::from_written(&Query::parse(text), &Language::Chinese, TODAY).facts(None)
    };
    let people: Vec<Facts> = TOLD.into_iter().map(history).collect();
    for language in Language::ALL {
        let kit = kit(language, Readings::built_in());
        let kit = app::phone::Kit::read(&kit).unwrap();
        let (ours, theirs) = (Telling::new(&kit, &named), Telling::new(&language, &named));
        for facts in &people {
            let assessment = policy::assess(facts, None, &Published::default(), TODAY);
            for programme in &assessment.programmes {
                let asked = policy::Course {
                    occupation: "6-31-01-03".parse().ok(),
                    level: policy::Level::new(4).ok(),
                    ..policy::Course::new(programme.programme, TODAY)
                };
                let course = policy::assess_course(facts, &asked, &Published::default());
                let findings = programme.findings.iter().chain(course.findings.iter());
                for finding in findings {
                    let programme = programme.programme;
                    assert_eq!(
                        ours.finding(programme, finding),
                        theirs.finding(programme, finding)
                    );
                    assert_eq!(
                        ours.remedy(programme, finding),
                        theirs.remedy(programme, finding)
                    );
                }
            }
        }
        for note in Note::ALL {
            assert_eq!(ours.note(*note), theirs.note(*note));
        }
        for fact in policy::Fact::ALL {
            assert_eq!(ours.fact(fact), theirs.fact(fact));
        }
    }
}

#[test]
fn a_form_leads_where_the_server_leads() {
    let language = Language::Chinese;
    let kit = kit(language, Readings::built_in());
    let phone = Phone::new(&kit, TODAY, Keeper::Computer).unwrap();
    let sent = |address: &str, form: &str, answers: &Query| {
        phone.send(address, Query::parse(form), answers).unwrap()
    };
    let groups = sent("/check", "groups=graduate", &Query::default());
    assert_eq!(groups.address, "/check/birth");
    assert!(groups.html.contains("这台电脑"));
    let answers = Query::of(groups.answers);
    let wrong = sent(
        "/check/birth",
        "birth-year=1990&birth-month=2&birth-day=31",
        &answers,
    );
    assert!(wrong.html.contains("没有这一天") && wrong.html.contains("value=\"31\""));
    assert_eq!(Query::of(wrong.answers), answers, "what was told stays");
    let training = |occupation: &str| {
        format!(
            "programme=employment_skills&occupation={occupation}&level=5&year=2025&month=3&state=paid"
        )
    };
    let near = sent("/check/trainings/add", &training("电"), &answers);
    assert!(near.html.contains("您是不是要找：电工？"), "{}", near.html);
    let found = sent("/check/trainings/add", &training("电工"), &answers);
    assert_eq!(found.address, "/check/trainings");
    assert!(found.html.contains("2025 年 · 就业技能培训 · 电工"));
    let cleared = sent("/check/clear", "", &Query::of(found.answers));
    assert!(cleared.answers.is_empty());
    for unknown in [
        "/check?course=C-1",
        "/en/check",
        "/find",
        "/check/nothing",
        "/check/keep",
    ] {
        assert!(
            phone.send(unknown, Query::default(), &answers).is_none(),
            "{unknown}"
        );
    }
}

#[test]
fn a_kit_for_another_register_is_none_for_this_checker() {
    let packed = kit(Language::Chinese, Readings::built_in());
    assert!(app::phone::Kit::read(&packed).is_some());
    let count = policy::READINGS.len();
    for other in [format!("{}", count + 1), String::new()] {
        let of_another = packed.replacen(&format!(" {count}\n"), &format!(" {other}\n"), 1);
        assert_ne!(of_another, packed);
        assert!(app::phone::Kit::read(&of_another).is_none(), "{other}");
    }
}

#[test]
fn an_office_s_reading_reaches_the_phone() {
    let amendment = |reading, chosen| Amendment {
        reading,
        chosen,
        since: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(),
    };
    let readings = Readings::amended(vec![
        amendment(
            ReadingId::RetirementAge,
            Chosen::Ages {
                male: 63,
                female: 58,
            },
        ),
        amendment(ReadingId::SixSubsidies, Chosen::Number(7)),
        amendment(ReadingId::LeaversFirst, Chosen::Applies(false)),
    ])
    .unwrap();
    let kit = kit(Language::Chinese, &readings);
    let phone = Phone::new(&kit, TODAY, Keeper::Phone).unwrap();
    let told = Query::parse(
        "groups=registered_unemployed&birth-year=1965&birth-month=1&birth-day=1&sex=male&trainings=none",
    );
    let result = phone.open("/check/result", &told).unwrap();
    assert!(result.html.contains("7 次"), "{}", result.html);
    assert!(
        result
            .html
            .contains("您 61 岁，年龄合适：16 岁起，63 岁以前")
    );
}

#[test]
fn a_kit_that_cannot_be_read_makes_no_checker() {
    let count = policy::READINGS.len();
    assert!(Phone::new(&format!("zh-Hans {count}\nw a b"), TODAY, Keeper::Phone).is_some());
    for text in [
        String::new(),
        "zh-Hans\nw a b".to_owned(),
        format!("fr {count}\nw a b"),
        format!("zh-Hans {count}\nx a b"),
        format!("zh-Hans {count}\nr 2026-01-01 {count} number 1"),
        format!("zh-Hans {count}\nr 2026-01-01 king number 1"),
    ] {
        assert!(Phone::new(&text, TODAY, Keeper::Phone).is_none(), "{text}");
    }
}

/// Four lines a case: language and name, answers as they are kept, the request that says the same to the interface, and
/// the answer.
const GOLDEN: &str = include_str!("golden.txt");

fn golden() -> impl Iterator<Item = [&'static str; 4]> {
    GOLDEN.split("\n\n").map(|case| {
        let lines: Vec<_> = case.lines().collect();
        lines
            .try_into()
            .unwrap_or_else(|_| panic!("four lines a case: {case}"))
    })
}

fn told_on_a_phone(head: &str, told: &Query) -> String {
    let language = if head.starts_with("en ") {
        Language::English
    } else {
        Language::Chinese
    };
    let kit = kit(language, Readings::built_in());
    Phone::new(&kit, TODAY, Keeper::Phone).unwrap().told(told)
}

/// Where a sentence has changed: `cargo test -p app --features ssr,islands --test it -- --ignored written_anew`
#[test]
#[ignore = "writes a file"]
fn the_golden_answers_are_written_anew() {
    let case = |[head, told, request, _]: [&str; 4]| {
        let answer = told_on_a_phone(head, &Query::parse(told));
        [head, told, request, &answer].join("\n")
    };
    let cases: Vec<_> = golden().map(case).collect();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/golden.txt");
    std::fs::write(file, cases.join("\n\n") + "\n").unwrap();
}

#[test]
fn the_golden_answers_are_given_on_the_phone() {
    let mut cases = 0;
    for [head, told, request, answer] in golden() {
        let told = Query::parse(told);
        let facts = Answers::from_written(&told, &Language::Chinese, TODAY).facts(None);
        let mut request: serde_json::Value = serde_json::from_str(request).unwrap();
        assert_eq!(request["on"], TODAY.to_string());
        request.as_object_mut().unwrap().remove("on");
        assert!(
            facts == serde_json::from_value(request).unwrap(),
            "{head}: both say the same"
        );
        assert_eq!(told_on_a_phone(head, &told), answer, "{head}");
        cases += 1;
    }
    assert!(cases >= 8);
}
