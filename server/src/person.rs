//! What a signed-in person has told the portal: opened for its owner and the rules, masked for the screen.

mod name;

use std::collections::BTreeMap;
use std::fmt;

use app::backend::PersonId;
use policy::{Certificate, District, Facts, Groups, LeftSchool, Level, OccupationCode, ResidentId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::name::{InvalidName, RealName};
use crate::clock::Moment;
use crate::db::person::{Identified, Person as Stored, SealedIdentity};
use crate::db::{self, Database, Error};
use crate::seal::{Keys, Purpose};
use crate::sign_in::masked_phone;

/// What a person told, apart from what their resident ID states; kept sealed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// The groups that they belong to.
    pub groups: Option<Groups>,
    /// Where they live.
    pub residence: Option<District>,
    /// Where their university is.
    pub university_district: Option<District>,
    /// How their schooling ended.
    pub left_school: Option<LeftSchool>,
    /// Every certificate that they hold; `None` where they told only some.
    pub certificates: Option<Vec<Certificate>>,
    /// What they hold in each occupation that they were asked about; `None` for nothing.
    pub certificates_in: BTreeMap<OccupationCode, Option<Level>>,
}

impl Told {
    /// Reads what a person told.
    ///
    /// # Errors
    /// If what is stored can't be read.
    pub fn of(keys: &Keys, stored: &Stored) -> db::Result<Self> {
        let Some(sealed) = &stored.facts_sealed else {
            return Ok(Self::default());
        };
        let damaged = || Error::Damaged(format!("facts of person {}", stored.id));
        let told = keys.open(Purpose::Facts, sealed).map_err(|_| damaged())?;
        serde_json::from_slice(&told).map_err(|_| damaged())
    }

    /// Returns the certificates as far as they matter to `occupation`; `None` where the person was not asked about it.
    fn certificates(&self, occupation: Option<OccupationCode>) -> Option<Vec<Certificate>> {
        if self.certificates.is_some() {
            return self.certificates.clone();
        }
        self.certificates_in.get(&occupation?)?;
        let held = self
            .certificates_in
            .iter()
            .filter_map(|(occupation, level)| {
                Some(Certificate {
                    occupation: *occupation,
                    level: (*level)?,
                })
            });
        Some(held.collect())
    }
}

// What somebody told is personal data: it is never printed by accident.
impl fmt::Debug for Told {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Told(***)")
    }
}

/// Returns what the rules may know of a person: what they told, and the birth and sex that their resident ID states.
/// `about` is the occupation of the course asked about: certificates are told one occupation at a time.
///
/// # Errors
/// If what is stored can't be opened or read.
pub fn known(
    keys: &Keys,
    stored: &Stored,
    about: Option<OccupationCode>,
) -> db::Result<policy::Person> {
    let told = Told::of(keys, stored)?;
    let mut person = policy::Person {
        certificates: told.certificates(about),
        groups: told.groups,
        residence: told.residence,
        university_district: told.university_district,
        left_school: told.left_school,
        ..policy::Person::default()
    };
    if let Some(sealed) = &stored.resident_id_sealed {
        let id: ResidentId = opened(keys, Purpose::ResidentId, sealed)?
            .parse()
            .map_err(|_| Error::Damaged(format!("resident ID of person {}", stored.id)))?;
        person.birth = Some(id.birth());
        person.sex = Some(id.sex());
    }
    Ok(person)
}

/// Returns everything that the rules may know of a person, with the trainings that the portal knows of.
///
/// # Errors
/// If the database does not answer, or what is stored can't be opened.
pub async fn facts(
    database: &Database,
    keys: &Keys,
    person: PersonId,
    about: Option<OccupationCode>,
) -> db::Result<Facts> {
    let id = Uuid::from_u128(person.0);
    let Some(stored) = database.person(id).await? else {
        return Ok(Facts::default());
    };
    Ok(Facts {
        person: known(keys, &stored, about)?,
        history: Some(database.history_of(id).await?),
    })
}

