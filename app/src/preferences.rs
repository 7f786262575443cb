//! How a person likes to read: type size and theme, kept in two cookies and rendered on `<html>`.

use std::str::FromStr;

/// The root scale of the type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypeSize {
    /// 17 px body.
    #[default]
    Standard,
    /// 大字, 1.4 times.
    Large,
    /// 特大, 1.765 times.
    ExtraLarge,
}

impl TypeSize {
    /// All sizes, smallest first.
    pub const ALL: [Self; 3] = [Self::Standard, Self::Large, Self::ExtraLarge];

    /// The value in cookie, form and `data-type-size`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Large => "large",
            Self::ExtraLarge => "extra-large",
        }
    }
}

impl FromStr for TypeSize {
    type Err = UnknownPreference;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|size| size.code() == code)
            .ok_or(UnknownPreference)
    }
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Device,
    /// Ink on paper.
    Light,
    /// Paper on deep sea.
    Dark,
}

impl Theme {
    /// All themes, the default first.
    pub const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// The value in cookie, form and `data-theme`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl FromStr for Theme {
    type Err = UnknownPreference;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|theme| theme.code() == code)
            .ok_or(UnknownPreference)
    }
}

/// A value that no switch offers; the caller falls back to the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown preference")]
pub struct UnknownPreference;

/// Both preferences of one visitor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The root scale of the type.
    pub type_size: TypeSize,
    /// The colours.
    pub theme: Theme,
}
