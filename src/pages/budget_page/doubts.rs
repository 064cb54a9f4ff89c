//! What cannot be right, or should be looked at, as sentences.

use super::{Report, labels};
use crate::budget::{BrokenBond, Doubt, FutureBudget, PracticeClash};
use crate::pages::page::Block;
use crate::report::Today;
use crate::text;
use crate::units::{Overflow, Year};
use crate::words::{Text, all_of};

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Whether the budget cannot be right as it stands.
    pub is_wrong: bool,
    /// A sentence or two: which line, how much stands there, how much is taken, and what to do.
    pub words: Text,
}

/// Everything to look at, by line and unit, each once with its years.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn warnings(budget: &FutureBudget, today: Today<'_>) -> Result<Vec<Warning>, Overflow> {
    let is_today_known = today.is_known();
    let mut doubts = if is_today_known { budget.doubts()? } else { Vec::new() };
    doubts.sort_by_key(about);
    let mut warnings = Vec::new();
    for same in doubts.chunk_by(|one, other| about(one) == about(other)) {
        let years: Vec<Year> = same.iter().map(year_of).collect();
        warnings.extend(same.first().and_then(|first| doubt(budget, first, &years)));
    }
    warnings.extend(clashes(budget));
    warnings.extend(budget.broken_bonds.iter().map(|broken| bond(budget, broken)));
    let taken = budget.savings_without_line().into_iter().map(|case| {
        let title = labels::title(budget, case);
        Warning { is_wrong: false, words: text!(
            nb: "«{title}» tar ut penger uten budsjettpost, så ingen linje blir lavere. Skriv budsjettpost på gevinsten.",
            en: "“{title}” takes out money without a budget line, so no line becomes lower. Write budsjettpost on the gain."
        ) }
    });
    warnings.extend(taken);
    let empty = budget.empty_units.iter().filter(|_| is_today_known).map(|unit| {
        Warning { is_wrong: false, words: text!(
            nb: "En sak nevner ansvar {unit}, som ikke har noen linje i dagens budsjett. Sjekk at ansvaret er riktig skrevet.",
            en: "A case names unit {unit}, which has no line in today's budget. Check that the unit is written right."
        ) }
    });
    warnings.extend(empty);
    Ok(warnings)
}

/// The same as notes under the tables.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let warnings = warnings(report.budget, report.today)?;
    if warnings.is_empty() {
        return Ok(Vec::new());
    }
    let heading = Block::Heading(text!(nb: "Se over dette", en: "Look over this"));
    let notes = warnings.into_iter().map(|warning| Block::Note(warning.words));
    Ok(core::iter::once(heading).chain(notes).collect())
}

/// Cases that cannot be carried out as they stand. Where two exclude each other, the sums are of
/// something that cannot be.
fn bond(budget: &FutureBudget, broken: &BrokenBond) -> Warning {
    let title = |case: &usize| labels::title(budget, *case);
    let start = |case: usize| budget.cases.get(case).map_or(0, |case| case.start.number());
    let words = match broken {
        BrokenBond::BothIn { one, other } => {
            let (ids, one, other) = (labels::ids(budget, &[*one, *other]), title(one), title(other));
            text!(
                nb: "«{one}» og «{other}» utelukker hverandre, men begge er med ({ids}). Bare én av dem kan gjennomføres, så summene stemmer ikke. Velg saker med --saker, og ta med bare den ene.",
                en: "“{one}” and “{other}” exclude each other, but both are in ({ids}). Only one of them can be carried out, so the sums are not right. Choose cases with --saker, and take in just the one."
            )
        }
        BrokenBond::Missing { case, required } => {
            let (id, case) = (labels::id(budget, *case), title(case));
            text!(
                nb: "«{case}» ({id}) krever {required}, som ikke er med. Da kan saken ikke gjennomføres slik den er regnet. Ta med {required}, eller la saken være ute.",
                en: "“{case}” ({id}) requires {required}, which is not in. Then the case cannot be carried out as it is calculated. Take in {required}, or leave the case out."
            )
        }
        BrokenBond::Later { case, required } => {
            let (from, later) = (start(*case), start(*required));
            let (case, required) = (title(case), title(required));
            text!(
                nb: "«{case}» starter i {from}, men krever «{required}», som først starter i {later}. Skriv en senere oppstart på den første, eller en tidligere på den andre.",
                en: "“{case}” starts in {from}, but requires “{required}”, which does not start until {later}. Write a later oppstart for the first, or an earlier one for the second."
            )
        }
    };
    Warning { is_wrong: broken.is_wrong(), words }
}

/// What a doubt is about, whatever the year: its kind (what cannot be right first), and the line or unit.
const fn about(doubt: &Doubt) -> (u8, usize) {
    match doubt {
        Doubt::LineOverdrawn { line, .. } => (0, *line),
        Doubt::UnitOverdrawn { unit, .. } => (1, *unit),
        Doubt::NoLine { line, .. } => (2, *line),
        Doubt::NegativeFte { line, .. } => (3, *line),
    }
}

