//! Words, and why something was found.

use std::collections::BTreeSet;

use search_index::{Document, Filter, Hit, Kind, Query, SearchIndex, Sort, Vocabulary, Why};

use crate::city::{ask, at, courses, index, vocabulary};

fn first(text: &str) -> Hit {
    index()
        .search(&ask(text))
        .unwrap()
        .hits
        .into_iter()
        .next()
        .unwrap_or_else(|| panic!("nothing for {text}"))
}

#[test]
fn the_occupation_of_that_name_comes_first_then_its_courses() {
    let found = index().search(&ask("电工")).unwrap();
    assert_eq!(
        (found.hits[0].kind, found.hits[0].name.as_str()),
        (Kind::Occupation, "电工")
    );
    assert_eq!(found.hits[0].marked.first(), Some(&(0.."电工".len())));
    assert_eq!(found.hits[0].why, None);
    assert_eq!(
        (found.hits[1].kind, found.hits[1].code.as_deref()),
        (Kind::Course, Some("6-31-01-03"))
    );
}

#[test]
fn the_reason_is_told_where_the_name_does_not_show_it() {
    assert_eq!(first("月嫂").why, Some(Why::Synonym("月嫂".into())));
    assert_eq!(first("泥瓦匠").why, Some(Why::Synonym("泥瓦匠".into())));
    assert_eq!(first("chayishi").why, Some(Why::Pinyin("茶艺师".into())));
    assert_eq!(first("cys").why, Some(Why::Initials("茶艺师".into())));
    assert_eq!(first("查艺师").why, Some(Why::Sound("茶艺师".into())));
    assert_eq!(first("6-18-02").why, Some(Why::Code("6-18-02-01".into())));
}

#[test]
fn what_matched_is_marked_in_the_reason_too() {
    let marked = |text: &str| {
        let hit = first(text);
        let (Some(Why::Synonym(name) | Why::Alias(name) | Why::Pinyin(name)), [range]) =
            (hit.why, &hit.why_marked[..])
        else {
            panic!("one name says why {text} is found");
        };
        name[range.clone()].to_owned()
    };
    assert_eq!(marked("月嫂"), "月嫂");
    assert_eq!(marked("泥瓦"), "泥瓦");
    assert_eq!(marked("chayi"), "茶艺");
}

#[test]
fn what_was_meant_is_proposed_for_characters_picked_wrongly() {
    let found = index().search(&ask("美容诗")).unwrap();
    assert_eq!(found.did_you_mean.as_deref(), Some("美容师"));
    assert_eq!(index().search(&ask("美容师")).unwrap().did_you_mean, None);
}

#[test]
fn a_long_name_with_one_slip_comes_before_another_that_stands_within_what_was_typed() {
    assert_eq!(first("污水处理理工").name, "污水处理工");
}

#[test]
fn pinyin_with_gaps_between_its_syllables_is_one_word() {
    let ids = |text: &str| -> Vec<String> {
        let found = index().search(&ask(text)).unwrap();
        found.hits.into_iter().map(|hit| hit.id).collect()
    };
    assert_eq!(ids("cha yi shi"), ids("chayishi"));
    assert_eq!(first("cha yi shi").name, "茶艺师");
    let proposed = |text: &str| index().suggest(text, 5).unwrap();
    assert_eq!(proposed("cha yi shi"), proposed("chayishi"));
}

#[test]
fn what_ends_many_names_does_not_hide_what_says_which() {
    assert_eq!(first("锅炉操作员（包吃住）").name, "锅炉操作工");
    assert_eq!(first("制鞋厂招聘学徒").name, "制鞋工");
    assert_eq!(first("某某单位急招快递员两名").name, "快递员");
}

#[test]
fn the_trade_that_stands_within_a_title_is_meant_and_not_what_is_a_slip_away_or_a_part_of_it() {
    // 汽车师傅 is one slip away
    assert_eq!(first("普车师傅").name, "车工");
    // 车工 stands within 叉车工
    assert_eq!(first("仓库叉车工").name, "起重装卸机械操作工");
    // 组装工 stands within it as well
    assert_eq!(first("手机组装工").name, "通信终端设备制造工");
}

