//! The register of readings as a resident reads it.

use crate::reading::read;

#[test]
fn every_reading_says_what_was_chosen_what_else_it_could_mean_and_why() {
    for (address, chosen, stated) in [
        ("/readings", "门户采用", "写明"),
        ("/en/readings", "The portal reads", "It states"),
    ] {
        let page = read(address);
        let sections = page.texts("section.reading");
        assert_eq!(sections.len(), 32, "{address}");
        let plain = sections.iter().filter(|section| section.contains(stated));
        assert_eq!(plain.count(), 12, "{address}");
        for section in &sections {
            assert!(
                section.contains(chosen) != section.contains(stated),
                "{section}"
            );
            assert!(
                section.contains("一") || section.contains("二（"),
                "{section}"
            );
        }
        assert!(
            page.texts("section.reading dd")
                .iter()
                .all(|text| !text.is_empty())
        );
    }
}

#[test]
fn an_amended_reading_shows_what_held_before_and_what_will() {
    let page = read("/readings");
    let retirement = page.texts("#retirement_age").concat();
    for told in [
        "男 61 岁、女 56 岁以前可以参加",
        "从2026年1月1日起",
        "示例理由",
        "依据：示例文件",
        "男 60 岁、女 55 岁 2011年1月1日至2025年12月31日",
        "男 63 岁、女 58 岁 从2027年1月22日起",
    ] {
        assert!(retirement.contains(told), "{told}: {retirement}");
    }
    let coming = page.texts("section.panel li").concat();
    assert_eq!(coming, "2027年1月22日起，到几岁为止：男 63 岁、女 58 岁");
    let links = page.attributes("section.panel li a, nav details a", "href");
    assert_eq!(links.len(), 33);
    assert!(links.contains(&"#retirement_age".to_owned()));
}
