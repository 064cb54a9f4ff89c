//! How a gain goes, in words.

use crate::follow::{FollowedGain, Means, Word};
use crate::units::round;
use crate::units::{Decimal, Kroner, Year};
use crate::words::{Percent, Short, Text, Words};
use crate::{text, words};

/// How it goes.
pub const fn word(word: Word) -> Words {
    match word {
        Word::Reached => words!(nb: "nådd", nn: "nådd", en: "reached"),
        Word::OnTrack => words!(nb: "i rute", nn: "i rute", en: "on track"),
        Word::TooEarly => words!(nb: "for tidlig å si", nn: "for tidleg å seie", en: "too early to say"),
        Word::Behind => words!(nb: "bak", nn: "bak", en: "behind"),
        Word::Lost => words!(nb: "tapt", nn: "tapt", en: "lost"),
    }
}

/// How kroner came of what was measured.
pub const fn means(means: Means) -> Words {
    match means {
        Means::Direct => words!(nb: "direkte", nn: "direkte", en: "directly"),
        Means::Assumption => words!(nb: "forutsetning", nn: "føresetnad", en: "assumption"),
        Means::Indicator => words!(nb: "etter måltall", nn: "etter måltal", en: "by indicator"),
    }
}

/// How it goes with a gain, and how much of it has come; the year it comes, where that is ahead.
pub fn judged(gain: &FollowedGain, year: Year) -> Text {
    let said = word(gain.word);
    if gain.is_ended {
        return text!(nb: "levetiden er over", nn: "levetida er over", en: "the life is over");
    }
    if gain.word == Word::TooEarly && gain.first_year > year {
        let first = gain.first_year;
        return text!(nb: "kommer {first}", nn: "kjem {first}", en: "comes in {first}"; first);
    }
    if gain.word == Word::Lost {
        return said.text();
    }
    let Some(figures) = &gain.figures else {
        let way = gain.progress.map(|progress| Percent(progress.way));
        return way.map_or_else(|| said.text(), |way| text!(all: "{said}, {way}"; said, way));
    };
    if figures.measured.is_none() {
        return match gain.word {
            Word::Behind => text!(nb: "bak: ikke målt", nn: "bak: ikkje målt", en: "behind: not measured"),
            Word::Reached | Word::OnTrack | Word::TooEarly | Word::Lost => said.text(),
        };
    }
    // On the wrong side of nullpunkt no position is whole: how far it is, is the share of the way, as `measure` says.
    let way = gain.progress.filter(|_| figures.bridge.worse.is_negative()).map(|progress| progress.way);
    // What was promised, in the prices that it is measured in.
    let promised = figures.bridge.promised.plus(figures.bridge.growth);
    let come = promised.ok().and_then(|promised| part(figures.bridge.measured, promised));
    match way.map(|way| Percent(round(way, 2))).or(come) {
        Some(part) => text!(all: "{said}, {part}"; said, part),
        None => said.text(),
    }
}

/// Whether the same is to be said of every gain, and nothing of how much has come.
pub fn is_alike(gains: &[&FollowedGain], year: Year) -> bool {
    let is_unmeasured =
        |gain: &&FollowedGain| gain.figures.as_ref().is_some_and(|figures| figures.measured.is_none());
    let said = |gain: &&FollowedGain| judged(gain, year);
    gains.iter().all(is_unmeasured)
        && gains.windows(2).all(|pair| match pair {
            [one, other] => said(one) == said(other),
            _ => true,
        })
}

/// How it goes with the gains of a case together: the word of the one that goes worst of those that have begun.
pub fn judged_together(gains: &[&FollowedGain], year: Year) -> Text {
    let begun = gains.iter().filter(|gain| gain.first_year <= year);
    match begun.filter(|gain| !gain.is_ended).map(|gain| gain.word).max() {
        Some(worst) if !is_alike(gains, year) => word(worst).text(),
        Some(_) | None => gains.first().map(|gain| judged(gain, year)).unwrap_or_default(),
    }
}

/// The positions that have come of those promised, and how that is known; none where the gain is no working
/// time, or all has come.
pub fn positions(gain: &FollowedGain) -> Option<Text> {
    let figures = gain.figures.as_ref()?;
    let (of, measured) = (figures.positions?, figures.measured?);
    let come = of.come.filter(|come| *come != of.full)?;
    let (come, full, name, means) =
        (Short(come.value()), Short(of.full.value()), &gain.name, means(measured.means));
    Some(text!(
        nb: "{name}: {come} av {full} årsverk ({means})", nn: "{name}: {come} av {full} årsverk ({means})",
        en: "{name}: {come} of {full} FTE ({means})"; name, come, full, means
    ))
}

/// How much of the whole has come, where it is not all.
fn part(come: Kroner, whole: Kroner) -> Option<Percent> {
    let share = come.ratio(whole).ok()?;
    let rounded = round(share, 2);
    (rounded != Decimal::ONE).then_some(Percent(rounded))
}
