//! How findings are told: in the caller's language, with names from the classification.

use app::language::Language;
use app::policy_words::Telling;

use crate::shelf::Stock;

/// Tells something in a language.
pub(super) fn with_telling<T>(
    language: Language,
    stock: &Stock,
    tell: impl FnOnce(&Telling<'_>) -> T,
) -> T {
    let names = |code: policy::OccupationCode| stock.occupations.get(code.as_str()).cloned();
    tell(&Telling::new(&language, &names))
}
