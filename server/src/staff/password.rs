//! Passwords of staff: hashed slowly, on a thread that may be busy, a few at a time.

use std::fmt;

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, PasswordHash};
use rand::RngExt;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

/// Shorter ones are guessed.
const LEAST_CHARS: usize = 12;
/// Longer ones are no passwords.
const MOST_CHARS: usize = 200;
/// Each takes 19 MB for a moment: whoever floods the sign-in page waits.
const AT_ONCE: usize = 2;
/// Signs that nobody takes for each other.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const GENERATED_GROUPS: usize = 5;
const GROUP_SIGNS: usize = 4;

static PERMITS: Semaphore = Semaphore::const_new(AT_ONCE);

/// What is verified where there is no such account, so that it takes as long; no password is known that it fits.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password; printing it shows `***`.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

/// A text that is no password for a member of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a password has {LEAST_CHARS} to {MOST_CHARS} characters; choose another")]
pub struct InvalidPassword;

impl Password {
    /// Returns a new one that nobody can guess: 20 signs in groups of four.
    #[must_use]
    pub fn generate() -> Self {
        let mut random = rand::rng();
        let mut text = Zeroizing::new(String::new());
        for group in 0..GENERATED_GROUPS {
            if group > 0 {
                text.push('-');
            }
            for _ in 0..GROUP_SIGNS {
                let sign = SIGNS[random.random_range(0..SIGNS.len())];
                text.push(char::from(sign));
            }
        }
        Self(text)
    }

    /// Reads one that somebody chose.
    ///
    /// # Errors
    /// [`InvalidPassword`] where it is too short or too long.
    pub fn chosen(text: &str) -> Result<Self, InvalidPassword> {
        if (LEAST_CHARS..=MOST_CHARS).contains(&text.chars().count()) {
            Ok(Self(Zeroizing::new(text.to_owned())))
        } else {
            Err(InvalidPassword)
        }
    }

    /// Reads what was typed to sign in, whatever it is; what is longer than a password is none.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(Zeroizing::new(text.chars().take(MOST_CHARS + 1).collect()))
    }

    /// Returns the password itself, for whoever it was made for.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Returns its hash as it is stored.
    pub async fn hash(self) -> String {
        on_a_busy_thread(move || hashed(&self)).await
    }

    /// Says whether it is the one that was hashed; without a hash it is not, after as long a time.
    pub async fn matches(self, stored: Option<String>) -> bool {
        on_a_busy_thread(move || {
            let hash = stored.as_deref().unwrap_or(NOBODY);
            verified(&self, hash) && stored.is_some()
        })
        .await
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(***)")
    }
}

async fn on_a_busy_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let _permit = PERMITS
        .acquire()
        .await
        .expect("nobody closes the semaphore");
    tokio::task::spawn_blocking(work)
        .await
        .expect("hashing does not panic")
}

fn hashed(password: &Password) -> String {
    Argon2::default()
        .hash_password(password.expose().as_bytes())
        .expect("a password is shorter than Argon2's limit")
        .to_string()
}

fn verified(password: &Password, stored: &str) -> bool {
    PasswordHash::new(stored).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.expose().as_bytes(), &hash)
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_that_was_hashed_matches() {
        let password = Password::generate();
        assert_eq!(password.expose().len(), 24);
        let hash = password.clone().hash().await;
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert_ne!(
            hash,
            password.clone().hash().await,
            "each hash has a salt of its own"
        );
        assert!(password.clone().matches(Some(hash.clone())).await);
        assert!(!Password::generate().matches(Some(hash)).await);
        assert!(!password.clone().matches(None).await);
        assert!(
            PasswordHash::new(NOBODY).is_ok(),
            "it is verified as any other"
        );
        assert!(!password.matches(Some("plain".to_owned())).await);
    }

    #[test]
    fn short_and_endless_texts_are_no_passwords() {
        assert_eq!(Password::chosen("short"), Err(InvalidPassword));
        assert_eq!(Password::chosen(&"x".repeat(201)), Err(InvalidPassword));
        assert!(Password::chosen("十二个汉字也算一个密码了吧").is_ok());
        assert_eq!(format!("{:?}", Password::generate()), "Password(***)");
    }
}
