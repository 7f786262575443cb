//! The programmes under which the invented institutions hold courses, and how often each is drawn.

use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

/// The programmes of an institution and how many courses in a hundred belong to each.
const PROGRAMMES: [(Programme, u32); 6] = [
    (Programme::EmploymentSkills, 70),
    (Programme::StudentSkills, 10),
    (Programme::EnterprisePrejob, 7),
    (Programme::LabourPreparation, 5),
    (Programme::Entrepreneurship, 5),
    (Programme::Simulation, 3),
];

/// A programme under which an institution holds courses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Programme {
    EmploymentSkills,
    StudentSkills,
    EnterprisePrejob,
    LabourPreparation,
    Entrepreneurship,
    Simulation,
}

impl Programme {
    /// Returns a programme, each as often as its share says.
    pub(super) fn drawn(random: &mut ChaCha8Rng) -> Self {
        PROGRAMMES
            .choose_weighted(random, |(_, share)| *share)
            .expect("the shares are not all nought")
            .0
    }

    /// Returns the word that the files use.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::EmploymentSkills => "employment_skills",
            Self::StudentSkills => "student_skills",
            Self::EnterprisePrejob => "enterprise_prejob",
            Self::LabourPreparation => "labour_preparation",
            Self::Entrepreneurship => "entrepreneurship",
            Self::Simulation => "entrepreneurship_simulation",
        }
    }

    /// Returns the words for a title.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::EmploymentSkills => "技能培训",
            Self::StudentSkills => "在校生技能培训",
            Self::EnterprisePrejob => "岗前培训",
            Self::LabourPreparation => "劳动预备制培训",
            Self::Entrepreneurship => "创业培训",
            Self::Simulation => "创业模拟实训",
        }
    }

    /// Returns the kind of designation that it asks for.
    pub(super) fn designation(self) -> &'static str {
        match self {
            Self::Entrepreneurship => "entrepreneurship",
            Self::Simulation => "simulation",
            _ => "skills",
        }
    }

    /// Returns how often of a hundred a designation for the level is taken once it was drawn: beginners are many.
    pub(super) fn appetite(self, level: Option<u8>) -> u32 {
        match (self, level) {
            (_, None | Some(5)) => 100,
            (Self::LabourPreparation, Some(4)) => 40,
            (Self::LabourPreparation, _) => 0,
            (_, Some(4)) => 60,
            (_, Some(3)) => 35,
            _ => 15,
        }
    }
}
