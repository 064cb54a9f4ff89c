//! a3.yaml, as written.

use super::amount::Assumptions;
use super::field::Keyed;
use super::record::{record, word};
use super::{Reader, amount};
use crate::model::{Choice, Distribution, Method, Recipient, Rounding};
use crate::source::Spanned;
use crate::units::{Fte, HourlyCost, Hours, Kroner, Rate, Share, Year};
use crate::yaml::{Kind, Node};

/// A value for each calendar year.
pub type ByYear<T> = Vec<(Spanned<Year>, Spanned<T>)>;

record!(
    /// virksomheten: a3.yaml as written.
    Organisation {
        [
            /// Whether everything written could be used.
            whole: bool;
        ]
        /// a3: the version of the format
        version: String = "a3", Reader::text;
        /// virksomhet
        name: String = "virksomhet", Reader::text;
        /// budsjettår
        budget_year: Year = "budsjettår", Reader::year;
        /// kalkyle
        rules: Rules = "kalkyle", rules;
        /// stillinger
        positions: Vec<Keyed<Position>> = "stillinger", |reader, node| {
            reader.keyed(node, |reader, entry| reader.mapping(&entry.value, Position::read))
        };
        /// lønnspåslag
        surcharges: Surcharges = "lønnspåslag", |reader, node| reader.mapping(node, Surcharges::read);
        /// felles
        shared: Assumptions = "felles", amount::assumptions;
        /// områder
        areas: Vec<Spanned<String>> = "områder", Reader::texts;
        /// mål
        goals: Vec<Keyed<Goal>> = "mål", |reader, node| {
            reader.keyed(node, |reader, entry| reader.mapping(&entry.value, Goal::read))
        };
        /// rammer
        frames: Frames = "rammer", |reader, node| reader.mapping(node, Frames::read);
        /// prioritering
        ranking: Ranking = "prioritering", |reader, node| reader.mapping(node, Ranking::read);
        /// minste_stilling
        smallest_position: Share = "minste_stilling", Reader::share;
        /// budsjett: path of today's budget from the root
        budget_file: String = "budsjett", Reader::text;
        /// regler: severity by rule
        severities: Vec<Keyed<Spanned<String>>> = "regler", |reader, node| {
            reader.keyed(node, |reader, entry| Some(Spanned::new(reader.text(&entry.value)?, entry.value.span)))
        };
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// kalkyle
    Rules {
        /// timer_per_årsverk
        hours_per_fte: Hours = "timer_per_årsverk", Reader::hours_per_fte;
        /// rente
        discount: Discount = "rente", discount;
        /// sammenligningsår
        base_year: Year = "sammenligningsår", Reader::year;
        /// analyseperiode, whole years
        period: u16 = "analyseperiode", Reader::whole_years;
        /// skattefinansiering
        tax_cost: Rate = "skattefinansiering", Reader::rate;
        /// fordeling
        distribution: Distribution = "fordeling", word!(Distribution);
        /// tidsverdi, by mottaker
        time_values: Vec<(Spanned<Recipient>, Spanned<HourlyCost>)> = "tidsverdi", time_values;
        /// realvekst_tid
        real_growth: Rate = "realvekst_tid", Reader::rate;
        /// lån
        loan: Loan = "lån", |reader, node| reader.mapping(node, Loan::read);
        /// deflator
        deflator: ByYear<Rate> = "deflator", |reader, node| reader.by_year(node, Reader::rate);
        /// avrunding
        rounding: Rounding = "avrunding", word!(Rounding);
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// One step of rente.
    RateStep {
        /// til: the last year of the step
        until: Year = "til", Reader::year;
        /// rente
        rate: Rate = "rente", Reader::rate;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// lån
    Loan {
        /// rente
        rate: Rate = "rente", Reader::rate;
        /// avdragstid, whole years
        repayment_years: u16 = "avdragstid", Reader::whole_years;
        /// ansvar
        unit: String = "ansvar", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// stilling: årskostnad, or årslønn with surcharges.
    Position {
        /// årslønn, kroner per year
        wage: Kroner = "årslønn", Reader::pay;
        /// årskostnad, kroner per year
        annual_cost: Kroner = "årskostnad", Reader::pay;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// lønnspåslag
    Surcharges {
        /// pensjon
        pension: Rate = "pensjon", Reader::rate;
        /// arbeidsgiveravgift
        employer_levy: Levy = "arbeidsgiveravgift", levy;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// mål: a goal cases point to.
    Goal {
        /// navn
        name: String = "navn", Reader::text;
        /// kilde
        source: String = "kilde", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// rammer
    Frames {
        /// endringskapasitet, per område and year
        capacity: Vec<Keyed<ByYear<Fte>>> = "endringskapasitet", |reader, node| {
            reader.keyed(node, |reader, entry| reader.by_year(&entry.value, Reader::fte))
        };
        /// investering, per year
        investment: ByYear<Kroner> = "investering", money_by_year;
        /// omstilling, per year
        restructuring: ByYear<Kroner> = "omstilling", money_by_year;
        /// innsparingskrav, per year
        savings_demand: ByYear<Kroner> = "innsparingskrav", money_by_year;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// prioritering
    Ranking {
        /// metode
        method: Method = "metode", word!(Method);
        /// låst, by case id
        locked: Vec<Keyed<Lock>> = "låst", |reader, node| {
            reader.keyed(node, |reader, entry| reader.mapping(&entry.value, Lock::read))
        };
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// låst: leadership's own decision on a case.
    Lock {
        /// valg
        choice: Choice = "valg", word!(Choice);
        /// oppstart
        start: Year = "oppstart", Reader::year;
        /// begrunnelse
        reason: String = "begrunnelse", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);

/// rente
#[derive(Debug, Clone, PartialEq)]
pub enum Discount {
    /// `R-109`
    R109,
    /// One rate.
    Flat(Rate),
    /// Steps, in the order written.
    Steps(Vec<RateStep>),
}

/// arbeidsgiveravgift
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Levy {
    /// A rate.
    Rate(Rate),
    /// `sone II`: the zone after the word.
    Zone(String),
}

/// Reads kalkyle, and counts årsverk its way from here on.
fn rules(reader: &mut Reader, node: &Node<'_>) -> Option<Rules> {
    let rules = reader.mapping(node, Rules::read)?;
    if let Some(hours) = rules.hours_per_fte.get() {
        reader.context.hours_per_fte = *hours;
    }
    Some(rules)
}

fn discount(reader: &mut Reader, node: &Node<'_>) -> Option<Discount> {
    match node.kind {
        Kind::List(_) => reader.rows(node, RateStep::read).map(Discount::Steps),
        Kind::Scalar(_) if node.text() == Some("R-109") => Some(Discount::R109),
        Kind::Scalar(_) => reader.rate(node).map(Discount::Flat),
        Kind::Empty | Kind::Mapping(_) => None,
    }
}

fn levy(reader: &mut Reader, node: &Node<'_>) -> Option<Levy> {
    match node.text()?.strip_prefix("sone") {
        Some(zone) => Some(Levy::Zone(zone.trim().to_owned())),
        None => reader.rate(node).map(Levy::Rate),
    }
}

fn money_by_year(reader: &mut Reader, node: &Node<'_>) -> Option<ByYear<Kroner>> {
    reader.by_year(node, Reader::money_from_nothing)
}

fn time_values(
    reader: &mut Reader,
    node: &Node<'_>,
) -> Option<Vec<(Spanned<Recipient>, Spanned<HourlyCost>)>> {
    let values = reader.keyed(node, |reader, entry| {
        let recipient = Recipient::from_word(&entry.key.value)?;
        let price = Spanned::new(reader.hourly_price(&entry.value)?, entry.value.span);
        Some((Spanned::new(recipient, entry.key.span), price))
    })?;
    Some(values.into_iter().map(|keyed| keyed.row).collect())
}
