//! A segment's documents in memory, laid out for judging, filtering and counting without reading from disk.

use std::collections::HashMap;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use tantivy::DocId;

use crate::analyzer::{Normal, marks, pair_mark};
use crate::explain::Explanation;
use crate::found::Hit;
use crate::pinyin;
use crate::reading::{letter_bits, sound_bits};
use crate::{Document, Kind};

/// A name in the form in which it is judged.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// As it is shown.
    pub(crate) text: Box<str>,
    /// Comparable characters.
    pub(crate) chars: Box<[char]>,
    /// [`marks`] of the characters.
    pub(crate) marks: u64,
    /// [`sound_bits`] of all characters.
    pub(crate) sounds: u64,
    /// The first letters of all readings, as bits.
    pub(crate) initials: u32,
    /// [`pair_mark`] of the first letters of all neighbours, in any of their readings; all of them where letters stand side by side.
    pub(crate) initial_pairs: u64,
    /// All letters of its usual readings, as bits.
    pub(crate) letters: u32,
}

impl Phrase {
    /// Characters of a name that are judged.
    const MOST_CHARACTERS: usize = 200;

    /// Returns the judged form of a name.
    pub(crate) fn new(text: &str) -> Self {
        let mut chars = Normal::of(text).chars;
        chars.truncate(Self::MOST_CHARACTERS);
        Self {
            text: text.into(),
            marks: marks(&chars),
            sounds: chars.iter().fold(0, |bits, c| bits | sound_bits(*c)),
            initials: chars.iter().fold(0, |bits, c| bits | letter_bits(*c)),
            initial_pairs: initial_pairs(&chars),
            letters: pinyin::spelt(&chars).fold(0, |bits, letter| bits | letter_bits(letter)),
            chars: chars.into(),
        }
    }
}

fn initial_pairs(chars: &[char]) -> u64 {
    // letters side by side may be typed as one syllable, of which only the first counts
    let is_letter = |c: &char| c.is_ascii_lowercase();
    if chars.windows(2).any(|pair| pair.iter().all(is_letter)) {
        return u64::MAX;
    }
    let pairs = chars.windows(2).map(|pair| [pair[0], pair[1]]);
    pairs
        .flat_map(pinyin::initial_pairs)
        .fold(0, |bits, pair| bits | pair_mark(&pair))
}

/// Other names of a thing; courses of one occupation share them.
#[derive(Debug, Default, PartialEq, Eq, Hash, Clone)]
pub(crate) struct Kin {
    /// Phrases with just the same meaning.
    pub(crate) aliases: Vec<u32>,
    /// Phrases that people use for it.
    pub(crate) synonyms: Vec<u32>,
}

/// The values of one filter, numbered.
#[derive(Debug, Default)]
pub(crate) struct Values {
    names: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
}

impl Values {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number =
            u32::try_from(self.names.len()).expect("a segment holds fewer documents than numbers");
        self.names.push(name.into());
        self.numbers.insert(name.into(), number);
        number
    }

    /// Returns the number of a value; `None` where no document bears it.
    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// Returns all values in the order of their numbers.
    pub(crate) fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.names.iter().map(Box::as_ref)
    }

    /// Returns the value with a number.
    pub(crate) fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }

    /// Returns how many values there are.
    pub(crate) const fn len(&self) -> usize {
        self.names.len()
    }
}

/// A stretch of [`Table::numbers`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stretch {
    start: u32,
    length: u32,
}

impl Stretch {
    /// Says whether nothing is in it.
    pub(crate) const fn is_empty(self) -> bool {
        self.length == 0
    }

    const fn range(self) -> Range<usize> {
        self.start as usize..self.start as usize + self.length as usize
    }
}

/// What the filters ask of a document. Many documents share it, so that it is judged and counted once for all of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traits {
    pub(crate) kind: Kind,
    /// Bit *n* for level *n*.
    pub(crate) levels: u8,
    pub(crate) districts: Stretch,
    pub(crate) programmes: Stretch,
    pub(crate) modes: Stretch,
    pub(crate) shortage: Option<u32>,
    pub(crate) is_subsidised: bool,
}

/// Documents side by side that differ only in their days, seats, cost and identifier, as courses do that are held again and
/// again. The engine finds all of them or none, so that they are judged and weighed at once.
#[derive(Debug)]
pub(crate) struct Series {
    pub(crate) kind: Kind,
    /// The number of its [`Traits`].
    pub(crate) traits: u32,
    pub(crate) name: u32,
    pub(crate) kin: u32,
    pub(crate) about: Stretch,
    pub(crate) code: Option<u32>,
    pub(crate) institution: Option<u32>,
    first: DocId,
    end: DocId,
    months: Range<u32>,
}

