//! Signing in by telephone and one-time code: the same answers whether or not the portal knows the number.

mod phone;

use std::fmt;
use std::net::IpAddr;

use chrono::TimeDelta;
use uuid::{Builder, Uuid};
use zeroize::Zeroizing;

pub use self::phone::{InvalidPhone, Phone};
use crate::attempts::{Attempt, TooOften};
use crate::clock::Moment;
use crate::db;
use crate::db::login_code::LoginCode;
use crate::notifier::NotSent;
use crate::seal::{Keys, Purpose};
use crate::session::{Beginning, Held};
use crate::state::State;

/// How long a code is good.
pub const CODE_LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// How often a code may be tried.
pub const MOST_TRIES: i32 = 5;
/// Codes to one telephone within an hour.
const MOST_CODES: i64 = 5;
const CODE_WINDOW: TimeDelta = TimeDelta::hours(1);
const CODE_DIGITS: usize = 6;

/// A one-time code; printing it shows `***`.
pub struct Code(Zeroizing<String>);

impl Code {
    fn generate() -> Self {
        Self(Zeroizing::new(format!(
            "{:06}",
            rand::random_range(0..1_000_000)
        )))
    }

    /// Reads a code as it was typed; `None` where it can't be one.
    #[must_use]
    pub fn read(plain: &str) -> Option<Self> {
        let is_code = plain.len() == CODE_DIGITS && plain.bytes().all(|byte| byte.is_ascii_digit());
        is_code.then(|| Self(Zeroizing::new(plain.to_owned())))
    }

    /// Returns the digits, for the message that brings them.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    // A code is worth nothing for another telephone.
    fn bound_to(&self, phone: &Phone) -> Zeroizing<String> {
        Zeroizing::new(format!("{}:{}", phone.expose(), self.expose()))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Code(***)")
    }
}

/// Why no code was sent.
#[derive(Debug, thiserror::Error)]
pub enum NoCode {
    /// Too many were asked for, for this telephone or from this address.
    #[error(transparent)]
    TooMany(#[from] TooOften),
    /// There is no way to the telephone.
    #[error(transparent)]
    NotSent(#[from] NotSent),
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// Sends a new code to the telephone; it takes the place of earlier ones.
///
/// # Errors
/// [`NoCode`]; whether the portal knows the telephone makes no difference.
pub async fn send_code(state: &State, phone: &Phone, address: IpAddr) -> Result<(), NoCode> {
    let now = state.clock.now();
    state.attempts.count(Attempt::Code(address), now)?;
    let phone_hmac = state.keys.look_up(Purpose::Phone, phone.expose());
    if state
        .database
        .login_codes_since(&phone_hmac, now - CODE_WINDOW)
        .await?
        >= MOST_CODES
    {
        return Err(TooOften { wait: CODE_WINDOW }.into());
    }
    let code = Code::generate();
    let stored = LoginCode {
        id: new_id(now),
        phone_hmac: phone_hmac.to_vec(),
        code_hmac: state
            .keys
            .look_up(Purpose::LoginCode, &code.bound_to(phone))
            .to_vec(),
        created_at: now,
        expires_at: now + CODE_LIFETIME,
        attempts: 0,
        used_at: None,
    };
    state
        .database
        .write(move |transaction| {
            Box::pin(async move { transaction.add_login_code(&stored).await })
        })
        .await?;
    state.notifier.send_code(phone, &code, now).await?;
    Ok(())
}

/// Signs in with a code: uses it up, adds the person where the number is new, and begins a session in the place of
/// the one that the browser held. `None` where the code is wrong, over, used, or was tried too often.
///
/// # Errors
/// If the database does not answer.
pub async fn sign_in(
    state: &State,
    phone: &Phone,
    code: &Code,
    before: Option<Held>,
) -> db::Result<Option<Beginning>> {
    let now = state.clock.now();
    let (keys, phone, typed) = (state.keys.clone(), phone.clone(), code.bound_to(phone));
    state
        .database
        .write(move |transaction| {
            Box::pin(async move {
                let phone_hmac = keys.look_up(Purpose::Phone, phone.expose());
                // the try is counted whether or not it succeeds, so the transaction is not undone by a wrong code
                let Some(sent) = transaction
                    .try_login_code(&phone_hmac, MOST_TRIES, now)
                    .await?
                else {
                    return Ok(None);
                };
                let is_right = keys.matches(Purpose::LoginCode, &typed, &sent.code_hmac);
                if !is_right || !transaction.use_login_code(sent.id, now).await? {
                    return Ok(None);
                }
                let sealed = keys.seal(Purpose::Phone, phone.expose().as_bytes());
                let person = transaction
                    .person_by_phone_or_add(new_id(now), &phone_hmac, &sealed, now)
                    .await?;
                let beginning = Beginning::of(person.id, now);
                beginning.store(transaction, before).await?;
                Ok(Some(beginning))
            })
        })
        .await
}

/// Returns a new id whose order is that of time.
fn new_id(now: Moment) -> Uuid {
    let millis = u64::try_from(now.as_millis()).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &rand::random()).into_uuid()
}

/// Opens the telephone number of a person.
///
/// # Errors
/// Where it was sealed under other keys.
pub fn masked_phone(keys: &Keys, sealed: &[u8]) -> db::Result<String> {
    let text = keys
        .open_text(Purpose::Phone, sealed)
        .map_err(|fault| db::Error::Damaged(fault.to_string()))?;
    Ok(phone::mask(&text))
}
