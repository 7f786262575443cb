//! How the policy's own types stand in columns: choices by their code, levels and money as numbers.

use std::error::Error;

use policy::{Coded, Fen, InvalidLevel, Level, Programme, State};
use sqlx::{Database, Decode, Type};

/// A choice stored by its code; reading refuses a code that no value bears.
#[derive(Clone, Copy, Debug)]
pub struct Code<T>(T);

impl<DB: Database, T> Type<DB> for Code<T>
where
    String: Type<DB>,
{
    fn type_info() -> DB::TypeInfo {
        <String as Type<DB>>::type_info()
    }

    fn compatible(stored: &DB::TypeInfo) -> bool {
        <String as Type<DB>>::compatible(stored)
    }
}

impl<'r, DB: Database, T: Coded> Decode<'r, DB> for Code<T>
where
    String: Decode<'r, DB>,
{
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, Box<dyn Error + Send + Sync>> {
        let code = String::decode(value)?;
        T::from_code(&code)
            .map(Self)
            .ok_or_else(|| format!("{code} is none of the known codes").into())
    }
}

/// Lets a row's field be declared with the type that is stored: `#[sqlx(try_from = "Code<Programme>")]`.
macro_rules! read_from_code {
    ($($choice:ty),+) => { $(
        impl From<$crate::db::stored::Code<$choice>> for $choice {
            fn from(code: $crate::db::stored::Code<$choice>) -> Self { code.into_inner() }
        }
    )+ };
}
pub(crate) use read_from_code;

impl<T> Code<T> {
    /// Returns the choice itself.
    pub fn into_inner(self) -> T {
        self.0
    }
}

read_from_code!(Programme, State, policy::BaseKind, policy::ReadingId);

/// A skill level in an integer column.
#[derive(Clone, Copy, Debug, sqlx::Type)]
#[sqlx(transparent)]
pub struct StoredLevel(i32);

impl TryFrom<StoredLevel> for Level {
    type Error = InvalidLevel;

    fn try_from(stored: StoredLevel) -> Result<Self, InvalidLevel> {
        Self::try_from(i64::from(stored.0))
    }
}

/// A skill level in an integer column that may be null.
#[derive(Clone, Copy, Debug, sqlx::Type)]
#[sqlx(transparent)]
pub struct MaybeLevel(Option<i32>);

impl TryFrom<MaybeLevel> for Option<Level> {
    type Error = InvalidLevel;

    fn try_from(stored: MaybeLevel) -> Result<Self, InvalidLevel> {
        stored
            .0
            .map(|number| Level::try_from(i64::from(number)))
            .transpose()
    }
}

/// Returns the number that is stored for a level.
pub(crate) fn level_number(level: Level) -> i32 {
    i32::from(level.number())
}

/// Money in a column of fen.
#[derive(Clone, Copy, Debug, sqlx::Type)]
#[sqlx(transparent)]
pub struct StoredFen(i64);

impl From<StoredFen> for Fen {
    fn from(stored: StoredFen) -> Self {
        Self(stored.0)
    }
}

/// Money in a column of fen that may be null: not published.
#[derive(Clone, Copy, Debug, sqlx::Type)]
#[sqlx(transparent)]
pub struct MaybeFen(Option<i64>);

impl From<MaybeFen> for Option<Fen> {
    fn from(stored: MaybeFen) -> Self {
        stored.0.map(Fen)
    }
}