impl Series {
    /// Returns the numbers of its rows, which come in the order of their first days; either all have one, or none.
    pub(crate) const fn rows(&self) -> Range<DocId> {
        self.first..self.end
    }
}

/// What is asked of each document: little, for a question may look at all of them.
#[derive(Debug)]
pub(crate) struct Row {
    /// The number of its [`Series`].
    pub(crate) series: u32,
    /// The month of the first day of a course.
    pub(crate) month: Option<u32>,
    /// The first day, counted from the beginning of the era.
    pub(crate) start: Option<i32>,
    last_open: i32,
}

/// What is asked only of documents that are sorted by it or come onto a page.
#[derive(Debug, Default)]
struct Rests {
    /// All identifiers, one behind the other.
    ids: String,
    /// Where each identifier ends, and by what its document is sorted.
    rests: Vec<Rest>,
}

#[derive(Clone, Copy, Debug)]
struct Rest {
    id_end: usize,
    by_market: f32,
    by_cost: f32,
}

impl Rests {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "an order of ratios or costs needs no more digits"
    )]
    fn push(&mut self, document: &Document) {
        self.ids.push_str(&document.id);
        let ratio = document.market_ratio.filter(|ratio| ratio.is_finite());
        self.rests.push(Rest {
            id_end: self.ids.len(),
            by_market: ratio.map_or(f32::INFINITY, |ratio| -ratio as f32),
            by_cost: document.own_cost.map_or(f32::INFINITY, |fen| fen as f32),
        });
    }

    fn id(&self, number: usize) -> &str {
        let start = number
            .checked_sub(1)
            .map_or(0, |before| self.rests[before].id_end);
        &self.ids[start..self.rests[number].id_end]
    }

    fn shrink(&mut self) {
        self.ids.shrink_to_fit();
        self.rests.shrink_to_fit();
    }
}

impl Row {
    /// Says whether it is a course for which nobody can apply any more: begun, full, or past the last day for it.
    /// Days are counted from the beginning of the era.
    pub(crate) const fn is_closed(&self, today: i32) -> bool {
        self.last_open < today
    }

    /// Returns the last day on which somebody can apply.
    pub(crate) const fn last_open(&self) -> i32 {
        self.last_open
    }
}

/// Returns the last day on which somebody can apply, counted from the beginning of the era.
fn last_open(document: &Document) -> i32 {
    if document.kind != Kind::Course {
        return i32::MAX;
    }
    if document.seats_left == Some(0) {
        return i32::MIN;
    }
    [document.start, document.apply_until]
        .into_iter()
        .flatten()
        .map(|day| day.num_days_from_ce())
        .min()
        .unwrap_or(i32::MAX)
}

/// All documents of a segment, by their number in it.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) series: Vec<Series>,
    pub(crate) rows: Vec<Row>,
    rests: Rests,
    pub(crate) traits: Vec<Traits>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) kin: Vec<Kin>,
    pub(crate) districts: Values,
    pub(crate) programmes: Values,
    pub(crate) modes: Values,
    pub(crate) shortage: Values,
    pub(crate) institutions: Values,
    pub(crate) months: Values,
    pub(crate) codes: Values,
    numbers: Vec<u32>,
    listed: Vec<DocId>,
    closing: Vec<DocId>,
    /// The last days on which somebody can apply, by series, then ascending.
    last_days: Vec<i32>,
    /// By series, how many of its rows start in which month.
    months_of_series: Vec<(u32, u32)>,
}

impl Table {
    /// Returns the numbers of all rows by their traits, then in the order in which a list without words shows them.
    pub(crate) fn listed(&self) -> &[DocId] {
        &self.listed
    }

    /// Returns the numbers of all rows by their traits, then by the last day on which somebody can apply.
    pub(crate) fn closing(&self) -> &[DocId] {
        &self.closing
    }

    /// Returns the numbers of a stretch.
    pub(crate) fn list(&self, stretch: Stretch) -> &[u32] {
        &self.numbers[stretch.range()]
    }

    /// Returns a phrase by its number.
    pub(crate) fn phrase(&self, number: u32) -> &Phrase {
        &self.phrases[number as usize]
    }

    /// Returns the series of a row.
    pub(crate) fn series_of(&self, row: &Row) -> &Series {
        &self.series[row.series as usize]
    }

    /// Returns the occupation code of a series.
    pub(crate) fn code_of(&self, series: &Series) -> Option<&str> {
        series.code.map(|number| self.codes.name(number))
    }

