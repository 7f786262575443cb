//! What somebody types may be about a person: such words are never kept.

/// The most frequent surnames, which stand for some nine people in ten (Ministry of Public Security, report on names of 2020).
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边";
/// Surnames of two characters.
const LONG_SURNAMES: [&str; 10] = [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒",
];
/// So many digits are a number of a person, a telephone or an account.
const DIGITS: usize = 5;

/// Says whether a text looks as if it were about one person: a name, an identity number, a telephone, an address of mail.
/// It rather says so too often.
#[must_use]
pub fn looks_personal(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    digits >= DIGITS
        || text.contains(['@', '＠'])
        || text
            .split(|c: char| !c.is_alphanumeric())
            .any(looks_like_a_name)
}

fn looks_like_a_name(word: &str) -> bool {
    let count = word.chars().count();
    let begins_with_one = word.chars().next().is_some_and(|c| SURNAMES.contains(c));
    let begins_with_two = LONG_SURNAMES
        .iter()
        .any(|surname| word.starts_with(surname));
    (begins_with_one && (2..=3).contains(&count)) || (begins_with_two && (3..=4).contains(&count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_addresses_are_personal() {
        for text in [
            "王小明",
            "李雷",
            "张师傅",
            "欧阳娜娜",
            "电工 王小明",
            "210202199001011234",
            "13800138000",
            "２１０２０２",
            "wang@example.org",
        ] {
            assert!(looks_personal(text), "{text}");
        }
    }

    #[test]
    fn words_of_a_trade_are_not() {
        for text in ["挖掘机司机", "刷墙", "修空调的", "养蜂", "高空作业人员"] {
            assert!(!looks_personal(text), "{text}");
        }
    }
}
