//! The words that a search understands: the city's places, ways of teaching, and what people call occupations.

use policy::Coded;
use search_index::{Filter, Synonym, Vocabulary};

use crate::db::course::Mode;
use crate::db::place::District;
use crate::db::synonym::{Action, SynonymEdit};

/// What people call the 先导区, by the portal's code.
const NICKNAMES: [(&str, &str); 9] = [
    ("高新区", "210291"),
    ("高新园区", "210291"),
    ("金普", "210292"),
    ("开发区", "210292"),
    ("长兴岛", "210294"),
    ("花园口", "210295"),
    ("普湾", "210296"),
    ("旅顺", "210212"),
    ("旅顺开发区", "210297"),
];

/// What people write for a way of teaching.
const MODES: [(&str, Mode); 12] = [
    ("晚班", Mode::Evening),
    ("夜班", Mode::Evening),
    ("晚上", Mode::Evening),
    ("夜校", Mode::Evening),
    ("周末班", Mode::Weekend),
    ("周末", Mode::Weekend),
    ("双休日", Mode::Weekend),
    ("白班", Mode::Daytime),
    ("白天", Mode::Daytime),
    ("网课", Mode::Online),
    ("线上", Mode::Online),
    ("在线", Mode::Online),
];

/// The city itself, which every course is in.
const CITY: [&str; 2] = ["大连市", "大连"];

/// Returns what people call occupations: the words that come with the program, as the office edited them.
pub(crate) fn synonyms(edits: &[SynonymEdit]) -> Vec<Synonym> {
    let mut synonyms: Vec<Synonym> = Synonym::shipped().collect();
    for edit in edits {
        let synonym = Synonym {
            word: edit.word.clone(),
            code: edit.occupation.clone(),
        };
        synonyms.retain(|known| *known != synonym);
        if edit.action == Action::Add {
            synonyms.push(synonym);
        }
    }
    synonyms
}

/// Returns the words of a city with these districts, and the office's edits. A district's present name wins over another's old one.
pub(crate) fn of(districts: &[District], edits: &[SynonymEdit]) -> Vocabulary {
    let present = districts
        .iter()
        .map(|district| (district.name.as_str(), district));
    let old = districts
        .iter()
        .filter_map(|district| Some((district.name_2011.as_deref()?, district)));
    let places = present
        .chain(old)
        .map(|(name, district)| (name.to_owned(), Filter::District(district.code.clone())));
    let nicknames = NICKNAMES
        .iter()
        .filter(|(_, code)| districts.iter().any(|district| district.code == *code))
        .map(|(name, code)| ((*name).to_owned(), Filter::District((*code).to_owned())));
    let modes = MODES
        .iter()
        .map(|(name, mode)| ((*name).to_owned(), Filter::Mode(mode.code().to_owned())));
    Vocabulary {
        filters: places.chain(nicknames).chain(modes).collect(),
        fillers: CITY.map(str::to_owned).to_vec(),
        synonyms: synonyms(edits),
    }
}
