//! `a3 calc` on one screen: one case's four years, or one line for each of many. [`calc_page`](super::calc_page)
//! has everything.

use super::again::Again;
use super::calc_page::{self, not_assessed};
use super::calc_value::npv_words;
use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Kind, Page, Table, row};
use super::{uncertainty, unfinished};
use crate::calc::{Payback, QualityScore, TooLittle, Valuation, YearFlow};
use crate::model::{Organisation, Schedule};
use crate::report::{AppraisedCase, CalcReport};
use crate::sentences::{omitted, prices};
use crate::simulate::Uncertainty;
use crate::units::{Fte, Kroner, Year};
use crate::words::number;
use crate::words::{Text, Words, listed, sentences};
use crate::{counted, text, words};

/// The answer for one case.
pub fn of_case(
    of: &AppraisedCase,
    uncertain: &Uncertainty,
    organisation: &Organisation,
    again: &Again,
) -> Page {
    let potential = &of.appraisal.potential;
    let page = Page::new(headline(of, organisation))
        .with_all(of.case.in_other_prices().map(prices::of_case).map(Block::Note))
        .with_all(unfinished::note(of).map(Block::Note))
        .with(Block::Paragraph(sentences([calc_page::headline(potential), too_little(of, organisation)])));
    let page = match &of.appraisal.value {
        Some(value) => page
            .with(Block::Table(years(value, organisation)))
            .with(Block::Paragraph(sentences([
                worth(value),
                capital(value),
                quality(of),
                built_in(organisation),
            ])))
            .with_all(uncertainty::in_a_line(uncertain).map(Block::Paragraph))
            .with_all(calc_page::earlier_years(value)),
        None => page.with(Block::Note(not_assessed(&of.case))).said(quality(of)),
    };
    page.with(Block::Paragraph(text!(
        nb: "Se alt: {all}. Regnestykket, ledd for ledd: {steps}", nn: "Sjå alt: {all}. Reknestykket, ledd for ledd: {steps}",
        en: "See all: {all}. The working, step by step: {steps}"; all = again.with("--alt"), steps = again.with("--vis")
    )))
}

/// Why time that is to be taken out frees no money: it is less than a part of a position that can be.
fn too_little(of: &AppraisedCase, organisation: &Organisation) -> Text {
    let Some(TooLittle { fte: all, is_split }) = of.appraisal.potential.too_little else {
        return Text::default();
    };
    let step = Fte::new(organisation.smallest_position.value());
    // Two decimals, and more where that would say 0.
    let decimals = if all.rounded(2) == Fte::ZERO { 4 } else { 2 };
    let [all, step] =
        [all, step].map(|fte| Text::in_each(|language| number::short_fte(fte, decimals, language)));
    if !is_split {
        return text!(
            nb: "{all} er mindre enn minste stilling ({step}), så det frigjør 0 kr.", nn: "{all} er mindre enn minste stilling ({step}), så det frigjer 0 kr.",
            en: "{all} is less than the smallest position ({step}), so it frees NOK 0."; all, step
        );
    }
    text!(
        nb: "{all} i alt skal tas ut, men det er mindre enn minste stilling ({step}) på hvert ansvar og i hver stilling, så det frigjør 0 kr.", nn: "{all} i alt skal takast ut, men det er mindre enn minste stilling ({step}) på kvart ansvar og i kvar stilling, så det frigjer 0 kr.",
        en: "{all} in all are to be taken out, but that is less than the smallest position ({step}) on each unit and in each position, so it frees NOK 0."; all, step
    )
}

/// What the case gives in the last plan year, after what the loan takes.
pub(super) fn headline(of: &AppraisedCase, organisation: &Organisation) -> Text {
    let title = &of.case.title;
    let Some(value) = &of.appraisal.value else {
        return text!(
            nb: "{title}: {net} i året i budsjettet ved full virkning, men ikke vurdert ennå", nn: "{title}: {net} i året i budsjettet ved full verknad, men ikkje vurdert enno",
            en: "{title}: {net} a year in the budget at full effect, but not assessed yet"; title, net = of.appraisal.potential.net_budget
        );
    };
    let ([.., year], [.., effect]) = (organisation.plan_years(), value.running_effect);
    let (amount, effect) = (effect.abs(), effect.rounded(0));
    let gives = if effect.is_negative() {
        text!(nb: "koster driften {amount} i {year}", nn: "kostar drifta {amount} i {year}", en: "costs the running budget {amount} in {year}"; amount, year)
    } else {
        text!(nb: "frigjør {amount} i driften i {year}", nn: "frigjer {amount} i drifta i {year}", en: "frees {amount} of the running budget in {year}"; amount, year)
    };
    text!(all: "{title}: {gives}{loan}"; title, gives, loan = after_loan(value))
}

