//! Owns the portal's keys: seals what is personal, finds it again by a keyed hash, and makes secrets; never shows any of them.
//!
//! One secret, kept outside the database, is the root of them all. Each [`Purpose`] has keys of its own, derived from it, so
//! that a value sealed or hashed for one purpose is worth nothing for another. The look-up hash is keyed because
//! a resident ID can be guessed: some 10¹¹ values, a plain hash of which protects nobody.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
const DEMO_ROOT: [u8; KEY_BYTES] = *b"everybody knows this demo secret";

/// For what something is sealed or hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A telephone number.
    Phone,
    /// A person's name.
    Name,
    /// A resident ID.
    ResidentId,
    /// What a person told about themselves: groups, residence, schooling.
    Facts,
    /// A one-time code, bound to the number that it was sent to.
    LoginCode,
    /// The checker's answers, in a cookie on the person's own device.
    CheckerAnswers,
    /// A sign-in that waits for its code, in a cookie on the person's own device.
    SignIn,
}

impl Purpose {
    const fn label(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Name => "name",
            Self::ResidentId => "resident-id",
            Self::Facts => "facts",
            Self::LoginCode => "login-code",
            Self::CheckerAnswers => "checker-answers",
            Self::SignIn => "sign-in",
        }
    }
}

/// The keys of a portal; printing them shows `***`.
#[derive(Clone)]
pub struct Keys(Zeroizing<[u8; KEY_BYTES]>);

/// A text that holds no keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the keys can't be read; make new ones with `portal keys` and set PORTAL_KEYS to what it prints"
)]
pub struct InvalidKeys;

/// Something sealed that these keys do not open: altered, cut short, sealed for another purpose or under other keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("sealed data does not open; check that PORTAL_KEYS are those it was sealed with")]
pub struct DoesNotOpen;

impl Keys {
    /// Returns the keys of the demo city, which everybody knows.
    #[must_use]
    pub fn demo() -> Self {
        Self(Zeroizing::new(DEMO_ROOT))
    }

    /// Returns new keys, never used before.
    #[must_use]
    pub fn generate() -> Self {
        Self(Zeroizing::new(rand::random()))
    }

    /// Reads keys from the text that [`Keys::to_text`] gave.
    ///
    /// # Errors
    /// [`InvalidKeys`] for any other text, and for the demo's keys: those protect nobody.
    pub fn from_text(text: &str) -> Result<Self, InvalidKeys> {
        let bytes = Zeroizing::new(
            URL_SAFE_NO_PAD
                .decode(text.trim())
                .map_err(|_| InvalidKeys)?,
        );
        let root: [u8; KEY_BYTES] = bytes.as_slice().try_into().map_err(|_| InvalidKeys)?;
        if root == DEMO_ROOT {
            Err(InvalidKeys)
        } else {
            Ok(Self(Zeroizing::new(root)))
        }
    }

