//! `/staff/words`: what people call occupations; what was searched for and not found; each edit tried first, and taken back.

use leptos::prelude::*;

use crate::backend::{KnownWord, Member, UnansweredWords, Word, WordEdit, WordPreview};
use crate::components::button::{Button, Weight};
use crate::components::error_summary::ErrorSummary;
use crate::components::field::Field;
use crate::components::staff_bar::StaffBar;
use crate::notation;
use crate::page::{Page, PageResult};
use crate::sent::Sent;
use crate::visit::Visit;

/// Everything that the page shows.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// How many words there are in all.
    pub count: usize,
    /// The first few of the words that were looked for.
    pub words: Vec<KnownWord>,
    /// How many words were looked for, those shown included.
    pub found: usize,
    /// The edits, the newest first.
    pub edits: Vec<WordEdit>,
    /// What was searched for and not found, the most often first.
    pub unanswered: Vec<UnansweredWords>,
    /// The edit that was asked for, with what it would change.
    pub draft: Option<(DraftEdit, WordPreview)>,
}

/// An edit that was tried and can be entered.
#[derive(Clone, Debug)]
pub struct DraftEdit {
    /// Whether it adds the word.
    pub adds: bool,
    /// The word and its occupation.
    pub word: Word,
    /// Where the word is from.
    pub source: String,
    /// The edit that it takes back.
    pub undoes: Option<i64>,
}

/// The page.
///
/// # Errors
/// None of its own.
pub async fn page(visit: &Visit, member: Member, desk: Desk, sent: Sent) -> PageResult {
    let status = sent.status();
    let title = visit.say("words-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let visit = &visit;
        view! {
            <StaffBar visit member=&member/>
            <h1>{title}</h1>
            <p>{visit.say("words-text")}</p>
            <ErrorSummary visit problems=&sent.problems/>
            {desk.draft.as_ref().map(|(draft, preview)| tried(visit, draft, preview))}
            {form(visit, &sent)}
            {unanswered(visit, &desk.unanswered)}
            {known(visit, &desk)}
            {edits(visit, &desk.edits)}
        }
    })
    .with_status(status)
    .private())
}

fn here(visit: &Visit) -> String {
    visit.address("/staff/words")
}

/// The fields that tell an edit, to be sent once more.
fn told(draft: &DraftEdit) -> impl IntoView + use<> {
    let fields = [
        (
            "action",
            if draft.adds { "add" } else { "remove" }.to_owned(),
        ),
        ("word", draft.word.word.clone()),
        ("occupation", draft.word.code.clone()),
        ("source", draft.source.clone()),
        (
            "undoes",
            draft
                .undoes
                .map(|number| number.to_string())
                .unwrap_or_default(),
        ),
    ];
    fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
}

fn means(visit: &Visit, word: &Word, key: &'static str) -> String {
    visit
        .say_with(
            key,
            [
                ("word", word.word.clone().into()),
                ("name", word.name.clone().into()),
                ("code", word.code.clone().into()),
            ],
        )
        .into_owned()
}

/// What the edit would change, and the way to enter it.
fn tried(visit: &Visit, draft: &DraftEdit, preview: &WordPreview) -> impl IntoView + use<> {
    let key = if draft.adds {
        "words-would-add"
    } else {
        "words-would-remove"
    };
    let names = |names: &[String]| {
        if names.is_empty() {
            visit.say("words-finds-nothing").into_owned()
        } else {
            names.join(&visit.say("list-comma"))
        }
    };
    let share = |quality: f64| format!("{quality:.3}");
    let (now, then) = preview.quality;
    let moved: Vec<_> = preview
        .moved
        .iter()
        .map(|(text, now, then)| {
            view! { <tr><th scope="row">{text.clone()}</th><td class="number">{share(*now)}</td><td class="number">{share(*then)}</td></tr> }
        })
        .collect();
    let is_worse = preview.moved.iter().any(|(_, now, then)| then < now);
    let moved = if moved.is_empty() {
        view! { <p>{visit.say_with("words-nothing-moves", [("count", preview.questions.into())])}</p> }.into_any()
    } else {
        view! {
            <div class="table"><table>
                <caption>{visit.say_with("words-moved", [("count", moved.len().into()), ("questions", preview.questions.into())])}</caption>
                <thead><tr><th scope="col">{visit.say("words-question")}</th><th scope="col" class="number">{visit.say("words-now")}</th><th scope="col" class="number">{visit.say("words-then")}</th></tr></thead>
                <tbody>{moved}</tbody>
            </table></div>
        }
        .into_any()
    };
    view! {
        <section class="panel flow" aria-live="polite">
            <h2>{visit.say("words-preview")}</h2>
            <p><strong>{means(visit, &draft.word, key)}</strong></p>
            <dl class="facts">
                <div><dt>{visit.say_with("words-finds-now", [("word", draft.word.word.clone().into())])}</dt><dd>{names(&preview.now)}</dd></div>
                <div><dt>{visit.say_with("words-finds-then", [("word", draft.word.word.clone().into())])}</dt><dd>{names(&preview.then)}</dd></div>
                <div><dt>{visit.say("words-quality")}</dt><dd>{share(now)}" → "{share(then)}</dd></div>
            </dl>
            {moved}
            {is_worse.then(|| view! { <p class="wrong">{visit.say("words-worse")}</p> })}
            <form method="post" action=here(visit) class="row">
                {told(draft)}
                <Button name="step" value="enter" text=visit.say("words-enter")/>
                <a class="target" href=here(visit)>{visit.say("words-leave")}</a>
            </form>
        </section>
    }
}

