//! Visiting the made-up city, and reading what comes back.

use std::sync::Arc;

use app::language::Language;
use app::page::{Fault, PageResult, Rendered};
use app::pages;
use app::preferences::Preferences;
use app::query::Query;
use app::visit::Visit;
use scraper::{Html, Selector};

use crate::city::{City, TODAY};

/// A visit of somebody unknown to an address such as `/en/find?q=电工`.
pub(crate) fn visit(address: &str) -> Visit {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let (language, path) = Language::of_path(path);
    Visit {
        backend: Arc::new(City),
        language,
        preferences: Preferences::default(),
        path: path.to_owned(),
        query: Query::parse(query),
        person: None,
        today: TODAY,
        is_demo: true,
        assets: "1".into(),
    }
}

/// What the portal answers to an address.
pub(crate) fn answer(address: &str) -> Result<Rendered, Fault> {
    let visit = visit(address);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime
        .block_on(page(&visit))
        .map(|page| page.render(&visit))
}

async fn page(visit: &Visit) -> PageResult {
    let segments: Vec<_> = visit.path.trim_start_matches('/').split('/').collect();
    match segments[..] {
        [""] => pages::home::page(visit).await,
        ["find"] => pages::list::page(visit).await,
        ["compare"] => pages::compare::page(visit).await,
        ["market"] => pages::market::page(visit).await,
        ["recommended"] => pages::recommended::page(visit).await,
        ["readings"] => pages::readings::page(visit).await,
        ["help"] => pages::help::page(visit).await,
        ["accessibility"] => pages::accessibility::page(visit).await,
        ["occupations", code] => pages::occupation::page(visit, code).await,
        ["courses", id] => pages::course::page(visit, id).await,
        ["institutions", id] => pages::institution::page(visit, id).await,
        ["bases", id] => pages::base::page(visit, id).await,
        _ => Err(Fault::NotFound),
    }
}

/// A page that was read.
pub(crate) struct Read {
    pub(crate) status: u16,
    pub(crate) source: String,
    html: Html,
}

/// Reads the page at an address, which must exist.
pub(crate) fn read(address: &str) -> Read {
    let rendered = answer(address).unwrap();
    Read {
        status: rendered.status,
        html: Html::parse_document(&rendered.html),
        source: rendered.html,
    }
}

impl Read {
    /// The texts of what the selector finds.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.html
            .select(&selector)
            .map(|element| element.text().collect::<String>().trim().to_owned())
            .collect()
    }

    /// The values of an attribute of what the selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.html
            .select(&selector)
            .filter_map(|element| element.attr(name))
            .map(str::to_owned)
            .collect()
    }

    /// The whole text of `<main>`.
    pub(crate) fn text(&self) -> String {
        self.texts("main").concat()
    }
}
