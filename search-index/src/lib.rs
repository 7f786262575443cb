//! Finding occupations, institutions, courses and bases by the words people type. Owns the index; knows no database and no page.

mod document;
mod found;
mod index;
mod query;
mod vocabulary;

pub use document::{Change, Document, Kind, UnknownKind};
pub use found::{Count, Facets, Found, Hit, Suggestion, Understood, Why};
pub use index::{SearchError, SearchIndex};
pub use query::{Query, Sort};
pub use vocabulary::{Filter, Synonym, Vocabulary};
