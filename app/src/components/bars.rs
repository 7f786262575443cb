//! A chart of amounts before and after a change: two bars a line, each with its amount, told in full by the table below.

use leptos::prelude::*;
use policy::Fen;

use crate::notation;
use crate::visit::Visit;

const WIDTH: i128 = 480;
/// The longest bar leaves room for its amount.
const LONGEST: i128 = 300;
const LINE: usize = 84;
const BAR: usize = 20;

/// One line of the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// What it is about.
    pub name: String,
    /// The amount before the change.
    pub before: Fen,
    /// The amount after it.
    pub after: Fen,
}

/// The chart; nothing where every amount is nought.
#[component]
pub fn BarChart<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// The beginning of the ids of title and description.
    id: &'static str,
    /// What is drawn.
    #[prop(into)]
    title: String,
    /// What it says in a sentence.
    #[prop(into)]
    description: String,
    /// The lines, from top to bottom.
    lines: Vec<Bars>,
) -> impl IntoView + use<> {
    let most = lines
        .iter()
        .flat_map(|line| [line.before, line.after])
        .max()
        .filter(|most| most.0 > 0)?;
    let (title_id, text_id) = (format!("{id}-title"), format!("{id}-text"));
    let labels = format!("{title_id} {text_id}");
    let height = lines.len() * LINE;
    let drawn: Vec<_> = lines
        .into_iter()
        .enumerate()
        .map(|(place, line)| drawn(line, place * LINE, most))
        .collect();
    let (before, after) = (visit.say("rehearsal-before"), visit.say("rehearsal-after"));
    Some(view! {
        <figure class="chart">
            <svg viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-labelledby=labels>
                <title id=title_id>{title.clone()}</title>
                <desc id=text_id>{description.clone()}</desc>
                {drawn}
            </svg>
            <figcaption>
                <p>{title}{visit.say("colon")}{description}</p>
                <ul class="legend">
                    <li><svg viewBox="0 0 24 16" aria-hidden="true"><rect class="bar before" x="1" y="2" width="22" height="12"/></svg>{before}</li>
                    <li><svg viewBox="0 0 24 16" aria-hidden="true"><rect class="bar after" x="1" y="2" width="22" height="12"/></svg>{after}</li>
                </ul>
            </figcaption>
        </figure>
    })
}

fn drawn(line: Bars, top: usize, most: Fen) -> impl IntoView {
    let bars = [
        ("bar before", line.before, top + 26),
        ("bar after", line.after, top + 26 + BAR + 4),
    ]
    .map(|(class, amount, y)| {
        let width = width(amount, most);
        view! {
            <rect class=class x="1" y=y.to_string() width=width.to_string() height=(BAR - 4).to_string()/>
            <text class="value" x=(width + 10).to_string() y=(y + BAR - 6).to_string()>{notation::money(amount)}</text>
        }
    });
    view! { <text x="0" y=(top + 18).to_string()>{line.name}</text>{bars.into_iter().collect::<Vec<_>>()} }
}

/// Returns the length of a bar; an amount that is not nought is always seen.
fn width(amount: Fen, most: Fen) -> i128 {
    let length = i128::from(amount.0) * LONGEST / i128::from(most.0).max(1);
    if amount.0 > 0 { length.max(2) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_amounts() {
        assert_eq!(width(Fen(50), Fen(100)), 150);
        assert_eq!(width(Fen(i64::MAX), Fen(i64::MAX)), LONGEST);
        assert_eq!(width(Fen(1), Fen(1_000_000)), 2);
        assert_eq!(width(Fen(0), Fen(100)), 0);
    }
}
