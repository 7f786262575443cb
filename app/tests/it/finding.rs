//! Pages on which something is found.

use app::page::Fault;

use crate::city::searches;
use crate::reading::{Read, answer, read};

#[test]
fn a_course_card_says_at_once_what_decides() {
    let page = read("/find?kind=course");
    let card = page.texts("article").remove(0);
    for fact in [
        "电工五级班",
        "五级（初级工）",
        "中山区",
        "12月7日",
        "仅剩 3 席",
        "¥1,300",
        "非常紧缺",
        "示例数据",
        "拼音匹配",
    ] {
        assert!(card.contains(fact), "{fact} is missing: {card}");
    }
}

#[test]
fn impossible_filters_are_answered_with_a_sentence_each_and_what_was_typed() {
    let page = read("/find?q=电工&level=9&district=1&from=2026-02-31");
    assert_eq!(page.status, 422);
    let summary = page.texts("[role=alert] a");
    assert_eq!(summary.len(), 3, "{summary:?}");
    assert!(
        summary
            .iter()
            .any(|sentence| sentence.contains("2026-02-31") && sentence.contains("2026-03-01"))
    );
    assert_eq!(
        page.attributes("input[name=q]:not([type=hidden])", "value"),
        ["电工"]
    );
    assert_eq!(page.attributes("input#from", "value"), ["2026-02-31"]);
    let english = read("/en/find?level=9");
    assert!(english.texts("[role=alert] a")[0].contains("Levels run from 5"));
}

#[test]
fn what_the_error_summary_names_can_be_reached() {
    let page = read("/find?from=2026-02-31&to=x");
    for target in page.attributes("[role=alert] a", "href") {
        assert_eq!(page.attributes(&target, "id").len(), 1, "{target}");
    }
}

#[test]
fn filters_are_kept_when_somebody_turns_the_page_or_searches_again() {
    let page = read("/find?q=电工&kind=course&district=210202");
    let next = page.attributes(".pagination a[rel=next]", "href").remove(0);
    assert!(
        next.contains("district=210202") && next.contains("kind=course") && next.contains("page=2"),
        "{next}"
    );
    assert_eq!(
        page.attributes("form[role=search] input[name=district]", "value"),
        ["210202"]
    );
    assert!(answer(&next).is_ok());
}

#[test]
fn words_that_were_taken_for_a_filter_show_as_a_chip_that_takes_them_off() {
    let page = read("/find?q=初级+电工&kind=course");
    assert_eq!(page.texts("a.chip:not(.plain)"), ["五级（初级工）"]);
    assert_eq!(
        page.attributes("a.chip:not(.plain)", "href"),
        ["/find?q=%E7%94%B5%E5%B7%A5&kind=course"]
    );
    assert_eq!(
        read("/en/find?q=初级").attributes("a.chip:not(.plain)", "href"),
        ["/en/find"],
        "nothing was typed besides"
    );
}

#[test]
fn what_was_found_by_more_than_the_words_can_be_left_out() {
    let guessed = read("/find?q=电工&sort=start&page=2");
    assert_eq!(
        guessed.texts("a[href*='literal=true']"),
        ["只找写着“电工”的"]
    );
    assert_eq!(
        guessed.attributes("a[href*='literal=true']", "href"),
        ["/find?q=%E7%94%B5%E5%B7%A5&sort=start&literal=true"]
    );
    let literal = read("/find?q=电工&literal=true");
    assert_eq!(literal.texts("a.chip:not(.plain)"), ["只按原字找"]);
    assert!(!literal.text().contains("只找写着"));
    assert!(
        literal
            .attributes("form[role=search] input[name=literal]", "value")
            .is_empty(),
        "other words are looked for afresh"
    );
    assert_eq!(
        literal.attributes(".filters-body input[name=literal]", "value"),
        ["true"],
        "other filters keep it"
    );
    let everything = read("/find?kind=course");
    assert!(!everything.text().contains("只找写着"), "nothing was typed");
}

#[test]
fn the_words_alone_are_offered_above_the_list_and_only_where_they_find_something() {
    let offered = read("/find?q=电工").text();
    let list = offered.find("有补贴的等级").expect("the first hit");
    let offer = offered.find("只找写着“电工”的").expect("the offer");
    assert!(offer < list, "{offered}");
    let in_vain = read("/find?q=电工&kind=course");
    assert!(!in_vain.texts("article").is_empty());
    assert!(!in_vain.text().contains("只找写着"), "{}", in_vain.text());
}

#[test]
fn a_list_costs_few_searches() {
    for (address, most) in [("/find", 1), ("/find?q=电工", 2), ("/find?q=初级电工", 7)] {
        let before = searches();
        assert!(!read(address).texts("article").is_empty(), "{address}");
        let asked = searches() - before;
        assert!(asked <= most, "{address}: {asked}");
    }
}

#[test]
fn readers_of_english_are_told_what_an_occupation_is() {
    let names = |page: Read| page.texts("article h3");
    assert_eq!(
        names(read("/en/find?kind=occupation")),
        ["电工 electrician"]
    );
    assert_eq!(names(read("/find?kind=occupation")), ["电工"]);
    let heading = read("/en/occupations/6-31-01-03").texts("h1");
    assert_eq!(heading, ["电工 electrician"]);
    assert_eq!(read("/occupations/6-31-01-03").texts("h1"), ["电工"]);
}

