//! Progress drawn as a tram line: stations in their order, the line solid as far as one has come.

use leptos::prelude::*;

/// Where a station stands on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Passed.
    Done,
    /// Here.
    Here,
    /// Still to come.
    Ahead,
    /// On the map, but no tram stops there.
    Absent,
}

impl Stop {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Here => "here",
            Self::Ahead => "ahead",
            Self::Absent => "absent",
        }
    }
}

/// A station.
pub struct Station {
    /// Where it stands on the way.
    pub stop: Stop,
    /// What stands in the circle: a number, a sign, nothing.
    pub mark: String,
    /// Its name.
    pub name: String,
    /// What is said beneath; it must say the stop in words.
    pub body: AnyView,
}

impl Station {
    /// A station without a mark.
    pub fn new(stop: Stop, name: impl Into<String>, body: impl IntoAny) -> Self {
        let mark = if stop == Stop::Done { "✓" } else { "" };
        Self {
            stop,
            mark: mark.to_owned(),
            name: name.into(),
            body: body.into_any(),
        }
    }

    /// The same with a mark in its circle.
    #[must_use]
    pub fn marked(mut self, mark: impl Into<String>) -> Self {
        self.mark = mark.into();
        self
    }
}

/// The line.
///
/// ```ignore
/// <TramLine stations=vec![
///     Station::new(Stop::Done, visit.say("state-reserved"), day(visit, made)),
///     Station::new(Stop::Here, visit.say("state-training"), visit.say("state-here")),
/// ]/>
/// ```
#[component]
pub fn TramLine(
    /// The stations, the first one first.
    stations: Vec<Station>,
) -> impl IntoView {
    let stations: Vec<_> = stations
        .into_iter()
        .map(|station| {
            let here = (station.stop == Stop::Here).then_some("step");
            view! {
                <li class=station.stop.class() aria-current=here>
                    <span class="tram-stop" aria-hidden="true">{station.mark}</span>
                    <div class="tram-name">{station.name}</div>
                    <div class="tram-body">{station.body}</div>
                </li>
            }
        })
        .collect();
    view! { <ol class="tram">{stations}</ol> }
}
