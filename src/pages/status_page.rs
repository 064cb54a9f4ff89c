//! `a3 status`: what was promised, what came, and what is deducted.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Fact, Kind, Page, sum_row, titled};
use crate::follow::{Bridge, FollowedGain, PromiseKept, UnitHole};
use crate::report::{Due, Late, StatusCase, StatusReport};
use crate::sentences::following;
use crate::text;
use crate::units::{Kroner, Year};
use crate::words::{Percent, Text, all_of, listed, sentences};

/// Rows of the table of gains on one screen.
const MOST_ROWS: usize = 14;
/// Things named in one line of a screen.
const MOST_NAMED: usize = 3;

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What fits one screen.
    OneScreen,
    /// `--alt`: everything.
    All,
}

impl Extent {
    /// How many of something are shown.
    const fn at_most(self, on_screen: usize) -> usize {
        match self {
            Self::OneScreen => on_screen,
            Self::All => usize::MAX,
        }
    }
}

/// The whole report.
#[must_use]
pub fn page(report: &StatusReport, extent: Extent) -> Page {
    let day = report.wanted.day;
    let page = Page::new(text!(nb: "Status {day}", en: "Status {day}"));
    if report.cases.is_empty() {
        return page.with(Block::Paragraph(text!(
            nb: "Ingen saker å følge. En sak følges når den er vedtatt eller i gjennomføring, og når en avsluttet sak måles ut året. Skriv vedtaket med: a3 decide",
            en: "No cases to follow. A case is followed when it is decided or being carried out, and when a finished one is measured through the year. Write the decision with: a3 decide",
        )));
    }
    let showing = Showing { report, extent, year: year(report) };
    page.with(Block::Paragraph(showing.answer()))
        .with_all(showing.gains())
        .with_all(showing.change())
        .with_all(showing.bridge())
        .with_all(showing.rest())
}

/// The gains as one table, for a spreadsheet.
#[must_use]
pub fn sheet(report: &StatusReport) -> Page {
    let rows = report.cases.iter().flat_map(|case| case.gains().map(move |(_, gain)| (case, gain)));
    let figure = |of: &(&StatusCase, &FollowedGain), term: fn(&Bridge) -> Kroner| {
        of.1.figures.as_ref().map(|figures| term(&figures.bridge))
    };
    let id = |of: &(&StatusCase, &FollowedGain)| {
        report.case(of.0.place).map(|case| Text::same(&case.case.id)).unwrap_or_default()
    };
    let table = Listing::of(rows)
        .text(Text::same("sak"), id)
        .text(Text::same("gevinst"), |of| Text::same(&of.1.name))
        .kroner(Text::same("lovet"), |of| figure(of, |bridge| bridge.promised))
        .kroner(Text::same("ventet"), |of| figure(of, |bridge| bridge.expected))
        .kroner(Text::same("målt"), |of| of.1.figures.as_ref().and_then(|of| of.measured_money()))
        .text(Text::same("målt_slik"), |of| means(of.1))
        .kroner(Text::same("trukket_fra"), |of| figure(of, |bridge| bridge.deducted))
        .kroner(Text::same("hull"), |of| figure(of, |bridge| bridge.hole))
        .column(Kind::Number, Text::same("andel_av_veien"), |of| {
            of.1.progress.map_or(Cell::Empty, |progress| Cell::Percent(progress.way))
        })
        .text(Text::same("ord"), |of| following::word(of.1.word))
        .table();
    Page::of_table(table)
}

fn year(report: &StatusReport) -> Year {
    crate::date::year(report.wanted.day).unwrap_or(report.appraised.organisation.budget_year)
}

fn means(gain: &FollowedGain) -> Cell {
    let measured = gain.figures.as_ref().and_then(|figures| figures.measured);
    measured.map_or(Cell::Empty, |measured| following::means(measured.means).into())
}

