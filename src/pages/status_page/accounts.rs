//! What `a3 status --regnskap` says of the accounts: what is booked, against the new budget.

use super::{Showing, inside};
use crate::budget::{Booked, BookedLine, BookedUnit};
use crate::follow::UnitHole;
use crate::pages::cell::Cell;
use crate::pages::listing::Listing;
use crate::pages::page::{Block, Page, Table, rounding_note, sum_row, titled};
use crate::rates::{CodeKind, kostra_code};
use crate::report::AccountsReport;
use crate::units::Kroner;
use crate::words::{Text, all_of, at_most, sentences};
use crate::{counted, text};
use std::collections::BTreeSet;

/// Rows of the table of accounts on one screen.
const MOST_ROWS: usize = 6;
/// Lines without anything booked that are named on one screen.
const MOST_NAMED: usize = 3;

/// A row of the table: an ansvar, an art of it, or what there is no room for.
struct Line {
    name: Text,
    booked: Option<Booked>,
    hole: Option<Kroner>,
}

impl Showing<'_> {
    /// What the accounts show at the end of the year, in a sentence; nothing where they are not asked for.
    pub(super) fn accounts_answer(&self) -> Text {
        let Some(of) = &self.report.accounts else { return Text::default() };
        if of.is_read && self.report.cases.is_empty() {
            return text!(
                nb: "Regnskapet er ikke holdt mot noe, for ingen saker følges.", nn: "Rekneskapen er ikkje halden mot noko, for ingen saker blir følgde.",
                en: "The accounts are held against nothing, for no case is followed."
            );
        }
        let Some(months) = of.months.filter(|_| of.is_read) else { return unread(of) };
        if of.year.lines.is_empty() {
            return text!(
                nb: "Sakene berører ingen budsjettlinjer, så regnskapet er ikke holdt mot noe.", nn: "Sakene rører ingen budsjettlinjer, så rekneskapen er ikkje halden mot noko.",
                en: "The cases touch no budget lines, so the accounts are held against nothing."
            );
        }
        let (Booked { booked, whole_year, over, .. }, months) = (of.year.total, counted(months));
        let Some((booked, whole_year)) = booked.zip(whole_year) else {
            return text!(
                nb: "Noe i regnskapet kan ikke leses, så det som er ført i alt, er ukjent.", nn: "Noko i rekneskapen kan ikkje lesast, så det som er ført i alt, er ukjent.",
                en: "Something in the accounts cannot be read, so what is booked in all is unknown."
            );
        };
        let so_far = text!(
            nb: "Regnskapet har {booked} på linjene sakene berører, etter {months}; med rett linje blir året {whole_year}", nn: "Rekneskapen har {booked} på linjene sakene rører, etter {months}; med rett linje blir året {whole_year}",
            en: "The accounts have {booked} on the lines that the cases touch, after {months}; on a straight line the year comes to {whole_year}";
            booked, months, whole_year
        );
        let than = self.than(over);
        text!(all: "{so_far}{than}"; so_far, than)
    }

    /// How that is against the new budget.
    fn than(&self, over: Option<Kroner>) -> Text {
        let year = self.report.appraised.organisation.budget_year;
        let Some(over) = over else {
            return text!(nb: ". Det nye budsjettet for {year} er ukjent.", nn: ". Det nye budsjettet for {year} er ukjent.", en: ". The new budget for {year} is unknown."; year);
        };
        let amount = over.abs();
        if over.rounded(0).is_zero() {
            text!(nb: ", som i det nye budsjettet for {year}.", nn: ", som i det nye budsjettet for {year}.", en: ", as in the new budget for {year}."; year)
        } else if over.is_positive() {
            text!(nb: ", {amount} mer enn det nye budsjettet for {year}.", nn: ", {amount} meir enn det nye budsjettet for {year}.", en: ", {amount} more than the new budget for {year}."; amount, year)
        } else {
            text!(nb: ", {amount} mindre enn det nye budsjettet for {year}.", nn: ", {amount} mindre enn det nye budsjettet for {year}.", en: ", {amount} less than the new budget for {year}."; amount, year)
        }
    }

    /// The table of accounts, and what is to be known of it.
    pub(super) fn accounts(&self) -> Vec<Block> {
        let Some(of) = self.report.accounts.as_ref().filter(|of| of.is_read) else { return Vec::new() };
        let year = self.report.appraised.organisation.budget_year;
        let heading = match of.months.map(counted) {
            Some(months) => text!(
                nb: "Regnskapet etter {months}, mot det nye budsjettet for {year}", nn: "Rekneskapen etter {months}, mot det nye budsjettet for {year}",
                en: "The accounts after {months}, against the new budget for {year}"; months, year
            ),
            None => text!(
                nb: "Regnskapet, mot det nye budsjettet for {year}", nn: "Rekneskapen, mot det nye budsjettet for {year}",
                en: "The accounts, against the new budget for {year}"; year
            ),
        };
        let mut rows = self.unit_lines(of);
        let holes = Kroner::sum(self.report.holes.iter().map(|hole| hole.hole)).ok();
        let total = Line { name: Text::default(), booked: Some(of.year.total), hole: holes };
        let sums = figures(&total).map(Cell::from);
        let is_uneven = table(self.by_unit_alone(of)).total(sum_row(1, sums.clone())).rounds_unevenly();
        let others = of.other_holes(&self.report.holes).map(other_hole);
        rows.extend(others);
        let shown = table(rows).total(sum_row(1, sums)).with_sums_inside();
        let said = sentences([self.how(of), self.nothing_booked(of), is_open(of), self.looked_at(of)]);
        let mut blocks = titled(heading, shown);
        blocks.push(Block::Paragraph(said));
        blocks.extend(is_uneven.then(|| Block::Paragraph(rounding_note())));
        blocks
    }

    /// Each ansvar with its arts; on a screen that has no room for them, each ansvar alone, the furthest off first.
    fn unit_lines(&self, of: &AccountsReport) -> Vec<Line> {
        let room = self.how_much.at_most(MOST_ROWS);
        let all = of.year.lines.len().saturating_add(of.year.units.len());
        if all <= room {
            let with_arts = |unit: &BookedUnit| {
                let arts = of.year.lines.get(unit.lines.clone()).unwrap_or_default();
                core::iter::once(self.of_unit(of, unit)).chain(arts.iter().map(of_art)).collect::<Vec<_>>()
            };
            return of.year.units.iter().flat_map(with_arts).collect();
        }
        let off = |unit: &BookedUnit| unit.booked.over.map_or(Kroner::ZERO, Kroner::abs);
        let mut order: Vec<usize> = (0..of.year.units.len()).collect();
        let unit = |place: usize| of.year.units.get(place);
        order.sort_by_key(|place| core::cmp::Reverse(unit(*place).map(off)));
        let first = if order.len() > room { room.saturating_sub(1) } else { order.len() };
        let shown: BTreeSet<usize> = order.iter().take(first).copied().collect();
        let mut lines: Vec<Line> =
            shown.iter().filter_map(|place| Some(self.of_unit(of, unit(*place)?))).collect();
        let rest: Vec<&BookedUnit> = order.iter().skip(first).filter_map(|place| unit(*place)).collect();
        lines.extend(self.of_rest(&rest));
        lines
    }

    fn by_unit_alone(&self, of: &AccountsReport) -> Vec<Line> {
        let units = of.year.units.iter().map(|unit| self.of_unit(of, unit));
        units.chain(of.other_holes(&self.report.holes).map(other_hole)).collect()
    }

    fn of_unit(&self, of: &AccountsReport, unit: &BookedUnit) -> Line {
        let called = of.names.get(&unit.unit).map_or("", String::as_str);
        let name = Text::same(format!("{} {called}", unit.unit).trim_end());
        let hole = AccountsReport::hole(&self.report.holes, &unit.unit);
        Line { name, booked: Some(unit.booked), hole: Some(hole) }
    }

    /// What there is no room for, as one row, so that the table still adds up.
    fn of_rest(&self, rest: &[&BookedUnit]) -> Option<Line> {
        let count = rest.len();
        let booked = Booked::sum(rest.iter().map(|unit| unit.booked)).ok().filter(|_| count > 0)?;
        let holes = rest.iter().map(|unit| AccountsReport::hole(&self.report.holes, &unit.unit));
        let hole = Kroner::sum(holes).ok();
        let name = text!(nb: "{count} ansvar til (--alt)", nn: "{count} ansvar til (--alt)", en: "{count} more (--alt)");
        Some(Line { name, booked: Some(booked), hole })
    }

    /// How the figures are made.
    fn how(&self, of: &AccountsReport) -> Text {
        let months = of.months.unwrap_or_default();
        let line = if months == 0 {
            text!(nb: "Ingenting er ført ennå.", nn: "Ingenting er ført enno.", en: "Nothing is booked yet.")
        } else {
            text!(
                nb: "«Hele året» er en rett linje, ført ÷ {months} × 12, og ingen prognose.", nn: "«Heile året» er ei rett linje, ført ÷ {months} × 12, og ingen prognose.",
                en: "“Whole year” is a straight line, booked ÷ {months} × 12, and no forecast."
            )
        };
        let budget = match of.year.total.budget {
            Some(_) => self.new_budget(of),
            None if !of.clashing.is_empty() && of.budget.today().is_known() => self.new_budget(of),
            None => text!(
                nb: "Der det nye budsjettet står tomt, er dagens budsjett ukjent.", nn: "Der det nye budsjettet står tomt, er budsjettet i dag ukjent.",
                en: "Where the new budget is empty, today's budget is unknown."
            ),
        };
        sentences([line, budget, clashing(of), self.prices_of_budget()])
    }

    /// What the new budget is, and which cases it lacks.
    fn new_budget(&self, of: &AccountsReport) -> Text {
        let lacking = of.left_out.iter().map(|of| of.id.as_str());
        let lacking = at_most(self.how_much.at_most(MOST_NAMED), lacking);
        if of.left_out.is_empty() {
            return text!(
                nb: "Nytt budsjett er dagens, med det som er vedtatt.", nn: "Nytt budsjett er det i dag, med det som er vedteke.",
                en: "The new budget is today's, with what is decided."
            );
        }
        text!(
            nb: "Nytt budsjett er dagens, med det som er vedtatt, men uten {lacking}, som ikke er regnet ut.", nn: "Nytt budsjett er det i dag, med det som er vedteke, men utan {lacking}, som ikkje er rekna ut.",
            en: "The new budget is today's, with what is decided, but without {lacking}, which is not worked out."; lacking
        )
    }

    /// That today's budget is in the prices of another year, where it is.
    fn prices_of_budget(&self) -> Text {
        let prices = self.report.appraised.organisation.budget_in_other_prices();
        let Some(from) = prices.map(|prices| prices.from) else { return Text::default() };
        text!(
            nb: "Budsjettfila er i {from}-priser, og er ikke regnet om.", nn: "Budsjettfila er i {from}-prisar, og er ikkje rekna om.",
            en: "The budget file is in prices of {from}, and is not converted."; from
        )
    }

    /// The lines touched that the accounts have nothing on: perhaps the codes are others.
    fn nothing_booked(&self, of: &AccountsReport) -> Text {
        let empty: Vec<&BookedLine> =
            of.year.lines.iter().filter(|line| line.lines == 0 && line.booked.booked.is_some()).collect();
        if empty.is_empty() {
            return Text::default();
        }
        let named = empty.iter().map(|line| format!("{} art {}", line.at.unit, line.at.art));
        let named = at_most(self.how_much.at_most(MOST_NAMED), named);
        text!(
            nb: "Regnskapet har ingen linje på ansvar {named}: se at kodene er de samme.", nn: "Rekneskapen har inga linje på ansvar {named}: sjå at kodane er dei same.",
            en: "The accounts have no line on ansvar {named}: see that the codes are the same."; named
        )
    }

    /// How many lines were looked at, and which of them count.
    fn looked_at(&self, of: &AccountsReport) -> Text {
        let (looked, used, path) = (of.year.looked_at, of.year.used, &of.path);
        let all = text!(
            nb: "{used} av {looked} linjer i {path} er på det sakene berører, og er med.", nn: "{used} av {looked} linjer i {path} er på det sakene rører, og er med.",
            en: "{used} of {looked} lines in {path} are on what the cases touch, and are counted."; used, looked, path
        );
        let investment = lines_of(of.year.investment).map(|lines| text!(
            nb: "Investering (kontoklasse 0) er ikke med: {lines}.", nn: "Investering (kontoklasse 0) er ikkje med: {lines}.",
            en: "Investment (kontoklasse 0) is left out: {lines}."; lines
        )).unwrap_or_default();
        let bad = lines_of(of.bad).map(|lines| text!(
            nb: "Kunne ikke leses, og er ikke med: {lines}.", nn: "Kunne ikkje lesast, og er ikkje med: {lines}.",
            en: "Could not be read, and left out: {lines}."; lines
        )).unwrap_or_default();
        sentences([all, investment, bad])
    }
}

