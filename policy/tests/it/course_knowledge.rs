//! What is unknown about a course is honestly unknown: the missing facts could make the rule pass, and make it fail.

use chrono::{Days, NaiveDate};
use policy::{Designation, Outcome, Published, RuleId, Subject, assess_course};
use proptest::prelude::*;

use crate::{course_fillings, fillings, people};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn an_unknown_outcome_of_a_course_could_still_go_both_ways(
        facts in people::complete(),
        course in people::complete_course(),
        gaps in any::<u32>(),
        institution_told in any::<bool>(),
    ) {
        let (facts, course) = people::without(&facts, &course, gaps);
        let skill = Subject::Occupation(course.occupation.unwrap(), course.level.unwrap());
        let for_a_month = [skill, Subject::Entrepreneurship, Subject::Simulation].map(|subject| Designation {
            subject,
            from: NaiveDate::MIN,
            to: Some(course.start + Days::new(30)),
        });
        let told = Published {
            designations: institution_told.then_some(for_a_month.as_slice()),
            ..Published::default()
        };
        let answer = assess_course(&facts, &course, &told);
        let mut reached: Vec<(RuleId, Outcome)> = Vec::new();
        for way in course_fillings::WAYS {
            let designations = way.designations(&course);
            let published = way.published(&told, &designations);
            let course = way.course(&course);
            for facts in fillings::of(&facts, &course) {
                for finding in assess_course(&facts, &course, &published).findings.iter() {
                    if !reached.contains(&(finding.rule, finding.outcome)) {
                        reached.push((finding.rule, finding.outcome));
                    }
                }
            }
        }
        for unknown in answer.findings.iter().filter(|finding| finding.outcome == Outcome::Unknown) {
            prop_assert!(reached.contains(&(unknown.rule, Outcome::Pass)), "{:?}", unknown);
            prop_assert!(reached.contains(&(unknown.rule, Outcome::Fail)), "{:?}", unknown);
        }
    }
}
