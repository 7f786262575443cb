//! How the policy is read, as the register says it.

use app::backend::{ReadingChoice, RegisteredReading};
use policy::READINGS;

use crate::register::Register;

pub(crate) fn readings(register: &Register) -> Vec<RegisteredReading> {
    READINGS
        .iter()
        .map(|reading| RegisteredReading {
            id: reading.id,
            clause: reading.clause,
            choices: register
                .choices(reading)
                .into_iter()
                .map(|(amendment, row)| ReadingChoice {
                    chosen: amendment.chosen,
                    since: amendment.since,
                    why: row.map(|row| row.why.clone()),
                    source: row.and_then(|row| row.source.clone()),
                })
                .collect(),
        })
        .collect()
}
