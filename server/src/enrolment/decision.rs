//! Who decides whether somebody may have a seat: the policy, asked from inside the transaction.

use std::fmt;

pub use app::told::POLICY;
use policy::{CatalogueEntry, Facts, Listing, Published, Verdict, assess_course};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Case;
use crate::db::Result;
use crate::db::catalogue::Standing;
use crate::person;
use crate::register::Version;
use crate::seal::Keys;

/// A decision about one case, with the reasons that are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruling {
    /// Whether the person may have the seat.
    pub is_eligible: bool,
    /// The policy that decided, such as [`POLICY`].
    pub policy: String,
    /// Every rule that was asked, with its outcome and clause, and the [`Basis`]; no facts of the person.
    pub assessment: Value,
}

/// What was published when a decision was made: the same facts give the same decision by it, whatever changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The id of the catalogue edition in force on the course's first day; `None` where none is known or asked.
    pub edition: Option<String>,
    /// What that edition said of the course's occupation and level.
    pub entry: Option<CatalogueEntry>,
    /// How the policy was read.
    pub register: Version,
}

impl Basis {
    fn of(case: &Case) -> Self {
        Self {
            edition: case.standing.edition.clone(),
            entry: match case.standing.listing {
                Listing::Listed(entry) => Some(entry),
                Listing::NoEdition | Listing::NotListed => None,
            },
            register: case.register.version(),
        }
    }

    /// Returns where the course's occupation and level stood.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing {
            edition: self.edition.clone(),
            listing: match (&self.edition, self.entry) {
                (None, _) => Listing::NoEdition,
                (Some(_), None) => Listing::NotListed,
                (Some(_), Some(entry)) => Listing::Listed(entry),
            },
        }
    }
}

/// Decides about enrolments; it must answer at once, for locks are held while it thinks.
pub trait Eligibility: fmt::Debug + Send + Sync {
    /// Returns the decision about a case.
    ///
    /// # Errors
    /// If what is stored about the person can't be read.
    fn decide(&self, case: &Case) -> Result<Ruling>;
}

/// Decides by the city's policy and the facts that the person gave. A missing fact gives no seat: it is asked for.
#[derive(Clone, Debug)]
pub struct ByPolicy {
    /// What opens the person's facts.
    pub keys: Keys,
}

impl Eligibility for ByPolicy {
    fn decide(&self, case: &Case) -> Result<Ruling> {
        let course = case.course.as_asked()?;
        let facts = Facts {
            person: person::known(&self.keys, &case.person, course.occupation)?,
            history: Some(case.history.clone()),
        };
        let published = Published {
            readings: case.register.readings(),
            listing: case.standing.listing,
            designations: case.designations.as_deref(),
            base: case.base,
        };
        let assessment = assess_course(&facts, &course, &published);
        let rules: Vec<Value> = assessment
            .findings
            .iter()
            .map(|finding| json!({"id": finding.rule, "outcome": finding.outcome, "clause": finding.clause()}))
            .collect();
        let money = &assessment.money;
        Ok(Ruling {
            is_eligible: assessment.verdict == Verdict::Open,
            policy: POLICY.to_owned(),
            assessment: json!({
                "on": course.start,
                "programme": assessment.programme,
                "verdict": assessment.verdict,
                "rules": rules,
                "money": {
                    "training": money.training,
                    "appraisal": money.appraisal,
                    "practice": money.practice,
                    "paid_to": money.paid_to,
                },
                "basis": Basis::of(case),
            }),
        })
    }
}
