//! A city of two districts, one occupation, one institution, one base and two courses; it answers like the real one.

use std::cell::Cell;

use app::backend::{
    Ahead, Answer, Application, Backend, Base, CatalogueEntry, Counts, CourseCard, CourseDetail,
    Designation, DesignationSubject, District, FacetValue, Facets, Find, Found, Hit, Institution,
    Kind, MarketFigure, MarketQuestion, MarketSeries, Occupation, Papers, Part, PersonId, Place,
    Profile, ReadingChoice, Reason, Recommendation, RegisteredReading, Session,
    SubsidisedOccupation, Suggestion, Understood, UnderstoodFilter, Waiting, Wishes,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use policy::{
    Assessment, BaseKind, Chosen, Course, Facts, Fen, Goal, Level, Listing, Outlook, Plans,
    Programme, Published, READINGS, ReadingId, Readings, assess, assess_course, plan, steps,
    what_if,
};

/// The day on which everything here happens.
pub(crate) const TODAY: NaiveDate =
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar");

/// The city.
pub(crate) struct City;

thread_local! {
    static SEARCHES: Cell<usize> = const { Cell::new(0) };
}

/// How many searches were asked of the city in this test so far.
pub(crate) fn searches() -> usize {
    SEARCHES.get()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(crate) fn course_card(id: &str, seats_left: u32) -> CourseCard {
    CourseCard {
        id: id.to_owned(),
        programme: Programme::EmploymentSkills,
        title: "电工五级班".to_owned(),
        occupation: Some("6-31-01-03".to_owned()),
        level: Level::new(5).ok(),
        place: Place::Institution {
            id: "I-1".to_owned(),
            name: "示例·潮声职业技能学校".to_owned(),
        },
        district: "210202".to_owned(),
        start: day(12, 7),
        end: NaiveDate::from_ymd_opt(2027, 1, 20).unwrap(),
        apply_until: day(12, 1),
        seats: 30,
        seats_left,
        is_open: seats_left > 0,
        subsidy: Some(Fen(130_000)),
        is_sample: true,
    }
}

fn entry(level: u8) -> CatalogueEntry {
    CatalogueEntry {
        level: Level::new(level).unwrap(),
        hours: Some(200),
        training: Some(Fen(100_000)),
        appraisal: Some(Fen(15_000)),
        is_subsidised: level == 5,
        shortage: Some("very".to_owned()),
        top_up_percent: Some(30),
    }
}

fn course_hit() -> Hit {
    Hit {
        kind: Kind::Course,
        id: "C-1".to_owned(),
        code: Some("6-31-01-03".to_owned()),
        name: "电工五级班".to_owned(),
        english: Some("electrician"),
        marked: std::iter::once(0..6).collect(),
        reason_marked: Vec::new(),
        reason: Some(Reason::Sound(None)),
        score: 1.0,
        districts: vec!["210202".to_owned()],
        kilometres: None,
        levels: vec![Level::PRIMARY],
        shortage: Some("very".to_owned()),
        place: Some("示例·潮声职业技能学校".to_owned()),
        start: Some(day(12, 7)),
        apply_until: Some(day(12, 1)),
        seats_left: Some(3),
        subsidy: Some(Fen(130_000)),
        programme: Some("employment_skills".to_owned()),
        own_cost: Some(Fen(60_000)),
        is_sample: true,
    }
}

fn occupation_hit() -> Hit {
    Hit {
        kind: Kind::Occupation,
        id: "6-31-01-03".to_owned(),
        name: "电工".to_owned(),
        english: Some("electrician"),
        place: None,
        start: None,
        apply_until: None,
        seats_left: None,
        districts: Vec::new(),
        programme: None,
        reason: None,
        ..course_hit()
    }
}

fn count(value: &str, count: u64) -> FacetValue {
    FacetValue {
        value: value.to_owned(),
        count,
    }
}

#[async_trait]
impl Backend for City {
    async fn search(&self, find: &Find) -> Answer<Found> {
        self.find(find).await
    }

    async fn find(&self, find: &Find) -> Answer<Found> {
        SEARCHES.set(SEARCHES.get() + 1);
        // its index knows one word for a level
        let understood: Vec<_> = find
            .text
            .strip_prefix("初级")
            .map(|rest| Understood {
                filter: UnderstoodFilter::Level(Level::PRIMARY),
                rest: rest.trim().to_owned(),
            })
            .into_iter()
            .collect();
        let text = understood.first().map_or(&find.text, |one| &one.rest);
        let is_wanted = |hit: &Hit| {
            (find.kinds.is_empty() || find.kinds.contains(&hit.kind))
                && (find.districts.is_empty()
                    || find
                        .districts
                        .iter()
                        .any(|code| hit.districts.contains(code)))
                && hit.name.contains(text)
                && !(find.literal && matches!(hit.reason, Some(Reason::Sound(_))))
        };
        // 44 courses, so that there are pages
        let all: Vec<_> = std::iter::once(occupation_hit())
            .chain(std::iter::repeat_n(course_hit(), 44))
            .filter(is_wanted)
            .collect();
        let first = (find.page as usize - 1) * find.per_page as usize;
        Ok(Found {
            total: all.len() as u64,
            hits: all
                .into_iter()
                .skip(first)
                .take(find.per_page as usize)
                .map(|hit| Hit {
                    kilometres: find.near.as_ref().map(|_| 117.6),
                    ..hit
                })
                .collect(),
            is_read_whole: !understood.is_empty() && text.is_empty(),
            facets: Facets {
                kind: vec![count("occupation", 1), count("course", 44)],
                district: vec![count("210202", 44)],
                level: vec![count("5", 44)],
                shortage: vec![count("very", 45)],
                programme: vec![count("employment_skills", 44)],
                mode: vec![count("evening", 44)],
                month: vec![count("2027-01", 20), count("2026-12", 24)],
                place: Vec::new(),
                has_more_places: false,
                open: 44,
            },
            did_you_mean: None,
            understood,
        })
    }

    async fn suggest(&self, _: &str, _: usize) -> Answer<Vec<Suggestion>> {
        Ok(Vec::new())
    }

    async fn districts(&self) -> Answer<Vec<District>> {
        let district = |code: &str, name: &str, centre| District {
            code: code.to_owned(),
            name: name.to_owned(),
            office: None,
            centre,
        };
        Ok(vec![
            district("210202", "中山区", Some((38.918_574, 121.644_926))),
            district("210283", "庄河市", None),
        ])
    }

    async fn occupation(&self, code: &str) -> Answer<Option<Occupation>> {
        Ok((code == "6-31-01-03").then(|| Occupation {
            code: code.to_owned(),
            classification: "2022".to_owned(),
            name: "电工".to_owned(),
            english: Some("electrician"),
            aliases: vec!["维修电工".to_owned()],
            groups: vec!["生产制造及有关人员".to_owned()],
            levels: [5, 4, 3]
                .into_iter()
                .filter_map(|level| Level::new(level).ok())
                .collect(),
            entries: vec![entry(5), entry(4)],
            edition: Some(("2026年示例目录".to_owned(), true)),
        }))
    }

    async fn institution(&self, id: &str) -> Answer<Option<Institution>> {
        Ok((id == "I-1").then(|| Institution {
            id: id.to_owned(),
            name: "示例·潮声职业技能学校".to_owned(),
            district: "210202".to_owned(),
            address: Some("示例地址".to_owned()),
            phone: Some("示例号码0000-0001".to_owned()),
            designations: vec![Designation {
                subject: DesignationSubject::Skill {
                    occupation: "6-31-01-03".to_owned(),
                    name: "电工".to_owned(),
                    level: Level::PRIMARY,
                },
                from: day(1, 1),
                to: None,
            }],
            courses: vec![course_card("C-1", 3)],
            is_sample: true,
        }))
    }

    async fn base(&self, id: &str) -> Answer<Option<Base>> {
        Ok((id == "B-1").then(|| Base {
            id: id.to_owned(),
            name: "示例·公共实训基地".to_owned(),
            kind: BaseKind::Public,
            district: "210283".to_owned(),
            address: None,
            phone: Some("0411-12345678".to_owned()),
            slots: vec![CourseCard {
                place: Place::Base {
                    id: id.to_owned(),
                    name: "示例·公共实训基地".to_owned(),
                },
                ..course_card("S-1", 8)
            }],
            is_sample: true,
        }))
    }

    async fn course(&self, id: &str) -> Answer<Option<CourseDetail>> {
        let seats_left = match id {
            "C-1" => 3,
            "C-2" => 0,
            _ => return Ok(None),
        };
        Ok(Some(CourseDetail {
            card: course_card(id, seats_left),
            occupation_name: Some("电工".to_owned()),
            address: Some("示例地址".to_owned()),
            phone: None,
            modes: vec!["evening".to_owned()],
            timetable: Some("周一至周五 18:00–21:00".to_owned()),
            class_hours: Some(200),
            own_cost: Some(Fen(0)),
            entry: Some(entry(5)),
            waiting: if seats_left == 0 { 6 } else { 0 },
            sessions: vec![Session {
                day: day(12, 7),
                from: "18:00".to_owned(),
                to: "21:00".to_owned(),
            }],
        }))
    }

    async fn kindred(&self, _: &str) -> Answer<Vec<Hit>> {
        Ok(Vec::new())
    }

    async fn courses(&self, ids: &[String]) -> Answer<Vec<CourseCard>> {
        Ok(ids.iter().map(|id| course_card(id, 3)).collect())
    }

    async fn counts(&self) -> Answer<Counts> {
        Ok(Counts {
            occupations: 1_633,
            subsidised_occupations: 36,
            institutions: 80,
            open_courses: 612,
            open_slots: 200,
            bases: 14,
        })
    }

    async fn what_may_i_still_take(
        &self,
        facts: &Facts,
        course: Option<&Course>,
    ) -> Answer<Assessment> {
        let listing = Listing::Listed(policy::CatalogueEntry {
            subsidised: true,
            shortage: true,
            training: Some(Fen(100_000)),
            appraisal: Some(Fen(15_000)),
            top_up_percent: Some(30),
        });
        Ok(assess(
            facts,
            course,
            &Published {
                listing,
                ..Published::default()
            },
            TODAY,
        ))
    }

    async fn ahead(&self, facts: &Facts, course: &str) -> Answer<Option<Ahead>> {
        let (Some(asked), Some(detail)) =
            (self.course_facts(course).await?, self.course(course).await?)
        else {
            return Ok(None);
        };
        let published = Published::default();
        let outlook = Outlook::new(Readings::built_in(), [], TODAY);
        Ok(Some(Ahead {
            course: detail.card,
            assessment: assess_course(facts, &asked, &published),
            way: steps(facts, &asked, &published, &outlook),
            what_if: what_if(facts, &asked, &published),
        }))
    }

    async fn plan(&self, facts: &Facts, goal: Goal, years: u32) -> Answer<Plans> {
        let outlook = Outlook::new(Readings::built_in(), [], TODAY);
        Ok(plan(facts, goal, &outlook, years))
    }

    async fn subsidised_occupations(&self) -> Answer<Vec<SubsidisedOccupation>> {
        Ok(Vec::new())
    }

    async fn papers(&self, _: Option<&str>) -> Answer<Option<Papers>> {
        Ok(Some(Papers::default()))
    }

    async fn course_facts(&self, _: &str) -> Answer<Option<Course>> {
        let mut course = Course::new(Programme::EmploymentSkills, day(12, 7));
        course.occupation = "6-31-01-03".parse().ok();
        course.level = Some(Level::PRIMARY);
        Ok(Some(course))
    }

    async fn readings(&self) -> Answer<Vec<RegisteredReading>> {
        let registered = |reading: &policy::Reading| {
            let built_in = ReadingChoice {
                chosen: reading.chosen,
                since: reading.since,
                why: None,
                source: None,
            };
            let amended = |male, since: NaiveDate| ReadingChoice {
                chosen: Chosen::Ages {
                    male,
                    female: male - 5,
                },
                since,
                why: Some("示例理由".to_owned()),
                source: Some("示例文件".to_owned()),
            };
            let amendments = match reading.id {
                ReadingId::RetirementAge => vec![
                    amended(61, day(1, 1)),
                    amended(63, TODAY + chrono::Days::new(60)),
                ],
                _ => Vec::new(),
            };
            RegisteredReading {
                id: reading.id,
                clause: reading.clause,
                choices: std::iter::once(built_in).chain(amendments).collect(),
            }
        };
        Ok(READINGS.iter().map(registered).collect())
    }

    async fn market(&self, question: &MarketQuestion) -> Answer<MarketSeries> {
        let figure = |period: &str, ratio: f64, is_sample: bool| MarketFigure {
            period: period.to_owned(),
            area: "大连市".to_owned(),
            demand: Some(12_000),
            supply: None,
            ratio: Some(ratio),
            source: "https://example.org/figures".to_owned(),
            is_sample,
        };
        let figures = match question.district.as_deref() {
            Some("210283") => Vec::new(),
            _ => vec![
                figure("2026-Q1", 1.2, false),
                figure("2026-Q2", 1.35, false),
                figure("2026-Q3", 1.6, true),
            ],
        };
        Ok(MarketSeries { figures })
    }

    async fn recommended(&self, facts: &Facts, _: &Wishes) -> Answer<Vec<Recommendation>> {
        let course = self.course_facts("C-1").await?;
        let assessment = self
            .what_may_i_still_take(facts, course.as_ref())
            .await?
            .course
            .unwrap();
        let part = |key, points, figure| Part {
            key,
            points,
            figure,
        };
        let parts = vec![
            part("market", 3.2, Some(1.6)),
            part("start", 1.0, Some(14.0)),
            part("seats", 0.3, Some(3.0)),
        ];
        Ok(vec![Recommendation {
            course: course_card("C-1", 3),
            score: 4.5,
            parts,
            assessment,
        }])
    }

    async fn profile(&self, _: PersonId) -> Answer<Profile> {
        Ok(Profile::default())
    }

    async fn facts_of(&self, _: PersonId) -> Answer<Facts> {
        Ok(Facts::default())
    }

    async fn my_applications(&self, _: PersonId) -> Answer<Vec<Application>> {
        Ok(Vec::new())
    }

    async fn my_application(&self, _: PersonId, _: &str) -> Answer<Option<Application>> {
        Ok(None)
    }

    async fn my_waiting(&self, _: PersonId) -> Answer<Vec<Waiting>> {
        Ok(Vec::new())
    }
}
