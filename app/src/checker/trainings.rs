//! The trainings that were told: in a list with a button beside each, and each in one line.

use chrono::Datelike;
use maud::{Markup, html};
use policy::{Coded, HistoryEntry};

use super::desk::Desk;

/// Where a training is taken out of the list.
pub(super) const REMOVE: &str = "/trainings/remove";
/// The field that names which.
pub(super) const WHICH: &str = "place";

/// The list; nothing where there are none.
pub(super) fn list(desk: &Desk<'_>, trainings: &[HistoryEntry]) -> Markup {
    html! {
        @if !trainings.is_empty() {
            h2 { (desk.say("check-trainings-list")) }
            ul class="bare" {
                @for (place, entry) in trainings.iter().enumerate() {
                    li {
                        form class="row" method="post" action=(desk.sends_to(REMOVE)) {
                            span { (line(desk, entry)) }
                            button class="button quiet" type="submit" name=(WHICH) value=(place) { (desk.say("check-trainings-remove")) }
                        }
                    }
                }
            }
        }
    }
}

/// One training in one line: when, what, how far.
pub(super) fn line(desk: &Desk<'_>, entry: &HistoryEntry) -> String {
    let telling = desk.telling();
    let programme = telling.programme(entry.programme);
    let occupation = entry.occupation.map(|code| telling.occupation(code));
    let level = entry.level.map(|level| telling.level(level));
    let skill: Vec<_> = occupation.into_iter().chain(level).collect();
    let state = desk.say_of("state-", entry.state.code());
    let year = entry.start.year().to_string();
    let year = desk.say_with("check-training-in", &[("year", &year)]);
    let mut parts = vec![year, programme, skill.join(" "), state];
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
