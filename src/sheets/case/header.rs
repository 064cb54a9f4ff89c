//! The header of a sheet: who it belongs to, how far it has come, the figures one looks for, and the footer.

use super::super::model::{Badge, Figure, Stage, Step};
use super::{Subject, said};
use crate::calc::{Basis, Potential, Valuation};
use crate::document::{MAX_ROWS, UnreadRows};
use crate::model::{Outcome, Phase};
use crate::sentences::life;
use crate::simulate::{Spread, Uncertainty};
use crate::units::Decimal;
use crate::words::{Percent, Text, number};
use crate::{counted, text};

/// område, eier and oppstart.
pub(super) fn about(subject: Subject<'_>) -> Vec<Text> {
    let case = subject.case();
    let owner = Some(&case.owner).filter(|owner| !owner.is_empty());
    let owner = owner.map(|owner| text!(nb: "Gevinstansvarlig: {owner}", nn: "Gevinstansvarleg: {owner}", en: "Responsible: {owner}"));
    [Text::same(&case.area)].into_iter().chain(owner).collect()
}

/// The phases in order.
pub(super) fn steps(phase: Phase) -> Vec<Step> {
    let step = |of: &Phase| {
        let stage = match of.cmp(&phase) {
            core::cmp::Ordering::Less => Stage::Past,
            core::cmp::Ordering::Equal => Stage::Here,
            core::cmp::Ordering::Greater => Stage::Ahead,
        };
        Step { name: of.words().text(), stage }
    };
    Phase::ALL.iter().map(step).collect()
}

/// What the reader must not miss.
pub(super) fn badges(subject: Subject<'_>) -> Vec<Badge> {
    let decided = subject.case().decision.as_ref().map(|decision| {
        let outcome = decision.outcome.words().text().capital();
        let warns = decision.outcome == Outcome::Rejected;
        Badge { text: outcome, warns }
    });
    let unfinished = subject.of.unfinished.as_ref().map(|unfinished| {
        let errors = unfinished.errors;
        let lacks = counted!(
            errors; nb: "Ikke ferdig: én ting mangler" | "Ikke ferdig: {errors} ting mangler", nn: "Ikkje ferdig: éin ting manglar" | "Ikkje ferdig: {errors} ting manglar",
            en: "Not finished: one thing is missing" | "Not finished: {errors} things are missing"
        );
        Badge { text: lacks, warns: true }
    });
    decided.into_iter().chain(unfinished).collect()
}

/// How much better the budget is each year, or how much worse; what is avoided where it is as today.
fn spending(potential: &Potential) -> Figure {
    let (net, growth) = (potential.net_budget, potential.avoided_growth);
    let (amount, label) = if net.is_negative() {
        (
            net.negated(),
            text!(nb: "dårligere budsjett hvert år", nn: "dårlegare budsjett kvart år", en: "worse budget each year"),
        )
    } else if net.is_zero() && growth.is_positive() {
        (
            growth,
            text!(nb: "vekst unngått hvert år", nn: "vekst unngått kvart år", en: "growth avoided each year"),
        )
    } else if net.is_zero() {
        (net, text!(nb: "endring i budsjettet", nn: "endring i budsjettet", en: "change in the budget"))
    } else {
        (
            net,
            text!(nb: "bedre budsjett hvert år", nn: "betre budsjett kvart år", en: "better budget each year"),
        )
    };
    Figure {
        value: said::about(amount),
        label,
        note: text!(nb: "ved full virkning", nn: "ved full verknad", en: "at full effect"),
    }
}

/// The figures one looks for first. The two nets stand together, with what the loan takes.
pub(super) fn figures(subject: Subject<'_>) -> Vec<Figure> {
    let potential = &subject.of.appraisal.potential;
    let basis = match potential.basis {
        Basis::Estimated => text!(nb: "estimert", nn: "estimert", en: "estimated"),
        Basis::Calculated => text!(nb: "kalkulert", nn: "kalkulert", en: "calculated"),
    };
    let mut figures = vec![
        spending(potential),
        Figure {
            value: said::about(potential.net),
            label: text!(nb: "verdt i alt hvert år", nn: "verdt i alt kvart år", en: "worth in all each year"),
            note: basis,
        },
    ];
    figures.extend(freed(subject));
    if let Some(value) = &subject.of.appraisal.value {
        figures.push(last_year(subject, value));
        figures.push(Figure {
            value: said::about(value.npv),
            label: text!(nb: "netto nåverdi (NNV)", nn: "netto noverdi (NNV)", en: "net present value (NPV)"),
            note: text!(nb: "for samfunnet, {years}", nn: "for samfunnet, {years}", en: "for society, {years}"; years = life::years(value)),
        });
    }
    if let Uncertainty::Spread(spread) = subject.uncertainty {
        figures.push(likely(spread));
    }
    figures
}

