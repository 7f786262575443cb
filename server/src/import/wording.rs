//! The sentences in which a fault of a file is told on the command line, in Chinese and English.

use app::language::Language;

use super::row_error::{Noun, Problem, Remedy, RowError};

/// Returns where the fault is, what is wrong and what to do, on one line in Chinese and one in English.
#[must_use]
pub fn told(error: &RowError) -> String {
    let [chinese, english] = Language::ALL.map(|language| told_in(language, error));
    format!("{chinese}\n  {english}")
}

/// Returns where the fault is, what is wrong and what to do, in a language.
#[must_use]
pub fn told_in(language: Language, error: &RowError) -> String {
    format!(
        "{}{}",
        place(language, error),
        told_of_field(language, error)
    )
}

/// Returns what is wrong and what to do, for a page that shows it where the fault is.
#[must_use]
pub fn told_of_field(language: Language, error: &RowError) -> String {
    let (problem, remedy) = (of_problem(&error.problem), of_remedy(error.remedy()));
    match language {
        Language::Chinese => format!("{}；{}。", problem.0, remedy.0),
        Language::English => format!("{}; {}.", problem.1, remedy.1),
    }
}

fn place(language: Language, error: &RowError) -> String {
    match (language, error.line, error.column.as_str()) {
        (_, 0, "") => String::new(),
        (Language::Chinese, 0, column) => format!("“{column}”列："),
        (Language::English, 0, column) => format!("column {column}: "),
        (Language::Chinese, line, "") => format!("第{line}行："),
        (Language::English, line, "") => format!("line {line}: "),
        (Language::Chinese, line, column) => format!("第{line}行“{column}”列："),
        (Language::English, line, column) => format!("line {line}, column {column}: "),
    }
}

fn of_problem(problem: &Problem) -> (String, String) {
    let plain = |chinese: &str, english: &str| (chinese.to_owned(), english.to_owned());
    match problem {
        Problem::EmptyFile => plain("文件里没有数据行", "the file has no rows"),
        Problem::NotCsv => plain("这不是CSV文本", "this is not a CSV text"),
        Problem::FileTooLarge(most) => (
            format!("文件超过{}MB", most >> 20),
            format!("the file is larger than {} MB", most >> 20),
        ),
        Problem::UnreadableText => plain(
            "文字既不是UTF-8也不是GB18030编码",
            "the text is neither UTF-8 nor GB18030",
        ),
        Problem::MissingColumn => plain("表头缺少这一列", "the header lacks this column"),
        Problem::UnknownColumn => plain(
            "表头里有不认识的列",
            "the header has a column that is not known",
        ),
        Problem::RepeatedColumn => plain(
            "表头里这一列出现了两次",
            "the header names this column twice",
        ),
        Problem::CellCount { expected, found } => (
            format!("应有{expected}格，实有{found}格"),
            format!("{expected} cells expected, {found} found"),
        ),
        Problem::Empty => plain("此格不能为空", "the cell must not be empty"),
        Problem::TooLong(most) => (
            format!("超过{most}个字"),
            format!("longer than {most} characters"),
        ),
        Problem::ControlCharacter => plain(
            "含有换行或控制字符",
            "it holds a line break or control character",
        ),
        Problem::Formula => plain(
            "以 = + - @ 开头，会被表格软件当作公式",
            "it begins with = + - @, which a spreadsheet would run as a formula",
        ),
        Problem::RoundedNumber => plain(
            "编码已被表格软件改成科学记数，末尾数字已丢失",
            "a spreadsheet turned the code into a rounded number: its last digits are lost",
        ),
        Problem::NotANumber => plain("不是整数", "not a whole number"),
        Problem::OutOfRange(bounds) => (
            format!("不在{}到{}之间", bounds.start(), bounds.end()),
            format!("not between {} and {}", bounds.start(), bounds.end()),
        ),
        Problem::NotADate => plain(
            "不是日期，应写作 2026-03-01 或 2026/3/1",
            "not a date: write 2026-03-01 or 2026/3/1",
        ),
        Problem::NoSuchDay => plain("日历上没有这一天", "the calendar has no such day"),
        Problem::DateOutOfRange { first, last } => (
            format!("日期不在{first}到{last}之间"),
            format!("the date is not between {first} and {last}"),
        ),
        Problem::NotATime => plain("不是时刻，应写作 08:30", "not a time of day: write 08:30"),
        Problem::EndsBeforeStart(start) => {
            (format!("早于“{start}”"), format!("earlier than {start}"))
        }
        Problem::NotYesNo => plain("应为 true 或 false", "neither true nor false"),
        Problem::NotOneOf(words) => (
            format!("应为其中之一：{}", words.join("、")),
            format!("not one of {}", words.join(", ")),
        ),
        Problem::NotACode(form) => (
            format!("不是编码，应如 {form}"),
            format!("not a code such as {form}"),
        ),
        Problem::NotAPlace => plain(
            "坐标不在大连一带",
            "the coordinate does not lie near the city",
        ),
        Problem::UnknownReference(noun) => {
            let (chinese, english) = of_noun(*noun);
            (format!("没有这个{chinese}"), format!("no such {english}"))
        }
        Problem::Duplicate { first_line } => (
            format!("与第{first_line}行重复"),
            format!("the same as line {first_line}"),
        ),
        Problem::Contradicts(column) => (
            format!("与“{column}”列矛盾"),
            format!("it contradicts {column}"),
        ),
        Problem::Overlaps { first_line } => (
            format!("与第{first_line}行时间重叠"),
            format!("it overlaps line {first_line}"),
        ),
        Problem::OverlapsEdition(other) => (
            format!("与目录版本 {other} 时间重叠"),
            format!("it overlaps edition {other}"),
        ),
        Problem::LeavesDaysOut { from, to } => (
            format!("{from}到{to}没有适用的目录版本"),
            format!("no edition is in force from {from} to {to}"),
        ),
        Problem::TooManyRows(most) => (format!("超过{most}行"), format!("more than {most} rows")),
        Problem::ToldInWords => plain(
            "这一条理解只能用文字说明，没有可以改的数",
            "this reading is told in words alone and has no figure to change",
        ),
        Problem::InForce => plain(
            "登记里这一天的选择已经生效，不能改写",
            "the register's choice for this day is in force already and can't be rewritten",
        ),
        Problem::ChangesNothing => plain(
            "与当时已经采用的选择相同",
            "it chooses what already holds by then",
        ),
        Problem::NoRuleReads => plain(
            "没有规则用到它，改了对谁都没有影响",
            "no rule reads it, so that it changes nobody's answer",
        ),
    }
}

