//! A new recruit's employment and the enterprise behind it.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Fact, FactSet, calendar};

/// A share in whole percent, 0 to 100; a fraction is told rounded down, so that it never reaches a bar too early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "u8")]
pub struct Percent(u8);

/// A number that is no share in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidPercent;

impl Percent {
    /// The whole.
    pub const WHOLE: Self = Self(100);

    /// Returns the number of hundredths, 0 to 100.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Percent {
    type Error = InvalidPercent;

    fn try_from(number: i64) -> Result<Self, InvalidPercent> {
        u8::try_from(number)
            .ok()
            .filter(|number| *number <= 100)
            .map(Self)
            .ok_or(InvalidPercent)
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> Self {
        percent.0
    }
}

impl fmt::Display for InvalidPercent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a share: give a whole number of percent from 0 to 100")
    }
}

impl std::error::Error for InvalidPercent {}

/// What is known of a new recruit's contract and enterprise; each fact may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Employment {
    /// The enterprise is registered in the city.
    pub enterprise_in_city: Option<bool>,
    /// The enterprise is in human-resources services or labour dispatch.
    pub hr_or_dispatch: Option<bool>,
    /// Its industry conforms to national industrial policy.
    pub industry_conforms: Option<bool>,
    /// The day on which the contract was signed.
    #[serde(deserialize_with = "calendar::perhaps")]
    pub contract_signed: Option<NaiveDate>,
    /// The contract's term in months.
    pub contract_months: Option<u32>,
    /// The contract has no end.
    pub contract_open_ended: Option<bool>,
    /// The employment was filed with the authority.
    pub filed: Option<bool>,
    /// Social insurance is paid in full.
    pub insured: Option<bool>,
    /// The enterprise draws its employee education fund as the law says.
    pub fund_drawn: Option<bool>,
    /// The share of the fund spent on front-line staff.
    pub fund_front_line_percent: Option<Percent>,
    /// The fund's use was disclosed to the staff.
    pub fund_disclosed: Option<bool>,
}

impl Employment {
    /// Returns the facts that are told.
    pub(crate) fn told(&self) -> FactSet {
        FactSet::NONE
            .with_if(self.enterprise_in_city.is_some(), Fact::EnterpriseInCity)
            .with_if(self.hr_or_dispatch.is_some(), Fact::HrOrDispatch)
            .with_if(self.industry_conforms.is_some(), Fact::IndustryConforms)
            .with_if(self.contract_signed.is_some(), Fact::ContractSigned)
            .with_if(self.contract_months.is_some(), Fact::ContractMonths)
            .with_if(self.contract_open_ended.is_some(), Fact::ContractOpenEnded)
            .with_if(self.filed.is_some(), Fact::Filed)
            .with_if(self.insured.is_some(), Fact::Insured)
            .with_if(self.fund_drawn.is_some(), Fact::FundDrawn)
            .with_if(self.fund_front_line_percent.is_some(), Fact::FundFrontLine)
            .with_if(self.fund_disclosed.is_some(), Fact::FundDisclosed)
    }
}