#[test]
fn what_stands_first_in_a_title_counts_most() {
    assert_eq!(first("焊工 电工").name, "焊工");
    assert_eq!(first("电工 焊工").name, "电工");
    // what says nothing does not stand first
    assert_eq!(first("招聘：电工 焊工").name, "电工");
    // nor does it count less because it is said again
    assert_eq!(first("电工招聘 焊工 电工").name, "电工");
}

#[test]
fn a_part_that_many_names_share_says_less_than_the_rest() {
    assert_eq!(first("电容器车间作业员").name, "电容器制造工");
}

#[test]
fn english_words_are_names_too() {
    let hit = first("forklift driver");
    assert_eq!(hit.name, "起重装卸机械操作工");
    assert!(matches!(hit.why, Some(Why::Synonym(_))), "{:?}", hit.why);
    assert_eq!(first("Elderly Care").name, "养老护理员");
}

#[test]
fn letters_that_stand_in_english_words_still_mean_a_reading() {
    assert_eq!(first("按mo技师").name, "保健按摩师");
}

/// What is found for some words among a few names.
fn among(names: &[&str], text: &str) -> Vec<String> {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    let documents = names.iter().map(|name| Document {
        id: (*name).to_owned(),
        name: (*name).to_owned(),
        ..Document::default()
    });
    index.rebuild(documents, at(1)).unwrap();
    let hits = index.search(&ask(text)).unwrap().hits;
    hits.into_iter().map(|hit| hit.id).collect()
}

#[test]
fn very_little_is_enough_only_where_nothing_else_was_found() {
    let names = ["水下焊接", "班长助手"];
    assert_eq!(among(&names, "我家水下焊船里头班长呀哈"), ["水下焊接"]);
    assert_eq!(among(&names, "我家海边渔船里头班长呀哈哈哈"), ["班长助手"]);
}

#[test]
fn words_around_a_trade_find_nothing_themselves() {
    assert_eq!(among(&["护士长", "招聘会"], "护士招聘"), ["护士长"]);
}

#[test]
fn beside_words_that_say_nothing_pinyin_is_still_heard() {
    for typed in [
        "chayishi 老张家的",
        "a b chayishi vip 老张家的",
        "chayishi 老张家的 zzzz qqqqq",
    ] {
        assert_eq!(first(typed).name, "茶艺师", "{typed}");
    }
}

#[test]
fn a_trade_is_found_within_a_sentence_and_beside_what_is_not_about_it() {
    for (typed, name, why) in [
        (
            "下岗了该不该去考叉车司机呀",
            "起重装卸机械操作工",
            Some(Why::Synonym("叉车司机".into())),
        ),
        ("女孩想学美容师要多久", "美容师", None),
        ("女孩想学茶艺要多久", "茶艺师", None),
        ("电焊工（五险一金）包吃住", "焊工", Some(Why::Relaxed)),
    ] {
        let hit = first(typed);
        assert_eq!((hit.name.as_str(), hit.why), (name, why), "{typed}");
    }
    let marked = first("女孩想学美容师要多久").marked;
    assert_eq!(marked.first(), Some(&(0.."美容师".len())));
}

#[test]
fn what_was_read_out_of_the_words_is_not_dropped_because_nothing_is_offered_so() {
    let index = SearchIndex::in_memory(vocabulary()).unwrap();
    let course = |id: &str, mode: &str| Document {
        kind: Kind::Course,
        id: id.into(),
        name: "美容五级班".into(),
        modes: vec![mode.into()],
        ..Document::default()
    };
    index.rebuild([course("day", "daytime")], at(1)).unwrap();
    let found = index.search(&ask("美容 夜班")).unwrap();
    let understood: Vec<_> = found.understood.iter().map(|one| &*one.text).collect();
    assert_eq!((found.total, understood), (0, vec!["夜班"]));
    let both = [course("day", "daytime"), course("night", "evening")];
    index.rebuild(both, at(2)).unwrap();
    let found = index.search(&ask("美容 夜班")).unwrap();
    assert_eq!((found.total, found.hits[0].id.as_str()), (1, "night"));
}

