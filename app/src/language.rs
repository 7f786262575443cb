//! The portal's two languages and how an address names them.

/// A language in which every page exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Simplified Chinese, the default: addresses without a prefix.
    #[default]
    Chinese,
    /// English: addresses under `/en`.
    English,
}

impl Language {
    /// Both languages, in the order in which a switch offers them.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// Splits an address's path into its language and the rest, which always begins with `/`.
    ///
    /// `/en/courses` is `(English, "/courses")`; `/energy` is Chinese, whole.
    #[must_use]
    pub fn of_path(path: &str) -> (Self, &str) {
        match path.strip_prefix("/en") {
            Some("") => (Self::English, "/"),
            Some(rest) if rest.starts_with('/') => (Self::English, rest),
            _ => (Self::Chinese, path),
        }
    }

    /// The language that an `Accept-Language` header asks for first; Chinese where it names neither.
    #[must_use]
    pub fn of_accept_language(header: &str) -> Self {
        let first_known = header.split(',').map(str::trim).find_map(|range| {
            let tag = range.split(';').next().unwrap_or_default().trim();
            match tag.split('-').next() {
                Some(primary) if primary.eq_ignore_ascii_case("zh") => Some(Self::Chinese),
                Some(primary) if primary.eq_ignore_ascii_case("en") => Some(Self::English),
                _ => None,
            }
        });
        first_known.unwrap_or_default()
    }

    /// The value of the `lang` attribute (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hans",
            Self::English => "en",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Chinese => "中文",
            Self::English => "English",
        }
    }

    /// The address of `path` (which begins with `/`, without a language) in this language.
    #[must_use]
    pub fn address(self, path: &str) -> String {
        match self {
            Self::Chinese => path.to_owned(),
            Self::English if path == "/" => "/en".to_owned(),
            Self::English => format!("/en{path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_its_language_only_by_a_whole_first_segment() {
        assert_eq!(Language::of_path("/en"), (Language::English, "/"));
        assert_eq!(Language::of_path("/en/find"), (Language::English, "/find"));
        assert_eq!(Language::of_path("/energy"), (Language::Chinese, "/energy"));
        assert_eq!(Language::of_path("/"), (Language::Chinese, "/"));
    }

    #[test]
    fn addresses_and_paths_are_each_other_s_inverse() {
        for language in Language::ALL {
            for path in ["/", "/find", "/courses/12"] {
                assert_eq!(Language::of_path(&language.address(path)), (language, path));
            }
        }
    }
}
