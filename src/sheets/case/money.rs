//! Box 7: what it gives and costs, the four years in the budget, and how sure it is.

use super::super::model::{Entry, Grid, GridCell, GridRow, Held, Part};
use super::{Subject, money_charts, said};
use crate::calc::{FullEffect, RowKind, RowValue, Valuation, YearFlow};
use crate::charts::{self, Chart};
use crate::document::{Amount, Benefit, Cost, NewPractice};
use crate::model::{BenefitKind, Case, CostKind, Estimate, From, Recipient};
use crate::text;
use crate::units::{Decimal, Kroner, Share, Year};
use crate::words::{Percent, Text, number, sentences, separated};

/// Gains, costs, new practice, the budget and the pictures.
pub(super) fn parts(subject: Subject<'_>) -> Vec<Part> {
    let pictures = money_charts::all(subject);
    let pictures = (!pictures.is_empty()).then_some(Part::Charts(pictures));
    without_pictures(subject).into_iter().chain(pictures).collect()
}

/// The same without the pictures, which are for the one who decides.
pub(super) fn without_pictures(subject: Subject<'_>) -> Vec<Part> {
    let parts = [
        gains(subject),
        costs(subject),
        practice(subject),
        subject.of.appraisal.value.as_ref().and_then(|value| budget(subject, value)),
    ];
    parts.into_iter().flatten().collect()
}

fn gains(subject: Subject<'_>) -> Option<Part> {
    let rows = subject.written().benefits.rows();
    let drawings: Vec<Option<Chart>> = rows.iter().map(phasing).collect();
    let has_drawing = drawings.iter().any(Option::is_some);
    let mut columns = vec![
        (text!(nb: "Gevinst", nn: "Gevinst", en: "Gain"), Held::Words),
        (text!(nb: "Ansvarlig", nn: "Ansvarleg", en: "Responsible"), Held::Words),
        (text!(nb: "Tas ut", nn: "Blir teke ut", en: "Taken out"), Held::Short),
    ];
    if has_drawing {
        columns.push((text!(nb: "Innfasing", nn: "Innfasing", en: "Phased in"), Held::Pictures));
    }
    columns.push((
        text!(nb: "1\u{a0}000\u{a0}kr/år", nn: "1\u{a0}000\u{a0}kr/år", en: "NOK\u{a0}1,000/year"),
        Held::Figures,
    ));
    columns.push((text!(nb: "Nåverdi", nn: "Noverdi", en: "Value"), Held::Figures));
    let rows = rows.iter().zip(drawings).map(|(of, drawing)| {
        let name = of.name.text().unwrap_or_default();
        let owner = of.owner.text().unwrap_or(&subject.case().owner);
        let before = [
            GridCell::from(said::text(&of.name)).with(about_gain(of)),
            Text::same(owner).into(),
            taken_out(of).into(),
        ];
        let drawing = has_drawing.then(|| drawing.into());
        let figures = [yearly(subject, name), worth(subject, name)];
        GridRow::of(before.into_iter().chain(drawing).chain(figures.map(GridCell::from)))
    });
    Grid::part(columns, rows)
}

/// What kind it is, who gets it, and where it is from.
pub(in crate::sheets) fn about_gain(of: &Benefit) -> Text {
    let kind = of.kind.get().map(|kind| kind.words().text()).unwrap_or_default();
    let recipient = of.recipient.get().filter(|recipient| **recipient != Recipient::Organisation);
    let recipient = recipient.map(|recipient| {
        let who = recipient.words();
        text!(all: "for {who}"; who)
    });
    let purpose = of.purpose.get().map(|purpose| {
        said::named(
            text!(nb: "resten brukes til", nn: "resten blir brukt til", en: "the rest is put to"),
            &purpose.what,
        )
    });
    said::aside([
        sentences([kind, recipient.unwrap_or_default()]),
        said::text(&of.position),
        purpose.unwrap_or_default(),
        said::source(&of.source),
        said::notes(&of.amount_notes),
        said::notes(of.purpose.get().map(|purpose| &purpose.note)),
        said::notes(of.budget_lines.rows().iter().map(|line| &line.note)),
        said::text(&of.note),
    ])
}

/// tas_ut, as it is or as it is where nobody has said.
fn taken_out(of: &Benefit) -> Text {
    let Some(kind) = of.kind.get() else { return Text::default() };
    if *kind == BenefitKind::Quality {
        return Text::default();
    }
    let unsaid = if kind.is_taken_out_unsaid() { Decimal::ONE } else { Decimal::ZERO };
    let share = Percent(of.take_out.get().map_or(unsaid, |share| share.value()));
    text!(all: "{share}"; share)
}