#[test]
fn courses_can_be_filtered_by_when_they_meet() {
    let page = read("/find?kind=course&mode=evening");
    assert_eq!(
        page.attributes("input[name=mode][checked]:not([type=hidden])", "value"),
        ["evening"]
    );
    assert_eq!(page.texts("a.chip:not(.plain)"), ["晚上"]);
    let wrong = read("/find?mode=midnight&literal=perhaps");
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.texts("[role=alert] a").len(), 2);
}

#[test]
fn a_page_beyond_the_last_is_not_found_and_says_how_many_there_are() {
    let page = read("/find?kind=course&page=99");
    assert_eq!(page.status, 404);
    assert!(page.text().contains("只有 3 页"), "{}", page.text());
    assert_eq!(
        page.attributes(".panel a", "href"),
        ["/find?kind=course&page=3"]
    );
    assert!(
        page.texts(".pagination").is_empty(),
        "no page stands beside it"
    );
    let english = read("/en/find?kind=occupation&page=2");
    assert!(english.text().contains("this list has one page"));
}

#[test]
fn words_are_dropped_without_the_filters_that_were_read_out_of_them() {
    let page = read("/find?q=初级没有&district=210202&sort=start");
    assert_eq!(
        page.attributes("main ul.links a", "href"),
        ["/find?district=210202&sort=start&level=5"]
    );
    assert_eq!(
        page.texts("main ul.links a"),
        ["不用“没有”这个词，只按其余条件找：44 项"]
    );
}

#[test]
fn an_empty_list_costs_few_searches() {
    for address in [
        "/find?q=没有这样的东西在这里",
        "/find?q=没有这样的东西在这里&kind=course&district=210283&open=true",
        "/find?q=电工&kind=course&district=210283&level=5&mode=evening&month=2026-12&open=true",
        "/find?q=初级电工&district=210283&shortage=very&programme=employment_skills&from=2026-12-01",
        "/find?q=初级没有这样的东西&kind=course&district=210283&mode=evening&month=2026-12&open=true",
    ] {
        let before = searches();
        let page = read(address);
        assert_eq!(page.texts("h2.count"), ["共 0 项"], "{address}");
        let asked = searches() - before;
        // what its boxes count is asked besides where a filter was read out of the words
        let most = if address.contains("初级") { 9 } else { 8 };
        assert!(asked <= most, "{address}: {asked}");
    }
}

#[test]
fn an_empty_list_says_which_filter_to_drop() {
    let page = read("/find?q=电工&district=210283");
    assert!(page.text().contains("不限区市县：45 项"), "{}", page.text());
}

#[test]
fn a_level_without_subsidy_differs_from_a_level_that_does_not_exist() {
    let stations = read("/occupations/6-31-01-03").texts("ol.tram > li");
    assert!(
        stations[0].contains("¥1,300") && stations[0].contains("¥150"),
        "{stations:?}"
    );
    assert!(stations[1].contains("没有补贴"), "{stations:?}");
    assert!(stations[3].contains("不设这一级"), "{stations:?}");
}

#[test]
fn a_course_says_what_the_city_pays_and_how_to_take_it() {
    let page = read("/courses/C-1");
    let text = page.text();
    assert!(
        text.contains("¥1,300") && text.contains("¥150") && text.contains("考取证书之后"),
        "{text}"
    );
    let ways = page.attributes("main a", "href");
    assert!(
        ways.contains(&"/courses/C-1/apply".to_owned())
            && ways.contains(&"/check?course=C-1".to_owned()),
        "{ways:?}"
    );
}

#[test]
fn a_full_course_offers_its_line_and_others() {
    let page = read("/en/courses/C-2");
    assert!(page.text().contains("6 people are waiting"));
    assert_eq!(page.texts("aside a.button")[0], "Join the waiting list");
    let ways = page.attributes("main a", "href");
    assert!(
        ways.iter()
            .any(|way| way.starts_with("/en/find?kind=course&open=true&occupation=")),
        "{ways:?}"
    );
}

#[test]
fn days_beside_each_other_say_another_year() {
    let page = read("/compare?course=C-1&course=C-2");
    let days = page.texts("tbody td");
    assert!(days.iter().any(|day| day == "12月7日"), "{days:?}");
    assert!(days.iter().any(|day| day == "2027年1月20日"), "{days:?}");
    let english = read("/en/compare?course=C-1").texts("tbody td");
    assert!(
        english.iter().any(|day| day == "20 January 2027"),
        "{english:?}"
    );
}

#[test]
fn the_chart_is_told_in_words_and_samples_are_labelled() {
    let page = read("/market");
    assert!(page.texts("svg desc")[0].contains("2026年1季度"));
    assert_eq!(page.texts("tbody tr").len(), 3);
    assert!(page.texts("tbody tr")[0].contains("示例数据"));
    assert!(page.texts("tbody tr")[2].contains("example.org"));
}

#[test]
fn the_parts_of_a_recommendation_add_up_to_its_score() {
    let page = read("/recommended");
    let parts: f64 = page
        .texts(".parts li:not(.sum) b")
        .iter()
        .map(|points| points.parse::<f64>().unwrap())
        .sum();
    let sum: f64 = page.texts(".parts .sum b")[0].parse().unwrap();
    assert!((parts - sum).abs() < 0.05, "{parts} against {sum}");
}

#[test]
fn scripts_come_only_with_pages_that_carry_an_island() {
    assert!(read("/find").source.contains("<script"));
    assert!(!read("/courses/C-1").source.contains("<script"));
}

#[test]
fn an_unknown_course_is_not_found() {
    assert!(matches!(answer("/courses/none"), Err(Fault::NotFound)));
}
