//! Counts searches that found nothing, without keeping what could tell of a person.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{NaiveDate, TimeDelta};
use search_index::comparable;

use super::letters::is_plain_word;
use super::looks_personal;
use crate::db::{self, Database};

/// Words are written down only once they were asked for so often: what one person typed once is nobody's business.
const OFTEN: u32 = 3;
/// The longest words that are counted, in characters.
const LONGEST: usize = 16;
/// So many different words are remembered at once; then it begins anew.
const MOST: usize = 10_000;
/// Words that nobody asks for any more are forgotten after so long.
const KEEP: TimeDelta = TimeDelta::days(180);

/// Searches without an answer, in memory until they are written to the database. Cloning shares it.
#[derive(Clone, Default)]
pub struct Unanswered(Arc<Counts>);

#[derive(Default)]
struct Counts {
    /// Another one in every process, so that words can't be told from what is remembered of them.
    salt: RandomState,
    counted: Mutex<Counted>,
}

#[derive(Default)]
struct Counted {
    /// How often words were asked for that are not yet asked for often, by their hash.
    seldom: HashMap<u64, u32>,
    /// How often words were asked for since they were last written down.
    often: HashMap<String, u32>,
}

impl Unanswered {
    /// Notes that a search found nothing; what looks personal, is long, or holds neither a Chinese character nor one plain word
    /// of letters is not noted. `is_known` tells words of trades.
    pub fn note(&self, typed: &str, is_known: &dyn Fn(&str) -> bool) {
        let text = comparable(typed);
        let is_chinese = text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        if !(is_chinese || is_plain_word(typed))
            || text.chars().count() > LONGEST
            || looks_personal(typed, is_known)
            || looks_personal(&text, is_known)
        {
            return;
        }
        let mut counted = self
            .0
            .counted
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counted.often.get_mut(&text) {
            *count += 1;
            return;
        }
        let hash = self.0.salt.hash_one(&text);
        if counted.seldom.len() >= MOST {
            counted.seldom.clear();
        }
        let times = counted.seldom.entry(hash).or_default();
        *times += 1;
        if *times >= OFTEN && counted.often.len() < MOST {
            let times = counted.seldom.remove(&hash).unwrap_or(OFTEN);
            counted.often.insert(text, times);
        }
    }

    /// Writes down what was asked for often, and forgets what nobody asks for any more. Returns how many words it wrote.
    ///
    /// # Errors
    /// If the database does not answer; what was counted is counted on.
    pub async fn write_down(&self, database: &Database, today: NaiveDate) -> db::Result<usize> {
        let often: Vec<(String, u32)> = {
            let mut counted = self
                .0
                .counted
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            let asked = counted.often.iter_mut().filter(|(_, count)| **count > 0);
            asked
                .map(|(text, count)| (text.clone(), std::mem::take(count)))
                .collect()
        };
        let written = often.len();
        let words = often.clone();
        let write = database.write(move |transaction| {
            Box::pin(async move {
                for (text, asked) in &words {
                    transaction
                        .count_unanswered(text, i64::from(*asked), today)
                        .await?;
                }
                transaction.forget_unanswered(today - KEEP).await
            })
        });
        if let Err(fault) = write.await {
            let mut counted = self
                .0
                .counted
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            for (text, asked) in often {
                *counted.often.entry(text).or_default() += asked;
            }
            return Err(fault);
        }
        Ok(written)
    }
}

// what somebody typed is never printed by accident
impl fmt::Debug for Unanswered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Unanswered(***)")
    }
}