/// Returns what the portal keeps about a person, masked.
///
/// # Errors
/// If the database does not answer, or what is stored can't be opened.
pub async fn profile(
    database: &Database,
    keys: &Keys,
    person: PersonId,
) -> db::Result<app::backend::Profile> {
    let Some(stored) = database.person(Uuid::from_u128(person.0)).await? else {
        return Ok(app::backend::Profile::default());
    };
    let name = stored
        .name_sealed
        .as_deref()
        .map(|sealed| opened(keys, Purpose::Name, sealed))
        .transpose()?;
    let id = stored
        .resident_id_sealed
        .as_deref()
        .map(|sealed| opened(keys, Purpose::ResidentId, sealed))
        .transpose()?;
    Ok(app::backend::Profile {
        masked_phone: masked_phone(keys, &stored.phone_sealed)?,
        masked_name: name.map(|name| name::mask(&name)),
        masked_resident_id: id.map(|id| mask_id(&id)),
        facts: Facts {
            person: known(keys, &stored, None)?,
            history: None,
        },
    })
}

/// Seals a real name and resident ID.
#[must_use]
pub fn sealed(keys: &Keys, name: &RealName, id: &ResidentId) -> SealedIdentity {
    SealedIdentity {
        name_sealed: keys.seal(Purpose::Name, name.expose().as_bytes()),
        resident_id_hmac: keys.look_up(Purpose::ResidentId, id.expose()).to_vec(),
        resident_id_sealed: keys.seal(Purpose::ResidentId, id.expose().as_bytes()),
    }
}

/// Stores who a person is, where that is told now, and changes what else they told; nothing of it where their
/// resident ID belongs to somebody else.
///
/// # Errors
/// If the database refuses.
pub async fn tell(
    database: &Database,
    keys: &Keys,
    person: PersonId,
    identity: Option<SealedIdentity>,
    change: impl FnOnce(&mut Told) + Send + 'static,
    now: Moment,
) -> db::Result<Identified> {
    let (id, keys) = (Uuid::from_u128(person.0), keys.clone());
    database
        .write(move |transaction| {
            Box::pin(async move {
                let Some(stored) = transaction.lock_person(id).await? else {
                    return Err(Error::Damaged(format!("person {id}")));
                };
                let identified = match identity {
                    Some(identity) => transaction.identify(id, &identity, now).await?,
                    None => Identified::AlreadyGiven,
                };
                if identified == Identified::TakenByAnother {
                    return Ok(identified);
                }
                let mut told = Told::of(&keys, &stored)?;
                change(&mut told);
                let facts = serde_json::to_vec(&told).expect("what was told is plain data");
                transaction
                    .put_facts(id, &keys.seal(Purpose::Facts, &facts), now)
                    .await?;
                Ok(identified)
            })
        })
        .await
}

fn opened(keys: &Keys, purpose: Purpose, sealed: &[u8]) -> db::Result<String> {
    keys.open_text(purpose, sealed)
        .map(|text| text.to_string())
        .map_err(|fault| Error::Damaged(fault.to_string()))
}

/// Returns a resident ID as its owner may see it: `2102**********1234`.
fn mask_id(id: &str) -> String {
    match (id.get(..4), id.get(14..)) {
        (Some(head), Some(tail)) => format!("{head}**********{tail}"),
        _ => "***".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_known_only_for_the_occupation_asked_about() {
        let [electrician, cook] =
            ["6-18-02-04", "4-03-02-01"].map(|code| code.parse::<OccupationCode>().unwrap());
        let told = Told {
            certificates_in: BTreeMap::from([(electrician, Some(Level::PRIMARY))]),
            ..Told::default()
        };
        let read: Told = serde_json::from_str(&serde_json::to_string(&told).unwrap()).unwrap();
        assert_eq!(
            read.certificates(Some(electrician)),
            Some(vec![Certificate {
                occupation: electrician,
                level: Level::PRIMARY
            }])
        );
        assert_eq!(read.certificates(Some(cook)), None);
        assert_eq!(
            Told {
                certificates: Some(Vec::new()),
                ..Told::default()
            }
            .certificates(None),
            Some(Vec::new())
        );
        assert!(serde_json::from_str::<Told>("{}").unwrap() == Told::default());
    }

    #[test]
    fn a_masked_id_shows_its_ends_only() {
        assert_eq!(mask_id("210202198506301234"), "2102**********1234");
    }
}
