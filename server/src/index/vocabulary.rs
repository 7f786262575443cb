//! The words that a search understands: the city's places, ways of teaching, and what people call occupations.

use policy::Coded;
use search_index::{Filter, Synonym, Vocabulary};

use crate::db::course::Mode;
use crate::db::place::District;
use crate::db::synonym::{Action, SynonymEdit};

/// What people call the 先导区, by the portal's code.
const NICKNAMES: [(&str, &str); 11] = [
    ("高新区", "210291"),
    ("高新园区", "210291"),
    ("金普", "210292"),
    ("开发区", "210292"),
    ("经开区", "210292"),
    ("金石滩", "210292"),
    ("长兴岛", "210294"),
    ("花园口", "210295"),
    ("普湾", "210296"),
    ("旅顺", "210212"),
    ("旅顺开发区", "210297"),
];

/// How districts are written in letters, English and pinyin.
const IN_LETTERS: [(&str, &str); 14] = [
    ("zhongshan", "210202"),
    ("xigang", "210203"),
    ("shahekou", "210204"),
    ("ganjingzi", "210211"),
    ("lushunkou", "210212"),
    ("lvshunkou", "210212"),
    ("lushun", "210212"),
    ("lvshun", "210212"),
    ("jinzhou", "210213"),
    ("pulandian", "210214"),
    ("changhai", "210224"),
    ("wafangdian", "210281"),
    ("zhuanghe", "210283"),
    ("jinpu", "210292"),
];

/// Streets of 金州区 belong to 金普新区 (the streets 马桥子, 海青岛 and 大孤山 of 开发区 bear its code): who names the whole means it too.
const PARTS: [(&str, &str); 1] = [("210213", "210292")];

/// What people write for a way of teaching.
const MODES: [(&str, Mode); 32] = [
    ("晚班", Mode::Evening),
    ("夜班", Mode::Evening),
    ("晚上", Mode::Evening),
    ("夜校", Mode::Evening),
    ("夜间", Mode::Evening),
    ("evening", Mode::Evening),
    ("周末班", Mode::Weekend),
    ("周末", Mode::Weekend),
    ("双休日", Mode::Weekend),
    ("周六", Mode::Weekend),
    ("周日", Mode::Weekend),
    ("星期六", Mode::Weekend),
    ("星期天", Mode::Weekend),
    ("星期日", Mode::Weekend),
    ("周六日", Mode::Weekend),
    ("礼拜六", Mode::Weekend),
    ("礼拜天", Mode::Weekend),
    ("礼拜日", Mode::Weekend),
    ("周六班", Mode::Weekend),
    ("周日班", Mode::Weekend),
    ("weekend", Mode::Weekend),
    ("白班", Mode::Daytime),
    ("白天", Mode::Daytime),
    ("脱产", Mode::Daytime),
    ("全日制", Mode::Daytime),
    ("daytime", Mode::Daytime),
    ("日班", Mode::Daytime),
    ("网课", Mode::Online),
    ("线上", Mode::Online),
    ("在线", Mode::Online),
    ("网上", Mode::Online),
    ("online", Mode::Online),
];

/// What means a way of teaching only beside other words: many occupations are about networks.
const MODES_APART: [(&str, Mode); 2] = [("网络", Mode::Online), ("远程", Mode::Online)];

/// What means a district only beside other words: 高新 begins 高新技术.
const PLACES_APART: [(&str, &str); 1] = [("高新", "210291")];

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
    let is_here = |code: &str| districts.iter().any(|district| district.code == code);
    let place = |(name, code): &(&str, &str)| {
        let filter = Filter::District((*code).to_owned());
        is_here(code).then(|| ((*name).to_owned(), filter))
    };
    let nicknames = NICKNAMES.iter().chain(&IN_LETTERS).filter_map(place);
    let mode = |(name, mode): &(&str, Mode)| {
        let filter = Filter::Mode(mode.code().to_owned());
        ((*name).to_owned(), filter)
    };
    let parts = PARTS
        .iter()
        .filter(|(part, whole)| is_here(part) && is_here(whole))
        .map(|(part, whole)| ((*part).to_owned(), (*whole).to_owned()));
    Vocabulary {
        filters: places
            .chain(nicknames)
            .chain(MODES.iter().map(mode))
            .collect(),
        apart: MODES_APART
            .iter()
            .map(mode)
            .chain(PLACES_APART.iter().filter_map(place))
            .collect(),
        parts: parts.collect(),
        fillers: CITY.map(str::to_owned).to_vec(),
        synonyms: synonyms(edits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_for_an_occupation_is_read_as_a_filter_alone() {
        let filters = MODES.iter().map(|(word, _)| *word);
        let filters: Vec<_> = filters.chain(NICKNAMES.map(|(word, _)| word)).collect();
        let lost: Vec<_> = Synonym::shipped()
            .filter(|synonym| synonym.word.split(' ').any(|word| filters.contains(&word)))
            .map(|synonym| synonym.word)
            .collect();
        assert_eq!(lost, [""; 0]);
    }
}