/// Whether interest and repayments are in the figures, where something is invested.
fn after_loan(value: &Valuation) -> Text {
    if !value.invests() {
        return Text::default();
    }
    if value.with_capital_costs {
        text!(nb: ", etter renter og avdrag", nn: ", etter renter og avdrag", en: ", after interest and repayments")
    } else {
        text!(nb: ", uten renter og avdrag", nn: ", utan renter og avdrag", en: ", without interest and repayments")
    }
}

/// The running budget of the four plan years, from its parts, and the investment; plus is money freed or let in,
/// minus money out.
fn years(value: &Valuation, organisation: &Organisation) -> Table {
    let plan = organisation.plan_years();
    let at = |year: &Year| value.years.iter().find(|at| at.year == *year);
    // A year in which the case lives and nothing flows is 0.
    let unmoved = |year: &Year| {
        let Schedule { start, .. } = value.schedule;
        (start <= *year && *year <= value.schedule.end()).then_some(Kroner::ZERO)
    };
    let figure = |name: Words, of: &dyn Fn(&YearFlow) -> Option<Kroner>| {
        let cell = |year: &Year| at(year).map_or_else(|| unmoved(year), of);
        let cells: Vec<Option<Kroner>> = plan.iter().map(cell).collect();
        let is_shown = cells.iter().flatten().any(|amount| !amount.is_zero());
        (
            is_shown,
            row([name.into()], cells.into_iter().map(|cell| cell.map_or(Cell::Empty, Cell::Thousands))),
        )
    };
    let before = |at: &YearFlow| {
        at.running_effect?.plus(at.restructuring).ok()?.plus(at.capital_cost.unwrap_or_default()).ok()
    };
    let parts = [
        figure(
            words!(nb: "Gevinster tatt ut minus driftskostnader", nn: "Gevinstar tekne ut minus driftskostnader", en: "Gains taken out less running costs"),
            &before,
        ),
        figure(words!(nb: "Omstilling", nn: "Omstilling", en: "Restructuring"), &|at| {
            Some(at.restructuring.negated())
        }),
        figure(
            words!(nb: "Renter og avdrag", nn: "Renter og avdrag", en: "Interest and repayments"),
            &|at| at.capital_cost.map(Kroner::negated),
        ),
    ];
    let parts = parts.into_iter().enumerate().filter(|(place, (is_shown, _))| *place == 0 || *is_shown);
    let (_, sum) =
        figure(words!(nb: "Driftsbudsjettet", nn: "Driftsbudsjettet", en: "Running budget"), &|at| {
            at.running_effect
        });
    let (invests, investment) =
        figure(words!(nb: "Investering", nn: "Investering", en: "Investment"), &|at| {
            Some(at.investment.negated())
        });
    let taken = plan.iter().map(|year| at(year).map_or(Cell::Empty, |at| Cell::Fte(at.fte_taken_out)));
    let taken =
        row([text!(nb: "Årsverk tatt ut", nn: "Årsverk tekne ut", en: "FTE taken out").into()], taken);
    let takes = plan.iter().filter_map(at).any(|at| at.fte_taken_out != Fte::ZERO);
    let years = plan.iter().map(|year| (Text::same(&year.number().to_string()), Kind::Thousands));
    let name = (
        text!(nb: "I kommunens budsjett, minus er utgift", nn: "I budsjettet til kommunen, minus er utgift", en: "In the municipality's budget, minus is money out"),
        Kind::Text,
    );
    Table::new(core::iter::once(name).chain(years))
        .rows(parts.map(|(_, (_, row))| row))
        .rows([sum])
        .rows(invests.then_some(investment))
        .rows(takes.then_some(taken))
}

