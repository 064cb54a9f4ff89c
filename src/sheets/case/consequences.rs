//! What follows from a yes to the case and from a no, the ways that were considered, and the cases it stands against:
//! what a council asks before it decides.

use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::super::{Occasion, said};
use super::{Shown, Subject, money, options, where_we_are};
use crate::calc::Valuation;
use crate::choose::{Because, ChoiceLine, Why};
use crate::report::{AppraisedCase, WholeReport};
use crate::sentences::choice::fate;
use crate::sentences::life;
use crate::text;
use crate::units::Kroner;
use crate::words::Text;

/// The choice a case is part of.
#[derive(Debug, Clone, Copy)]
pub(in crate::sheets) struct Among<'r> {
    pub(in crate::sheets) report: &'r WholeReport,
    pub(in crate::sheets) id: &'r str,
}

/// The consequences, the alternatives as they are written, and the other cases about the same.
pub(in crate::sheets) fn parts(
    shown: Shown<'_>,
    occasion: Occasion<'_>,
    among: Option<Among<'_>>,
) -> Vec<Part> {
    let subject = Subject::of(shown, occasion);
    let others = among.and_then(|among| others(subject, among));
    let yes_and_no = shown.of.case.awaits_decision().then(|| yes_and_no(subject, among)).flatten();
    yes_and_no.into_iter().chain(options::parts(subject)).chain(others).collect()
}

/// What becomes of the budget, the duties, the gaps and the quality with the case, and without it.
fn yes_and_no(subject: Subject<'_>, among: Option<Among<'_>>) -> Option<Part> {
    let columns = [
        (text!(nb: "Hva som følger", nn: "Kva som følgjer", en: "What follows"), Held::Words),
        (text!(nb: "Vedtas saken", nn: "Blir saka vedteken", en: "With a yes"), Held::Words),
        (text!(nb: "Vedtas den ikke", nn: "Blir ho ikkje vedteken", en: "With a no"), Held::Words),
    ];
    let value = subject.of.appraisal.value.as_ref();
    let money = value.into_iter().flat_map(|value| money_rows(subject, value));
    let demand = among.and_then(demand);
    let rows = money.chain(demand).chain(duties(subject)).chain(gaps(subject)).chain(quality(subject));
    Grid::part(columns, rows)
}

fn row(name: Text, with: Text, without: Text) -> GridRow {
    GridRow::of([name, with, without].map(GridCell::from))
}

fn as_today() -> Text {
    text!(nb: "som i dag", nn: "som i dag", en: "as today")
}

fn nothing() -> Text {
    text!(nb: "ingen", nn: "ingen", en: "none")
}

/// Budget, investment, årsverk and present value.
fn money_rows(subject: Subject<'_>, value: &Valuation) -> Vec<GridRow> {
    let plan = subject.organisation.plan_years();
    let ([.., year], [.., last]) = (plan, value.running_effect);
    let budget = row(
        text!(nb: "Driftsbudsjettet i {year}", nn: "Driftsbudsjettet i {year}", en: "Running budget in {year}"; year),
        against_today(last),
        as_today(),
    );
    let investments = value.years.iter().filter(|flow| plan.contains(&flow.year)).map(|flow| flow.investment);
    let investment = Kroner::sum(investments).ok().filter(|sum| !sum.is_zero()).map(|sum| {
        row(
            text!(nb: "Investering i planen", nn: "Investering i planen", en: "Investment in the plan"),
            said::about(sum),
            nothing(),
        )
    });
    let taken = subject.of.appraisal.potential.fte_taken_out;
    let positions = (!taken.is_zero()).then(|| {
        row(
            text!(nb: "Årsverk som tas ut av budsjettet", nn: "Årsverk som blir tekne ut av budsjettet", en: "FTE taken out of the budget"),
            text!(all: "{taken}"; taken),
            nothing(),
        )
    });
    let years = life::years(value);
    let worth = row(
        text!(nb: "Nytte minus kostnad for samfunnet {years} (netto nåverdi)", nn: "Nytte minus kostnad for samfunnet {years} (netto noverdi)", en: "Gains minus costs for society {years} (net present value)"; years),
        said::about(value.npv),
        said::about(Kroner::ZERO),
    );
    [budget].into_iter().chain(investment).chain(positions).chain([worth]).collect()
}