#[test]
fn literal_search_does_not_guess() {
    let literal = |text: &str| {
        index()
            .search(&Query {
                literal: true,
                ..ask(text)
            })
            .unwrap()
    };
    assert_eq!(literal("查艺师").total, 0);
    assert_eq!(literal("chayishi").total, 0);
    assert!(literal("茶艺师").total > 0);
    assert!(literal("甘井子电工").understood.is_empty());
}

#[test]
fn place_and_level_become_filters_and_are_told() {
    let found = index().search(&ask("甘井子中级电工")).unwrap();
    let filters: Vec<_> = found
        .understood
        .iter()
        .map(|understood| understood.filter.clone())
        .collect();
    assert_eq!(
        filters,
        [Filter::District("210211".into()), Filter::Level(4)]
    );
    let rests: Vec<_> = found.understood.iter().map(|one| &one.rest).collect();
    assert_eq!(rests, ["中级电工", "甘井子电工"]);
    let courses: Vec<_> = found
        .hits
        .iter()
        .filter(|hit| hit.kind == Kind::Course)
        .collect();
    assert!(!courses.is_empty());
    assert!(courses.iter().all(|hit| hit.name == "电工（4级）"));
    assert_eq!(
        found.hits[0].name, "电工",
        "the occupation itself is in every district"
    );
}

#[test]
fn a_chosen_district_wins_over_one_in_the_text() {
    let query = Query {
        districts: vec!["210202".into()],
        ..ask("甘井子电工")
    };
    let found = index().search(&query).unwrap();
    let chosen = found
        .facets
        .district
        .iter()
        .find(|count| count.value == "210202")
        .unwrap();
    assert!(found.total >= chosen.count && chosen.count > 0);
}

#[test]
fn query_syntax_is_only_text() {
    for text in [
        "name:电工",
        "\"电工\"",
        "电工 AND 焊工 OR",
        "电工^9",
        "*",
        "(((",
        "电工~2",
        "[a TO z]",
        "-电工",
    ] {
        index().search(&ask(text)).unwrap();
    }
    assert_eq!(first("\"电工\"").name, "电工");
    assert_eq!(first("-电工").name, "电工");
}

#[test]
fn the_institution_of_a_course_finds_the_course() {
    let found = index()
        .search(&Query {
            kinds: vec![Kind::Course],
            ..ask("海棠湾 电工")
        })
        .unwrap();
    assert!(found.total > 0);
    assert!(
        found
            .hits
            .iter()
            .all(|hit| hit.code.as_deref() == Some("6-31-01-03"))
    );
    assert!(matches!(&found.hits[0].why, Some(Why::About(name)) if name.contains("海棠湾")));
}

#[test]
fn the_same_question_has_the_same_answer() {
    let one = index().search(&ask("工")).unwrap();
    let other = index().search(&ask("工")).unwrap();
    assert_eq!(one, other);
}