    /// Returns what a row is told apart by from others in the same place: its code and its identifier.
    pub(crate) fn identity(&self, number: DocId) -> (Option<&str>, &str) {
        let number = number as usize;
        let series = self.series_of(&self.rows[number]);
        (self.code_of(series), self.rests.id(number))
    }

    /// Returns a row as a hit, with its score and what is told about it.
    pub(crate) fn hit(&self, number: DocId, score: f32, told: Explanation) -> Hit {
        let series = self.series_of(&self.rows[number as usize]);
        let (code, id) = self.identity(number);
        Hit {
            kind: series.kind,
            id: id.to_owned(),
            code: code.map(str::to_owned),
            name: self.phrase(series.name).text.to_string(),
            marked: told.marked,
            why: told.why,
            why_marked: told.why_marked,
            score,
        }
    }

    /// Returns what is smaller for the row whose occupation lacks people more.
    pub(crate) fn by_market(&self, number: DocId) -> f32 {
        self.rests.rests[number as usize].by_market
    }

    /// Returns what is smaller for the row that costs less.
    pub(crate) fn by_cost(&self, number: DocId) -> f32 {
        self.rests.rests[number as usize].by_cost
    }

    /// Returns what the filters ask of a series.
    pub(crate) fn traits_of(&self, series: &Series) -> &Traits {
        &self.traits[series.traits as usize]
    }

    /// Returns the other names of a series.
    pub(crate) fn kin_of(&self, series: &Series) -> &Kin {
        &self.kin[series.kin as usize]
    }

    /// Returns how many rows of a series nobody can apply for any more on the day, counted from the beginning of the era.
    pub(crate) fn closed_of(&self, series: &Series, today: i32) -> usize {
        let last_days = &self.last_days[series.first as usize..series.end as usize];
        last_days.partition_point(|last| *last < today)
    }

    /// Returns the months in which rows of a series start, by their number, each with how many do.
    pub(crate) fn months_of(&self, series: &Series) -> &[(u32, u32)] {
        &self.months_of_series[series.months.start as usize..series.months.end as usize]
    }

    /// Says whether a row is of a course that began before the day.
    pub(crate) fn has_begun(&self, row: &Row, today: i32) -> bool {
        self.series_of(row).kind == Kind::Course && row.start.is_some_and(|start| start < today)
    }

    /// Reckons for each series what holds of all its rows together.
    fn sum_up_series(&mut self) {
        self.last_days = self.rows.iter().map(Row::last_open).collect();
        for series in &mut self.series {
            let rows = series.first as usize..series.end as usize;
            self.last_days[rows.clone()].sort_unstable();
            let start = count(&self.months_of_series);
            // rows come in the order of their first days, and so of their months
            for same in self.rows[rows].chunk_by(|one, other| one.month == other.month) {
                if let Some(month) = same[0].month {
                    self.months_of_series.push((month, count(same)));
                }
            }
            series.months = start..count(&self.months_of_series);
        }
    }

    /// Gives back what was reserved for more documents than came.
    fn shrink(&mut self) {
        self.series.shrink_to_fit();
        self.rows.shrink_to_fit();
        self.rests.shrink();
        self.phrases.shrink_to_fit();
        self.numbers.shrink_to_fit();
        self.months_of_series.shrink_to_fit();
    }
}

/// Lays out the documents of a segment, which come in the order of their numbers.
#[derive(Default)]
pub(crate) struct Layout {
    table: Table,
    /// The document that was laid out last.
    last: Option<Document>,
    phrase_numbers: HashMap<Box<str>, u32>,
    kin_numbers: HashMap<Kin, u32>,
    traits_numbers: HashMap<ToldTraits, u32>,
}

/// [`Traits`] by what they hold instead of by where it is held.
#[derive(Debug, PartialEq, Eq, Hash)]
struct ToldTraits {
    kind: Kind,
    levels: u8,
    districts: Vec<u32>,
    programmes: Vec<u32>,
    modes: Vec<u32>,
    shortage: Option<u32>,
    is_subsidised: bool,
}

impl Layout {
    /// Returns a layout with room for so many documents.
    pub(crate) fn with_room(documents: usize) -> Self {
        let mut layout = Self::default();
        layout.table.rows.reserve_exact(documents);
        layout.table.rests.rests.reserve_exact(documents);
        layout
    }