/// The form for a new word.
fn form(visit: &Visit, sent: &Sent) -> impl IntoView + use<> {
    view! {
        <section class="flow">
            <h2>{visit.say("words-new")}</h2>
            <form method="post" action=here(visit) class="flow">
                <input type="hidden" name="action" value="add"/>
                <Field name="word" label=visit.say("words-word") hint=visit.say("words-word-hint") value=sent.value("word") wrong=sent.wrong("word")/>
                <Field name="occupation" label=visit.say("words-occupation") hint=visit.say("words-occupation-hint") value=sent.value("occupation") wrong=sent.wrong("occupation")/>
                <Field name="source" label=visit.say("words-source") hint=visit.say("words-source-hint") value=sent.value("source") wrong=sent.wrong("source")/>
                <Button name="step" value="try" text=visit.say("words-try")/>
            </form>
        </section>
    }
}

/// What was searched for and not found.
fn unanswered(visit: &Visit, unanswered: &[UnansweredWords]) -> impl IntoView + use<> {
    let lines: Vec<_> = unanswered
        .iter()
        .map(|words| {
            let asked = visit.say_with("words-asked", [
                ("count", words.asked.into()),
                ("day", notation::short_day(visit.language, words.last_on).into()),
            ]);
            let take = format!("{}?{}", here(visit), crate::query::Query::encode([("word", words.text.as_str())]));
            view! {
                <li class="row spread">
                    <span>{words.text.clone()}" "<small>{asked}</small></span>
                    <form method="post" action=here(visit) class="row">
                        <input type="hidden" name="word" value=words.text.clone()/>
                        <a class="target" href=take aria-label=visit.say_with("words-take-name", [("word", words.text.clone().into())])>{visit.say("words-take")}</a>
                        <Button weight=Weight::Quiet name="step" value="dismiss" text=visit.say("words-dismiss")/>
                    </form>
                </li>
            }
        })
        .collect();
    let text = visit.say(if lines.is_empty() {
        "words-unanswered-none"
    } else {
        "words-unanswered-text"
    });
    view! {
        <section class="flow">
            <h2>{visit.say("words-unanswered")}</h2>
            <p class="hint">{text}</p>
            <ul class="bare">{lines}</ul>
        </section>
    }
}

/// The words in force, looked for by word or occupation.
fn known(visit: &Visit, desk: &Desk) -> impl IntoView + use<> {
    let lines: Vec<_> = desk
        .words
        .iter()
        .map(|known| {
            let draft = DraftEdit {
                adds: false,
                word: known.word.clone(),
                source: known.source.clone(),
                undoes: None,
            };
            let from = known.since.map(|since| {
                visit.say_with("words-from", [
                    ("source", known.source.clone().into()),
                    ("day", notation::day(visit.language, since).into()),
                ])
            });
            view! {
                <li class="row spread">
                    <span>{means(visit, &known.word, "words-means")}" "<small>{from}</small></span>
                    <form method="post" action=here(visit)>
                        {told(&draft)}
                        <Button weight=Weight::Quiet name="step" value="try" text=visit.say("words-remove")/>
                    </form>
                </li>
            }
        })
        .collect();
    let none = lines
        .is_empty()
        .then(|| view! { <p>{visit.say("words-none")}</p> });
    let hidden = desk.found.saturating_sub(lines.len());
    let more = (hidden > 0)
        .then(|| view! { <p>{visit.say_with("words-more", [("count", hidden.into())])}</p> });
    view! {
        <section class="flow">
            <h2>{visit.say_with("words-known", [("count", desk.count.into())])}</h2>
            <form action=here(visit) class="flow">
                <Field name="q" label=visit.say("words-look") value=visit.query.one("q").unwrap_or_default()/>
                <Button weight=Weight::Quiet text=visit.say("words-look-button")/>
            </form>
            {none}
            <ul class="bare">{lines}</ul>
            {more}
        </section>
    }
}

/// What was entered, the newest first, each with the way to take it back.
fn edits(visit: &Visit, edits: &[WordEdit]) -> impl IntoView + use<> {
    let lines: Vec<_> = edits
        .iter()
        .map(|edit| {
            let key = match (edit.undoes, edit.adds) {
                (Some(_), _) => "words-edit-undo",
                (None, true) => "words-edit-add",
                (None, false) => "words-edit-remove",
            };
            let text = means(visit, &edit.word, key);
            let who = visit.say_with("words-edit-who", [
                ("number", edit.number.into()),
                ("editor", edit.editor.clone().into()),
                ("day", notation::day(visit.language, edit.on).into()),
                ("source", edit.source.clone().into()),
            ]);
            let back = (!edit.is_undone).then(|| {
                let draft = DraftEdit {
                    adds: !edit.adds,
                    word: edit.word.clone(),
                    source: edit.source.clone(),
                    undoes: Some(edit.number),
                };
                view! {
                    <form method="post" action=here(visit)>
                        {told(&draft)}
                        <Button weight=Weight::Quiet name="step" value="try" text=visit.say("words-undo")/>
                    </form>
                }
            });
            let undone = edit.is_undone.then(|| visit.say("words-undone"));
            view! { <li class="row spread"><span>{text}" "<small>{who}</small></span>{back}{undone}</li> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! { <section class="flow"><h2>{visit.say("words-edits")}</h2><ul class="bare">{lines}</ul></section> }
    })
}
