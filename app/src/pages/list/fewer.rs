//! The same question with fewer conditions, and what that would find. It costs few searches, however many conditions there are.

use super::addresses;
use super::in_force::{in_force, pair, without_words};
use crate::backend::{Answer, FacetValue, Facets, Find, Found, Kind, Understood};
use crate::notation;
use crate::visit::Visit;

/// Every condition that can be dropped, in the order in which they are dropped together: what people give up easily first.
const ORDER: [&str; 13] = [
    "literal",
    "open",
    "from",
    "to",
    "month",
    "mode",
    "level",
    "shortage",
    "programme",
    "place",
    "district",
    "kind",
    "occupation",
];

/// So many conditions are dropped one by one; of more, those that promise most.
const MOST_ALONE: usize = 4;

/// A question with fewer conditions.
pub(super) struct Way {
    /// What to do, and how many hits that leaves.
    pub(super) words: String,
    /// Its address.
    pub(super) href: String,
}

/// One filter with all its values: chosen, or read out of the words.
#[derive(Clone)]
struct Condition<'a> {
    name: &'static str,
    read: Vec<&'a Understood>,
}

/// Asks a question anew with fewer conditions, so many times at most.
pub(super) struct Asking<'a> {
    pub(super) visit: &'a Visit,
    find: &'a Find,
    found: &'a Found,
    /// In the order in which they are dropped.
    conditions: Vec<Condition<'a>>,
    /// What is counted in place of what the question asks for.
    counted: Option<OpenCourses>,
    /// So many searches may still be asked.
    left: usize,
}

/// Courses that still take applications.
struct OpenCourses {
    /// The code of the occupation for which they train; `None` for any.
    occupation: Option<String>,
}

impl OpenCourses {
    fn ask(&self, find: &mut Find) {
        find.kinds = vec![Kind::Course];
        find.open = true;
        if let Some(code) = &self.occupation {
            find.occupations = vec![code.clone()];
        }
    }

    /// What stands for them in an address.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let course = ("kind", Kind::Course.code().to_owned());
        let occupation = self.occupation.clone().map(|code| ("occupation", code));
        [course, ("open", "true".to_owned())]
            .into_iter()
            .chain(occupation)
            .collect()
    }
}

/// What conditions could be dropped.
#[derive(Default)]
pub(super) struct Ways {
    /// Each drops one condition.
    pub(super) alone: Vec<Way>,
    /// Drops several, where no single one is enough.
    pub(super) together: Option<Way>,
}

impl Ways {
    /// Returns whether dropping conditions helps at all.
    pub(super) const fn is_empty(&self) -> bool {
        self.alone.is_empty() && self.together.is_none()
    }
}

impl<'a> Asking<'a> {
    /// The question, what it found, and how many searches may be asked besides.
    pub(super) fn anew(visit: &'a Visit, find: &'a Find, found: &'a Found, left: usize) -> Self {
        let conditions = ORDER.into_iter().filter_map(|name| {
            let understood = found.understood.iter();
            let read: Vec<_> = understood
                .filter(|one| pair(&one.filter).0 == name)
                .collect();
            (!read.is_empty() || is_chosen(find, name)).then_some(Condition { name, read })
        });
        Self {
            visit,
            find,
            found,
            conditions: conditions.collect(),
            counted: None,
            left,
        }
    }

    /// The same, counting open courses only.
    pub(super) fn of_open_courses(mut self, occupation: Option<String>) -> Self {
        let counted = OpenCourses { occupation };
        let pairs = counted.pairs();
        self.conditions
            .retain(|one| pairs.iter().all(|(name, _)| *name != one.name));
        Self {
            counted: Some(counted),
            ..self
        }
    }

    /// Returns whether anything fulfils all the conditions.
    pub(super) async fn is_any(&mut self) -> Answer<bool> {
        Ok(self
            .total_without(&[])
            .await?
            .is_some_and(|total| total > 0))
    }

    /// So many searches may still be asked.
    pub(super) const fn left(&self) -> usize {
        self.left
    }

    /// So many more searches may be asked.
    pub(super) const fn allow(&mut self, more: usize) {
        self.left += more;
    }

    /// What was typed besides words that stand for filters.
    pub(super) fn words(&self) -> String {
        without_words(&self.find.text, &self.found.understood)
    }

    /// The answer to a question; `None` where enough was asked.
    pub(super) async fn find(&mut self, find: &Find) -> Answer<Option<Found>> {
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        self.visit.backend.find(find).await.map(Some)
    }

