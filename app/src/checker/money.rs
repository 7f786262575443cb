//! What would be paid once certified.

use policy::{Coded, Course, Facts, Fen, Money, Programme, Published, assess_course};

use super::desk::Desk;
use crate::notation;
use crate::policy_words::Telling;
use crate::speech::Speech;

/// An amount and what it is.
pub(crate) type Amount = Option<(String, String)>;

/// What would be paid once certified: the figure for the tear-off, the rest in lines, and what is not published.
pub(crate) fn money(
    speech: &dyn Speech,
    telling: &Telling<'_>,
    money: &Money,
) -> (Amount, Vec<(String, String)>, Vec<String>) {
    let said = |key: &str| speech.say(key);
    let amount = |fen: Fen, key: &str| (notation::money(fen), said(key));
    let main = money
        .practice
        .map(|fen| amount(fen, "money-practice"))
        .or(money.training.map(|fen| amount(fen, "money-training")));
    let appraisal = money
        .appraisal
        .map(|fen| (said("money-appraisal"), notation::money(fen)));
    let payee = money.paid_to.map(|payee| {
        (
            said("money-payee"),
            said(&format!("payee-{}", payee.code())),
        )
    });
    (
        main,
        appraisal.into_iter().chain(payee).collect(),
        money.notes.iter().map(|note| telling.note(*note)).collect(),
    )
}

/// What a programme pays whatever is learnt; those that pay by occupation and level have nothing of the kind.
pub(super) fn promised(
    desk: &Desk<'_>,
    programme: Programme,
) -> (Amount, Vec<(String, String)>, Vec<String>) {
    if programme.names_occupation() && programme != Programme::EnterprisePrejob {
        return (None, Vec::new(), Vec::new());
    }
    let published = Published {
        readings: &desk.papers.readings,
        ..Published::default()
    };
    let course = Course::new(programme, desk.today);
    let assessed = assess_course(&Facts::default(), &course, &published);
    let (amount, lines, notes) = money(desk.speech, &desk.telling(), &assessed.money);
    match amount {
        // to whom it goes stands beside it
        Some((amount, _)) => (
            Some((amount, desk.say("check-money-a-head"))),
            Vec::new(),
            notes,
        ),
        None => (None, lines, notes),
    }
}
