//! Finding occupations, institutions, courses and bases by the words people type. Owns the index; knows no database and no page.
//!
//! The way of a question: `typed` cuts the text into runs of comparable characters (`analyzer`); `understand` reads places,
//! levels and ways of teaching out of them; `candidates` asks the engine which documents may fit; `fit` looks how each run
//! fits each name, by the characters themselves or by ear (`sound`, `pinyin`); `rank` makes one score of it, in which two characters say the more the fewer
//! names have them (`common`); `sieve` and `tally` filter and count; `order` puts the page in order; `explain` marks and gives
//! reasons. `answer` leads through all that, stage by stage: first the words as typed, then their sound, then one slip, then
//! some of the words, and in the end very little of them.
//!
//! The engine only says which documents are worth a look; what is judged lies in memory (`table`), read from the engine's
//! own files when a segment appears (`snapshot`). Documents that differ only in their days stand there side by side and are
//! looked at once: ten times as many courses are not ten times the work. A list without words looks at no row at all that it
//! does not show: it is put together from `shelves`. The order of hits does not depend on how the files happen to be cut.

mod analyzer;
mod answer;
mod candidates;
mod common;
mod document;
mod explain;
mod fit;
mod found;
mod gather;
mod handing;
mod index;
mod kept;
mod month;
mod order;
mod pinyin;
mod position;
pub mod quality;
mod query;
mod rank;
mod reading;
mod schema;
mod sentence;
mod shelves;
mod sieve;
mod snapshot;
mod sound;
mod standing;
mod synonym;
mod table;
mod tally;
mod typed;
mod understand;
mod vocabulary;
mod words;

pub use analyzer::{comparable, tokens};
pub use document::{Change, Document, Kind, UnknownKind};
pub use found::{Count, Facets, Found, Hit, Suggestion, Understood, Why};
pub use index::{SearchError, SearchIndex};
pub use pinyin::are_readings;
pub use position::Position;
pub use query::{Query, Sort};
pub use standing::{Drift, Standing};
pub use vocabulary::{Filter, Synonym, Vocabulary};
