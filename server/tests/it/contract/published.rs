//! Questions about what is published: places, occupations, catalogue, institutions, bases, courses, figures.

use chrono::{NaiveDate, TimeDelta};
use policy::{Fen, Level, Listing, Programme, ReadingId};
use server::db::Database;
use server::db::amendment::StoredAmendment;
use server::db::catalogue::Standing;
use server::db::change::ChangeKind;
use server::db::course::{Course, Mode};
use server::db::institution::{Designation, DesignationKind};
use server::db::market::{CITY, MarketFigure};
use server::db::meeting::Meeting;
use server::db::occupation::CLASSIFICATION;
use server::db::place::University;

use crate::databases::fresh;
use crate::town::{
    BASE, COOK, DISTRICT, EDITION, INSTITUTION, TURNER, base, course, designation, district,
    edition, entry, institution, now, occupation, settle, today,
};

fn university() -> University {
    University {
        code: "4121010141".to_owned(),
        name: "示例大学".to_owned(),
        district: Some(DISTRICT.to_owned()),
        department: None,
        education: Some("undergraduate".to_owned()),
        source: None,
        is_sample: false,
    }
}

fn slot(id: &str) -> Course {
    Course {
        programme: Programme::StudentPractice,
        institution: None,
        base: Some(BASE.to_owned()),
        mode: Mode::Weekend,
        internship: Some(r#"{"none":true}"#.to_owned()),
        semesters: Some(1),
        ..course(id, TURNER, 12)
    }
}

#[tokio::test]
async fn places_are_kept_and_replaced() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let renamed = || {
            let mut renamed = district();
            renamed.name = "新中山区".to_owned();
            renamed.office_phone = Some("0411-0000000".to_owned());
            renamed
        };
        let put = database.write(move |transaction| {
            Box::pin(async move {
                transaction.put_district(&district()).await?;
                transaction.put_district(&renamed()).await?;
                transaction.put_university(&university()).await?;
                transaction.put_university(&university()).await
            })
        });
        put.await.unwrap();
        assert_eq!(
            database.districts().await.unwrap(),
            [renamed()],
            "{}",
            fresh.name
        );
        assert_eq!(
            database.universities().await.unwrap(),
            [university()],
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn an_unknown_district_is_refused_and_nothing_is_written() {
    for fresh in fresh().await {
        let put = fresh.database.write(|transaction| {
            Box::pin(async move {
                transaction.put_occupation(&occupation(TURNER)).await?;
                transaction.put_university(&university()).await
            })
        });
        assert!(put.await.is_err(), "{}", fresh.name);
        assert_eq!(
            fresh.database.occupations(CLASSIFICATION).await.unwrap(),
            [],
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn occupations_have_the_levels_that_exist() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let put = database.write(|transaction| {
            Box::pin(async move {
                transaction.put_occupation(&occupation(TURNER)).await?;
                transaction.put_occupation(&occupation(COOK)).await?;
                for level in [Level::PRIMARY, Level::new(3).unwrap(), Level::PRIMARY] {
                    transaction
                        .put_occupation_level(CLASSIFICATION, TURNER, level)
                        .await?;
                }
                Ok(())
            })
        });
        put.await.unwrap();
        assert_eq!(
            database.occupations(CLASSIFICATION).await.unwrap(),
            [occupation(COOK), occupation(TURNER)]
        );
        assert_eq!(database.occupations("1999").await.unwrap(), []);
        assert_eq!(
            database.occupation(TURNER).await.unwrap(),
            Some(occupation(TURNER))
        );
        assert_eq!(database.occupation("9-99-99-99").await.unwrap(), None);
        assert_eq!(
            database.levels_of(TURNER).await.unwrap(),
            [Level::PRIMARY, Level::new(3).unwrap()]
        );
        assert_eq!(database.levels_of(COOK).await.unwrap(), []);
        assert_eq!(
            database.occupation_levels().await.unwrap().len(),
            2,
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn the_catalogue_in_force_is_the_one_of_the_day() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![]).await;
        let next_year = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        let mut later = edition();
        later.id = "2027".to_owned();
        later.from_on = next_year;
        later.to_on = NaiveDate::from_ymd_opt(2027, 12, 31);
        let put = database.write({
            let later = later.clone();
            move |transaction| {
                Box::pin(async move { transaction.put_catalogue_edition(&later).await })
            }
        });
        put.await.unwrap();

        let in_force = |on| database.catalogue_in_force(on);
        assert_eq!(in_force(today()).await.unwrap(), Some(edition()));
        assert_eq!(
            in_force(next_year).await.unwrap(),
            Some(later.clone()),
            "{}",
            fresh.name
        );
        assert_eq!(
            in_force(edition().from_on - TimeDelta::days(1))
                .await
                .unwrap(),
            None
        );
        assert_eq!(
            database.catalogue_editions().await.unwrap(),
            [later, edition()]
        );

        assert_eq!(
            database.catalogue_entries(EDITION).await.unwrap(),
            [entry(COOK), entry(TURNER)]
        );
        assert_eq!(
            database
                .catalogue_entries_of(EDITION, TURNER)
                .await
                .unwrap(),
            [entry(TURNER)]
        );
        let listed = Listing::Listed(entry(TURNER).as_listed());
        assert_eq!(
            database
                .listing(TURNER, Level::PRIMARY, today())
                .await
                .unwrap(),
            listed
        );
        assert_eq!(
            database
                .listing(TURNER, Level::PRIMARY, next_year)
                .await
                .unwrap(),
            Listing::NotListed
        );
        let inside = database.write(|transaction| {
            Box::pin(async move {
                let long_ago = edition().from_on - TimeDelta::days(1);
                let before = transaction
                    .listing(TURNER, Level::PRIMARY, long_ago)
                    .await?;
                Ok((
                    before,
                    transaction.listing(TURNER, Level::PRIMARY, today()).await?,
                ))
            })
        });
        assert_eq!(
            inside.await.unwrap(),
            (
                Standing::default(),
                Standing {
                    edition: Some(EDITION.to_owned()),
                    listing: listed
                }
            ),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn a_subsidy_for_a_level_that_does_not_exist_is_refused() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![]).await;
        let mut wrong = entry(TURNER);
        wrong.level = Level::new(1).unwrap();
        let put = database.write(move |transaction| {
            Box::pin(async move { transaction.put_catalogue_entry(&wrong).await })
        });
        assert!(put.await.is_err(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn institutions_are_designated_for_periods() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![]).await;
        let over = Designation {
            to_on: Some(today() - TimeDelta::days(1)),
            ..designation(COOK)
        };
        let simulation = Designation {
            kind: DesignationKind::Simulation,
            occupation: None,
            level: None,
            ..designation(TURNER)
        };
        let put = database.write({
            let (over, simulation) = (over.clone(), simulation.clone());
            move |transaction| {
                Box::pin(async move {
                    transaction.put_institution(&institution()).await?;
                    transaction.put_designation(&over).await?;
                    transaction.put_designation(&simulation).await?;
                    transaction.put_designation(&simulation).await?;
                    transaction.designations_of(INSTITUTION).await
                })
            }
        });
        let all = [simulation.clone(), over, designation(TURNER)];
        assert_eq!(put.await.unwrap(), all, "{}", fresh.name);
        assert_eq!(
            database.designations_of(INSTITUTION).await.unwrap(),
            all,
            "{}",
            fresh.name
        );
        assert_eq!(
            database.designations().await.unwrap(),
            all,
            "{}",
            fresh.name
        );
        assert_eq!(
            database.designations_in_force(today()).await.unwrap(),
            [simulation, designation(TURNER)]
        );
        assert_eq!(database.institutions().await.unwrap(), [institution()]);
        assert_eq!(
            database.institution(INSTITUTION).await.unwrap(),
            Some(institution())
        );
        assert_eq!(database.institution("nobody").await.unwrap(), None);
    }
}

#[tokio::test]
async fn bases_hold_slots() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![slot("S")]).await;
        let inside = database.write(|transaction| {
            Box::pin(async move {
                transaction.put_base(&base()).await?;
                transaction.base(BASE).await
            })
        });
        assert_eq!(inside.await.unwrap(), Some(base()), "{}", fresh.name);
        assert_eq!(database.bases().await.unwrap(), [base()]);
        assert_eq!(database.base(BASE).await.unwrap(), Some(base()));
        let slots = database.slots_of_base(BASE, today()).await.unwrap();
        assert_eq!(
            (slots.len(), &slots[0].course),
            (1, &slot("S")),
            "{}",
            fresh.name
        );
        assert_eq!(slots[0].place_name, base().name);
        assert!(slots[0].course.as_asked().unwrap().internship.is_some());
    }
}

#[tokio::test]
async fn courses_are_found_by_id_place_occupation_and_page() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let mut hidden = course("D", TURNER, 5);
        hidden.is_published = false;
        let mut full = course("E", COOK, 3);
        full.seats_taken = 3;
        settle(
            database,
            vec![course("C", TURNER, 5), hidden, full, slot("S")],
        )
        .await;

        let found = database.course("C").await.unwrap().unwrap();
        assert_eq!(found.course, course("C", TURNER, 5), "{}", fresh.name);
        assert_eq!(
            (found.place_name.as_str(), found.district.as_str()),
            ("示例学校", DISTRICT)
        );
        assert_eq!(found.occupation_name, Some(occupation(TURNER).name));
        assert_eq!(database.course("nothing").await.unwrap(), None);

        let ids = |found: Vec<server::db::course::PlacedCourse>| -> Vec<String> {
            found.into_iter().map(|placed| placed.course.id).collect()
        };
        let wanted = ["S", "nothing", "C", "D"].map(str::to_owned);
        assert_eq!(
            ids(database.courses_by_ids(&wanted).await.unwrap()),
            ["S", "C", "D"]
        );
        assert_eq!(ids(database.courses_by_ids(&[]).await.unwrap()), [""; 0]);
        assert_eq!(
            ids(database
                .courses_of_institution(INSTITUTION, today())
                .await
                .unwrap()),
            ["C", "E"]
        );
        assert_eq!(
            ids(database
                .courses_of_occupation(TURNER, today(), 9)
                .await
                .unwrap()),
            ["C", "S"]
        );
        assert_eq!(
            ids(database.open_courses(today()).await.unwrap()),
            ["C", "S"],
            "{}",
            fresh.name
        );
        assert_eq!(
            ids(database.courses_after("", 2).await.unwrap()),
            ["C", "E"]
        );
        assert_eq!(ids(database.courses_after("E", 2).await.unwrap()), ["S"]);
        let mut taken = database.seats_taken().await.unwrap();
        taken.sort_unstable();
        assert_eq!(taken[2], ("E".to_owned(), 3));
    }
}

