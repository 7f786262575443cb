//! What every page owes its visitors: headers, language, refusals that help.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use scraper::{Html, Selector};

use crate::city::{Answer, ORIGIN, TestCity};

fn one(answer: &Answer, selector: &str) -> String {
    let document = Html::parse_document(&answer.text());
    let found: Vec<String> = document
        .select(&Selector::parse(selector).unwrap())
        .map(|element| element.text().collect())
        .collect();
    assert_eq!(found.len(), 1, "{selector} in {}", answer.text());
    found[0].trim().to_owned()
}

fn attribute(answer: &Answer, selector: &str, name: &str) -> Option<String> {
    let document = Html::parse_document(&answer.text());
    document
        .select(&Selector::parse(selector).unwrap())
        .next()
        .and_then(|element| element.attr(name).map(str::to_owned))
}

/// Returns the keys that stand on a page in place of words.
fn missing_words(answer: &Answer) -> Vec<String> {
    let document = Html::parse_document(&answer.text());
    let texts = document
        .root_element()
        .text()
        .map(str::trim)
        .map(str::to_owned);
    texts
        .filter(|text| {
            let key = text
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'));
            key.is_some_and(|key| {
                !key.is_empty()
                    && key
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
            })
        })
        .collect()
}

#[tokio::test]
async fn every_public_page_answers_in_both_languages() {
    let city = TestCity::open().await;
    let paths = [
        "/",
        "/find",
        "/find?q=%E7%94%B5%E5%B7%A5",
        "/occupations/6-31-01-03",
        "/occupations/4-13-01-01",
        "/courses/primary",
        "/courses/slot",
        "/institutions/school",
        "/bases/base",
        "/market",
        "/recommended",
        "/readings",
        "/help",
        "/accessibility",
    ];
    for path in paths {
        let chinese = city.get(path).await;
        assert_eq!(chinese.status, StatusCode::OK, "{path}");
        assert_eq!(
            attribute(&chinese, "html", "lang").unwrap(),
            "zh-Hans",
            "{path}"
        );
        let english = city
            .get(
                if path == "/" {
                    "/en".to_owned()
                } else {
                    format!("/en{path}")
                }
                .as_str(),
            )
            .await;
        assert_eq!(english.status, StatusCode::OK, "/en{path}");
        assert_eq!(attribute(&english, "html", "lang").unwrap(), "en", "{path}");
        assert!(!one(&chinese, "h1").is_empty());
        assert_ne!(one(&chinese, "title"), one(&english, "title"), "{path}");
        for page in [&chinese, &english] {
            assert_eq!(missing_words(page), Vec::<String>::new(), "{path}");
        }
    }
}

#[tokio::test]
async fn what_search_engines_show_of_a_page_is_said_in_its_language() {
    let city = TestCity::open().await;
    let pages = [
        "/",
        "/find?kind=course",
        "/occupations/6-31-01-03",
        "/courses/primary",
        "/institutions/school",
        "/bases/base",
        "/market",
        "/market?occupation=6-31-01-03",
        "/recommended",
        "/readings",
        "/help",
        "/accessibility",
    ];
    let mut told = BTreeSet::new();
    for path in pages {
        let of = |page: &Answer| attribute(page, "meta[name=description]", "content");
        let chinese = of(&city.get(path).await).expect(path);
        let address = format!("/en{}", path.trim_end_matches('/'));
        let english = of(&city.get(&address).await).expect(path);
        assert_ne!(english, chinese, "{path}");
        assert!(told.insert(chinese), "{path} says what another page says");
    }
}

