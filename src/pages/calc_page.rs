//! `a3 calc`: what one case is worth, from the headline down to the years.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Fact, Kind, Page, Table, row, titled};
use super::uncertainty;
use super::unfinished;
use super::{calc_answer, calc_value};
use crate::calc::{Appraisal, Basis, Potential, QualityScore, Valuation};
use crate::model::{Case, Missing, Organisation, Recipient};
use crate::report::AppraisedCase;
use crate::sentences::{prices, reason};
use crate::simulate::Uncertainty;
use crate::units::{Hours, Kroner};
use crate::words::{Text, Words, all_of, sentences};
use crate::{text, words};
use std::collections::BTreeMap;

/// The report of a case that was read, with the mark of one that is not finished.
pub fn of_case(of: &AppraisedCase, uncertain: &Uncertainty, organisation: &Organisation) -> Page {
    let mut page = page(&of.case, &of.appraisal, uncertain);
    page.title = calc_answer::headline(of, organisation);
    let prices = of.case.in_other_prices().map(prices::of_case);
    for note in prices.into_iter().chain(unfinished::note(of)) {
        page.blocks.insert(1.min(page.blocks.len()), Block::Note(note));
    }
    page
}

/// The report of one case.
pub fn page(case: &Case, appraisal: &Appraisal, uncertain: &Uncertainty) -> Page {
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
    let npv = appraisal.value.as_ref().map(|value| value.npv);
    page.with_all(quality(&appraisal.quality)).with_all(uncertainty::blocks(uncertain, npv))
}

/// The two nets in one breath, and what is taken out of the time that is freed.
pub(super) fn headline(potential: &Potential) -> Text {
    let (net, change) = (potential.net_budget.rounded(0), potential.net_budget.abs());
    let spending = if net.is_positive() {
        text!(nb: "{change} bedre budsjett i året", nn: "{change} betre budsjett i året", en: "improves the budget by {change} a year"; change)
    } else if net.is_negative() {
        text!(nb: "{change} dårligere budsjett i året", nn: "{change} dårlegare budsjett i året", en: "weakens the budget by {change} a year"; change)
    } else if potential.avoided_growth.is_positive() {
        text!(
            nb: "det samme budsjettet som i dag, men unngår {growth} i vekst i året", nn: "det same budsjettet som i dag, men unngår {growth} i vekst i året",
            en: "leaves the budget as it is today, but avoids {growth} of growth a year"; growth = potential.avoided_growth
        )
    } else {
        text!(nb: "det samme budsjettet som i dag", nn: "det same budsjettet som i dag", en: "leaves the budget as it is today")
    };
    let opening = if potential.running.is_zero() {
        words!(nb: "Saken gir", nn: "Saka gir", en: "The case")
    } else {
        words!(nb: "Når driftskostnadene er trukket fra, gir saken", nn: "Når driftskostnadene er trekte frå, gir saka", en: "After running costs, the case")
    };
    let nets = text!(
        nb: "{opening} {spending}, og hele verdien er {whole} i året ({basis}).", nn: "{opening} {spending}, og heile verdien er {whole} i året ({basis}).",
        en: "{opening} {spending}, and the whole value is {whole} a year ({basis}).";
        opening, spending, whole = potential.net, basis = basis(potential.basis)
    );
    sentences([nets, freed_sentence(potential)])
}

fn freed_sentence(potential: &Potential) -> Text {
    if potential.hours.is_zero() {
        return Text::default();
    }
    let freed = text!(
        nb: "Frigjør {hours} ({fte}) i året; {taken} tas ut.", nn: "Frigjer {hours} ({fte}) i året; {taken} blir tekne ut.",
        en: "Frees {hours} ({fte}) a year; {taken} taken out.";
        hours = potential.hours, fte = potential.fte, taken = taken_out(potential)
    );
    let unpriced = unpriced_hours(potential).remove(&Recipient::Organisation).map(|hours| {
        text!(
            nb: "{hours} har ingen pris ennå: skriv «stilling», hvem sin tid det er.", nn: "{hours} har ingen pris enno: skriv «stilling», kven si tid det er.",
            en: "{hours} have no price yet: write “stilling”, whose time it is."; hours
        )
    });
    sentences(core::iter::once(freed).chain(unpriced))
}