/// «én linje», «8 linjer»; nothing where there is none.
fn lines_of(count: usize) -> Option<Text> {
    match count {
        0 => None,
        _ => Some(
            counted!(count; nb: "én linje" | "{count} linjer", nn: "éi linje" | "{count} linjer", en: "one line" | "{count} lines"),
        ),
    }
}

/// «én måned», «8 måneder»
fn counted(months: u16) -> Text {
    counted!(months; nb: "én måned" | "{months} måneder", nn: "éin månad" | "{months} månader", en: "one month" | "{months} months")
}

/// The ansvar whose new budget is not known, for two cases say what it becomes.
fn clashing(of: &AccountsReport) -> Text {
    if of.clashing.is_empty() {
        return Text::default();
    }
    let units = all_of(&of.clashing);
    text!(
        nb: "På ansvar {units} står det tomt, for flere ny_praksis gjelder det samme: a3 check viser hvilke.", nn: "På ansvar {units} står det tomt, for fleire ny_praksis gjeld det same: a3 check viser kva for nokre.",
        en: "On ansvar {units} it is empty, for more than one ny_praksis holds of the same: a3 check shows which."; units
    )
}

/// That there is nothing to hold against the budget.
fn unread(of: &AccountsReport) -> Text {
    let path = &of.path;
    if of.is_read {
        return text!(
            nb: "Regnskapet {path} har ikke noe beløp.", nn: "Rekneskapen {path} har ikkje noko beløp.",
            en: "The accounts {path} have no amount."
        );
    }
    text!(
        nb: "Regnskapet {path} kan ikke leses, så det er ikke holdt mot budsjettet.", nn: "Rekneskapen {path} kan ikkje lesast, så han er ikkje halden mot budsjettet.",
        en: "The accounts {path} cannot be read, so they are not held against the budget."
    )
}

