//! Asks the index, and completes its hits with what a card shows.

use app::backend::{
    Answer, FacetValue, Facets, Find, Found, Hit, Kind, PlaceCount, Reason, Sort, Suggestion,
    Understood, UnderstoodFilter,
};
use chrono::NaiveDate;
use policy::{Level, Programme};
use search_index::{Count, Filter, Query, Synonym, Why};

use super::card::{count, subsidy};
use super::nearness::Nearness;
use super::{City, index_unavailable};
use crate::shelf::{Stock, promised};
use crate::words;

/// Answers what somebody searches for, and counts words that nothing answers.
pub(super) fn search(city: &City, find: &Find) -> Answer<Found> {
    let (found, nearness) = ask(city, find)?;
    if is_unanswered(find, &found) {
        let stock = city.shelf.stock();
        let is_known = |word: &str| words::is_known(word, &stock.occupations);
        city.unanswered.note(&find.text, &is_known);
    }
    Ok(told(city, found, &nearness))
}

/// Answers what the portal itself wants to know.
pub(super) fn find(city: &City, find: &Find) -> Answer<Found> {
    let (found, nearness) = ask(city, find)?;
    Ok(told(city, found, &nearness))
}

fn ask(city: &City, find: &Find) -> Answer<(search_index::Found, Nearness)> {
    let stock = city.shelf.stock();
    let nearness = find
        .near
        .as_ref()
        .map(|near| Nearness::to(near, &stock.districts))
        .unwrap_or_default();
    let query = Query {
        nearest: nearness.codes(),
        ..query(city, find)
    };
    let found = city.index.search(&query).map_err(index_unavailable)?;
    Ok((found, nearness))
}

fn told(city: &City, found: search_index::Found, nearness: &Nearness) -> Found {
    let stock = city.shelf.stock();
    let today = city.clock.today();
    let hit = |found| {
        let hit = completed(bare(found, &stock), &stock, today);
        Hit {
            kilometres: nearness.kilometres(&hit.districts),
            ..hit
        }
    };
    Found {
        total: found.total as u64,
        hits: found.hits.into_iter().map(hit).collect(),
        facets: facets(found.facets, &stock),
        did_you_mean: found.did_you_mean,
        understood: found
            .understood
            .into_iter()
            .filter_map(understood)
            .collect(),
        is_read_whole: found.is_read_whole,
    }
}

/// Says whether words alone were asked for, and nothing answers them as a whole.
fn is_unanswered(find: &Find, found: &search_index::Found) -> bool {
    let words_alone = Find {
        text: find.text.clone(),
        page: 1,
        per_page: find.per_page,
        ..Find::default()
    };
    *find == words_alone
        && !find.text.is_empty()
        // a place without courses is known all the same
        && !found.is_read_whole
        && found.hits.iter().all(is_chance)
}

/// Says whether a hit bears but some of the words, or sounds like a few characters somewhere in its name.
fn is_chance(hit: &search_index::Hit) -> bool {
    /// Fewer characters are heard in many names.
    const SEVERAL: usize = 3;
    match &hit.why {
        // of several words one may be all of its name
        Some(Why::Relaxed) => hit.marked != std::iter::once(0..hit.name.len()).collect::<Vec<_>>(),
        Some(Why::Sound(name)) => {
            let heard = hit.why_marked.iter();
            let heard: usize = heard
                .filter_map(|range| name.get(range.clone()))
                .map(|part| part.chars().count())
                .sum();
            heard < SEVERAL.min(name.chars().count())
        }
        _ => false,
    }
}

/// Returns a filter that was read out of the words; nothing for a level that does not exist.
fn understood(one: search_index::Understood) -> Option<Understood> {
    let filter = match one.filter {
        Filter::Kind(one) => UnderstoodFilter::Kind(kind(one)),
        Filter::District(code) => UnderstoodFilter::District(code),
        Filter::Level(level) => UnderstoodFilter::Level(Level::new(level).ok()?),
        Filter::Mode(code) => UnderstoodFilter::Mode(code),
        Filter::Month(month) => UnderstoodFilter::Month(month),
    };
    Some(Understood {
        filter,
        rest: one.rest,
    })
}

pub(super) fn suggest(city: &City, text: &str, limit: usize) -> Answer<Vec<Suggestion>> {
    let proposals = city.index.suggest(text, limit).map_err(index_unavailable)?;
    let (stock, today) = (city.shelf.stock(), city.clock.today());
    let offered = |proposal: search_index::Suggestion| {
        let name = &proposal.text[proposal.kept_bytes..];
        let called = proposal.why.as_ref().and_then(Why::name);
        Suggestion {
            called: called.filter(|called| *called != name).map(str::to_owned),
            kind: kind(proposal.kind),
            // how many pass the filters among the words is not known without a search for each
            open: (proposal.kept_bytes == 0)
                .then(|| stock.courses.open_of(&proposal.id, today) as u64),
            id: proposal.id,
            text: proposal.text,
        }
    };
    Ok(proposals.into_iter().map(offered).collect())
}

