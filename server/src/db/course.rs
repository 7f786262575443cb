//! Courses of institutions and practice slots of bases.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use policy::{Coded, Fen, Level, Programme};
use sqlx::FromRow;
use sqlx::query_builder::QueryBuilder;

use super::stored::{Code, MaybeLevel, StoredFen, level_number, read_from_code};
use super::{Database, Error, ROWS_AT_ONCE, Result, Transaction};

/// When in the week a course meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// On working days.
    Daytime,
    /// After work.
    Evening,
    /// On Saturdays and Sundays.
    Weekend,
    /// Nowhere in particular.
    Online,
}

impl Coded for Mode {
    const ALL: &'static [Self] = &[Self::Daytime, Self::Evening, Self::Weekend, Self::Online];

    fn code(self) -> &'static str {
        match self {
            Self::Daytime => "daytime",
            Self::Evening => "evening",
            Self::Weekend => "weekend",
            Self::Online => "online",
        }
    }
}

read_from_code!(Mode);

/// A course, or a practice slot: a course that a base holds.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Course {
    /// Id.
    pub id: String,
    /// The programme under which it is offered.
    #[sqlx(try_from = "Code<Programme>")]
    pub programme: Programme,
    /// Occupation code; `None` for entrepreneurship and veterans.
    pub occupation: Option<String>,
    /// The level; `None` with the occupation.
    #[sqlx(try_from = "MaybeLevel")]
    pub level: Option<Level>,
    /// Id of the institution that holds it; either this or `base`.
    pub institution: Option<String>,
    /// Id of the base that holds it; either this or `institution`.
    pub base: Option<String>,
    /// Title.
    pub title: String,
    /// When in the week it meets.
    #[sqlx(try_from = "Code<Mode>")]
    pub mode: Mode,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Last day to apply.
    pub apply_until: NaiveDate,
    /// Class hours.
    pub class_hours: Option<i32>,
    /// Semesters, for labour preparation.
    pub semesters: Option<i32>,
    /// The off-campus internship as the API writes it; `None` where not told.
    pub internship: Option<String>,
    /// Seats in all.
    pub seats: i32,
    /// Seats taken, those included that were given away before the portal knew the course; an import never changes it.
    pub seats_taken: i32,
    /// What the person pays first.
    #[sqlx(rename = "own_cost_fen", try_from = "StoredFen")]
    pub own_cost: Fen,
    /// Whether people may see it.
    pub is_published: bool,
    /// Where the row comes from.
    pub source: Option<String>,
    /// Whether it was made up.
    #[sqlx(rename = "sample")]
    pub is_sample: bool,
}

impl Course {
    /// Returns the seats that nobody has taken.
    #[must_use]
    pub const fn seats_left(&self) -> i32 {
        self.seats - self.seats_taken
    }

    /// Returns whether somebody may apply on the day, if a seat is left.
    #[must_use]
    pub fn takes_applications(&self, on: NaiveDate) -> bool {
        self.is_published && on <= self.apply_until
    }

    /// Returns the course as the policy's rules see it.
    ///
    /// # Errors
    /// If the stored occupation or internship can't be read.
    pub fn as_asked(&self) -> Result<policy::Course> {
        let damaged = |part: &str| Error::Damaged(format!("{part} of course {}", self.id));
        let count = |number: Option<i32>| number.and_then(|number| u32::try_from(number).ok());
        let occupation = self.occupation.as_deref().map(str::parse).transpose();
        let internship = self
            .internship
            .as_deref()
            .map(serde_json::from_str)
            .transpose();
        Ok(policy::Course {
            programme: self.programme,
            occupation: occupation.map_err(|_| damaged("occupation"))?,
            level: self.level,
            start: self.starts_on,
            end: Some(self.ends_on),
            institution: self.institution.clone(),
            base: self.base.clone(),
            semesters: count(self.semesters),
            class_hours: count(self.class_hours),
            internship: internship.map_err(|_| damaged("internship"))?,
        })
    }
}

/// A course with the names of what it belongs to.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct PlacedCourse {
    /// The course.
    #[sqlx(flatten)]
    pub course: Course,
    /// Name of its institution or base.
    pub place_name: String,
    /// Code of the district where it is.
    pub district: String,
    /// Address.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Latitude, degrees.
    pub latitude: Option<f64>,
    /// Longitude, degrees.
    pub longitude: Option<f64>,
    /// Name of its occupation.
    pub occupation_name: Option<String>,
}

