//! A small city behind the real router: an SQLite file, an index in memory, a clock that stands at noon of 23 November 2026.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use chrono::{NaiveDate, TimeDelta};
use http_body_util::BodyExt;
use policy::{BaseKind, Fen, Level, Programme};
use search_index::{SearchIndex, Vocabulary};
use server::backend::City;
use server::clock::Clock;
use server::db::Database;
use server::db::base::Base;
use server::db::catalogue::{CatalogueEdition, CatalogueEntry};
use server::db::change::ChangeKind;
use server::db::course::{Course, Mode};
use server::db::institution::{Designation, DesignationKind, Institution};
use server::db::market::MarketFigure;
use server::db::occupation::Occupation;
use server::db::place::District;
use server::index::Wake;
use server::seal::Keys;
use server::shelf::Shelf;
use server::site::site;
use server::staff::DemoStaff;
use server::state::{Origin, State};
use server::words::Unanswered;
use tempfile::TempDir;
use tower::ServiceExt;

/// The electrician of the tests: subsidised at levels 5 and 4, short at level 4.
pub(crate) const ELECTRICIAN: &str = "6-31-01-03";
/// In no catalogue.
pub(crate) const LIBRARIAN: &str = "4-13-01-01";
pub(crate) const DISTRICT: &str = "210211";
/// The origin that a browser on this portal names.
pub(crate) const ORIGIN: &str = "http://portal.test";

/// A running portal that goes away with the test.
pub(crate) struct TestCity {
    pub(crate) state: State,
    router: Router,
    _folder: TempDir,
}

/// What a request came back with.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// Returns today in every test.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

impl TestCity {
    /// Returns the small city.
    pub(crate) async fn open() -> Self {
        Self::open_as(|state| state).await
    }

    /// Brings index and shelf up to what was written to the database.
    pub(crate) async fn catch_up(&self) {
        let database = &self.state.database;
        server::index::rebuild(database, &self.state.index, today())
            .await
            .unwrap();
        self.state.shelf.catch_up(database).await.unwrap();
    }

    /// Returns the small city behind a portal that is set up in another way.
    pub(crate) async fn open_as(set_up: impl FnOnce(State) -> State) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("portal.db").display());
        let database = Database::connect(&address, 4).await.unwrap();
        database.migrate().await.unwrap();
        let clock = Clock::noon(today());
        publish(&database, &clock).await;
        let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
        server::index::rebuild(&database, &index, today())
            .await
            .unwrap();
        let shelf = Shelf::default();
        shelf.catch_up(&database).await.unwrap();
        let city = City {
            database,
            index,
            clock,
            keys: Keys::demo(),
            shelf,
            wake: Wake::default(),
            unanswered: Unanswered::default(),
        };
        let state = set_up(State::new(city, Origin::Told(ORIGIN.to_owned()), true));
        Self {
            router: site(state.clone()),
            state,
            _folder: folder,
        }
    }

    /// Returns the same city, started anew with the demo's account for the pages of the staff.
    pub(crate) fn with_demo_staff(self, account: DemoStaff) -> Self {
        let origin = Origin::Told(ORIGIN.to_owned());
        let state = State::new(self.state.city.clone(), origin, true).with_demo_staff(account);
        Self {
            router: site(state.clone()),
            state,
            ..self
        }
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes(),
        }
    }

    /// Asks for an address.
    pub(crate) async fn get(&self, address: &str) -> Answer {
        self.send(Request::get(address).body(Body::empty()).unwrap())
            .await
    }

    /// Asks for an address with a header.
    pub(crate) async fn get_with(
        &self,
        address: &str,
        name: header::HeaderName,
        value: &str,
    ) -> Answer {
        self.send(
            Request::get(address)
                .header(name, value)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    /// Sends a JSON body, as another program does.
    pub(crate) async fn post(&self, address: &str, body: &serde_json::Value) -> Answer {
        self.post_text(address, body.to_string()).await
    }

    /// Sends a body that says of itself that it is JSON.
    pub(crate) async fn post_text(&self, address: &str, body: impl Into<Body>) -> Answer {
        let request = Request::builder()
            .method(Method::POST)
            .uri(address)
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(body.into()).unwrap()).await
    }
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|fault| panic!("not JSON ({fault}): {}", self.text()))
    }

    pub(crate) fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Returns the pointers of the faults that a problem names.
    pub(crate) fn pointers(&self) -> Vec<String> {
        let problem = self.json();
        problem["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|error| error["pointer"].as_str().unwrap().to_owned())
            .collect()
    }
}

fn days(days: i64) -> NaiveDate {
    today() + TimeDelta::days(days)
}

