//! The chart of openings per job seeker: a line against the level at which everybody would find a place.

use leptos::prelude::*;

use super::families::when;
use crate::backend::MarketFigure;
use crate::notation;
use crate::visit::Visit;

const WIDTH: f64 = 480.0;
const HEIGHT: f64 = 280.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 32.0;
const BOTTOM: f64 = 40.0;

/// The room that a period's name takes.
const NAME_WIDTH: f64 = 140.0;

/// One figure of the line.
struct Point<'a> {
    figure: &'a MarketFigure,
    ratio: f64,
}

/// Draws the ratios of one area, oldest first; nothing where fewer than two are known. The table tells them in full.
pub(super) fn chart(visit: &Visit, figures: &[&MarketFigure]) -> Option<AnyView> {
    let points: Vec<Point<'_>> = figures
        .iter()
        .filter_map(|figure| {
            Some(Point {
                figure,
                ratio: figure.ratio?,
            })
        })
        .collect();
    let (first, last) = (points.first()?, points.last()?);
    if points.len() < 2 {
        return None;
    }
    let scale = Scale::of(&points);
    let title = visit.say_with(
        "market-chart-title",
        [("area", last.figure.area.clone().into())],
    );
    let description = visit.say_with(
        "market-chart-text",
        [
            (
                "first",
                notation::period(visit, &first.figure.period).into(),
            ),
            ("from", notation::figure(first.ratio).into()),
            ("last", notation::period(visit, &last.figure.period).into()),
            ("to", notation::figure(last.ratio).into()),
        ],
    );
    let line: Vec<_> = points
        .iter()
        .map(|point| format!("{:.0},{:.0}", scale.x(point), scale.y(point.ratio)))
        .collect();
    let marks = marks(visit, &scale, &points);
    let has_samples = points.iter().any(|point| point.figure.is_sample);
    let even = format!("{:.0}", scale.y(1.0));
    Some(
        view! {
            <figure class="chart">
                <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-labelledby="chart-title chart-text">
                    <title id="chart-title">{title.clone()}</title>
                    <desc id="chart-text">{description.clone()}</desc>
                    {scale.lines()}
                    <line class="even" x1=LEFT.to_string() x2=(WIDTH - RIGHT).to_string() y1=even.clone() y2=even/>
                    <polyline class="ratio" points=line.join(" ")/>
                    {marks}
                </svg>
                <figcaption>
                    <p>{title}{visit.say("colon")}{description}</p>
                    {legend(visit, has_samples)}
                </figcaption>
            </figure>
        }
        .into_any(),
    )
}

fn legend(visit: &Visit, has_samples: bool) -> impl IntoView + use<> {
    let samples = has_samples.then(|| {
        view! { <li><svg viewBox="0 0 24 16" aria-hidden="true"><circle class="point" cx="12" cy="8" r="5"/></svg>{visit.say("market-legend-sample")}</li> }
    });
    view! {
        <ul class="legend">
            <li><svg viewBox="0 0 24 16" aria-hidden="true"><line class="ratio" x1="0" x2="24" y1="8" y2="8"/></svg>{visit.say("market-legend-ratio")}</li>
            <li><svg viewBox="0 0 24 16" aria-hidden="true"><line class="even" x1="0" x2="24" y1="8" y2="8"/></svg>{visit.say("market-legend-even")}</li>
            {samples}
        </ul>
    }
}

/// A mark for each point, hollow for a sample; the last one is named, and of the others as many as find room.
fn marks(visit: &Visit, scale: &Scale, points: &[Point<'_>]) -> Vec<AnyView> {
    let end = points.last().map_or(0.0, |point| scale.x(point));
    let mut named_until = f64::NEG_INFINITY;
    let mut marks = Vec::new();
    for point in points {
        let (x, y) = (scale.x(point), scale.y(point.ratio));
        let has_room = x >= named_until + NAME_WIDTH && end - x >= NAME_WIDTH;
        let name = (has_room || x >= end).then(|| {
            named_until = x;
            view! {
                <text class="value" x=format!("{x:.0}") y=format!("{:.0}", y - 12.0) text-anchor="middle">{notation::figure(point.ratio)}</text>
                <text x=format!("{x:.0}") y=(HEIGHT - 12.0).to_string() text-anchor="middle">{notation::period(visit, &point.figure.period)}</text>
            }
        });
        let class = if point.figure.is_sample {
            "point"
        } else {
            "point published"
        };
        marks.push(
            view! { <circle class=class cx=format!("{x:.0}") cy=format!("{y:.0}") r="4"/>{name} }
                .into_any(),
        );
    }
    marks
}

/// How figures become places on the drawing: across by time, up by ratio.
struct Scale {
    start: f64,
    years: f64,
    most: f64,
}

impl Scale {
    fn of(points: &[Point<'_>]) -> Self {
        let times = points.iter().map(|point| when(&point.figure.period));
        let start = times.clone().fold(f64::INFINITY, f64::min);
        let end = times.fold(f64::NEG_INFINITY, f64::max);
        let most = points
            .iter()
            .map(|point| point.ratio)
            .fold(1.0_f64, f64::max);
        // the next half above, so that the highest value has room over it
        Self {
            start,
            years: (end - start).max(0.25),
            most: (most * 2.0).ceil() / 2.0,
        }
    }

    fn x(&self, point: &Point<'_>) -> f64 {
        let inner = WIDTH - LEFT - RIGHT - 56.0;
        LEFT + 28.0 + inner * (when(&point.figure.period) - self.start) / self.years
    }

    fn y(&self, ratio: f64) -> f64 {
        TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - ratio / self.most)
    }

    /// The floor, and a number at each half.
    fn lines(&self) -> Vec<AnyView> {
        let mut lines = Vec::new();
        let mut value = 0.0;
        while value <= self.most {
            let y = format!("{:.0}", self.y(value));
            let label = format!("{:.0}", self.y(value) + 5.0);
            lines.push(view! { <text x=(LEFT - 10.0).to_string() y=label text-anchor="end">{notation::figure(value)}</text> }.into_any());
            if value == 0.0 {
                lines.push(view! { <line class="axis" x1=LEFT.to_string() x2=(WIDTH - RIGHT).to_string() y1=y.clone() y2=y/> }.into_any());
            }
            value += if self.most > 3.0 { 1.0 } else { 0.5 };
        }
        lines
    }
}
