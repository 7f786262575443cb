//! The register of readings: complete, and changed by data alone.

use policy::{
    Amendment, CatalogueEntry, Chosen, Coded, Course, Designation, Fen, Internship, Level, Listing,
    Money, Programme, Published, READINGS, ReadingId, Readings, Subject, UnfitAmendment, Verdict,
    assess, calendar::date_from_text,
};

use crate::clerk;

#[test]
fn every_reading_stands_in_the_register_once_and_in_order() {
    let ids: Vec<ReadingId> = READINGS.iter().map(|reading| reading.id).collect();
    assert_eq!(ids, ReadingId::ALL);
}

#[test]
fn a_later_choice_holds_from_its_day_on() {
    let since = date_from_text("2028-01-01").unwrap();
    let chosen = Chosen::Ages {
        male: 63,
        female: 58,
    };
    let readings = Readings::amended(vec![Amendment {
        reading: ReadingId::RetirementAge,
        chosen,
        since,
    }])
    .unwrap();
    let on = |day: &str| {
        let day = date_from_text(day).unwrap();
        readings
            .register(day)
            .find(|reading| reading.id == ReadingId::RetirementAge)
            .unwrap()
    };
    assert_eq!(
        on("2027-12-31").chosen,
        Chosen::Ages {
            male: 60,
            female: 55
        }
    );
    assert_eq!(
        (on("2028-01-01").chosen, on("2028-01-01").since),
        (chosen, since)
    );
}

