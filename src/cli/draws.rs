//! `--trekk`, `--frø` and `--uten-usikkerhet`: how the simulation is run.

use super::prelude::*;
use a3::report::Draws;
use a3::simulate::Settings;
use a3::words::Words;
use std::ops::RangeInclusive;

/// What a command draws: what its `--trekk` says, and how few and many it takes.
pub(super) struct Drawing {
    about: Words,
    wrong: Words,
    within: RangeInclusive<usize>,
}

/// The value of each case.
pub(super) const CASE: Drawing = Drawing {
    about: words!(
        nb: "Antall trekninger for usikkerheten (100–1000000; ellers 10000)", nn: "Talet på trekningar for usikkerheita (100–1000000; elles 10000)",
        en: "Number of draws for the uncertainty (100–1000000; otherwise 10000)"
    ),
    wrong: words!(
        nb: "antall trekninger er et helt tall fra 100 til 1000000, uten mellomrom", nn: "talet på trekningar er eit heilt tal frå 100 til 1000000, utan mellomrom",
        en: "the number of draws is a whole number from 100 to 1000000, without spaces"
    ),
    within: Settings::FEWEST..=Settings::MOST,
};

/// The choice within frames, made again in each draw.
pub(super) const CHOICE: Drawing = Drawing {
    about: words!(
        nb: "Hvor mange ganger valget innenfor rammene gjøres på nytt (10–10000; ellers 200, færre når det er over 60 saker)", nn: "Kor mange gonger valet innanfor rammene blir gjort på nytt (10–10000; elles 200, færre når det er over 60 saker)",
        en: "How many times the choice within frames is made again (10–10000; otherwise 200, fewer above 60 cases)"
    ),
    wrong: words!(
        nb: "antall trekninger er et helt tall fra 10 til 10000, uten mellomrom", nn: "talet på trekningar er eit heilt tal frå 10 til 10000, utan mellomrom",
        en: "the number of draws is a whole number from 10 to 10000, without spaces"
    ),
    within: 10..=10_000,
};

/// The flags of a command that simulates.
pub(super) fn arguments(drawing: Drawing, make: Make) -> [Arg; 3] {
    let Drawing { about: draws, wrong: few, within } = drawing;
    let seed = words!(
        nb: "Tallet trekningene lages av (ellers 1); samme frø gir samme tall", nn: "Talet trekningane blir laga av (elles 1); same frø gir same tal",
        en: "The number the draws are made from (otherwise 1); the same seed gives the same figures"
    );
    let wrong = words!(
        nb: "frøet er et helt tall fra 0 og oppover, uten mellomrom", nn: "frøet er eit heilt tal frå 0 og oppover, utan mellomrom",
        en: "the seed is a whole number from 0 and up, without spaces"
    );
    let count = make.option("draws", COUNT, draws).long("trekk");
    let certain = words!(nb: "Regn bare med forventede verdier", nn: "Rekn berre med forventa verdiar", en: "Calculate with expected values only");
    let number = words!(nb: "TALL", nn: "TAL", en: "NUMBER");
    let from = make.option("seed", number, seed).long("frø");
    [
        make.whole(count.conflicts_with("certain"), within, few),
        make.whole(from.conflicts_with("certain"), 0..=u64::MAX, wrong),
        make.flag("certain", certain).long("uten-usikkerhet"),
    ]
}

/// How often the choice is made again; none where only expected values are asked for.
pub(super) fn choice(asked: &Asked) -> Option<Draws> {
    let seed = asked.one("seed").unwrap_or(Settings::DEFAULT.seed);
    (!asked.flag("certain")).then(|| Draws { count: asked.one("draws"), seed })
}

/// How the simulation is run; none where only expected values are asked for.
pub(super) fn settings(asked: &Asked) -> Option<Settings> {
    if asked.flag("certain") {
        return None;
    }
    let Settings { draws, seed } = Settings::DEFAULT;
    Some(Settings { draws: asked.one("draws").unwrap_or(draws), seed: asked.one("seed").unwrap_or(seed) })
}
