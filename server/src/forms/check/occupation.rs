//! Looks for the occupation that somebody means, by its code, its name or another name of it.

use app::backend::{Find, Kind};
use app::checker::Sought;
use app::page::Fault;
use app::query::Query;
use app::visit::Visit;
use policy::OccupationCode;

const LONGEST: usize = 60;

/// Returns what came of looking for the occupation that a form names; `None` where it names none.
///
/// # Errors
/// [`Fault::Unavailable`] where nothing can be looked for.
pub(super) async fn sought(visit: &Visit, form: &Query) -> Result<Option<Sought>, Fault> {
    let Some(text) = form
        .one("occupation")
        .filter(|text| text.chars().count() <= LONGEST)
    else {
        return Ok(None);
    };
    if let Some(code) = text
        .parse::<OccupationCode>()
        .ok()
        .filter(|_| text.contains('-'))
        && visit.backend.occupation(code.as_str()).await?.is_some()
    {
        return Ok(Some(Sought::Found(code)));
    }
    let find = Find {
        text: text.to_owned(),
        kinds: vec![Kind::Occupation],
        page: 1,
        per_page: 3,
        ..Find::default()
    };
    let hits = visit.backend.find(&find).await?.hits;
    let exact = hits
        .iter()
        .find(|hit| hit.name == text)
        .and_then(|hit| hit.id.parse().ok());
    Ok(Some(exact.map_or_else(
        || Sought::Near(hits.into_iter().map(|hit| hit.name).collect()),
        Sought::Found,
    )))
}