    /// Returns the text to be kept where only the portal reads it.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0.as_slice()))
    }

    /// Returns the hash under which a value of this purpose is looked up.
    #[must_use]
    pub fn look_up(&self, purpose: Purpose, value: &str) -> [u8; KEY_BYTES] {
        hash(
            self.derived("look up", purpose).as_slice(),
            &[value.as_bytes()],
        )
    }

    /// Says, in a time that does not depend on where they differ, whether the value has this look-up hash.
    #[must_use]
    pub fn matches(&self, purpose: Purpose, value: &str, expected: &[u8]) -> bool {
        self.look_up(purpose, value).ct_eq(expected).into()
    }

    /// Seals a value: nobody without the keys can read it, or alter it unnoticed.
    #[must_use]
    pub fn seal(&self, purpose: Purpose, value: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE_BYTES] = rand::random();
        let payload = Payload {
            msg: value,
            aad: purpose.label().as_bytes(),
        };
        let sealed = self
            .cipher(purpose)
            .encrypt(&XNonce::from(nonce), payload)
            .expect("what is sealed fits into memory");
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what [`Keys::seal`] sealed for the same purpose.
    ///
    /// # Errors
    /// [`DoesNotOpen`] for anything else.
    pub fn open(&self, purpose: Purpose, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, DoesNotOpen> {
        let (nonce, ciphertext) = sealed
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or(DoesNotOpen)?;
        let payload = Payload {
            msg: ciphertext,
            aad: purpose.label().as_bytes(),
        };
        self.cipher(purpose)
            .decrypt(&XNonce::from(*nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| DoesNotOpen)
    }

    /// Opens what was sealed as a text.
    ///
    /// # Errors
    /// [`DoesNotOpen`] for anything else.
    pub fn open_text(
        &self,
        purpose: Purpose,
        sealed: &[u8],
    ) -> Result<Zeroizing<String>, DoesNotOpen> {
        let bytes = self.open(purpose, sealed)?;
        String::from_utf8(bytes.to_vec())
            .map(Zeroizing::new)
            .map_err(|_| DoesNotOpen)
    }

    fn cipher(&self, purpose: Purpose) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new_from_slice(self.derived("seal", purpose).as_slice())
            .expect("a derived key has 32 bytes")
    }

    fn derived(&self, use_of_it: &str, purpose: Purpose) -> Zeroizing<[u8; KEY_BYTES]> {
        Zeroizing::new(hash(
            self.0.as_slice(),
            &[use_of_it.as_bytes(), b"/", purpose.label().as_bytes()],
        ))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Keys(***)")
    }
}

/// Returns 32 unguessable bytes as a text for a cookie or a hidden field.
#[must_use]
pub fn new_token() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; KEY_BYTES]>())
}

fn hash(key: &[u8], parts: &[&[u8]]) -> [u8; KEY_BYTES] {
    let mut hmac =
        <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("a key of any length will do");
    for part in parts {
        hmac.update(part);
    }
    hmac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_whole_and_for_its_purpose() {
        let keys = Keys::generate();
        let sealed = keys.seal(Purpose::Name, "李明".as_bytes());
        assert_eq!(
            keys.open_text(Purpose::Name, &sealed).unwrap().as_str(),
            "李明"
        );
        assert_eq!(keys.open(Purpose::Phone, &sealed), Err(DoesNotOpen));
        assert_eq!(
            Keys::generate().open(Purpose::Name, &sealed),
            Err(DoesNotOpen)
        );
        for place in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[place] ^= 1;
            assert_eq!(
                keys.open(Purpose::Name, &altered),
                Err(DoesNotOpen),
                "byte {place}"
            );
            assert_eq!(
                keys.open(Purpose::Name, &sealed[..place]),
                Err(DoesNotOpen),
                "cut at {place}"
            );
        }
    }

    #[test]
    fn the_same_value_is_found_again_but_never_sealed_alike() {
        let keys = Keys::generate();
        assert_eq!(
            keys.look_up(Purpose::Phone, "13812345678"),
            keys.look_up(Purpose::Phone, "13812345678")
        );
        assert_ne!(
            keys.look_up(Purpose::Phone, "13812345678"),
            keys.look_up(Purpose::ResidentId, "13812345678")
        );
        assert_ne!(
            keys.seal(Purpose::Phone, b"13812345678"),
            keys.seal(Purpose::Phone, b"13812345678")
        );
    }

    #[test]
    fn keys_survive_being_written_down_but_the_demo_s_are_refused() {
        let keys = Keys::generate();
        let read = Keys::from_text(&format!("{}\n", keys.to_text().as_str())).unwrap();
        assert_eq!(
            read.look_up(Purpose::Name, "x"),
            keys.look_up(Purpose::Name, "x")
        );
        assert_eq!(
            Keys::from_text(&Keys::demo().to_text()).unwrap_err(),
            InvalidKeys
        );
        assert_eq!(Keys::from_text("secret").unwrap_err(), InvalidKeys);
        assert_eq!(format!("{keys:?}"), "Keys(***)");
    }
}
