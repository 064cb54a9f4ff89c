//! The left half of the sheet: duties, gaps and alternatives; and risk.

use super::Reader;
use super::record::{record, word};
use crate::model::{Fulfilment, Size};

record!(
    /// minimumskrav: a duty of law or regulation.
    Requirement {
        /// krav
        text: String = "krav", Reader::text;
        /// hjemmel
        legal_basis: String = "hjemmel", Reader::text;
        /// oppfylt, today
        today: Fulfilment = "oppfylt", word!(Fulfilment);
        /// etter, with this case
        after: Fulfilment = "etter", word!(Fulfilment);
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// gap: now, wanted and after, as written.
    Gap {
        /// navn
        name: String = "navn", Reader::text;
        /// nå
        now: String = "nå", Reader::text;
        /// ønsket
        wanted: String = "ønsket", Reader::text;
        /// etter
        after: String = "etter", Reader::text;
        /// kilde
        source: String = "kilde", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// alternativ
    Alternative {
        /// navn
        name: String = "navn", Reader::text;
        /// vurdering
        assessment: String = "vurdering", Reader::text;
        /// valgt
        chosen: bool = "valgt", Reader::yes_or_no;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// risiko
    Risk {
        /// hva
        what: String = "hva", Reader::text;
        /// sannsynlighet
        probability: Size = "sannsynlighet", word!(Size);
        /// konsekvens
        consequence: Size = "konsekvens", word!(Size);
        /// tiltak
        response: String = "tiltak", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
