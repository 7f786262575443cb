//! What a phone needs to answer by itself: one text a language, packed when what is published changes, kept by browsers for ever.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use app::checker::District;
use app::language::Language;
use app::phone::{Packed, packed};
use axum::extract::{Path, State as Reached};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256};

use crate::assets;
use crate::backend::published;
use crate::state::State;
use crate::visitor::Visitor;

/// Nearly as small as can be, in a tenth of the time.
const QUALITY: i32 = 9;

/// The kits of a portal.
#[derive(Default)]
pub struct Kits(Mutex<HashMap<Language, Kept>>);

struct Kept {
    /// How far in the change feed it is known to be right.
    position: i64,
    kit: Arc<Kit>,
}

/// One kit.
struct Kit {
    digest: String,
    text: String,
    brotli: Vec<u8>,
}

/// Returns the path of the kit, which changes with what is in it; `None` where the browser's half is not at hand.
pub(super) fn path(state: &State, language: Language) -> Option<String> {
    assets::has("pkg/phone_bg.wasm")
        .then(|| format!("/check/kit/{}", current(state, language).digest))
}

/// `GET /check/kit/{digest}`
pub async fn give(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    Path(digest): Path<String>,
    headers: HeaderMap,
) -> Response {
    let kit = current(&state, visit.language);
    let caching = if digest == kit.digest {
        assets::FOR_EVER
    } else {
        assets::BRIEFLY
    };
    let told = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/plain; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, caching),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    if assets::accepts(&headers, "br") {
        let encoding = [(header::CONTENT_ENCODING, HeaderValue::from_static("br"))];
        return (told, encoding, kit.brotli.clone()).into_response();
    }
    (told, kit.text.clone()).into_response()
}

fn current(state: &State, language: Language) -> Arc<Kit> {
    let stock = state.shelf.stock();
    let mut kits = state.kits.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(kept) = kits.get(&language)
        && kept.position == stock.position
    {
        return kept.kit.clone();
    }
    let occupations = stock.occupations.iter();
    let districts = stock.districts.iter().map(|district| District {
        code: district.code.clone(),
        name: district.name.clone(),
        phone: district.office_phone.clone(),
    });
    let text = packed(Packed {
        language,
        occupations: occupations
            .map(|(code, name)| (code.as_str(), name.as_str()))
            .collect(),
        districts: districts.collect(),
        readings: published(&stock, None).readings,
    });
    let digest = digest(&text);
    let kit = match kits.remove(&language) {
        Some(kept) if kept.kit.digest == digest => kept.kit,
        _ => Arc::new(Kit {
            digest,
            brotli: compressed(&text),
            text,
        }),
    };
    let position = stock.position;
    kits.insert(
        language,
        Kept {
            position,
            kit: kit.clone(),
        },
    );
    kit
}

fn digest(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn compressed(text: &str) -> Vec<u8> {
    let parameters = BrotliEncoderParams {
        quality: QUALITY,
        size_hint: text.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut small, &parameters)
        .expect("memory takes what is written to it");
    small
}