#[test]
fn what_is_full_comes_behind_what_answers_as_well_and_before_what_hardly_answers() {
    let course = |id: &str, name: &str, seats: u32| Document {
        kind: Kind::Course,
        id: id.to_owned(),
        name: name.to_owned(),
        seats_left: Some(seats),
        ..Document::default()
    };
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    let courses = [
        course("hardly", "物业机电工程师培训", 9),
        course("full", "电工中级班", 0),
        course("open", "电工中级班", 9),
    ];
    index.rebuild(courses, at(1)).unwrap();
    let order = |sort| {
        let query = Query {
            sort,
            ..ask("电工")
        };
        let hits = index.search(&query).unwrap().hits;
        hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    assert_eq!(order(Sort::Relevance), ["open", "full", "hardly"]);
    assert_eq!(
        order(Sort::Start),
        ["open", "hardly", "full"],
        "in an order of another kind what is full stands last"
    );
}

#[test]
fn what_hardly_anybody_reads_so_is_not_heard() {
    // 苦 is hù and 机 wèi in a large dictionary
    assert_eq!(first("huli").why, Some(Why::Pinyin("护理".into())));
    for text in ["张伟", "石化", "快餐", "三维"] {
        let found = index().search(&ask(text)).unwrap();
        assert_eq!(found.did_you_mean, None, "{text}");
    }
}

#[test]
fn two_characters_sound_like_something_within_many_names() {
    // 道路客运服务员
    assert_eq!(index().search(&ask("孕妇")).unwrap().total, 0);
}

#[test]
fn a_word_around_trades_does_not_stand_for_what_sounds_like_it() {
    let found = index().search(&ask("失业培训")).unwrap();
    assert_eq!(found.did_you_mean, None, "and not 事业");
}

#[test]
fn who_names_two_trades_looks_for_either_and_not_for_who_teaches_both() {
    let school = |number: usize| Document {
        kind: Kind::Institution,
        id: number.to_string(),
        name: format!("第{number}职业技能学校"),
        about: vec!["电工".into(), "焊工".into()],
        ..Document::default()
    };
    let trade = |name: &str| Document {
        id: name.into(),
        name: name.into(),
        ..Document::default()
    };
    let documents = [trade("焊工"), trade("电工")];
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    index
        .rebuild(documents.into_iter().chain((0..9).map(school)), at(1))
        .unwrap();
    let found = index.search(&ask("电工 焊工")).unwrap();
    let first: BTreeSet<&str> = found.hits[..2]
        .iter()
        .map(|hit| hit.name.as_str())
        .collect();
    assert_eq!(first, BTreeSet::from(["电工", "焊工"]));
    let found = self::index().search(&ask("电工 焊工")).unwrap();
    let first: Vec<&str> = found.hits[..2]
        .iter()
        .map(|hit| hit.name.as_str())
        .collect();
    assert_eq!(first, ["电工", "焊工"], "before their courses");
}

#[test]
fn pinyin_may_bear_its_tones() {
    assert_eq!(first("diàngōng").why, Some(Why::Pinyin("电工".into())));
    assert_eq!(first("diàn gōng").name, "电工");
    assert_eq!(first("lǜshī").name, "律师");
}

#[test]
fn few_letters_do_not_stand_within_another_word() {
    let found = index().search(&ask("UI")).unwrap();
    assert_eq!(found.hits[0].why, Some(Why::Synonym("UI".into())));
    assert_eq!(found.total, 1, "and no builder");
    let named = |text| first(text).name;
    assert_eq!(named("tea milk"), named("milk tea"), "a word of several");
    let literal = Query {
        literal: true,
        ..ask("aid")
    };
    let found = index().search(&literal).unwrap();
    assert!(found.hits.iter().any(|hit| hit.name == named("first aid")));
}

#[test]
fn what_sounds_alike_at_an_end_is_heard_beside_the_same_within() {
    assert_eq!(
        among(&["矿山电工和船用电工"], "电公"),
        ["矿山电工和船用电工"]
    );
}

#[test]
fn a_word_in_letters_comes_before_what_begins_with_them() {
    assert_eq!(first("welding-course").name, "焊工");
    let hyphen = first("e-commerce");
    assert_eq!(hyphen.name, "电子商务师");
    assert!(
        matches!(hyphen.why, Some(Why::Synonym(_))),
        "{:?}",
        hyphen.why
    );
    assert_eq!(first("SYB").why, Some(Why::Synonym("SYB讲师".into())));
}

#[test]
fn levels_and_months_are_read_in_english_and_in_pinyin() {
    for text in [
        "level 4 electrician",
        "intermediate electrician",
        "zhongji diangong",
        "grade 4 training for the electrician",
        "zhongji diangong peixun",
    ] {
        let found = index().search(&ask(text)).unwrap();
        let read: Vec<_> = found.understood.iter().map(|one| &one.filter).collect();
        assert_eq!(read, [&Filter::Level(4)], "{text}");
        assert_eq!(found.hits[0].name, "电工", "{text}");
    }
    let found = index().search(&ask("level 4 electrician")).unwrap();
    assert_eq!(found.understood[0].rest, "electrician");
    let found = index().search(&ask("24小时 Level 4 电工")).unwrap();
    assert_eq!(found.understood[0].rest, "24小时 电工");
    let found = index().search(&ask("gaoji jishi diangong")).unwrap();
    assert_eq!(found.understood[0].filter, Filter::Level(1));
    assert_eq!(found.understood.len(), 1);
    let found = index().search(&ask("december electrician")).unwrap();
    assert_eq!(found.understood[0].filter, Filter::Month("2026-12".into()));
    let care = index().search(&ask("senior care")).unwrap();
    assert!(care.understood.is_empty(), "it is a name");
}

#[test]
fn words_around_a_trade_may_be_english_or_pinyin() {
    let trades = |text| index().search(&ask(text)).unwrap().total;
    assert_eq!(
        trades("training for the electrician"),
        trades("electrician")
    );
    assert_eq!(trades("diangong peixun"), trades("diangong"));
    assert_eq!(trades("free"), trades(""), "alone, everything");
}

#[test]
fn of_what_answers_as_well_the_subsidised_comes_first() {
    let trade = |(name, is_subsidised): (&str, bool)| Document {
        id: name.into(),
        name: name.into(),
        is_subsidised,
        ..Document::default()
    };
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    let trades = [("工业煤工", false), ("工具钳工", true)].map(trade);
    index.rebuild(trades, at(1)).unwrap();
    assert_eq!(index.search(&ask("工")).unwrap().hits[0].name, "工具钳工");
    assert_eq!(index.suggest("gong", 1).unwrap()[0].text, "工具钳工");
}

#[test]
fn who_hears_no_difference_between_n_and_ng_writes_so() {
    assert_eq!(first("dianggong").name, "电工");
}

#[test]
fn readings_typed_to_their_end_come_before_those_only_begun() {
    let among = |text| among(&["护林员", "老年人护理员"], text);
    assert_eq!(among("huli"), ["老年人护理员", "护林员"]);
    assert_eq!(among("hulin"), ["护林员"]);
}

#[test]
fn a_code_says_enough_and_what_stands_beside_it_may_be_a_filter() {
    let found = index().search(&ask("6-31-01-03 甘井子 四级")).unwrap();
    assert_eq!(found.hits[0].name, "电工");
    assert_eq!(found.understood.len(), 2);
    let courses = found.hits.iter().filter(|hit| hit.kind == Kind::Course);
    let course_codes: Vec<_> = courses.map(|hit| hit.code.as_deref()).collect();
    assert_eq!(course_codes, [Some("6-31-01-03")]);
    let both = index().search(&ask("6-31-01-03、6-18-02-04")).unwrap();
    let names: Vec<&str> = both.hits[..2].iter().map(|hit| hit.name.as_str()).collect();
    assert_eq!(names, ["焊工", "电工"]);
    assert_eq!(first("6-31-01-03 电工").name, "电工");
    assert_eq!(first("6-31-01-30 电工").name, "电工", "a slip in the code");
    let literal = Query {
        literal: true,
        ..ask("6-31-01-03 甘井子 四级")
    };
    let literal = index().search(&literal).unwrap();
    assert!(literal.understood.is_empty());
    assert!(literal.total > found.total);
}

#[test]
fn what_is_printed_on_a_course_or_beside_an_institution_finds_it_alone() {
    for (typed, kind, id) in [
        ("course-0003", Kind::Course, "course-0003"),
        (" demo-02 ", Kind::Institution, "demo-02"),
    ] {
        let found = index().search(&ask(typed)).unwrap();
        assert_eq!(found.total, 1, "{typed}");
        let hit = &found.hits[0];
        assert_eq!((hit.kind, hit.id.as_str()), (kind, id));
    }
    let elsewhere = Query {
        districts: vec!["210224".into()],
        ..ask("DEMO-02")
    };
    assert_eq!(index().search(&elsewhere).unwrap().total, 0, "filters hold");
    let second_page = Query {
        page: 2,
        ..ask("DEMO-02")
    };
    let found = index().search(&second_page).unwrap();
    assert_eq!((found.total, found.hits.len()), (1, 0));
    assert_eq!(first("DEMO-02").id, "demo-02");
}

#[test]
fn a_level_in_the_words_is_the_same_filter_as_a_level_that_was_chosen() {
    let words = index().search(&ask("电工 中级")).unwrap();
    let chosen = Query {
        levels: vec![4],
        ..ask("电工")
    };
    let chosen = index().search(&chosen).unwrap();
    assert_eq!(words.total, chosen.total);
    assert_eq!(words.hits, chosen.hits);
    // but nothing hides an occupation that has no levels at all
    assert!(first("高级 兽医").name.contains("兽医"));
}

#[test]
fn two_places_in_the_words_are_any_of_them() {
    let courses = |text: &str| {
        let courses = Query {
            kinds: vec![Kind::Course],
            ..ask(text)
        };
        index().search(&courses).unwrap().total
    };
    let each = courses("甘井子 电工") + courses("沙河口 电工");
    assert!(each > 0);
    assert_eq!(courses("甘井子 沙河口 电工"), each);
}

#[test]
fn a_month_in_the_words_is_a_filter() {
    for text in ["12月 电工", "电工十二月份", "下个月开班的电工"] {
        let found = index().search(&ask(text)).unwrap();
        let months: Vec<_> = found
            .understood
            .iter()
            .map(|one| one.filter.clone())
            .collect();
        assert_eq!(months, [Filter::Month("2026-12".into())], "{text}");
        assert_eq!(
            found.hits[0].name, "电工",
            "an occupation starts at no time: {text}"
        );
        let starts_then = |hit: &Hit| {
            courses().iter().any(|course| {
                course.id == hit.id
                    && course.start.unwrap().format("%Y-%m").to_string() == "2026-12"
            })
        };
        let mut of_courses = found.hits.iter().filter(|hit| hit.kind == Kind::Course);
        assert!(
            of_courses.next().is_some() && of_courses.all(starts_then),
            "{text}"
        );
    }
}

#[test]
fn who_asks_for_a_kind_of_thing_is_shown_all_of_it() {
    let kinds = |text: &str| {
        let found = index().search(&ask(text)).unwrap();
        let kinds: BTreeSet<Kind> = found.hits.iter().map(|hit| hit.kind).collect();
        (kinds.into_iter().collect::<Vec<_>>(), found)
    };
    for (text, kind) in [
        ("培训机构", Kind::Institution),
        ("定点机构", Kind::Institution),
        ("大连的培训机构", Kind::Institution),
        ("甘井子培训机构", Kind::Institution),
        ("甘井子 技校", Kind::Institution),
        ("training centre", Kind::Institution),
        ("课程", Kind::Course),
        ("甘井子有哪些培训", Kind::Course),
        ("甘井子有哪些课", Kind::Course),
        ("晚上有课吗", Kind::Course),
        ("培训课程", Kind::Course),
        ("技校有哪些", Kind::Institution),
        ("课程 甘井子 机构", Kind::Institution),
        ("免费培训班", Kind::Course),
        ("中级 kecheng", Kind::Course),
        ("工种", Kind::Occupation),
    ] {
        let (found_kinds, found) = kinds(text);
        assert_eq!(found_kinds, [kind], "{text}");
        let read: Vec<_> = found.understood.iter().map(|one| &one.filter).collect();
        assert!(read.contains(&&Filter::Kind(kind)), "{text}: {read:?}");
    }
    for text in ["店员培训", "招聘机构"] {
        let (_, found) = kinds(text);
        assert!(found.understood.is_empty(), "{text} is about somebody");
    }
    assert!(kinds("招聘 助理").1.total < kinds("").1.total);
    let around = kinds("课程 甘井子 培训班").1;
    assert_eq!(around.understood[1].rest, "甘井子");
    let same = Query {
        kinds: vec![Kind::Institution],
        ..ask("培训机构")
    };
    assert_eq!(index().search(&same).unwrap().total, 8, "it says no more");
    let (_, found) = kinds("甘井子 培训机构");
    assert!(
        found
            .hits
            .iter()
            .all(|hit| hit.id == "demo-04" || hit.id == "demo-08")
    );
    let rests: Vec<_> = found.understood.iter().map(|one| &one.rest).collect();
    assert_eq!(rests, ["培训机构", "甘井子"]);
    assert!(found.facets.kind.len() > 1, "its own counts leave it out");

    // beside a trade it says nothing, and what was chosen counts more than what is read
    let (found_kinds, found) = kinds("电工 培训机构");
    assert_eq!(found.hits[0].name, "电工");
    assert!(found_kinds.len() > 1 && found.understood.is_empty());
    let chosen = Query {
        kinds: vec![Kind::Occupation],
        ..ask("培训")
    };
    let found = index().search(&chosen).unwrap();
    assert_eq!(found.hits[0].name, "职业培训师");
    let literal = Query {
        literal: true,
        ..ask("培训")
    };
    assert!(index().search(&literal).unwrap().understood.is_empty());
}

#[test]
fn a_filter_is_read_wherever_it_stands_in_a_sentence() {
    let district = |code: &str| Filter::District(code.into());
    let evening = || Filter::Mode("evening".into());
    for (text, filters, name) in [
        ("我在甘井子想学电焊", vec![district("210211")], "焊工"),
        (
            "我想在金州学电工晚上上课",
            vec![district("210213"), evening()],
            "电工",
        ),
        ("有没有晚上的焊工课", vec![evening()], "焊工"),
        ("焊工有晚上的课吗", vec![evening()], "焊工"),
        ("想学电工晚上上课", vec![evening()], "电工"),
        ("我想学焊工,有没有晚上的课", vec![evening()], "焊工"),
        (
            "甘井子有没有晚上的焊工课",
            vec![district("210211"), evening()],
            "焊工",
        ),
        ("夜班的电工班", vec![evening()], "电工"),
        ("甘井子哪里可以学焊工", vec![district("210211")], "焊工"),
    ] {
        let found = index().search(&ask(text)).unwrap();
        let read: BTreeSet<_> = found
            .understood
            .iter()
            .map(|one| format!("{:?}", one.filter))
            .collect();
        let wanted: BTreeSet<_> = filters.iter().map(|filter| format!("{filter:?}")).collect();
        assert_eq!(read, wanted, "{text}");
        assert_eq!(found.hits[0].name, name, "{text}");
        assert!(
            !matches!(found.hits[0].why, Some(Why::Spelling(_) | Why::Relaxed)),
            "{text}: {:?}",
            found.hits[0].why
        );
    }
    for (text, filters) in [
        ("是不是晚上上课的电工", 1),
        ("能不能晚上学电工", 1),
        ("不在晚上上课的电工", 0),
    ] {
        let found = index().search(&ask(text)).unwrap();
        assert_eq!(found.understood.len(), filters, "{text}");
    }
    for text in ["我要做中山装", "焊工 不要晚上", "我不要晚上上课"] {
        assert!(
            index().search(&ask(text)).unwrap().understood.is_empty(),
            "{text}"
        );
    }
    let alone = index().search(&ask("晚上的课")).unwrap();
    assert!(alone.total > 0 && alone.hits.iter().all(|hit| hit.kind == Kind::Course));
}

#[test]
fn two_characters_that_sound_like_a_trade_are_not_part_of_another_word() {
    assert!(first("前工").name.ends_with("钳工"), "and not 炉前工");
    let homes = |text: &str| {
        let found = index().search(&ask(text)).unwrap();
        let mut names = found.hits.iter().map(|hit| &*hit.name);
        names.any(|name| name == "房地产经纪人")
    };
    assert!(homes("租访"), "it sounds just like 租房");
    assert!(!homes("主防"), "it sounds alike, and shares no character");
}
