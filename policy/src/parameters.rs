//! The figures of the readings that hold on one day: what the rules compute with.

use crate::{Amendment, Chosen, READINGS, ReadingId, Sex};

/// The figures of the readings that hold on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parameters {
    /// By reading: its number, the age for men, whether it applies.
    figures: [u32; READINGS.len()],
    retirement_of_women: u32,
}

impl Parameters {
    /// The figures of the register without any amendment.
    pub(crate) const BUILT_IN: Self = {
        let mut parameters = Self {
            figures: [0; READINGS.len()],
            retirement_of_women: 0,
        };
        let mut place = 0;
        while place < READINGS.len() {
            parameters.set(READINGS[place].id, READINGS[place].chosen);
            place += 1;
        }
        parameters
    };

    /// Returns the figures after one amendment; one of another kind than the reading's own was refused when the register
    /// was made.
    pub(crate) const fn amended(mut self, amendment: &Amendment) -> Self {
        self.set(amendment.reading, amendment.chosen);
        self
    }

    /// Returns the number that was chosen for a reading.
    pub(crate) const fn number(&self, reading: ReadingId) -> u32 {
        self.figures[reading as usize]
    }

    /// Says whether a reading applies.
    pub(crate) const fn applies(&self, reading: ReadingId) -> bool {
        self.number(reading) != 0
    }

    /// Returns the age in years at which working age ends.
    pub(crate) const fn retirement(&self, sex: Sex) -> i32 {
        match sex {
            Sex::Male => self.number(ReadingId::RetirementAge).cast_signed(),
            Sex::Female => self.retirement_of_women.cast_signed(),
        }
    }

    const fn set(&mut self, reading: ReadingId, chosen: Chosen) {
        self.figures[reading as usize] = match chosen {
            Chosen::Number(number) => number,
            Chosen::Applies(applies) => applies as u32,
            Chosen::Ages { male, female } => {
                self.retirement_of_women = female;
                male
            }
            Chosen::InWords => return,
        };
    }
}
