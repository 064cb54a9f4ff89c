//! sak: everything one A3 may hold, as written.

use super::amount::Assumptions;
use super::capacity::Capacity;
use super::follow_up::{Condition, Decision, Engagement, Measurement, PlanRow};
use super::left_half::{Alternative, Gap, Requirement, Risk};
use super::overview::{Level, SubArea};
use super::practice::NewPractice;
use super::record::{record, rows as list_of, word};
use super::rows::{Benefit, Cost};
use super::{Reader, amount, capacity, rows};
use crate::model::Phase;
use crate::source::Spanned;
use crate::units::Year;

record!(
    /// sak: one file as written.
    Case {
        [
            /// The file's stem.
            id: String;
            /// Whether everything written could be used, so that nothing is missing from a sum.
            whole: bool;
        ]
        /// a3: the version of the format
        version: String = "a3", Reader::text;
        /// nivå
        level: Level = "nivå", word!(Level);
        /// tittel
        title: String = "tittel", Reader::text;
        /// område
        area: String = "område", Reader::text;
        /// eier
        owner: String = "eier", Reader::text;
        /// fase
        phase: Phase = "fase", word!(Phase);
        /// bakgrunn
        background: String = "bakgrunn", Reader::text;
        /// nåsituasjon
        now: String = "nåsituasjon", Reader::text;
        /// ønsket_situasjon
        wanted: String = "ønsket_situasjon", Reader::text;
        /// minimumskrav; an empty list says none
        requirements: Vec<Requirement> = "minimumskrav", list_of!(Requirement);
        /// mål: keys of the organisation's goals
        goals: Vec<Spanned<String>> = "mål", Reader::texts;
        /// gap
        gaps: Vec<Gap> = "gap", list_of!(Gap);
        /// årsaker
        causes: Vec<Spanned<String>> = "årsaker", Reader::texts;
        /// alternativer
        alternatives: Vec<Alternative> = "alternativer", list_of!(Alternative);
        /// forutsetninger, in the order written
        assumptions: Assumptions = "forutsetninger", amount::assumptions;
        /// gevinster
        benefits: Vec<Benefit> = "gevinster", |reader, node| reader.rows(node, rows::benefit);
        /// kostnader
        costs: Vec<Cost> = "kostnader", |reader, node| reader.rows(node, rows::cost);
        /// oppstart
        start: Year = "oppstart", Reader::year;
        /// senest
        latest_start: Year = "senest", Reader::year;
        /// levetid, whole years
        life: u16 = "levetid", Reader::whole_years;
        /// kapasitet
        capacity: Capacity = "kapasitet", capacity::read;
        /// krever: ids of cases
        requires: Vec<Spanned<String>> = "krever", Reader::texts;
        /// utelukker: ids of cases
        excludes: Vec<Spanned<String>> = "utelukker", Reader::texts;
        /// ny_praksis
        new_practice: Vec<NewPractice> = "ny_praksis", list_of!(NewPractice);
        /// risiko
        risks: Vec<Risk> = "risiko", list_of!(Risk);
        /// betingelser
        conditions: Vec<Condition> = "betingelser", list_of!(Condition);
        /// forankring
        engagements: Vec<Engagement> = "forankring", list_of!(Engagement);
        /// beslutter
        decider: String = "beslutter", Reader::text;
        /// plan
        plan: Vec<PlanRow> = "plan", list_of!(PlanRow);
        /// målinger
        measurements: Vec<Measurement> = "målinger", list_of!(Measurement);
        /// vedtak
        decisions: Vec<Decision> = "vedtak", list_of!(Decision);
        /// læring
        lessons: String = "læring", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
        /// delområder, of an overview (`nivå: virksomhet`)
        sub_areas: Vec<SubArea> = "delområder", list_of!(SubArea);
    }
);
