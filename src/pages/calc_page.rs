//! `a3 calc`: what one case is worth, from the headline down to the years.

use super::calc_value;
use super::cell::Cell;
use super::page::{Block, Fact, Kind, Page, Table};
use crate::calc::{Appraisal, Basis, Potential, QualityScore, Valuation};
use crate::model::{Case, Recipient};
use crate::units::{Hours, Kroner};
use crate::words::number;
use crate::words::{Language, Text};
use crate::{text, words};
use std::collections::BTreeMap;

/// The report of one case.
#[must_use]
pub fn page(case: &Case, appraisal: &Appraisal) -> Page {
    let potential = &appraisal.potential;
    let page = Page::new(Text::same(&case.title))
        .with(Block::Paragraph(headline(potential)))
        .with(Block::Facts(about(case)))
        .with(Block::Heading(potential_heading(potential)))
        .with(Block::Table(potential_table(potential)))
        .with_all(freed(potential))
        .with_all(unpriced(potential));
    let page = match &appraisal.value {
        Some(value) => page.with_all(calc_value::blocks(value)).with_all(earlier_years(value)),
        None => page.with(Block::Note(not_assessed(case))),
    };
    page.with_all(quality(&appraisal.quality))
}

/// The two nets in one breath, and what is taken out of the time that is freed.
fn headline(potential: &Potential) -> Text {
    let kr = |language| number::kroner(potential.net_budget.abs(), language);
    let (nb, en) = (kr(Language::Nb), kr(Language::En));
    let net = potential.net_budget.rounded(0);
    let spending = if net.is_positive() {
        text!(nb: "{nb} lavere utgifter i året", en: "lowers spending by {en} a year")
    } else if net.is_negative() {
        text!(nb: "{nb} høyere utgifter i året", en: "raises spending by {en} a year")
    } else {
        text!(nb: "verken lavere eller høyere utgifter", en: "neither lowers nor raises spending")
    };
    let opening = if potential.running.is_zero() {
        words!(nb: "Saken gir", en: "The case")
    } else {
        words!(nb: "Når driftskostnadene er trukket fra, gir saken", en: "After running costs, the case")
    };
    let whole = |language| number::kroner(potential.net, language);
    let nets = text!(
        nb: "{} {}, og hele verdien er {} i året ({}).",
            opening.nb, spending.nb, whole(Language::Nb), basis(potential.basis).nb;
        en: "{} {}, and the whole value is {} a year ({}).",
            opening.en, spending.en, whole(Language::En), basis(potential.basis).en
    );
    joined([nets, freed_sentence(potential)])
}

fn joined(sentences: impl IntoIterator<Item = Text>) -> Text {
    let mut whole = Text::default();
    for sentence in sentences.into_iter().filter(|sentence| *sentence != Text::default()) {
        let space = if whole.nb.is_empty() { "" } else { " " };
        whole.nb = format!("{}{space}{}", whole.nb, sentence.nb);
        whole.en = format!("{}{space}{}", whole.en, sentence.en);
    }
    whole
}

fn freed_sentence(potential: &Potential) -> Text {
    if potential.hours.is_zero() {
        return Text::default();
    }
    let hours = |language| number::hours(potential.hours, language);
    let fte = |language| number::fte(potential.fte, language);
    let (nb, en) = (taken_out(potential, Language::Nb), taken_out(potential, Language::En));
    text!(
        nb: "Frigjør {} ({}) i året; {nb} tas ut.", hours(Language::Nb), fte(Language::Nb);
        en: "Frees {} ({}) a year; {en} taken out.", hours(Language::En), fte(Language::En)
    )
}

fn taken_out(potential: &Potential, language: Language) -> String {
    let none = words!(nb: "ingenting av det", en: "none of it is");
    if potential.fte_taken_out.is_zero() {
        return none.get(language).to_owned();
    }
    let fte = number::fte(potential.fte_taken_out, language);
    match language {
        Language::Nb => fte,
        Language::En => format!("{fte} is"),
    }
}

fn basis(basis: Basis) -> Text {
    match basis {
        Basis::Estimated => words!(nb: "estimert", en: "estimated").text(),
        Basis::Calculated => words!(nb: "kalkulert", en: "calculated").text(),
    }
}

fn about(case: &Case) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(text!(nb: "Område", en: "Area"), Cell::name(&case.area)),
        Fact::new(text!(nb: "Gevinstansvarlig", en: "Responsible"), Cell::name(&case.owner)),
        Fact::new(text!(nb: "Fase", en: "Phase"), Cell::Text(case.phase.words().text())),
    ];
    if let Some(schedule) = case.schedule() {
        let (start, life) = (schedule.start.number(), schedule.life);
        let years = if life == 1 { "year" } else { "years" };
        let when = text!(nb: "{start}, varer {life} år", en: "{start}, lasts {life} {years}");
        facts.push(Fact::new(text!(nb: "Oppstart", en: "Start"), Cell::Text(when)));
    }
    facts
}

fn potential_heading(potential: &Potential) -> Text {
    let basis = basis(potential.basis);
    text!(
        nb: "Gevinstpotensial per år ved full effekt ({})", basis.nb;
        en: "Potential gains a year at full effect ({})", basis.en
    )
}

