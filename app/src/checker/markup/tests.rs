//! The same HTML as the components of the other pages make.

use leptos::prelude::*;
use scraper::Html;

use super::*;
use crate::components;
use crate::components::choices::{Choice as Shown, Choices};
use crate::components::field::{Field, Typed};
use crate::components::select::{Select, Selectable};
use crate::components::stub::{Facts, Stub, TearOff};
use crate::components::summary_list::{Row, SummaryList};
use crate::language::Language;

fn asking() -> Asking {
    Asking {
        name: "school".to_owned(),
        label: "哪所学校？".to_owned(),
        hint: "为什么问".to_owned(),
        wrong: Some("请选一项".to_owned()),
        is_heading: true,
    }
}

/// Says whether both are the same to a browser.
fn assert_same(one: &Markup, other: impl IntoView) {
    let read = |html: &str| Html::parse_fragment(&html.replace("<!>", "")).html();
    let owner = Owner::new();
    let other = owner.with(|| other.to_html());
    assert_eq!(read(&one.0), read(&other));
}

#[test]
fn choices_are_those_of_the_other_pages() {
    let list = [("none", "没有", ""), ("5", "<五级>", "初级")];
    let ours: Vec<_> = list
        .iter()
        .map(|(value, label, hint)| Choice {
            value: (*value).to_owned(),
            label: (*label).to_owned(),
            hint: (*hint).to_owned(),
            is_chosen: *value == "5",
        })
        .collect();
    for many in [true, false] {
        let theirs: Vec<_> = list
            .iter()
            .map(|(value, label, hint)| {
                Shown::new(*value, *label)
                    .hinted(*hint)
                    .chosen(*value == "5")
            })
            .collect();
        let Asking {
            name,
            label,
            hint,
            wrong,
            is_heading,
        } = asking();
        assert_same(
            &choices(&asking(), &ours, many),
            view! { <Choices name legend=label choices=theirs many hint wrong is_heading/> },
        );
    }
}

#[test]
fn a_field_is_that_of_the_other_pages() {
    for (is_number, typed) in [(true, Typed::Number), (false, Typed::Text)] {
        let Asking {
            name,
            label,
            hint,
            wrong,
            is_heading,
        } = asking();
        assert_same(
            &field(&asking(), "2012", is_number),
            view! { <Field name label typed value="2012" hint wrong is_heading/> },
        );
    }
    let plain = Asking {
        name: "year".to_owned(),
        label: "哪年".to_owned(),
        ..Asking::default()
    };
    assert_same(
        &field(&plain, "", false),
        view! { <Field name="year" label="哪年"/> },
    );
}

#[test]
fn a_list_to_choose_from_is_that_of_the_other_pages() {
    let options = [("", "请选择", false), ("210211", "甘井子区", true)];
    let ours = options.map(|(value, label, is_chosen)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
        is_chosen,
    });
    let theirs = options.map(|(value, label, is_chosen)| Selectable {
        value: value.to_owned(),
        label: label.to_owned(),
        is_chosen,
    });
    assert_same(
        &select(&Language::Chinese, "residence", "哪个区", &ours),
        view! { <Select name="residence" label="哪个区" options=theirs.to_vec()/> },
    );
}

#[test]
fn tickets_figures_and_answers_are_those_of_the_other_pages() {
    let body = html! { h3 { "就业技能培训" } };
    for amount in [Some("¥1,000"), None] {
        let tear_off = TearOff {
            amount: amount.map(str::to_owned),
            note: "可以申请".to_owned(),
            serial: String::new(),
        };
        assert_same(
            &stub(amount, "可以申请", &body),
            view! { <Stub tear_off><h3>"就业技能培训"</h3></Stub> },
        );
    }
    let lines = vec![("一共还剩".to_owned(), "5 次".to_owned())];
    assert_same(
        &facts(&Language::Chinese, &lines),
        view! { <Facts facts=lines.clone()/> },
    );
    let row = ["生日", "1990年2月28日", "/check/birth", "修改生日"].map(str::to_owned);
    let theirs = vec![Row::new("生日", "1990年2月28日").changed_at("/check/birth", "修改生日")];
    assert_same(
        &summary_list(&Language::Chinese, &[row]),
        view! { <SummaryList rows=theirs/> },
    );
    assert_same(
        &tag("tag ok", "可以申请"),
        view! { <components::tag::Tag tone=components::tag::Tone::Good text="可以申请"/> },
    );
}
