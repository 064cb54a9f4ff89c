//! What a check looks at, and what it tells with.

pub(super) use super::wording;
pub(super) use super::{
    BudgetFacts, CarriedOutFacts, CaseFacts, CaseReference, LockFacts, PortfolioFacts, PortfolioFinding,
    RegisterFacts,
};
pub(super) use crate::diagnostic::Finding;
pub(super) use crate::document::{self, Field, Keyed};
pub(super) use crate::model::{Estimate, Phase};
pub(super) use crate::shape::nearest;
pub(super) use crate::source::{Span, Spanned};
pub(super) use crate::units::{Decimal, Fte, Kroner, Year};
pub(super) use crate::words::Text;
pub(super) use crate::{counted, text};
pub(super) use chrono::NaiveDate;
pub(super) use std::collections::{BTreeMap, BTreeSet};