/// That the last month is not over, where it is not.
fn is_open(of: &AccountsReport) -> Text {
    let Some(month) = of.months.filter(|_| of.is_month_open) else {
        return Text::default();
    };
    text!(
        nb: "Måned {month} er ikke over ennå, så den rette linja kan vise for lite.", nn: "Månad {month} er ikkje over enno, så den rette linja kan vise for lite.",
        en: "Month {month} is not over yet, so the straight line may show too little."
    )
}

/// An art within its ansvar.
fn of_art(line: &BookedLine) -> Line {
    let art = &line.at.art;
    let called = kostra_code(CodeKind::Art, art).and_then(|code| code.name).unwrap_or_default();
    let name = Text::same(format!("{art} {called}").trim_end());
    let before = inside();
    let name = text!(all: "{before}{name}"; before, name);
    Line { name, booked: Some(line.booked), hole: None }
}

/// A hole that is on no ansvar with a row.
fn other_hole(hole: &UnitHole) -> Line {
    let name = match &hole.unit {
        Some(unit) => Text::same(unit),
        None => text!(nb: "Uten ansvar", nn: "Utan ansvar", en: "Without ansvar"),
    };
    Line { name, booked: None, hole: Some(hole.hole) }
}

/// What stands under each heading.
fn figures(line: &Line) -> [Cell; 5] {
    let of = |term: fn(&Booked) -> Option<Kroner>| match &line.booked {
        Some(booked) => term(booked).map_or(Cell::Empty, Cell::Thousands),
        None => Cell::blank(),
    };
    let hole = line.hole.map_or_else(Cell::blank, Cell::Thousands);
    [of(|of| of.budget), of(|of| of.booked), of(|of| of.whole_year), of(|of| of.over), hole]
}

