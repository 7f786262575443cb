//! A good request with a few bytes or values changed at random: answered, or refused at a place that it has.

use policy::calendar::date_from_text;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::hostile::{oddities, whole};
use crate::city::{Answer, TestCity};

/// A change of the request's values.
#[derive(Clone, Debug)]
enum Change {
    /// Another value.
    Put(Index, Value),
    /// A value from elsewhere in the request.
    Move(Index, Index),
    /// A key less.
    Drop(Index),
    /// A key more.
    Add(Index, String),
    /// The value in a list.
    Wrap(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<Index>;
    prop_oneof![
        (place(), proptest::sample::select(oddities()))
            .prop_map(|(place, value)| Change::Put(place, value)),
        (place(), place()).prop_map(|(place, from)| Change::Move(place, from)),
        place().prop_map(Change::Drop),
        (place(), "[a-z/~_ ]{0,12}").prop_map(|(place, key)| Change::Add(place, key)),
        place().prop_map(Change::Wrap),
    ]
}

/// A change of the request's bytes: another byte, one less or one more, or the rest cut off.
fn slip() -> impl Strategy<Value = (Index, u8, u8)> {
    (any::<Index>(), 0..4u8, any::<u8>())
}

fn pointers(value: &Value, place: &str, found: &mut Vec<String>) {
    found.push(place.to_owned());
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                pointers(value, &format!("{place}/{index}"), found);
            }
        }
        Value::Object(object) => {
            for (key, value) in object {
                pointers(value, &format!("{place}/{}", escaped(key)), found);
            }
        }
        _ => {}
    }
}

fn apply(body: &mut Value, change: &Change) {
    let mut places = Vec::new();
    pointers(body, "", &mut places);
    let pick = |index: &Index| index.get(&places).clone();
    match change {
        Change::Put(place, value) => *body.pointer_mut(&pick(place)).unwrap() = value.clone(),
        Change::Move(place, from) => {
            let value = body.pointer(&pick(from)).unwrap().clone();
            *body.pointer_mut(&pick(place)).unwrap() = value;
        }
        Change::Drop(place) => {
            let place = pick(place);
            if let Some((parent, key)) = place.rsplit_once('/')
                && let Some(object) = body.pointer_mut(parent).unwrap().as_object_mut()
            {
                object.remove(&key.replace("~1", "/").replace("~0", "~"));
            }
        }
        Change::Add(place, key) => {
            if let Some(object) = body.pointer_mut(&pick(place)).unwrap().as_object_mut() {
                object.insert(key.clone(), json!(1));
            }
        }
        Change::Wrap(place) => {
            let value = body.pointer_mut(&pick(place)).unwrap();
            *value = json!([value.take()]);
        }
    }
}

fn slipped(body: &Value, slips: &[(Index, u8, u8)]) -> Vec<u8> {
    let mut bytes = body.to_string().into_bytes();
    for (place, how, byte) in slips {
        if bytes.is_empty() {
            break;
        }
        let place = place.index(bytes.len());
        match how {
            0 => bytes[place] = *byte,
            1 => drop(bytes.remove(place)),
            2 => bytes.insert(place, *byte),
            _ => bytes.truncate(place),
        }
    }
    bytes
}

fn names_a_place(body: &Value, pointer: &str) -> bool {
    let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
    body.pointer(pointer)
        .or_else(|| body.pointer(parent))
        .is_some()
}

fn dates_can_be_read(answer: &Value) -> bool {
    match answer {
        Value::Object(object) => object.iter().all(|(key, value)| match value.as_str() {
            Some(day) if key == "on" || key == "opens_on" => date_from_text(day).is_ok(),
            _ => dates_can_be_read(value),
        }),
        Value::Array(list) => list.iter().all(dates_can_be_read),
        _ => true,
    }
}

fn is_sane(sent: &[u8], answer: &Answer) -> TestCaseResult {
    let read = serde_json::from_slice::<Value>(sent);
    match answer.status.as_u16() {
        200 => {
            prop_assert!(read.is_ok());
            prop_assert!(dates_can_be_read(&answer.json()), "{}", answer.text());
        }
        400 => prop_assert!(read.is_err(), "{}", answer.text()),
        422 => {
            let faults = answer.pointers();
            prop_assert!(!faults.is_empty(), "{}", answer.text());
            if let Ok(body) = read {
                for fault in faults {
                    prop_assert!(names_a_place(&body, &fault), "{fault}");
                }
            }
        }
        other => prop_assert!(false, "{other}: {}", answer.text()),
    }
    Ok(())
}

fn stays_sane(address: &str, request: &Value, cases: u32) {
    let runtime = Runtime::new().unwrap();
    let city = runtime.block_on(TestCity::open());
    let config = Config {
        rng_seed: RngSeed::Fixed(422),
        failure_persistence: None,
        ..Config::with_cases(cases)
    };
    let changes = vec(change(), 0..3);
    let slips = prop_oneof![2 => Just(Vec::new()), 1 => vec(slip(), 1..3)];
    let checked = TestRunner::new(config).run(&(changes, slips), |(changes, slips)| {
        let mut body = request.clone();
        for change in &changes {
            apply(&mut body, change);
        }
        let sent = slipped(&body, &slips);
        let answer = runtime.block_on(city.post_text(address, sent.clone()));
        is_sane(&sent, &answer)
    });
    if let Err(failure) = checked {
        panic!("{failure}");
    }
}

#[test]
fn a_changed_question_about_entitlements_is_answered_or_refused_where_it_is_wrong() {
    stays_sane("/api/v1/entitlements", &whole(), 3_000);
}

#[test]
fn a_changed_question_for_recommendations_is_answered_or_refused_where_it_is_wrong() {
    let mut request = whole();
    let known = request.as_object_mut().unwrap();
    known.remove("course");
    known.insert("interests".to_owned(), json!(["电工", "6-31-01-03"]));
    known.insert("location".to_owned(), json!(crate::city::DISTRICT));
    known.insert("limit".to_owned(), json!(5));
    stays_sane("/api/v1/recommendations", &request, 1_000);
}