pub(super) fn kindred(city: &City, code: &str) -> Vec<Hit> {
    let (stock, today) = (city.shelf.stock(), city.clock.today());
    let Some((edition, (group, _))) = stock.catalogue.in_force(today).zip(code.rsplit_once('-'))
    else {
        return Vec::new();
    };
    let is_kindred = |other: &&String| {
        let is_of_the_group = other.rsplit_once('-').is_some_and(|(own, _)| own == group);
        is_of_the_group && *other != code
    };
    let hit = |code: &String| {
        let name = stock.occupations.get(code)?.clone();
        let bare = blank(Kind::Occupation, code.clone(), Some(code.clone()), name);
        Some(occupation(bare, &stock, today))
    };
    let codes = edition.entries.keys().filter(is_kindred);
    let mut hits: Vec<Hit> = codes
        .filter_map(hit)
        .filter(|hit| hit.subsidy.is_some())
        .collect();
    hits.sort_by(|one, other| one.id.cmp(&other.id));
    hits
}

fn query(city: &City, find: &Find) -> Query {
    Query {
        text: find.text.clone(),
        kinds: find.kinds.iter().map(|kind| index_kind(*kind)).collect(),
        districts: find.districts.clone(),
        levels: find.levels.iter().map(|level| level.number()).collect(),
        shortage: find.shortage.clone(),
        programmes: find.programmes.clone(),
        modes: find.modes.clone(),
        months: find.months.clone(),
        occupations: find.occupations.clone(),
        institutions: find.places.clone(),
        from: find.from,
        to: find.to,
        open: find.open,
        literal: find.literal,
        sort: match find.sort {
            Sort::Relevance => search_index::Sort::Relevance,
            Sort::Start => search_index::Sort::Start,
            Sort::Market => search_index::Sort::Market,
            Sort::Distance => search_index::Sort::Distance,
            Sort::Cost => search_index::Sort::Cost,
        },
        page: find.page.max(1),
        per_page: find.per_page.clamp(1, Query::MOST_PER_PAGE),
        ..Query::on(city.clock.today())
    }
}

/// Adds what a card shows besides what the index knows.
fn completed(hit: Hit, stock: &Stock, today: NaiveDate) -> Hit {
    match hit.kind {
        Kind::Occupation => occupation(hit, stock, today),
        Kind::Course => course(hit, stock, today),
        Kind::Institution => match stock.institutions.get(&hit.id) {
            Some(host) => Hit {
                districts: vec![host.district.clone()],
                is_sample: host.is_sample,
                ..hit
            },
            None => hit,
        },
        Kind::Base => match stock.bases.get(&hit.id) {
            Some((_, host)) => Hit {
                districts: vec![host.district.clone()],
                is_sample: host.is_sample,
                ..hit
            },
            None => hit,
        },
    }
}

fn occupation(hit: Hit, stock: &Stock, today: NaiveDate) -> Hit {
    let Some(edition) = stock.catalogue.in_force(today) else {
        return hit;
    };
    let entries = edition.entries_of(&hit.id);
    let readings = stock.register.readings();
    Hit {
        levels: entries
            .iter()
            .filter(|entry| entry.is_subsidised)
            .map(|entry| entry.level)
            .collect(),
        shortage: entries.iter().find_map(|entry| entry.shortage_tier.clone()),
        subsidy: entries
            .iter()
            .filter_map(|entry| promised(entry, Programme::EmploymentSkills, readings, today))
            .max(),
        is_sample: edition.edition.is_sample && !entries.is_empty(),
        ..hit
    }
}

fn course(hit: Hit, stock: &Stock, today: NaiveDate) -> Hit {
    let Some(round) = stock.courses.get(&hit.id) else {
        return hit;
    };
    let skill = round.occupation().zip(round.level());
    let entry = skill.and_then(|(occupation, level)| {
        stock
            .catalogue
            .in_force(today)
            .and_then(|edition| edition.entry(occupation, level))
    });
    Hit {
        districts: vec![round.district().to_owned()],
        levels: round.level().into_iter().collect(),
        shortage: entry.and_then(|entry| entry.shortage_tier.clone()),
        place: Some(round.place_name().to_owned()),
        start: Some(round.starts_on()),
        apply_until: Some(round.apply_until()),
        seats_left: Some(count(round.seats_left())),
        subsidy: subsidy(skill, (round.programme(), round.starts_on()), stock),
        own_cost: Some(round.own_cost()),
        programme: Some(round.programme().code().to_owned()),
        is_sample: round.is_sample(),
        ..hit
    }
}

fn bare(mut hit: search_index::Hit, stock: &Stock) -> Hit {
    let why = hit.why.take();
    let reason = why.and_then(|why| reason(why, &hit, stock));
    Hit {
        marked: hit.marked,
        reason_marked: hit.why_marked,
        reason,
        score: hit.score,
        ..blank(kind(hit.kind), hit.id, hit.code, hit.name)
    }
}

