//! The codes by which a choice is known outside: in JSON, URLs, forms and the database.

/// A closed choice whose every value has a stable `snake_case` code.
pub trait Coded: Copy + Sized + 'static {
    /// Every value, in the order in which it is listed to people.
    const ALL: &'static [Self];

    /// Returns the stable code, the same as in JSON.
    fn code(self) -> &'static str;

    /// Returns the value with this code, or nothing where no value bears it.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }
}