fn table(lines: Vec<Line>) -> Table {
    let titles = [
        text!(nb: "Nytt budsjett", nn: "Nytt budsjett", en: "New budget"),
        text!(nb: "Ført", nn: "Ført", en: "Booked"),
        text!(nb: "Hele året", nn: "Heile året", en: "Whole year"),
        text!(nb: "Over budsjett", nn: "Over budsjett", en: "Over budget"),
        text!(nb: "Derav hull", nn: "Av det hol", en: "Of it hole"),
    ];
    let mut listing = Listing::of(lines)
        .text(text!(nb: "Ansvar og art", nn: "Ansvar og art", en: "Ansvar and art"), |line| {
            line.name.clone()
        });
    for (place, title) in titles.into_iter().enumerate() {
        listing = listing.column(crate::pages::page::Kind::Thousands, title, move |line| {
            figures(line).get(place).cloned().unwrap_or_else(Cell::blank)
        });
    }
    listing.table()
}

/// Every ansvar and art, for a spreadsheet; the hole of an ansvar stands on a row of its own.
pub(super) fn sheet(of: &AccountsReport, holes: &[UnitHole]) -> Page {
    let art = |line: &BookedLine| (Some(line.at.unit.clone()), line.at.art.clone(), line.booked, None);
    let hole = |hole: &UnitHole| (hole.unit.clone(), String::new(), Booked::default(), Some(hole.hole));
    let rows = of.year.lines.iter().map(art).chain(holes.iter().map(hole));
    let name = |unit: &Option<String>| {
        let name = unit.as_ref().and_then(|unit| of.names.get(unit));
        name.map(|name| Text::same(name)).unwrap_or_default()
    };
    let table = Listing::of(rows)
        .text(Text::same("ansvar"), |row| Text::same(row.0.as_deref().unwrap_or_default()))
        .text(Text::same("ansvarsnavn"), |row| name(&row.0))
        .text(Text::same("art"), |row| Text::same(&row.1))
        .kroner(Text::same("nytt_budsjett"), |row| row.2.budget)
        .kroner(Text::same("bokført"), |row| row.2.booked)
        .kroner(Text::same("hele_året"), |row| row.2.whole_year)
        .kroner(Text::same("avvik"), |row| row.2.over)
        .kroner(Text::same("hull"), |row| row.3)
        .table();
    Page::of_table(table)
}