/// The groups in two columns, so that what can be taken out of the budget is never read without
/// what cannot.
fn potential_table(potential: &Potential) -> Table {
    let nothing = Cell::blank;
    let both = |budget: Kroner, whole: Kroner| [Cell::Kroner(budget), Cell::Kroner(whole)];
    let whole = |amount: Kroner| [nothing(), Cell::Kroner(amount)];
    let paid_out = potential.budget.minus(potential.net_budget);
    let running = paid_out.map_or(Cell::Empty, |paid_out| Cell::Kroner(paid_out.negated()));
    let rows = [
        (
            text!(nb: "Tas ut av budsjettet", en: "Taken out of the budget"),
            both(potential.budget, potential.budget),
        ),
        (
            text!(nb: "Frigjøres, men blir i tjenesten", en: "Freed, but stays in the service"),
            whole(potential.reallocated),
        ),
        (text!(nb: "Andre offentlige", en: "Other public bodies"), whole(potential.other_public)),
        (
            text!(nb: "Innbyggere, næringsliv og frivillige", en: "Residents, business and volunteers"),
            whole(potential.others),
        ),
        (
            text!(nb: "Unngått vekst, ikke i dagens budsjett", en: "Avoided growth, not in today's budget"),
            whole(potential.avoided_growth),
        ),
        (
            text!(nb: "Driftskostnader", en: "Running costs"),
            [running, Cell::Kroner(potential.running.negated())],
        ),
    ];
    let row = |(name, [budget, whole]): (Text, [Cell; 2])| vec![Cell::Text(name), budget, whole];
    let [budget, all] = both(potential.net_budget, potential.net);
    Table::new([
        (text!(nb: "Per år", en: "A year"), Kind::Text),
        (text!(nb: "I budsjettet, kr", en: "In the budget, NOK"), Kind::Kroner),
        (text!(nb: "Hele verdien, kr", en: "Whole value, NOK"), Kind::Kroner),
    ])
    .rows(rows.map(row))
    .total(vec![Cell::Text(text!(nb: "Netto", en: "Net")), budget, all])
}

fn freed(potential: &Potential) -> Option<Block> {
    if potential.hours.is_zero() {
        return None;
    }
    let fte = |language| number::fte(potential.fte, language);
    let (nb, en) = (taken_out(potential, Language::Nb), taken_out(potential, Language::En));
    let note = text!(nb: "{}; {nb} tas ut", fte(Language::Nb); en: "{}; {en} taken out", fte(Language::En));
    let name = text!(nb: "Kommunens frigjorte tid", en: "The municipality's time freed");
    Some(Block::Facts(vec![Fact::new(name, Cell::Hours(potential.hours)).noted(note)]))
}

/// The hours of others that have no price, so that they are never lost from sight.
fn unpriced(potential: &Potential) -> Option<Block> {
    let mut hours: BTreeMap<Recipient, Hours> = BTreeMap::new();
    for row in potential.rows.iter().filter(|row| row.money.is_none()) {
        let sum = hours.entry(row.recipient).or_default();
        *sum = sum.plus(row.hours.unwrap_or_default()).unwrap_or(*sum);
    }
    let fact = |(recipient, hours): (Recipient, Hours)| {
        let who = recipient.words();
        let name = text!(nb: "Spart tid for {}", who.nb; en: "Time saved for {}", who.en);
        Fact::new(name, Cell::Hours(hours)).noted(text!(
            nb: "i året; ikke i kroner, for a3.yaml har ingen tidsverdi for {}", who.nb;
            en: "a year; not in kroner, as a3.yaml has no tidsverdi for {}", who.en
        ))
    };
    (!hours.is_empty()).then(|| Block::Facts(hours.into_iter().map(fact).collect()))
}

/// A decided case is worth what is left of it.
fn earlier_years(value: &Valuation) -> Option<Block> {
    let year = value.counted_from?.number();
    Some(Block::Note(text!(
        nb: "Saken er besluttet og i gang. Det som er brukt og spart før {year}, er ikke med.",
        en: "The case is decided and under way. What was spent and saved before {year} is not included.",
    )))
}

fn not_assessed(case: &Case) -> Text {
    let missing = match (case.start, case.life) {
        (None, None) => words!(nb: "oppstart og levetid mangler", en: "oppstart and levetid are missing"),
        (None, Some(_)) => words!(nb: "oppstart mangler", en: "oppstart is missing"),
        (Some(_), _) => words!(nb: "levetid mangler", en: "levetid is missing"),
    };
    text!(
        nb: "Ikke vurdert: {}. Derfor er bare gevinstpotensialet regnet ut.", missing.nb;
        en: "Not assessed: {}. So only the potential is calculated.", missing.en
    )
}

/// Quality beside the money, never as money.
fn quality(scores: &[QualityScore]) -> Vec<Block> {
    if scores.is_empty() {
        return Vec::new();
    }
    let table = Table::new([
        (text!(nb: "Kvalitet", en: "Quality"), Kind::Text),
        (text!(nb: "For hvem", en: "For whom"), Kind::Text),
        (text!(nb: "Virkning", en: "Effect"), Kind::Number),
    ])
    .rows(scores.iter().map(|score| {
        vec![Cell::name(&score.name), Cell::Text(score.recipient.words().text()), Cell::Score(score.score)]
    }));
    let heading = text!(
        nb: "Kvalitet, som ikke er regnet i kroner (fra −−−− til ++++)",
        en: "Quality, not counted in kroner (from −−−− to ++++)",
    );
    vec![Block::Heading(heading), Block::Table(table)]
}