async fn publish(database: &Database, clock: &Clock) {
    let now = clock.now();
    let work = database.write(move |transaction| {
        Box::pin(async move {
            transaction.put_district(&district()).await?;
            for (code, name) in [(ELECTRICIAN, "电工"), (LIBRARIAN, "图书馆管理员")] {
                transaction.put_occupation(&occupation(code, name)).await?;
                for level in Level::ALL {
                    transaction
                        .put_occupation_level("2022", code, level)
                        .await?;
                }
            }
            transaction.put_catalogue_edition(&edition()).await?;
            for level in [Level::PRIMARY, Level::PROMOTIONS[0]] {
                transaction.put_catalogue_entry(&entry(level)).await?;
            }
            transaction.put_institution(&institution()).await?;
            for level in [Level::PRIMARY, Level::PROMOTIONS[0]] {
                transaction.put_designation(&designation(level)).await?;
            }
            transaction.put_base(&base()).await?;
            for course in courses() {
                transaction.put_course(&course).await?;
            }
            for figure in figures() {
                transaction.put_market_figure(&figure).await?;
            }
            transaction.publish_all(ChangeKind::Course, now).await
        })
    });
    work.await.unwrap();
}

fn district() -> District {
    District {
        code: DISTRICT.to_owned(),
        name: "甘井子区".to_owned(),
        kind: "district".to_owned(),
        latitude: None,
        longitude: None,
        office_name: None,
        office_phone: None,
        office_address: None,
        name_2011: None,
        note: None,
        source: None,
        is_sample: true,
    }
}

fn occupation(code: &str, name: &str) -> Occupation {
    Occupation {
        classification: "2022".to_owned(),
        code: code.to_owned(),
        name: name.to_owned(),
        aliases: String::new(),
        major_group: "6".to_owned(),
        major_group_name: "生产制造及有关人员".to_owned(),
        middle_group: None,
        middle_group_name: None,
        minor_group: None,
        minor_group_name: None,
        is_green: false,
        is_digital: false,
        source: None,
    }
}

fn edition() -> CatalogueEdition {
    CatalogueEdition {
        id: "sample".to_owned(),
        name: "示例目录".to_owned(),
        from_on: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        to_on: None,
        classification: "2022".to_owned(),
        source: None,
        is_sample: true,
    }
}

fn entry(level: Level) -> CatalogueEntry {
    let is_short = level != Level::PRIMARY;
    CatalogueEntry {
        edition: "sample".to_owned(),
        occupation: ELECTRICIAN.to_owned(),
        level,
        hours: Some(160),
        training: Some(Fen::from_yuan(1_000)),
        appraisal: Some(Fen::from_yuan(200)),
        is_subsidised: true,
        shortage_tier: is_short.then(|| "high".to_owned()),
        top_up_percent: is_short.then_some(20),
    }
}

fn institution() -> Institution {
    Institution {
        id: "school".to_owned(),
        name: "示例技工学校".to_owned(),
        district: DISTRICT.to_owned(),
        address: None,
        phone: None,
        latitude: None,
        longitude: None,
        source: None,
        is_sample: true,
    }
}

fn designation(level: Level) -> Designation {
    Designation {
        institution: "school".to_owned(),
        kind: DesignationKind::Skills,
        occupation: Some(ELECTRICIAN.to_owned()),
        level: Some(level),
        from_on: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        to_on: None,
    }
}

fn base() -> Base {
    Base {
        id: "base".to_owned(),
        name: "示例公共实训基地".to_owned(),
        kind: BaseKind::Public,
        district: DISTRICT.to_owned(),
        university: None,
        address: None,
        phone: None,
        latitude: None,
        longitude: None,
        source: None,
        is_sample: true,
    }
}

fn courses() -> Vec<Course> {
    let primary = Course {
        id: "primary".to_owned(),
        programme: Programme::EmploymentSkills,
        occupation: Some(ELECTRICIAN.to_owned()),
        level: Some(Level::PRIMARY),
        institution: Some("school".to_owned()),
        base: None,
        title: "电工初级班".to_owned(),
        mode: Mode::Evening,
        starts_on: days(14),
        ends_on: days(60),
        apply_until: days(10),
        class_hours: Some(160),
        semesters: None,
        internship: None,
        seats: 20,
        seats_taken: 0,
        own_cost: Fen(0),
        is_published: true,
        source: None,
        is_sample: true,
    };
    let higher = Course {
        id: "higher".to_owned(),
        level: Some(Level::PROMOTIONS[0]),
        title: "电工中级班".to_owned(),
        ..primary.clone()
    };
    let slot = Course {
        id: "slot".to_owned(),
        programme: Programme::StudentPractice,
        institution: None,
        base: Some("base".to_owned()),
        title: "电工实训".to_owned(),
        ..primary.clone()
    };
    let hidden = Course {
        id: "hidden".to_owned(),
        is_published: false,
        ..primary.clone()
    };
    vec![primary, higher, slot, hidden]
}

fn figures() -> Vec<MarketFigure> {
    let figure = |period: &str, demand, supply| MarketFigure {
        period: period.to_owned(),
        area: "210200".to_owned(),
        occupation: Some(ELECTRICIAN.to_owned()),
        group_name: None,
        demand: Some(demand),
        supply: Some(supply),
        ratio_thousandths: None,
        published_rank: None,
        source: "示例数据".to_owned(),
        note: None,
        is_sample: true,
    };
    vec![figure("2026-Q2", 200, 100), figure("2026-Q3", 400, 100)]
}