#[test]
fn a_choice_of_another_kind_is_refused() {
    let amendment = |reading, chosen| Amendment {
        reading,
        chosen,
        since: date_from_text("2028-01-01").unwrap(),
    };
    for wrong in [
        amendment(ReadingId::RetirementAge, Chosen::Number(63)),
        amendment(ReadingId::YearOfStart, Chosen::InWords),
        amendment(ReadingId::SixSubsidies, Chosen::Number(u32::MAX)),
        amendment(ReadingId::PracticePercent, Chosen::Number(101)),
        amendment(ReadingId::ClassHours, Chosen::Number(2_001)),
    ] {
        assert!(Readings::amended(vec![wrong]).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_figure_beyond_its_bound_is_refused_with_the_bound() {
    for reading in READINGS {
        let most = reading.id.most();
        let of = |figure| {
            let chosen = match reading.chosen {
                Chosen::Number(_) => Chosen::Number(figure),
                Chosen::Ages { male, .. } => Chosen::Ages {
                    male,
                    female: figure,
                },
                Chosen::Applies(_) | Chosen::InWords => return None,
            };
            let amendment = Amendment {
                reading: reading.id,
                chosen,
                since: date_from_text("2028-01-01").unwrap(),
            };
            Some(Readings::amended(vec![amendment]))
        };
        let (Some(at), Some(beyond)) = (of(most), of(most + 1)) else {
            continue;
        };
        assert!(at.is_ok(), "{:?}", reading.id);
        let refusal = beyond.unwrap_err().to_string();
        assert!(refusal.ends_with(&format!("at most {most}")), "{refusal}");
    }
}

#[test]
fn what_the_document_states_and_what_was_chosen_are_told_apart() {
    let stated = READINGS.iter().filter(|reading| reading.id.is_stated());
    assert_eq!(stated.clone().count(), 12);
    assert!(
        stated
            .clone()
            .all(|reading| matches!(reading.chosen, Chosen::Number(_)))
    );
    assert!(!ReadingId::InHouseDesignation.is_stated());
}

#[test]
fn two_amendments_of_one_reading_on_one_day_are_refused() {
    let since = date_from_text("2028-01-01").unwrap();
    let youngest = |age, since| Amendment {
        reading: ReadingId::YoungestAge,
        chosen: Chosen::Number(age),
        since,
    };
    let another = Amendment {
        reading: ReadingId::SixSubsidies,
        ..youngest(7, since)
    };
    assert_eq!(
        Readings::amended(vec![youngest(17, since), another, youngest(18, since)]),
        Err(UnfitAmendment::SameDay(ReadingId::YoungestAge, since))
    );
    let later = since.succ_opt().unwrap();
    let readings = Readings::amended(vec![youngest(18, later), youngest(17, since), another]);
    let order: Vec<_> = readings
        .unwrap()
        .amendments()
        .iter()
        .map(|amendment| (amendment.reading, amendment.since))
        .collect();
    assert_eq!(
        order,
        [
            (ReadingId::SixSubsidies, since),
            (ReadingId::YoungestAge, since),
            (ReadingId::YoungestAge, later)
        ]
    );
}

/// Another choice for a figure of the register, and whom it decides otherwise; `None` for what is told in words alone.
struct Nudge {
    chosen: Chosen,
    person: &'static str,
    history: &'static str,
    course: Option<Course>,
}

fn course(programme: Programme, level: u8) -> Course {
    let start = date_from_text("2026-12-07").unwrap();
    Course {
        occupation: "6-18-02-04".parse().ok(),
        level: Level::new(level).ok(),
        end: Some(start),
        semesters: Some(2),
        class_hours: Some(200),
        internship: Some(Internship::None),
        institution: (programme != Programme::EnterprisePrejob).then(|| "I-1".to_owned()),
        base: Some("B-1".to_owned()),
        ..Course::new(programme, start)
    }
}

const RECRUIT: &str = "男 1990-05-05生 新录用 本市企业 非人力派遣 符合产业政策 合同签于2026-11-02 24个月合同 有固定期限 已备案 足额参保 足额提取 一线60% 已公开";
const RECRUIT_WITHOUT_FUND: &str = "男 1990-05-05生 新录用 本市企业 非人力派遣 符合产业政策 合同签于2026-11-02 24个月合同 有固定期限 已备案 足额参保 未足额提取 一线60% 已公开";

fn nudge(reading: ReadingId) -> Option<Nudge> {
    let person = |chosen, person, history| Nudge {
        chosen,
        person,
        history,
        course: None,
    };
    Some(match reading {
        ReadingId::SixSubsidies => person(
            Chosen::Number(1),
            "男 1990-05-05生 农村劳动者 无证书",
            "就业技能 6-18-02-04 五级 2025-03-01 已发补贴",
        ),
        ReadingId::RetirementAge => person(
            Chosen::Ages {
                male: 61,
                female: 55,
            },
            "男 1966-05-05生 农村劳动者 无证书",
            "无",
        ),
        ReadingId::YoungestAge => person(
            Chosen::Number(18),
            "女 2009-05-05生 农村劳动者 无证书",
            "无",
        ),
        ReadingId::OnceInLifetime => person(
            Chosen::Number(2),
            "女 2009-05-05生 应届未升学 初中2026-07-01离校 无证书",
            "劳动预备 6-18-02-04 五级 2025-03-01 已发补贴",
        ),
        ReadingId::LeaversFirst => person(
            Chosen::Applies(false),
            "女 1996-05-05生 登记失业 初中2012-07-01离校 无证书",
            "无",
        ),
        ReadingId::AlreadyCertified => Nudge {
            course: Some(course(Programme::EmploymentSkills, 5)),
            ..person(
                Chosen::Applies(false),
                "女 1990-05-05生 农村劳动者 持证6-18-02-04/五级",
                "无",
            )
        },
        ReadingId::PromotionStep => Nudge {
            course: Some(course(Programme::EmploymentSkills, 3)),
            ..person(
                Chosen::Applies(false),
                "女 1990-05-05生 农村劳动者 无证书",
                "就业技能 6-18-02-04 五级 2025-03-01 已发补贴",
            )
        },
        ReadingId::EducationFund => person(Chosen::Applies(false), RECRUIT_WITHOUT_FUND, "无"),
        ReadingId::PracticeShare => Nudge {
            course: Some(course(Programme::StudentPractice, 5)),
            ..person(
                Chosen::Applies(false),
                "女 2005-05-05生 在校生 无证书",
                "无",
            )
        },
        ReadingId::InHouseDesignation => Nudge {
            course: Some(course(Programme::EnterprisePrejob, 5)),
            ..person(Chosen::Applies(false), RECRUIT, "无")
        },
        ReadingId::PrimarySubsidies => Nudge {
            course: Some(course(Programme::EmploymentSkills, 5)),
            ..person(
                Chosen::Number(3),
                "男 1990-05-05生 农村劳动者 无证书",
                "就业技能 4-01 五级 2024-03-01 已发补贴；就业技能 4-02 五级 2025-03-01 已发补贴",
            )
        },
        ReadingId::StudentSubsidies => person(
            Chosen::Number(2),
            "女 2005-05-05生 在校生 无证书",
            "在校技能 6-18-02-04 五级 2025-03-01 已发补贴",
        ),
        ReadingId::PracticePercent => Nudge {
            course: Some(course(Programme::StudentPractice, 5)),
            ..person(Chosen::Number(70), "女 2005-05-05生 在校生 无证书", "无")
        },
        ReadingId::SemestersAfterJuniorHigh => Nudge {
            course: Some(course(Programme::LabourPreparation, 5)),
            ..person(
                Chosen::Number(3),
                "女 2009-05-05生 应届未升学 初中2026-07-01离校 无证书",
                "无",
            )
        },
        ReadingId::SemestersAfterSeniorHigh => Nudge {
            course: Some(course(Programme::LabourPreparation, 5)),
            ..person(
                Chosen::Number(3),
                "女 2009-05-05生 应届未升学 高中2026-07-01离校 无证书",
                "无",
            )
        },
        ReadingId::InternshipMonths => Nudge {
            course: Some(Course {
                internship: Some(Internship::Held {
                    from: date_from_text("2027-01-01").ok(),
                    to: date_from_text("2027-02-01").ok(),
                    agreement: Some(true),
                    insurance: Some(true),
                }),
                ..course(Programme::LabourPreparation, 5)
            }),
            ..person(
                Chosen::Number(2),
                "女 2009-05-05生 应届未升学 高中2026-07-01离校 无证书",
                "无",
            )
        },
        ReadingId::ContractMonths => person(Chosen::Number(36), RECRUIT, "无"),
        ReadingId::StartMonths => Nudge {
            course: Some(course(Programme::EnterprisePrejob, 5)),
            ..person(Chosen::Number(1), RECRUIT, "无")
        },
        ReadingId::FrontLinePercent => person(Chosen::Number(61), RECRUIT, "无"),
        ReadingId::ClassHours => Nudge {
            course: Some(Course {
                occupation: None,
                level: None,
                ..course(Programme::Entrepreneurship, 5)
            }),
            ..person(
                Chosen::Number(201),
                "男 1990-05-05生 农村劳动者 无证书",
                "无",
            )
        },
        ReadingId::SimulationYuan => Nudge {
            course: Some(Course {
                occupation: None,
                level: None,
                ..course(Programme::EntrepreneurshipSimulation, 5)
            }),
            ..person(
                Chosen::Number(1_200),
                "男 1990-05-05生 农村劳动者 有创业证书 计划书通过",
                "无",
            )
        },
        ReadingId::LeaversSinceYear => person(
            Chosen::Number(2013),
            "女 1996-05-05生 登记失业 初中2012-07-01离校 无证书",
            "无",
        ),
        ReadingId::YearOfStart
        | ReadingId::PromotionOccupation
        | ReadingId::CountedProgrammes
        | ReadingId::PrimaryProgrammes
        | ReadingId::PromotionBase
        | ReadingId::OnceAYear
        | ReadingId::OnceAsStudent
        | ReadingId::VeteransElsewhere
        | ReadingId::WithinSixMonths
        | ReadingId::PrejobList => return None,
    })
}

/// Returns every verdict, and what the course would pay.
fn answers(nudge: &Nudge, readings: &Readings) -> (Vec<Verdict>, Option<Money>) {
    let subjects = Level::ALL
        .map(|level| Subject::Occupation("6-18-02-04".parse().unwrap(), level))
        .into_iter()
        .chain([Subject::Entrepreneurship, Subject::Simulation]);
    let designations: Vec<_> = subjects
        .map(|subject| Designation {
            subject,
            from: chrono::NaiveDate::MIN,
            to: None,
        })
        .collect();
    let in_house = nudge
        .course
        .as_ref()
        .is_some_and(|course| course.institution.is_none());
    let published = Published {
        readings,
        listing: Listing::Listed(CatalogueEntry {
            subsidised: true,
            shortage: true,
            training: Some(Fen::from_yuan(1_000)),
            appraisal: Some(Fen::from_yuan(150)),
            top_up_percent: Some(20),
        }),
        designations: (!in_house).then_some(&designations[..]),
        base: Some(policy::BaseKind::Public),
    };
    let facts = clerk::facts(nudge.person, nudge.history);
    let on = date_from_text("2026-11-23").unwrap();
    let assessment = assess(&facts, nudge.course.as_ref(), &published, on);
    let verdicts = assessment.programmes.iter().map(|asked| asked.verdict);
    let course = assessment.course.as_ref();
    (
        verdicts.chain(course.map(|asked| asked.verdict)).collect(),
        course.map(|asked| asked.money.clone()),
    )
}

#[test]
fn every_figure_of_the_register_is_read_by_a_rule() {
    for reading in READINGS {
        let Some(nudge) = nudge(reading.id) else {
            assert_eq!(reading.chosen, Chosen::InWords, "{:?}", reading.id);
            continue;
        };
        let amendment = Amendment {
            reading: reading.id,
            chosen: nudge.chosen,
            since: date_from_text("2026-11-23").unwrap(),
        };
        let nudged = Readings::amended(vec![amendment]).unwrap();
        assert_ne!(
            answers(&nudge, Readings::built_in()),
            answers(&nudge, &nudged),
            "{:?} decides nothing",
            reading.id
        );
    }
}

#[test]
fn amendments_are_read_from_data() {
    let text = r#"[{"reading": "youngest_age", "chosen": {"number": 18}, "since": "2030-01-01"}]"#;
    let readings: Readings = serde_json::from_str(text).unwrap();
    let day = date_from_text("2030-06-01").unwrap();
    let youngest = readings
        .register(day)
        .find(|reading| reading.id == ReadingId::YoungestAge)
        .unwrap();
    assert_eq!(youngest.chosen, Chosen::Number(18));
    let unfit =
        r#"[{"reading": "youngest_age", "chosen": {"applies": true}, "since": "2030-01-01"}]"#;
    let refusal = serde_json::from_str::<Readings>(unfit)
        .unwrap_err()
        .to_string();
    assert!(refusal.contains("youngest_age"), "{refusal}");
}
