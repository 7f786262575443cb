//! The words of the scenario tables: each cell is read as facts, word by word, and an unknown word is a mistake.

use policy::{
    Certificate, Coded, Employment, Facts, Group, Groups, HistoryEntry, LeftSchool, Level, Person,
    Programme, Sex, Stage, State,
};

use chrono::NaiveDate;
use policy::calendar::date_from_text;

pub(crate) fn date(text: &str) -> NaiveDate {
    date_from_text(text).unwrap_or_else(|_| panic!("日期应写作 2026-10-02：{text}"))
}

pub(crate) fn programme(word: &str) -> Programme {
    match word {
        "就业技能" => Programme::EmploymentSkills,
        "在校技能" => Programme::StudentSkills,
        "在校实训" => Programme::StudentPractice,
        "退役士兵" => Programme::Veterans,
        "劳动预备" => Programme::LabourPreparation,
        "企业岗前" => Programme::EnterprisePrejob,
        "创业培训" => Programme::Entrepreneurship,
        "创业实训" => Programme::EntrepreneurshipSimulation,
        _ => panic!("不认识的培训：{word}"),
    }
}

pub(crate) fn level(word: &str) -> Level {
    match word {
        "一级" => "1".parse().unwrap(),
        "二级" => "2".parse().unwrap(),
        "三级" => "3".parse().unwrap(),
        "四级" => "4".parse().unwrap(),
        "五级" => "5".parse().unwrap(),
        _ => panic!("不认识的等级：{word}"),
    }
}

pub(crate) fn facts(person_words: &str, history_words: &str) -> Facts {
    Facts {
        person: person(person_words),
        history: history(history_words),
    }
}

fn history(words: &str) -> Option<Vec<HistoryEntry>> {
    match words {
        "不详" => None,
        "无" => Some(Vec::new()),
        entries => Some(entries.split('；').map(entry).collect()),
    }
}

// 就业技能 6-18-02-04 五级 2025-03-01 已发补贴
fn entry(words: &str) -> HistoryEntry {
    let words: Vec<&str> = words.split_whitespace().collect();
    let (skill, state) = match words[..] {
        [_, _, state] => (None, state),
        [_, occupation, level_word, _, state] => (
            Some((occupation.parse().unwrap(), level(level_word))),
            state,
        ),
        _ => panic!("经历应写作“培训 职业 等级 开班日 状态”：{words:?}"),
    };
    HistoryEntry {
        programme: programme(words[0]),
        occupation: skill.map(|(occupation, _)| occupation),
        level: skill.map(|(_, level)| level),
        start: date(words[words.len() - 2]),
        state: match state {
            "已报名" => State::Reserved,
            "已结业" => State::Completed,
            "已取证" => State::Certified,
            "已发补贴" => State::Paid,
            "未取证" => State::Failed,
            "已取消" => State::Cancelled,
            _ => panic!("不认识的状态：{state}"),
        },
    }
}

fn person(words: &str) -> Person {
    let mut person = Person::default();
    for word in words.split_whitespace().filter(|word| *word != "不详") {
        let known = personal(&mut person, word)
            || schooling(&mut person, word)
            || employment(&mut person, word);
        assert!(known, "不认识的情况：{word}");
    }
    person
}

fn personal(person: &mut Person, word: &str) -> bool {
    if let Some(group) = group(word) {
        let claimed = person.groups.unwrap_or_default();
        person.groups = Some(claimed.iter().chain([group]).collect());
    } else if let Some(day) = word.strip_suffix('生') {
        person.birth = Some(date(day));
    } else if let Some(district) = word.strip_prefix('住') {
        person.residence = Some(district.parse().unwrap());
    } else if let Some(district) = word.strip_prefix("校区") {
        person.university_district = Some(district.parse().unwrap());
    } else if let Some(certificate) = word.strip_prefix("持证") {
        let (occupation, level_word) = certificate.split_once('/').unwrap();
        let certificate = Certificate {
            occupation: occupation.parse().unwrap(),
            level: level(level_word),
        };
        person
            .certificates
            .get_or_insert_default()
            .push(certificate);
    } else {
        match word {
            "男" => person.sex = Some(Sex::Male),
            "女" => person.sex = Some(Sex::Female),
            "不属于各类人员" => person.groups = Some(Groups::NONE),
            "无证书" => person.certificates = Some(Vec::new()),
            "有创业证书" => person.entrepreneur_certificate = Some(true),
            "无创业证书" => person.entrepreneur_certificate = Some(false),
            "计划书通过" => person.business_plan_passed = Some(true),
            "计划书未通过" => person.business_plan_passed = Some(false),
            _ => return false,
        }
    }
    true
}

fn group(word: &str) -> Option<Group> {
    let words = [
        "登记失业",
        "农村劳动者",
        "退役士兵",
        "未就业毕业生",
        "在校生",
        "应届未升学",
        "新录用",
    ];
    words
        .iter()
        .position(|known| *known == word)
        .map(|place| Group::ALL[place])
}

fn schooling(person: &mut Person, word: &str) -> bool {
    let (stage, rest) = match word.split_at_checked("初中".len()) {
        Some(("初中", rest)) => (Some(Stage::JuniorHigh), rest),
        Some(("高中", rest)) => (Some(Stage::SeniorHigh), rest),
        Some(("某校", rest)) => (None, rest),
        _ if word == "已升学" => (Some(Stage::None), "离校"),
        _ => return false,
    };
    let Some(day) = rest.strip_suffix("离校") else {
        return false;
    };
    let on = if day.is_empty() {
        None
    } else {
        Some(date(day))
    };
    person.left_school = Some(LeftSchool { stage, on });
    true
}

fn employment(person: &mut Person, word: &str) -> bool {
    let mut employment = person.employment();
    if !told(&mut employment, word) {
        return false;
    }
    person.employment = Some(employment);
    true
}

fn told(employment: &mut Employment, word: &str) -> bool {
    if let Some(day) = word.strip_prefix("合同签于") {
        employment.contract_signed = Some(date(day));
    } else if let Some(months) = word.strip_suffix("个月合同") {
        employment.contract_months = Some(months.parse().unwrap());
    } else if let Some(percent) = word
        .strip_prefix("一线")
        .and_then(|rest| rest.strip_suffix('%'))
    {
        employment.fund_front_line_percent =
            Some(percent.parse::<i64>().unwrap().try_into().unwrap());
    } else {
        let (fact, holds) = match word {
            "本市企业" => (&mut employment.enterprise_in_city, true),
            "外地企业" => (&mut employment.enterprise_in_city, false),
            "人力派遣" => (&mut employment.hr_or_dispatch, true),
            "非人力派遣" => (&mut employment.hr_or_dispatch, false),
            "符合产业政策" => (&mut employment.industry_conforms, true),
            "不符合产业政策" => (&mut employment.industry_conforms, false),
            "无固定期限" => (&mut employment.contract_open_ended, true),
            "有固定期限" => (&mut employment.contract_open_ended, false),
            "已备案" => (&mut employment.filed, true),
            "未备案" => (&mut employment.filed, false),
            "足额参保" => (&mut employment.insured, true),
            "未足额参保" => (&mut employment.insured, false),
            "足额提取" => (&mut employment.fund_drawn, true),
            "未足额提取" => (&mut employment.fund_drawn, false),
            "已公开" => (&mut employment.fund_disclosed, true),
            "未公开" => (&mut employment.fund_disclosed, false),
            _ => return false,
        };
        *fact = Some(holds);
    }
    true
}
