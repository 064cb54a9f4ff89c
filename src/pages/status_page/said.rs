//! What `a3 status` says beside its tables: what is no money, what is late, and what is next.

use super::{HowMuch, MOST_NAMED, Room, Showing};
use crate::follow::{Bridge, FollowedGain, PromiseKept};
use crate::pages::page::Block;
use crate::report::{Gone, StatusCase};
use crate::sentences::bridge::divided;
use crate::sentences::following;
use crate::words::{Percent, Text, all_of, sentences};
use crate::{counted, text};
use core::fmt::Display;

/// Things named in one line of a screen, where each is long: the first.
const FIRST: usize = 1;

impl Showing<'_> {
    /// What is no money, what is late, and what is next.
    pub(super) fn rest(&self) -> Vec<Block> {
        let said = [self.gone(), self.positions(), self.others_by_way(), self.late(), self.overdue()];
        let divided = divided(self.report.cases.iter().map(|case| &case.now)).unless_empty();
        let notes = [self.next(), self.held_to_today(), divided, self.not_followed(), self.see_all()];
        match self.how_much {
            HowMuch::OneScreen if self.room == Room::Least => {
                let least = [self.gone(), self.late(), self.overdue(), self.see_all()];
                vec![Block::Paragraph(sentences(least))]
            }
            HowMuch::OneScreen => vec![Block::Paragraph(sentences(said.into_iter().chain(notes)))],
            HowMuch::All => {
                let notes = sentences(notes).unless_empty();
                said.into_iter().chain([notes]).flatten().map(Block::Paragraph).collect()
            }
        }
    }

    /// The positions that are missing of what is promised, in whole steps.
    fn positions(&self) -> Option<Text> {
        let gains = self.report.cases.iter().flat_map(StatusCase::gains).map(|(_, gain)| gain);
        let behind = gains.filter(|gain| gain.word.is_missing());
        let named = self.named(FIRST, behind.filter_map(following::positions))?;
        Some(
            text!(nb: "Hele stillinger: {named}.", nn: "Heile stillingar: {named}.", en: "Whole positions: {named}."; named),
        )
    }

    /// What finished cases that are followed no longer leave behind.
    pub(super) fn gone(&self) -> Option<Text> {
        let gone = self.report.gone.iter().filter_map(|gone| {
            let title = &self.report.case(gone.place)?.case.title;
            let left = left_behind(gone);
            Some(text!(all: "{title}, {left}"; title, left))
        });
        let gone = self.named(MOST_NAMED, gone)?;
        Some(
            text!(nb: "Avsluttet og følges ikke lenger: {gone}.", nn: "Avslutta, og blir ikkje følgde lenger: {gone}.", en: "Closed, and followed no longer: {gone}."; gone),
        )
    }

    fn others_by_way(&self) -> Option<Text> {
        let gains = self.report.cases.iter().flat_map(StatusCase::gains).map(|(_, gain)| gain);
        let others: Vec<&FollowedGain> =
            gains.filter(|gain| gain.figures.is_none() && gain.progress.is_some()).collect();
        let behind = |gain: &&&FollowedGain| gain.word.is_missing() || self.how_much == HowMuch::All;
        let named: Vec<Text> = others.iter().filter(behind).filter_map(|gain| way(gain)).collect();
        let all = named.len();
        let well = others.len().saturating_sub(all);
        let named = self.named(FIRST, named);
        Some(match (all, well) {
            (0, 0) => return None,
            (0, 1) => {
                text!(nb: "1 virkning uten kroner er i rute eller nådd, eller det er for tidlig å si.", nn: "1 verknad utan kroner er i rute eller nådd, eller det er for tidleg å seie.", en: "1 effect without kroner is on track or reached, or it is too early to say.")
            }
            (0, _) => {
                text!(nb: "{well} virkninger uten kroner er i rute eller nådd, eller det er for tidlig å si.", nn: "{well} verknader utan kroner er i rute eller nådde, eller det er for tidleg å seie.", en: "{well} effects without kroner are on track or reached, or it is too early to say."; well)
            }
            (_, 0) => {
                text!(nb: "Andre virkninger, i prosent av veien: {named}.", nn: "Andre verknader, i prosent av vegen: {named}.", en: "Other effects, in per cent of the way: {named}."; named)
            }
            (_, _) => text!(
                nb: "Andre virkninger, i prosent av veien: {named}; {well} andre er i rute eller nådd, eller det er for tidlig å si.", nn: "Andre verknader, i prosent av vegen: {named}; {well} andre er i rute eller nådde, eller det er for tidleg å seie.",
                en: "Other effects, in per cent of the way: {named}; {well} others are on track or reached, or it is too early to say."; named, well
            ),
        })
    }

    fn late(&self) -> Option<Text> {
        let late = self.report.late.iter();
        let named = self.named(FIRST, late.map(|of| dated(&of.what, of.who.as_deref(), of.date)))?;
        Some(text!(nb: "Forsinket: {named}.", nn: "Forseinka: {named}.", en: "Late: {named}."; named))
    }

    fn overdue(&self) -> Option<Text> {
        let overdue = self.report.due.iter().filter(|due| due.is_overdue);
        let named = self.named(FIRST, overdue.map(|of| dated(&of.name, of.who.as_deref(), of.date)))?;
        Some(
            text!(nb: "Mangler måling: {named}.", nn: "Manglar måling: {named}.", en: "To be measured: {named}."; named),
        )
    }

    fn next(&self) -> Option<Text> {
        let ahead = || self.report.due.iter().filter(|due| !due.is_overdue);
        let first = ahead().map(|due| due.date).min()?;
        let count = ahead().filter(|due| due.date == first).count();
        let first = first.to_string();
        Some(counted!(
            count; nb: "Neste måling: {first}." | "Neste målinger: {first} ({count}).", nn: "Neste måling: {first}." | "Neste målingar: {first} ({count}).",
            en: "Next measurement: {first}." | "Next measurements: {first} ({count})."
        ))
    }

    /// What was promised in today's prices, where it was decided in those of an earlier year.
    pub(super) fn prices(&self) -> Option<Text> {
        let Bridge { promised, changed, growth, .. } = self.report.bridge;
        let (promised, changed) = (promised.plus(growth).ok()?, changed.minus(growth).ok()?);
        let year = self.report.appraised.organisation.budget_year;
        (!growth.is_zero()).then(|| text!(
            nb: "Lovet er i prisene fra vedtaket: i {year}-priser er det {promised}, og endret siden vedtaket er {changed}.", nn: "Lova er i prisane frå vedtaket: i {year}-prisar er det {promised}, og endra sidan vedtaket er {changed}.",
            en: "What was promised is in the prices of the decision: in those of {year} it is {promised}, and {changed} has changed since.";
            year, promised, changed
        ))
    }

    fn held_to_today(&self) -> Option<Text> {
        let is_today = |case: &&StatusCase| case.now.promise == PromiseKept::AsCalculatedToday;
        let count = self.report.cases.iter().filter(is_today).count();
        (count > 0).then(|| counted!(
            count; nb: "I ett av vedtakene står det ingen tall: der er lovet etter dagens fil." | "I {count} av vedtakene står det ingen tall: der er lovet etter dagens fil.", nn: "I eitt av vedtaka står det ingen tal: der er det lova rekna etter fila i dag." | "I {count} av vedtaka står det ingen tal: der er det lova rekna etter fila i dag.",
            en: "One decision holds no figures: promised is by the file of today." | "{count} decisions hold no figures: promised is by the file of today."
        ))
    }

    fn not_followed(&self) -> Option<Text> {
        let cases = self.report.not_followed.iter().filter_map(|place| self.report.case(*place));
        let ids: Vec<&str> = cases.map(|of| of.case.id.as_str()).collect();
        let ids = all_of(&ids).unless_empty()?;
        Some(
            text!(nb: "Kan ikke følges, mangler oppstart eller levetid: {ids}.", nn: "Kan ikkje følgjast, manglar oppstart eller levetid: {ids}.", en: "Cannot be followed, lacks oppstart or levetid: {ids}."; ids),
        )
    }

    fn see_all(&self) -> Option<Text> {
        let all = self.again.with("--alt");
        (self.how_much == HowMuch::OneScreen).then(|| match self.report.accounts {
            Some(_) => text!(nb: "Se gevinstene og art for art: {all}", nn: "Sjå gevinstane og art for art: {all}", en: "See the gains, and account by account: {all}"),
            None => text!(nb: "Se alt: {all}", nn: "Sjå alt: {all}", en: "See all: {all}"),
        })
    }
}

