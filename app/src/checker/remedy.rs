//! What a person can do about a rule that fails: the way there.

use policy::calendar::months_after;
use policy::{Certificate, Finding, Outcome, Programme, Remedy};

use super::desk::Desk;
use super::place::Place;
use super::question::Question;
use crate::notation;

const ANNOUNCED_MONTHS: u32 = 12;

/// Where a remedy leads, and what the way there is called.
pub(super) type Action = Option<(String, String)>;

/// Returns the way to what a finding's remedy says; `None` where no page helps.
pub(super) fn action(desk: &Desk<'_>, programme: Programme, finding: &Finding) -> Action {
    if finding.outcome != Outcome::Fail {
        return None;
    }
    let telling = desk.telling();
    let courses = |programme: Programme, from: &str| {
        let code = programme.code();
        let address = format!("/find?kind=course&programme={code}{from}");
        desk.speech.address(&address)
    };
    Some(match finding.remedy {
        // what lies further off is not announced yet
        Remedy::Wait { until } if until <= months_after(desk.today, ANNOUNCED_MONTHS) => (
            courses(programme, &format!("&from={until}")),
            desk.say_with(
                "check-act-wait",
                &[("day", &notation::day(telling.language(), until))],
            ),
        ),
        Remedy::PutRight { facts } => (
            desk.address(Place::Question(
                facts.iter().find_map(Question::asking_for)?,
            )),
            desk.say("check-act-put-right"),
        ),
        Remedy::Reach { certificate } => {
            let Certificate { occupation, level } = certificate;
            let name = telling.occupation(occupation);
            let level = telling.level(level);
            (
                desk.speech.address(&format!("/occupations/{occupation}")),
                desk.say_with(
                    "check-act-reach",
                    &[("occupation", &name), ("level", &level)],
                ),
            )
        }
        Remedy::TakeFirst { programme } => {
            let name = telling.programme(programme);
            let text = desk.say_with("check-act-first", &[("programme", &name)]);
            (courses(programme, ""), text)
        }
        Remedy::Choose { .. } => (courses(programme, ""), desk.say("check-act-choose")),
        Remedy::Wait { .. } | Remedy::None | Remedy::Provide { .. } => return None,
    })
}
