//! A small city to search in: all real occupations, invented institutions and courses.

use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use search_index::{Document, Filter, Kind, Position, Query, SearchIndex, Synonym, Vocabulary};

/// The districts whose words are understood.
pub(crate) const DISTRICTS: [(&str, &str); 8] = [
    ("210202", "中山区"),
    ("210203", "西岗区"),
    ("210204", "沙河口区"),
    ("210211", "甘井子区"),
    ("210212", "旅顺口区"),
    ("210213", "金州区"),
    ("210224", "长海县"),
    ("210281", "瓦房店市"),
];

/// Occupations with courses.
pub(crate) const TRADES: [&str; 14] = [
    "6-31-01-03",
    "6-18-02-04",
    "6-18-01-01",
    "4-10-03-01",
    "4-10-03-02",
    "4-03-02-07",
    "4-10-01-05",
    "4-12-01-01",
    "4-03-02-01",
    "4-10-01-06",
    "4-01-06-01",
    "6-20-01-01",
    "4-14-02-02",
    "6-29-03-05",
];

const INSTITUTIONS: [&str; 8] = [
    "示例·海棠湾职业技能培训中心",
    "示例·新禾职业技能学校",
    "示例·石板桥职业技能学校",
    "示例·向阳职业技能培训中心",
    "示例·渔港技工学校",
    "示例·槐花职业技能培训中心",
    "示例·北岸职业技能学校",
    "示例·甘井子星火职业技能学校",
];

/// The day on which everything is asked.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Returns a place in the change feed, on that day.
pub(crate) fn at(feed: u64) -> Position {
    Position { feed, day: today() }
}

/// Returns the question for some words.
pub(crate) fn ask(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::on(today())
    }
}

/// Returns the words that the city knows.
pub(crate) fn vocabulary() -> Vocabulary {
    let mut filters: Vec<(String, Filter)> = DISTRICTS
        .iter()
        .map(|(code, name)| ((*name).to_owned(), Filter::District((*code).to_owned())))
        .collect();
    filters.push(("旅顺".to_owned(), Filter::District("210212".to_owned())));
    for word in ["夜班", "晚上"] {
        filters.push((word.to_owned(), Filter::Mode("evening".to_owned())));
    }
    Vocabulary {
        filters,
        fillers: vec!["大连".to_owned()],
        synonyms: Synonym::shipped().collect(),
        ..Vocabulary::default()
    }
}

/// Returns all occupations; the trades have levels.
pub(crate) fn occupations() -> Vec<Document> {
    include_str!("../data/occupations.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let is_trade = TRADES.contains(&cells[0]);
            Document {
                id: cells[0].to_owned(),
                code: Some(cells[0].to_owned()),
                name: cells[1].to_owned(),
                aliases: cells[2]
                    .split('|')
                    .filter(|alias| !alias.is_empty())
                    .map(str::to_owned)
                    .collect(),
                levels: if is_trade {
                    vec![5, 4, 3, 2, 1]
                } else {
                    Vec::new()
                },
                ..Document::default()
            }
        })
        .collect()
}

/// Returns the invented institutions, `demo-01` onwards.
pub(crate) fn institutions() -> Vec<Document> {
    INSTITUTIONS
        .iter()
        .zip(DISTRICTS)
        .enumerate()
        .map(|(number, (name, (district, district_name)))| Document {
            kind: Kind::Institution,
            id: format!("demo-{:02}", number + 1),
            name: (*name).to_owned(),
            about: vec![district_name.to_owned()],
            districts: vec![district.to_owned()],
            institution: Some(format!("demo-{:02}", number + 1)),
            ..Document::default()
        })
        .collect()
}

/// Returns invented courses: each trade at each level in each district, some begun, some full.
pub(crate) fn courses() -> Vec<Document> {
    let occupations = occupations();
    let mut courses = Vec::new();
    for trade in occupations
        .iter()
        .filter(|occupation| !occupation.levels.is_empty())
    {
        for (place, (district, district_name)) in DISTRICTS.iter().enumerate() {
            for level in 2..=5_u8 {
                let number = courses.len();
                courses.push(Document {
                    kind: Kind::Course,
                    id: format!("course-{number:04}"),
                    code: trade.code.clone(),
                    name: format!("{}（{level}级）", trade.name),
                    aliases: [vec![trade.name.clone()], trade.aliases.clone()].concat(),
                    about: vec![INSTITUTIONS[place].to_owned(), (*district_name).to_owned()],
                    districts: vec![(*district).to_owned()],
                    levels: vec![level],
                    programmes: vec!["employment_skills".to_owned()],
                    shortage: (level > 3).then(|| "urgent".to_owned()),
                    start: today().checked_add_days(Days::new(number as u64 % 60)),
                    apply_until: today().checked_add_days(Days::new(number as u64 % 60)),
                    seats_left: Some(if number % 9 == 0 { 0 } else { 20 }),
                    modes: vec![
                        if number % 4 == 0 {
                            "evening"
                        } else {
                            "daytime"
                        }
                        .to_owned(),
                    ],
                    institution: Some(format!("demo-{:02}", place + 1)),
                    own_cost: (number % 5 > 0).then(|| (number as u64 * 7 % 11) * 10_000),
                    market_ratio: Some(1.0 + (number % 14) as f64 / 10.0),
                    ..Document::default()
                });
            }
        }
    }
    courses
}

/// Returns the city's index, built once.
pub(crate) fn index() -> &'static SearchIndex {
    static INDEX: OnceLock<SearchIndex> = OnceLock::new();
    INDEX.get_or_init(|| {
        let index = SearchIndex::in_memory(vocabulary()).unwrap();
        index
            .rebuild([occupations(), institutions(), courses()].concat(), at(1))
            .unwrap();
        index
    })
}
