//! Districts and universities: where people live, study and are served.

use sqlx::FromRow;

use super::{Database, Result, Transaction};

/// A district, county-level city or 先导区.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct District {
    /// GB/T 2260 code, or the portal's own for a 先导区.
    pub code: String,
    /// Chinese name.
    pub name: String,
    /// `district`, `county` or `zone`.
    pub kind: String,
    /// Latitude of its centre, degrees.
    pub latitude: Option<f64>,
    /// Longitude of its centre, degrees.
    pub longitude: Option<f64>,
    /// The office that handles training there.
    pub office_name: Option<String>,
    /// That office's telephone, if known.
    pub office_phone: Option<String>,
    /// That office's address, if known.
    pub office_address: Option<String>,
    /// Its name when the policy was written.
    pub name_2011: Option<String>,
    /// What is uncertain about the row.
    pub note: Option<String>,
    /// Where the row comes from.
    pub source: Option<String>,
    /// Whether it was made up.
    #[sqlx(rename = "sample")]
    pub is_sample: bool,
}

impl District {
    /// Returns latitude and longitude of its centre, if known.
    #[must_use]
    pub fn centre(&self) -> Option<(f64, f64)> {
        self.latitude.zip(self.longitude)
    }
}

/// A university or college.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct University {
    /// The education ministry's code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of its district, if known.
    pub district: Option<String>,
    /// Who runs it.
    pub department: Option<String>,
    /// What it offers: `undergraduate`, `vocational`.
    pub education: Option<String>,
    /// Where the row comes from.
    pub source: Option<String>,
    /// Whether it was made up.
    #[sqlx(rename = "sample")]
    pub is_sample: bool,
}

const DISTRICTS: &str = "select code, name, kind, latitude, longitude, office_name, office_phone,
    office_address, name_2011, note, source, sample
from district
order by code";

const UNIVERSITIES: &str = "select code, name, district, department, education, source, sample
from university
order by code";

const PUT_DISTRICT: &str = "insert into district (code, name, kind, latitude, longitude,
    office_name, office_phone, office_address, name_2011, note, source, sample)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (code) do update set
    name = excluded.name,
    kind = excluded.kind,
    latitude = excluded.latitude,
    longitude = excluded.longitude,
    office_name = excluded.office_name,
    office_phone = excluded.office_phone,
    office_address = excluded.office_address,
    name_2011 = excluded.name_2011,
    note = excluded.note,
    source = excluded.source,
    sample = excluded.sample";

const PUT_UNIVERSITY: &str = "insert into university (code, name, district, department, education,
    source, sample)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (code) do update set
    name = excluded.name,
    district = excluded.district,
    department = excluded.department,
    education = excluded.education,
    source = excluded.source,
    sample = excluded.sample";

impl Database {
    /// Returns every district, by code.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn districts(&self) -> Result<Vec<District>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(DISTRICTS)
            .fetch_all(pool)
            .await?))
    }

    /// Returns every university, by code.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn universities(&self) -> Result<Vec<University>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(UNIVERSITIES)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Adds a district or replaces the one with its code.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn put_district(&mut self, district: &District) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT_DISTRICT)
                .bind(&district.code)
                .bind(&district.name)
                .bind(&district.kind)
                .bind(district.latitude)
                .bind(district.longitude)
                .bind(&district.office_name)
                .bind(&district.office_phone)
                .bind(&district.office_address)
                .bind(&district.name_2011)
                .bind(&district.note)
                .bind(&district.source)
                .bind(district.is_sample)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Adds a university or replaces the one with its code.
    ///
    /// # Errors
    /// If the database refuses, for one because the district is unknown.
    pub async fn put_university(&mut self, university: &University) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT_UNIVERSITY)
                .bind(&university.code)
                .bind(&university.name)
                .bind(&university.district)
                .bind(&university.department)
                .bind(&university.education)
                .bind(&university.source)
                .bind(university.is_sample)
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}
