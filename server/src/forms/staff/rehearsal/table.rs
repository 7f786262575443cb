//! The outcome of a rehearsal as a table, for a spreadsheet.

use app::backend::{Effect, Rehearsal};
use app::policy_words::Telling;
use app::rehearsal_words::words;
use app::visit::Visit;
use policy::{Coded, Fen};

/// Returns the outcome as a table, a line for each part of the population.
pub(super) fn table(
    visit: &Visit,
    rehearsal: &Rehearsal,
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    // without a byte-order mark spreadsheets read Chinese as something else
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record([
        "part",
        "code",
        "name",
        "people",
        "gain",
        "lose",
        "before_fen",
        "after_fen",
    ])?;
    let telling = Telling::by_code(&visit.language);
    let mut line = |part: &str, code: &str, name: &str, effect: &Effect| {
        let Effect {
            people,
            gain,
            lose,
            before: Fen(before),
            after: Fen(after),
        } = *effect;
        writer.write_record([
            part,
            code,
            name,
            &people.to_string(),
            &gain.to_string(),
            &lose.to_string(),
            &before.to_string(),
            &after.to_string(),
        ])
    };
    line("all", "", &visit.say("rehearsal-all"), &rehearsal.all)?;
    for (programme, effect) in &rehearsal.programmes {
        line(
            "programme",
            programme.code(),
            &telling.programme(*programme),
            effect,
        )?;
    }
    for (code, name, effect) in &rehearsal.districts {
        line("district", code, name, effect)?;
    }
    for (group, effect) in &rehearsal.groups {
        let name = visit.say(&format!("group-{}", group.code()));
        line("group", group.code(), &name, effect)?;
    }
    for (from, to, effect) in &rehearsal.ages {
        let band = [("from", (*from).into()), ("to", (*to).into())];
        let name = words(visit.language, "rehearsal-age-band", band);
        line("age", &format!("{from}-{to}"), &name, effect)?;
    }
    Ok(writer.into_inner()?)
}
