//! Making and closing accounts; both change who may do what, so that the ledger records them.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use app::backend::Role;
use policy::Coded;
use uuid::Uuid;

use super::Password;
use crate::clock::Moment;
use crate::db::staff::StoredStaff;
use crate::db::{self, Database, Transaction};
use crate::ledger::{Decision, EntryKind};

/// The name of an account: 2 to 40 letters, digits, dots, hyphens and underscores, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountName(String);

/// A text that names no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "an account's name has 2 to 40 letters, digits, dots, hyphens or underscores; choose such a one"
)]
pub struct InvalidAccountName;

impl AccountName {
    /// Returns the name as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AccountName {
    type Err = InvalidAccountName;

    fn from_str(text: &str) -> Result<Self, InvalidAccountName> {
        let name = text.trim().to_ascii_lowercase();
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
        if (2..=40).contains(&name.len()) && name.bytes().all(allowed) {
            Ok(Self(name))
        } else {
            Err(InvalidAccountName)
        }
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

/// Makes an account and says whether its name was free.
///
/// # Errors
/// If the database refuses.
pub async fn add(
    database: &Database,
    name: &AccountName,
    role: Role,
    password: Password,
    now: Moment,
) -> db::Result<bool> {
    let staff = StoredStaff {
        id: Uuid::now_v7(),
        name: name.0.clone(),
        role,
        password_hash: password.hash().await,
        created_at: now,
        disabled_at: None,
    };
    database
        .write(move |transaction| Box::pin(async move { add_recorded(transaction, &staff).await }))
        .await
}

/// Adds an account with its ledger entry, and says whether its name was free.
pub(super) async fn add_recorded(
    transaction: &mut Transaction,
    staff: &StoredStaff,
) -> db::Result<bool> {
    let is_added = transaction.add_staff(staff).await?;
    if is_added {
        let body = BTreeMap::from([
            ("role", staff.role.code().into()),
            ("staff", staff.id.to_string().into()),
        ]);
        record(transaction, EntryKind::StaffAdded, body, staff.created_at).await?;
    }
    Ok(is_added)
}

/// Closes an account, ends its sessions, and says whether there was such an open account.
///
/// # Errors
/// If the database refuses.
pub async fn disable(database: &Database, name: &AccountName, now: Moment) -> db::Result<bool> {
    let name = name.0.clone();
    database
        .write(move |transaction| {
            Box::pin(async move {
                let Some(id) = transaction.disable_staff(&name, now).await? else {
                    return Ok(false);
                };
                let body = BTreeMap::from([("staff", id.to_string().into())]);
                record(transaction, EntryKind::StaffDisabled, body, now).await?;
                Ok(true)
            })
        })
        .await
}

/// Records what an operator did on the command line.
async fn record(
    transaction: &mut Transaction,
    kind: EntryKind,
    body: BTreeMap<&'static str, serde_json::Value>,
    at: Moment,
) -> db::Result<()> {
    let decision = Decision {
        kind,
        actor: None,
        person: None,
        course: None,
        enrolment: None,
        body,
    };
    transaction.record(decision, at).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_in_one_way() {
        assert_eq!(
            "Wang.Li_2".parse::<AccountName>().unwrap().as_str(),
            "wang.li_2"
        );
        for wrong in ["", "a", "王丽", "a b", &"x".repeat(41)] {
            assert_eq!(
                wrong.parse::<AccountName>(),
                Err(InvalidAccountName),
                "{wrong}"
            );
        }
    }
}