/// Returns a hit of which nothing but its name is known.
fn blank(kind: Kind, id: String, code: Option<String>, name: String) -> Hit {
    Hit {
        kind,
        id,
        english: code.as_deref().and_then(Synonym::english),
        code,
        name,
        marked: Vec::new(),
        reason_marked: Vec::new(),
        reason: None,
        score: 0.0,
        districts: Vec::new(),
        kilometres: None,
        levels: Vec::new(),
        shortage: None,
        place: None,
        start: None,
        apply_until: None,
        seats_left: None,
        subsidy: None,
        own_cost: None,
        programme: None,
        is_sample: false,
    }
}

fn reason(why: Why, hit: &search_index::Hit, stock: &Stock) -> Option<Reason> {
    let other = |text: String| (text != hit.name).then_some(text);
    match why {
        Why::Alias(name) => (!hit.name.contains(&name)).then_some(Reason::Alias(name)),
        Why::Synonym(word) => Some(Reason::Synonym(word)),
        Why::Pinyin(text) | Why::Initials(text) | Why::Sound(text) => {
            Some(Reason::Sound(other(text)))
        }
        Why::Spelling(text) => Some(Reason::Spelling(other(text))),
        Why::Relaxed => Some(Reason::Relaxed),
        Why::About(text) => (!is_shown(&text, hit.kind, stock)).then_some(Reason::About(text)),
        Why::Code(_) => None,
    }
}

/// Says whether a card shows what is around it anyway: its district, and a course's place.
fn is_shown(text: &str, kind: search_index::Kind, stock: &Stock) -> bool {
    kind == search_index::Kind::Course
        || stock.districts.iter().any(|district| district.name == text)
}

fn facets(facets: search_index::Facets, stock: &Stock) -> Facets {
    fn values(counts: Vec<Count>) -> Vec<FacetValue> {
        counts
            .into_iter()
            .map(|count| FacetValue {
                value: count.value,
                count: count.count as u64,
            })
            .collect()
    }
    Facets {
        kind: values(facets.kind),
        district: values(facets.district),
        level: values(facets.level),
        shortage: values(facets.shortage),
        programme: values(facets.programme),
        mode: values(facets.mode),
        month: values(facets.month),
        has_more_places: facets.institution.len() >= search_index::Facets::MOST_INSTITUTIONS,
        place: facets
            .institution
            .into_iter()
            .filter_map(|count| place(count, stock))
            .collect(),
        open: facets.open as u64,
    }
}

/// Returns a place with its name; nothing where it is published no more.
fn place(count: Count, stock: &Stock) -> Option<PlaceCount> {
    let institution = stock.institutions.get(&count.value);
    let name = match institution {
        Some(institution) => institution.name.clone(),
        None => stock.bases.get(&count.value)?.1.name.clone(),
    };
    Some(PlaceCount {
        id: count.value,
        name,
        count: count.count as u64,
    })
}

const fn kind(kind: search_index::Kind) -> Kind {
    match kind {
        search_index::Kind::Occupation => Kind::Occupation,
        search_index::Kind::Institution => Kind::Institution,
        search_index::Kind::Course => Kind::Course,
        search_index::Kind::Base => Kind::Base,
    }
}

const fn index_kind(kind: Kind) -> search_index::Kind {
    match kind {
        Kind::Occupation => search_index::Kind::Occupation,
        Kind::Institution => search_index::Kind::Institution,
        Kind::Course => search_index::Kind::Course,
        Kind::Base => search_index::Kind::Base,
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;

    fn found(name: &str, marked: &[Range<usize>]) -> search_index::Found {
        let hit = search_index::Hit {
            kind: search_index::Kind::Occupation,
            id: name.to_owned(),
            code: None,
            name: name.to_owned(),
            marked: marked.to_vec(),
            why: Some(Why::Relaxed),
            why_marked: Vec::new(),
            score: 1.0,
        };
        search_index::Found {
            hits: vec![hit],
            ..search_index::Found::default()
        }
    }

    #[test]
    fn one_of_two_trades_and_a_filter_without_hits_are_answers() {
        let asked = |text: &str| Find {
            text: text.to_owned(),
            page: 1,
            ..Find::default()
        };
        let trades = asked("车工 焊工");
        let whole = std::iter::once(0..6).collect::<Vec<_>>();
        assert!(!is_unanswered(&trades, &found("车工", &whole)));
        assert!(is_unanswered(&trades, &found("叉车工", &whole)));
        let place = asked("花园口");
        let nothing = search_index::Found::default();
        assert!(is_unanswered(&place, &nothing));
        let is_read_whole = true;
        assert!(!is_unanswered(
            &place,
            &search_index::Found {
                is_read_whole,
                ..nothing
            }
        ));
    }
}
