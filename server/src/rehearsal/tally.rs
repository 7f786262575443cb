//! Counts what a change means, resident by resident. Tallies of parts add up to the tally of the whole, in any order.

use std::collections::BTreeMap;

use app::backend::Effect;
use chrono::NaiveDate;
use policy::{
    Assessment, Coded, CourseAssessment, District, Fen, Group, Programme, Verdict, calendar,
};

use super::resident::Resident;

/// Ages are told in these bands, each up to the year before the next.
const BANDS: [u32; 5] = [15, 20, 30, 40, 50];
const LAST_AGE: u32 = 65;

/// What was counted so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    programmes: BTreeMap<Programme, Effect>,
    districts: BTreeMap<Option<District>, Effect>,
    groups: BTreeMap<Group, Effect>,
    ages: BTreeMap<u32, Effect>,
    open: BTreeMap<Programme, (u64, u64)>,
    /// The first resident by direction, programme and group.
    examples: BTreeMap<(bool, Programme, Group), u64>,
}

/// What is decided about one resident under both registers.
pub(super) struct Decided<'a> {
    pub(super) resident: &'a Resident,
    pub(super) before: &'a Assessment,
    pub(super) after: &'a Assessment,
}

impl Tally {
    /// Counts a resident.
    pub(super) fn count(&mut self, number: u64, on: NaiveDate, decided: &Decided<'_>) {
        let Decided {
            resident,
            before,
            after,
        } = decided;
        let (was, is) = (granted(before), granted(after));
        // what is granted without a published figure is more than nothing
        let (gains, loses) = (is > was, is < was);
        let effect = Effect {
            people: 1,
            gain: u64::from(gains),
            lose: u64::from(loses),
            before: was.unwrap_or_default(),
            after: is.unwrap_or_default(),
        };
        let person = &resident.facts.person;
        let programme = resident.course.programme;
        let add = |to: &mut Effect| to.add(&effect);
        add(self.programmes.entry(programme).or_default());
        add(self.districts.entry(person.residence).or_default());
        add(self.groups.entry(resident.group).or_default());
        let age = person
            .birth
            .map_or(0, |birth| calendar::age_on(birth, on).unsigned_abs());
        add(self.ages.entry(band(age)).or_default());
        for (was, is) in before.programmes.iter().zip(&after.programmes) {
            let open = self.open.entry(was.programme).or_default();
            open.0 += u64::from(was.verdict == Verdict::Open);
            open.1 += u64::from(is.verdict == Verdict::Open);
        }
        if gains || loses {
            let first = self
                .examples
                .entry((gains, programme, resident.group))
                .or_insert(number);
            *first = number.min(*first);
        }
    }

    /// Adds what was counted of other residents.
    pub(super) fn merge(&mut self, other: Self) {
        merge(&mut self.programmes, other.programmes);
        merge(&mut self.districts, other.districts);
        merge(&mut self.groups, other.groups);
        merge(&mut self.ages, other.ages);
        for (programme, (before, after)) in other.open {
            let open = self.open.entry(programme).or_default();
            *open = (open.0 + before, open.1 + after);
        }
        for (kind, number) in other.examples {
            let first = self.examples.entry(kind).or_insert(number);
            *first = number.min(*first);
        }
    }

    /// Returns everybody together.
    pub(super) fn all(&self) -> Effect {
        let mut all = Effect::default();
        for effect in self.programmes.values() {
            all.add(effect);
        }
        all
    }

    pub(super) fn programmes(&self) -> Vec<(Programme, Effect)> {
        listed(&self.programmes)
    }

    pub(super) fn districts(&self) -> Vec<(Option<District>, Effect)> {
        listed(&self.districts)
    }

    pub(super) fn groups(&self) -> Vec<(Group, Effect)> {
        listed(&self.groups)
    }

    /// Returns the effects by age, from the first to the last year of each band.
    pub(super) fn ages(&self) -> Vec<(u32, u32, Effect)> {
        let end = |first: u32| {
            let next = BANDS.iter().find(|start| **start > first);
            next.map_or(LAST_AGE, |next| next - 1)
        };
        self.ages
            .iter()
            .map(|(first, effect)| (*first, end(*first), *effect))
            .collect()
    }

    /// Returns how many could apply for each programme before and after, in the policy's order.
    pub(super) fn open(&self) -> Vec<(Programme, u64, u64)> {
        Programme::ALL
            .iter()
            .filter_map(|programme| {
                let (before, after) = self.open.get(programme)?;
                Some((*programme, *before, *after))
            })
            .collect()
    }

    /// Returns the numbers of up to `most` residents who gain, or lose: the first of as many kinds.
    pub(super) fn examples(&self, gain: bool, most: usize) -> Vec<u64> {
        let mut numbers: Vec<u64> = self
            .examples
            .iter()
            .filter(|((gains, ..), _)| *gains == gain)
            .map(|(_, number)| *number)
            .collect();
        numbers.sort_unstable();
        numbers.truncate(most);
        numbers
    }
}

/// Returns what is paid for the course that is wanted; nothing where it is not granted.
fn granted(assessment: &Assessment) -> Option<Fen> {
    assessment.course.as_ref().and_then(paid)
}

fn paid(course: &CourseAssessment) -> Option<Fen> {
    let money = &course.money;
    let figures = [money.training, money.appraisal, money.practice];
    let sum = figures.into_iter().flatten().map(|fen| fen.0).sum();
    (course.verdict == Verdict::Open).then_some(Fen(sum))
}

fn band(age: u32) -> u32 {
    BANDS
        .into_iter()
        .rev()
        .find(|first| *first <= age)
        .unwrap_or(BANDS[0])
}

fn merge<K: Ord>(into: &mut BTreeMap<K, Effect>, from: BTreeMap<K, Effect>) {
    for (key, effect) in from {
        into.entry(key).or_default().add(&effect);
    }
}

fn listed<K: Copy>(effects: &BTreeMap<K, Effect>) -> Vec<(K, Effect)> {
    effects
        .iter()
        .map(|(key, effect)| (*key, *effect))
        .collect()
}
