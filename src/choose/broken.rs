//! Which frames a case breaks where it is carried out beside what is chosen and decided, solved or not.

use super::choice::Choice;
use super::contest::Offer;
use super::why::Gap;
use crate::model::Case;
use crate::units::{Decimal, Overflow};

/// A case that is carried out from another start than the choice gives it, or though it is not chosen.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The case.
    pub case: &'a Case,
    /// What it comes to at the start it gets.
    pub offer: &'a Offer,
    /// What it comes to at the start it is chosen with; none where it is not chosen.
    pub chosen: Option<&'a Offer>,
}

/// A frame that is broken with a case in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The frame, and what is missing with the case.
    pub with: Gap,
    /// What is missing of it already, without the case; 0 where it holds.
    pub without: Decimal,
}

impl Choice {
    /// The frames and years that are broken when the rest of the choice is unmoved, and by how much, rounded up to
    /// what is said.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn broken_by(&self, Beside { case, offer, chosen }: Beside<'_>) -> Result<Vec<Broken>, Overflow> {
        let mut broken = Vec::new();
        for of in &self.frames {
            let more = of.at.used_by(case, offer)?;
            let before = chosen.map_or(Ok(Decimal::ZERO), |chosen| of.at.used_by(case, chosen))?;
            let lacks = |used: Decimal| used.checked_sub(of.limit);
            let others = of.used.checked_sub(before).ok_or(Overflow)?;
            let missing = others.checked_add(more).and_then(lacks).ok_or(Overflow)?;
            if more > Decimal::ZERO && missing > Decimal::ZERO {
                let said = |missing: Decimal| of.at.frame.said(missing).ok_or(Overflow);
                let without = lacks(others).ok_or(Overflow)?.max(Decimal::ZERO);
                let with = Gap { at: of.at.clone(), missing: said(missing)? };
                broken.push(Broken { with, without: said(without)? });
            }
        }
        Ok(broken)
    }
}
