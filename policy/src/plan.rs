//! A plan: which subsidised training in which year, for a goal, if today's policy and catalogue continue.
//!
//! The plan searches over the engine's own decisions. Occupations that somebody never touched differ for the rules in
//! nothing but their names, so that the search first finds every *shape* of a life of training with stand-ins for such
//! occupations, and then gives the stand-ins the occupations that pay most: no rule is told twice, and the best is found.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use crate::calendar::months_after;
use crate::outlook::Training;
use crate::readings::COUNTED;
use crate::{
    CatalogueEntry, Certificate, FactSet, Facts, Fen, Level, Listing, Money, OccupationCode,
    Outlook, Programme, State,
};

/// So many shapes are looked at; a life under the built-in register has far fewer.
const MOST_SHAPES: usize = 20_000;

/// What somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// An occupation at a level, as soon as may be.
    Skill(Certificate),
    /// The most money in subsidies.
    MostSubsidised,
}

/// A training in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedTraining {
    /// Under which programme.
    pub programme: Programme,
    /// In what.
    pub skill: Certificate,
    /// The first day on which it can start.
    pub from: NaiveDate,
    /// The last day, where it starts on the first and takes as long as usual.
    pub until: NaiveDate,
    /// What is paid once certified.
    pub money: Money,
}

/// A way to a goal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Plan {
    /// In the order of time.
    pub trainings: Vec<PlannedTraining>,
    /// What is paid in all, as far as it is published.
    pub total: Fen,
    /// Facts that were not told, and that could close a training of the plan.
    pub conditional_on: FactSet,
}

/// The best plan and the next best one that differs in what is learned.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Plans {
    /// The best; `None` where nothing leads to the goal.
    pub best: Option<Plan>,
    /// The runner-up.
    pub runner_up: Option<Plan>,
}

/// Returns the best plan for the goal among the trainings that can start within so many years, and its runner-up.
///
/// For a skill, the best is the one that is over first, then with the fewest trainings, then with the most money. For
/// money, the best is the one with the most, then with the fewest trainings, then the one that is over first. What is
/// equal in all this is told apart by codes, so that the same question has the same answer. Only the counted programmes
/// are planned: those that a person's own entitlement pays for.
#[must_use]
pub fn plan(facts: &Facts, goal: Goal, outlook: &Outlook<'_>, years: u32) -> Plans {
    let mut search = Search::new(facts, goal, outlook, years);
    search.go_on(facts, outlook.on(), &mut Vec::new());
    search.podium.into_plans(facts, outlook)
}

/// Who is trained for: an occupation by its own name, or a stand-in for one that was never touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Role {
    Named(OccupationCode),
    StandIn(usize),
}

impl Role {
    const fn name(self) -> Option<OccupationCode> {
        match self {
            Self::Named(occupation) => Some(occupation),
            Self::StandIn(_) => None,
        }
    }
}

/// One training of a shape.
#[derive(Clone, Copy, Debug)]
struct Stage {
    programme: Programme,
    role: Role,
    level: Level,
    from: NaiveDate,
    until: NaiveDate,
}

/// A shape with an occupation for every role.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Candidate {
    stages: Vec<(Programme, Certificate, NaiveDate, NaiveDate)>,
    total: i64,
}

struct Search<'a> {
    goal: Goal,
    outlook: &'a Outlook<'a>,
    tariff: Tariff<'a>,
    programmes: Vec<Programme>,
    /// Occupations of the catalogue that the person's facts name.
    named: Vec<OccupationCode>,
    /// Occupations of the catalogue that they don't.
    untouched: Vec<OccupationCode>,
    last_start: NaiveDate,
    /// Where somebody stood already, and the earliest day on which they did.
    stood: HashMap<Standing, NaiveDate>,
    looked_at: usize,
    podium: Podium,
}

/// What was taken in which calendar year, occupation by occupation: as much as the rules see of a history. Stand-ins
/// bear no name here, for which of them is which makes no difference.
type Standing = Vec<(Option<OccupationCode>, Vec<Taken>)>;

/// A training in its calendar year.
type Taken = (Programme, Level, i32);