/// A report on its way to a page.
struct Showing<'a> {
    report: &'a StatusReport,
    extent: Extent,
    year: Year,
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
    /// What there is to say first.
    fn answer(&self) -> Text {
        let Bridge { promised, expected, measured, hole, .. } = self.report.bridge;
        let budget_year = self.report.appraised.organisation.budget_year;
        let first = text!(
            nb: "Lovet er {promised} i året. {expected} var ventet nå, og {measured} er målt.",
            en: "{promised} a year is promised. {expected} was expected by now, and {measured} is measured.";
            promised, expected, measured
        );
        let hole = if hole.is_zero() {
            text!(
                nb: "Alt som er trukket fra budsjettet for {budget_year} og kan måles, har kommet.",
                en: "All that is deducted from the budget for {budget_year} and can be measured has come.";
                budget_year
            )
        } else {
            text!(
                nb: "{hole} er trukket fra budsjettet for {budget_year} uten å ha kommet.",
                en: "{hole} is deducted from the budget for {budget_year} without having come.";
                hole, budget_year
            )
        };
        let unit = text!(
            nb: "Alt er i året, i kommunens eget budsjett.",
            en: "All of it is a year, in the municipality's own budget.",
        );
        sentences([first, hole, unit])
    }

    /// Every gain that moves our own budget, under its case.
    fn gains(&self) -> Vec<Block> {
        let (mut lines, mut left) = (Vec::new(), Vec::new());
        let room = self.extent.at_most(MOST_ROWS);
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
            .text(text!(nb: "Gevinst", en: "Gain"), |line| line.name.clone())
            .column(Kind::Thousands, text!(nb: "Lovet", en: "Promised"), |line| {
                figure(line, |of| of.promised)
            })
            .column(Kind::Thousands, text!(nb: "Ventet nå", en: "Expected"), |line| {
                figure(line, |of| of.expected)
            })
            .column(Kind::Thousands, text!(nb: "Målt", en: "Measured"), |line| match line.bridge {
                Some(_) => line.measured.map_or(Cell::Empty, Cell::Thousands),
                None => Cell::blank(),
            })
            .column(Kind::Thousands, text!(nb: "Trukket fra", en: "Deducted"), |line| {
                figure(line, |of| of.deducted)
            })
            .column(Kind::Thousands, text!(nb: "Hull", en: "Hole"), |line| figure(line, |of| of.hole))
            .text(text!(nb: "Ord", en: "In a word"), |line| line.word.clone());
        let table = match self.extent {
            Extent::OneScreen => table.table(),
            Extent::All => {
                sums.push(Cell::blank());
                table.text(text!(nb: "Målt slik", en: "How"), |line| line.means.clone()).table()
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
        let title = self.report.case(case.place).map(|of| Text::same(&of.case.title)).unwrap_or_default();
        let kept = match case.now.promise {
            PromiseKept::Stored => Text::default(),
            PromiseKept::AsCalculatedToday => Text::same(" *"),
        };
        let name = text!(nb: "{title}{kept}", en: "{title}{kept}"; title, kept);
        let gains: Vec<&FollowedGain> =
            case.gains().map(|(_, gain)| gain).filter(|gain| gain.figures.is_some()).collect();
        if gains.is_empty() {
            return Vec::new();
        }
        let is_well = gains.iter().all(|gain| !gain.word.is_missing());
        if is_well && self.extent == Extent::OneScreen {
            return vec![self.in_one(name, &gains)];
        }
        let heading =
            Line { name, bridge: None, measured: None, means: Cell::blank(), word: Text::default() };
        let below = gains.iter().map(|gain| self.line(gain));
        core::iter::once(heading).chain(below).collect()
    }

    /// The gains of a case as one row, with the word of the one that goes worst of those that have begun.
    fn in_one(&self, name: Text, gains: &[&FollowedGain]) -> Line {
        let figures = || gains.iter().filter_map(|gain| gain.figures.as_ref());
        let begun = gains.iter().filter(|gain| gain.first_year <= self.year);
        let word = match begun.map(|gain| gain.word).max() {
            Some(word) => following::word(word).text(),
            None => gains.first().map(|gain| following::judged(gain, self.year)).unwrap_or_default(),
        };
        let measured = figures().filter_map(crate::follow::Figures::measured_money);
        let is_measured = figures().any(|of| of.measured.is_some());
        Line {
            name,
            bridge: Bridge::sum(figures().map(|of| of.bridge)).ok(),
            measured: Kroner::sum(measured).ok().filter(|_| is_measured),
            means: Cell::Empty,
            word,
        }
    }

    fn line(&self, gain: &FollowedGain) -> Line {
        let figures = gain.figures.as_ref();
        let name = &gain.name;
        Line {
            name: text!(nb: "\u{a0}\u{a0}{name}", en: "\u{a0}\u{a0}{name}"),
            bridge: figures.map(|of| of.bridge),
            measured: figures.and_then(crate::follow::Figures::measured_money),
            means: means(gain),
            word: following::judged(gain, self.year),
        }
    }

    /// From lovet to målt, and to what is deducted; terms of nothing are left out.
    fn bridge(&self) -> Vec<Block> {
        let of = &self.report.bridge;
        let budget_year = self.report.appraised.organisation.budget_year;
        let terms = [
            (Text::default(), of.promised, text!(nb: "Lovet, full virkning", en: "Promised, full effect")),
            (inside(), of.changed, text!(nb: "endret siden vedtaket", en: "changed since the decision")),
            (
                inside(),
                of.not_expected.negated(),
                text!(nb: "ikke ventet ennå (innfasing)", en: "not expected yet (innfasing)"),
            ),
            (Text::default(), of.expected, text!(nb: "Ventet nå", en: "Expected by now")),
            (inside(), of.measured, text!(nb: "målt", en: "measured")),
            (
                inside(),
                of.planned,
                text!(nb: "ikke målt, eller for tidlig å si", en: "not measured, or too early to say"),
            ),
            (inside(), of.behind, text!(nb: "bak planen", en: "behind the plan")),
            (inside(), of.lost, text!(nb: "tapt", en: "lost")),
            (
                Text::default(),
                of.deducted,
                text!(nb: "Trukket fra i budsjettet for {budget_year}", en: "Deducted in the budget for {budget_year}"; budget_year),
            ),
            (inside(), of.come, text!(nb: "kommet", en: "come")),
            (inside(), of.too_early, text!(nb: "for tidlig å si", en: "too early to say")),
            (
                inside(),
                of.hole,
                text!(nb: "HULLET: trukket fra, ikke kommet", en: "THE HOLE: deducted, not come"),
            ),
            (
                Text::default(),
                of.not_deducted,
                text!(nb: "Kommet, men ikke trukket fra", en: "Come, but not deducted"),
            ),
        ];
        let facts =
            terms.into_iter().filter(|(_, amount, _)| !amount.is_zero()).map(|(before, amount, name)| {
                let is_hole = name.nb.starts_with("HULLET");
                let note = if is_hole { self.by_unit() } else { Text::default() };
                let name = text!(nb: "{before}{name}", en: "{before}{name}"; before, name);
                Fact::new(name, Cell::Kroner(amount)).noted(note)
            });
        let facts: Vec<Fact> = facts.collect();
        if facts.is_empty() {
            return Vec::new();
        }
        vec![Block::Heading(text!(nb: "Gevinstbroen", en: "From promise to budget")), Block::Facts(facts)]
    }

    /// The hole by ansvar, the largest first.
    fn by_unit(&self) -> Text {
        let mut holes: Vec<&UnitHole> = self.report.holes.iter().collect();
        holes.sort_by_key(|hole| core::cmp::Reverse(hole.hole));
        let at_most = self.extent.at_most(MOST_NAMED);
        let named = holes.iter().take(at_most).map(|of| {
            let hole = of.hole;
            match &of.unit {
                Some(unit) => text!(nb: "ansvar {unit}: {hole}", en: "ansvar {unit}: {hole}"; unit, hole),
                None => text!(nb: "uten ansvar: {hole}", en: "without ansvar: {hole}"; hole),
            }
        });
        with_more(named.collect(), holes.len())
    }

    /// What has come since the day asked from.
    fn change(&self) -> Vec<Block> {
        let Some((since, before)) = self.report.wanted.since.zip(self.report.before) else {
            return Vec::new();
        };
        let measured = |gain: &FollowedGain| gain.figures.as_ref().and_then(|of| of.measured_money());
        let rows = self.report.cases.iter().flat_map(|case| {
            case.gains().filter_map(move |(place, gain)| {
                let then = case.before(place)?;
                (measured(then) != measured(gain) || then.word != gain.word).then_some((then, gain))
            })
        });
        let rows = rows.filter(|(_, gain)| gain.figures.is_some()).take(self.extent.at_most(8));
        let amount = |gain: &FollowedGain| measured(gain).map(Cell::Thousands);
        let table = Listing::of(rows)
            .text(text!(nb: "Gevinst", en: "Gain"), |(_, gain)| Text::same(&gain.name))
            .column(Kind::Thousands, text!(nb: "Målt {since}", en: "Measured {since}"), |(then, _)| {
                amount(then)
            })
            .column(Kind::Thousands, text!(nb: "Målt nå", en: "Measured now"), |(_, gain)| amount(gain))
            .text(text!(nb: "Ord {since}", en: "Then"), |(then, _)| following::word(then.word))
            .text(text!(nb: "Ord nå", en: "Now"), |(_, gain)| following::word(gain.word))
            .table();
        let change = self.report.bridge.measured.minus(before.measured).unwrap_or_default();
        let heading = text!(nb: "Endring siden {since}: {change} målt", en: "Change since {since}: {change} measured"; since = since.to_string(), change);
        if table.rows.is_empty() { vec![Block::Paragraph(heading)] } else { titled(heading, table) }
    }

    /// What is no money, what is late, and what is next.
    fn rest(&self) -> Vec<Block> {
        let said = [self.positions(), self.others_by_way(), self.late(), self.overdue()];
        let notes = [self.next(), self.held_to_today(), self.not_followed(), self.see_all()];
        match self.extent {
            Extent::OneScreen => vec![Block::Paragraph(sentences(said.into_iter().chain(notes)))],
            Extent::All => {
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
        let (all, shown) = (named.len(), self.extent.at_most(MOST_NAMED));
        let named = with_more(named.into_iter().take(shown).collect(), all);
        text!(nb: "Hele stillinger: {named}.", en: "Whole positions: {named}."; named)
    }

    fn others_by_way(&self) -> Text {
        let gains = self.report.cases.iter().flat_map(StatusCase::gains).map(|(_, gain)| gain);
        let others: Vec<&FollowedGain> =
            gains.filter(|gain| gain.figures.is_none() && gain.progress.is_some()).collect();
        if others.is_empty() {
            return Text::default();
        }
        let behind = |gain: &&&FollowedGain| gain.word.is_missing() || self.extent == Extent::All;
        let named: Vec<Text> = others.iter().filter(behind).filter_map(|gain| way(gain)).collect();
        let (all, shown) = (named.len(), self.extent.at_most(MOST_NAMED));
        let well = others.len().saturating_sub(all);
        let named = with_more(named.into_iter().take(shown).collect(), all);
        match (all, well) {
            (0, _) => {
                text!(nb: "{well} virkninger uten kroner er i rute, nådd eller for ferske.", en: "{well} effects without kroner are on track, reached or too new."; well)
            }
            (_, 0) => {
                text!(nb: "Andre virkninger, i prosent av veien: {named}.", en: "Other effects, in per cent of the way: {named}."; named)
            }
            (_, _) => text!(
                nb: "Andre virkninger, i prosent av veien: {named}; {well} andre er i rute, nådd eller for ferske.",
                en: "Other effects, in per cent of the way: {named}; {well} others are on track, reached or too new."; named, well
            ),
        }
    }

    fn late(&self) -> Text {
        let late = &self.report.late;
        if late.is_empty() {
            return Text::default();
        }
        let named = late.iter().take(self.extent.at_most(MOST_NAMED)).map(|Late { what, who, date, .. }| {
            let who = by(who.as_deref());
            text!(nb: "{what} ({date}{who})", en: "{what} ({date}{who})"; what, date = date.to_string(), who)
        });
        let named = with_more(named.collect(), late.len());
        text!(nb: "Forsinket: {named}.", en: "Late: {named}."; named)
    }

    fn overdue(&self) -> Text {
        let overdue: Vec<&Due> = self.report.due.iter().filter(|due| due.is_overdue).collect();
        if overdue.is_empty() {
            return Text::default();
        }
        let named = overdue.iter().take(self.extent.at_most(MOST_NAMED)).map(|Due { name, who, date, .. }| {
            let who = by(who.as_deref());
            text!(nb: "{name} ({date}{who})", en: "{name} ({date}{who})"; name, date = date.to_string(), who)
        });
        let named = with_more(named.collect(), overdue.len());
        text!(nb: "Mangler måling: {named}.", en: "To be measured: {named}."; named)
    }

    fn next(&self) -> Text {
        let ahead = || self.report.due.iter().filter(|due| !due.is_overdue);
        let Some(first) = ahead().map(|due| due.date).min() else { return Text::default() };
        let count = ahead().filter(|due| due.date == first).count();
        let first = first.to_string();
        match count {
            1 => text!(nb: "Neste måling: {first}.", en: "Next measurement: {first}."),
            _ => text!(nb: "Neste målinger: {first} ({count}).", en: "Next measurements: {first} ({count})."),
        }
    }

    fn held_to_today(&self) -> Text {
        let is_today = |case: &&StatusCase| case.now.promise == PromiseKept::AsCalculatedToday;
        if self.report.cases.iter().filter(is_today).count() == 0 {
            return Text::default();
        }
        text!(
            nb: "* Vedtaket har ingen tall: lovet er etter dagens fil.",
            en: "* The decision holds no figures: promised is by the file as it is today."
        )
    }

    fn not_followed(&self) -> Text {
        let cases = self.report.not_followed.iter().filter_map(|place| self.report.case(*place));
        let ids: Vec<&str> = cases.map(|of| of.case.id.as_str()).collect();
        if ids.is_empty() {
            return Text::default();
        }
        let ids = all_of(&ids);
        text!(nb: "Kan ikke følges, mangler oppstart eller levetid: {ids}.", en: "Cannot be followed, lacks oppstart or levetid: {ids}."; ids)
    }

    fn see_all(&self) -> Text {
        match self.extent {
            Extent::OneScreen => text!(nb: "Se alt: a3 status --alt", en: "See all: a3 status --alt"),
            Extent::All => Text::default(),
        }
    }
}

/// What there is no room for, as one row, so that the table still adds up.
fn others(left: Vec<Line>) -> Option<Line> {
    let bridges: Vec<Bridge> = left.iter().filter_map(|line| line.bridge).collect();
    let bridge = Bridge::sum(bridges.iter().copied()).ok().filter(|_| !bridges.is_empty())?;
    let count = bridges.len();
    let name = text!(nb: "{count} til (--alt)", en: "{count} more (--alt)");
    Some(Line {
        name,
        bridge: Some(bridge),
        measured: Some(bridge.measured),
        means: Cell::blank(),
        word: Text::default(),
    })
}

/// How far an effect without kroner has come.
fn way(gain: &FollowedGain) -> Option<Text> {
    let (name, way) = (&gain.name, Percent(crate::units::round(gain.progress?.way, 2)));
    let word = following::word(gain.word);
    Some(text!(nb: "{name} {way} ({word})", en: "{name} {way} ({word})"; name, way, word))
}

fn inside() -> Text {
    Text::same("\u{a0}\u{a0}")
}

fn by(who: Option<&str>) -> Text {
    who.map_or_else(Text::default, |who| Text::same(&format!(", {who}")))
}

/// Things one after the other, and how many there are beside them.
fn with_more(named: Vec<Text>, all: usize) -> Text {
    let more = all.saturating_sub(named.len());
    let named = listed(named);
    match more {
        0 => named,
        more => text!(nb: "{named} og {more} til", en: "{named} and {more} more"; named, more),
    }
}
