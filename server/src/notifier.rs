//! How a one-time code reaches a telephone. The demo city has an outbox page in place of text messages.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use app::pages::outbox::Message;
use async_trait::async_trait;

use crate::clock::Moment;
use crate::sign_in::{Code, Phone};

/// The most messages that the outbox shows.
const MOST_MESSAGES: usize = 20;

/// Brings messages to people.
#[async_trait]
pub trait Notifier: Send + Sync {
    /// Sends a one-time code.
    ///
    /// # Errors
    /// [`NotSent`] where there is no way to the telephone.
    async fn send_code(&self, phone: &Phone, code: &Code, at: Moment) -> Result<(), NotSent>;

    /// Returns the messages sent last, newest first; `None` where they went out to real telephones.
    fn outbox(&self) -> Option<Vec<Message>>;
}

/// A message found no way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no service for text messages is connected; connect one, or use --demo to try the portal out"
)]
pub struct NotSent;

/// Returns how messages go out: into the outbox in the demo city, elsewhere by a service for text messages.
#[must_use]
pub fn notifier(is_demo: bool) -> Arc<dyn Notifier> {
    if is_demo {
        Arc::new(Outbox::default())
    } else {
        Arc::new(NoService)
    }
}

/// Keeps messages in memory, for the demo's outbox page.
#[derive(Default)]
pub struct Outbox(Mutex<VecDeque<Message>>);

#[async_trait]
impl Notifier for Outbox {
    async fn send_code(&self, phone: &Phone, code: &Code, at: Moment) -> Result<(), NotSent> {
        let message = Message {
            to: phone.masked(),
            code: code.expose().to_owned(),
            at: at.in_shanghai().format("%H:%M:%S").to_string(),
        };
        // a message is whole or not there: a panic elsewhere leaves nothing half done
        let mut messages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        messages.push_front(message);
        messages.truncate(MOST_MESSAGES);
        Ok(())
    }

    fn outbox(&self) -> Option<Vec<Message>> {
        Some(
            self.0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .iter()
                .cloned()
                .collect(),
        )
    }
}

/// Stands in as long as no service for text messages is connected.
struct NoService;

#[async_trait]
impl Notifier for NoService {
    async fn send_code(&self, _: &Phone, _: &Code, _: Moment) -> Result<(), NotSent> {
        Err(NotSent)
    }

    fn outbox(&self) -> Option<Vec<Message>> {
        None
    }
}