    /// The conditions without which something is found, each alone, or several together where none alone is enough.
    pub(super) async fn ways(&mut self) -> Answer<Ways> {
        let all = self.conditions.clone();
        let mut ways = Ways::default();
        if all.is_empty() {
            return Ok(ways);
        }
        // words that find nothing by themselves find nothing with any filter; one condition alone is all of them
        let without_all = if all.len() > 1 {
            self.found_without(&all).await?
        } else {
            None
        };
        if without_all.as_ref().is_some_and(|found| found.total == 0) {
            return Ok(ways);
        }
        let in_the_way = without_all
            .as_ref()
            .map_or_else(Vec::new, |found| self.in_the_way(&found.facets));
        for one in self.promising(&in_the_way) {
            let one = [one];
            if let Some(total @ 1..) = self.total_without(&one).await? {
                ways.alone.push(self.way(&one, total));
            }
        }
        if let Some(without_all) = without_all.filter(|_| ways.alone.is_empty()) {
            ways.together = Some(self.together(in_the_way, without_all.total).await?);
        }
        Ok(ways)
    }

    /// The conditions that nothing fulfils, whatever else is dropped: the counts without any condition know none of their values.
    fn in_the_way(&self, facets: &Facets) -> Vec<Condition<'a>> {
        let asked = in_force(self.find, self.found);
        let is_in_the_way = |one: &Condition<'_>| {
            // an occupation that tells nothing of what is read out of the words is spared
            let spares_none = one.read.is_empty() || self.is_of_courses();
            let values = values(&asked, one.name);
            let is_counted =
                |counts: &[FacetValue]| counts.iter().any(|count| values.contains(&count.value));
            spares_none && counted(facets, one.name).is_some_and(|counts| !is_counted(counts))
        };
        let conditions = self.conditions.iter();
        conditions
            .filter(|one| is_in_the_way(one))
            .cloned()
            .collect()
    }

    /// The conditions that are worth being dropped alone, in their order; of many those that the list's own counts speak for.
    fn promising(&self, in_the_way: &[Condition<'a>]) -> Vec<Condition<'a>> {
        let conditions = self.conditions.iter().filter(|one| {
            let is_alone = in_the_way.iter().all(|other| other.name == one.name);
            // other kinds may tell nothing of what is read out of the words, and are spared then
            (is_alone || one.name == "kind") && !self.is_hopeless(one.name)
        });
        let (mut first, others): (Vec<_>, Vec<_>) = conditions.cloned().partition(|one| {
            counted(&self.found.facets, one.name).is_some_and(|count| !count.is_empty())
        });
        first.extend(others);
        first.truncate(MOST_ALONE);
        self.in_order(&first)
    }

    fn is_of_courses(&self) -> bool {
        self.counted.is_some() || self.asks_for_courses()
    }

    fn asks_for_courses(&self) -> bool {
        in_force(self.find, self.found).kinds == [Kind::Course]
    }

    fn in_order(&self, some: &[Condition<'a>]) -> Vec<Condition<'a>> {
        let is_among = |one: &Condition<'a>| some.iter().any(|other| other.name == one.name);
        let conditions = self.conditions.iter();
        conditions.filter(|one| is_among(one)).cloned().collect()
    }

    /// A few of the conditions without which something is found: those that are in the way in any case, and as many others
    /// in their order as it needs; what turns out not to stand in the way stays. Without all of them so much is found.
    async fn together(&mut self, in_the_way: Vec<Condition<'a>>, without_all: u64) -> Answer<Way> {
        let certain = in_the_way.len();
        let mut all = in_the_way;
        for one in &self.conditions {
            if all.iter().all(|other| other.name != one.name) {
                all.push(one.clone());
            }
        }
        let (mut fewest, mut enough, mut total) = (certain.max(2), all.len(), without_all);
        while fewest < enough {
            // what is in the way in any case may be all of it
            let middle = if fewest == certain {
                certain
            } else {
                fewest.midpoint(enough)
            };
            match self.total_without(&all[..middle]).await? {
                Some(0) => fewest = middle + 1,
                Some(found) => (enough, total) = (middle, found),
                None => break,
            }
        }
        let mut dropped = all[..enough].to_vec();
        for one in all[..enough - 1].iter().skip(certain) {
            if dropped.len() == 2 {
                break;
            }
            let mut fewer = dropped.clone();
            fewer.retain(|other| other.name != one.name);
            if let Some(found @ 1..) = self.total_without(&fewer).await? {
                (dropped, total) = (fewer, found);
            }
        }
        Ok(self.way(&self.in_order(&dropped), total))
    }

    /// The question without its words, where its filters find something by themselves.
    pub(super) async fn without_words(&mut self) -> Answer<Option<Way>> {
        let words = self.words();
        let is_filter = |one: &Condition<'_>| one.name != "literal";
        if words.is_empty() || !self.conditions.iter().any(is_filter) {
            return Ok(None);
        }
        let fewer = Find {
            text: String::new(),
            literal: false,
            ..first_hit(in_force(self.find, self.found))
        };
        let total = self.find(&fewer).await?.map_or(0, |found| found.total);
        let read: Vec<_> = self
            .found
            .understood
            .iter()
            .map(|one| pair(&one.filter))
            .collect();
        Ok((total > 0).then(|| Way {
            words: self
                .visit
                .say_with(
                    "nothing-without-q",
                    [
                        ("text", words.into()),
                        ("total", notation::count(total).into()),
                    ],
                )
                .into_owned(),
            href: addresses::changed(self.visit, "", &["literal"], &read),
        }))
    }

    async fn total_without(&mut self, dropped: &[Condition<'a>]) -> Answer<Option<u64>> {
        let found = self.found_without(dropped).await?;
        Ok(found.map(|found| found.total))
    }

    async fn found_without(&mut self, dropped: &[Condition<'a>]) -> Answer<Option<Found>> {
        let mut fewer = Find {
            text: self.text_without(dropped),
            ..first_hit(self.find.clone())
        };
        for one in dropped {
            clear(&mut fewer, one.name);
        }
        if let Some(counted) = &self.counted {
            counted.ask(&mut fewer);
        }
        self.find(&fewer).await
    }

    fn text_without(&self, dropped: &[Condition<'a>]) -> String {
        without_words(
            &self.find.text,
            dropped.iter().flat_map(|one| one.read.iter().copied()),
        )
    }

    fn way(&self, dropped: &[Condition<'a>], total: u64) -> Way {
        let names: Vec<_> = dropped.iter().map(|one| one.name).collect();
        let (of, counted) = match &self.counted {
            Some(counted) => ("open", counted.pairs()),
            None => ("nothing", Vec::new()),
        };
        let without: Vec<_> = names
            .iter()
            .copied()
            .chain(counted.iter().map(|(name, _)| *name))
            .collect();
        Way {
            words: told(self.visit, of, &names, total),
            href: addresses::changed(self.visit, &self.text_without(dropped), &without, &counted),
        }
    }

    /// Whether dropping this condition alone finds nothing: its counts, which leave it out, are empty, and nothing could be
    /// there that they do not count.
    fn is_hopeless(&self, name: &str) -> bool {
        let tells_all = match name {
            "kind" => true,
            "district" | "mode" | "month" | "programme" => self.asks_for_courses(),
            _ => false,
        };
        tells_all && counted(&self.found.facets, name).is_some_and(<[FacetValue]>::is_empty)
    }
}

/// What to drop, and how many hits that leaves, or open courses where it is `open`.
fn told(visit: &Visit, of: &str, dropped: &[&str], total: u64) -> String {
    let total = notation::count(total);
    let name = |name: &str| visit.say(&format!("filter-{name}"));
    let words = match dropped {
        // these are no values of something of which any would do
        [one @ ("open" | "literal")] => {
            visit.say_with(&format!("{of}-without-{one}"), [("total", total.into())])
        }
        [one] => visit.say_with(
            &format!("{of}-without"),
            [("filter", name(one).into()), ("total", total.into())],
        ),
        several => {
            let names: Vec<_> = several.iter().map(|one| name(one)).collect();
            let names = names.join(&visit.say("list-comma"));
            visit.say_with(
                &format!("{of}-without-several"),
                [("filters", names.into()), ("total", total.into())],
            )
        }
    };
    words.into_owned()
}

/// The counts of a filter's values; `None` where they are not counted.
fn counted<'f>(facets: &'f Facets, name: &str) -> Option<&'f [FacetValue]> {
    match name {
        "kind" => Some(&facets.kind),
        "district" => Some(&facets.district),
        "level" => Some(&facets.level),
        "shortage" => Some(&facets.shortage),
        "programme" => Some(&facets.programme),
        "mode" => Some(&facets.mode),
        "month" => Some(&facets.month),
        _ => None,
    }
}

/// The values of a filter whose values are counted.
fn values(find: &Find, name: &str) -> Vec<String> {
    match name {
        "kind" => find.kinds.iter().map(ToString::to_string).collect(),
        "district" => find.districts.clone(),
        "level" => find.levels.iter().map(ToString::to_string).collect(),
        "shortage" => find.shortage.clone(),
        "programme" => find.programmes.clone(),
        "mode" => find.modes.clone(),
        "month" => find.months.clone(),
        _ => Vec::new(),
    }
}

/// The same question, of which only the number of hits matters.
fn first_hit(find: Find) -> Find {
    Find {
        page: 1,
        per_page: 1,
        ..find
    }
}

fn is_chosen(find: &Find, name: &str) -> bool {
    let mut fewer = find.clone();
    clear(&mut fewer, name);
    fewer != *find
}

/// Takes a filter out of a question.
fn clear(find: &mut Find, name: &str) {
    match name {
        "kind" => find.kinds.clear(),
        "district" => find.districts.clear(),
        "level" => find.levels.clear(),
        "shortage" => find.shortage.clear(),
        "programme" => find.programmes.clear(),
        "mode" => find.modes.clear(),
        "occupation" => find.occupations.clear(),
        "place" => find.places.clear(),
        "month" => find.months.clear(),
        "from" => find.from = None,
        "to" => find.to = None,
        "open" => find.open = false,
        "literal" => find.literal = false,
        _ => {}
    }
}
