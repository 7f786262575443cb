//! What an address asks the list for, checked value by value; what is wrong is said, nothing is guessed.

use std::str::FromStr;

use policy::calendar::date_from_text;
use policy::{Level, OccupationCode, Programme};

use crate::backend::{Find, Kind, Near, Sort};
use crate::components::district_names::DistrictNames;
use crate::components::error_summary::Problem;
use crate::notation;
use crate::pages::compare;
use crate::visit::Visit;

/// The tiers of the shortage list, the scarcest first.
pub(super) const SHORTAGE: [&str; 3] = ["very", "high", "general"];

/// When courses meet.
const MODES: [&str; 4] = ["daytime", "evening", "weekend", "online"];

/// Hits a page.
pub(super) const PER_PAGE: u32 = 20;

/// The most characters that are searched for.
const LONGEST: usize = 100;

/// The last page that anybody can ask for.
const LAST_PAGE: u32 = 5_000;

/// The question in an address, and what is wrong with it.
pub(super) struct Asked {
    /// What could be understood.
    pub(super) find: Find,
    /// What could not; empty where all is well.
    pub(super) problems: Vec<Problem>,
}

/// Reads the visit's query.
pub(super) fn read(visit: &Visit, districts: &DistrictNames) -> Asked {
    let mut problems = Problems {
        visit,
        found: Vec::new(),
    };
    let query = &visit.query;
    let text = query.one("q").unwrap_or_default().to_owned();
    if text.chars().count() > LONGEST {
        problems.add("q", "asked-too-long", &LONGEST.to_string());
    }
    let mut find = Find {
        text,
        kinds: problems.every("kind", Kind::from_str),
        districts: problems.every("district", |code| {
            districts.known(code).map(|_| code.to_owned()).ok_or(())
        }),
        levels: problems.every("level", Level::from_str),
        shortage: problems.every("shortage", |tier| {
            SHORTAGE.contains(&tier).then(|| tier.to_owned()).ok_or(())
        }),
        programmes: problems.every("programme", |code| {
            Programme::from_str(code).map(|programme| programme.code().to_owned())
        }),
        modes: problems.every("mode", |code| {
            MODES.contains(&code).then(|| code.to_owned()).ok_or(())
        }),
        occupations: problems.every("occupation", |code| {
            OccupationCode::from_str(code).map(|code| code.to_string())
        }),
        places: problems.every("place", |id| is_id(id).then(|| id.to_owned()).ok_or(())),
        months: problems.every("month", |month| {
            notation::is_month(month)
                .then(|| month.to_owned())
                .ok_or(())
        }),
        from: problems.one("from", date_from_text),
        to: problems.one("to", date_from_text),
        open: problems.one("open", yes_or_no).unwrap_or_default(),
        literal: problems.one("literal", yes_or_no).unwrap_or_default(),
        sort: problems.one("sort", Sort::from_str).unwrap_or_default(),
        near: None,
        page: problems.one("page", page_number).unwrap_or(1),
        per_page: PER_PAGE,
    };
    if let (Some(from), Some(to)) = (find.from, find.to)
        && from > to
    {
        problems.add("to", "asked-order", "");
        find.to = None;
    }
    // The page takes no position, as the API does: where somebody is would stay in the address of every link.
    match query.one("near") {
        Some(code) if districts.known(code).is_some() => {
            find.near = Some(Near::District(code.to_owned()));
        }
        Some(code) => problems.add("district", "asked-district", code),
        None if find.sort == Sort::Distance => {
            find.near = find.districts.first().cloned().map(Near::District);
            if find.near.is_none() {
                problems.add("district", "asked-near", "");
            }
        }
        None => {}
    }
    Asked {
        find,
        problems: problems.found,
    }
}

fn yes_or_no(text: &str) -> Result<bool, ()> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(()),
    }
}

fn page_number(text: &str) -> Result<u32, ()> {
    text.parse()
        .ok()
        .filter(|page| (1..=LAST_PAGE).contains(page))
        .ok_or(())
}

/// The courses that were ticked on other pages, to be compared; what is no id is passed over.
pub(super) fn compared(visit: &Visit) -> Vec<String> {
    let ids = visit.query.all("compare").filter(|id| is_id(id));
    ids.take(compare::MOST).map(str::to_owned).collect()
}

fn is_id(text: &str) -> bool {
    text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

struct Problems<'a> {
    visit: &'a Visit,
    found: Vec<Problem>,
}

impl Problems<'_> {
    /// Every value under a name, without doubles; a problem for each that cannot be read.
    fn every<T: PartialEq, E>(
        &mut self,
        name: &'static str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for text in self.visit.query.all(name) {
            match read(text) {
                Ok(value) if values.contains(&value) => {}
                Ok(value) => values.push(value),
                Err(_) => self.add(name, &format!("asked-{name}"), text),
            }
        }
        values
    }

    /// The value under a name that stands once.
    fn one<T, E>(&mut self, name: &'static str, read: impl Fn(&str) -> Result<T, E>) -> Option<T> {
        let text = self.visit.query.one(name)?;
        let value = read(text).ok();
        if value.is_none() {
            self.add(name, &format!("asked-{name}"), text);
        }
        value
    }

    fn add(&mut self, name: &str, key: &str, typed: &str) {
        // a long value would drown the sentence that helps
        let typed: String = typed.chars().take(20).collect();
        let text = self.visit.say_with(key, [("typed", typed.into())]);
        self.found.push(Problem::new(name, text));
    }
}
