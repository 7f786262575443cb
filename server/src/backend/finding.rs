//! Asks the index, and completes its hits with what a card shows.

use app::backend::{Answer, FacetValue, Facets, Find, Found, Hit, Kind, Reason, Sort, Suggestion};
use search_index::{Count, Query, Why};

use super::{City, index_unavailable};

pub(super) async fn find(city: &City, find: &Find) -> Answer<Found> {
    let found = city
        .index
        .search(&query(city, find))
        .map_err(index_unavailable)?;
    Ok(Found {
        total: found.total as u64,
        hits: found.hits.into_iter().map(hit).collect(),
        facets: facets(found.facets),
        did_you_mean: found.did_you_mean,
    })
}

pub(super) fn suggest(city: &City, text: &str, limit: usize) -> Answer<Vec<Suggestion>> {
    let proposals = city.index.suggest(text, limit).map_err(index_unavailable)?;
    Ok(proposals
        .into_iter()
        .map(|proposal| Suggestion {
            text: proposal.text,
            kind: kind(proposal.kind),
            id: proposal.id,
        })
        .collect())
}

fn query(city: &City, find: &Find) -> Query {
    Query {
        text: find.text.clone(),
        kinds: find.kinds.iter().map(|kind| index_kind(*kind)).collect(),
        districts: find.districts.clone(),
        levels: find.levels.iter().map(|level| level.number()).collect(),
        shortage: find.shortage.clone(),
        programmes: find.programmes.clone(),
        institutions: find.places.clone(),
        from: find.from,
        to: find.to,
        open: find.open,
        sort: match find.sort {
            Sort::Relevance => search_index::Sort::Relevance,
            Sort::Start => search_index::Sort::Start,
            Sort::Market => search_index::Sort::Market,
        },
        page: find.page.max(1),
        per_page: find.per_page.clamp(1, Query::MOST_PER_PAGE),
        ..Query::on(city.clock.today())
    }
}

fn hit(hit: search_index::Hit) -> Hit {
    Hit {
        kind: kind(hit.kind),
        id: hit.id,
        code: hit.code,
        name: hit.name,
        marked: hit.marked,
        reason: hit.why.and_then(reason),
        score: hit.score,
        districts: Vec::new(),
        levels: Vec::new(),
        shortage: None,
        place: None,
        start: None,
        apply_until: None,
        seats_left: None,
        subsidy: None,
        programme: None,
        is_sample: false,
    }
}

fn reason(why: Why) -> Option<Reason> {
    match why {
        Why::Alias(name) => Some(Reason::Alias(name)),
        Why::Synonym(word) => Some(Reason::Synonym(word)),
        Why::Pinyin(_) | Why::Initials(_) | Why::Sound(_) => Some(Reason::Sound),
        Why::Spelling(_) => Some(Reason::Spelling),
        Why::Relaxed => Some(Reason::Relaxed),
        // its card shows the place and the code anyway
        Why::About(_) | Why::Code(_) => None,
    }
}

fn facets(facets: search_index::Facets) -> Facets {
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
        open: facets.open as u64,
    }
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
