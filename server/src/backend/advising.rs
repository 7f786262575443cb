//! What somebody may take, what the market says, and which courses fit.

use std::collections::HashMap;

use app::backend::{
    Answer, MarketFigure, MarketQuestion, MarketSeries, Papers, Part, Recommendation, Wishes,
};
use app::checker::Asked;
use app::query::Query as Pairs;
use policy::{
    Assessment, BaseKind, Course as CourseFacts, CourseAssessment, Facts, Listing, Published,
};
use search_index::{Kind, Query};

use super::card::round_card;
use super::{City, index_unavailable, publishing, unavailable};
use crate::db::market::{self, CITY};
use crate::market::{rank, shortage};
use crate::shelf::{Round, Stock};

/// The city as its own figures name it.
const CITY_NAME: &str = "大连市";
/// The rules are asked about so many of the courses that stand best without them.
const MOST_ASSESSED: usize = 500;
/// An occupation in the same group as one that was asked for meets the interest so far.
const NEARBY: f64 = 0.4;
/// Words stand for so many occupations at most.
const MOST_MEANT: u32 = 5;

pub(super) fn what_may_i_still_take(
    city: &City,
    facts: &Facts,
    course: Option<&CourseFacts>,
) -> Assessment {
    let stock = city.shelf.stock();
    let published = published(&stock, course);
    policy::assess(facts, course, &published, city.clock.today())
}

/// Returns what is published about a course, or what holds without one.
pub(crate) fn published<'a>(stock: &'a Stock, course: Option<&CourseFacts>) -> Published<'a> {
    let readings = stock.register.readings();
    let Some(course) = course else {
        return Published {
            readings,
            ..Published::default()
        };
    };
    let listing =
        course
            .occupation
            .zip(course.level)
            .map_or(Listing::NoEdition, |(occupation, level)| {
                stock
                    .catalogue
                    .listing(occupation.as_str(), level, course.start)
            });
    // an institution or base that the city does not list was told, and is designated for nothing
    let designations = |id| {
        stock
            .institutions
            .get(id)
            .map_or(&[][..], |host| &host.designations)
    };
    let kind = |id| {
        stock
            .bases
            .get(id)
            .map_or(BaseKind::Industry, |(kind, _)| *kind)
    };
    Published {
        readings,
        listing,
        designations: course.institution.as_ref().map(designations),
        base: course.base.as_ref().map(kind),
    }
}

pub(super) async fn papers(city: &City, course: Option<&str>) -> Answer<Option<Papers>> {
    let stock = city.shelf.stock();
    let districts = publishing::districts(city);
    let mut papers = Papers {
        readings: published(&stock, None).readings.clone(),
        districts: districts.iter().map(Into::into).collect(),
        course: None,
    };
    let Some(id) = course else {
        return Ok(Some(papers));
    };
    let Some(facts) = course_facts(city, id).await? else {
        return Ok(None);
    };
    let card = publishing::courses(city, &[id.to_owned()]).pop();
    let published = published(&stock, Some(&facts));
    papers.course = card.map(|card| Asked {
        query: format!("?{}", Pairs::encode([("course", id)])),
        id: card.id,
        title: card.title,
        is_open: card.is_open,
        listing: published.listing,
        designations: published.designations.map(<[_]>::to_vec),
        base: published.base,
        facts,
    });
    Ok(papers.course.is_some().then_some(papers))
}

pub(super) async fn course_facts(city: &City, id: &str) -> Answer<Option<CourseFacts>> {
    let placed = city.database.course(id).await.map_err(unavailable)?;
    let published = placed.filter(|placed| placed.course.is_published);
    published
        .map(|placed| placed.course.as_asked())
        .transpose()
        .map_err(unavailable)
}

pub(super) async fn market(city: &City, question: &MarketQuestion) -> Answer<MarketSeries> {
    let figures = match (&question.occupation, &question.district) {
        (Some(occupation), district) => {
            city.database
                .market_series(occupation, district.as_deref().unwrap_or(CITY))
                .await
        }
        (None, None) => city.database.market_totals().await,
        (None, Some(district)) => {
            let totals = city.database.market_totals().await;
            totals.map(|totals| {
                totals
                    .into_iter()
                    .filter(|figure| figure.area == *district)
                    .collect()
            })
        }
    };
    let stock = city.shelf.stock();
    Ok(MarketSeries {
        figures: figures
            .map_err(unavailable)?
            .into_iter()
            .map(|figure| published_figure(figure, &stock))
            .collect(),
    })
}