/// What it is worth to society and the municipality, and when it has paid back.
fn worth(value: &Valuation) -> Text {
    let npv = text!(
        nb: "{name} er {npv} for samfunnet og {own} for kommunen.", nn: "{name} er {npv} for samfunnet og {own} for kommunen.",
        en: "{name} is {npv} to society and {own} to the municipality.";
        name = npv_words(), npv = value.npv, own = value.npv_organisation
    );
    let payback = match value.payback {
        Payback::Years(_) if !value.moves_own_money() => {
            text!(nb: "Saken frigjør ingen penger i budsjettet.", nn: "Saka frigjer ingen pengar i budsjettet.", en: "The case frees no money in the budget.")
        }
        Payback::Years(years) if years.is_zero() => Text::default(),
        Payback::Years(years) => {
            let years = Text::in_each(|language| number::short(years, 1, language));
            text!(nb: "Saken tjener seg inn på {years} år.", nn: "Saka tener seg inn på {years} år.", en: "The case pays back in {years} years."; years)
        }
        Payback::Never => {
            text!(nb: "Saken tjener seg aldri inn.", nn: "Saka tener seg aldri inn.", en: "The case never pays back.")
        }
        Payback::Unknown => Text::default(),
    };
    sentences([npv, payback])
}

/// That a3.yaml does not say what a loan costs, where something is invested.
fn capital(value: &Valuation) -> Text {
    if value.with_capital_costs || !value.invests() {
        return Text::default();
    }
    text!(
        nb: "Renter og avdrag på investeringen er ikke med: a3.yaml har ikke «kalkyle.lån».", nn: "Renter og avdrag på investeringa er ikkje med: a3.yaml har ikkje «kalkyle.lån».",
        en: "Interest and repayments on the investment are not included: a3.yaml has no “kalkyle.lån”.",
    )
}

/// That values of our own are used where a3.yaml says nothing.
fn built_in(organisation: &Organisation) -> Text {
    match organisation.defaults.len() {
        0 => Text::default(),
        count => counted!(
            count; nb: "Én innebygd verdi er brukt der a3.yaml ikke sier noe: se den med --alt." | "{count} innebygde verdier er brukt der a3.yaml ikke sier noe: se dem med --alt.", nn: "Éin innebygd verdi er brukt der a3.yaml ikkje seier noko: sjå han med --alt." | "{count} innebygde verdiar er brukte der a3.yaml ikkje seier noko: sjå dei med --alt.",
            en: "One built-in value is used where a3.yaml says nothing: see it with --alt." | "{count} built-in values are used where a3.yaml says nothing: see them with --alt."
        ),
    }
}

/// What is not counted in kroner.
fn quality(of: &AppraisedCase) -> Text {
    let scores = &of.appraisal.quality;
    if scores.is_empty() {
        return Text::default();
    }
    let one = |score: &QualityScore| {
        let shown = Text::in_each(|language| Cell::Score(score.score).bare(language));
        text!(all: "{name} {shown}"; name = score.name, shown)
    };
    text!(
        nb: "Kvalitet, ikke i kroner: {all}.", nn: "Kvalitet, ikkje i kroner: {all}.",
        en: "Quality, not in kroner: {all}."; all = listed(scores.iter().map(one))
    )
}