/// The picture of innfasing, where it is written.
fn phasing(of: &Benefit) -> Option<Chart> {
    let shares: Vec<Share> = of.phase_in.rows().iter().map(|share| share.value).collect();
    let said = separated(shares.iter().map(|share| Percent(share.value())), ", ");
    let description =
        text!(nb: "År for år: {said}.", nn: "År for år: {said}.", en: "Year by year: {said}."; said);
    charts::phasing(&shares, said::text(&of.name), description)
}

/// What a gain or a running cost comes to in a year at full effect, 1 000 kr; hours where it has no price.
fn yearly(subject: Subject<'_>, name: &str) -> Text {
    let rows = &subject.of.appraisal.potential.rows;
    let row = rows.iter().find(|row| row.name == name && !matches!(row.kind, RowKind::Transfer(_)));
    match row {
        Some(FullEffect { money: Some(money), .. }) => said::thousands(*money),
        Some(FullEffect { hours: Some(hours), .. }) => text!(all: "{hours}"; hours),
        Some(_) | None => Text::default(),
    }
}

/// The present value of a row, 1 000 kr; the pluses of quality.
fn worth(subject: Subject<'_>, name: &str) -> Text {
    let quality = subject.of.appraisal.quality.iter().find(|score| score.name == name);
    if let Some(score) = quality {
        return pluses(score.score);
    }
    value_of(subject, name).and_then(|row| row.present_value).map(said::thousands).unwrap_or_default()
}

fn value_of<'r>(subject: Subject<'r>, name: &str) -> Option<&'r RowValue> {
    let rows = &subject.of.appraisal.value.as_ref()?.rows;
    rows.iter().find(|row| row.name == name && !matches!(row.kind, RowKind::Transfer(_)))
}

/// `++` for 2, `−−` for −2.
pub(super) fn pluses(score: i8) -> Text {
    let sign = if score < 0 { "−" } else { "+" };
    match score.unsigned_abs() {
        0 => Text::same("0"),
        steps => Text::same(&sign.repeat(usize::from(steps))),
    }
}

fn costs(subject: Subject<'_>) -> Option<Part> {
    let columns = [
        (text!(nb: "Kostnad", nn: "Kostnad", en: "Cost"), Held::Words),
        (text!(nb: "Slag", nn: "Slag", en: "Kind"), Held::Short),
        (text!(nb: "1\u{a0}000\u{a0}kr", nn: "1\u{a0}000\u{a0}kr", en: "NOK\u{a0}1,000"), Held::Figures),
        (text!(nb: "Nåverdi", nn: "Noverdi", en: "Value"), Held::Figures),
    ];
    let rows = subject.written().costs.rows().iter().map(|of| {
        let name = of.name.text().unwrap_or_default();
        let about = said::aside([
            said::text(&of.position),
            said::text(&of.owner),
            said::source(&of.source),
            said::notes(&of.amount_notes),
            said::notes(of.budget_lines.rows().iter().map(|line| &line.note)),
            said::text(&of.note),
        ]);
        let kind = of.kind.get().map(|kind| kind.words().text()).unwrap_or_default();
        GridRow::of([
            GridCell::from(said::text(&of.name)).with(about),
            kind.into(),
            spent(subject, of).into(),
            worth(subject, name).into(),
        ])
    });
    Grid::part(columns, rows)
}

/// What a cost comes to: a year where it runs, else all of it.
fn spent(subject: Subject<'_>, of: &Cost) -> Text {
    let name = of.name.text().unwrap_or_default();
    match of.kind.get() {
        Some(CostKind::Running) => {
            let yearly = yearly(subject, name);
            if yearly.is_empty() {
                yearly
            } else {
                text!(nb: "{yearly}\u{a0}/år", nn: "{yearly}\u{a0}/år", en: "{yearly}\u{a0}/year"; yearly)
            }
        }
        Some(CostKind::Investment | CostKind::Restructuring) => {
            if let Some(Amount::Single(amount)) = of.amount.get()
                && let Estimate::Certain(amount) = &**amount
                && let Some(kroner) = amount.money().and_then(|kroner| subject.case().priced(kroner).ok())
            {
                return said::thousands(kroner);
            }
            let Some(row) = value_of(subject, name) else { return Text::default() };
            let all = Kroner::sum(row.cells.iter().map(|cell| cell.amount.negated())).unwrap_or_default();
            // What was spent before the budget year is not calculated.
            if all.is_zero() { Text::same("–") } else { said::thousands(all) }
        }
        None => Text::default(),
    }
}

