//! `--knutegrense` and `--tidsgrense`: how long the best choice is searched for.

use super::prelude::*;
use a3::choose::{Effort, Patience};

/// Nodes searched where `--knutegrense` does not say.
const NODES: u64 = 300_000;
/// As good as no end, where `--tidsgrense` alone ends the search.
const ENDLESS: u64 = u64::MAX;
/// Seconds of a day: the longest a search may be given.
const DAY: u64 = 86_400;

/// The flags of a command that chooses within frames.
pub(super) fn arguments(make: Make) -> [Arg; 2] {
    let nodes = words!(
        nb: "Hvor lenge det søkes etter det beste valget, likt på alle maskiner [vanlig: 300000]", nn: "Kor lenge det blir søkt etter det beste valet, likt på alle maskiner [vanleg: 300000]",
        en: "How long the best choice is searched for, the same on any machine [default: 300000]"
    );
    let seconds = words!(
        nb: "Stopp søket etter så mange sekunder; svaret kan da bli ulikt på ulike maskiner", nn: "Stopp søket etter så mange sekund; svaret kan då bli ulikt på ulike maskiner",
        en: "End the search after so many seconds; the answer may then differ between machines"
    );
    let no_nodes = words!(
        nb: "det er et helt tall fra 1 og oppover, uten mellomrom", nn: "det er eit heilt tal frå 1 og oppover, utan mellomrom",
        en: "it is a whole number from 1 and up, without spaces"
    );
    let no_seconds = words!(
        nb: "det er et helt antall sekunder fra 1 til 86400, uten mellomrom", nn: "det er eit heilt tal på sekund frå 1 til 86400, utan mellomrom",
        en: "it is a whole number of seconds from 1 to 86400, without spaces"
    );
    let time = words!(nb: "SEKUNDER", nn: "SEKUND", en: "SECONDS");
    let nodes = make.option("nodes", COUNT, nodes).long("knutegrense");
    let seconds = make.option("seconds", time, seconds).long("tidsgrense");
    [make.whole(nodes, 1..=u64::MAX, no_nodes), make.whole(seconds, 1..=DAY, no_seconds)]
}

/// How long to search where a command has no flags for it.
pub(super) const fn usual() -> Effort {
    Effort { patience: Patience::Gain, ..Effort::of(NODES) }
}

/// Nodes searched by a command that answers at once, where `--knutegrense` does not say.
const FEW_NODES: u64 = 1_000;

/// How long to search, for a command that answers at once.
pub(super) fn short(asked: &Asked) -> Effort {
    let effort = effort(asked);
    if asked.has("nodes") { effort } else { Effort { nodes: FEW_NODES, ..effort } }
}

/// How long to search. Ctrl-C ends the search, not the program: what is found is shown.
pub(super) fn effort(asked: &Asked) -> Effort {
    terminal::listen();
    to_write(asked)
}

/// The same for a command that writes what it finds: Ctrl-C ends the program, and nothing is written.
pub(super) fn to_write(asked: &Asked) -> Effort {
    let seconds = asked.one::<u64>("seconds");
    // Who says how long is believed: the search does not end before.
    let wished = asked.one::<u64>("nodes").map(Effort::of);
    let wished = wished.or(seconds.map(|_| Effort::of(ENDLESS)));
    Effort { stop: Some(terminal::stop_after(seconds)), ..wished.unwrap_or(usual()) }
}
