//! Rehearsals in the background, one at a time; the last one's outcome is kept until the next. Each node has its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use app::backend::{Change, Rehearsal};

use super::{Order, Progress, Proposal, rehearse};
use crate::shelf::Stock;

/// The rehearsals of one node.
#[derive(Debug, Default)]
pub struct Runs(Arc<Mutex<Option<Run>>>);

/// A rehearsal that was begun.
#[derive(Clone, Debug)]
pub struct Run {
    /// How it is run.
    pub order: Order,
    /// What is changed.
    pub changes: Vec<Change>,
    /// How far it has come.
    pub progress: Arc<Progress>,
    /// What came of it; `None` while it goes on.
    pub outcome: Option<Result<Arc<Rehearsal>, NoOutcome>>,
}

/// Why a rehearsal came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOutcome {
    /// There is nothing to draw residents from.
    Barren,
    /// It broke off, which is a fault of ours.
    BrokenOff,
}

/// Another rehearsal is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy;

impl Runs {
    /// Returns the rehearsal that was begun last.
    #[must_use]
    pub fn last(&self) -> Option<Run> {
        // a run is replaced whole: a panic elsewhere leaves nothing half done
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Begins a rehearsal on threads of its own.
    ///
    /// # Errors
    /// [`Busy`] while another one is going on.
    pub fn begin(&self, stock: Arc<Stock>, proposal: Proposal, order: Order) -> Result<(), Busy> {
        let progress = Arc::new(Progress::default());
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref().is_some_and(|run| run.outcome.is_none()) {
            return Err(Busy);
        }
        *last = Some(Run {
            order,
            changes: proposal.changes.clone(),
            progress: progress.clone(),
            outcome: None,
        });
        drop(last);
        let runs = self.0.clone();
        thread::spawn(move || {
            let work = AssertUnwindSafe(|| rehearse(&stock, &proposal, &order, &progress));
            let outcome = match catch_unwind(work) {
                Ok(Ok(rehearsal)) => Ok(Arc::new(rehearsal)),
                Ok(Err(_)) => Err(NoOutcome::Barren),
                Err(_) => Err(NoOutcome::BrokenOff),
            };
            let mut last = runs.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(run) = last.as_mut() {
                run.outcome = Some(outcome);
            }
        });
        Ok(())
    }
}
