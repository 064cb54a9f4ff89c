//! What `a3 status` says beside its tables: what is no money, what is late, and what is next.

use super::{HowMuch, MOST_NAMED, Room, Showing};
use crate::follow::{Bridge, FollowedGain, PromiseKept};
use crate::pages::page::Block;
use crate::report::{Due, Gone, Late, StatusCase};
use crate::sentences::bridge::divided;
use crate::sentences::following;
use crate::words::{Percent, Text, all_of, at_most, sentences};
use crate::{counted, text};

/// Things named in one line of a screen, where each is long: the first.
const FIRST: usize = 1;

impl Showing<'_> {
    /// What is no money, what is late, and what is next.
    pub(super) fn rest(&self) -> Vec<Block> {
        let said = [self.gone(), self.positions(), self.others_by_way(), self.late(), self.overdue()];
        let divided = divided(self.report.cases.iter().map(|case| &case.now));
        let notes = [self.next(), self.held_to_today(), divided, self.not_followed(), self.see_all()];
        match self.how_much {
            HowMuch::OneScreen if self.room == Room::Least => {
                let least = [self.gone(), self.late(), self.overdue(), self.see_all()];
                vec![Block::Paragraph(sentences(least))]
            }
            HowMuch::OneScreen => vec![Block::Paragraph(sentences(said.into_iter().chain(notes)))],
            HowMuch::All => {
                let said = said.into_iter().chain([sentences(notes)]);
                said.filter(|part| !part.is_empty()).map(Block::Paragraph).collect()
            }
        }
    }

    /// The positions that are missing of what is promised, in whole steps.
    fn positions(&self) -> Text {
        let gains = self.report.cases.iter().flat_map(StatusCase::gains).map(|(_, gain)| gain);
        let behind = gains.filter(|gain| gain.word.is_missing());
        let named: Vec<Text> = behind.filter_map(following::positions).collect();
        if named.is_empty() {
            return Text::default();
        }
        let named = at_most(self.how_much.at_most(FIRST), named);
        text!(nb: "Hele stillinger: {named}.", nn: "Heile stillingar: {named}.", en: "Whole positions: {named}."; named)
    }

    /// What finished cases that are followed no longer leave behind.
    pub(super) fn gone(&self) -> Text {
        let gone = self.report.gone.iter().filter_map(|gone| {
            let title = &self.report.case(gone.place)?.case.title;
            let left = left_behind(gone);
            Some(text!(nb: "{title}, {left}", nn: "{title}, {left}", en: "{title}, {left}"; title, left))
        });
        let gone: Vec<Text> = gone.collect();
        if gone.is_empty() {
            return Text::default();
        }
        let gone = at_most(self.how_much.at_most(MOST_NAMED), gone);
        text!(nb: "Avsluttet og følges ikke lenger: {gone}.", nn: "Avslutta, og blir ikkje følgde lenger: {gone}.", en: "Closed, and followed no longer: {gone}."; gone)
    }

    fn others_by_way(&self) -> Text {
        let gains = self.report.cases.iter().flat_map(StatusCase::gains).map(|(_, gain)| gain);
        let others: Vec<&FollowedGain> =
            gains.filter(|gain| gain.figures.is_none() && gain.progress.is_some()).collect();
        if others.is_empty() {
            return Text::default();
        }
        let behind = |gain: &&&FollowedGain| gain.word.is_missing() || self.how_much == HowMuch::All;
        let named: Vec<Text> = others.iter().filter(behind).filter_map(|gain| way(gain)).collect();
        let all = named.len();
        let well = others.len().saturating_sub(all);
        let named = at_most(self.how_much.at_most(FIRST), named);
        match (all, well) {
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
        }
    }

    fn late(&self) -> Text {
        let late = &self.report.late;
        if late.is_empty() {
            return Text::default();
        }
        let named = late.iter().map(|Late { what, who, date, .. }| {
            let who = by(who.as_deref());
            text!(nb: "{what} ({date}{who})", nn: "{what} ({date}{who})", en: "{what} ({date}{who})"; what, date = date.to_string(), who)
        });
        let named = at_most(self.how_much.at_most(FIRST), named);
        text!(nb: "Forsinket: {named}.", nn: "Forseinka: {named}.", en: "Late: {named}."; named)
    }

    fn overdue(&self) -> Text {
        let overdue: Vec<&Due> = self.report.due.iter().filter(|due| due.is_overdue).collect();
        if overdue.is_empty() {
            return Text::default();
        }
        let named = overdue.iter().map(|Due { name, who, date, .. }| {
            let who = by(who.as_deref());
            text!(nb: "{name} ({date}{who})", nn: "{name} ({date}{who})", en: "{name} ({date}{who})"; name, date = date.to_string(), who)
        });
        let named = at_most(self.how_much.at_most(FIRST), named);
        text!(nb: "Mangler måling: {named}.", nn: "Manglar måling: {named}.", en: "To be measured: {named}."; named)
    }

    fn next(&self) -> Text {
        let ahead = || self.report.due.iter().filter(|due| !due.is_overdue);
        let Some(first) = ahead().map(|due| due.date).min() else { return Text::default() };
        let count = ahead().filter(|due| due.date == first).count();
        let first = first.to_string();
        counted!(
            count; nb: "Neste måling: {first}." | "Neste målinger: {first} ({count}).", nn: "Neste måling: {first}." | "Neste målingar: {first} ({count}).",
            en: "Next measurement: {first}." | "Next measurements: {first} ({count})."
        )
    }

    /// What was promised in today's prices, where it was decided in those of an earlier year.
    pub(super) fn prices(&self) -> Text {
        let Bridge { promised, changed, growth, .. } = self.report.bridge;
        let Some((promised, changed)) = promised.plus(growth).ok().zip(changed.minus(growth).ok()) else {
            return Text::default();
        };
        if growth.is_zero() {
            return Text::default();
        }
        let year = self.report.appraised.organisation.budget_year;
        text!(
            nb: "Lovet er i prisene fra vedtaket: i {year}-priser er det {promised}, og endret siden vedtaket er {changed}.", nn: "Lova er i prisane frå vedtaket: i {year}-prisar er det {promised}, og endra sidan vedtaket er {changed}.",
            en: "What was promised is in the prices of the decision: in those of {year} it is {promised}, and {changed} has changed since.";
            year, promised, changed
        )
    }

    fn held_to_today(&self) -> Text {
        let is_today = |case: &&StatusCase| case.now.promise == PromiseKept::AsCalculatedToday;
        match self.report.cases.iter().filter(is_today).count() {
            0 => Text::default(),
            count => counted!(
                count; nb: "I ett av vedtakene står det ingen tall: der er lovet etter dagens fil." | "I {count} av vedtakene står det ingen tall: der er lovet etter dagens fil.", nn: "I eitt av vedtaka står det ingen tal: der er det lova rekna etter fila i dag." | "I {count} av vedtaka står det ingen tal: der er det lova rekna etter fila i dag.",
                en: "One decision holds no figures: promised is by the file of today." | "{count} decisions hold no figures: promised is by the file of today."
            ),
        }
    }

    fn not_followed(&self) -> Text {
        let cases = self.report.not_followed.iter().filter_map(|place| self.report.case(*place));
        let ids: Vec<&str> = cases.map(|of| of.case.id.as_str()).collect();
        if ids.is_empty() {
            return Text::default();
        }
        let ids = all_of(&ids);
        text!(nb: "Kan ikke følges, mangler oppstart eller levetid: {ids}.", nn: "Kan ikkje følgjast, manglar oppstart eller levetid: {ids}.", en: "Cannot be followed, lacks oppstart or levetid: {ids}."; ids)
    }

    fn see_all(&self) -> Text {
        match self.how_much {
            HowMuch::OneScreen if self.report.accounts.is_some() => {
                text!(nb: "Se gevinstene og art for art: {all}", nn: "Sjå gevinstane og art for art: {all}", en: "See the gains, and account by account: {all}"; all = self.again.with("--alt"))
            }
            HowMuch::OneScreen => {
                text!(nb: "Se alt: {all}", nn: "Sjå alt: {all}", en: "See all: {all}"; all = self.again.with("--alt"))
            }
            HowMuch::All => Text::default(),
        }
    }
}

/// How far an effect without kroner has come.
fn way(gain: &FollowedGain) -> Option<Text> {
    let (name, way) = (&gain.name, Percent(crate::units::round(gain.progress?.way, 2)));
    let word = following::word(gain.word);
    Some(
        text!(nb: "{name} {way} ({word})", nn: "{name} {way} ({word})", en: "{name} {way} ({word})"; name, way, word),
    )
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

fn by(who: Option<&str>) -> Text {
    who.map_or_else(Text::default, |who| Text::same(&format!(", {who}")))
}
