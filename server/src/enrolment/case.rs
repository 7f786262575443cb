//! What a decision about an enrolment is made from, as the deciding transaction sees it.

use policy::{BaseKind, HistoryEntry};

use crate::clock::Moment;
use crate::db::catalogue::Standing;
use crate::db::course::Course;
use crate::db::person::Person;
use crate::db::{Result, Transaction};
use crate::register::Register;

/// One person, one course, and everything published about it; nothing in it can change before the decision is stored.
#[derive(Clone, Debug)]
pub struct Case {
    /// The course, its row locked.
    pub course: Course,
    /// The person, their row locked.
    pub person: Person,
    /// All that the person has taken or reserved.
    pub history: Vec<HistoryEntry>,
    /// Where the course's occupation and level stand in the catalogue on its first day.
    pub standing: Standing,
    /// Every designation of the course's institution; `None` where a base holds it.
    pub designations: Option<Vec<policy::Designation>>,
    /// The kind of the course's base; `None` where an institution holds it.
    pub base: Option<BaseKind>,
    /// How the policy is read.
    pub register: Register,
    /// When the request arrived.
    pub now: Moment,
}

impl Case {
    /// Gathers what concerns this person and this course.
    pub(super) async fn of(
        transaction: &mut Transaction,
        course: Course,
        person: Person,
        now: Moment,
    ) -> Result<Self> {
        let history = transaction.history_of(person.id).await?;
        let standing = match (&course.occupation, course.level) {
            (Some(occupation), Some(level)) => {
                transaction
                    .listing(occupation, level, course.starts_on)
                    .await?
            }
            _ => Standing::default(),
        };
        let designations = match &course.institution {
            Some(institution) => {
                let designations = transaction.designations_of(institution).await?;
                let designated: Result<Vec<_>> = designations
                    .iter()
                    .map(|designation| designation.as_designated())
                    .collect();
                Some(designated?)
            }
            None => None,
        };
        let base = match &course.base {
            Some(base) => transaction.base(base).await?.map(|base| base.kind),
            None => None,
        };
        let register = Register::within(transaction).await?;
        Ok(Self {
            course,
            person,
            history,
            standing,
            designations,
            base,
            register,
            now,
        })
    }
}