/// An effect on the running budget against what it is today.
pub(in crate::sheets) fn against_today(effect: Kroner) -> Text {
    if effect.is_zero() {
        return as_today();
    }
    let amount = said::about(effect.abs());
    if effect.is_negative() {
        text!(nb: "{amount} mer enn i dag", nn: "{amount} meir enn i dag", en: "{amount} more than today"; amount)
    } else {
        text!(nb: "{amount} mindre enn i dag", nn: "{amount} mindre enn i dag", en: "{amount} less than today"; amount)
    }
}

/// What innsparingskrav lacks without the case, where it is needed for that.
fn demand(among: Among<'_>) -> Option<GridRow> {
    let Why::Chosen { because: Because::Savings(kept), .. } = &line(among, among.id)?.why else {
        return None;
    };
    let missing = Kroner::sum(among.report.rank.choice.savings.iter().map(|at| at.missing)).ok()?;
    let lacks = |missing: Kroner| {
        let missing = said::about(missing);
        text!(nb: "{missing} mangler", nn: "{missing} manglar", en: "{missing} is missing"; missing)
    };
    let with =
        if missing.is_zero() { text!(nb: "nås", nn: "blir nådd", en: "reached") } else { lacks(missing) };
    let name = text!(nb: "Kommunens innsparingskrav, alle år til sammen", nn: "Innsparingskravet til kommunen, alle år til saman", en: "The savings demand, all years together");
    Some(row(name, with, lacks(kept.missing_without)))
}

fn line<'r>(among: Among<'r>, id: &str) -> Option<&'r ChoiceLine> {
    let rank = &among.report.rank;
    rank.choice.lines.iter().find(|line| rank.case(line).is_some_and(|of| of.case.id == id))
}

/// Each duty with the case and without it.
fn duties(subject: Subject<'_>) -> impl Iterator<Item = GridRow> {
    where_we_are::all_duties(subject)
        .map(|duty| row(duty.text, where_we_are::met(duty.after), where_we_are::met(duty.today)))
}

/// Each gap the case says what it does with.
fn gaps(subject: Subject<'_>) -> impl Iterator<Item = GridRow> {
    let gaps = subject.written().gaps.rows().iter().filter(|gap| gap.after.text().is_some());
    gaps.map(|gap| row(said::text(&gap.name), said::text(&gap.after), said::text(&gap.now)))
}

/// What is worth something and has no price, in pluses.
fn quality(subject: Subject<'_>) -> impl Iterator<Item = GridRow> {
    let scores = subject.of.appraisal.quality.iter();
    scores.map(|of| row(Text::same(&of.name), money::pluses(of.score), as_today()))
}

/// The cases that are not carried out together with this one, with their own figures.
fn others(subject: Subject<'_>, among: Among<'_>) -> Option<Part> {
    let rank = &among.report.rank;
    let [.., year] = subject.organisation.plan_years();
    let columns = [
        (text!(nb: "Går ikke sammen med", nn: "Går ikkje saman med", en: "Not together with"), Held::Words),
        (
            text!(nb: "Driftsbudsjettet i {year}", nn: "Driftsbudsjettet i {year}", en: "Running budget in {year}"; year),
            Held::Words,
        ),
        (text!(nb: "Netto nåverdi", nn: "Netto noverdi", en: "Net present value"), Held::Figures),
        (text!(nb: "I kommunens liste", nn: "I lista til kommunen", en: "On the list"), Held::Short),
    ];
    let names =
        |of: &AppraisedCase, id: &str| of.written.excludes.rows().iter().any(|other| other.value == id);
    let here = rank.appraised.cases.iter().filter(|of| of.case.id != among.id);
    let excluded = here.filter(|of| names(subject.of, &of.case.id) || names(of, among.id));
    let rows = excluded.filter_map(|of| {
        let value = of.appraisal.value.as_ref()?;
        let [.., last] = value.running_effect;
        let place = line(among, &of.case.id).map(|line| fate(line.fate()).text()).unwrap_or_default();
        Some(GridRow::of(
            [Text::same(&of.case.title), against_today(last), said::about(value.npv), place]
                .map(GridCell::from),
        ))
    });
    Grid::part(columns, rows)
}