    /// Returns the table of all that came.
    pub(crate) fn finish(self) -> Table {
        let mut table = self.table;
        let rows = &table.rows;
        let row = |number: &DocId| &rows[*number as usize];
        let traits = |row: &Row| table.series_of(row).traits;
        let identity = |number: &DocId| table.identity(*number);
        let mut listed: Vec<DocId> = (0..count(rows)).collect();
        let mut closing = listed.clone();
        listed.sort_unstable_by(|one, other| {
            let place = |row: &Row| (traits(row), row.start.unwrap_or(i32::MAX));
            place(row(one))
                .cmp(&place(row(other)))
                .then_with(|| identity(one).cmp(&identity(other)))
        });
        closing.sort_unstable_by_key(|number| (traits(row(number)), row(number).last_open));
        table.listed = listed;
        table.closing = closing;
        table.sum_up_series();
        table.shrink();
        table
    }

    /// Lays out the next document.
    pub(crate) fn push(&mut self, document: Document) {
        let number = count(&self.table.rows);
        let goes_on = self
            .last
            .as_ref()
            .is_some_and(|last| document.continues(last));
        match self.table.series.last_mut() {
            Some(series) if goes_on => series.end = number + 1,
            _ => self.begin_series(&document, number),
        }
        let table = &mut self.table;
        let row = Row {
            series: count(&table.series) - 1,
            month: document
                .start
                .filter(|_| document.kind == Kind::Course)
                .map(|day| table.months.number(&month(day))),
            start: document.start.map(|day| day.num_days_from_ce()),
            last_open: last_open(&document),
        };
        table.rows.push(row);
        table.rests.push(&document);
        self.last = Some(document);
    }

    fn begin_series(&mut self, document: &Document, first: DocId) {
        let kin = Kin {
            aliases: self.phrases(&document.aliases),
            synonyms: self.phrases(&document.synonyms),
        };
        let about = self.phrases(&document.about);
        let table = &mut self.table;
        let numbered = |values: &mut Values, names: &[String]| -> Vec<u32> {
            names.iter().map(|name| values.number(name)).collect()
        };
        let told = ToldTraits {
            kind: document.kind,
            levels: document
                .levels
                .iter()
                .filter(|level| **level < 8)
                .fold(0, |bits, level| bits | 1 << level),
            districts: numbered(&mut table.districts, &document.districts),
            programmes: numbered(&mut table.programmes, &document.programmes),
            modes: numbered(&mut table.modes, &document.modes),
            shortage: document
                .shortage
                .as_deref()
                .map(|tier| table.shortage.number(tier)),
            is_subsidised: document.is_subsidised,
        };
        let series = Series {
            kind: document.kind,
            traits: self.traits(told),
            name: self.phrase(&document.name),
            kin: self.kin(kin),
            about: self.stretch(&about),
            code: document
                .code
                .as_deref()
                .map(|code| self.table.codes.number(code)),
            institution: document
                .institution
                .as_deref()
                .map(|id| self.table.institutions.number(id)),
            first,
            end: first + 1,
            months: 0..0,
        };
        self.table.series.push(series);
    }

    fn phrases(&mut self, texts: &[String]) -> Vec<u32> {
        texts.iter().map(|text| self.phrase(text)).collect()
    }

    fn phrase(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.phrase_numbers.get(text) {
            return number;
        }
        let number = count(&self.table.phrases);
        self.table.phrases.push(Phrase::new(text));
        self.phrase_numbers.insert(text.into(), number);
        number
    }

    fn kin(&mut self, kin: Kin) -> u32 {
        if let Some(&number) = self.kin_numbers.get(&kin) {
            return number;
        }
        let number = count(&self.table.kin);
        self.table.kin.push(kin.clone());
        self.kin_numbers.insert(kin, number);
        number
    }

    fn traits(&mut self, told: ToldTraits) -> u32 {
        if let Some(&number) = self.traits_numbers.get(&told) {
            return number;
        }
        let number = count(&self.table.traits);
        let traits = Traits {
            kind: told.kind,
            levels: told.levels,
            districts: self.stretch(&told.districts),
            programmes: self.stretch(&told.programmes),
            modes: self.stretch(&told.modes),
            shortage: told.shortage,
            is_subsidised: told.is_subsidised,
        };
        self.table.traits.push(traits);
        self.traits_numbers.insert(told, number);
        number
    }

    fn stretch(&mut self, numbers: &[u32]) -> Stretch {
        let start = count(&self.table.numbers);
        self.table.numbers.extend_from_slice(numbers);
        Stretch {
            start,
            length: count(numbers),
        }
    }
}

/// Returns the month of a day, such as `2026-12`.
pub(crate) fn month(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).expect("a segment's lists are shorter than four thousand million")
}