/// årsverk freed, and how much of it is taken out.
fn freed(subject: Subject<'_>) -> Option<Figure> {
    let potential = &subject.of.appraisal.potential;
    let taken = potential.fte_taken_out;
    (!potential.hours.is_zero()).then(|| Figure {
        value: text!(all: "{fte}"; fte = potential.fte),
        label: text!(nb: "frigjøres", nn: "blir frigjorde", en: "freed"),
        note: if taken.is_zero() {
            text!(nb: "ingenting tas ut", nn: "ingenting blir teke ut", en: "none is taken out")
        } else {
            text!(nb: "{taken} tas ut", nn: "{taken} blir tekne ut", en: "{taken} taken out"; taken)
        },
    })
}

/// The running budget in the last plan year, after the loan where that is known.
fn last_year(subject: Subject<'_>, value: &Valuation) -> Figure {
    let ([.., year], [.., last]) = (subject.organisation.plan_years(), value.running_effect);
    let note = if value.with_capital_costs {
        text!(nb: "etter renter og avdrag", nn: "etter renter og avdrag", en: "after interest and repayments")
    } else {
        text!(nb: "renter og avdrag er ikke med", nn: "renter og avdrag er ikkje med", en: "interest and repayments not included")
    };
    Figure {
        value: said::about(last),
        label: text!(nb: "frigjort i driftsbudsjettet {year}", nn: "frigjort i driftsbudsjettet {year}", en: "freed in the running budget {year}"; year),
        note,
    }
}

/// Where eight of ten draws lie, and the chance of a loss.
fn likely(spread: &Spread) -> Figure {
    let [low, _, high] = spread.summary.percentiles;
    let loss = Decimal::ONE.checked_sub(spread.summary.profitable).unwrap_or_default();
    let small = Decimal::new(5, 3);
    let loss = if loss.is_zero() {
        text!(nb: "ingen av trekningene gir tap", nn: "ingen av trekningane gir tap", en: "no draw is a loss")
    } else if loss < small {
        text!(nb: "under 1 % av trekningene gir tap", nn: "under 1 % av trekningane gir tap", en: "under 1% of the draws are a loss")
    } else {
        let loss = Percent(crate::units::round(loss, 2));
        text!(nb: "{loss} av trekningene gir tap", nn: "{loss} av trekningane gir tap", en: "{loss} of the draws are a loss"; loss)
    };
    Figure {
        value: Text::in_each(|language| number::about_range(low, high, language)),
        label: text!(nb: "NNV i 8 av 10 trekninger", nn: "NNV i 8 av 10 trekningar", en: "NPV in 8 of 10 draws"),
        note: loss,
    }
}

/// What is not there, file, date, prices, how to look closer, and the mark of the figures.
pub(super) fn footer(subject: Subject<'_>) -> Vec<Text> {
    let unread = subject.written().unread.iter().map(|UnreadRows { key, rows }| {
        text!(
            nb: "bare de {MAX_ROWS} første av {rows} rader i «{key}» er med", nn: "berre dei {MAX_ROWS} første av {rows} rader i «{key}» er med",
            en: "only the first {MAX_ROWS} of {rows} rows of “{key}” are here"; key
        )
    });
    let path = &subject.of.path;
    let working = text!(nb: "se regnestykket: a3 calc {path} --vis", nn: "sjå reknestykket: a3 calc {path} --vis", en: "see the working: a3 calc {path} --vis");
    let basis = said::basis(Text::same(path), subject.occasion);
    let mark = subject.of.appraisal.value.as_ref().map(Valuation::mark);
    let mark = mark.map(|mark| text!(nb: "merke {mark}", nn: "merke {mark}", en: "mark {mark}"));
    unread.chain(basis).chain([working]).chain(mark).collect()
}
