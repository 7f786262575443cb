//! Handing documents to the engine's writer, so many at a time: its queue takes ten thousand, and what they fill is more than all
//! that is served.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tantivy::TantivyDocument;
use tantivy::schema::Document;

/// Documents that wait for the writer at most.
const MOST: usize = 256;
/// After so long without room a document is handed over all the same: a writer that died tells why when it is.
const PATIENCE: Duration = Duration::from_secs(20);

/// Counts the documents that wait for the writer.
#[derive(Clone, Debug)]
pub(crate) struct Counter {
    waiting: Arc<Waiting>,
    patience: Duration,
}

#[derive(Debug, Default)]
struct Waiting {
    count: Mutex<usize>,
    one_less: Condvar,
}

/// A document that waits for the writer, or is being written.
#[derive(Debug)]
pub(crate) struct Handed {
    entry: TantivyDocument,
    waiting: Arc<Waiting>,
}

impl Counter {
    /// Returns a counter of none.
    pub(crate) fn new() -> Self {
        Self {
            waiting: Arc::default(),
            patience: PATIENCE,
        }
    }

    /// Returns a document that may be handed over, once few enough others wait.
    pub(crate) fn hand(&self, entry: TantivyDocument) -> Handed {
        let waiting = &self.waiting;
        let is_full = |count: &mut usize| *count >= MOST;
        let (mut count, _) = waiting
            .one_less
            .wait_timeout_while(waiting.count(), self.patience, is_full)
            .unwrap_or_else(PoisonError::into_inner);
        *count += 1;
        drop(count);
        Handed {
            entry,
            waiting: Arc::clone(waiting),
        }
    }
}

impl Waiting {
    fn count(&self) -> MutexGuard<'_, usize> {
        self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Handed {
    fn drop(&mut self) {
        *self.waiting.count() -= 1;
        self.waiting.one_less.notify_one();
    }
}

impl Document for Handed {
    type Value<'a> = <TantivyDocument as Document>::Value<'a>;
    type FieldsValuesIter<'a> = <TantivyDocument as Document>::FieldsValuesIter<'a>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        self.entry.iter_fields_and_values()
    }

    fn into_tantivy_document(mut self) -> TantivyDocument {
        std::mem::take(&mut self.entry)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    fn hand(counter: &Counter) -> Handed {
        counter.hand(TantivyDocument::default())
    }

    #[test]
    fn no_more_wait_than_there_is_room_for() {
        let counter = Counter::new();
        let (sender, queue) = mpsc::channel();
        let most = thread::scope(|scope| {
            // holds as many as there is room for, and lets one go whenever another comes
            scope.spawn(|| {
                let mut held = VecDeque::new();
                for handed in queue {
                    held.push_back(handed);
                    if held.len() == MOST {
                        held.pop_front();
                    }
                }
            });
            let waiting = (0..10 * MOST).map(|_| {
                sender.send(hand(&counter)).expect("somebody listens");
                *counter.waiting.count()
            });
            let most = waiting.max();
            drop(sender);
            most
        });
        assert!(most <= Some(MOST), "{most:?} waited");
        assert_eq!(*counter.waiting.count(), 0, "all were let go");
    }

    #[test]
    fn a_document_is_counted_until_it_is_written_or_thrown_away() {
        let counter = Counter::new();
        let (written, thrown_away) = (hand(&counter), hand(&counter));
        assert_eq!(*counter.waiting.count(), 2);
        assert_eq!(written.into_tantivy_document(), TantivyDocument::default());
        assert_eq!(*counter.waiting.count(), 1);
        drop(thrown_away);
        assert_eq!(*counter.waiting.count(), 0);
    }

    #[test]
    fn nobody_waits_for_ever_for_a_writer_that_died() {
        let counter = Counter {
            patience: Duration::ZERO,
            ..Counter::new()
        };
        let handed: Vec<Handed> = (0..=MOST).map(|_| hand(&counter)).collect();
        assert_eq!(handed.len(), MOST + 1);
    }
}
