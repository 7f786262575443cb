//! What somebody typed, as others see it: without characters that nobody sees and that turn or hide the text around them.

use std::borrow::Cow;

/// Returns the text without control and format characters. One that parts words becomes a blank; those that join the parts
/// of one picture or of one word stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| parts(c) || is_unseen(c)) {
        return Cow::Borrowed(text);
    }
    let seen = text.chars().filter(|c| parts(*c) || !is_unseen(*c));
    seen.map(|c| if parts(c) { ' ' } else { c }).collect()
}

/// Whether a character parts words as a blank does, and would do more than that on a screen.
const fn parts(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character only controls how others are shown: controls, marks of direction and language, what has no width.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0001}'
    )
}
