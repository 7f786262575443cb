//! The demo city's one editor, whose password is new at every start and shown to everybody.

use app::backend::Role;
use uuid::Uuid;

use super::Password;
use super::account::add_recorded;
use crate::clock::Moment;
use crate::db::staff::StoredStaff;
use crate::db::{self, Database};

const NAME: &str = "editor";

/// The demo's account, as everybody may use it.
#[derive(Clone, Debug)]
pub struct DemoStaff {
    /// Its name.
    pub name: &'static str,
    /// Its password.
    pub password: Password,
}

/// Makes the demo's editor, or gives them a new password.
///
/// # Errors
/// If the database refuses.
pub async fn furnish(database: &Database, now: Moment) -> db::Result<DemoStaff> {
    let password = Password::generate();
    let staff = StoredStaff {
        id: Uuid::now_v7(),
        name: NAME.to_owned(),
        role: Role::Editor,
        password_hash: password.clone().hash().await,
        created_at: now,
        disabled_at: None,
    };
    database
        .write(move |transaction| {
            Box::pin(async move {
                if !add_recorded(transaction, &staff).await? {
                    transaction
                        .put_staff_password(NAME, &staff.password_hash)
                        .await?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(DemoStaff {
        name: NAME,
        password,
    })
}
