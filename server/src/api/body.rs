//! Reads a JSON body, and says of every fault where it stands.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_path_to_error::{Path, Segment};

use super::exact::Exact;
use super::speaking::Speaking;
use crate::problem::{InputError, Problem};

/// A body read as `T`; unknown fields are faults, so that a typo can't change an answer.
pub(super) struct Body<T>(pub(super) T);

impl<T, S> FromRequest<S> for Body<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Box<Problem>;

    async fn from_request(request: Request, state: &S) -> Result<Self, Box<Problem>> {
        let speaking = Speaking(request.extensions().get().copied().unwrap_or_default());
        if !is_json(request.headers()) {
            return Err(speaking.problem(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|refused| speaking.problem(refused.status()))?;
        read(&bytes, speaking).map(Self)
    }
}

/// A caller who does not say what it sends is taken to send JSON.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(told) = headers.get(header::CONTENT_TYPE) else {
        return true;
    };
    let media_type = told
        .to_str()
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    media_type == "application/json"
        || (media_type.starts_with("application/") && media_type.ends_with("+json"))
}

fn read<T: DeserializeOwned>(bytes: &[u8], speaking: Speaking) -> Result<T, Box<Problem>> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(Exact(&mut json)).map_err(|fault| {
        let place = pointer(fault.path());
        let cause = fault.into_inner();
        // JSON sets numbers no bounds: it is the number that is at fault
        let is_boundless =
            |fault: &serde_json::Error| fault.to_string().starts_with("number out of range");
        // what comes before the fault may be well said, and what comes after it no JSON at all
        let unreadable = serde_json::from_slice::<IgnoredAny>(bytes).err();
        match unreadable.filter(|fault| !is_boundless(fault)) {
            Some(fault) => not_json(speaking, &fault),
            None if cause.is_data() || is_boundless(&cause) => {
                speaking.refused(vec![data_fault(place, &cause)])
            }
            None => not_json(speaking, &cause),
        }
    })?;
    json.end().map_err(|fault| not_json(speaking, &fault))?;
    Ok(value)
}

fn not_json(speaking: Speaking, fault: &serde_json::Error) -> Box<Problem> {
    let mut problem = speaking.problem(StatusCode::BAD_REQUEST);
    problem.errors = vec![InputError {
        pointer: String::new(),
        detail: format!("the body is not JSON: {fault}"),
    }];
    problem
}

fn data_fault(place: String, fault: &serde_json::Error) -> InputError {
    let told = fault.to_string();
    // the pointer says where; line and column would say it again
    let detail = told
        .rsplit_once(" at line ")
        .map_or(told.as_str(), |(detail, _)| detail)
        .to_owned();
    let misplaced = ["unknown field `", "duplicate field `"]
        .iter()
        .find_map(|fault| detail.strip_prefix(fault))
        .and_then(|rest| rest.split_once('`'))
        .map(|(name, _)| name);
    match misplaced {
        Some(name) if !place.ends_with(&format!("/{}", escaped(name))) => InputError {
            pointer: format!("{place}/{}", escaped(name)),
            detail,
        },
        _ => InputError {
            pointer: place,
            detail,
        },
    }
}

fn pointer(path: &Path) -> String {
    path.iter()
        .fold(String::new(), |pointer, segment| match segment {
            Segment::Seq { index } => format!("{pointer}/{index}"),
            Segment::Map { key } => format!("{pointer}/{}", escaped(key)),
            Segment::Enum { .. } | Segment::Unknown => pointer,
        })
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use app::language::Language;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[expect(dead_code, reason = "only its reading matters")]
        list: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[expect(dead_code, reason = "only its reading matters")]
        level: u8,
    }

    fn fault(json: &str) -> (u16, String) {
        let problem = read::<Outer>(json.as_bytes(), Speaking(Language::English)).unwrap_err();
        (problem.status, problem.errors[0].pointer.clone())
    }

    #[test]
    fn a_fault_is_told_where_it_stands() {
        assert_eq!(
            fault(r#"{"list":[{"level":1},{"level":"x"}]}"#),
            (422, "/list/1/level".to_owned())
        );
        assert_eq!(
            fault(r#"{"list":[{"level":1,"lvel/":2}]}"#),
            (422, "/list/0/lvel~1".to_owned())
        );
        assert_eq!(fault(r#"{"list":[{}]}"#), (422, "/list/0".to_owned()));
    }

    #[test]
    fn a_key_that_is_told_twice_is_a_fault_of_that_key() {
        let twice = r#"{"list":[{"level":1,"level":1}]}"#;
        assert_eq!(fault(twice), (422, "/list/0/level".to_owned()));
    }

    #[test]
    fn a_list_in_the_order_of_the_keys_is_no_object() {
        assert_eq!(fault(r#"[[{"level":1}]]"#), (422, String::new()));
        assert_eq!(fault(r#"{"list":[[1]]}"#), (422, "/list/0".to_owned()));
    }

    #[test]
    fn a_number_beyond_all_bounds_is_a_fault_of_its_place() {
        let huge = r#"{"list":[{"level":1e999}]}"#;
        assert_eq!(fault(huge), (422, "/list/0/level".to_owned()));
    }

    #[test]
    fn what_is_not_json_is_a_bad_request() {
        assert_eq!(fault("{").0, 400);
        assert_eq!(fault(r#"{"list":[]} more"#).0, 400);
    }
}