/// One line for each of many cases.
pub fn of_many(report: &CalcReport, again: &Again) -> Page {
    let (organisation, cases) = (&report.appraised.organisation, report.cases());
    let [.., year] = organisation.plan_years();
    let table = Listing::of(cases.clone())
        .text(text!(nb: "Sak", nn: "Sak", en: "Case"), |(of, _)| unfinished::title(of))
        .thousands(text!(nb: "Budsjett", nn: "Budsjett", en: "Budget"), |(of, _)| {
            of.appraisal.potential.net_budget
        })
        .thousands(text!(nb: "Verdi", nn: "Verdi", en: "Value"), |(of, _)| of.appraisal.potential.net)
        .thousands(Text::same(&year.number().to_string()), |of| {
            value(of).map(|Valuation { running_effect: [.., last], .. }| *last)
        })
        .number(text!(nb: "Årsverk", nn: "Årsverk", en: "FTE"), |(of, _)| {
            of.appraisal.potential.fte_taken_out
        })
        .thousands(text!(nb: "NNV", nn: "NNV", en: "NPV"), |of| value(of).map(|value| value.npv))
        .number(text!(nb: "Lønner", nn: "Løner", en: "Pays"), |(_, uncertain)| {
            uncertainty::share_that_pays(uncertain)
        })
        .table();
    let others =
        cases.clone().filter_map(|(of, _)| Some((of.case.id.clone(), of.case.in_other_prices()?.from)));
    let others: Vec<(String, Year)> = others.collect();
    Page::new(count(cases))
        .with_all(prices::of_several(&others, None).map(Block::Note))
        .with(Block::Table(table))
        .with(Block::Paragraph(sentences([how_to_read(organisation), built_in(organisation)])))
        .with_all(omitted::left_out(&report.appraised.omitted, &again.check()).map(Block::Paragraph))
        .with(Block::Paragraph(text!(
            nb: "Én sak: a3 calc {one}. Alt om alle: {all}. Regnestykkene, ledd for ledd: {steps}", nn: "Éi sak: a3 calc {one}. Alt om alle: {all}. Reknestykka, ledd for ledd: {steps}",
            en: "One case: a3 calc {one}. All cases in full: {all}. The working, step by step: {steps}";
            one = again.one_case(), all = again.with("--alt"), steps = again.with("--vis")
        )))
        .or_first_rows()
}

fn value<'a>((of, _): &(&'a AppraisedCase, &'a Uncertainty)) -> Option<&'a Valuation> {
    of.appraisal.value.as_ref()
}

/// How many pay off, and how many are not assessed.
fn count<'a>(cases: impl Iterator<Item = (&'a AppraisedCase, &'a Uncertainty)>) -> Text {
    let (mut all, mut good, mut bad) = (0_usize, 0_usize, 0_usize);
    for (of, _) in cases {
        all = all.saturating_add(1);
        match &of.appraisal.value {
            Some(value) if value.npv.is_negative() => bad = bad.saturating_add(1),
            Some(_) => good = good.saturating_add(1),
            None => {}
        }
    }
    let open = all.saturating_sub(good).saturating_sub(bad);
    let cases = omitted::cases(all);
    let open = match open {
        0 => Text::default(),
        _ => {
            text!(nb: ", {open} er ikke vurdert", nn: ", {open} er ikkje vurderte", en: ", {open} not assessed")
        }
    };
    text!(
        nb: "{cases}: {good} lønner seg for samfunnet, {bad} gjør det ikke{open}", nn: "{cases}: {good} løner seg for samfunnet, {bad} gjer det ikkje{open}",
        en: "{cases}: {good} pay off to society, {bad} do not{open}"; cases, good, bad, open
    )
}

fn how_to_read(organisation: &Organisation) -> Text {
    let [.., year] = organisation.plan_years();
    let loan = if organisation.rules.loan.is_some() {
        text!(nb: "etter renter og avdrag", nn: "etter renter og avdrag", en: "after interest and repayments")
    } else {
        text!(nb: "uten renter og avdrag, for a3.yaml har ikke «kalkyle.lån»", nn: "utan renter og avdrag, for a3.yaml har ikkje «kalkyle.lån»", en: "without interest and repayments, as a3.yaml has no “kalkyle.lån”")
    };
    text!(
        nb: "Budsjett og verdi er netto i året ved full virkning: det som er i budsjettet, og alt i kroner. {year} er driftsbudsjettet det året {loan}. Pluss er frigjort. Årsverk er de som tas ut ved full virkning. NNV er for samfunnet, og «lønner» er andelen av trekningene der den er over 0.", nn: "Budsjett og verdi er netto i året ved full verknad: det som er i budsjettet, og alt i kroner. {year} er driftsbudsjettet det året {loan}. Pluss er frigjort. Årsverk er dei som blir tekne ut ved full verknad. NNV er for samfunnet, og «løner» er andelen av trekningane der han er over 0.",
        en: "Budget and value are net a year at full effect: what is in the budget, and all in kroner. {year} is the running budget of that year {loan}. Plus is freed. FTE is what is taken out at full effect. NPV is to society, and “pays” is the share of draws where it is above 0."; year, loan
    )
}
