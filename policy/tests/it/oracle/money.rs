//! What is paid once certified, each figure on its own.

use policy::{Fen, Listing, Programme};

use super::world::Question;

/// Training, appraisal and practice in fen, and to whom they go.
pub(crate) type Paid = (Option<i64>, Option<i64>, Option<i64>, Option<&'static str>);

pub(super) fn paid(question: &Question<'_>) -> Paid {
    let entry = match question.published.listing {
        Listing::Listed(entry) if entry.subsidised => entry,
        _ => policy::CatalogueEntry::default(),
    };
    let appraisal = entry.appraisal.map(|Fen(fen)| fen);
    let top_up = match entry.top_up_percent {
        Some(percent) => Some(i128::from(percent)),
        None if entry.shortage => None,
        None => Some(0),
    };
    let standard = entry.training.map(|Fen(fen)| i128::from(fen));
    match question.programme {
        Programme::EmploymentSkills | Programme::StudentSkills | Programme::LabourPreparation => {
            let training = standard
                .zip(top_up)
                .map(|(standard, top_up)| half_up(standard * (100 + top_up), 100));
            (training, appraisal, None, Some("person"))
        }
        Programme::StudentPractice => {
            let top_up = if question.choices.practice_includes_top_up {
                top_up
            } else {
                Some(0)
            };
            let share = i128::from(question.choices.practice_percent);
            let practice = standard
                .zip(top_up)
                .map(|(standard, top_up)| half_up(standard * (100 + top_up) * share, 10_000));
            (None, appraisal, practice, Some("person"))
        }
        Programme::Veterans | Programme::Entrepreneurship => (None, None, None, None),
        Programme::EnterprisePrejob => (None, None, None, Some("enterprise")),
        Programme::EntrepreneurshipSimulation => {
            let a_head = i64::from(question.choices.simulation_yuan) * 100;
            (None, None, Some(a_head), Some("institution"))
        }
    }
}

fn half_up(dividend: i128, divisor: i128) -> i64 {
    let (whole, rest) = (dividend / divisor, dividend % divisor);
    i64::try_from(if rest * 2 >= divisor {
        whole + 1
    } else {
        whole
    })
    .unwrap()
}
