//! What a page function gives back: a page to render, or a reason why there is none.

use leptos::prelude::*;

use crate::backend::Unavailable;
use crate::shell;
use crate::visit::Visit;

/// A page that is ready to be rendered.
pub struct Page {
    /// Title, without the portal's name.
    pub title: String,
    /// One sentence for search engines and for links shared in a chat; empty for none.
    pub description: String,
    /// HTTP status: 200, or 404, 409, 422 … where the page says what is wrong.
    pub status: u16,
    /// Whether an island stands on it; without one no script is sent.
    pub has_islands: bool,
    /// A script of its own, which the page does without; empty for none.
    pub script: String,
    /// Whether it shows something about one person, so that no cache may keep it.
    pub is_private: bool,
    /// What stands in `<main>`, built inside the rendering.
    pub body: Body,
}

/// Builds the view of a page's `<main>`.
pub type Body = Box<dyn FnOnce() -> AnyView + Send>;

impl Page {
    /// A public page without islands, status 200.
    pub fn new<V: IntoAny>(
        title: impl Into<String>,
        body: impl FnOnce() -> V + Send + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            description: String::new(),
            status: 200,
            has_islands: false,
            script: String::new(),
            is_private: false,
            body: Box::new(move || body().into_any()),
        }
    }

    /// The same page with a description.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// The same page with another status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same page, with the scripts that bring its islands to life.
    #[must_use]
    pub fn with_islands(mut self) -> Self {
        self.has_islands = true;
        self
    }

    /// The same page, with a script of its own.
    #[must_use]
    pub fn with_script(mut self, script: impl Into<String>) -> Self {
        self.script = script.into();
        self
    }

    /// The same page, for one person's eyes.
    #[must_use]
    pub fn private(mut self) -> Self {
        self.is_private = true;
        self
    }

    /// Renders the whole document.
    #[must_use]
    pub fn render(self, visit: &Visit) -> Rendered {
        shell::render(visit, self)
    }
}

/// A document as it goes over the wire.
#[derive(Debug)]
pub struct Rendered {
    /// HTTP status.
    pub status: u16,
    /// The document.
    pub html: String,
    /// The nonce that its scripts carry; `None` where it has none and the policy may forbid all.
    pub nonce: Option<String>,
    /// Whether no cache may keep it.
    pub is_private: bool,
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is nothing at this address.
    #[error("nothing at this address")]
    NotFound,
    /// The person has to sign in first, and then comes back.
    #[error("sign-in needed")]
    SignInNeeded,
    /// A part of the portal could not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// What a page function returns.
pub type PageResult = Result<Page, Fault>;