const fn year_of(doubt: &Doubt) -> Year {
    match doubt {
        Doubt::LineOverdrawn { year, .. }
        | Doubt::NoLine { year, .. }
        | Doubt::NegativeFte { year, .. }
        | Doubt::UnitOverdrawn { year, .. } => *year,
    }
}

/// The sentence of the first year, and which years it goes for.
fn doubt(budget: &FutureBudget, doubt: &Doubt, years: &[Year]) -> Option<Warning> {
    let also = also(years);
    let words = match doubt {
        Doubt::LineOverdrawn { line, year, stands, taken } => {
            let (name, cases) = line_and_cases(budget, *line, *year)?;
            let year = year.number();
            text!(
                nb: "{name}: i {year} tas det ut {taken}, men det står bare {stands} på linjen ({cases}).{also} Ta ut mindre, eller rett budsjettposten.",
                en: "{name}: in {year} {taken} is taken out, but only {stands} stands on the line ({cases}).{also} Take out less, or mend the budget line."; taken, stands, also
            )
        }
        Doubt::NoLine { line, year, taken } => {
            let (name, cases) = line_and_cases(budget, *line, *year)?;
            let year = year.number();
            text!(
                nb: "{name}: i {year} tas det ut {taken}, men linjen står ikke i dagens budsjett ({cases}).{also} Rett budsjettposten, så pengene tas der de står.",
                en: "{name}: in {year} {taken} is taken out, but the line is not in today's budget ({cases}).{also} Mend the budget line, so that the money is taken where it stands."; taken, also
            )
        }
        Doubt::NegativeFte { line, year, left } => {
            let (name, cases) = line_and_cases(budget, *line, *year)?;
            let (left, year) = (labels::fte(*left), year.number());
            text!(
                nb: "{name}: i {year} blir det {left} igjen på linjen ({cases}).{also} Sjekk om årsverkene står på en annen linje.",
                en: "{name}: in {year} {left} is left on the line ({cases}).{also} Check whether the FTE stand on another line."; left, also
            )
        }
        Doubt::UnitOverdrawn { unit, year, has, taken } => {
            let unit = budget.units.get(*unit)?;
            let (name, cases) = (labels::unit(unit), labels::ids(budget, &unit.cases));
            let (has, taken, year) = (labels::fte(*has), labels::fte(*taken), year.number());
            text!(
                nb: "{name}: i {year} tas det ut {taken}, men ansvaret har bare {has} ({cases}).{also} Ta ut mindre, eller rett budsjettposten.",
                en: "{name}: in {year} {taken} are taken out, but the unit has only {has} ({cases}).{also} Take out less, or mend the budget line."; taken, has, also
            )
        }
    };
    Some(Warning { is_wrong: doubt.is_wrong(), words })
}

fn line_and_cases(budget: &FutureBudget, line: usize, year: Year) -> Option<(String, String)> {
    let line = budget.lines.get(line)?;
    Some((labels::line(line), labels::ids(budget, &line.cases(year))))
}

/// «Det samme gjelder 2028 og 2029.», with a space before; nothing for one year.
fn also(years: &[Year]) -> Text {
    match years {
        [] | [_] => Text::default(),
        [_, rest @ ..] => {
            let rest = all_of(rest);
            text!(nb: " Det samme gjelder {rest}.", en: " The same goes for {rest}."; rest)
        }
    }
}

/// More than one new practice for one ansvar and funksjon, each once with its years.
fn clashes(budget: &FutureBudget) -> Vec<Warning> {
    let is_same = |one: &PracticeClash, other: &PracticeClash| {
        one.unit == other.unit && one.function == other.function && one.cases == other.cases
    };
    let said = budget.clashes.chunk_by(is_same).filter_map(|same| {
        let PracticeClash { unit, function, cases, .. } = same.first()?;
        let years: Vec<Year> = same.iter().map(|clash| clash.year).collect();
        let (years, ids) = (all_of(&years), labels::ids(budget, cases));
        let words = if cases.len() > 1 {
            text!(
                nb: "{unit} {function}: ny_praksis i {ids} gjelder samme funksjon i {years}. Da brukes ingen av dem. La én sak si hva den nye praksisen er.",
                en: "{unit} {function}: ny_praksis of {ids} is for the same function in {years}. None of them is used. Let one case say what the new practice is."; years
            )
        } else {
            text!(
                nb: "{unit} {function}: ny_praksis i {ids} sier samme linje to ganger i {years}. Da brukes den ikke. Skriv hver linje én gang.",
                en: "{unit} {function}: ny_praksis of {ids} says the same line twice in {years}. It is not used. Write each line once."; years
            )
        };
        Some(Warning { is_wrong: true, words })
    });
    said.collect()
}
