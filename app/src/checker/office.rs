//! Where to go, and whom to call.

use maud::{Markup, html};
use policy::{Office, Programme};

use super::desk::{Desk, District};
use crate::policy_words::Telling;

/// The office with its telephone where that is known.
pub(crate) fn office_line(
    telling: &Telling<'_>,
    districts: &[District],
    programme: Programme,
    office: Office,
) -> (String, Option<String>) {
    let district = office.district().and_then(|code| {
        districts
            .iter()
            .find(|district| district.code == code.as_str())
    });
    let name = district.map(|district| district.name.as_str());
    (
        telling.office(programme, office, name),
        district.and_then(|district| district.phone.clone()),
    )
}

/// The office in one line; its telephone can be called with one tap.
pub(super) fn office(desk: &Desk<'_>, programme: Programme, office: Office) -> Markup {
    let (name, phone) = office_line(&desk.telling(), &desk.papers.districts, programme, office);
    html! {
        p class="office" {
            (desk.say_with("check-office", &[("office", &name)]))
            @if let Some(phone) = phone {
                " " (desk.say("check-office-phone")) " "
                @match dialled(&phone) {
                    Some(digits) => { a class="target" href={ "tel:" (digits) } { (phone) } }
                    None => { (phone) }
                }
            }
        }
    }
}

// sample data has numbers that nobody can dial
fn dialled(phone: &str) -> Option<String> {
    let digits: String = phone
        .chars()
        .filter(|sign| !matches!(sign, ' ' | '-'))
        .collect();
    (digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}