fn published_figure(figure: market::MarketFigure, stock: &Stock) -> MarketFigure {
    let ratio = shortage::ratio(&figure).map(|ratio| ratio.ratio);
    let count = |stored: Option<i64>| stored.and_then(|stored| u64::try_from(stored).ok());
    let district = stock
        .districts
        .iter()
        .find(|district| district.code == figure.area)
        .map(|district| district.name.clone());
    MarketFigure {
        area: match district {
            Some(name) => name,
            None if figure.area == CITY => CITY_NAME.to_owned(),
            None => figure.area,
        },
        period: figure.period,
        demand: count(figure.demand),
        supply: count(figure.supply),
        ratio,
        source: figure.source,
        is_sample: figure.is_sample,
    }
}

pub(super) fn recommended(
    city: &City,
    facts: &Facts,
    wishes: &Wishes,
) -> Answer<Vec<Recommendation>> {
    let stock = city.shelf.stock();
    let today = city.clock.today();
    let looked = rank::Looked {
        today,
        interests: interests(city, &stock, &wishes.interests)?,
        district: wished_district(facts, wishes),
    };
    let market = rank::Market::of(&stock.market);
    let mut candidates: Vec<_> = stock
        .courses
        .iter()
        .filter(|round| {
            round.takes_applications(today) && round.seats_left() > 0 && round.starts_on() > today
        })
        .map(|round| (rank::parts(round, &looked, &market), round))
        .collect();
    if candidates.len() > MOST_ASSESSED {
        // the best, in whatever order: the rules decide about theirs
        candidates.select_nth_unstable_by_key(MOST_ASSESSED, |(parts, round)| {
            rank::order(rank::score(parts), round)
        });
        candidates.truncate(MOST_ASSESSED);
    }
    let mut ranked = candidates
        .into_iter()
        .map(|(parts, round)| assessed(&stock, facts, parts, round))
        .collect::<Answer<Vec<_>>>()?;
    ranked.sort_unstable_by_key(|(score, _, _, round)| rank::order(*score, round));
    ranked.truncate(wishes.limit.clamp(1, 100));
    Ok(ranked
        .into_iter()
        .map(|(score, parts, assessment, round)| Recommendation {
            course: round_card(round, &stock, today),
            score,
            parts,
            assessment,
        })
        .collect())
}

type Assessed<'a> = (f64, Vec<Part>, CourseAssessment, &'a Round);

/// Adds what the rules say to the other parts.
fn assessed<'a>(
    stock: &Stock,
    facts: &Facts,
    others: Vec<Part>,
    round: &'a Round,
) -> Answer<Assessed<'a>> {
    let asked = round.course().as_asked().map_err(unavailable)?;
    let assessment = policy::assess_course(facts, &asked, &published(stock, Some(&asked)));
    let mut parts = vec![rank::entitlement(assessment.verdict)];
    parts.extend(others);
    Ok((rank::score(&parts), parts, assessment, round))
}

fn wished_district(facts: &Facts, wishes: &Wishes) -> Option<String> {
    wishes
        .district
        .clone()
        .or_else(|| facts.person.residence.map(|district| district.to_string()))
}

/// Returns how well each occupation meets what somebody is interested in: 1 for one that was named, less for what its
/// words may mean and for the neighbours in its group.
fn interests(city: &City, stock: &Stock, wanted: &[String]) -> Answer<HashMap<String, f64>> {
    let mut met: HashMap<String, f64> = HashMap::new();
    for wish in wanted
        .iter()
        .map(|wish| wish.trim())
        .filter(|wish| !wish.is_empty())
    {
        if stock.occupations.contains_key(wish) {
            met.insert(wish.to_owned(), 1.0);
            continue;
        }
        let query = Query {
            text: wish.to_owned(),
            kinds: vec![Kind::Occupation],
            per_page: MOST_MEANT,
            ..Query::on(city.clock.today())
        };
        let found = city.index.search(&query).map_err(index_unavailable)?;
        let best = found
            .hits
            .first()
            .map_or(1.0, |hit| f64::from(hit.score).max(f64::MIN_POSITIVE));
        for hit in found.hits {
            let how_well = (f64::from(hit.score) / best).clamp(0.0, 1.0);
            let known = met.entry(hit.id).or_default();
            *known = known.max(how_well);
        }
    }
    let named: Vec<String> = met
        .iter()
        .filter(|(_, how_well)| **how_well >= 1.0)
        .map(|(code, _)| group(code).to_owned())
        .collect();
    for code in stock
        .occupations
        .keys()
        .filter(|code| named.iter().any(|named| named == group(code)))
    {
        met.entry(code.clone()).or_insert(NEARBY);
    }
    Ok(met)
}

/// Returns the minor group of an occupation: `6-18-02` of `6-18-02-04`.
fn group(code: &str) -> &str {
    code.rsplit_once('-').map_or(code, |(group, _)| group)
}