const PUBLISHED_COURSES: &str = "select id from course where is_published
    order by occupation, title, institution, base, level, programme, mode, starts_on, id";

/// Every question about courses begins so.
const PLACED: &str =
    "select c.id, c.programme, c.occupation, c.level, c.institution, c.base, c.title, c.mode,
    c.starts_on, c.ends_on, c.apply_until, c.class_hours, c.semesters, c.internship, c.seats,
    c.seats_taken, c.own_cost_fen, c.is_published, c.source, c.sample,
    coalesce(i.name, b.name) as place_name,
    coalesce(i.district, b.district) as district,
    coalesce(i.address, b.address) as address,
    coalesce(i.phone, b.phone) as phone,
    coalesce(i.latitude, b.latitude) as latitude,
    coalesce(i.longitude, b.longitude) as longitude,
    o.name as occupation_name
from course c
left join institution i on i.id = c.institution
left join base b on b.id = c.base
left join occupation o on o.classification = c.classification and o.code = c.occupation
";

const PUT: &str = "insert into course (id, programme, occupation, level, institution, base, title, mode, starts_on,
    ends_on, apply_until, class_hours, semesters, internship, seats, seats_taken, own_cost_fen, is_published, source,
    sample) ";

const OR_REPLACE: &str = " on conflict (id) do update set
    programme = excluded.programme,
    occupation = excluded.occupation,
    level = excluded.level,
    institution = excluded.institution,
    base = excluded.base,
    title = excluded.title,
    mode = excluded.mode,
    starts_on = excluded.starts_on,
    ends_on = excluded.ends_on,
    apply_until = excluded.apply_until,
    class_hours = excluded.class_hours,
    semesters = excluded.semesters,
    internship = excluded.internship,
    seats = excluded.seats,
    own_cost_fen = excluded.own_cost_fen,
    is_published = excluded.is_published,
    source = excluded.source,
    sample = excluded.sample
where excluded.seats >= course.seats_taken
returning id";

const SEATS_TAKEN: &str = "select id, seats_taken from course";

impl Database {
    /// Returns the course or slot with this id, published or not.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn course(&self, id: &str) -> Result<Option<PlacedCourse>> {
        with_pool!(self, |pool| {
            let mut query = QueryBuilder::new(PLACED);
            query.push("where c.id = ").push_bind(id);
            Ok(query.build_query_as().fetch_optional(pool).await?)
        })
    }

    /// Returns the courses with these ids, in this order; unknown ids are left out.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn courses_by_ids(&self, ids: &[String]) -> Result<Vec<PlacedCourse>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut found: Vec<PlacedCourse> = with_pool!(self, |pool| {
            let mut query = QueryBuilder::new(PLACED);
            query.push("where c.id in (");
            let mut list = query.separated(", ");
            for id in ids {
                list.push_bind(id);
            }
            query.push(")");
            query.build_query_as().fetch_all(pool).await?
        });
        let places: HashMap<&String, usize> = ids.iter().zip(0..).collect();
        found.sort_by_key(|placed| places.get(&placed.course.id));
        Ok(found)
    }

    /// Returns an institution's published courses that end on the day or later, earliest start first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn courses_of_institution(
        &self,
        institution: &str,
        on: NaiveDate,
    ) -> Result<Vec<PlacedCourse>> {
        with_pool!(self, |pool| {
            let mut query = QueryBuilder::new(PLACED);
            query.push("where c.institution = ").push_bind(institution);
            query
                .push(" and c.is_published and c.ends_on >= ")
                .push_bind(on);
            query.push(" order by c.starts_on, c.id");
            Ok(query.build_query_as().fetch_all(pool).await?)
        })
    }

    /// Returns a base's published slots that end on the day or later, earliest start first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn slots_of_base(&self, base: &str, on: NaiveDate) -> Result<Vec<PlacedCourse>> {
        with_pool!(self, |pool| {
            let mut query = QueryBuilder::new(PLACED);
            query.push("where c.base = ").push_bind(base);
            query
                .push(" and c.is_published and c.ends_on >= ")
                .push_bind(on);
            query.push(" order by c.starts_on, c.id");
            Ok(query.build_query_as().fetch_all(pool).await?)
        })
    }

    /// Returns an occupation's published courses that start on the day or later, earliest start first, at most `limit`.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn courses_of_occupation(
        &self,
        occupation: &str,
        on: NaiveDate,
        limit: i64,
    ) -> Result<Vec<PlacedCourse>> {
        with_pool!(self, |pool| {
            let mut query = QueryBuilder::new(PLACED);
            query.push("where c.occupation = ").push_bind(occupation);
            query
                .push(" and c.is_published and c.starts_on >= ")
                .push_bind(on);
            query
                .push(" order by c.starts_on, c.id limit ")
                .push_bind(limit);
            Ok(query.build_query_as().fetch_all(pool).await?)
        })
    }

    /// Returns the published courses for which somebody may apply on the day, a seat left, by id; with
    /// [`Database::courses_after`] in pages where there are many.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn open_courses(&self, on: NaiveDate) -> Result<Vec<PlacedCourse>> {
        with_pool!(self, |pool| {
            let mut query = QueryBuilder::new(PLACED);
            query
                .push("where c.is_published and c.seats_taken < c.seats and c.apply_until >= ")
                .push_bind(on);
            query.push(" order by c.id");
            Ok(query.build_query_as().fetch_all(pool).await?)
        })
    }

    /// Returns the ids of all published courses, side by side where they differ only in days, seats and cost, those first that
    /// begin first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn published_courses(&self) -> Result<Vec<String>> {
        with_pool!(self, |pool| Ok(sqlx::query_scalar(PUBLISHED_COURSES)
            .fetch_all(pool)
            .await?))
    }

    /// Returns up to `limit` published courses whose ids come after `id`, by id: from `""` on, every course in pages.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn courses_after(&self, id: &str, limit: i64) -> Result<Vec<PlacedCourse>> {
        with_pool!(self, |pool| {
            let mut query = QueryBuilder::new(PLACED);
            query.push("where c.is_published and c.id > ").push_bind(id);
            query.push(" order by c.id limit ").push_bind(limit);
            Ok(query.build_query_as().fetch_all(pool).await?)
        })
    }
}

