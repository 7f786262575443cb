//! What somebody types may be about a person: such words are never kept.

use super::letters::holds_pinyin;

/// Surnames: the most frequent ones, which stand for some nine people in ten (Ministry of Public Security, report on names of
/// 2020), and those of the Hundred Family Surnames that begin few other words.
const SURNAMES: &str = "\
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎\
    余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文\
    庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜\
    詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边褚戚\
    喻窦奚郎昌凤酆廉岑滕邬皮卞平穆湛禹狄贝臧伏谈茅蓝麻娄危刁骆虞昝裘缪干宗贲郁杭诸吉钮嵇滑荣荀於惠封芮\
    羿储汲邴糜巫乌巴弓隗宓蓬郗仰仲伊宫仇栾暴钭厉戎祖符束幸韶郜蓟宿怀蒲邰鄂索籍卓蔺屠蒙池阴胥苍闻莘党贡\
    逄姬扶堵宰郦雍郤璩濮寿扈燕冀郏浦尚晏瞿慕茹习宦艾慎戈庾终暨衡弘匡寇禄阙东殳沃蔚越夔隆师巩厍晁勾敖融\
    冷訾阚那简饶毋沙乜鞠丰巢蒯荆竺权逯盖益桓仉督晋楚闫汝鄢钦归帅缑亢况琴商佘佴伯赏墨哈谯笪佟言肖付苑尕\
    仝邸冮鹿矫迟";
/// Surnames of several characters.
const LONG_SURNAMES: [&str; 43] = [
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
    "夏侯",
    "闻人",
    "赫连",
    "澹台",
    "宗政",
    "濮阳",
    "淳于",
    "单于",
    "太叔",
    "申屠",
    "仲孙",
    "轩辕",
    "令狐",
    "钟离",
    "宇文",
    "长孙",
    "鲜于",
    "闾丘",
    "司空",
    "亓官",
    "司寇",
    "呼延",
    "南宫",
    "独孤",
    "西门",
    "东郭",
    "百里",
    "拓跋",
    "端木",
    "爱新觉罗",
    "叶赫那拉",
    "纳兰",
    "完颜",
];
/// What given names of other peoples are made of.
const OTHER_NAMES: [&str; 14] = [
    "买买提",
    "阿不都",
    "阿卜杜",
    "阿依",
    "古丽",
    "吐尔",
    "艾合",
    "扎西",
    "卓玛",
    "巴特尔",
    "其其格",
    "央金",
    "次仁",
    "才让",
];
/// What people write around something of their own.
const ABOUT_ONESELF: [&str; 22] = [
    "我叫",
    "我是",
    "我姓",
    "名叫",
    "姓名",
    "名字",
    "本人",
    "某",
    "身份证",
    "证件号",
    "电话",
    "手机号",
    "号码",
    "微信",
    "企鹅号",
    "邮箱",
    "住在",
    "家住",
    "住址",
    "地址",
    "单元",
    "号楼",
];
/// After these characters, which end a trade or ask for somebody, a name may stand without a gap.
const BEFORE_NAMES: &str = "工师员匠找叫给请";
/// The shortest word that is more than a surname, in characters.
const SHORTEST_WORD: usize = 2;
/// Hardly any name is longer, in characters.
const LONGEST_NAME: usize = 3;
/// So many digits are a number of a person, a telephone or an account.
const DIGITS: usize = 5;
/// Digits as they are written out.
const WRITTEN_DIGITS: &str = "〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖幺";
/// A number of a house is shorter.
const HOUSE: [char; 3] = ['号', '室', '栋'];

/// Says whether a text looks as if it were about one person: a name, an identity number, a telephone, where somebody lives.
/// It rather says so too often; `is_known` tells words of trades, some of which begin as names do.
#[must_use]
pub fn looks_personal(text: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric());
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    looks_like_a_number(text)
        || holds(&ABOUT_ONESELF)
        || holds(&OTHER_NAMES)
        || names_a_house(text)
        || holds_pinyin(text)
        || words().any(|word| names_somebody(word, is_known))
}

/// Says whether a name may begin a word, or stand in it behind a trade.
fn names_somebody(word: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
    let behind = word
        .char_indices()
        .filter(|(_, c)| BEFORE_NAMES.contains(*c));
    let mut behind = behind.map(|(place, c)| &word[place + c.len_utf8()..]);
    let is_a_name = |text: &str| looks_like_a_name(text) && !is_of_a_trade(text, is_known);
    let may_be_one = |rest: &str| {
        let end = rest
            .find(|c| BEFORE_NAMES.contains(c))
            .unwrap_or(rest.len());
        looks_like_a_name(&rest[..end]) && is_a_name(rest)
    };
    is_a_name(word) || behind.any(may_be_one)
}

