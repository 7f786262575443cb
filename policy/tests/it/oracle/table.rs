//! The table of rules as it stands in the policy: which rule is asked where.

use policy::{Facts, Group, Level, OccupationCode, Programme};

use super::rules::{self, is_counted};
use super::world::{Question, World};

use Programme::{
    EmploymentSkills, EnterprisePrejob, Entrepreneurship, EntrepreneurshipSimulation,
    LabourPreparation, StudentPractice, StudentSkills, Veterans,
};

/// A row of the table.
pub(super) struct Row {
    pub(super) rule: &'static str,
    pub(super) is_asked: fn(&Question<'_>) -> bool,
    pub(super) holds: fn(&World<'_>) -> bool,
}

const fn row(
    rule: &'static str,
    is_asked: fn(&Question<'_>) -> bool,
    holds: fn(&World<'_>) -> bool,
) -> Row {
    Row {
        rule,
        is_asked,
        holds,
    }
}

/// Every row, in the table's order.
pub(super) const TABLE: [Row; 26] = [
    row("age", |asked| asked.programme != Veterans, rules::age),
    row("group", |_| true, rules::group),
    row(
        "leaver_first",
        |asked| {
            asked.programme == EmploymentSkills
                && asked.choices.leavers_first
                && is_only_registered_unemployed(asked.facts)
        },
        rules::leaver_first,
    ),
    row(
        "year",
        |asked| asked.programme == EmploymentSkills,
        rules::year,
    ),
    row(
        "lifetime",
        |asked| is_counted(asked.programme),
        rules::lifetime,
    ),
    row(
        "no_move_left",
        |asked| asked.programme == EmploymentSkills && asked.course.is_none(),
        rules::no_move_left,
    ),
    row(
        "once_as_student",
        |asked| asked.programme == StudentSkills || asked.programme == StudentPractice,
        rules::once_as_student,
    ),
    row(
        "once_preparation",
        |asked| asked.programme == LabourPreparation,
        |world| rules::once(world, LabourPreparation),
    ),
    row(
        "once_simulation",
        |asked| asked.programme == EntrepreneurshipSimulation,
        |world| rules::once(world, EntrepreneurshipSimulation),
    ),
    row(
        "catalogue",
        |asked| {
            let excepted = [Veterans, Entrepreneurship, EntrepreneurshipSimulation];
            asked.course.is_some() && !excepted.contains(&asked.programme)
        },
        rules::catalogue,
    ),
    row(
        "designated",
        |asked| {
            let institution_told = asked.published.designations.is_some();
            let in_house = asked.programme == EnterprisePrejob && !institution_told;
            asked.course.is_some()
                && asked.programme != Veterans
                && (asked.choices.in_house_needs_designation || !in_house)
        },
        rules::designated,
    ),
    row(
        "repeat",
        |asked| asked.course.is_some() && is_counted(asked.programme),
        |world| rules::repeat(world, occupation(world), level(world)),
    ),
    row(
        "held",
        |asked| {
            asked.course.is_some() && is_counted(asked.programme) && asked.choices.already_certified
        },
        |world| rules::held(world, occupation(world), level(world)),
    ),
    row("primary", is_primary_course, rules::primary),
    row("upgrade_base", is_promotion, |world| {
        rules::upgrade_base(world, occupation(world))
    }),
    row("upgrade_one", is_promotion, |world| {
        rules::upgrade_one(world, occupation(world))
    }),
    row(
        "upgrade_step",
        |asked| is_promotion(asked) && asked.choices.promotion_step,
        |world| rules::upgrade_step(world, occupation(world), level(world)),
    ),
    row(
        "preparation_length",
        is_preparation_course,
        rules::preparation_length,
    ),
    row("internship", is_preparation_course, rules::internship),
    row("enterprise_kind", is_prejob, rules::enterprise_kind),
    row("contract", is_prejob, rules::contract),
    row("within_six_months", is_prejob, rules::within_six_months),
    row(
        "education_fund",
        |asked| is_prejob(asked) && asked.choices.education_fund,
        rules::education_fund,
    ),
    row(
        "hours",
        |asked| asked.course.is_some() && asked.programme == Entrepreneurship,
        rules::hours,
    ),
    row(
        "entrepreneur_certificate",
        is_simulation,
        rules::entrepreneur_certificate,
    ),
    row("business_plan", is_simulation, rules::business_plan),
];

fn is_only_registered_unemployed(facts: &Facts) -> bool {
    facts.person.groups.is_some_and(|claimed| {
        claimed.contains(Group::RegisteredUnemployed)
            && !claimed.contains(Group::RuralWorker)
            && !claimed.contains(Group::Graduate)
    })
}

fn is_primary_course(asked: &Question<'_>) -> bool {
    let level = asked.course.and_then(|course| course.level);
    asked.programme == EmploymentSkills && level == Some(Level::PRIMARY)
}

fn is_promotion(asked: &Question<'_>) -> bool {
    let level = asked.course.and_then(|course| course.level);
    asked.programme == EmploymentSkills && level.is_some_and(|level| level.number() <= 4)
}

fn is_preparation_course(asked: &Question<'_>) -> bool {
    asked.course.is_some() && asked.programme == LabourPreparation
}

fn is_prejob(asked: &Question<'_>) -> bool {
    asked.programme == EnterprisePrejob
}

fn is_simulation(asked: &Question<'_>) -> bool {
    asked.programme == EntrepreneurshipSimulation
}

fn occupation(world: &World<'_>) -> OccupationCode {
    world.course().occupation.unwrap()
}

fn level(world: &World<'_>) -> u8 {
    world.course().level.unwrap().number()
}