impl Database {
    /// Returns of every course how many seats are taken, by id.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn seats_taken(&self) -> Result<Vec<(String, i32)>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(SEATS_TAKEN)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Adds a course, or replaces the one with its id but for the seats already taken.
    ///
    /// Returns false, changing nothing, where the course would have fewer seats than are taken.
    ///
    /// # Errors
    /// If the database refuses, for one because institution, base or level are unknown.
    pub async fn put_course(&mut self, course: &Course) -> Result<bool> {
        Ok(self
            .put_courses(std::slice::from_ref(course))
            .await?
            .is_empty())
    }

    /// Adds or replaces many courses, each as [`Transaction::put_course`] does, no id twice.
    ///
    /// Returns the ids of those that stay as they were, since they would have fewer seats than are taken.
    ///
    /// # Errors
    /// If the database refuses, for one because institution, base or level of one are unknown.
    pub async fn put_courses(&mut self, courses: &[Course]) -> Result<Vec<String>> {
        let mut unchanged = Vec::new();
        for courses in courses.chunks(ROWS_AT_ONCE) {
            let written: Vec<String> = in_transaction!(self, |connection| {
                let mut query = QueryBuilder::new(PUT);
                query.push_values(courses, |mut row, course| {
                    row.push_bind(&course.id)
                        .push_bind(course.programme.code())
                        .push_bind(&course.occupation)
                        .push_bind(course.level.map(level_number))
                        .push_bind(&course.institution)
                        .push_bind(&course.base)
                        .push_bind(&course.title)
                        .push_bind(course.mode.code())
                        .push_bind(course.starts_on)
                        .push_bind(course.ends_on)
                        .push_bind(course.apply_until)
                        .push_bind(course.class_hours)
                        .push_bind(course.semesters)
                        .push_bind(&course.internship)
                        .push_bind(course.seats)
                        .push_bind(course.seats_taken)
                        .push_bind(course.own_cost.0)
                        .push_bind(course.is_published)
                        .push_bind(&course.source)
                        .push_bind(course.is_sample);
                });
                query.push(OR_REPLACE);
                query.build_query_scalar().fetch_all(connection).await?
            });
            if written.len() < courses.len() {
                let written: HashSet<String> = written.into_iter().collect();
                let ids = courses.iter().map(|course| &course.id);
                unchanged.extend(ids.filter(|id| !written.contains(*id)).cloned());
            }
        }
        Ok(unchanged)
    }
}
