//! The description of the API against the router that answers: neither may know more than the other.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};

use crate::city::{ELECTRICIAN, TestCity};

/// An address for each path that is described, and a body where it takes one.
fn example(path: &str, method: &str) -> (String, Option<Value>) {
    let address = match path {
        "/api/v1/institutions/{id}" => path.replace("{id}", "school"),
        "/api/v1/courses/{id}" => path.replace("{id}", "primary"),
        "/api/v1/enrolments/{id}" => path.replace("{id}", "0192f0c1-2345-7abc-8def-0123456789ab"),
        "/api/v1/waiting/{id}" => path.replace("{id}", "0192f0c1-2345-7abc-8def-0123456789ab"),
        "/api/v1/bases/{id}" => path.replace("{id}", "base"),
        "/api/v1/market" => format!("{path}?occupation={ELECTRICIAN}"),
        "/api/v1/search" => format!("{path}?q=%E7%94%B5%E5%B7%A5"),
        "/api/v1/suggest" => format!("{path}?q=%E7%94%B5"),
        other => other.to_owned(),
    };
    let course = json!({"programme": "employment_skills", "occupation": ELECTRICIAN, "level": 5, "start": "2026-12-07"});
    let body = match (path, method) {
        ("/api/v1/entitlements", _) => Some(json!({"history": [], "course": course})),
        (_, "post") => Some(json!({})),
        _ => None,
    };
    (address, body)
}

/// Says where a value does not have the described shape.
fn misfit(value: &Value, schema: &Value, root: &Value, place: &str) -> Option<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root
            .pointer(reference.trim_start_matches('#'))
            .unwrap_or_else(|| panic!("{reference} is not described"));
        return misfit(value, target, root, place);
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[key].as_array() {
            let fits = choices
                .iter()
                .any(|choice| misfit(value, choice, root, place).is_none());
            return (!fits).then(|| format!("{place}: {value} fits none of the choices"));
        }
    }
    if let Some(all) = schema["allOf"].as_array() {
        // what several schemas describe together no single one describes whole
        let known: Vec<Value> = all.iter().map(|part| resolved(part, root)).collect();
        let mut properties = serde_json::Map::new();
        let mut required = Vec::new();
        for part in &known {
            properties.extend(part["properties"].as_object().cloned().unwrap_or_default());
            required.extend(part["required"].as_array().cloned().unwrap_or_default());
        }
        return misfit(
            value,
            &json!({"type": "object", "properties": properties, "required": required}),
            root,
            place,
        );
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let actual = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let fits = types.contains(&actual) || actual == "integer" && types.contains(&"number");
    if !fits {
        return Some(format!("{place}: {actual} instead of {types:?}"));
    }
    match value {
        Value::Array(items) => items.iter().enumerate().find_map(|(index, item)| {
            misfit(item, &schema["items"], root, &format!("{place}/{index}"))
        }),
        Value::Object(fields) if schema["properties"].is_object() => {
            let missing = schema["required"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .find(|name| !fields.contains_key(*name));
            missing
                .map(|name| format!("{place}: {name} is missing"))
                .or_else(|| {
                    fields
                        .iter()
                        .find_map(|(name, field)| match schema["properties"].get(name) {
                            Some(described) => {
                                misfit(field, described, root, &format!("{place}/{name}"))
                            }
                            None => Some(format!("{place}/{name} is not described")),
                        })
                })
        }
        _ => None,
    }
}

fn resolved(schema: &Value, root: &Value) -> Value {
    match schema["$ref"].as_str() {
        Some(reference) => root
            .pointer(reference.trim_start_matches('#'))
            .cloned()
            .unwrap(),
        None => schema.clone(),
    }
}

#[tokio::test]
async fn every_described_path_answers_in_the_described_shape() {
    let city = TestCity::open().await;
    let description = city.get("/api/v1/openapi.json").await.json();
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    for (path, operations) in description["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let (address, body) = example(path, method);
            let request = Request::builder()
                .method(Method::from_bytes(method.to_uppercase().as_bytes()).unwrap())
                .uri(&address);
            let request = request.header("content-type", "application/json");
            let answer = city
                .send(
                    request
                        .body(body.map_or(Body::empty(), |body| Body::from(body.to_string())))
                        .unwrap(),
                )
                .await;
            let described = &operation["responses"][answer.status.as_str()];
            assert!(
                described.is_object(),
                "{method} {address} answers {}: {}",
                answer.status,
                answer.text()
            );
            let Some((media_type, content)) = described["content"]
                .as_object()
                .and_then(|content| content.iter().next())
            else {
                continue;
            };
            assert!(
                answer
                    .header("content-type")
                    .starts_with(media_type.as_str()),
                "{address}"
            );
            assert_eq!(
                misfit(&answer.json(), &content["schema"], &description, ""),
                None,
                "{method} {address}"
            );
        }
    }
}

#[tokio::test]
async fn every_route_of_the_api_is_described() {
    let city = TestCity::open().await;
    let description = city.get("/api/v1/openapi.json").await.json();
    let described = description["paths"].as_object().unwrap();
    let routed: Vec<&str> = server::site::list()
        .iter()
        .map(|route| route.path)
        .filter(|path| path.starts_with("/api/"))
        .collect();
    for path in &routed {
        assert!(described.contains_key(*path), "{path} is not described");
    }
    for (path, operations) in described {
        assert!(routed.contains(&path.as_str()), "{path} is not routed");
        for method in [
            Method::GET,
            Method::POST,
            Method::DELETE,
            Method::PUT,
            Method::PATCH,
        ] {
            let (address, _) = example(path, method.as_str());
            let answer = city
                .send(
                    Request::builder()
                        .method(method.clone())
                        .uri(address)
                        .body(Body::empty())
                        .unwrap(),
                )
                .await;
            let is_described = operations.get(method.as_str().to_lowercase()).is_some();
            assert_eq!(
                answer.status != StatusCode::METHOD_NOT_ALLOWED,
                is_described,
                "{method} {path}"
            );
        }
    }
}

#[tokio::test]
async fn the_described_request_is_what_is_read() {
    let city = TestCity::open().await;
    let description = city.get("/api/v1/openapi.json").await.json();
    for (schema, place) in [
        ("Person", "/person"),
        ("Employment", "/person/employment"),
        ("LeftSchool", "/person/left_school"),
        ("Internship", "/course/internship"),
    ] {
        let properties = description
            .pointer(&format!("/components/schemas/{schema}/properties"))
            .unwrap()
            .as_object()
            .unwrap();
        let nulls: Value = properties
            .keys()
            .map(|key| (key.clone(), Value::Null))
            .collect::<serde_json::Map<_, _>>()
            .into();
        let mut body =
            json!({"person": {}, "course": {"programme": "veterans", "start": "2026-12-07"}});
        let (parent, key) = place.rsplit_once('/').unwrap();
        body.pointer_mut(parent).unwrap()[key] = nulls.clone();
        let answer = city.post("/api/v1/entitlements", &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{schema}: {}", answer.text());
        let mut unread = nulls;
        unread["another"] = Value::Null;
        body.pointer_mut(parent).unwrap()[key] = unread;
        assert_eq!(
            city.post("/api/v1/entitlements", &body).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{schema}"
        );
    }
}
