//! What the reader is told about a hit: which characters of its name matched, and why it is there if they don't show it.

use std::collections::HashMap;
use std::ops::Range;

use crate::analyzer::Normal;
use crate::fit::{Fit, How, Place, Stage, fit, pieces};
use crate::found::Why;
use crate::rank::{Role, weight};
use crate::table::{Phrase, Series, Table};
use crate::typed::Run;

/// What is told about one hit.
#[derive(Debug, Default)]
pub(crate) struct Explanation {
    /// Byte ranges of the name, ascending and apart.
    pub(crate) marked: Vec<Range<usize>>,
    /// Why, if the name does not show it.
    pub(crate) why: Option<Why>,
    /// Byte ranges of the text of that reason, ascending and apart.
    pub(crate) why_marked: Vec<Range<usize>>,
    /// The words that were probably meant, where the typed ones were not found.
    pub(crate) meant: Option<String>,
}

impl Explanation {
    /// Returns what is told about a hit that has such a code or identifier.
    pub(crate) fn of_code(code: &str) -> Self {
        Self {
            why: Some(Why::Code(code.to_owned())),
            ..Self::default()
        }
    }
}

/// Explains the hits of a page that were found for some runs at a stage. Most of them share their other names.
pub(crate) struct Explainer<'t> {
    runs: &'t [Run],
    stage: Stage,
    /// How each run fits each phrase that was looked at, by the number of the run.
    fits: HashMap<(usize, Stage, *const Phrase), Option<Fit>>,
}

impl<'t> Explainer<'t> {
    /// Returns what has explained nothing yet.
    pub(crate) fn new(runs: &'t [Run], stage: Stage) -> Self {
        Self {
            runs,
            stage,
            fits: HashMap::new(),
        }
    }

    /// Explains a hit of a series.
    pub(crate) fn explain(&mut self, table: &'t Table, series: &Series) -> Explanation {
        let name = table.phrase(series.name);
        let mut marks = vec![false; name.chars.len()];
        let mut explanation = Explanation::default();
        let (mut is_partly, mut part_says_it) = (false, false);
        for (number, run) in self.runs.iter().enumerate() {
            let in_name = self.fit(number, name, Role::Name);
            mark(&mut marks, run, name, in_name.as_ref());
            if in_name.is_some_and(|fit| matches!(fit.how, How::Words | How::Within)) {
                part_says_it |= run.is_part;
                continue;
            }
            let Some((role, phrase, fit)) = self.best(number, table, series) else {
                is_partly |= !run.is_part;
                continue;
            };
            part_says_it |= run.is_part;
            // what stands in the middle of a name need not be a word
            if matches!(fit.how, How::Sound | How::Alike | How::Spelling)
                && matches!(fit.place, Place::Whole | Place::Start | Place::End)
                && !(run.has_letters() && fit.how != How::Spelling)
            {
                explanation.meant.get_or_insert_with(|| meant(phrase, &fit));
            }
            if explanation.why.is_none() {
                explanation.why = Some(reason(role, phrase, &fit));
                let normal = Normal::known(&phrase.text, &phrase.chars);
                explanation.why_marked = vec![normal.bytes(fit.span)];
            }
        }
        if is_partly && !part_says_it {
            explanation.why.get_or_insert(Why::Relaxed);
        }
        if marks.contains(&true) {
            explanation.marked = ranges(&marks, &Normal::known(&name.text, &name.chars));
        }
        explanation
    }

    fn best(
        &mut self,
        run: usize,
        table: &'t Table,
        series: &Series,
    ) -> Option<(Role, &'t Phrase, Fit)> {
        let kin = table.kin_of(series);
        let roles = [
            (Role::Name, std::slice::from_ref(&series.name)),
            (Role::Alias, &kin.aliases[..]),
            (Role::Synonym, &kin.synonyms[..]),
            (Role::About, table.list(series.about)),
        ];
        let mut best: Option<(f32, Role, &Phrase, Fit)> = None;
        for (role, numbers) in roles {
            for number in numbers {
                let phrase = table.phrase(*number);
                let Some(fit) = self.fit(run, phrase, role) else {
                    continue;
                };
                let weight = weight(role, &fit, phrase);
                if best.as_ref().is_none_or(|(most, ..)| weight > *most) {
                    best = Some((weight, role, phrase, fit));
                }
            }
        }
        best.map(|(_, role, phrase, fit)| (role, phrase, fit))
    }

    fn fit(&mut self, run: usize, phrase: &'t Phrase, role: Role) -> Option<Fit> {
        let stage = role.stage(self.stage);
        self.fits
            .entry((run, stage, phrase))
            .or_insert_with(|| fit(&self.runs[run], phrase, stage))
            .clone()
    }
}

fn reason(role: Role, phrase: &Phrase, fit: &Fit) -> Why {
    let text = phrase.text.to_string();
    match (fit.how, role) {
        (How::Words | How::Within, Role::Synonym) => Why::Synonym(text),
        (How::Words | How::Within, Role::About) => Why::About(text),
        (How::Words | How::Within, Role::Name | Role::Alias) => Why::Alias(text),
        (How::Pinyin | How::Begun, _) => Why::Pinyin(text),
        (How::Initials, _) => Why::Initials(text),
        (How::Sound | How::Alike, _) => Why::Sound(text),
        (How::Spelling, _) => Why::Spelling(text),
    }
}

fn meant(phrase: &Phrase, fit: &Fit) -> String {
    phrase.chars[fit.span.clone()].iter().collect()
}

fn mark(marks: &mut [bool], run: &Run, name: &Phrase, in_name: Option<&Fit>) {
    if let Some(fit) = in_name {
        marks[fit.span.clone()].fill(true);
        return;
    }
    let found = pieces(run, name);
    for (bit, pair) in run.chars.windows(2).enumerate() {
        if found >> bit & 1 == 0 {
            continue;
        }
        for (start, here) in name.chars.windows(2).enumerate() {
            if here == pair {
                marks[start..start + 2].fill(true);
            }
        }
    }
}

fn ranges(marks: &[bool], name: &Normal) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut position = 0;
    for stretch in marks.chunk_by(|one, other| one == other) {
        let end = position + stretch.len();
        if stretch[0] {
            ranges.push(name.bytes(position..end));
        }
        position = end;
    }
    ranges
}
