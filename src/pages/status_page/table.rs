//! The table of `a3 status`: every gain that moves our own budget.

use super::{HowMuch, Room, Showing, means};
use crate::follow::{Bridge, Figures, FollowedGain};
use crate::pages::cell::Cell;
use crate::pages::listing::Listing;
use crate::pages::page::{Block, Kind, sum_row};
use crate::report::StatusCase;
use crate::sentences::following;
use crate::text;
use crate::units::Kroner;
use crate::words::Text;

/// Rows of the table of gains on one screen.
const fn most_rows(room: Room) -> usize {
    match room {
        Room::Good | Room::BridgeJoined => 8,
        Room::FewRows => 6,
        Room::Least => 4,
    }
}

/// A row of the table of gains.
struct Line {
    name: Text,
    bridge: Option<Bridge>,
    measured: Option<Kroner>,
    means: Cell,
    word: Text,
}

impl Showing<'_> {
    /// Every gain that moves our own budget, under its case.
    pub(super) fn gains(&self) -> Vec<Block> {
        let (mut lines, mut left) = (Vec::new(), Vec::new());
        let room = self.how_much.at_most(most_rows(self.room));
        for case in self.ordered() {
            let of_case = self.lines(case);
            let fits = lines.len().saturating_add(of_case.len()) <= room || lines.is_empty();
            if fits { lines.extend(of_case) } else { left.extend(of_case) }
        }
        lines.extend(others(left));
        let total = self.report.bridge;
        let sums = [total.promised, total.expected, total.measured, total.deducted, total.hole];
        let mut sums: Vec<Cell> = sums.map(Cell::Thousands).into_iter().chain([Cell::blank()]).collect();
        let figure = |line: &Line, term: fn(&Bridge) -> Kroner| {
            line.bridge.as_ref().map_or_else(Cell::blank, |bridge| Cell::Thousands(term(bridge)))
        };
        let table = Listing::of(lines)
            .text(text!(nb: "Gevinst", nn: "Gevinst", en: "Gain"), |line| line.name.clone())
            .column(Kind::Thousands, text!(nb: "Lovet", nn: "Lova", en: "Promised"), |line| {
                figure(line, |of| of.promised)
            })
            .column(Kind::Thousands, text!(nb: "Ventet", nn: "Venta", en: "Expected"), |line| {
                figure(line, |of| of.expected)
            })
            .column(Kind::Thousands, text!(nb: "Målt", nn: "Målt", en: "Measured"), |line| {
                match line.bridge {
                    Some(_) => line.measured.map_or(Cell::Empty, Cell::Thousands),
                    None => Cell::blank(),
                }
            })
            .column(Kind::Thousands, text!(nb: "Trukket", nn: "Trekt", en: "Deducted"), |line| {
                figure(line, |of| of.deducted)
            })
            .column(Kind::Thousands, text!(nb: "Hull", nn: "Hol", en: "Hole"), |line| {
                figure(line, |of| of.hole)
            })
            .text(text!(nb: "Hvordan går det", nn: "Korleis går det", en: "How it goes"), |line| {
                line.word.clone()
            });
        let table = match self.how_much {
            HowMuch::OneScreen => table.table(),
            HowMuch::All => {
                sums.push(Cell::blank());
                table
                    .text(text!(nb: "Målt slik", nn: "Målt slik", en: "How"), |line| line.means.clone())
                    .table()
            }
        };
        if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table.total(sum_row(1, sums)))] }
    }

    /// The cases, those with something missing first.
    fn ordered(&self) -> Vec<&StatusCase> {
        let is_missing = |case: &StatusCase| case.gains().any(|(_, gain)| gain.word.is_missing());
        let mut cases: Vec<&StatusCase> = self.report.cases.iter().collect();
        cases.sort_by_key(|case| !is_missing(case));
        cases
    }

    /// A case and its gains; on a screen one row of a case that lacks nothing.
    fn lines(&self, case: &StatusCase) -> Vec<Line> {
        let name = self.report.case(case.place).map(|of| Text::same(&of.case.title)).unwrap_or_default();
        let gains: Vec<&FollowedGain> =
            case.gains().map(|(_, gain)| gain).filter(|gain| gain.figures.is_some()).collect();
        if gains.is_empty() {
            return Vec::new();
        }
        let is_well = gains.iter().all(|gain| !gain.word.is_missing());
        let is_alike = following::is_alike(&gains, self.year);
        if (is_well || is_alike) && self.how_much == HowMuch::OneScreen {
            return vec![self.in_one(name, &gains)];
        }
        let heading =
            Line { name, bridge: None, measured: None, means: Cell::blank(), word: Text::default() };
        let below = gains.iter().map(|gain| self.line(gain));
        core::iter::once(heading).chain(below).collect()
    }

    /// The gains of a case as one row.
    fn in_one(&self, name: Text, gains: &[&FollowedGain]) -> Line {
        let figures = || gains.iter().filter_map(|gain| gain.figures.as_ref());
        let measured = figures().filter_map(Figures::measured_money);
        let is_measured = figures().any(|of| of.measured.is_some());
        Line {
            name,
            bridge: Bridge::sum(figures().map(|of| of.bridge)).ok(),
            measured: Kroner::sum(measured).ok().filter(|_| is_measured),
            means: Cell::Empty,
            word: following::judged_together(gains, self.year),
        }
    }

    fn line(&self, gain: &FollowedGain) -> Line {
        let figures = gain.figures.as_ref();
        let name = &gain.name;
        Line {
            name: text!(all: "\u{a0}\u{a0}{name}"),
            bridge: figures.map(|of| of.bridge),
            measured: figures.and_then(Figures::measured_money),
            means: means(gain),
            word: following::judged(gain, self.year),
        }
    }
}

/// What there is no room for, as one row, so that the table still adds up.
fn others(left: Vec<Line>) -> Option<Line> {
    let bridges: Vec<Bridge> = left.iter().filter_map(|line| line.bridge).collect();
    let bridge = Bridge::sum(bridges.iter().copied()).ok().filter(|_| !bridges.is_empty())?;
    let count = bridges.len();
    let name = text!(nb: "{count} til (--alt)", nn: "{count} til (--alt)", en: "{count} more (--alt)");
    Some(Line {
        name,
        bridge: Some(bridge),
        measured: Some(bridge.measured),
        means: Cell::blank(),
        word: Text::default(),
    })
}
