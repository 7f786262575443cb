//! The pages that only show something; what takes something in has a form's file of its own.

use app::pages;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use super::Route;
use crate::answering::answer;
use crate::visitor::Visitor;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::at("/", get(home)),
        Route::at("/find", get(find)),
        Route::at("/occupations/{code}", get(occupation)),
        Route::at("/courses/{id}", get(course)),
        Route::at("/compare", get(compare)),
        Route::at("/institutions/{id}", get(institution)),
        Route::at("/bases/{id}", get(base)),
        Route::at("/market", get(market)),
        Route::at("/recommended", get(recommended)),
        Route::at("/readings", get(readings)),
        Route::at("/help", get(help)),
        Route::at("/accessibility", get(accessibility)),
    ]
}

async fn home(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::home::page(&visit).await)
}

/// A form without scripts sends its blank fields too, and pasted words may hold characters that nobody sees: both lead to
/// the same address without them.
async fn find(Visitor(visit): Visitor) -> Response {
    if let Some(tidy) = pages::list::tidy(&visit) {
        return Redirect::to(&tidy).into_response();
    }
    answer(&visit, pages::list::page(&visit).await)
}

async fn occupation(Visitor(visit): Visitor, Path(code): Path<String>) -> Response {
    answer(&visit, pages::occupation::page(&visit, &code).await)
}

async fn course(Visitor(visit): Visitor, Path(id): Path<String>) -> Response {
    answer(&visit, pages::course::page(&visit, &id).await)
}

async fn compare(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::compare::page(&visit).await)
}

async fn institution(Visitor(visit): Visitor, Path(id): Path<String>) -> Response {
    answer(&visit, pages::institution::page(&visit, &id).await)
}

async fn base(Visitor(visit): Visitor, Path(id): Path<String>) -> Response {
    answer(&visit, pages::base::page(&visit, &id).await)
}

async fn market(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::market::page(&visit).await)
}

async fn recommended(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::recommended::page(&visit).await)
}

async fn readings(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::readings::page(&visit).await)
}

async fn help(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::help::page(&visit).await)
}

async fn accessibility(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::accessibility::page(&visit).await)
}
