//! One table in every encoding that offices send.

use server::import::{Kind, Problem};

use super::super::databases::fresh;
use super::{faults, import_one};

const DISTRICTS: &str = "code,name,kind\r\n210202,中山区,district\r\n210224,长海县,county\r\n";

#[tokio::test]
async fn a_table_means_the_same_in_utf8_with_or_without_mark_and_in_gb18030() {
    let marked = ["\u{feff}".as_bytes(), DISTRICTS.as_bytes()].concat();
    let (gb18030, _, _) = encoding_rs::GB18030.encode(DISTRICTS);
    for fresh in fresh().await {
        for bytes in [DISTRICTS.as_bytes(), &marked, &gb18030] {
            assert_eq!(
                import_one(&fresh.database, Kind::Districts, bytes)
                    .await
                    .unwrap(),
                2
            );
            let names: Vec<String> = fresh
                .database
                .districts()
                .await
                .unwrap()
                .into_iter()
                .map(|district| district.name)
                .collect();
            assert_eq!(names, ["中山区", "长海县"], "{}", fresh.name);
        }
    }
}

#[tokio::test]
async fn what_is_no_text_is_answered_with_a_sentence() {
    let fresh = &fresh().await[0];
    for (bytes, problem) in [
        (&b""[..], Problem::EmptyFile),
        (b"\xEF\xBB\xBF", Problem::EmptyFile),
        (b"code,name,kind\n", Problem::EmptyFile),
        (b"PK\x03\x04\x14\x00", Problem::NotCsv),
        (b"\xFF\xFEc\x00", Problem::NotCsv),
        (
            b"code,name,kind\n210202,\xFF\xFF,district\n",
            Problem::UnreadableText,
        ),
        (
            b"code,name,kind\n210202,\0,district\n",
            Problem::ControlCharacter,
        ),
    ] {
        let found = faults(&fresh.database, Kind::Districts, bytes).await;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].2, problem);
    }
}
