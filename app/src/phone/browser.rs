//! The phone's checker as a browser calls it: with texts alone, which cost a phone the least to hand over.
//!
//! Several texts are told as one, with [`BETWEEN`] between them; names and values by turns.

use std::sync::OnceLock;

use policy::calendar::date_from_text;
use wasm_bindgen::prelude::wasm_bindgen;

use super::Phone;
use crate::checker::Keeper;
use crate::query::Query;

/// No keyboard types it.
const BETWEEN: char = '\u{1f}';

/// The standard library's allocator is as large as the rules.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// There is one kit for as long as the page stands.
static PHONE: OnceLock<Phone<'static>> = OnceLock::new();

/// Makes a checker of a kit, for a day and a device; says whether it could.
#[wasm_bindgen]
pub fn make(kit: String, today: &str, is_phone: bool) -> bool {
    let keeper = if is_phone {
        Keeper::Phone
    } else {
        Keeper::Computer
    };
    let kit = Box::leak(kit.into_boxed_str());
    let phone = date_from_text(today)
        .ok()
        .and_then(|today| Phone::new(kit, today, keeper));
    phone.is_some_and(|phone| PHONE.set(phone).is_ok())
}

/// Returns address, title and HTML of the page at an address, or of the one that a form leads to, and then the answers;
/// nothing where the server must answer.
#[wasm_bindgen]
#[must_use]
pub fn reply(address: &str, form: Option<String>, answers: &str) -> String {
    let answers = query(answers);
    let reply = PHONE.get().and_then(|phone| match form {
        Some(form) => phone.send(address, query(&form), &answers),
        None => phone.open(address, &answers),
    });
    let Some(reply) = reply else {
        return String::new();
    };
    let mut told = reply.address;
    for text in [reply.title, reply.html]
        .into_iter()
        .chain(reply.answers.into_iter().flat_map(<[String; 2]>::from))
    {
        told.push(BETWEEN);
        told.push_str(&text);
    }
    told
}

fn query(told: &str) -> Query {
    let mut words = told.split(BETWEEN).map(str::to_owned);
    let mut pairs = Vec::new();
    while let (Some(name), Some(value)) = (words.next(), words.next()) {
        pairs.push((name, value));
    }
    Query::of(pairs)
}