/// ny_praksis: what each unit becomes.
fn practice(subject: Subject<'_>) -> Option<Part> {
    let rows = subject.written().new_practice.rows().iter();
    Part::list(rows.map(|of| new_practice(subject.case(), of)))
}

fn new_practice(case: &Case, of: &NewPractice) -> Entry {
    let staff = of.staff.rows().iter().map(|row| {
        let fte = row.fte.cloned().unwrap_or_default();
        let fte = Text::in_each(|language| number::short_fte(fte, 2, language));
        sentences([fte, said::text(&row.position)])
    });
    let others = of.others.rows().iter().map(|row| {
        let amount = case.priced(row.amount.cloned().unwrap_or_default()).unwrap_or_default();
        let name = said::text(&row.name);
        let [art, function] = [&row.art, &row.function].map(said::text);
        let line = text!(all: "art {art}, funksjon {function}"; art, function);
        let line = if name.is_empty() { line } else { text!(all: "{name} ({line})"; name, line) };
        text!(all: "{line}: {amount}"; line, amount)
    });
    let from = of.from.get().map(|from| match from {
        From::CaseYear(year) => text!(nb: "fra år {year}", nn: "frå år {year}", en: "from year {year}"),
        From::Calendar(year) => text!(nb: "fra {year}", nn: "frå {year}", en: "from {year}"; year),
    });
    let unit = said::text(&of.unit);
    let notes = of.staff.rows().iter().map(|row| &row.note);
    let notes = said::notes(notes.chain(of.others.rows().iter().map(|row| &row.note)));
    Entry {
        lead: text!(nb: "Ny praksis, ansvar {unit}:", nn: "Ny praksis, ansvar {unit}:", en: "New practice, unit {unit}:"; unit),
        text: separated(staff.chain(others), "; "),
        aside: said::aside([from.unwrap_or_default(), notes, said::text(&of.note)]),
    }
}

/// The four plan years: running budget, one-off outlays and årsverk.
fn budget(subject: Subject<'_>, value: &Valuation) -> Option<Part> {
    let years = subject.organisation.plan_years();
    let flow = |year: &Year| value.years.iter().find(|flow| flow.year == *year);
    let of = |shown: fn(&YearFlow) -> Text| -> Vec<GridCell> {
        years.iter().map(|year| flow(year).map(shown).unwrap_or_else(|| Text::same("0")).into()).collect()
    };
    let name = if value.with_capital_costs {
        text!(nb: "Driftsbudsjettet, etter renter og avdrag", nn: "Driftsbudsjettet, etter renter og avdrag", en: "Running budget, after interest and repayments")
    } else {
        text!(nb: "Driftsbudsjettet, uten renter og avdrag", nn: "Driftsbudsjettet, utan renter og avdrag", en: "Running budget, before interest and repayments")
    };
    let running: Vec<GridCell> = value.running_effect.map(|amount| said::thousands(amount).into()).to_vec();
    let named = |name: Text, cells: Vec<GridCell>| GridRow::of([name.into()].into_iter().chain(cells));
    let invests = value.years.iter().any(|flow| !flow.investment.is_zero());
    let investment = invests.then(|| {
        named(
            text!(nb: "Investering", nn: "Investering", en: "Investment"),
            of(|flow| said::thousands(flow.investment.negated())),
        )
    });
    let frees = value.years.iter().any(|flow| !flow.fte_taken_out.is_zero());
    let positions = frees.then(|| {
        named(
            text!(nb: "Årsverk tatt ut", nn: "Årsverk tekne ut", en: "FTE taken out"),
            of(|flow| Text::in_each(|language| number::decimal(flow.fte_taken_out.value(), 1, language))),
        )
    });
    let rows = [named(name, running).strong_if(|| true)].into_iter().chain(investment).chain(positions);
    let heading = text!(nb: "I budsjettet, 1 000 kr (minus er utgift)", nn: "I budsjettet, 1 000 kr (minus er utgift)", en: "In the budget, NOK 1,000 (minus is money out)");
    let years = years.map(|year| (text!(all: "{year}"; year), Held::Figures));
    Grid::part([(heading, Held::Words)].into_iter().chain(years), rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quality_is_shown_in_pluses_and_never_in_kroner() {
        assert_eq!([pluses(3), pluses(0), pluses(-2)].map(|text| text.nb), ["+++", "0", "−−"]);
    }
}
