//! Training bases, where students practise.

use policy::{BaseKind, Coded};
use sqlx::FromRow;

use super::stored::Code;
use super::{Database, Result, Transaction};

/// A training base.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Base {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind.
    #[sqlx(try_from = "Code<BaseKind>")]
    pub kind: BaseKind,
    /// District code.
    pub district: String,
    /// Code of the university that runs it, if one does.
    pub university: Option<String>,
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

const BASES: &str = "select id, name, kind, district, university, address, phone, latitude, longitude, source, sample
from base
order by id";

const BASE: &str = "select id, name, kind, district, university, address, phone, latitude, longitude, source, sample
from base
where id = $1";

const PUT: &str = "insert into base (id, name, kind, district, university, address, phone, latitude, longitude, source, sample)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (id) do update set
    name = excluded.name,
    kind = excluded.kind,
    district = excluded.district,
    university = excluded.university,
    address = excluded.address,
    phone = excluded.phone,
    latitude = excluded.latitude,
    longitude = excluded.longitude,
    source = excluded.source,
    sample = excluded.sample";

impl Database {
    /// Returns every base, by id.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn bases(&self) -> Result<Vec<Base>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(BASES)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the base with this id.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn base(&self, id: &str) -> Result<Option<Base>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(BASE)
            .bind(id)
            .fetch_optional(pool)
            .await?))
    }
}

impl Transaction {
    /// Returns the base with this id, as this transaction sees it.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn base(&mut self, id: &str) -> Result<Option<Base>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(BASE)
            .bind(id)
            .fetch_optional(connection)
            .await?))
    }

    /// Adds a base or replaces the one with its id.
    ///
    /// # Errors
    /// If the database refuses, for one because the district is unknown.
    pub async fn put_base(&mut self, base: &Base) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT)
                .bind(&base.id)
                .bind(&base.name)
                .bind(base.kind.code())
                .bind(&base.district)
                .bind(&base.university)
                .bind(&base.address)
                .bind(&base.phone)
                .bind(base.latitude)
                .bind(base.longitude)
                .bind(&base.source)
                .bind(base.is_sample)
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}
