//! Finding occupations, institutions, courses and bases by the words people type. Owns the index; knows no database and no page.

mod analyzer;
mod answer;
mod candidates;
mod document;
mod explain;
mod fit;
mod found;
mod gather;
mod index;
mod order;
mod pinyin;
mod position;
mod query;
mod rank;
mod schema;
mod sieve;
mod snapshot;
mod sound;
mod synonym;
mod table;
mod tally;
mod typed;
mod understand;
mod vocabulary;

pub use document::{Change, Document, Kind, UnknownKind};
pub use found::{Count, Facets, Found, Hit, Suggestion, Understood, Why};
pub use index::{SearchError, SearchIndex};
pub use query::{Query, Sort};
pub use vocabulary::{Filter, Synonym, Vocabulary};
