//! Lists as JSON or, where the caller asks for it, as CSV that a spreadsheet opens.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::parameters::Parameters;
use super::speaking::Speaking;

/// Without it spreadsheets read Chinese as something else.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// In which form a list goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Csv,
}

/// What the `Accept` header asks for.
pub(super) struct Accepted(Form);

impl<S: Sync> FromRequestParts<S> for Accepted {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let told = parts
            .headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let first = told
            .split(',')
            .map(|range| range.split(';').next().unwrap_or_default().trim())
            .find(|range| !range.is_empty());
        Ok(Self(if first == Some("text/csv") {
            Form::Csv
        } else {
            Form::Json
        }))
    }
}

impl Accepted {
    /// Returns the form: `?format=` says it, else the `Accept` header.
    pub(super) fn form(self, parameters: &mut Parameters) -> Form {
        let told = parameters.many_of("format", "json or csv", |text| match text {
            "json" => Some(Form::Json),
            "csv" => Some(Form::Csv),
            _ => None,
        });
        told.into_iter().next().unwrap_or(self.0)
    }
}

/// A table: a name for its file, its columns, its rows.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: &'static [&'static str],
    pub(super) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
pub(super) enum Cell {
    /// A text that somebody may have written.
    Text(String),
    /// A number, a date, a code of ours.
    Plain(String),
    Empty,
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn plain(value: impl ToString) -> Self {
        Self::Plain(value.to_string())
    }

    pub(super) fn maybe<T: ToString>(value: Option<T>) -> Self {
        value.map_or(Self::Empty, |value| Self::Plain(value.to_string()))
    }

    /// A spreadsheet runs a text that begins like a formula; an apostrophe keeps it a text.
    fn written(&self) -> String {
        match self {
            Self::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
                format!("'{text}")
            }
            Self::Text(text) | Self::Plain(text) => text.clone(),
            Self::Empty => String::new(),
        }
    }
}

/// Returns a list in the asked form.
pub(super) fn listed<T: Serialize>(
    form: Form,
    list: &T,
    table: impl FnOnce(&T) -> Table,
    speaking: Speaking,
) -> Response {
    let vary = [(
        header::VARY,
        HeaderValue::from_static("accept, accept-language"),
    )];
    match form {
        Form::Json => (vary, Json(list)).into_response(),
        Form::Csv => match csv(&table(list)) {
            Ok(response) => (vary, response).into_response(),
            Err(_) => speaking
                .problem(StatusCode::INTERNAL_SERVER_ERROR)
                .into_response(),
        },
    }
}

fn csv(table: &Table) -> Result<Response, Box<dyn std::error::Error>> {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(table.columns)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(Cell::written))?;
    }
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&format!("attachment; filename=\"{}.csv\"", table.name))?,
        ),
    ];
    Ok((headers, writer.into_inner()?).into_response())
}

/// Returns a body that a browser or proxy may keep for a minute; every problem stays out of it.
pub(super) fn public<T: Serialize>(body: &T) -> Response {
    (
        [(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=60"),
        )],
        Json(body),
    )
        .into_response()
}