/// How far an effect without kroner has come.
fn way(gain: &FollowedGain) -> Option<Text> {
    let (name, way) = (&gain.name, Percent(crate::units::round(gain.progress?.way, 2)));
    let word = following::word(gain.word);
    Some(text!(all: "{name} {way} ({word})"; name, way, word))
}

/// What a finished case leaves behind: what is deducted and has not come, what is deducted nowhere, or what is lost.
fn left_behind(gone: &Gone) -> Text {
    let Bridge { hole, lost, not_deducted, .. } = gone.bridge;
    if !gone.is_deducted && !not_deducted.is_positive() {
        return text!(nb: "ikke trukket fra budsjettet", nn: "ikkje trekt frå budsjettet", en: "not deducted from the budget");
    }
    if !gone.is_deducted {
        return text!(nb: "{not_deducted} kommet, men ikke trukket fra", nn: "{not_deducted} kome, men ikkje trekt frå", en: "{not_deducted} come, but not deducted"; not_deducted);
    }
    if !gone.bridge.has_hole() {
        return text!(nb: "tapt {lost}", nn: "tapt {lost}", en: "lost {lost}"; lost);
    }
    text!(nb: "hull {hole}", nn: "hol {hole}", en: "hole {hole}"; hole)
}

/// «Signere avtalen (2027-03-01, Anne Berg)»
fn dated(what: &str, who: Option<&str>, date: impl Display) -> Text {
    let who = who.map(|who| format!(", {who}")).unwrap_or_default();
    text!(all: "{what} ({date}{who})")
}
