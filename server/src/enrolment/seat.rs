//! Giving a seat: the seat, the enrolment and its record, in a transaction that holds the course and the person.

use std::collections::BTreeMap;

use chrono::Datelike;
use policy::State;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Case, Receipt, Ruling};
use crate::db::enrolment::Enrolment;
use crate::db::waiting::WaitingState;
use crate::db::{Result, Transaction};
use crate::ledger::{Decision, EntryKind};
use crate::reference::Reference;

/// Gives a seat of the case's course to its person, who then waits no longer; nothing where none is left.
pub(super) async fn give(
    transaction: &mut Transaction,
    case: &Case,
    ruling: Ruling,
    kind: EntryKind,
) -> Result<Option<Receipt>> {
    let course = &case.course;
    let Some(taken) = transaction.take_seat(&course.id).await? else {
        return Ok(None);
    };
    let position = transaction.lock_ledger().await?.position + 1;
    let year = u32::try_from(case.now.date().year()).expect("the portal runs after year 0");
    let reference = Reference::at(
        u64::try_from(position).expect("positions count from 1"),
        year,
    );
    let enrolment = Enrolment {
        id: Uuid::now_v7(),
        reference: reference.to_string(),
        person: case.person.id,
        course: course.id.clone(),
        programme: course.programme,
        occupation: course.occupation.clone(),
        level: course.level,
        starts_on: course.starts_on,
        ends_on: course.ends_on,
        state: State::Reserved,
        created_at: case.now,
        cancelled_at: None,
        policy: ruling.policy,
        assessment: ruling.assessment.to_string(),
    };
    transaction.add_enrolment(&enrolment).await?;
    transaction
        .end_waiting((case.person.id, &course.id), WaitingState::Seated, case.now)
        .await?;
    let body = BTreeMap::from([
        ("assessment_sha256", digest(&enrolment.assessment).into()),
        ("policy", enrolment.policy.clone().into()),
        ("programme", enrolment.programme.code().into()),
        ("reference", enrolment.reference.clone().into()),
        ("seats_taken", taken.into()),
        ("starts_on", enrolment.starts_on.to_string().into()),
    ]);
    let entry = transaction
        .record(record_of(kind, &enrolment, body), case.now)
        .await?;
    Ok(Some(Receipt {
        enrolment: enrolment.id,
        reference: enrolment.reference,
        course: enrolment.course,
        enrolled_at: enrolment.created_at,
        ledger_position: entry.content.position,
        ledger_hash: entry.hash.to_string(),
    }))
}

/// Returns the record of what became of an enrolment; a promotion is the portal's own doing.
pub(super) fn record_of(
    kind: EntryKind,
    enrolment: &Enrolment,
    body: BTreeMap<&'static str, Value>,
) -> Decision {
    Decision {
        kind,
        actor: (kind != EntryKind::Promoted).then_some(enrolment.person),
        person: Some(enrolment.person),
        course: Some(enrolment.course.clone()),
        enrolment: Some(enrolment.id),
        body,
    }
}

/// Returns the SHA-256 hash of a text, in hexadecimal.
pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
