//! How a message reaches a telephone: a one-time code, or that a seat came free. The demo city has an outbox page in
//! place of text messages.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use app::pages::outbox::{Content, Message};
use async_trait::async_trait;
use chrono::NaiveDate;

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

    /// Tells somebody who waited in line that they have a seat.
    ///
    /// # Errors
    /// [`NotSent`] where there is no way to the telephone.
    async fn tell_seat(&self, phone: &Phone, given: &SeatGiven, at: Moment) -> Result<(), NotSent>;

    /// Returns the messages sent last, newest first; `None` where they went out to real telephones.
    fn outbox(&self) -> Option<Vec<Message>>;
}

/// A seat that came free and went to somebody who waited for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatGiven {
    /// The course's title.
    pub course: String,
    /// The number to quote.
    pub reference: String,
    /// The course's first day, until which the seat can be given back.
    pub starts_on: NaiveDate,
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

impl Outbox {
    fn keep(&self, phone: &Phone, content: Content, at: Moment) {
        let message = Message {
            to: phone.masked(),
            content,
            at: at.in_shanghai().format("%H:%M:%S").to_string(),
        };
        // a message is whole or not there: a panic elsewhere leaves nothing half done
        let mut messages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        messages.push_front(message);
        messages.truncate(MOST_MESSAGES);
    }
}

#[async_trait]
impl Notifier for Outbox {
    async fn send_code(&self, phone: &Phone, code: &Code, at: Moment) -> Result<(), NotSent> {
        self.keep(phone, Content::Code(code.expose().to_owned()), at);
        Ok(())
    }

    async fn tell_seat(&self, phone: &Phone, given: &SeatGiven, at: Moment) -> Result<(), NotSent> {
        let content = Content::Seat {
            course: given.course.clone(),
            reference: given.reference.clone(),
            start: given.starts_on,
        };
        self.keep(phone, content, at);
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

    async fn tell_seat(&self, _: &Phone, _: &SeatGiven, _: Moment) -> Result<(), NotSent> {
        Err(NotSent)
    }

    fn outbox(&self) -> Option<Vec<Message>> {
        None
    }
}
