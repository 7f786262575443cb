//! Handing documents to the engine's writer, so many at a time: it would take ten thousand before it has written any, and what
//! they fill is more than all that is served.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use tantivy::TantivyDocument;
use tantivy::schema::Document;

/// Documents that wait for the writer at most.
const MOST: usize = 256;

/// Where documents wait.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counter(Arc<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    documents: Mutex<usize>,
    one_less: Condvar,
}

/// A document that waits for the writer, or is being written.
#[derive(Debug)]
pub(crate) struct Handed {
    entry: TantivyDocument,
    counter: Counter,
}

impl Counter {
    /// Returns a document that may be handed over, once few enough others wait.
    pub(crate) fn hand(&self, entry: TantivyDocument) -> Handed {
        let is_full = |waiting: &mut usize| *waiting >= MOST;
        let mut waiting = self
            .0
            .one_less
            .wait_while(self.waiting(), is_full)
            .unwrap_or_else(PoisonError::into_inner);
        *waiting += 1;
        drop(waiting);
        Handed {
            entry,
            counter: self.clone(),
        }
    }

    fn waiting(&self) -> MutexGuard<'_, usize> {
        self.0
            .documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Handed {
    fn drop(&mut self) {
        *self.counter.waiting() -= 1;
        self.counter.0.one_less.notify_one();
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
    use super::*;

    #[test]
    fn no_more_wait_than_there_is_room_for_whatever_becomes_of_them() {
        let counter = Counter::default();
        let mut handed: Vec<Handed> = (0..MOST)
            .map(|_| counter.hand(TantivyDocument::default()))
            .collect();
        assert_eq!(*counter.waiting(), MOST);
        let written = handed.pop().map(Document::into_tantivy_document);
        assert_eq!(written, Some(TantivyDocument::default()));
        drop(handed.pop());
        assert_eq!(*counter.waiting(), MOST - 2);
        let late = std::thread::scope(|scope| {
            let more = [(), ()].map(|()| counter.hand(TantivyDocument::default()));
            let late = scope.spawn(|| counter.hand(TantivyDocument::default()));
            drop(more);
            late.join().expect("whoever waits does not panic")
        });
        drop((handed, late));
        assert_eq!(*counter.waiting(), 0);
    }
}
