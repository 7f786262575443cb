//! A browser without scripts: keeps cookies, follows where forms lead, reads pages by what a person sees.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use scraper::{Html, Selector};

use crate::city::{ORIGIN, TestCity};

/// One visitor of the test city.
pub(crate) struct Browser<'a> {
    city: &'a TestCity,
    cookies: RefCell<BTreeMap<String, String>>,
}

/// A page, or the address to which the visitor was sent on.
pub(crate) struct Shown {
    pub(crate) status: StatusCode,
    pub(crate) location: Option<String>,
    pub(crate) html: String,
}

impl<'a> Browser<'a> {
    pub(crate) fn of(city: &'a TestCity) -> Self {
        Self {
            city,
            cookies: RefCell::default(),
        }
    }

    pub(crate) async fn get(&self, address: &str) -> Shown {
        self.send(Request::get(address).body(Body::empty()).unwrap())
            .await
    }

    /// Sends a form, as the page's own button does.
    pub(crate) async fn post(&self, address: &str, fields: &[(&str, &str)]) -> Shown {
        let body = app::query::Query::encode(fields.iter().copied());
        self.post_body(address, "application/x-www-form-urlencoded", body)
            .await
    }

    /// Sends a form in the encoding that it asks for.
    pub(crate) async fn post_body(&self, address: &str, encoding: &str, body: String) -> Shown {
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, encoding)
            .header(header::ORIGIN, ORIGIN)
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    /// Sends a form and opens the page to which it leads.
    pub(crate) async fn post_and_follow(&self, address: &str, fields: &[(&str, &str)]) -> Shown {
        let sent = self.post(address, fields).await;
        assert_eq!(
            sent.status,
            StatusCode::SEE_OTHER,
            "{address}: {}",
            sent.text()
        );
        self.get(&sent.location.unwrap()).await
    }

    async fn send(&self, mut request: Request<Body>) -> Shown {
        let cookies: Vec<_> = self
            .cookies
            .borrow()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            let value = cookies.join("; ").parse().unwrap();
            request.headers_mut().insert(header::COOKIE, value);
        }
        let answer = self.city.send(request).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.contains("HttpOnly"), "{cookie}");
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies
                    .borrow_mut()
                    .insert(name.to_owned(), value.to_owned());
            }
        }
        let location = answer.headers.get(header::LOCATION);
        Shown {
            status: answer.status,
            location: location.map(|address| address.to_str().unwrap().to_owned()),
            html: String::from_utf8(answer.body.to_vec()).unwrap(),
        }
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    pub(crate) fn hold(&self, name: &str, value: &str) {
        self.cookies
            .borrow_mut()
            .insert(name.to_owned(), value.to_owned());
    }

    /// Signs in with the code from the outbox.
    pub(crate) async fn sign_in(&self, phone: &str) {
        self.post_and_follow("/sign-in", &[("phone", phone)]).await;
        let code = self.last_code().await;
        let signed_in = self.post("/sign-in", &[("code", &code)]).await;
        assert_eq!(
            signed_in.status,
            StatusCode::SEE_OTHER,
            "{}",
            signed_in.text()
        );
    }

    /// Returns the newest code in the outbox.
    pub(crate) async fn last_code(&self) -> String {
        self.get("/outbox").await.all("li .reference").remove(0)
    }
}

impl Shown {
    /// Returns the texts of what a selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<String> {
        Html::parse_document(&self.html)
            .select(&Selector::parse(selector).unwrap())
            .map(|element| element.text().collect::<String>().trim().to_owned())
            .collect()
    }

    pub(crate) fn heading(&self) -> String {
        let headings = self.all("h1");
        assert_eq!(headings.len(), 1, "{}", self.html);
        headings.into_iter().next().unwrap()
    }

    /// Returns what a person reads in the page's main part.
    pub(crate) fn text(&self) -> String {
        self.all("main").join(" ")
    }

    /// Returns the attribute of the first element that a selector finds.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        Html::parse_document(&self.html)
            .select(&Selector::parse(selector).unwrap())
            .next()
            .and_then(|element| element.attr(name).map(str::to_owned))
    }
}
