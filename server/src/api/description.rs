//! `/api/v1/openapi.json`: what the API accepts and answers, generated from the code.

use std::sync::LazyLock;

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use utoipa::openapi::OpenApi;
use utoipa::{OpenApi as _, ToSchema};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Training portal",
        description = "Subsidised vocational training: what is published, what the policy lets somebody take, and enrolment. \
                       Dates are YYYY-MM-DD, money is whole fen, errors are problem details (RFC 9457).",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    paths(
        describe,
        super::search::search,
        super::search::suggest,
        super::catalogue::catalogue,
        super::places::institution,
        super::places::course,
        super::places::base,
        super::readings::readings,
        super::entitlements::entitlements,
        super::market::market,
        super::market::ranking,
        super::recommendations::recommendations,
        super::enrolments::enrol,
        super::enrolments::mine,
        super::enrolments::cancel,
        super::enrolments::my_entitlements,
        super::waiting::mine,
        super::waiting::leave,
    )
)]
struct Described;

static DESCRIPTION: LazyLock<OpenApi> = LazyLock::new(Described::openapi);

/// Returns the description of the whole API.
#[must_use]
pub fn description() -> &'static OpenApi {
    &DESCRIPTION
}

/// This description.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "description", responses((status = 200, body = Object)))]
#[expect(
    dead_code,
    reason = "carries the words for the description; what answers is below"
)]
fn describe() {}

pub(super) async fn serve() -> Response {
    (
        [(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=3600"),
        )],
        Json(description()),
    )
        .into_response()
}

/// A person; every key may be absent or `null`: unknown.
#[derive(ToSchema)]
#[schema(as = Person)]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
pub(super) struct DescribedPerson {
    birth: Option<NaiveDate>,
    sex: Option<DescribedSex>,
    /// Six-digit division code of the district of residence.
    residence: Option<String>,
    /// Six-digit division code of the university's district.
    university_district: Option<String>,
    /// `[]` says: none of them.
    groups: Option<Vec<DescribedGroup>>,
    left_school: Option<DescribedLeftSchool>,
    /// Certificates obtained in whatever way; `[]` says: none.
    certificates: Option<Vec<DescribedCertificate>>,
    entrepreneur_certificate: Option<bool>,
    business_plan_passed: Option<bool>,
    employment: Option<DescribedEmployment>,
}

/// The sex, as far as the retirement ages differ.
#[derive(ToSchema)]
#[schema(as = Sex, rename_all = "snake_case")]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
enum DescribedSex {
    Male,
    Female,
}

/// A group of people whom the policy addresses.
#[derive(ToSchema)]
#[schema(as = Group, rename_all = "snake_case")]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
enum DescribedGroup {
    RegisteredUnemployed,
    RuralWorker,
    Veteran,
    Graduate,
    Student,
    SchoolLeaver,
    NewRecruit,
}

/// The last schooling of somebody who did not go on.
#[derive(ToSchema)]
#[schema(as = LeftSchool)]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
struct DescribedLeftSchool {
    stage: Option<DescribedStage>,
    on: Option<NaiveDate>,
}

/// The school left; `none` for who went on.
#[derive(ToSchema)]
#[schema(as = Stage, rename_all = "snake_case")]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
enum DescribedStage {
    JuniorHigh,
    SeniorHigh,
    None,
}

/// A vocational qualification certificate.
#[derive(ToSchema)]
#[schema(as = Certificate)]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
struct DescribedCertificate {
    occupation: String,
    #[schema(minimum = 1, maximum = 5)]
    level: u8,
}

/// A new recruit's contract and enterprise.
#[derive(ToSchema)]
#[schema(as = Employment)]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
struct DescribedEmployment {
    enterprise_in_city: Option<bool>,
    hr_or_dispatch: Option<bool>,
    industry_conforms: Option<bool>,
    contract_signed: Option<NaiveDate>,
    contract_months: Option<u32>,
    contract_open_ended: Option<bool>,
    filed: Option<bool>,
    insured: Option<bool>,
    fund_drawn: Option<bool>,
    #[schema(minimum = 0, maximum = 100)]
    fund_front_line_percent: Option<u8>,
    fund_disclosed: Option<bool>,
}

/// One earlier or reserved training.
#[derive(ToSchema)]
#[schema(as = HistoryEntry)]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
pub(super) struct DescribedEntry {
    programme: DescribedProgramme,
    /// Required except for veterans and the entrepreneurship pair.
    occupation: Option<String>,
    /// Required except for veterans and the entrepreneurship pair.
    #[schema(minimum = 1, maximum = 5)]
    level: Option<u8>,
    start: NaiveDate,
    state: DescribedState,
}

/// A programme of the policy.
#[derive(ToSchema)]
#[schema(as = Programme, rename_all = "snake_case")]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
enum DescribedProgramme {
    EmploymentSkills,
    StudentSkills,
    StudentPractice,
    Veterans,
    LabourPreparation,
    EnterprisePrejob,
    Entrepreneurship,
    EntrepreneurshipSimulation,
}

/// How far a training has come.
#[derive(ToSchema)]
#[schema(as = State, rename_all = "snake_case")]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
enum DescribedState {
    Reserved,
    Completed,
    Certified,
    Paid,
    Failed,
    Cancelled,
}

/// A course about which somebody asks.
#[derive(ToSchema)]
#[schema(as = Course)]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
pub(super) struct DescribedCourse {
    programme: DescribedProgramme,
    /// Required except for veterans and the entrepreneurship pair.
    occupation: Option<String>,
    /// Required except for veterans and the entrepreneurship pair.
    #[schema(minimum = 1, maximum = 5)]
    level: Option<u8>,
    start: NaiveDate,
    end: Option<NaiveDate>,
    institution: Option<String>,
    base: Option<String>,
    semesters: Option<u32>,
    class_hours: Option<u32>,
    internship: Option<DescribedInternship>,
}

/// An off-campus internship; `{"none": true}` says that there is none.
#[derive(ToSchema)]
#[schema(as = Internship)]
#[expect(dead_code, reason = "describes what the policy's own type reads")]
struct DescribedInternship {
    none: Option<bool>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    agreement: Option<bool>,
    insurance: Option<bool>,
}
