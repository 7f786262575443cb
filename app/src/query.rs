//! The part of an address after `?`, as pairs in their order.

/// Decoded pairs of a query string; a name may stand more than once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Returns a query of these pairs.
    #[must_use]
    pub const fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// Reads `name=value&name=value`, percent-encoded; never fails: bytes that are not UTF-8 become
    /// the replacement character.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(
            form_urlencoded::parse(text.as_bytes())
                .into_owned()
                .collect(),
        )
    }

    /// The first value under `name`, trimmed; `None` where it is absent or blank.
    #[must_use]
    pub fn one<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.all(name).next()
    }

    /// Every value under `name`, trimmed, blanks left out.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// All pairs in their order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns the same as it stands in an address, without the `?`.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn encoded(&self) -> String {
        Self::encode(self.pairs())
    }

    /// Encodes pairs as a query string without the `?`.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn encode<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish()
    }
}
