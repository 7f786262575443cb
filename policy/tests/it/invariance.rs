//! What must not matter: the order of a history, and the names of occupations.

use policy::{Assessment, Course, Facts, OccupationCode, Published, Upgrade, assess};
use proptest::prelude::*;

use crate::people;

fn renamed(code: OccupationCode) -> OccupationCode {
    format!("x{code}").parse().unwrap()
}

fn with_renamed_occupations(facts: &Facts, course: &Course) -> (Facts, Course) {
    let (mut facts, mut course) = (facts.clone(), course.clone());
    for entry in facts.history.iter_mut().flatten() {
        entry.occupation = entry.occupation.map(renamed);
    }
    for certificate in facts.person.certificates.iter_mut().flatten() {
        certificate.occupation = renamed(certificate.occupation);
    }
    course.occupation = course.occupation.map(renamed);
    (facts, course)
}

type Told = (Option<u32>, Option<u32>, Option<bool>, Vec<String>);

// Everything but the occupations' names in the figures.
fn told(answer: &Assessment) -> Told {
    let programmes = answer.programmes.iter().map(|programme| {
        let outcomes: Vec<_> = programme
            .findings
            .iter()
            .map(|finding| (finding.rule, finding.outcome))
            .collect();
        format!(
            "{:?} {:?} {:?} {outcomes:?}",
            programme.verdict, programme.opens_on, programme.office
        )
    });
    let course = answer.course.iter().map(|course| {
        let outcomes: Vec<_> = course
            .findings
            .iter()
            .map(|finding| (finding.rule, finding.outcome))
            .collect();
        format!(
            "{:?} {:?} {:?} {outcomes:?}",
            course.verdict, course.office, course.money
        )
    });
    (
        answer.lifetime_left,
        answer.primary_left,
        answer.year_used,
        programmes.chain(course).collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn the_order_of_history_and_certificates_does_not_matter(
        facts in people::complete(),
        course in people::complete_course(),
        shift in 0..8usize,
    ) {
        let mut turned = facts.clone();
        for entries in turned.history.iter_mut().filter(|entries| !entries.is_empty()) {
            let places = entries.len();
            entries.rotate_left(shift % places);
            entries.reverse();
        }
        turned.person.certificates.iter_mut().for_each(|list| list.reverse());
        let answer = |facts: &Facts| assess(facts, Some(&course), &Published::default(), people::today());
        prop_assert_eq!(told(&answer(&facts)), told(&answer(&turned)));
        prop_assert_eq!(answer(&facts).upgrades, answer(&turned).upgrades);
    }

    #[test]
    fn the_names_of_occupations_do_not_matter(facts in people::complete(), course in people::complete_course()) {
        let (others, other_course) = with_renamed_occupations(&facts, &course);
        let before = assess(&facts, Some(&course), &Published::default(), people::today());
        let after = assess(&others, Some(&other_course), &Published::default(), people::today());
        prop_assert_eq!(told(&before), told(&after));
        let rename = |upgrade: Upgrade| Upgrade { occupation: renamed(upgrade.occupation), ..upgrade };
        let renamed_upgrades: Option<Vec<Upgrade>> =
            before.upgrades.map(|upgrades| upgrades.into_iter().map(rename).collect());
        prop_assert_eq!(renamed_upgrades, after.upgrades);
    }

    #[test]
    fn failed_and_cancelled_trainings_use_nothing_up(facts in people::complete(), entry in people::entry()) {
        let mut more = facts.clone();
        let state = policy::State::Cancelled;
        more.history.iter_mut().for_each(|history| history.push(policy::HistoryEntry { state, ..entry }));
        let answer = |facts: &Facts| assess(facts, None, &Published::default(), people::today());
        prop_assert_eq!(answer(&facts), answer(&more));
    }
}
