//! `/me/details`: real name and resident ID, given once; and, for a course, what its programme asks of a person.

use leptos::prelude::*;
use policy::{Coded, Fact, FactSet, Group, Level, Programme, Stage};

use crate::backend::{CourseDetail, Profile};
use crate::components::choices::{Choice, Choices};
use crate::components::field::{Field, Typed};
use crate::components::question::QuestionPage;
use crate::page::{Fault, Page, PageResult};
use crate::query::Query;
use crate::sent::Sent;
use crate::visit::Visit;

/// What is sent for 不清楚.
pub const NOT_SURE: &str = "unknown";
/// What is sent for "none of them".
pub const NONE: &str = "none";
/// What is sent for certificates in other occupations only.
pub const OTHER: &str = "other";

/// What still has to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Name and resident ID.
    pub identity: bool,
    /// The groups.
    pub groups: bool,
    /// How schooling ended.
    pub school: bool,
    /// The certificate in the course's occupation.
    pub certificate: bool,
    /// Where the person lives.
    pub residence: bool,
    /// Where the university is.
    pub university: bool,
}

impl Wanted {
    /// Returns what the portal does not know of a person, as far as it matters to a course (of which `missing` says
    /// what the rules lack) or, without one, to the person's identity.
    #[must_use]
    pub fn of(profile: &Profile, programme: Option<Programme>, missing: FactSet) -> Self {
        let person = &profile.facts.person;
        let by_university = matches!(
            programme,
            Some(Programme::StudentSkills | Programme::StudentPractice)
        );
        let identity = profile.masked_name.is_none();
        let for_course = programme.is_some();
        Self {
            identity,
            groups: for_course && person.groups.is_none(),
            school: missing.contains(Fact::LeftStage) || missing.contains(Fact::LeftOn),
            certificate: missing.contains(Fact::Certificates),
            residence: for_course && !by_university && person.residence.is_none(),
            university: for_course && by_university && person.university_district.is_none(),
        }
    }

    /// Says whether nothing is wanted that could hold an application up.
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        !(self.identity || self.groups || self.school || self.certificate)
    }
}

/// Returns the address of the page for a course.
#[must_use]
pub fn address(visit: &Visit, course: Option<&str>) -> String {
    let address = visit.address("/me/details");
    match course {
        Some(course) => format!("{address}?{}", Query::encode([("course", course)])),
        None => address,
    }
}

/// Asks for what is wanted; what was given stands there masked.
///
/// # Errors
/// [`Fault::SignInNeeded`] where nobody is signed in.
pub async fn page(
    visit: &Visit,
    course: Option<&CourseDetail>,
    wanted: Wanted,
    sent: Sent,
) -> PageResult {
    let person = visit.person.ok_or(Fault::SignInNeeded)?;
    let profile = visit.backend.profile(person).await?;
    let districts = visit.backend.districts().await?;
    let title = visit.say(if wanted.identity {
        "details-title"
    } else {
        "details-facts-title"
    });
    let status = sent.status();
    let occupation = course
        .and_then(|course| course.occupation_name.clone())
        .unwrap_or_default();
    let course_id = course.map(|course| course.card.id.clone());
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let say = |key: &str| visit.say(key).into_owned();
        let known = profile.masked_name.zip(profile.masked_resident_id).map(|(name, id)| {
            view! { <p class="panel">{visit.say_with("details-known", [("name", name.into()), ("id", id.into())])}</p> }
        });
        let identity = wanted.identity.then(|| {
            view! {
                <Field name="name" label=say("details-name") typed=Typed::Name value=sent.value("name") hint=say("details-name-hint") wrong=sent.wrong("name")/>
                <Field name="resident_id" label=say("details-id") typed=Typed::ResidentId value=sent.value("resident_id")
                    hint=say("details-id-hint") wrong=sent.wrong("resident_id")/>
            }
        });
        let groups = wanted.groups.then(|| {
            let mut choices: Vec<_> = Group::ALL
                .iter()
                .map(|group| {
                    let code = group.code();
                    Choice::new(code, say(&format!("group-{code}"))).hinted(say(&format!("group-{code}-hint"))).chosen(sent.chose("groups", code))
                })
                .collect();
            choices.push(Choice::new(NONE, say("check-groups-none")).chosen(sent.chose("groups", NONE)));
            view! { <Choices name="groups" legend=say("check-groups") choices many=true hint=say("check-groups-why") wrong=sent.wrong("groups")/> }
        });
        let school = wanted.school.then(|| {
            let mut choices: Vec<_> = Stage::ALL
                .iter()
                .map(|stage| Choice::new(stage.code(), say(&format!("check-school-{}", stage.code()))).chosen(sent.chose("school", stage.code())))
                .collect();
            choices.push(Choice::new(NOT_SURE, say("check-not-sure")).chosen(sent.chose("school", NOT_SURE)));
            view! {
                <Choices name="school" legend=say("check-school") choices hint=say("check-school-why") wrong=sent.wrong("school")/>
                <Field name="school-year" label=say("check-school-year") typed=Typed::Number value=sent.value("school-year")
                    hint=say("check-school-year-hint") wrong=sent.wrong("school-year")/>
            }
        });
        let certificate = wanted.certificate.then(|| {
            let occupation = occupation.clone();
            let other = visit.say_with("details-certificate-other", [("occupation", occupation.clone().into())]).into_owned();
            let mut choices = vec![
                Choice::new(NONE, say("details-certificate-none")).chosen(sent.chose("certificate", NONE)),
                Choice::new(OTHER, other).chosen(sent.chose("certificate", OTHER)),
            ];
            choices.extend(Level::ALL.iter().map(|level| {
                let number = level.number().to_string();
                Choice::new(&number, say(&format!("level-{number}"))).chosen(sent.chose("certificate", &number))
            }));
            choices.push(Choice::new(NOT_SURE, say("check-not-sure")).chosen(sent.chose("certificate", NOT_SURE)));
            let legend = visit.say_with("check-certificate", [("occupation", occupation.into())]).into_owned();
            view! { <Choices name="certificate" legend choices hint=say("check-certificate-why") wrong=sent.wrong("certificate")/> }
        });
        let district = |name: &'static str, key: &str| {
            let options: Vec<_> = districts
                .iter()
                .map(|district| view! { <option value=district.code.clone() selected=sent.chose(name, &district.code)>{district.name.clone()}</option> })
                .collect();
            view! {
                <div class="field">
                    <label for=name>{say(key)}</label>
                    <select class="input" id=name name=name><option value="">{say("check-district-none")}</option>{options}</select>
                </div>
            }
        };
        let residence = wanted.residence.then(|| district("residence", "check-residence"));
        let university = wanted.university.then(|| district("university", "check-university"));
        let fields = view! { <h1>{title}</h1>{known}{identity}{groups}{residence}{university}{certificate}{school} }.into_any();
        let back = course_id.as_deref().map(|id| visit.address(&format!("/courses/{id}"))).unwrap_or_default();
        let action = address(&visit, course_id.as_deref());
        view! {
            <QuestionPage visit=&visit back action problems=&sent.problems>{fields}</QuestionPage>
            {wanted.identity.then(|| view! { <p class="hint">{say("details-privacy")}</p> })}
        }
    })
    .with_status(status)
    .private())
}