/// Says whether a text is a known word, or begins with one and is too long for a name, which may not stand anywhere behind it.
fn is_of_a_trade(text: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
    let places = text.char_indices().map(|(place, _)| place);
    let ends: Vec<usize> = places.skip(SHORTEST_WORD).collect();
    let is_long = text.chars().count() > LONGEST_NAME;
    let begun = || ends.iter().rev().find(|end| is_known(&text[..**end]));
    let names = |end: &usize| {
        let places = text[*end..].char_indices().map(|(place, _)| end + place);
        let mut behind = places.map(|place| &text[place..]);
        behind.any(|rest| looks_like_a_name(rest) && !is_known(rest))
    };
    let is_begun = || begun().is_some_and(|end| !names(end));
    is_known(text) || (is_long && is_begun())
}

/// Says whether a text holds what may be an identity number, a telephone, an account or an address of mail.
#[must_use]
pub fn looks_like_a_number(text: &str) -> bool {
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    digits >= DIGITS || text.contains(['@', '＠'])
}

/// Says whether a text, which may hold dates and numbers of documents, holds an identity number, a telephone or an address of mail.
#[must_use]
pub fn holds_a_number(text: &str) -> bool {
    const TELEPHONE: usize = 11;
    let mut runs = text.split(|c: char| !c.is_numeric() && c != ' ');
    let digits = |run: &str| run.chars().filter(|c| c.is_numeric()).count();
    runs.any(|run| digits(run) >= TELEPHONE) || text.contains(['@', '＠'])
}

fn is_digit(c: char) -> bool {
    c.is_numeric() || WRITTEN_DIGITS.contains(c)
}

fn names_a_house(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    characters
        .windows(2)
        .any(|pair| is_digit(pair[0]) && HOUSE.contains(&pair[1]))
}

/// A word that begins with a surname: a name, or a name and what that person does.
fn looks_like_a_name(word: &str) -> bool {
    let is_long_enough = word.chars().count() > 1;
    let begins_with_one = word.chars().next().is_some_and(|c| SURNAMES.contains(c));
    let begins_with_more = LONG_SURNAMES
        .iter()
        .any(|surname| word.starts_with(surname));
    is_long_enough && (begins_with_one || begins_with_more)
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
            "佟丽娅",
            "佟丽娅电工",
            "郎平",
            "尚雯婕",
            "褚时健",
            "阿依古丽",
            "买买提江",
            "我叫王小明",
            "王某某身份证",
            "一三八零零一三八零零零",
            "住在星海街12号",
            "星海街二号三单元",
            "微信号abc",
            "电工张伟",
            "找王小明",
        ] {
            assert!(looks_personal(text, &|_| false), "{text}");
        }
    }

    #[test]
    fn a_name_in_letters_is_personal_among_characters_too() {
        for text in [
            "zhangwei电工",
            "电工 lixm",
            "wangxiaoming",
            "liu电工",
            "电工xiaomingw",
        ] {
            assert!(looks_personal(text, &|_| false), "{text}");
        }
        assert!(!looks_personal("excel培训", &|_| false));
    }

    #[test]
    fn words_that_begin_with_a_known_one_are_not_personal() {
        let is_known = |word: &str| ["车床", "高压电工", "石油", "陶艺"].contains(&word);
        for text in [
            "车床",
            "石油",
            "高压电工",
            "高压电工证",
            "石油炼制",
            "学车床编程",
            "石油 开采",
        ] {
            assert!(!looks_personal(text, &is_known), "{text}");
        }
        for text in [
            "车小明",
            "高小明",
            "石小明",
            "陶艺梅",
            "车床王小明",
            "高压电工张伟",
            "高压电工 张伟",
            "石油王小明",
            "石油大学王小明",
            "车床的王小明",
            "找石油生",
            "金小明",
            "陶艺梅电工",
        ] {
            assert!(looks_personal(text, &is_known), "{text}");
        }
    }

    #[test]
    fn words_of_a_trade_are_not() {
        for text in [
            "挖掘机司机",
            "刷墙",
            "修空调的",
            "养蜂",
            "扒虾仁",
            "做一日三餐",
        ] {
            assert!(!looks_personal(text, &|_| false), "{text}");
        }
        for text in ["白案", "安检", "石匠", "车床", "程序猿", "龙门吊"] {
            assert!(!looks_like_a_number(text), "{text}");
        }
        assert!(!holds_a_number("大政发〔2011〕44号，2026-11-29"));
        assert!(holds_a_number("王小明 13800138000"));
        assert!(holds_a_number("窗口 138 0013 8000"));
    }
}