/// Before «tas ut» and “taken out”.
fn taken_out(potential: &Potential) -> Text {
    let fte = potential.fte_taken_out;
    if fte.is_zero() {
        return text!(nb: "ingenting av det", nn: "ingenting av det", en: "none of it is");
    }
    text!(nb: "{fte}", nn: "{fte}", en: "{fte} is"; fte)
}

const fn basis(basis: Basis) -> Words {
    match basis {
        Basis::Estimated => words!(nb: "estimert", nn: "estimert", en: "estimated"),
        Basis::Calculated => words!(nb: "kalkulert", nn: "kalkulert", en: "calculated"),
    }
}

fn about(case: &Case) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(text!(nb: "Område", nn: "Område", en: "Area"), &case.area),
        Fact::new(text!(nb: "Gevinstansvarlig", nn: "Gevinstansvarleg", en: "Responsible"), &case.owner),
        Fact::new(text!(nb: "Fase", nn: "Fase", en: "Phase"), case.phase.words()),
    ];
    if case.owner.is_empty() {
        facts.remove(1);
    }
    if let Some(schedule) = case.schedule() {
        let (start, life) = (schedule.start.number(), schedule.life);
        let years = if life == 1 { "year" } else { "years" };
        let when = text!(nb: "{start}, varer {life} år", nn: "{start}, varer {life} år", en: "{start}, lasts {life} {years}");
        facts.push(Fact::new(text!(nb: "Oppstart", nn: "Oppstart", en: "Start"), when));
    }
    facts
}

fn potential_heading(potential: &Potential) -> Text {
    let basis = basis(potential.basis);
    text!(
        nb: "Gevinstpotensial per år ved full virkning ({basis})", nn: "Gevinstpotensial per år ved full verknad ({basis})",
        en: "Potential gains a year at full effect ({basis})"; basis
    )
}

/// The groups in two columns, so that what can be taken out of the budget is never read without
/// what cannot.
fn potential_table(potential: &Potential) -> Table {
    let paid_out = potential.budget.minus(potential.net_budget).ok();
    let running = [
        paid_out.map(Kroner::negated).map_or(Cell::Empty, Cell::Kroner),
        Cell::Kroner(potential.running.negated()),
    ];
    let both = |budget: Kroner, whole: Kroner| [budget, whole].map(Cell::Kroner);
    let whole = |amount: Kroner| [Cell::blank(), Cell::Kroner(amount)];
    let groups = [
        (
            words!(nb: "Tas ut av budsjettet", nn: "Teke ut av budsjettet", en: "Taken out of the budget"),
            both(potential.budget, potential.budget),
        ),
        (
            words!(nb: "Frigjøres, men blir i tjenesten", nn: "Frigjort, men blir i tenesta", en: "Freed, but stays in the service"),
            whole(potential.reallocated),
        ),
        (
            words!(nb: "Andre offentlige", nn: "Andre offentlege", en: "Other public bodies"),
            whole(potential.other_public),
        ),
        (
            words!(nb: "Innbyggere, næringsliv og frivillige", nn: "Innbyggjarar, næringsliv og frivillige", en: "Residents, business and volunteers"),
            whole(potential.others),
        ),
        (
            words!(nb: "Unngått vekst, ikke i dagens budsjett", nn: "Unngått vekst, ikkje i budsjettet i dag", en: "Avoided growth, not in today's budget"),
            whole(potential.avoided_growth),
        ),
        (words!(nb: "Driftskostnader", nn: "Driftskostnader", en: "Running costs"), running),
    ];
    Table::new([
        (text!(nb: "Per år", nn: "Per år", en: "A year"), Kind::Text),
        (text!(nb: "I budsjettet, kr", nn: "I budsjettet, kr", en: "In the budget, NOK"), Kind::Kroner),
        (text!(nb: "Hele verdien, kr", nn: "Heile verdien, kr", en: "Whole value, NOK"), Kind::Kroner),
    ])
    .rows(groups.map(|(name, amounts)| row([name.into()], amounts)))
    .total(row(
        [words!(nb: "Netto", nn: "Netto", en: "Net").into()],
        both(potential.net_budget, potential.net),
    ))
}

fn freed(potential: &Potential) -> Option<Block> {
    if potential.hours.is_zero() {
        return None;
    }
    let (fte, taken) = (potential.fte, taken_out(potential));
    let note = text!(nb: "{fte}; {taken} tas ut", nn: "{fte}; {taken} blir tekne ut", en: "{fte}; {taken} taken out"; fte, taken);
    let name = text!(nb: "Kommunens frigjorte tid", nn: "Frigjord tid i kommunen", en: "The municipality's time freed");
    Some(Block::Facts(vec![Fact::new(name, potential.hours).noted(note)]))
}

