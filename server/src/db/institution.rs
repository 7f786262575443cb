//! Designated training institutions and the periods for which each is designated.

use chrono::NaiveDate;
use policy::{Coded, Level, Subject};
use sqlx::FromRow;

use super::stored::{Code, MaybeLevel, level_number, read_from_code};
use super::{Database, Error, Result, Transaction};

/// A training institution.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Institution {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// District code.
    pub district: String,
    /// Address.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Latitude, degrees.
    pub latitude: Option<f64>,
    /// Longitude, degrees.
    pub longitude: Option<f64>,
    /// Where the row comes from.
    pub source: Option<String>,
    /// Whether it was made up.
    #[sqlx(rename = "sample")]
    pub is_sample: bool,
}

/// For what kind of training an institution is designated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DesignationKind {
    /// An occupation at a level.
    Skills,
    /// Entrepreneurship training.
    Entrepreneurship,
    /// Entrepreneurship simulation.
    Simulation,
}

impl Coded for DesignationKind {
    const ALL: &'static [Self] = &[Self::Skills, Self::Entrepreneurship, Self::Simulation];

    fn code(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Entrepreneurship => "entrepreneurship",
            Self::Simulation => "simulation",
        }
    }
}

read_from_code!(DesignationKind);

/// A period for which an institution is designated for something.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Designation {
    /// The institution's id.
    pub institution: String,
    /// For what kind of training.
    #[sqlx(try_from = "Code<DesignationKind>")]
    pub kind: DesignationKind,
    /// Occupation code, for skills.
    pub occupation: Option<String>,
    /// The level, for skills.
    #[sqlx(try_from = "MaybeLevel")]
    pub level: Option<Level>,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; open where `None`.
    pub to_on: Option<NaiveDate>,
}

impl Designation {
    /// Returns the designation as the policy's rules see it.
    ///
    /// # Errors
    /// If the stored occupation is no code.
    pub fn as_designated(&self) -> Result<policy::Designation> {
        let subject = match (self.kind, &self.occupation, self.level) {
            (DesignationKind::Skills, Some(occupation), Some(level)) => {
                let code = occupation
                    .parse()
                    .map_err(|_| Error::Damaged(format!("designation of {}", self.institution)))?;
                Subject::Occupation(code, level)
            }
            (DesignationKind::Skills, ..) => {
                return Err(Error::Damaged(format!(
                    "designation of {}",
                    self.institution
                )));
            }
            (DesignationKind::Entrepreneurship, ..) => Subject::Entrepreneurship,
            (DesignationKind::Simulation, ..) => Subject::Simulation,
        };
        Ok(policy::Designation {
            subject,
            from: self.from_on,
            to: self.to_on,
        })
    }
}

const INSTITUTIONS: &str =
    "select id, name, district, address, phone, latitude, longitude, source, sample
from institution
order by id";

const INSTITUTION: &str =
    "select id, name, district, address, phone, latitude, longitude, source, sample
from institution
where id = $1";

const DESIGNATIONS: &str = "select institution, kind, occupation, level, from_on, to_on
from designation
where institution = $1
order by coalesce(occupation, ''), level desc, from_on";

const EVERY_DESIGNATION: &str = "select institution, kind, occupation, level, from_on, to_on
from designation
order by institution, coalesce(occupation, ''), level desc, from_on";

const DESIGNATIONS_IN_FORCE: &str = "select institution, kind, occupation, level, from_on, to_on
from designation
where from_on <= $1
and (to_on is null or to_on >= $1)
order by institution, coalesce(occupation, ''), level desc, from_on";

const PUT: &str = "insert into institution (id, name, district, address, phone, latitude, longitude, source, sample)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (id) do update set
    name = excluded.name,
    district = excluded.district,
    address = excluded.address,
    phone = excluded.phone,
    latitude = excluded.latitude,
    longitude = excluded.longitude,
    source = excluded.source,
    sample = excluded.sample";

const PUT_DESIGNATION: &str =
    "insert into designation (institution, kind, occupation, level, from_on, to_on)
values ($1, $2, $3, $4, $5, $6)
on conflict (institution, kind, coalesce(occupation, ''), coalesce(level, 0), from_on) do update set
    to_on = excluded.to_on";

impl Database {
    /// Returns every institution, by id.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn institutions(&self) -> Result<Vec<Institution>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(INSTITUTIONS)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the institution with this id.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn institution(&self, id: &str) -> Result<Option<Institution>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(INSTITUTION)
            .bind(id)
            .fetch_optional(pool)
            .await?))
    }

    /// Returns an institution's designations of all times, by occupation, then level from 5 to 1.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn designations_of(&self, institution: &str) -> Result<Vec<Designation>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(DESIGNATIONS)
            .bind(institution)
            .fetch_all(pool)
            .await?))
    }

    /// Returns every institution's designations of all times.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn designations(&self) -> Result<Vec<Designation>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(EVERY_DESIGNATION)
            .fetch_all(pool)
            .await?))
    }

    /// Returns every institution's designations that are in force on the day.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn designations_in_force(&self, on: NaiveDate) -> Result<Vec<Designation>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(DESIGNATIONS_IN_FORCE)
            .bind(on)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Returns an institution's designations of all times, as this transaction sees them.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn designations_of(&mut self, institution: &str) -> Result<Vec<Designation>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(DESIGNATIONS)
            .bind(institution)
            .fetch_all(connection)
            .await?))
    }

    /// Adds an institution or replaces the one with its id.
    ///
    /// # Errors
    /// If the database refuses, for one because the district is unknown.
    pub async fn put_institution(&mut self, institution: &Institution) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT)
                .bind(&institution.id)
                .bind(&institution.name)
                .bind(&institution.district)
                .bind(&institution.address)
                .bind(&institution.phone)
                .bind(institution.latitude)
                .bind(institution.longitude)
                .bind(&institution.source)
                .bind(institution.is_sample)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Adds a designation, or sets the last day of the one that starts on the same day for the same thing.
    ///
    /// # Errors
    /// If the database refuses, for one because institution or level are unknown.
    pub async fn put_designation(&mut self, designation: &Designation) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT_DESIGNATION)
                .bind(&designation.institution)
                .bind(designation.kind.code())
                .bind(&designation.occupation)
                .bind(designation.level.map(level_number))
                .bind(designation.from_on)
                .bind(designation.to_on)
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}
