//! Takes the language off the front of an address, so that each page has one route.

use app::language::Language;
use axum::http::uri::{PathAndQuery, Uri};
use axum::http::{Request, header};

/// Strips `/en` from a page's address and remembers the language beside the request.
pub(super) fn strip<B>(mut request: Request<B>) -> Request<B> {
    let language = of(&request);
    request.extensions_mut().insert(language);
    let (named, rest) = Language::of_path(request.uri().path());
    if named != Language::Chinese
        && let Some(uri) = without_language(request.uri(), rest)
    {
        *request.uri_mut() = uri;
    }
    request
}

/// Returns the language of a request: a page's address names it, the API's callers say it in `Accept-Language`.
pub(super) fn of<B>(request: &Request<B>) -> Language {
    let path = request.uri().path();
    if path.starts_with("/api/") {
        let asked = request
            .headers()
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        return Language::of_accept_language(asked);
    }
    Language::of_path(path).0
}

fn without_language(uri: &Uri, rest: &str) -> Option<Uri> {
    let path_and_query = match uri.query() {
        Some(query) => PathAndQuery::try_from(format!("{rest}?{query}")).ok()?,
        None => PathAndQuery::try_from(rest).ok()?,
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(path_and_query);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(address: &str) -> (Language, String) {
        let request = strip(Request::builder().uri(address).body(()).unwrap());
        (
            *request.extensions().get::<Language>().unwrap(),
            request.uri().to_string(),
        )
    }

    #[test]
    fn the_language_goes_and_the_query_stays() {
        assert_eq!(
            stripped("/en/find?q=%E7%94%B5&q=2"),
            (Language::English, "/find?q=%E7%94%B5&q=2".to_owned())
        );
        assert_eq!(stripped("/en"), (Language::English, "/".to_owned()));
        assert_eq!(stripped("/enrol"), (Language::Chinese, "/enrol".to_owned()));
    }
}