impl<'a> Search<'a> {
    fn new(facts: &Facts, goal: Goal, outlook: &'a Outlook<'a>, years: u32) -> Self {
        let mut occupations: Vec<_> = outlook
            .offers()
            .iter()
            .map(|offer| offer.occupation)
            .collect();
        occupations.dedup();
        let (named, untouched) = match goal {
            // another occupation leads nowhere near
            Goal::Skill(skill) => {
                occupations.retain(|occupation| *occupation == skill.occupation);
                (occupations, Vec::new())
            }
            Goal::MostSubsidised => occupations
                .into_iter()
                .partition(|occupation| is_touched(facts, *occupation)),
        };
        let end = months_after(outlook.on(), 12 * years);
        Self {
            goal,
            outlook,
            tariff: Tariff::new(outlook, untouched.clone()),
            programmes: COUNTED
                .iter()
                .filter(|programme| may_serve(facts, *programme))
                .collect(),
            named,
            untouched,
            last_start: end.pred_opt().unwrap_or(end),
            stood: HashMap::new(),
            looked_at: 0,
            podium: Podium::new(goal),
        }
    }

    /// Looks at every shape that begins like this one.
    fn go_on(&mut self, facts: &Facts, day: NaiveDate, shape: &mut Vec<Stage>) {
        let stand_ins = shape.iter().filter_map(|stage| match stage.role {
            Role::StandIn(number) => Some(number + 1),
            Role::Named(_) => None,
        });
        // the stand-ins in use, and one more
        let next = stand_ins
            .max()
            .unwrap_or(0)
            .min(self.untouched.len().saturating_sub(1));
        let stand_ins = if self.untouched.is_empty() {
            0
        } else {
            next + 1
        };
        let roles: Vec<Role> = (self.named.iter().copied().map(Role::Named))
            .chain((0..stand_ins).map(Role::StandIn))
            .collect();
        for programme in self.programmes.clone() {
            if self.outlook.is_over(facts, programme, day) {
                continue;
            }
            for role in &roles {
                for level in Level::ALL {
                    if self.looked_at >= MOST_SHAPES {
                        return;
                    }
                    self.try_training(facts, day, shape, (programme, *role, level));
                }
            }
        }
    }

    fn try_training(
        &mut self,
        facts: &Facts,
        day: NaiveDate,
        shape: &mut Vec<Stage>,
        (programme, role, level): (Programme, Role, Level),
    ) {
        let occupation = match role {
            Role::Named(occupation) => occupation,
            Role::StandIn(number) => self.untouched[number],
        };
        let skill = Certificate { occupation, level };
        let listing = match role {
            Role::Named(_) => self.outlook.listing(skill),
            Role::StandIn(_) => Listing::Listed(CatalogueEntry {
                subsidised: true,
                ..CatalogueEntry::default()
            }),
        };
        let days = (day, self.last_start);
        let Some(training) =
            self.outlook
                .first_open(facts, (programme, Some(skill)), listing, days)
        else {
            return;
        };
        let from = training.course.start;
        let until = training.course.end.unwrap_or(from);
        shape.push(Stage {
            programme,
            role,
            level,
            from,
            until,
        });
        self.looked_at += 1;
        let arrived = self.goal == Goal::Skill(skill);
        if arrived || self.goal == Goal::MostSubsidised {
            self.cast(shape);
        }
        let later = until.succ_opt().unwrap_or(until);
        if !arrived && self.is_new(shape, later) {
            self.go_on(
                &facts.after(&training.course, State::Certified),
                later,
                shape,
            );
        }
        shape.pop();
    }

    /// Says whether nobody stood here as early; who comes later with the same in hand has no more before them.
    fn is_new(&mut self, shape: &[Stage], day: NaiveDate) -> bool {
        let mut by_role: Vec<(Role, Vec<Taken>)> = Vec::new();
        for stage in shape {
            let taken = (stage.programme, stage.level, stage.from.year());
            match by_role.iter_mut().find(|(role, _)| *role == stage.role) {
                Some((_, all)) => all.push(taken),
                None => by_role.push((stage.role, vec![taken])),
            }
        }
        let nameless = by_role.into_iter().map(|(role, mut taken)| {
            taken.sort_unstable();
            (role.name(), taken)
        });
        let mut standing: Standing = nameless.collect();
        standing.sort_unstable();
        match self.stood.entry(standing) {
            Entry::Occupied(earlier) if *earlier.get() <= day => false,
            Entry::Occupied(mut later) => {
                later.insert(day);
                true
            }
            Entry::Vacant(place) => {
                place.insert(day);
                true
            }
        }
    }

