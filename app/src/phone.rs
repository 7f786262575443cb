//! The checker on a phone: it answers the same addresses as the server does, from what it was given once.
//!
//! Everything here but `browser` runs anywhere, and is tested where the server is.

#[cfg(feature = "phone")]
pub mod browser;
mod kit;
#[cfg(feature = "ssr")]
mod packed;
mod plain;

use chrono::NaiveDate;
use policy::OccupationCode;

pub use self::kit::Kit;
#[cfg(feature = "ssr")]
pub use self::packed::{Packed, packed};
use crate::checker::answers::Answers;
use crate::checker::{Desk, Keeper, Pairs, Papers, Place, Taken};
use crate::language::Language;
use crate::query::Query;
use crate::sent::Sent;
use crate::speech::Speech;
use crate::told::Entitlements;

/// A checker that needs no server.
pub struct Phone<'a> {
    kit: Kit<'a>,
    papers: Papers,
    today: NaiveDate,
    keeper: Keeper,
}

/// What stands at an address, or what a form led to.
pub struct Reply {
    /// The address of the page.
    pub address: String,
    /// Its title, without the portal's name.
    pub title: String,
    /// What stands in `<main>`.
    pub html: String,
    /// The answers, as they are kept.
    pub answers: Pairs,
}

impl<'a> Phone<'a> {
    /// Returns a checker with this kit on this day; `None` where the kit can't be read.
    #[must_use]
    pub fn new(kit: &'a str, today: NaiveDate, keeper: Keeper) -> Option<Self> {
        let kit = Kit::read(kit)?;
        Some(Self {
            papers: kit.papers()?,
            kit,
            today,
            keeper,
        })
    }

    /// Returns the page at an address; `None` where the server must answer.
    #[must_use]
    pub fn open(&self, address: &str, answers: &Query) -> Option<Reply> {
        let place = Place::at(self.path(address)?)?;
        let answers = self.read(answers);
        self.at_desk(|desk| self.reply(desk, place, &answers, Sent::default()))
    }

    /// Returns what a form leads to; `None` where the server must answer.
    #[must_use]
    pub fn send(&self, address: &str, form: Query, answers: &Query) -> Option<Reply> {
        let path = self.path(address)?;
        let answers = self.read(answers);
        let sought = form.one("occupation").map(|text| self.kit.sought(text));
        self.at_desk(
            |desk| match desk.take(path, form, answers.clone(), sought.as_ref())? {
                Taken::Onward(answers, place) => self.reply(desk, place, &answers, Sent::default()),
                Taken::Again(place, sent) => self.reply(desk, place, &answers, sent),
            },
        )
    }

    /// Returns what the portal's interface answers for these answers, to the byte.
    #[must_use]
    pub fn told(&self, answers: &Query) -> String {
        let answers = self.read(answers);
        self.at_desk(|desk| {
            let told = desk.asking(&answers, |asked| Entitlements::of(asked, &desk.telling()));
            serde_json::to_string(&told).unwrap_or_default()
        })
    }

    fn reply(&self, desk: &Desk<'_>, place: Place, answers: &Answers, sent: Sent) -> Option<Reply> {
        if !desk.has(place, answers) {
            return None;
        }
        let shown = desk.show(place, answers, sent);
        Some(Reply {
            address: desk.address(place),
            title: shown.title,
            html: shown.body.into_string(),
            answers: answers.written(),
        })
    }

    fn at_desk<T>(&self, answer: impl FnOnce(&Desk<'_>) -> T) -> T {
        let occupations = |code: OccupationCode| self.kit.occupation(code);
        answer(&Desk {
            speech: &self.kit,
            today: self.today,
            papers: &self.papers,
            occupations: &occupations,
            keeper: self.keeper,
        })
    }

    /// Returns the path behind `/check`. What stands after `?` names a course, about which only the server knows.
    fn path<'b>(&self, address: &'b str) -> Option<&'b str> {
        let (language, path) = Language::of_path(address);
        let path = path.strip_prefix("/check")?;
        (language == self.kit.language() && !path.contains('?')).then_some(path)
    }

    fn read(&self, answers: &Query) -> Answers {
        Answers::from_written(answers, &self.kit, self.today)
    }
}
