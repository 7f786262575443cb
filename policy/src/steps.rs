//! "How do I qualify for this?": the smallest set of steps after which a course is open to somebody.
//!
//! No rule is told twice: each step is the remedy of a finding, and the engine itself says when nothing more is needed.

use std::collections::VecDeque;

use chrono::NaiveDate;

use crate::calendar::months_after;
use crate::outlook::held_rightly;
use crate::readings::COUNTED;
use crate::{
    Another, BaseKind, Certificate, Course, CourseAssessment, Detail, Fact, FactSet, Facts,
    Finding, Group, Groups, Internship, Level, Listing, Outcome, Outlook, Percent, Programme,
    Programmes, Published, Remedy, RuleId, State, assess_course,
};

/// Longer ways exist for nobody: five trainings lead to the highest level, and each waits for a year.
const MOST_STEPS: usize = 16;
/// Nobody plans further.
const MOST_MONTHS: u32 = 20 * 12;

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Tell what is not known: the other steps hold if the answers are favourable.
    Tell {
        /// The facts that could still close the course.
        facts: FactSet,
    },
    /// Belong to this group, truly: by registering, by being employed.
    Belong {
        /// The group.
        group: Group,
    },
    /// Take a course of the kind that starts on this day or later.
    StartFrom {
        /// The day.
        day: NaiveDate,
    },
    /// Put these right.
    PutRight {
        /// What is wrong today.
        facts: FactSet,
    },
    /// Take a subsidised training first and obtain its certificate.
    Train {
        /// Under which programme.
        programme: Programme,
        /// In what; `None` for a programme that names no occupation.
        skill: Option<Certificate>,
        /// The first day on which such a training is open.
        from: NaiveDate,
    },
    /// Obtain a certificate in whatever way, at one's own cost.
    Certify {
        /// The certificate.
        certificate: Certificate,
    },
    /// Take the same training in another course.
    Choose {
        /// In what it must differ.
        another: Another,
    },
}

/// How a course can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By these steps, in this order; none where it is open already.
    Steps(Vec<Step>),
    /// By none: this rule stays broken whatever is done.
    Closed(RuleId),
}

/// Returns the smallest set of steps after which the course, or one like it, is open.
///
/// "One like it" is in the same programme, occupation and level. Steps that take time come with the first day on which
/// today's policy allows them.
#[must_use]
pub fn steps(
    facts: &Facts,
    course: &Course,
    published: &Published<'_>,
    outlook: &Outlook<'_>,
) -> Way {
    let start = Place {
        facts: facts.clone(),
        course: course.clone(),
        is_elsewhere: false,
        day: outlook.on(),
        steps: Vec::new(),
        moves: 0,
    };
    let mut stuck = None;
    let mut places = VecDeque::from([start]);
    // Breadth first: the first place that is open was reached by the fewest steps.
    while let Some(place) = places.pop_front() {
        let assessed = place.assessed(published);
        let failing = assessed
            .findings
            .iter()
            .find(|finding| finding.outcome == Outcome::Fail);
        let Some(failing) = failing else {
            return Way::Steps(place.told(assessed.findings.missing()));
        };
        // Every failing rule must be mended sooner or later, so that the first one is enough to go on with.
        let onward = if place.moves < MOST_STEPS {
            place.after(failing, outlook)
        } else {
            Vec::new()
        };
        if onward.is_empty() {
            stuck.get_or_insert(failing.rule);
        }
        places.extend(onward);
    }
    Way::Closed(stuck.expect("a search without a way out ends somewhere"))
}

/// Where somebody stands after some steps.
#[derive(Clone)]
struct Place {
    facts: Facts,
    course: Course,
    /// Another institution or base holds the course: one of the right kind, for all its days.
    is_elsewhere: bool,
    /// The day on which the next training can start.
    day: NaiveDate,
    steps: Vec<Step>,
    /// How often something was done: moving the course again is a move, but still one step.
    moves: usize,
}

impl Place {
    fn assessed(&self, published: &Published<'_>) -> CourseAssessment {
        if !self.is_elsewhere {
            return assess_course(&self.facts, &self.course, published);
        }
        let designations = held_rightly(&self.course);
        let published = Published {
            designations: Some(&designations),
            base: Some(BaseKind::Public),
            ..*published
        };
        assess_course(&self.facts, &self.course, &published)
    }

    /// Returns every place to which the remedy of a broken rule leads.
    fn after(&self, failing: &Finding, outlook: &Outlook<'_>) -> Vec<Self> {
        match failing.remedy {
            Remedy::None if failing.rule == RuleId::Group => self.belonging(),
            Remedy::None | Remedy::Provide { .. } => Vec::new(),
            Remedy::Wait { until } => vec![self.starting(until)],
            Remedy::PutRight { facts } => vec![self.put_right(facts)],
            Remedy::Reach { certificate } => self.reaching(certificate, failing.rule, outlook),
            Remedy::TakeFirst { programme } => self.prepared(programme, outlook),
            Remedy::Choose { another } => {
                self.choosing(another, failing.detail).into_iter().collect()
            }
        }
    }

    fn with(mut self, step: Step) -> Self {
        self.steps.push(step);
        self.moves += 1;
        self
    }

    fn told(self, missing: FactSet) -> Vec<Step> {
        let tell = (!missing.is_empty()).then_some(Step::Tell { facts: missing });
        tell.into_iter().chain(self.steps).collect()
    }