/// The hours of others that have no price, so that they are never lost from sight.
fn unpriced(potential: &Potential) -> Option<Block> {
    let hours = unpriced_hours(potential);
    let fact = |(recipient, hours): (Recipient, Hours)| {
        if recipient == Recipient::Organisation {
            let name = text!(nb: "Egen tid uten stilling", nn: "Eiga tid utan stilling", en: "Own time without a position");
            let note = text!(nb: "i året; ikke i kroner før saken sier hvem sin tid det er", nn: "i året; ikkje i kroner før saka seier kven si tid det er", en: "a year; not in kroner until the case says whose time it is");
            return Fact::new(name, hours).noted(note);
        }
        let who = recipient.words();
        let name =
            text!(nb: "Spart tid for {who}", nn: "Spart tid for {who}", en: "Time saved for {who}"; who);
        Fact::new(name, hours).noted(text!(
            nb: "i året; ikke i kroner, for a3.yaml har ingen tidsverdi for {who}", nn: "i året; ikkje i kroner, for a3.yaml har ingen tidsverdi for {who}",
            en: "a year; not in kroner, as a3.yaml has no tidsverdi for {who}"; who
        ))
    };
    (!hours.is_empty()).then(|| Block::Facts(hours.into_iter().map(fact).collect()))
}

fn unpriced_hours(potential: &Potential) -> BTreeMap<Recipient, Hours> {
    let mut hours: BTreeMap<Recipient, Hours> = BTreeMap::new();
    for row in potential.rows.iter().filter(|row| row.money.is_none()) {
        let sum = hours.entry(row.recipient).or_default();
        *sum = sum.plus(row.hours.unwrap_or_default()).unwrap_or(*sum);
    }
    hours
}

/// A decided case is worth what is left of it.
pub(super) fn earlier_years(value: &Valuation) -> Option<Block> {
    let year = value.counted_from?.number();
    Some(Block::Note(text!(
        nb: "Saken er besluttet og i gang. Det som er brukt og spart før {year}, er ikke med.", nn: "Saka er avgjord og i gang. Det som er brukt og spart før {year}, er ikkje med.",
        en: "The case is decided and under way. What was spent and saved before {year} is not included.",
    )))
}

pub(super) fn not_assessed(case: &Case) -> Text {
    let missing = case.missing();
    let fields = missing.iter().filter_map(|field| match field {
        Missing::Start => Some(text!(nb: "«oppstart: …»", nn: "«oppstart: …»", en: "“oppstart: …”")),
        Missing::Life => Some(text!(nb: "«levetid: … år»", nn: "«levetid: … år»", en: "“levetid: … år”")),
        Missing::Passed(_) => None,
    });
    let fields: Vec<Text> = fields.collect();
    let write = text!(
        nb: "Skriv {fields} i saken, så regnes resten ut.", nn: "Skriv {fields} i saka, så blir resten rekna ut.",
        en: "Write {fields} in the case, and the rest is calculated."; fields = all_of(&fields)
    );
    sentences([
        reason::not_assessed(&missing),
        text!(nb: "Derfor er bare gevinstpotensialet regnet ut.", nn: "Derfor er berre gevinstpotensialet rekna ut.", en: "So only the potential is calculated."),
        if fields.is_empty() { Text::default() } else { write },
    ])
}

/// Quality beside the money, never as money.
fn quality(scores: &[QualityScore]) -> Vec<Block> {
    let table = Listing::of(scores)
        .text(text!(nb: "Kvalitet", nn: "Kvalitet", en: "Quality"), |score| &score.name)
        .text(text!(nb: "For hvem", nn: "For kven", en: "For whom"), |score| score.recipient.words())
        .number(text!(nb: "Virkning", nn: "Verknad", en: "Effect"), |score| Cell::Score(score.score))
        .table();
    let heading = text!(
        nb: "Kvalitet, som ikke er regnet i kroner (fra −−−− til ++++)", nn: "Kvalitet, som ikkje er rekna i kroner (frå −−−− til ++++)",
        en: "Quality, not counted in kroner (from −−−− to ++++)",
    );
    titled(heading, table)
}
