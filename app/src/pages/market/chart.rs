//! The chart of openings per job seeker: a line against the level at which everybody would find a place.

use leptos::prelude::*;

use crate::backend::MarketFigure;
use crate::notation;
use crate::visit::Visit;

const WIDTH: f64 = 480.0;
const HEIGHT: f64 = 280.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 32.0;
const BOTTOM: f64 = 40.0;

/// At most so many periods are named below the chart.
const MOST_NAMES: usize = 4;

/// Draws the ratios; nothing where fewer than two are known. The table tells all of it in full.
pub(super) fn chart(visit: &Visit, figures: &[MarketFigure]) -> Option<AnyView> {
    let known: Vec<(&MarketFigure, f64)> = figures
        .iter()
        .filter_map(|figure| Some((figure, figure.ratio?)))
        .collect();
    let ((first, from), (last, to)) = (known.first()?, known.last()?);
    if known.len() < 2 {
        return None;
    }
    let scale = Scale::of(&known);
    let title = visit.say("market-chart-title");
    let description = visit.say_with(
        "market-chart-text",
        [
            ("first", first.period.clone().into()),
            ("from", notation::figure(*from).into()),
            ("last", last.period.clone().into()),
            ("to", notation::figure(*to).into()),
        ],
    );
    let points: Vec<_> = known
        .iter()
        .enumerate()
        .map(|(place, (_, ratio))| format!("{:.0},{:.0}", scale.x(place), scale.y(*ratio)))
        .collect();
    let marks: Vec<_> = known
        .iter()
        .enumerate()
        .map(|(place, (figure, ratio))| mark(&scale, place, figure, *ratio))
        .collect();
    let has_samples = known.iter().any(|(figure, _)| figure.is_sample);
    let even = format!("{:.0}", scale.y(1.0));
    Some(
        view! {
            <figure class="chart">
                <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-labelledby="chart-title chart-text">
                    <title id="chart-title">{title}</title>
                    <desc id="chart-text">{description.clone()}</desc>
                    {scale.lines()}
                    <line class="even" x1=LEFT.to_string() x2=(WIDTH - RIGHT).to_string() y1=even.clone() y2=even/>
                    <polyline class="ratio" points=points.join(" ")/>
                    {marks}
                </svg>
                <figcaption>
                    <p>{description}</p>
                    <ul class="legend">
                        <li><svg viewBox="0 0 24 16" aria-hidden="true"><line class="ratio" x1="0" x2="24" y1="8" y2="8"/></svg>{visit.say("market-legend-ratio")}</li>
                        <li><svg viewBox="0 0 24 16" aria-hidden="true"><line class="even" x1="0" x2="24" y1="8" y2="8"/></svg>{visit.say("market-legend-even")}</li>
                        {has_samples.then(|| view! { <li><svg viewBox="0 0 24 16" aria-hidden="true"><circle class="point" cx="12" cy="8" r="5"/></svg>{visit.say("market-legend-sample")}</li> })}
                    </ul>
                </figcaption>
            </figure>
        }
        .into_any(),
    )
}

/// A point with its value; a sample is hollow, a published figure is filled.
fn mark(scale: &Scale, place: usize, figure: &MarketFigure, ratio: f64) -> impl IntoView + use<> {
    let (x, y) = (scale.x(place), scale.y(ratio));
    let class = if figure.is_sample {
        "point"
    } else {
        "point published"
    };
    let is_named = place.is_multiple_of(scale.every) || place + 1 == scale.count;
    let words = is_named.then(|| {
        view! {
            <text class="value" x=format!("{x:.0}") y=format!("{:.0}", y - 14.0) text-anchor="middle">{notation::figure(ratio)}</text>
            <text x=format!("{x:.0}") y=(HEIGHT - 12.0).to_string() text-anchor="middle">{figure.period.clone()}</text>
        }
    });
    view! { <circle class=class cx=format!("{x:.0}") cy=format!("{y:.0}") r="5"/>{words} }
}

/// How figures become places on the drawing.
struct Scale {
    count: usize,
    most: f64,
    /// Every so many points is named.
    every: usize,
}

impl Scale {
    fn of(known: &[(&MarketFigure, f64)]) -> Self {
        let most = known
            .iter()
            .map(|(_, ratio)| *ratio)
            .fold(1.0_f64, f64::max);
        // the next half above, so that the highest value has room over it
        Self {
            count: known.len(),
            most: (most * 2.0).ceil() / 2.0,
            every: known.len().div_ceil(MOST_NAMES),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a chart holds far fewer than 2^52 points"
    )]
    fn x(&self, place: usize) -> f64 {
        let inner = WIDTH - LEFT - RIGHT - 48.0;
        LEFT + 24.0 + inner * place as f64 / (self.count - 1).max(1) as f64
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
