//! What says the portal's words: Fluent on the server, the same messages made plain on a phone.

use crate::language::Language;

/// Says words by their keys.
pub trait Speech: Sync {
    /// Returns the language that is spoken.
    fn language(&self) -> Language;

    /// Returns the words for `key`, with these values for its variables.
    fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String;

    /// Says whether there are words for `key`.
    fn knows(&self, key: &str) -> bool;

    /// Returns the words for `key`.
    fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// Returns the words for a key that ends with a code.
    fn say_of(&self, beginning: &str, code: &str) -> String {
        self.say(&[beginning, code].concat())
    }

    /// Returns the address of a page (`path` begins with `/`) in the language that is spoken.
    fn address(&self, path: &str) -> String {
        self.language().address(path)
    }
}

#[cfg(feature = "ssr")]
impl Speech for Language {
    fn language(&self) -> Language {
        *self
    }

    fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values = values.iter().copied();
        crate::words::say(*self, key, Some(&values.collect())).into_owned()
    }

    fn knows(&self, key: &str) -> bool {
        crate::words::is_known(key)
    }
}
