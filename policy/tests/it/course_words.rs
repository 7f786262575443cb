//! The words of a scenario's course, and of what is published about it.

use policy::{
    BaseKind, CatalogueEntry, Course, Designation, Fen, Internship, Listing, Published, Subject,
};

use crate::clerk::{date, level, programme};

/// A course and what is published about it.
pub(crate) struct Asked {
    pub(crate) course: Course,
    listing: Listing,
    designations: Option<Vec<Designation>>,
    base: Option<BaseKind>,
}

impl Asked {
    /// Reads `就业技能 6-18-02-04 四级 2026-12-01至2027-01-20 在目录 定点`; the occupation and level may be left out.
    pub(crate) fn read(words: &str) -> Self {
        let mut words = words.split_whitespace();
        let mut asked = Self {
            course: Course::new(programme(words.next().unwrap()), date("2000-01-01")),
            listing: Listing::NoEdition,
            designations: None,
            base: None,
        };
        for word in words {
            let known =
                asked.course_word(word) || asked.base_word(word) || asked.published_word(word);
            assert!(known, "不认识的班次情况：{word}");
        }
        asked
    }

    pub(crate) fn published(&self) -> Published<'_> {
        Published {
            listing: self.listing,
            designations: self.designations.as_deref(),
            base: self.base,
            ..Published::default()
        }
    }

    fn course_word(&mut self, word: &str) -> bool {
        let course = &mut self.course;
        if word.starts_with("20") && word.contains('-') {
            let (start, end) = word
                .split_once('至')
                .map_or((word, None), |(start, end)| (start, Some(date(end))));
            (course.start, course.end) = (date(start), end);
        } else if word.chars().count() == 2 && word.ends_with('级') {
            course.level = Some(level(word));
        } else if word.starts_with(|first: char| first.is_ascii_digit()) && word.contains('-') {
            course.occupation = Some(word.parse().unwrap());
        } else if let Some(semesters) = word.strip_suffix("学期") {
            course.semesters = Some(semesters.parse().unwrap());
        } else if let Some(hours) = word.strip_suffix("课时") {
            course.class_hours = Some(hours.parse().unwrap());
        } else {
            return self.internship_word(word);
        }
        true
    }

    fn internship_word(&mut self, word: &str) -> bool {
        if word == "无实习" {
            self.course.internship = Some(Internship::None);
            return true;
        }
        let mut parts = match self.course.internship {
            Some(Internship::Held {
                from,
                to,
                agreement,
                insurance,
            }) => (from, to, agreement, insurance),
            _ => (None, None, None, None),
        };
        match (word, word.strip_prefix("实习")) {
            ("有协议", _) => parts.2 = Some(true),
            ("无协议", _) => parts.2 = Some(false),
            ("有保险", _) => parts.3 = Some(true),
            ("无保险", _) => parts.3 = Some(false),
            (_, Some(days)) => {
                let (from, to) = days.split_once('至').unwrap();
                (parts.0, parts.1) = (Some(date(from)), Some(date(to)));
            }
            _ => return false,
        }
        let (from, to, agreement, insurance) = parts;
        self.course.internship = Some(Internship::Held {
            from,
            to,
            agreement,
            insurance,
        });
        true
    }

    fn base_word(&mut self, word: &str) -> bool {
        self.base = Some(match word {
            "公共基地" => BaseKind::Public,
            "大学生示范基地" => BaseKind::UniversityDemo,
            "区域基地" => BaseKind::District,
            "行业基地" => BaseKind::Industry,
            _ => return false,
        });
        true
    }

    fn published_word(&mut self, word: &str) -> bool {
        if word == "非定点" {
            self.designations = Some(Vec::new());
        } else if let Some(period) = word.strip_prefix("定点") {
            let (from, to) = match period.split_once('至') {
                Some((from, to)) => (date(from), Some(date(to))),
                None => (date("2011-01-01"), None),
            };
            let subject = match self.course.occupation.zip(self.course.level) {
                Some((occupation, level)) => Subject::Occupation(occupation, level),
                None => Subject::Entrepreneurship,
            };
            self.designations
                .get_or_insert_default()
                .push(Designation { subject, from, to });
        } else if word == "部批准实训机构" {
            let designation = Designation {
                subject: Subject::Simulation,
                from: date("2011-01-01"),
                to: None,
            };
            self.designations = Some(vec![designation]);
        } else {
            return self.listing_word(word);
        }
        true
    }

    fn listing_word(&mut self, word: &str) -> bool {
        if word == "不在目录" {
            self.listing = Listing::NotListed;
            return true;
        }
        let mut entry = match self.listing {
            Listing::Listed(entry) => entry,
            _ => CatalogueEntry::default(),
        };
        let number = |text: &str| text.parse::<i64>().unwrap();
        match word {
            "在目录" => entry.subsidised = true,
            "在紧缺目录" => entry.shortage = true,
            _ => {
                if let Some(fen) = word
                    .strip_prefix("培训标准")
                    .and_then(|rest| rest.strip_suffix('分'))
                {
                    entry.training = Some(Fen(number(fen)));
                } else if let Some(fen) = word
                    .strip_prefix("鉴定标准")
                    .and_then(|rest| rest.strip_suffix('分'))
                {
                    entry.appraisal = Some(Fen(number(fen)));
                } else if let Some(percent) = word
                    .strip_prefix("加成")
                    .and_then(|rest| rest.strip_suffix('%'))
                {
                    entry.top_up_percent = Some(percent.parse().unwrap());
                } else {
                    return false;
                }
            }
        }
        self.listing = Listing::Listed(entry);
        true
    }
}
