//! Who of the staff is signed in, the way to their desk, and the way out.

use leptos::prelude::*;
use policy::Coded;

use crate::backend::Member;
use crate::visit::Visit;

/// The line on top of every page of the staff.
#[component]
pub fn StaffBar<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// Who is signed in.
    member: &'a Member,
) -> impl IntoView + use<> {
    let role = visit.say(&format!("staff-role-{}", member.role.code()));
    let who = visit.say_with(
        "staff-signed-in",
        [("name", member.name.clone().into()), ("role", role.into())],
    );
    view! {
        <div class="row spread staff-bar">
            <a class="target" href=visit.address("/staff")>{visit.say("staff-home")}</a>
            <form class="row" method="post" action=visit.address("/staff/sign-out")>
                <span>{who.into_owned()}</span>
                <button class="button quiet" type="submit">{visit.say("staff-sign-out")}</button>
            </form>
        </div>
    }
}
