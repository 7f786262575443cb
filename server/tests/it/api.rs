//! The JSON API, asked through the router.

mod acting;
mod entitlements;
mod golden;
mod hostile;
mod mutations;
mod published;
mod refusals;

use serde_json::{Value, json};

use crate::city::DISTRICT;

/// What an unemployed man of 36 tells, all of it.
fn unemployed() -> Value {
    json!({
        "person": {
            "birth": "1990-02-28", "sex": "male", "residence": DISTRICT, "groups": ["registered_unemployed"],
            "left_school": {"stage": "none"}, "certificates": []
        },
        "history": []
    })
}

/// Returns the body with another value at the pointer.
fn with(mut body: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match body.pointer_mut(parent).unwrap() {
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        object => object[key] = value,
    }
    body
}