#[tokio::test]
async fn every_way_from_the_first_page_leads_somewhere() {
    let city = TestCity::open().await;
    for home in ["/", "/en"] {
        let page = city.get(home).await.text();
        let addresses: Vec<String> = Html::parse_document(&page)
            .select(&Selector::parse("a[href^='/']").unwrap())
            .map(|link| link.attr("href").unwrap().to_owned())
            .collect();
        assert!(addresses.len() > 10, "{page}");
        for address in addresses {
            let answer = city.get(&address).await;
            let location = answer.headers.get(header::LOCATION);
            let to = location.map(|to| to.to_str().unwrap());
            let is_way = match answer.status {
                StatusCode::OK => true,
                StatusCode::SEE_OTHER => to.is_some_and(|to| to.contains("/sign-in?")),
                _ => false,
            };
            assert!(is_way, "{address}: {} {to:?}", answer.status);
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_language_of_the_address() {
    let city = TestCity::open().await;
    for path in [
        "/nothing",
        "/courses/nothing",
        "/occupations/nothing",
        "/institutions/nothing",
        "/bases/nothing",
        "/courses/hidden",
        "/courses/%3Cscript%3E",
        "/find/",
    ] {
        let chinese = city.get(path).await;
        assert_eq!(chinese.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(one(&chinese, "h1"), "没有找到这个页面", "{path}");
        let english = city.get(&format!("/en{path}")).await;
        assert_eq!(english.status, StatusCode::NOT_FOUND);
        assert_eq!(one(&english, "h1"), "There is no such page");
        assert_eq!(chinese.header(header::CACHE_CONTROL), "no-cache");
    }
}

#[tokio::test]
async fn every_answer_bears_the_headers_that_protect_its_reader() {
    let city = TestCity::open().await;
    for path in [
        "/",
        "/nothing",
        "/api/v1/catalogue",
        "/api/v1/nothing",
        "/assets/0/none.css",
        "/favicon.ico",
        "/healthz",
        "/robots.txt",
    ] {
        let answer = city.get(path).await;
        assert_eq!(
            answer.header(header::X_CONTENT_TYPE_OPTIONS),
            "nosniff",
            "{path}"
        );
        assert_eq!(
            answer.header(header::REFERRER_POLICY),
            "same-origin",
            "{path}"
        );
        let policy = answer.header(header::CONTENT_SECURITY_POLICY);
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
            "{path}: {policy}"
        );
        assert_eq!(answer.header("x-request-id").len(), 32, "{path}");
    }
}

#[tokio::test]
async fn scripts_are_allowed_by_nonce_and_only_where_a_page_has_some() {
    let city = TestCity::open().await;
    for path in ["/", "/find", "/help", "/nothing"] {
        let answer = city.get(path).await;
        let document = Html::parse_document(&answer.text());
        let policy = answer.header(header::CONTENT_SECURITY_POLICY).to_owned();
        let scripts: Vec<_> = document
            .select(&Selector::parse("script").unwrap())
            .filter_map(|script| script.attr("nonce").map(str::to_owned))
            .collect();
        let all = document.select(&Selector::parse("script").unwrap()).count();
        assert_eq!(scripts.len(), all, "a script without nonce on {path}");
        match scripts.first() {
            Some(nonce) => {
                assert!(
                    policy.contains(&format!("'nonce-{nonce}'")),
                    "{path}: {policy}"
                );
                assert!(scripts.iter().all(|other| other == nonce));
                assert_ne!(
                    answer.header(header::CACHE_CONTROL),
                    "public, max-age=60",
                    "{path}"
                );
            }
            None => assert!(!policy.contains("script-src"), "{path}: {policy}"),
        }
        assert_eq!(
            document
                .select(&Selector::parse("[style], [onclick], [onload]").unwrap())
                .count(),
            0,
            "{path}"
        );
    }
    let (first, second) = (city.get("/").await, city.get("/").await);
    if first
        .header(header::CONTENT_SECURITY_POLICY)
        .contains("nonce")
    {
        assert_ne!(
            first.header(header::CONTENT_SECURITY_POLICY),
            second.header(header::CONTENT_SECURITY_POLICY)
        );
    }
}

#[tokio::test]
async fn a_change_that_no_page_of_ours_sent_is_refused() {
    let city = TestCity::open().await;
    let post = |origin: Option<&str>, site: Option<&str>| {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri("/find")
            .header(header::HOST, "portal.test");
        for (name, value) in [("origin", origin), ("sec-fetch-site", site)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        request.body(Body::empty()).unwrap()
    };
    for refused in [
        post(None, None),
        post(Some("https://evil.test"), None),
        post(Some("null"), None),
        post(Some(ORIGIN), Some("cross-site")),
        post(None, Some("same-origin")),
    ] {
        let answer = city.send(refused).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert_eq!(one(&answer, "h1"), "请求被拒绝");
    }
    // let through, and then refused for what it is: this page takes nothing in
    for allowed in [
        post(Some(ORIGIN), None),
        post(Some(ORIGIN), Some("same-origin")),
    ] {
        let answer = city.send(allowed).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert!(answer.header(header::ALLOW).contains("GET"));
    }
}

#[tokio::test]
async fn too_much_is_answered_with_a_sentence() {
    let city = TestCity::open().await;
    let long = city
        .get(&format!("/en/find?q={}", "a".repeat(20_000)))
        .await;
    assert_eq!(long.status, StatusCode::URI_TOO_LONG);
    assert_eq!(one(&long, "h1"), "The address is too long");
    let large = Request::post("/en/find")
        .header(header::ORIGIN, ORIGIN)
        .body(Body::from(vec![b'a'; 10 * 1024 * 1024]))
        .unwrap();
    let large = city.send(large).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(one(&large, "h1"), "That is too much at once");
}

#[tokio::test]
async fn hostile_addresses_are_answered_4xx_and_never_echoed_as_html() {
    let city = TestCity::open().await;
    let hostile = [
        "/find?district=x",
        "/find?level=9",
        "/find?level=-1",
        "/find?from=2026-02-31",
        "/find?page=0",
        "/find?page=99999999999999999999",
        "/find?sort=x",
        "/find?sort=distance",
        "/find?sort=distance&near=1",
        "/find?kind=%00",
        "/market?occupation=x",
        "/market?district=%27%3B--",
    ];
    for path in hostile {
        let answer = city.get(path).await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
        assert!(!one(&answer, "h1").is_empty());
    }
    let scripts = [
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "'%20or%201=1--",
        "%ff%fe",
        "%00",
        "%E7%94",
        "((((((",
        "\\*:*",
        "%F0%9F%98%80",
    ];
    for text in scripts {
        let answer = city.get(&format!("/find?q={text}")).await;
        // what nobody sees is taken out, and leads to the list without it
        assert!(
            !answer.status.is_server_error(),
            "{text}: {}",
            answer.status
        );
        assert!(
            !answer.text().contains("<script>alert") && !answer.text().contains("<img src=x"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn what_is_the_same_for_everybody_may_be_kept_for_a_minute() {
    let city = TestCity::open().await;
    let help = city.get("/help").await;
    if !help
        .header(header::CONTENT_SECURITY_POLICY)
        .contains("nonce")
    {
        assert_eq!(help.header(header::CACHE_CONTROL), "public, max-age=60");
    }
    assert!(
        help.headers
            .get_all(header::VARY)
            .iter()
            .any(|value| value.to_str().unwrap().contains("cookie"))
    );
}

#[tokio::test]
async fn preferences_are_on_the_page_before_it_is_seen() {
    let city = TestCity::open().await;
    let answer = city
        .get_with("/help", header::COOKIE, "type_size=extra-large; theme=dark")
        .await;
    assert_eq!(
        attribute(&answer, "html", "data-type-size").unwrap(),
        "extra-large"
    );
    assert_eq!(attribute(&answer, "html", "data-theme").unwrap(), "dark");
    let hostile = city
        .get_with("/help", header::COOKIE, "type_size=\"><script>; theme=")
        .await;
    assert_eq!(
        attribute(&hostile, "html", "data-type-size").unwrap(),
        "standard"
    );
}

#[tokio::test]
async fn html_is_compressed_where_the_browser_can_read_it() {
    let city = TestCity::open().await;
    let compressed = city
        .get_with("/help", header::ACCEPT_ENCODING, "gzip, br")
        .await;
    assert_eq!(compressed.header(header::CONTENT_ENCODING), "br");
    assert!(compressed.body.len() * 3 < city.get("/help").await.body.len() * 2);
}

#[tokio::test]
async fn a_head_request_is_answered_like_a_get_without_the_body() {
    let city = TestCity::open().await;
    let answer = city
        .send(Request::head("/help").body(Body::empty()).unwrap())
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.is_empty());
}

#[tokio::test]
async fn who_watches_the_portal_learns_whether_it_can_answer() {
    let city = TestCity::open().await;
    assert_eq!(city.get("/healthz").await.text(), "ok\n");
    assert_eq!(city.get("/readyz").await.text(), "ready\n");
    city.state.database.close().await;
    let unready = city.get("/readyz").await;
    assert_eq!(unready.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(unready.text(), "the database does not answer\n");
    assert_eq!(city.get("/healthz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_fault_of_ours_is_a_page_with_a_number_to_quote_and_nothing_else() {
    let city = TestCity::open().await;
    city.state.database.close().await;
    let answer = city.get("/en/courses/primary").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.text().contains(answer.header("x-request-id")));
    for secret in ["sqlx", "PoolClosed", "panicked", "select "] {
        assert!(!answer.text().contains(secret), "{secret}");
    }
    let api = city.get("/api/v1/courses/primary").await;
    assert_eq!(api.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(api.header(header::CONTENT_TYPE), "application/problem+json");
}