#[tokio::test]
async fn rounds_of_a_course_stand_side_by_side_the_first_one_first() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let mut sooner = course("Z", TURNER, 3);
        sooner.title = course("A", TURNER, 5).title;
        sooner.starts_on -= TimeDelta::days(1);
        let mut hidden = course("H", TURNER, 5);
        hidden.is_published = false;
        let all = vec![course("A", TURNER, 5), course("M", COOK, 5), hidden, sooner];
        settle(database, all).await;
        let mut told = database.published_courses().await.unwrap();
        assert_eq!(told.len(), 3, "{}", fresh.name);
        assert_ne!(told[1], "M", "{}", fresh.name);
        told.retain(|id| id != "M");
        assert_eq!(told, ["Z", "A"], "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_course_is_replaced_but_for_its_seats_and_never_below_them() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 3)]).await;
        let written = database.write(|transaction| {
            Box::pin(async move {
                let locked = transaction.lock_course("C").await?;
                assert_eq!(locked, Some(course("C", TURNER, 3)));
                assert_eq!(transaction.take_seat("C").await?, Some(1));
                assert_eq!(transaction.take_seat("C").await?, Some(2));
                assert_eq!(transaction.give_seat_back("C").await?, 1);
                assert_eq!(transaction.take_seat("C").await?, Some(2));
                let mut cheaper = course("C", TURNER, 2);
                cheaper.own_cost = Fen::from_yuan(1);
                let fits = transaction.put_course(&cheaper).await?;
                assert_eq!(transaction.take_seat("C").await?, None);
                let too_small = [course("C", TURNER, 1)];
                Ok((fits, transaction.put_courses(&too_small).await?))
            })
        });
        assert_eq!(
            written.await.unwrap(),
            (true, vec!["C".to_owned()]),
            "{}",
            fresh.name
        );
        let stored = database.course("C").await.unwrap().unwrap().course;
        assert_eq!(
            (stored.seats, stored.seats_taken, stored.own_cost),
            (2, 2, Fen::from_yuan(1)),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn meetings_are_replaced_as_a_whole() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 3)]).await;
        let meeting = |weekday| Meeting {
            course: "C".to_owned(),
            weekday,
            starts_minute: 18 * 60,
            ends_minute: 20 * 60,
        };
        let put = database.write(move |transaction| {
            Box::pin(async move {
                transaction.put_meetings(&[meeting(1), meeting(3)]).await?;
                transaction.put_meetings(&[meeting(5), meeting(2)]).await
            })
        });
        put.await.unwrap();
        assert_eq!(
            database.meetings_of("C").await.unwrap(),
            [meeting(2), meeting(5)],
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn figures_are_found_by_occupation_area_and_kind() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![]).await;
        let figure = |period: &str, area: &str, occupation: Option<&str>, group: Option<&str>| {
            MarketFigure {
                period: period.to_owned(),
                area: area.to_owned(),
                occupation: occupation.map(str::to_owned),
                group_name: group.map(str::to_owned),
                demand: Some(3),
                supply: None,
                ratio_thousandths: Some(1_500),
                published_rank: None,
                source: "示例数据".to_owned(),
                note: None,
                is_sample: true,
            }
        };
        let late = figure("2026-Q3", CITY, Some(TURNER), None);
        let early = figure("2026-Q2", CITY, Some(TURNER), None);
        let district = figure("2026-Q3", DISTRICT, Some(TURNER), None);
        let group = figure("2026-Q3", CITY, None, Some("单位负责人"));
        let total = figure("2026-Q3", CITY, None, None);
        let all = [&late, &early, &district, &group, &total, &late].map(Clone::clone);
        let put = database.write(move |transaction| {
            Box::pin(async move {
                for figure in &all {
                    transaction.put_market_figure(figure).await?;
                }
                Ok(())
            })
        });
        put.await.unwrap();
        let series = [early.clone(), late.clone()];
        assert_eq!(
            database.market_series(TURNER, CITY).await.unwrap(),
            series,
            "{}",
            fresh.name
        );
        assert_eq!(
            database.market_of_area(CITY).await.unwrap(),
            series,
            "{}",
            fresh.name
        );
        assert_eq!(
            database.market_series_everywhere(TURNER).await.unwrap(),
            [early, late, district]
        );
        assert_eq!(database.market_totals().await.unwrap(), [total]);
        assert_eq!(database.market_groups().await.unwrap(), [group]);
    }
}

