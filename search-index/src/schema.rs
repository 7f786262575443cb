//! What the engine stores: for each document the tokens under which it is a candidate, and the document itself.

use std::collections::BTreeSet;

use tantivy::TantivyDocument;
use tantivy::schema::{
    BytesOptions, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{PreTokenizedString, Token};

use crate::analyzer::{Normal, grams};
use crate::vocabulary::Vocabulary;
use crate::{Document, Kind, pinyin};

/// The number of this layout; an index of another number is cleared when it is opened.
pub(crate) const FORMAT: u32 = 1;

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
                .set_tokenizer("raw")
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

    /// Returns what the engine stores for a document, after the vocabulary's words have been added to it.
    pub(crate) fn entry(self, mut document: Document, vocabulary: &Vocabulary) -> TantivyDocument {
        document.synonyms.extend(
            vocabulary
                .words_for(document.code.as_deref())
                .map(str::to_owned),
        );
        let mut entry = TantivyDocument::default();
        entry.add_text(self.identity, identity(document.kind, &document.id));
        let mut terms = Terms::default();
        let names = std::iter::once(&document.name)
            .chain(&document.aliases)
            .chain(&document.synonyms);
        for name in names {
            terms.add_name(&Normal::of(name).chars);
        }
        for around in &document.about {
            terms.grams.extend(grams(&Normal::of(around).chars));
        }
        if let Some(code) = &document.code {
            terms.add_code(code);
        }
        for (field, set) in [
            (self.grams, terms.grams),
            (self.sounds, terms.sounds),
            (self.spelt, terms.spelt),
            (self.code, terms.code),
        ] {
            entry.add_pre_tokenized_text(field, tokenized(set));
        }
        if document.kind != Kind::Course {
            entry.add_text(self.suggested, SUGGESTED);
        }
        let json =
            serde_json::to_vec(&document).expect("a document holds nothing that JSON can't hold");
        entry.add_bytes(self.document, &json);
        entry
    }
}

/// Returns the term by which a document is replaced and removed.
pub(crate) fn identity(kind: Kind, id: &str) -> String {
    format!("{kind}/{id}")
}

#[derive(Default)]
struct Terms {
    grams: BTreeSet<String>,
    sounds: BTreeSet<String>,
    spelt: BTreeSet<String>,
    code: BTreeSet<String>,
}

impl Terms {
    fn add_name(&mut self, chars: &[char]) {
        self.grams.extend(grams(chars));
        for &c in chars {
            self.sounds.extend(pinyin::readings(c).map(str::to_owned));
        }
        if let Some(&first) = chars.first() {
            self.sounds.extend(pinyin::initials(first).map(start_term));
        }
        for pair in chars.windows(2) {
            for first in pinyin::initials(pair[0]) {
                self.sounds
                    .extend(pinyin::initials(pair[1]).map(|second| pair_term(first, second)));
            }
        }
        self.spelt.insert(pinyin::spelt(chars));
    }

    fn add_code(&mut self, code: &str) {
        let digits: String = code.chars().filter(char::is_ascii_digit).collect();
        self.code
            .extend((1..=digits.len()).map(|length| digits[..length].to_owned()));
    }
}

/// Returns the term for a name that begins with this first letter.
pub(crate) fn start_term(first: char) -> String {
    format!("^{first}")
}

/// Returns the term for two neighbours with these first letters; the mark keeps it apart from whole readings.
pub(crate) fn pair_term(first: char, second: char) -> String {
    format!("{first}|{second}")
}

fn tokenized(terms: BTreeSet<String>) -> PreTokenizedString {
    let tokens = (0..)
        .zip(terms)
        .map(|(position, text)| Token {
            text,
            position,
            ..Token::default()
        })
        .collect();
    PreTokenizedString {
        text: String::new(),
        tokens,
    }
}