    /// Gives every stand-in of the shape an occupation, in the ways that may be the best or the runner-up.
    fn cast(&mut self, shape: &[Stage]) {
        let mut parts: Vec<Part> = Vec::new();
        let mut named = 0;
        for stage in shape {
            match stage.role {
                Role::StandIn(number) => {
                    parts.resize_with(parts.len().max(number + 1), Part::new);
                    parts[number].push((stage.programme, stage.level, stage.from));
                }
                Role::Named(occupation) => {
                    let skill = Certificate {
                        occupation,
                        level: stage.level,
                    };
                    named += self
                        .tariff
                        .amount(stage.programme, skill, stage.from)
                        .unwrap_or_default();
                }
            }
        }
        // With n parts, the best cast and the second best give each part one of its n + 1 best occupations.
        let most = parts.len() + 1;
        let choices: Vec<Vec<(i64, OccupationCode)>> = parts
            .into_iter()
            .map(|part| self.tariff.best_for(part, most))
            .collect();
        let at_best = choices
            .iter()
            .filter_map(|choice| choice.first())
            .map(|(amount, _)| amount);
        if self.goal == Goal::MostSubsidised && self.podium.is_beyond(named + at_best.sum::<i64>())
        {
            return;
        }
        self.cast_on(
            shape,
            &choices,
            named,
            &mut Vec::with_capacity(choices.len()),
        );
    }

    fn cast_on(
        &mut self,
        shape: &[Stage],
        choices: &[Vec<(i64, OccupationCode)>],
        total: i64,
        cast: &mut Vec<OccupationCode>,
    ) {
        let Some(next) = choices.get(cast.len()) else {
            self.podium.consider(Candidate::of(shape, cast, total));
            return;
        };
        for (amount, occupation) in next {
            if !cast.contains(occupation) {
                cast.push(*occupation);
                self.cast_on(shape, choices, total + amount, cast);
                cast.pop();
            }
        }
    }
}

/// A training of a part, and the day on which it begins.
type Begun = (Programme, Level, NaiveDate);

/// What is taken in one occupation.
type Part = Vec<Begun>;

/// What trainings pay, looked up once each.
struct Tariff<'a> {
    outlook: &'a Outlook<'a>,
    untouched: Vec<OccupationCode>,
    /// What a training pays in each untouched occupation.
    columns: HashMap<Begun, Rc<[Option<i64>]>>,
    best: HashMap<Part, Vec<(i64, OccupationCode)>>,
}

impl<'a> Tariff<'a> {
    fn new(outlook: &'a Outlook<'a>, untouched: Vec<OccupationCode>) -> Self {
        Self {
            outlook,
            untouched,
            columns: HashMap::new(),
            best: HashMap::new(),
        }
    }

    /// Returns the untouched occupations that pay most for all of a part together, with what they pay.
    fn best_for(&mut self, mut part: Part, most: usize) -> Vec<(i64, OccupationCode)> {
        // the day matters only where the register changes meanwhile
        for (.., from) in &mut part {
            *from = self.outlook.readings_since(*from);
        }
        part.sort_unstable();
        if !self.best.contains_key(&part) {
            let columns: Vec<_> = part.iter().map(|begun| self.column(*begun)).collect();
            let untouched = self.untouched.iter().enumerate();
            let paid = untouched.filter_map(|(place, occupation)| {
                let amounts = columns.iter().map(|column| column[place]);
                Some((amounts.sum::<Option<i64>>()?, *occupation))
            });
            let mut paid: Vec<_> = paid.collect();
            paid.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
            self.best.insert(part.clone(), paid);
        }
        let best = &self.best[&part];
        best[..best.len().min(most)].to_vec()
    }

    /// Returns what a training pays in each untouched occupation.
    fn column(&mut self, begun: Begun) -> Rc<[Option<i64>]> {
        if let Some(column) = self.columns.get(&begun) {
            return Rc::clone(column);
        }
        let (programme, level, from) = begun;
        let amounts = self.untouched.iter().map(|occupation| {
            let skill = Certificate {
                occupation: *occupation,
                level,
            };
            self.amount(programme, skill, from)
        });
        let column: Rc<[_]> = amounts.collect();
        self.columns.insert(begun, Rc::clone(&column));
        column
    }

    /// Returns what a training pays; `None` where the catalogue does not subsidise it.
    fn amount(&self, programme: Programme, skill: Certificate, from: NaiveDate) -> Option<i64> {
        match self.outlook.listing(skill) {
            Listing::Listed(entry) if entry.subsidised => {
                let listing = Listing::Listed(entry);
                Some(sum(&self.outlook.money(programme, listing, from)))
            }
            _ => None,
        }
    }
}

impl Candidate {
    fn of(shape: &[Stage], cast: &[OccupationCode], total: i64) -> Self {
        let stages = shape.iter().map(|stage| {
            let occupation = match stage.role {
                Role::Named(occupation) => occupation,
                Role::StandIn(number) => cast[number],
            };
            let skill = Certificate {
                occupation,
                level: stage.level,
            };
            (stage.programme, skill, stage.from, stage.until)
        });
        Self {
            stages: stages.collect(),
            total,
        }
    }