    // Whoever is a student will be a graduate; everybody can register or be employed. Nobody can be told to have served.
    fn belonging(&self) -> Vec<Self> {
        let claimed = self.facts.person.groups.unwrap_or_default();
        let new = self
            .course
            .programme
            .groups()
            .iter()
            .filter(|group| !claimed.contains(*group));
        let within_reach = new.filter(|group| match group {
            Group::RegisteredUnemployed | Group::NewRecruit => true,
            Group::Graduate => claimed.contains(Group::Student),
            _ => false,
        });
        within_reach
            .map(|group| {
                let mut place = self.clone();
                place.facts.person.groups = Some(claimed.iter().chain([group]).collect::<Groups>());
                place.with(Step::Belong { group })
            })
            .collect()
    }

    fn starting(&self, day: NaiveDate) -> Self {
        let mut place = self.clone();
        let later = day - place.course.start;
        place.course.end = place
            .course
            .end
            .and_then(|end| end.checked_add_signed(later));
        place.course.start = day;
        // one step a day is enough: a later one replaces it
        place
            .steps
            .retain(|step| !matches!(step, Step::StartFrom { .. }));
        place.with(Step::StartFrom { day })
    }

    fn put_right(&self, facts: FactSet) -> Self {
        let mut place = self.clone();
        for fact in facts.iter() {
            put_right(&mut place.facts, fact);
        }
        place.with(Step::PutRight { facts })
    }

    // A promotion builds on a level 5 that was taken here; any other step may be certified in whatever way.
    fn reaching(&self, certificate: Certificate, rule: RuleId, outlook: &Outlook<'_>) -> Vec<Self> {
        let certify = |facts| {
            let mut place = self.clone();
            place.facts = facts;
            place.with(Step::Certify { certificate })
        };
        let begins = rule == RuleId::UpgradeBase;
        // what is under way need not be begun anew
        let by = if begins { COUNTED } else { Programmes::ALL };
        if let Some(facts) = self.facts.finishing(certificate, by) {
            return vec![certify(facts)];
        }
        let trained = self.trained(Programme::EmploymentSkills, Some(certificate), outlook);
        let certified = (!begins).then(|| certify(self.facts.holding(certificate)));
        trained.into_iter().chain(certified).collect()
    }

    // Labour preparation is in an occupation as well: in any at its first level. Instead of it, another group may fit.
    fn prepared(&self, programme: Programme, outlook: &Outlook<'_>) -> Vec<Self> {
        if !programme.names_occupation() {
            return self.trained(programme, None, outlook).into_iter().collect();
        }
        let subsidised = outlook
            .offers()
            .iter()
            .filter(|offer| offer.entry.subsidised && offer.level.is_primary())
            .map(|offer| offer.occupation);
        let aimed_at = self.course.occupation;
        let other = subsidised
            .clone()
            .find(|occupation| Some(*occupation) != aimed_at);
        let same = subsidised
            .clone()
            .find(|occupation| Some(*occupation) == aimed_at);
        let trained = other.or(same).and_then(|occupation| {
            let level = Level::PRIMARY;
            self.trained(programme, Some(Certificate { occupation, level }), outlook)
        });
        trained.into_iter().chain(self.belonging()).collect()
    }

    fn trained(
        &self,
        programme: Programme,
        skill: Option<Certificate>,
        outlook: &Outlook<'_>,
    ) -> Option<Self> {
        let listing = skill.map_or(Listing::NoEdition, |skill| outlook.listing(skill));
        let days = (self.day, months_after(self.day, MOST_MONTHS));
        let training = outlook.first_open(&self.facts, (programme, skill), listing, days)?;
        let mut place = self.clone();
        place.facts = self.facts.after(&training.course, State::Certified);
        let from = training.course.start;
        place.day = training
            .course
            .end
            .and_then(|end| end.succ_opt())
            .unwrap_or(from);
        let place = place.with(Step::Train {
            programme,
            skill,
            from,
        });
        Some(if place.course.start < place.day {
            place.starting(place.day)
        } else {
            place
        })
    }

    fn choosing(&self, another: Another, detail: Detail) -> Option<Self> {
        let mut place = self.clone();
        match (another, detail) {
            (Another::Place, _) => place.is_elsewhere = true,
            (Another::Internship, _) => place.course.internship = Some(Internship::None),
            (Another::Length, Detail::AtLeast { least, .. }) => {
                place.course.semesters = place.course.semesters.max(Some(least));
                place.course.class_hours = place.course.class_hours.max(Some(least));
            }
            (Another::Start, Detail::Span { from, until }) => {
                let day = from.max(self.day);
                return (day <= until && day != self.course.start).then(|| self.starting(day));
            }
            // another occupation or level would be another course
            _ => return None,
        }
        Some(place.with(Step::Choose { another }))
    }
}

/// Makes true what somebody can make true.
fn put_right(facts: &mut Facts, fact: Fact) {
    let employment = facts.person.employment.get_or_insert_default();
    match fact {
        Fact::ContractMonths => employment.contract_open_ended = Some(true),
        Fact::Filed => employment.filed = Some(true),
        Fact::Insured => employment.insured = Some(true),
        Fact::FundDrawn => employment.fund_drawn = Some(true),
        Fact::FundFrontLine => employment.fund_front_line_percent = Some(Percent::WHOLE),
        Fact::FundDisclosed => employment.fund_disclosed = Some(true),
        Fact::BusinessPlan => facts.person.business_plan_passed = Some(true),
        _ => {}
    }
}
