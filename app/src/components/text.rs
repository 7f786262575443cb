//! Text in HTML that is written at once.

use maud::Render;

/// A text; most hold nothing that HTML could misread, and are then taken over as they are.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a>(pub &'a str);

impl Render for Text<'_> {
    fn render_to(&self, html: &mut String) {
        let is_plain = |text: &str| {
            text.bytes().fold(true, |is_plain, byte| {
                is_plain & !matches!(byte, b'&' | b'<' | b'>' | b'"')
            })
        };
        if is_plain(self.0) {
            html.push_str(self.0);
        } else {
            self.0.render_to(html);
        }
    }
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn a_text_is_written_as_any_other() {
        for text in ["电工", "", "<b>&\"'", "a<", "\"", "R&D", ">"] {
            assert_eq!(
                html! { p title=(Text(text)) { (Text(text)) } }.0,
                html! { p title=(text) { (text) } }.0
            );
        }
    }
}
