//! Words made plain: a message as a text that says itself where its variables stand.
//!
//! `{name}` stands for a value, `{name?one=text|other=text|*=text}` for the text by the value; texts may nest.

/// Says a plain message with these values.
pub(super) fn said(message: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    say(message, values, &mut text);
    text
}

fn say(message: &str, values: &[(&str, &str)], text: &mut String) {
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (inside, after) = split(after, b'}');
        place(inside, values, text);
        rest = after.unwrap_or_default();
    }
    text.push_str(rest);
}

fn place(inside: &str, values: &[(&str, &str)], text: &mut String) {
    let value = |name: &str| {
        values
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, value)| *value)
    };
    match inside.split_once('?') {
        None => text.push_str(value(inside)),
        Some((name, choices)) => {
            if let Some(chosen) = chosen(choices, value(name)) {
                say(chosen, values, text);
            }
        }
    }
}

/// Returns the text for a value, or the one for every other.
fn chosen<'a>(choices: &'a str, value: &str) -> Option<&'a str> {
    let mut rest = choices;
    loop {
        let (choice, others) = split(rest, b'|');
        let (key, text) = choice.split_once('=')?;
        if key == value || key == "*" {
            return Some(text);
        }
        rest = others?;
    }
}

/// Splits a text at a sign that stands outside of all braces.
fn split(text: &str, sign: u8) -> (&str, Option<&str>) {
    let mut depth = 0_usize;
    let place = text.bytes().position(|byte| {
        if depth == 0 && byte == sign {
            return true;
        }
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        false
    });
    // what a browser would download to complain of a wrong index is larger than the index
    match place.and_then(|place| text.split_at_checked(place)) {
        Some((before, rest)) => (before, rest.get(1..)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_choose_among_texts_that_nest() {
        let message = "您{age?unknown=还没有说|*= {age} 岁，{side?early=太早|*=太晚}}。";
        assert_eq!(said(message, &[("age", "unknown")]), "您还没有说。");
        assert_eq!(
            said(message, &[("age", "15"), ("side", "early")]),
            "您 15 岁，太早。"
        );
        assert_eq!(
            said(message, &[("age", "70"), ("side", "late")]),
            "您 70 岁，太晚。"
        );
    }

    #[test]
    fn a_value_is_never_read_as_a_message() {
        assert_eq!(said("«{what}»", &[("what", "{what}|*=")]), "«{what}|*=»");
    }
}
