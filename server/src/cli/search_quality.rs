//! `portal search-quality`: asks judged questions of an index of what is published, and says how good the answers are.

use std::path::{Path, PathBuf};

use search_index::quality::{self, Question, Report};
use search_index::{SearchIndex, Vocabulary};
use serde::{Deserialize, Serialize};

use super::{Failure, reindex};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Database;
use crate::index;

/// Where the last run is kept, in the portal's folder.
const LAST: &str = "search-quality.json";
/// So many answers that are less good are shown.
const SHOWN: usize = 20;

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    config: Config,
    /// Judged questions of one's own, instead of the shipped ones: class, question and answers with tabs between
    #[arg(long)]
    questions: Option<PathBuf>,
}

/// What came of each set of questions.
#[derive(Default, Serialize, Deserialize)]
struct Run {
    tuned_on: Report,
    held_out: Report,
    own: Report,
}

pub(crate) async fn run(options: Options) -> Result<(), Failure> {
    let config = options.config;
    let own = match &options.questions {
        None => Vec::new(),
        Some(file) => own_questions(file)?,
    };
    let database = Database::connect(&config.database(), config.readers).await?;
    let clock = Clock::machine();
    // one of its own: a running portal holds the index in the folder
    let vocabulary: Vocabulary = index::vocabulary(&database).await?;
    let index = SearchIndex::in_memory(vocabulary)?;
    reindex::build(&database, &index, &clock).await?;
    database.close().await;
    let report = |questions: &[Question]| Report::of(&index, questions, clock.today());
    let folder = config.folder();
    let file = folder.join(LAST);
    let last: Run = match std::fs::read_to_string(&file) {
        Ok(text) => serde_json::from_str(&text).unwrap_or_default(),
        Err(_) => Run::default(),
    };
    let run = if options.questions.is_some() {
        let own = report(&own)?;
        tell("questions of your own", &own, &last.own);
        Run { own, ..last }
    } else {
        let (tuned_on, held_out) = (report(&quality::tuned_on())?, report(&quality::held_out())?);
        tell(
            "questions that weights were chosen by",
            &tuned_on,
            &last.tuned_on,
        );
        tell("questions held out", &held_out, &last.held_out);
        Run {
            tuned_on,
            held_out,
            own: last.own,
        }
    };
    std::fs::create_dir_all(&folder)?;
    std::fs::write(&file, serde_json::to_string(&run)?)?;
    Ok(())
}

fn own_questions(file: &Path) -> Result<Vec<Question>, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|fault| format!("{} can't be read: {fault}", file.display()))?;
    Ok(quality::questions(text.trim_start_matches('\u{feff}'))?)
}

#[expect(
    clippy::print_stdout,
    reason = "the report is what this command is for"
)]
fn tell(title: &str, report: &Report, last: &Report) {
    println!("\n{title}");
    println!(
        "{:12} questions  NDCG@10 recall@10 first hit   empty",
        "class"
    );
    for (class, summary) in report.classes() {
        println!("{class:12} {summary}");
    }
    println!("{:12} {}", "all", report.all());
    if report.not_judged > 0 {
        println!(
            "{} questions ask for what is not published here.",
            report.not_judged
        );
    }
    let mut poor: Vec<_> = report
        .answers
        .iter()
        .filter(|answer| answer.ndcg < 0.8)
        .collect();
    poor.sort_by(|one, other| one.ndcg.total_cmp(&other.ndcg));
    if !poor.is_empty() {
        println!("the least good answers:");
    }
    for answer in poor.into_iter().take(SHOWN) {
        println!(
            "  {:.2} {} “{}”: {}",
            answer.ndcg,
            answer.class,
            answer.text,
            answer.hits.join("、")
        );
    }
    if last.answers.is_empty() {
        return;
    }
    let changed = report.changed_since(last);
    println!("{} answers changed since the last run.", changed.len());
    for (answer, was) in changed {
        println!(
            "  {was:.2} → {:.2} {} “{}”: {}",
            answer.ndcg,
            answer.class,
            answer.text,
            answer.hits.join("、")
        );
    }
}
