//! A tag: one short thing about what stands beside it.

use leptos::prelude::*;

use crate::visit::Visit;

/// How a tag is coloured; the words must say the same without the colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to feel about it.
    #[default]
    Plain,
    /// Belongs to the portal's own sorting: a level, a programme.
    Sea,
    /// Good: open, granted.
    Good,
    /// Take care: few seats, soon over.
    Care,
    /// Money or a refusal.
    Seal,
    /// Made up for the demo.
    Sample,
}

impl Tone {
    /// The class that colours it.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "tag",
            Self::Sea => "tag sea",
            Self::Good => "tag ok",
            Self::Care => "tag warn",
            Self::Seal => "tag seal",
            Self::Sample => "tag sample",
        }
    }
}

/// A tag: `<Tag tone=Tone::Good text=visit.say("course-open")/>`.
#[component]
pub fn Tag(
    /// How it is coloured.
    #[prop(optional)]
    tone: Tone,
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <span class=tone.class()>{text}</span> }
}

/// 示例数据, where something was made up for the demo; nothing otherwise.
#[component]
pub fn SampleTag<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// Whether what it stands beside was made up.
    is_sample: bool,
) -> impl IntoView + use<> {
    is_sample.then(|| view! { <Tag tone=Tone::Sample text=visit.say("sample-data")/> })
}