#[tokio::test]
async fn changes_come_in_the_order_of_their_positions() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let published = database.write(|transaction| {
            Box::pin(async move {
                transaction.publish(ChangeKind::Course, "C", now()).await?;
                transaction.publish_all(ChangeKind::Market, now()).await
            })
        });
        published.await.unwrap();
        assert_eq!(database.last_change().await.unwrap(), 2, "{}", fresh.name);
        let changes = database.changes_after(0, 9).await.unwrap();
        let told: Vec<_> = changes
            .iter()
            .map(|change| (change.position, change.kind, change.only()))
            .collect();
        assert_eq!(
            told,
            [
                (1, ChangeKind::Course, Some("C")),
                (2, ChangeKind::Market, None)
            ],
            "{}",
            fresh.name
        );
        assert_eq!(database.changes_after(1, 9).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn the_register_is_only_ever_added_to() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let amendment = |number| StoredAmendment {
            number,
            reading: ReadingId::RetirementAge,
            chosen: "63|58".parse().unwrap(),
            since: today(),
            why: "国家推迟了退休年龄".to_owned(),
            source: (number == 1).then(|| "示例文件".to_owned()),
            entered_at: now(),
        };
        let added = database.write(move |transaction| {
            Box::pin(async move {
                assert_eq!(transaction.amendments().await?, []);
                transaction.add_amendment(&amendment(1)).await?;
                transaction.add_amendment(&amendment(2)).await?;
                transaction.amendments().await
            })
        });
        let both = [amendment(1), amendment(2)];
        assert_eq!(added.await.unwrap(), both, "{}", fresh.name);
        assert_eq!(database.amendments().await.unwrap(), both);
        assert_eq!(database.amendments_up_to(1).await.unwrap(), both[..1]);
        assert_eq!(database.amendments_up_to(0).await.unwrap(), []);
        for out_of_order in [1, 2, 4] {
            let added = database.write(move |transaction| {
                Box::pin(async move { transaction.add_amendment(&amendment(out_of_order)).await })
            });
            assert!(added.await.is_err(), "{} {out_of_order}", fresh.name);
        }
        for statement in [
            "update amendment set chosen = '60|55'",
            "delete from amendment",
        ] {
            let refused = match database {
                Database::Sqlite { writer, .. } => {
                    sqlx::query(statement).execute(writer).await.err()
                }
                Database::Postgres(pool) => sqlx::query(statement).execute(pool).await.err(),
            };
            let told = refused.unwrap().to_string();
            assert!(told.contains("append-only"), "{}: {told}", fresh.name);
        }
    }
}
