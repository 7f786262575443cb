//! Every small world: each programme, level and group set, with every history of up to three trainings in three
//! occupations, asked of the engine and of the policy told a second time.
//!
//! The scans share the work. The first takes every single training there is. The others leave out what it shows to make
//! no difference by itself (`paid` is like `certified`, practice like skills as a student, which year it was, a higher
//! level elsewhere), and what is the same under another order or other names. Each counts what it looked at, so that a
//! scan that shrinks is seen.

use policy::{Coded, Course, Group, Groups, Level, Programme, State};

use crate::small_world::{
    ANY_NAMES, KEEPING_THE_FIRST, Names, Small, Training, course, is_first_of_its_kind,
};

use Programme::{
    EmploymentSkills, EnterprisePrejob, Entrepreneurship, EntrepreneurshipSimulation,
    LabourPreparation, StudentSkills,
};
use State::{Cancelled, Certified, Completed, Failed, Reserved};

fn every_training() -> Vec<Training> {
    let mut trainings = Vec::new();
    for programme in Programme::ALL {
        for state in State::ALL {
            for level in 1..=5 {
                for occupation in 0..3 {
                    let training = Training::new(*programme, occupation, level, *state);
                    trainings.extend([-1, 0, 1].map(|years_ago| Training {
                        years_ago,
                        ..training
                    }));
                }
            }
        }
    }
    trainings
}

/// Trainings that can matter to a course in the first occupation.
fn trainings_beside_a_course() -> Vec<Training> {
    let mut trainings = Vec::new();
    let mut add = |programme, occupation, levels: &[u8], states: &[State]| {
        for level in levels {
            let of_level = |state: &State| Training::new(programme, occupation, *level, *state);
            trainings.extend(states.iter().map(of_level));
        }
    };
    add(
        EmploymentSkills,
        0,
        &[5, 4, 3, 2, 1],
        &[Reserved, Certified],
    );
    add(EmploymentSkills, 0, &[5], &[Failed, Cancelled]);
    add(StudentSkills, 0, &[5, 4, 3, 2, 1], &[Reserved, Certified]);
    add(
        LabourPreparation,
        0,
        &[5, 4, 3, 2, 1],
        &[Completed, Certified],
    );
    add(LabourPreparation, 0, &[5], &[Reserved, Failed]);
    add(EnterprisePrejob, 0, &[5, 4, 3, 2, 1], &[Certified]);
    for other in [1, 2] {
        add(EmploymentSkills, other, &[5, 4], &[Reserved, Certified]);
        add(StudentSkills, other, &[5], &[Reserved, Certified]);
        add(LabourPreparation, other, &[5], &[Completed]);
    }
    add(Entrepreneurship, 0, &[5], &[Certified]);
    add(EntrepreneurshipSimulation, 0, &[5], &[Reserved]);
    trainings.push(this_year(0));
    trainings
}

/// Trainings that can matter where no course is asked about.
fn trainings_in_general() -> Vec<Training> {
    let mut trainings = Vec::new();
    for occupation in 0..3 {
        for level in 1..=5 {
            let training = |programme, state| Training::new(programme, occupation, level, state);
            trainings.extend([
                training(EmploymentSkills, Reserved),
                training(EmploymentSkills, Certified),
                training(StudentSkills, Certified),
                training(EnterprisePrejob, Certified),
            ]);
        }
        trainings.extend([
            Training::new(StudentSkills, occupation, 5, Reserved),
            Training::new(LabourPreparation, occupation, 5, Certified),
            this_year(occupation),
        ]);
    }
    trainings.push(Training::new(Entrepreneurship, 0, 5, Certified));
    trainings.push(Training::new(EntrepreneurshipSimulation, 0, 5, Reserved));
    trainings
}

fn this_year(occupation: usize) -> Training {
    Training {
        years_ago: 0,
        ..Training::new(EmploymentSkills, occupation, 5, Reserved)
    }
}

/// Calls `look` with every history of up to three of these trainings, one of those that differ by order and names only.
fn each_history(
    mut trainings: Vec<Training>,
    namings: &[Names],
    mut look: impl FnMut(&[Training]),
) {
    trainings.sort_unstable();
    let mut look = |history: &[Training]| {
        if is_first_of_its_kind(history, namings) {
            look(history);
        }
    };
    look(&[]);
    for (place, first) in trainings.iter().enumerate() {
        look(&[*first]);
        for (place, second) in trainings.iter().enumerate().skip(place) {
            look(&[*first, *second]);
            for third in &trainings[place..] {
                look(&[*first, *second, *third]);
            }
        }
    }
}

fn courses(programmes: &[Programme], levels: &[Level]) -> Vec<Course> {
    let of = |programme: &Programme| {
        let programme = *programme;
        levels.iter().map(move |level| course(programme, 0, *level))
    };
    programmes.iter().flat_map(of).collect()
}

#[test]
fn every_single_training_counts_where_the_tables_say() {
    let mut small = Small::new();
    let courses = courses(Programme::ALL, &Level::ALL);
    let mut asked = 0;
    for training in every_training() {
        small.take(&[training]);
        small.ask_in_general();
        for course in &courses {
            small.ask(course);
            asked += 1;
        }
    }
    assert_eq!(asked, 2_160 * 8 * 5);
}

#[test]
fn every_course_after_three_trainings_is_decided_as_the_tables_say() {
    let mut small = Small::new();
    let (primary, senior) = (Level::PRIMARY, Level::PROMOTIONS[1]);
    let courses = [
        courses(&[EmploymentSkills], &Level::ALL),
        courses(&[StudentSkills, LabourPreparation], &[primary, senior]),
        courses(&[Entrepreneurship, EntrepreneurshipSimulation], &[primary]),
    ]
    .concat();
    let mut asked = 0;
    each_history(trainings_beside_a_course(), KEEPING_THE_FIRST, |history| {
        small.take(history);
        for course in &courses {
            small.ask(course);
            asked += 1;
        }
    });
    assert_eq!(asked, 258_500);
}

#[test]
fn what_is_left_after_three_trainings_is_as_the_tables_say() {
    let mut small = Small::new();
    let mut asked = 0;
    each_history(trainings_in_general(), ANY_NAMES, |history| {
        small.take(history);
        small.ask_in_general();
        asked += 1;
    });
    assert_eq!(asked, 12_752);
}

#[test]
fn every_set_of_groups_is_served_as_the_tables_say() {
    let mut small = Small::new();
    let courses = courses(Programme::ALL, &Level::ALL[..2]);
    let mut asked = 0;
    for set in 0..128 {
        let in_set = |group: &Group| set & (1 << *group as u8) != 0;
        let groups: Groups = Group::ALL.iter().copied().filter(in_set).collect();
        small.facts.person.groups = Some(groups);
        for training in trainings_beside_a_course() {
            small.take(&[training]);
            small.ask_in_general();
            for course in &courses {
                small.ask(course);
                asked += 1;
            }
        }
    }
    assert_eq!(asked, 128 * 56 * 16);
}
