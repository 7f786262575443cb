//! The city's training policy (`大政发[2011]44号`) as pure rules: who may take what, which clause says so, how much is
//! paid and through which office.
//!
//! [`assess`] answers for one person on one day. It reads no clock, no file and no network: facts, published things and
//! the day are its arguments. A fact may be unknown; a rule is then unknown only where that fact could change it.
//! Sentences are written elsewhere, from the keys and typed arguments that a [`Finding`] carries.

mod assessment;
pub mod calendar;
mod coded;
mod course;
mod district;
mod employment;
mod fact;
mod facts;
mod finding;
mod grounds;
mod group;
mod history;
mod impossible;
mod left;
mod level;
mod money;
mod occupation;
mod office;
mod order;
mod outcome;
mod outlook;
mod parameters;
mod plan;
mod programme;
mod programmes;
mod published;
mod reading_id;
mod readings;
mod remedy;
mod resident_id;
mod rule;
mod rules;
mod schooling;
mod skill;
mod steps;
mod text;
mod what_if;

pub use assessment::{
    Assessment, CourseAssessment, ProgrammeAssessment, Upgrade, assess, assess_course,
};
pub use coded::Coded;
pub use course::{Course, Internship};
pub use district::{District, InvalidDistrict};
pub use employment::{Employment, InvalidPercent, Percent};
pub use fact::{Fact, FactSet};
pub use facts::{Facts, Person, Sex};
pub use finding::{Argument, Detail, Finding, Findings};
pub use grounds::Grounds;
pub use group::{Group, Groups};
pub use history::{Certificate, HistoryEntry, State};
pub use impossible::{Impossibility, Impossible, MOST_ENTRIES};
pub use level::{InvalidLevel, Level};
pub use money::{Fen, Money, Note, Payee};
pub use occupation::{InvalidOccupationCode, OccupationCode};
pub use office::Office;
pub use outcome::{Outcome, Verdict};
pub use outlook::{Offer, Outlook};
pub use plan::{Goal, Plan, PlannedTraining, Plans, plan};
pub use programme::{Programme, Programmes, UnknownProgramme};
pub use published::{BaseKind, CatalogueEntry, Designation, Listing, Published, Subject};
pub use reading_id::ReadingId;
pub use readings::{Amendment, COUNTED, Chosen, READINGS, Reading, Readings, UnfitAmendment};
pub use remedy::{Another, Remedy};
pub use resident_id::{InvalidResidentId, ResidentId};
pub use rule::{Clause, RuleId};
pub use schooling::{LeftSchool, Stage};
pub use steps::{Step, Way, steps};
pub use what_if::{WhatIf, what_if};
