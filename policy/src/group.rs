//! The groups of people whom the policy addresses (二（一）), and sets of them.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::Coded;

/// A group of people whom the policy addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// 城镇登记失业人员.
    RegisteredUnemployed,
    /// 农村劳动者.
    RuralWorker,
    /// 退役士兵.
    Veteran,
    /// 未就业大中专毕业生.
    Graduate,
    /// 普通高校在校生.
    Student,
    /// 未继续升学的应届初高中毕业生.
    SchoolLeaver,
    /// 企业新录用人员.
    NewRecruit,
}

impl Coded for Group {
    const ALL: &'static [Self] = &[
        Self::RegisteredUnemployed,
        Self::RuralWorker,
        Self::Veteran,
        Self::Graduate,
        Self::Student,
        Self::SchoolLeaver,
        Self::NewRecruit,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::RegisteredUnemployed => "registered_unemployed",
            Self::RuralWorker => "rural_worker",
            Self::Veteran => "veteran",
            Self::Graduate => "graduate",
            Self::Student => "student",
            Self::SchoolLeaver => "school_leaver",
            Self::NewRecruit => "new_recruit",
        }
    }
}

/// The groups that a person claims, or that a programme serves; empty means "none of them".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Groups(u8);

impl Groups {
    /// No group at all, said explicitly.
    pub const NONE: Self = Self(0);

    /// Returns the set of these groups; naming one twice changes nothing.
    #[must_use]
    pub const fn of(groups: &[Group]) -> Self {
        let mut set = 0;
        let mut place = 0;
        while place < groups.len() {
            set |= 1 << groups[place] as u8;
            place += 1;
        }
        Self(set)
    }

    /// Says whether the group belongs to the set.
    #[must_use]
    pub const fn contains(self, group: Group) -> bool {
        self.0 & (1 << group as u8) != 0
    }

    /// Returns what both sets have.
    #[must_use]
    pub const fn shared_with(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Says whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the groups of the set in the policy's order.
    pub fn iter(self) -> impl Iterator<Item = Group> {
        Group::ALL
            .iter()
            .copied()
            .filter(move |group| self.contains(*group))
    }
}

impl FromIterator<Group> for Groups {
    fn from_iter<T: IntoIterator<Item = Group>>(groups: T) -> Self {
        groups
            .into_iter()
            .fold(Self::NONE, |set, group| Self(set.0 | 1 << group as u8))
    }
}

impl Serialize for Groups {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

struct GroupList;

impl<'de> de::Visitor<'de> for GroupList {
    type Value = Groups;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of groups, such as [\"rural_worker\"], or [] for none")
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Groups, A::Error> {
        let mut groups = Groups::NONE;
        while let Some(group) = list.next_element::<Group>()? {
            groups.0 |= 1 << group as u8;
        }
        Ok(groups)
    }
}

impl<'de> Deserialize<'de> for Groups {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(GroupList)
    }
}
