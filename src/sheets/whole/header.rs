//! The header of the whole: what is decided and chosen comes to.

use super::super::case::{Kind, bridge};
use super::super::model::Figure;
use super::super::said;
use super::{View, following, is_in};
use crate::choose::{ChoiceLine, Fate, Status};
use crate::report::AppraisedCase;
use crate::sentences::{omitted, reason};
use crate::units::{Fte, Kroner};
use crate::words::{Text, at_most, separated};
use crate::{counted, text};

/// The overview's own title, or whose sheet it is.
pub(super) fn title(view: View<'_>) -> Text {
    let organisation = view.occasion.organisation.name.as_deref();
    match (view.area, view.overview.and_then(|of| of.title.text()), organisation) {
        (Some(area), _, _) => Text::same(area),
        (None, Some(title), _) => Text::same(title),
        (None, None, Some(name)) => Text::same(name),
        (None, None, None) => {
            text!(nb: "Hele virksomheten", nn: "Heile verksemda", en: "The whole organisation")
        }
    }
}

/// Whose it is, and for which years.
pub(super) fn about(view: View<'_>) -> Vec<Text> {
    let name = view.occasion.organisation.name.as_deref().map(Text::same);
    let owner = view.overview.filter(|_| view.area.is_none()).and_then(|of| of.owner.text()).map(Text::same);
    let first = view.occasion.organisation.budget_year;
    let last = first.later(3);
    let plan = text!(nb: "økonomiplan {first}–{last}", nn: "økonomiplan {first}–{last}", en: "financial plan {first}–{last}"; first, last);
    name.into_iter().chain(owner).chain([plan]).collect()
}

/// What is decided and chosen, what it comes to, and whether the demand is met; where the sheet says how it goes, how
/// the gains come instead.
pub(super) fn figures(view: View<'_>) -> Vec<Figure> {
    let mut figures = vec![counts(view)];
    if view.kind == Kind::Status {
        figures.extend(following::total(view).iter().flat_map(bridge::told).map(a_year));
        return figures;
    }
    if view.rank.choice.is_limited {
        figures.extend(last_year(view));
        figures.extend(positions(view));
        figures.extend(value(view));
    }
    figures.extend(demand(view));
    figures
}

/// A term of the bridge.
fn a_year((name, amount): (Text, Kroner)) -> Figure {
    Figure {
        value: said::about(amount),
        label: name,
        note: text!(nb: "i året, eget budsjett", nn: "i året, eige budsjett", en: "a year, own budget"),
    }
}

/// How many cases are in each part of the list.
pub(super) fn counts(view: View<'_>) -> Figure {
    let count = |fate| view.lines().filter(|(line, _)| line.fate() == fate).count();
    let total = view.lines().count();
    let all = omitted::cases(total);
    if !view.rank.choice.is_limited {
        return Figure {
            value: all,
            label: text!(nb: "på lista", nn: "på lista", en: "on the list"),
            note: text!(nb: "ingen rammer er satt", nn: "ingen rammer er sette", en: "no frames are set"),
        };
    }
    let [decided, chosen, waiting, rejected] =
        [Fate::Decided, Fate::Chosen, Fate::Waiting, Fate::Rejected].map(count);
    let named = [decided, chosen, waiting, rejected].into_iter().fold(0, usize::saturating_add);
    let others = total.saturating_sub(named);
    let parts = [
        (
            decided,
            counted!(decided; nb: "1 besluttet" | "{decided} besluttet", nn: "1 avgjord" | "{decided} avgjorde", en: "1 decided" | "{decided} decided"),
        ),
        (
            chosen,
            counted!(chosen; nb: "1 valgt" | "{chosen} valgt", nn: "1 vald" | "{chosen} valde", en: "1 chosen" | "{chosen} chosen"),
        ),
        (waiting, text!(nb: "{waiting} venter", nn: "{waiting} ventar", en: "{waiting} waiting")),
        (
            rejected,
            counted!(rejected; nb: "1 avvist" | "{rejected} avvist", nn: "1 avvist" | "{rejected} avviste", en: "1 rejected" | "{rejected} rejected"),
        ),
        (
            others,
            counted!(others; nb: "1 annen" | "{others} andre", nn: "1 anna" | "{others} andre", en: "1 other" | "{others} others"),
        ),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said);
    Figure {
        value: all,
        label: separated(parts, ", "),
        note: match view.rank.choice.status {
            Status::Optimal => {
                text!(nb: "det beste som går innenfor rammene", nn: "det beste som går innanfor rammene", en: "the best that fits the frames")
            }
            Status::Limit { .. } => {
                text!(nb: "det beste som er funnet", nn: "det beste som er funne", en: "the best that is found")
            }
            Status::Impossible(_) => {
                text!(nb: "kravene lar seg ikke oppfylle", nn: "krava lèt seg ikkje oppfylle", en: "the demands cannot be met")
            }
        },
    }
}

