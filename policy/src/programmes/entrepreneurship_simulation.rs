//! Entrepreneurship simulation, 二（二）5: free for the person, so much a head to the institution that holds it.

use super::{Scheme, entrepreneurship};
use crate::rules::age::AGE;
use crate::rules::business_plan::BUSINESS_PLAN;
use crate::rules::designated::DESIGNATED;
use crate::rules::entrepreneur_certificate::ENTREPRENEUR_CERTIFICATE;
use crate::rules::group::GROUP;
use crate::rules::once::ONCE_SIMULATION;
use crate::{Clause, Fen, Money, Payee, ReadingId, Verdict};

pub(super) const SCHEME: Scheme = Scheme {
    groups: entrepreneurship::GROUPS,
    clause: Clause::ENTREPRENEURSHIP,
    rules: &[
        AGE,
        GROUP,
        ONCE_SIMULATION,
        DESIGNATED,
        ENTREPRENEUR_CERTIFICATE,
        BUSINESS_PLAN,
    ],
    office: entrepreneurship::office,
    pays: |question| Money {
        practice: Some(Fen::from_yuan(
            question
                .parameters
                .number(ReadingId::SimulationYuan)
                .cast_signed(),
        )),
        paid_to: Some(Payee::Institution),
        ..Money::default()
    },
    granted: Verdict::Open,
};
