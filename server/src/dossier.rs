//! What the portal knows about a person, opened for the policy's rules and for nothing else.

use policy::{Facts, HistoryEntry, Person, ResidentId};

use crate::db::person::Person as Stored;
use crate::db::{Error, Result};
use crate::seal::{Keys, Purpose};

/// Returns the facts that a person gave, with the history that the portal keeps.
///
/// Birth and sex follow from the resident ID; where none was given they stay unknown.
///
/// # Errors
/// If something does not open under these keys, or is not what was sealed.
pub fn facts_of(keys: &Keys, stored: &Stored, history: Vec<HistoryEntry>) -> Result<Facts> {
    let damaged = |part: &str| Error::Damaged(format!("{part} of person {}", stored.id));
    let mut person = match &stored.facts_sealed {
        Some(sealed) => {
            let told = keys
                .open(Purpose::Facts, sealed)
                .map_err(|_| damaged("facts"))?;
            serde_json::from_slice(&told).map_err(|_| damaged("facts"))?
        }
        None => Person::default(),
    };
    if let Some(sealed) = &stored.resident_id_sealed {
        let number = keys
            .open_text(Purpose::ResidentId, sealed)
            .map_err(|_| damaged("resident id"))?;
        let resident_id: ResidentId = number.parse().map_err(|_| damaged("resident id"))?;
        person.birth = Some(resident_id.birth());
        person.sex = Some(resident_id.sex());
    }
    Ok(Facts {
        person,
        history: Some(history),
    })
}
