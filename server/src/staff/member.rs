//! A member of staff behind a request; the type says which roles the route admits.

use std::marker::PhantomData;

use app::backend::{Member, Role};
use app::query::Query;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::session;
use crate::state::State;
use crate::visitor;

/// Which roles a route admits.
pub trait Office: Send + Sync + 'static {
    /// Says whether the role is admitted.
    fn admits(role: Role) -> bool;
}

/// Admits every member of staff.
#[derive(Clone, Copy, Debug)]
pub struct Anyone;

/// Admits editors.
#[derive(Clone, Copy, Debug)]
pub struct Editor;

impl Office for Anyone {
    fn admits(_: Role) -> bool {
        true
    }
}

impl Office for Editor {
    fn admits(role: Role) -> bool {
        role == Role::Editor
    }
}

/// A member of staff whose role `O` admits. Whoever is not signed in is led to do so; another role is refused.
#[derive(Clone, Debug)]
pub struct StaffMember<O> {
    /// The account's id.
    pub id: Uuid,
    /// Name and role, for the page.
    pub member: Member,
    office: PhantomData<O>,
}

impl<O: Office> FromRequestParts<State> for StaffMember<O> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Response> {
        let staff = match session::of(state, &parts.headers).await {
            Ok(Some(staff)) => staff,
            Ok(None) => return Err(to_sign_in(parts)),
            Err(fault) => {
                tracing::error!(%fault, "could not ask who of the staff is signed in");
                return Err(StatusCode::INTERNAL_SERVER_ERROR.into_response());
            }
        };
        if !O::admits(staff.role) {
            return Err(StatusCode::FORBIDDEN.into_response());
        }
        Ok(Self {
            id: staff.id,
            member: Member {
                name: staff.name,
                role: staff.role,
            },
            office: PhantomData,
        })
    }
}

fn to_sign_in(parts: &Parts) -> Response {
    let language = visitor::language(parts);
    // the path alone: a query may hold what somebody typed
    let here = language.address(parts.uri.path());
    let return_to = Query::encode([("return_to", here.as_str())]);
    let address = language.address("/staff/sign-in");
    Redirect::to(&format!("{address}?{return_to}")).into_response()
}
