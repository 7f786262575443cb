//! Enterprise pre-job training, 二（二）4: new recruits in shortage occupations, a share paid to the enterprise.

use super::Scheme;
use crate::rules::age::AGE;
use crate::rules::catalogue::CATALOGUE;
use crate::rules::contract::CONTRACT;
use crate::rules::designated::DESIGNATED;
use crate::rules::education_fund::EDUCATION_FUND;
use crate::rules::enterprise_kind::ENTERPRISE_KIND;
use crate::rules::group::GROUP;
use crate::rules::within_six_months::WITHIN_SIX_MONTHS;
use crate::{Clause, Group, Groups, Money, Note, Office, Payee, Verdict};

pub(super) const SCHEME: Scheme = Scheme {
    groups: Groups::of(&[Group::NewRecruit]),
    clause: Clause::PREJOB,
    rules: &[
        AGE,
        GROUP,
        CATALOGUE,
        DESIGNATED,
        ENTERPRISE_KIND,
        CONTRACT,
        WITHIN_SIX_MONTHS,
        EDUCATION_FUND,
    ],
    office: |_| Office::City,
    pays: |_| Money {
        paid_to: Some(Payee::Enterprise),
        notes: vec![Note::ShareNotPublished],
        ..Money::default()
    },
    granted: Verdict::Open,
};
