//! What the engine stores: for each document the tokens under which it is a candidate, and the document itself.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use tantivy::TantivyDocument;
use tantivy::schema::{
    BytesOptions, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};

use crate::analyzer::{Normal, grams};
use crate::handing::{Counter, Handed};
use crate::reading::{Reading, readings};
use crate::vocabulary::Vocabulary;
use crate::{Document, Kind, SearchError, pinyin};

/// The number of this layout; an index of another number is cleared when it is opened.
pub(crate) const FORMAT: u32 = 5;

/// The fields. None of them keeps positions or lengths: candidates are judged in memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// Kind and identifier in one term.
    pub(crate) identity: Field,
    /// Single characters and pairs of neighbours of every name and of what is around.
    pub(crate) grams: Field,
    /// First letters of pairs of neighbours; `^` and a first letter where a name begins; whole readings.
    pub(crate) sounds: Field,
    /// The reading of a whole name.
    pub(crate) spelt: Field,
    /// Every beginning of the occupation code, digits only.
    pub(crate) code: Field,
    /// Present on what is proposed while somebody types.
    pub(crate) suggested: Field,
    /// The document as JSON.
    pub(crate) document: Field,
}

/// The one term of [`Fields::suggested`].
pub(crate) const SUGGESTED: &str = "yes";

impl Fields {
    /// Returns the engine's schema and its fields.
    pub(crate) fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let tokens = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                // terms are handed over with blanks between them: none holds one itself
                .set_tokenizer("whitespace")
                .set_index_option(IndexRecordOption::Basic)
                .set_fieldnorms(false),
        );
        let fields = Self {
            identity: schema.add_text_field("identity", STRING),
            grams: schema.add_text_field("grams", tokens.clone()),
            sounds: schema.add_text_field("sounds", tokens.clone()),
            spelt: schema.add_text_field("spelt", tokens.clone()),
            code: schema.add_text_field("code", tokens.clone()),
            suggested: schema.add_text_field("suggested", tokens),
            document: schema.add_bytes_field("document", BytesOptions::default().set_stored()),
        };
        (schema.build(), fields)
    }
}

/// Writes entries for the engine; what several documents share is worked out once.
pub(crate) struct Clerk<'v> {
    fields: Fields,
    /// What people call each occupation, by its code.
    words: HashMap<&'v str, Vec<&'v str>>,
    names: HashMap<String, Rc<NameTerms>>,
    counter: Counter,
}

impl<'v> Clerk<'v> {
    /// Returns a clerk who has written nothing yet.
    pub(crate) fn new(fields: Fields, vocabulary: &'v Vocabulary) -> Self {
        Self {
            fields,
            words: vocabulary.words(),
            names: HashMap::new(),
            counter: Counter::new(),
        }
    }

    /// Returns what the engine stores for a document, after the vocabulary's words have been added to it, once few enough others
    /// wait to be written.
    pub(crate) fn entry(&mut self, document: Document) -> Handed {
        let document = with_words(document, &self.words);
        // the name is often the document's own, and remembering it would only fill the memory
        let name = Rc::new(NameTerms::of(&Normal::of(&document.name).chars));
        let kin = document
            .aliases
            .iter()
            .chain(&document.synonyms)
            .map(|name| self.known(name));
        let names: Vec<_> = std::iter::once(name).chain(kin).collect();
        let around: Vec<_> = document
            .about
            .iter()
            .map(|around| self.known(around))
            .collect();
        let code = document.code.as_deref().map(code_beginnings);

        let mut entry = TantivyDocument::default();
        entry.add_text(self.fields.identity, identity(document.kind, &document.id));
        let grams = names.iter().chain(&around).map(|name| &name.grams);
        entry.add_text(self.fields.grams, together(grams));
        let sounds = names.iter().map(|name| &name.sounds);
        entry.add_text(self.fields.sounds, together(sounds));
        let spelt = names.iter().map(|name| &name.spelt);
        entry.add_text(self.fields.spelt, together(spelt));
        entry.add_text(self.fields.code, code.unwrap_or_default());
        if document.kind != Kind::Course {
            entry.add_text(self.fields.suggested, SUGGESTED);
        }
        let json =
            serde_json::to_vec(&document).expect("a document holds nothing that JSON can't hold");
        entry.add_bytes(self.fields.document, &json);
        self.counter.hand(entry)
    }

    fn known(&mut self, name: &str) -> Rc<NameTerms> {
        if let Some(known) = self.names.get(name) {
            return Rc::clone(known);
        }
        let terms = Rc::new(NameTerms::of(&Normal::of(name).chars));
        self.names.insert(name.to_owned(), Rc::clone(&terms));
        terms
    }
}

/// Returns a document with what people call its occupation added to it.
pub(crate) fn with_words(mut document: Document, words: &HashMap<&str, Vec<&str>>) -> Document {
    let words = document.code.as_deref().and_then(|code| words.get(code));
    let words = words.into_iter().flatten().map(|word| (*word).to_owned());
    document.synonyms.extend(words);
    document
}

/// Returns the document that an entry holds.
pub(crate) fn read(fields: Fields, entry: &TantivyDocument) -> Result<Document, SearchError> {
    let json = entry
        .get_first(fields.document)
        .and_then(|value| value.as_bytes())
        .unwrap_or_default();
    serde_json::from_slice(json).map_err(|_| SearchError::Unreadable)
}

/// The terms under which one name is found, each field's with blanks between them.
struct NameTerms {
    grams: String,
    sounds: String,
    spelt: String,
}

impl NameTerms {
    fn of(chars: &[char]) -> Self {
        let mut sounds = BTreeSet::new();
        for &c in chars {
            sounds.extend(readings(c).map(Reading::letters).map(str::to_owned));
        }
        if let Some(&first) = chars.first() {
            sounds.extend(pinyin::initials(first).map(start_term));
        }
        for pair in chars.windows(2) {
            let pairs = pinyin::initial_pairs([pair[0], pair[1]]);
            sounds.extend(pairs.map(|[first, second]| pair_term(first, second)));
        }
        let grams: BTreeSet<String> = grams(chars).collect();
        Self {
            grams: together(&grams),
            sounds: together(&sounds),
            spelt: pinyin::spelt(chars).collect(),
        }
    }
}

fn code_beginnings(code: &str) -> String {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let beginnings: Vec<&str> = (1..=digits.len()).map(|length| &digits[..length]).collect();
    beginnings.join(" ")
}

/// Returns the term by which a document is replaced and removed.
pub(crate) fn identity(kind: Kind, id: &str) -> String {
    format!("{kind}/{id}")
}

/// Returns the term for a name that begins with this first letter.
pub(crate) fn start_term(first: char) -> String {
    format!("^{first}")
}

/// Returns the term for two neighbours with these first letters; the mark keeps it apart from whole readings.
pub(crate) fn pair_term(first: char, second: char) -> String {
    format!("{first}|{second}")
}

fn together<'t>(terms: impl IntoIterator<Item = &'t String>) -> String {
    let mut text = String::new();
    for term in terms {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(term);
    }
    text
}
