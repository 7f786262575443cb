//! `/api/v1/readings`: how the policy is read where it can be read in more than one way, and the figures that it states.

use app::backend::{ReadingChoice, RegisteredReading};
use app::language::Language;
use app::reading_words::{chosen_way, topic, value, ways, why};
use axum::extract::State as Reached;
use axum::response::Response;
use chrono::NaiveDate;
use policy::Coded;
use serde::Serialize;
use utoipa::ToSchema;

use super::Answered;
use super::parameters::Parameters;
use super::speaking::Speaking;
use super::table::{Accepted, Cell, Table, listed};
use crate::backend::readings as registered;
use crate::problem::Problem;
use crate::register::Choice;
use crate::state::State;

/// The register of readings.
#[derive(Serialize, ToSchema)]
pub(super) struct ReadingRegister {
    /// The day on which `chosen` holds.
    on: NaiveDate,
    /// How many rows the register has; decisions name it.
    version: i64,
    /// SHA-256 of all that it says; decisions name it.
    digest: String,
    readings: Vec<ToldReading>,
}

/// One place where the policy can be read in more than one way, or one figure that it states.
#[derive(Serialize, ToSchema)]
pub(super) struct ToldReading {
    /// Its name.
    id: &'static str,
    /// The clause that can be read so.
    clause: &'static str,
    /// Whether the document states the figure; otherwise it was chosen where the clause can be read in more than one way.
    stated: bool,
    /// What it is about.
    topic: String,
    /// Every way in which the clause can be read, as sentences.
    ways: Vec<String>,
    /// What holds on the day.
    chosen: ToldChoice,
    /// What held before, oldest first.
    before: Vec<ToldChoice>,
    /// What will hold later, soonest first.
    coming: Vec<ToldChoice>,
}

/// What was chosen, from a day on.
#[derive(Serialize, ToSchema)]
pub(super) struct ToldChoice {
    /// As the register writes it: `16`, `60|55` (men, women), `true`, `false`; `null` where it is told in words alone.
    value: Option<String>,
    /// The same in a few words.
    text: String,
    /// The way of reading that was chosen, as a sentence.
    way: String,
    /// The first day on which it holds.
    since: NaiveDate,
    /// The last day on which it holds; `null` while nothing else is chosen.
    until: Option<NaiveDate>,
    /// Why.
    why: String,
    /// The document that says so.
    source: Option<String>,
}

/// How the policy is read where it can be read in more than one way: what was chosen, why, since when; and the figures that
/// the document states.
#[utoipa::path(
    get, path = "/api/v1/readings", tag = "policy",
    params(
        ("on" = Option<NaiveDate>, Query, description = "The day; today in Asia/Shanghai if not told"),
        ("format" = Option<String>, Query, description = "json or csv"),
    ),
    responses(
        (status = 200, body = ReadingRegister),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn readings(
    Reached(state): Reached<State>,
    speaking: Speaking,
    accepted: Accepted,
    mut parameters: Parameters,
) -> Answered<Response> {
    let form = accepted.form(&mut parameters);
    let on = parameters.day("on").unwrap_or_else(|| state.clock.today());
    parameters.finish()?;
    let register = state.shelf.stock().register.clone();
    let version = register.version();
    let told = ReadingRegister {
        on,
        version: version.number,
        digest: version.digest,
        readings: registered(&register)
            .iter()
            .map(|reading| ToldReading::of(reading, on, speaking.0))
            .collect(),
    };
    Ok(listed(form, &told, table, speaking))
}

impl ToldReading {
    fn of(reading: &RegisteredReading, on: NaiveDate, language: Language) -> Self {
        let ends = reading
            .choices
            .iter()
            .skip(1)
            .map(|next| next.since.pred_opt());
        let mut choices: Vec<_> = reading
            .choices
            .iter()
            .zip(ends.chain([None]))
            .map(|(choice, until)| ToldChoice::of(reading, choice, until, language))
            .collect();
        let place = reading.in_force(on);
        let coming = choices.split_off(place + 1);
        let chosen = choices.swap_remove(place);
        Self {
            id: reading.id.code(),
            clause: reading.clause.as_str(),
            stated: reading.id.is_stated(),
            topic: topic(language, reading.id),
            ways: ways(language, reading.id, reading.choices[place].chosen),
            chosen,
            before: choices,
            coming,
        }
    }
}

impl ToldChoice {
    fn of(
        reading: &RegisteredReading,
        choice: &ReadingChoice,
        until: Option<NaiveDate>,
        language: Language,
    ) -> Self {
        let written = Choice::example(choice.chosen).map(|_| Choice(choice.chosen).to_string());
        Self {
            value: written,
            text: value(language, reading.id, choice.chosen),
            way: chosen_way(language, reading.id, choice.chosen),
            since: choice.since,
            until,
            why: choice
                .why
                .clone()
                .unwrap_or_else(|| why(language, reading.id)),
            source: choice.source.clone(),
        }
    }
}

fn table(register: &ReadingRegister) -> Table {
    let row = |reading: &ToldReading, choice: &ToldChoice| {
        vec![
            Cell::plain(reading.id),
            Cell::maybe(choice.value.as_ref()),
            Cell::plain(choice.since),
            Cell::maybe(choice.until),
            Cell::plain(reading.clause),
            Cell::text(&reading.topic),
            Cell::text(&choice.way),
            Cell::text(&choice.why),
            choice.source.as_ref().map_or(Cell::Empty, Cell::text),
        ]
    };
    let rows = register.readings.iter().flat_map(|reading| {
        reading
            .before
            .iter()
            .chain([&reading.chosen])
            .chain(&reading.coming)
            .map(move |choice| row(reading, choice))
    });
    Table {
        name: "readings",
        columns: &[
            "reading", "chosen", "since", "until", "clause", "topic", "way", "why", "source",
        ],
        rows: rows.collect(),
    }
}