/// What counts in the plan: chosen, or decided and not in today's budget.
pub(in crate::sheets) fn counting<'r>(
    view: View<'r>,
) -> impl Iterator<Item = (&'r ChoiceLine, &'r AppraisedCase)> {
    view.lines().filter(|(line, of)| is_in(line.verdict) && !of.case.is_in_todays_budget())
}

/// The effect on the running budget in each plan year of what is decided and chosen; none where it does not fit.
pub(in crate::sheets) fn running(view: View<'_>) -> Option<[Kroner; 4]> {
    running_of(view, |_| true)
}

/// The same of those of one kind.
pub(in crate::sheets) fn running_of(
    view: View<'_>,
    holds: impl Fn(&ChoiceLine) -> bool,
) -> Option<[Kroner; 4]> {
    let counted = counting(view).filter(|(line, _)| holds(line));
    Kroner::sum_years(counted.filter_map(|(line, _)| line.running_effect)).ok()
}

fn last_year(view: View<'_>) -> Option<Figure> {
    let [.., last] = running(view)?;
    let year = view.occasion.organisation.budget_year.later(3);
    let note = if view.occasion.organisation.rules.loan.is_some() {
        text!(nb: "etter omstilling, renter og avdrag", nn: "etter omstilling, renter og avdrag", en: "after restructuring, interest and repayments")
    } else {
        text!(nb: "renter og avdrag er ikke med", nn: "renter og avdrag er ikkje med", en: "interest and repayments not included")
    };
    Some(Figure {
        value: said::about(last),
        label: text!(nb: "lavere drift i {year} enn i dag", nn: "lågare drift i {year} enn i dag", en: "lower running costs in {year} than today"; year),
        note,
    })
}

fn positions(view: View<'_>) -> Option<Figure> {
    let sum = Fte::sum(counting(view).map(|(_, of)| of.appraisal.potential.fte_taken_out)).ok()?;
    Some(Figure {
        value: text!(all: "{sum}"; sum),
        label: text!(nb: "tas ut ved full virkning", nn: "blir tekne ut ved full verknad", en: "taken out at full effect"),
        note: Text::default(),
    })
}

fn value(view: View<'_>) -> Option<Figure> {
    let counting = view.lines().filter(|(line, _)| is_in(line.verdict));
    let sum = Kroner::sum(counting.filter_map(|(line, _)| line.value)).ok()?;
    Some(Figure {
        value: said::about(sum),
        label: reason::measure(view.rank.choice.method).text(),
        note: text!(nb: "av det som er besluttet og valgt", nn: "av det som er avgjort og valt", en: "of what is decided and chosen"),
    })
}

/// Whether innsparingskrav is met; it is for the whole organisation.
fn demand(view: View<'_>) -> Option<Figure> {
    let savings = &view.rank.choice.savings;
    if savings.is_empty() || view.area.is_some() {
        return None;
    }
    let missing = Kroner::sum(savings.iter().map(|at| at.missing)).ok()?;
    let (value, note) = if missing.is_zero() {
        let note = text!(nb: "hvert år med krav", nn: "kvart år med krav", en: "every year with a demand");
        (text!(nb: "Nådd", nn: "Nådd", en: "Met"), note)
    } else {
        let missing = said::about(missing);
        let value = text!(nb: "{missing} mangler", nn: "{missing} manglar", en: "{missing} missing"; missing);
        (value, text!(nb: "alle årene sammen", nn: "alle åra saman", en: "all years together"))
    };
    let label = text!(nb: "innsparingskravet", nn: "innsparingskravet", en: "the savings demand");
    Some(Figure { value, label, note })
}

/// Cases without figures that are named in the footer.
const MOST_WITHOUT: usize = 4;

/// What is not in the figures, whose, when, in which prices, and where the same figures are.
pub(super) fn footer(view: View<'_>) -> Vec<Text> {
    let omitted = &view.rank.appraised.omitted;
    let without = (!omitted.is_empty()).then(|| {
        let paths = at_most(MOST_WITHOUT, omitted.iter().map(|of| &of.path));
        text!(nb: "uten det som ikke kan regnes ut: {paths}", nn: "utan det som ikkje kan reknast ut: {paths}", en: "without what cannot be calculated: {paths}"; paths)
    });
    let command = match view.kind {
        Kind::Proposal => "a3 budget",
        Kind::Status => "a3 status",
    };
    let same = text!(nb: "de samme tallene: a3 rank, {command}", nn: "dei same tala: a3 rank, {command}", en: "the same figures: a3 rank, {command}");
    without.into_iter().chain(said::basis(Text::default(), view.occasion)).chain([same]).collect()
}
