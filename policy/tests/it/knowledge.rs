//! What is known only ever decides more: a gap that is filled never turns a definite answer.

use chrono::NaiveDate;
use policy::{
    Assessment, BaseKind, CatalogueEntry, Course, Designation, Facts, Finding, Listing, Outcome,
    Published, Subject, Verdict, assess,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::{fillings, people};

fn designations(course: &Course, kind: u8) -> Vec<Designation> {
    let from = NaiveDate::from_ymd_opt(2011, 1, 1).unwrap();
    let subject = match kind {
        0 => Subject::Entrepreneurship,
        1 => Subject::Simulation,
        _ => Subject::Occupation(course.occupation.unwrap(), course.level.unwrap()),
    };
    let to = (kind == 3).then(|| course.start + chrono::Days::new(20));
    vec![Designation { subject, from, to }]
}

// A definite outcome stays; whether the question of `leaver_first` arises at all depends on the groups.
fn stays(earlier: &[Finding], later: &[Finding]) -> Result<(), TestCaseError> {
    for finding in earlier
        .iter()
        .filter(|finding| finding.outcome != Outcome::Unknown)
    {
        let now = later.iter().find(|other| other.rule == finding.rule);
        prop_assert_eq!(
            now.map(|now| now.outcome),
            Some(finding.outcome),
            "{:?}",
            finding
        );
    }
    Ok(())
}

fn verdict_stays(earlier: Verdict, later: Verdict) -> bool {
    earlier == Verdict::Unknown || earlier == later
}

fn whole_stays(earlier: &Assessment, later: &Assessment) -> Result<(), TestCaseError> {
    for (before, after) in earlier.programmes.iter().zip(&later.programmes) {
        stays(&before.findings, &after.findings)?;
        prop_assert!(
            verdict_stays(before.verdict, after.verdict),
            "{before:?}\n{after:?}"
        );
    }
    if let (Some(before), Some(after)) = (&earlier.course, &later.course) {
        stays(&before.findings, &after.findings)?;
        prop_assert!(
            verdict_stays(before.verdict, after.verdict),
            "{before:?}\n{after:?}"
        );
    }
    prop_assert!(earlier.lifetime_left.is_none() || earlier.lifetime_left == later.lifetime_left);
    prop_assert!(earlier.primary_left.is_none() || earlier.primary_left == later.primary_left);
    prop_assert!(earlier.year_used.is_none() || earlier.year_used == later.year_used);
    for upgrade in earlier.upgrades.iter().flatten() {
        prop_assert!(
            later
                .upgrades
                .as_ref()
                .is_some_and(|upgrades| upgrades.contains(upgrade))
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(700))]

    #[test]
    fn filling_a_gap_never_turns_a_definite_answer(
        facts in people::complete(),
        course in people::complete_course(),
        few in any::<u32>(),
        many in any::<u32>(),
        told in (any::<bool>(), any::<bool>(), any::<bool>()),
        base in select(vec![BaseKind::Public, BaseKind::District]),
        kind in 0..4u8,
        subsidised in any::<bool>(),
    ) {
        let designations = designations(&course, kind);
        let full = Published {
            listing: Listing::Listed(CatalogueEntry { subsidised, shortage: !subsidised, ..CatalogueEntry::default() }),
            designations: Some(&designations),
            base: Some(base),
            ..Published::default()
        };
        let gappy = Published {
            listing: if told.0 { full.listing } else { Listing::NoEdition },
            designations: full.designations.filter(|_| told.1),
            base: full.base.filter(|_| told.2),
            ..full
        };
        let answer = |(facts, course): (Facts, Course), published: &Published<'_>| {
            assess(&facts, Some(&course), published, people::today())
        };
        let gappiest = answer(people::without(&facts, &course, few | many), &gappy);
        let gappier = answer(people::without(&facts, &course, few), &gappy);
        let whole = answer((facts, course), &full);
        whole_stays(&gappiest, &gappier)?;
        whole_stays(&gappier, &whole)?;
        whole_stays(&gappiest, &whole)?;
    }

    #[test]
    fn complete_facts_leave_nothing_unknown_without_a_course(facts in people::complete()) {
        let answer = assess(&facts, None, &Published::default(), people::today());
        for programme in &answer.programmes {
            prop_assert_ne!(programme.verdict, Verdict::Unknown, "{:?}", programme);
            prop_assert!(programme.findings.missing().is_empty());
        }
    }

    #[test]
    fn only_an_unknown_outcome_names_missing_facts_and_always_does(
        facts in people::complete(),
        course in people::complete_course(),
        gaps in any::<u32>(),
    ) {
        let (facts, course) = people::without(&facts, &course, gaps);
        let answer = assess(&facts, Some(&course), &Published::default(), people::today());
        let of_course = answer.course.iter().flat_map(|course| course.findings.iter());
        for finding in answer.programmes.iter().flat_map(|programme| programme.findings.iter()).chain(of_course) {
            prop_assert_eq!(finding.outcome == Outcome::Unknown, !finding.missing.is_empty(), "{:?}", finding);
            prop_assert!(finding.outcome == Outcome::Fail || finding.broken.is_empty(), "{:?}", finding);
        }
    }

    // An unknown outcome is honest: the missing facts could make it pass, and could make it fail.
    #[test]
    fn an_unknown_outcome_could_still_go_both_ways(
        facts in people::complete(),
        course in people::complete_course(),
        gaps in any::<u32>(),
    ) {
        let (facts, course) = people::without(&facts, &course, gaps);
        let published = Published::default();
        let answer = assess(&facts, Some(&course), &published, people::today());
        let filled: Vec<Assessment> = fillings::of(&facts, &Course { start: people::today(), ..course.clone() })
            .map(|filled| assess(&filled, None, &published, people::today()))
            .collect();
        for (place, programme) in answer.programmes.iter().enumerate() {
            for unknown in programme.findings.iter().filter(|finding| finding.outcome == Outcome::Unknown) {
                let reached = |outcome| {
                    filled.iter().any(|answer| answer.programmes[place].findings.outcome(unknown.rule) == Some(outcome))
                };
                prop_assert!(reached(Outcome::Pass), "{:?} {:?}", programme.programme, unknown);
                prop_assert!(reached(Outcome::Fail), "{:?} {:?}", programme.programme, unknown);
            }
        }
    }
}