    fn end(&self) -> Option<NaiveDate> {
        self.stages.iter().map(|(.., until)| *until).max()
    }

    fn learned(&self) -> Vec<(Programme, OccupationCode, u8)> {
        let mut learned: Vec<_> = self
            .stages
            .iter()
            .map(|(programme, skill, ..)| (*programme, skill.occupation, skill.level.number()))
            .collect();
        learned.sort_unstable();
        learned
    }

    /// Orders candidates from the better to the worse.
    fn rank(&self, other: &Self, goal: Goal) -> Ordering {
        let money = || other.total.cmp(&self.total);
        let count = || self.stages.len().cmp(&other.stages.len());
        let end = || self.end().cmp(&other.end());
        let order = match goal {
            Goal::Skill(_) => end().then_with(count).then_with(money),
            Goal::MostSubsidised => money().then_with(count).then_with(end),
        };
        let codes = |candidate: &Self| -> Vec<_> {
            candidate
                .stages
                .iter()
                .map(|(programme, skill, from, _)| {
                    (*from, *programme, skill.occupation, skill.level.number())
                })
                .collect()
        };
        order.then_with(|| codes(self).cmp(&codes(other)))
    }
}

/// The best two candidates that differ in what is learned.
struct Podium {
    goal: Goal,
    best: Option<Candidate>,
    runner_up: Option<Candidate>,
}

impl Podium {
    const fn new(goal: Goal) -> Self {
        Self {
            goal,
            best: None,
            runner_up: None,
        }
    }

    /// Says whether both places are taken by whoever is paid more.
    fn is_beyond(&self, total: i64) -> bool {
        self.runner_up
            .as_ref()
            .is_some_and(|standing| standing.total > total)
    }

    fn consider(&mut self, candidate: Candidate) {
        let goal = self.goal;
        let beats = |standing: &Option<Candidate>| {
            standing
                .as_ref()
                .is_none_or(|standing| candidate.rank(standing, goal) == Ordering::Less)
        };
        let is_like = |standing: &Option<Candidate>| {
            standing
                .as_ref()
                .is_some_and(|standing| standing.learned() == candidate.learned())
        };
        if beats(&self.best) {
            if !is_like(&self.best) {
                self.runner_up = self.best.take();
            }
            self.best = Some(candidate);
        } else if beats(&self.runner_up) && !is_like(&self.best) {
            self.runner_up = Some(candidate);
        }
    }

    fn into_plans(self, facts: &Facts, outlook: &Outlook<'_>) -> Plans {
        let told = |candidate: Candidate| told(&candidate, facts, outlook);
        Plans {
            best: self.best.map(told),
            runner_up: self.runner_up.map(told),
        }
    }
}

/// Asks the engine once more, training by training, and keeps its own answers.
fn told(candidate: &Candidate, facts: &Facts, outlook: &Outlook<'_>) -> Plan {
    let mut facts = facts.clone();
    let mut plan = Plan::default();
    for (programme, skill, from, until) in &candidate.stages {
        let asked = (*programme, Some(*skill));
        let opened = outlook.first_open(&facts, asked, outlook.listing(*skill), (*from, *from));
        let Training { course, assessed } =
            opened.expect("what a stand-in may take, every untouched occupation may");
        facts = facts.after(&course, State::Certified);
        plan.total.0 += sum(&assessed.money);
        plan.conditional_on = plan.conditional_on.union(assessed.findings.missing());
        plan.trainings.push(PlannedTraining {
            programme: *programme,
            skill: *skill,
            from: *from,
            until: *until,
            money: assessed.money,
        });
    }
    plan
}

fn sum(money: &Money) -> i64 {
    [money.training, money.appraisal, money.practice]
        .into_iter()
        .flatten()
        .map(|fen| fen.0)
        .sum()
}

fn is_touched(facts: &Facts, occupation: OccupationCode) -> bool {
    let taken = facts
        .history
        .iter()
        .flatten()
        .filter_map(|entry| entry.occupation);
    let held = facts
        .person
        .certificates
        .iter()
        .flatten()
        .map(|certificate| certificate.occupation);
    taken.chain(held).any(|touched| touched == occupation)
}

/// Says whether the programme could serve the person at all: no waiting changes a group.
fn may_serve(facts: &Facts, programme: Programme) -> bool {
    let claimed = facts.person.groups;
    claimed.is_none_or(|claimed| !claimed.shared_with(programme.groups()).is_empty())
}