fn of_noun(noun: Noun) -> (&'static str, &'static str) {
    match noun {
        Noun::Occupation => ("职业", "occupation"),
        Noun::Level => ("职业等级", "level of this occupation"),
        Noun::District => ("区市县或先导区", "district"),
        Noun::University => ("高校", "university"),
        Noun::Institution => ("机构", "institution"),
        Noun::Base => ("基地", "base"),
        Noun::Course => ("课程", "course"),
        Noun::Resident => ("居民", "resident"),
    }
}

fn of_remedy(remedy: Remedy) -> (&'static str, &'static str) {
    match remedy {
        Remedy::SaveAsCsv => (
            "请另存为“CSV UTF-8”后再导入",
            "save the table as CSV UTF-8 and import that",
        ),
        Remedy::Split => ("请分成几个文件", "split it into several files"),
        Remedy::CompareHeader => (
            "请对照该类文件的列名（portal import 类别，不带文件名即列出）",
            "compare the header with the columns of this kind (portal import KIND, without a file, lists them)",
        ),
        Remedy::MarkAsText => (
            "请从原始资料取得编码，先把该列设为文本再填",
            "take the code from its source and set the column to text before entering it",
        ),
        Remedy::MindQuotes => (
            "请检查引号：含逗号的格要加引号，引号本身写两遍",
            "check the quotation marks: a cell with a comma is quoted, a quotation mark within is doubled",
        ),
        Remedy::Correct => ("请改正此格", "correct the cell"),
        Remedy::ImportFirst => (
            "请先导入它，或改正编码",
            "import it first, or correct the code",
        ),
        Remedy::KeepOne => ("请只留一行", "keep one of the two rows"),
        Remedy::AmendLater => (
            "请另加一行，从以后的某一天起更改",
            "add a row that changes it from a later day on",
        ),
        Remedy::ChangeRule => (
            "需要改的是规则本身，请找门户的维护人员",
            "it takes a change of the rule itself: ask those who maintain the portal",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_place_reason_and_remedy_in_both_languages() {
        let error = RowError {
            line: 7,
            column: "level".to_owned(),
            problem: Problem::OutOfRange(1..=5),
        };
        assert_eq!(
            told(&error),
            "第7行“level”列：不在1到5之间；请改正此格。\n  line 7, column level: not between 1 and 5; correct the cell."
        );
    }
}
