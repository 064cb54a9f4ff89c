//! gevinster and kostnader, as written.

use super::amount::Amount;
use super::calculation::Calculation;
use super::record::{record, word};
use super::{Reader, amount};
use crate::model::{Avoids, BenefitKind, CostKind, Extent, Recipient, Size};
use crate::quantity::{Base, Dimension};
use crate::source::Spanned;
use crate::units::Share;
use crate::yaml::{Kind, Node};
use chrono::NaiveDate;

record!(
    /// gevinst
    Benefit {
        /// navn
        name: String = "navn", Reader::text;
        /// type
        kind: BenefitKind = "type", word!(BenefitKind);
        /// beregning
        calculation: Calculation = "beregning", Reader::calculation;
        /// anslag
        estimate: Amount = "anslag", amount::read;
        /// mottaker
        recipient: Recipient = "mottaker", word!(Recipient);
        /// stilling
        position: String = "stilling", Reader::text;
        /// tas_ut
        take_out: Share = "tas_ut", Reader::share;
        /// brukes_til: what the rest of the freed time is put to
        purpose: Purpose = "brukes_til", |reader, node| reader.mapping(node, Purpose::read);
        /// unngår
        avoids: Avoids = "unngår", word!(Avoids);
        /// overføring
        transfer: Recipient = "overføring", word!(Recipient);
        /// innfasing: first, second … year
        phase_in: Vec<Spanned<Share>> = "innfasing", |reader, node| reader.list(node, Reader::share);
        /// levetid of the row
        life: u16 = "levetid", Reader::whole_years;
        /// budsjettpost: one line, or several with andel
        budget_lines: Vec<BudgetLine> = "budsjettpost", budget_lines;
        /// betydning
        importance: Size = "betydning", word!(Size);
        /// omfang
        extent: Extent = "omfang", word!(Extent);
        /// eier
        owner: String = "eier", Reader::text;
        /// kilde
        source: String = "kilde", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// brukes_til: what freed time is put to, decided by when.
    Purpose {
        /// hva
        what: String = "hva", Reader::text;
        /// frist
        due: NaiveDate = "frist", Reader::date;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// kostnad
    Cost {
        /// navn
        name: String = "navn", Reader::text;
        /// type
        kind: CostKind = "type", word!(CostKind);
        /// beregning
        calculation: Calculation = "beregning", Reader::calculation;
        /// beløp
        amount: Amount = "beløp", amount::read;
        /// stilling
        position: String = "stilling", Reader::text;
        /// utbetales
        paid_out: Share = "utbetales", Reader::share;
        /// overføring
        transfer: Recipient = "overføring", word!(Recipient);
        /// levetid of the row
        life: u16 = "levetid", Reader::whole_years;
        /// avdragstid
        repayment_years: u16 = "avdragstid", Reader::whole_years;
        /// budsjettpost: one line, or several with andel
        budget_lines: Vec<BudgetLine> = "budsjettpost", budget_lines;
        /// eier
        owner: String = "eier", Reader::text;
        /// kilde
        source: String = "kilde", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// budsjettpost: one line of the budget.
    BudgetLine {
        /// ansvar
        unit: String = "ansvar", Reader::text;
        /// funksjon
        function: String = "funksjon", Reader::text;
        /// art
        art: String = "art", Reader::text;
        /// andel
        share: Share = "andel", Reader::share;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);

/// A gain. A bare number is kroner per year, except where the gain is time: hours or kroner.
pub(super) fn benefit(node: &Node<'_>, reader: &mut Reader) -> Benefit {
    let saves_money = node.get("type").and_then(Node::text) == Some(BenefitKind::AvoidedCost.word());
    reader.bare = saves_money.then(|| Dimension::per(Base::Krone, Base::Year));
    let benefit = Benefit::read(node, reader);
    reader.bare = None;
    benefit
}

/// A cost. A bare number is kroner, per year where the cost runs.
pub(super) fn cost(node: &Node<'_>, reader: &mut Reader) -> Cost {
    let runs = node.get("type").and_then(Node::text) == Some(CostKind::Running.word());
    let (kroner, per_year) = (Dimension::of(Base::Krone), Dimension::per(Base::Krone, Base::Year));
    reader.bare = Some(if runs { per_year } else { kroner });
    let cost = Cost::read(node, reader);
    reader.bare = None;
    cost
}

fn budget_lines(reader: &mut Reader, node: &Node<'_>) -> Option<Vec<BudgetLine>> {
    match node.kind {
        Kind::Mapping(_) => Some(vec![BudgetLine::read(node, reader)]),
        Kind::List(_) => reader.rows(node, BudgetLine::read),
        Kind::Empty | Kind::Scalar(_) => None,
    }
}
