//! From the bytes of a file to text: UTF-8 with or without byte-order mark, else GB18030, as Chinese spreadsheets save it.

use std::borrow::Cow;

use encoding_rs::GB18030;

use super::row_error::{Problem, RowErrors};

/// The largest file taken, in bytes: a load test's hundred thousand residents fit.
pub(super) const LARGEST_FILE: usize = 256 << 20;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
const OTHER_FORMATS: [&[u8]; 5] = [
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"PK\x03\x04",
    b"\xD0\xCF\x11\xE0",
    b"%PDF",
];

/// Returns the file's text without its byte-order mark.
///
/// # Errors
///
/// The one fault that keeps the file from being read, with the line of the first offending byte where there is one.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, RowErrors> {
    if bytes.len() > LARGEST_FILE {
        return Err(fault(0, Problem::FileTooLarge(LARGEST_FILE)));
    }
    if OTHER_FORMATS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(fault(0, Problem::NotCsv));
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(fault(line_at(bytes, at), Problem::ControlCharacter));
    }
    let text = match bytes.strip_prefix(UTF8_MARK) {
        Some(marked) => Cow::Borrowed(
            str::from_utf8(marked).map_err(|error| unreadable(marked, error.valid_up_to()))?,
        ),
        None => match str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(error) => GB18030
                .decode_without_bom_handling_and_without_replacement(bytes)
                .ok_or_else(|| unreadable(bytes, error.valid_up_to()))?,
        },
    };
    if text.trim().is_empty() {
        return Err(fault(0, Problem::EmptyFile));
    }
    Ok(text)
}

fn unreadable(bytes: &[u8], at: usize) -> RowErrors {
    fault(line_at(bytes, at), Problem::UnreadableText)
}

fn fault(line: u64, problem: Problem) -> RowErrors {
    let mut errors = RowErrors::default();
    errors.add(line, "", problem);
    errors
}

fn line_at(bytes: &[u8], at: usize) -> u64 {
    1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_with_and_without_mark_and_gb18030_say_the_same() {
        let text = "code,name\n6-18-02-04,焊工\n";
        let (gb, _, _) = GB18030.encode(text);
        assert_eq!(decoded(text.as_bytes()).unwrap(), text);
        assert_eq!(
            decoded(&[UTF8_MARK, text.as_bytes()].concat()).unwrap(),
            text
        );
        assert_eq!(decoded(&gb).unwrap(), text);
    }

    #[test]
    fn bytes_of_no_encoding_name_their_line() {
        let errors = decoded(b"code,name\na,\xFF\xFF\n").unwrap_err();
        assert_eq!(
            (errors.named[0].line, &errors.named[0].problem),
            (2, &Problem::UnreadableText)
        );
    }

    #[test]
    fn a_workbook_an_empty_file_and_a_nul_byte_are_refused() {
        let problem = |bytes: &[u8]| decoded(bytes).unwrap_err().named[0].problem.clone();
        assert_eq!(problem(b"PK\x03\x04rest"), Problem::NotCsv);
        assert_eq!(problem(b"\xEF\xBB\xBF \n"), Problem::EmptyFile);
        assert_eq!(problem(b"a,b\n\0,1\n"), Problem::ControlCharacter);
    }
}
