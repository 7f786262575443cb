//! Answers in a list, each with a way to change it.

use leptos::prelude::*;

/// One line: what was asked, what was answered, where to change it.
pub struct Row {
    term: String,
    answer: AnyView,
    change: Option<(String, String)>,
}

impl Row {
    /// A line that cannot be changed.
    pub fn new(term: impl Into<String>, answer: impl IntoAny) -> Self {
        Self {
            term: term.into(),
            answer: answer.into_any(),
            change: None,
        }
    }

    /// The same with a link that leads to the question; `label` names what is changed ("更改手机号").
    #[must_use]
    pub fn changed_at(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.change = Some((href.into(), label.into()));
        self
    }
}

/// The list.
///
/// ```ignore
/// <SummaryList rows=vec![
///     Row::new(visit.say("apply-course"), course.title),
///     Row::new(visit.say("apply-phone"), profile.masked_phone).changed_at(visit.address("/me"), visit.say("apply-change-phone")),
/// ]/>
/// ```
#[component]
pub fn SummaryList(
    /// The lines.
    rows: Vec<Row>,
) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let change = row
                .change
                .map(|(href, label)| view! { <dd><a class="change" href=href>{label}</a></dd> });
            view! { <div><dt>{row.term}</dt><dd>{row.answer}</dd>{change}</div> }
        })
        .collect();
    view! { <dl class="summary">{rows}</dl> }
}
