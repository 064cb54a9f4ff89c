//! A row of `rader`, in JSON and in the sheet.

use super::budget::Context;
use super::content::OrBlank;
use super::record::record;
use crate::budget::{FutureLine, UnitBudget};
use crate::units::{Fte, Kroner, Overflow, Year};

/// An ansvar and its name; "" in rows of a sheet that are on none.
#[derive(Clone, Copy, Default)]
pub(super) struct Unit<'a> {
    pub(super) code: &'a str,
    pub(super) name: Option<&'a str>,
}

impl<'a> Unit<'a> {
    pub(super) fn of(unit: &'a UnitBudget) -> Self {
        Self { code: &unit.unit, name: unit.name.as_deref() }
    }
}

record!(Unit<'_>, |to| {
    to.column("ansvar", "Ansvar, med nullene foran", |it| it.code);
    to.column("ansvarsnavn", "Navnet i budsjettfila", |it| it.name);
});

/// kontoklasse, and slag: what kind of row it is.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) class: &'static str,
    pub(super) kind: &'static str,
}

/// A line in a year, or what stands beside the lines in the sheet.
pub(super) struct Row<'a> {
    pub(super) context: Context<'a>,
    pub(super) year: Year,
    pub(super) unit: Unit<'a>,
    pub(super) function: &'a str,
    pub(super) art: &'a str,
    /// None where it is not known.
    pub(super) today: Option<Kroner>,
    pub(super) future: Option<Kroner>,
    pub(super) change: Result<Option<Kroner>, Overflow>,
    pub(super) fte: Result<Option<Fte>, Overflow>,
    pub(super) cases: Vec<usize>,
    pub(super) place: Place,
    /// The line itself, and the year's place in it; none beside the lines.
    pub(super) line: Option<(&'a FutureLine, usize)>,
}

record!(Row<'_>, |to| {
    to.column("år", "Planår", |it| it.year);
    to.all_of(|it| &it.unit);
    to.column("funksjon", "KOSTRA-funksjon, med nullene foran", |it| it.function);
    to.column("art", "KOSTRA-art, med nullene foran", |it| it.art);
    to.column("dagens", "Dagens budsjett, utgift pluss; null når det er ukjent", |it| it.today);
    to.column("nytt", "Nytt budsjett, utgift pluss; null når dagens er ukjent", |it| it.future);
    to.column(
        "endring",
        "nytt − dagens: minus når utgiften går ned; null når ny_praksis erstatter en linje som ikke kunne leses",
        |it| it.change,
    );
    to.column(
        "årsverk",
        "Årsverk sakene tar ut av linjen, minus dem driftskostnader legger til; pluss når de blir færre",
        |it| it.fte.map(OrBlank),
    );
    to.column_of_json("årsverk_dagens", "Årsverk i dag; null når fila ikke sier det", |it| it.fte_today());
    to.column_of_json("årsverk_nytt", "Årsverk i nytt budsjett; null når de er ukjente", |it| {
        it.fte_future()
    });
    to.column_of_json("ny_praksis", "Linjen er erstattet av ny_praksis dette året", |it| {
        it.line.is_some_and(|(line, _)| line.replaced_in(it.year).is_some())
    });
    to.column("saker", "Id til saker som endrer linjen dette året", |it| it.context.ids(&it.cases));
    to.column_of_sheet("kontoklasse", |it| it.place.class);
    to.column_of_sheet("slag", |it| it.place.kind);
});

impl Row<'_> {
    fn fte_today(&self) -> Option<Fte> {
        let (line, slot) = self.line?;
        self.context.known_line((line, self.year), line.fte_today.get(slot).copied().flatten()).flatten()
    }

    fn fte_future(&self) -> Result<Option<Fte>, Overflow> {
        let Some((line, slot)) = self.line else { return Ok(None) };
        let is_said = line.replaced_in(self.year).is_some_and(|by| by.fte.is_some());
        let fte = line
            .fte_future(slot, self.year)?
            .filter(|_| is_said || self.context.budget.knows_line(line, self.year));
        Ok(self.context.known(fte).flatten())
    }
}

const LINE: Place = Place { class: "1", kind: "linje" };

impl<'a> Context<'a> {
    /// The lines of a unit, year by year.
    pub(super) fn lines_of(self, unit: &'a UnitBudget) -> impl Iterator<Item = Row<'a>> + Clone {
        let lines = self.budget.lines.get(unit.lines.clone()).unwrap_or_default();
        lines.iter().flat_map(move |line| self.years_of(Unit::of(unit), line))
    }

    /// What hangs on all that stands on a line today.
    fn known_line<T>(self, (line, year): (&FutureLine, Year), value: T) -> Option<T> {
        self.known(value).filter(|_| self.budget.knows_line(line, year))
    }

    fn years_of(self, unit: Unit<'a>, line: &'a FutureLine) -> impl Iterator<Item = Row<'a>> + Clone {
        let change = line.change().map_or([Err(Overflow); 4], |change| change.map(Ok));
        let amounts = line.today.into_iter().zip(line.future).zip(change);
        self.years().zip(amounts).map(move |((slot, year), ((today, future), change))| Row {
            context: self,
            year,
            unit,
            function: &line.function,
            art: &line.art,
            today: self.known_line((line, year), today),
            future: self
                .known(future)
                .filter(|_| self.budget.knows_line(line, year) || line.replaced_in(year).is_some()),
            change: change.map(|change| Some(change).filter(|_| self.budget.knows_change(line, year))),
            fte: line.fte_taken_out(year).map(Some),
            cases: line.cases(year),
            place: LINE,
            line: Some((line, slot)),
        })
    }
}
