//! What is planned, in place, decided and measured.

use super::Reader;
use super::record::{record, rows, word};
use crate::model::{Frequency, Outcome, Status};
use crate::quantity::Quantity;
use chrono::NaiveDate;

record!(
    /// plan: one thing to do.
    PlanRow {
        /// hva
        what: String = "hva", Reader::text;
        /// hvem
        who: String = "hvem", Reader::text;
        /// frist
        due: NaiveDate = "frist", Reader::date;
        /// behov
        need: String = "behov", Reader::text;
        /// status
        status: Status = "status", word!(Status);
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// betingelse: what must be in place for the gain to come.
    Condition {
        /// hva
        what: String = "hva", Reader::text;
        /// hvem
        who: String = "hvem", Reader::text;
        /// frist
        due: NaiveDate = "frist", Reader::date;
        /// status
        status: Status = "status", word!(Status);
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// forankring: who has been brought along, and how.
    Engagement {
        /// hvem
        who: String = "hvem", Reader::text;
        /// hvordan
        how: String = "hvordan", Reader::text;
        /// dato
        date: NaiveDate = "dato", Reader::date;
        /// status
        status: Status = "status", word!(Status);
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// vedtak
    Decision {
        /// dato
        date: NaiveDate = "dato", Reader::date;
        /// organ
        body: String = "organ", Reader::text;
        /// beslutning
        outcome: Outcome = "beslutning", word!(Outcome);
        /// sak: the number in the archive
        reference: String = "sak", Reader::text;
        /// innarbeidet
        in_budget: bool = "innarbeidet", Reader::yes_or_no;
        /// tall: fingerprint of the numbers decided on
        fingerprint: String = "tall", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// måling: how a gain is followed.
    Measurement {
        /// navn
        name: String = "navn", Reader::text;
        /// gevinst: the name of the gain it follows
        benefit: String = "gevinst", Reader::text;
        /// nullpunkt
        baseline: Reading = "nullpunkt", reading;
        /// mål
        target: Reading = "mål", reading;
        /// hyppighet
        frequency: Frequency = "hyppighet", word!(Frequency);
        /// ansvarlig
        responsible: String = "ansvarlig", Reader::text;
        /// målt, in the order written
        readings: Vec<Reading> = "målt", rows!(Reading);
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// A value on a date.
    Reading {
        /// dato
        date: NaiveDate = "dato", Reader::date;
        /// verdi
        value: Quantity = "verdi", Reader::quantity;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);

fn reading(reader: &mut Reader, node: &crate::yaml::Node<'_>) -> Option<Reading> {
    reader.mapping(node, Reading::read)
}
