//! The rows with numbers: assumptions, gains, costs and budget lines.

use super::table::Kind::{
    Amount, Choice, Code, Date, Either, Filled, Formula, List, Name, Quantity, Section, Text,
};
use super::table::Needed::{Always, From, No};
use super::table::section;
use crate::model::{Avoids, BenefitKind, CostKind, Extent, Phase, Recipient};

/// The other parties a row can move money to or from, or whose time has a price: every recipient
/// but the organisation itself.
pub(super) const OTHERS: &[&str] =
    &["innbyggerne", "staten", "fylkeskommuner", "andre kommuner", "næringslivet", "frivillig sektor"];

section!(
    /// The three points of an estimate.
    pub THREE_POINT "trepunkt" "et anslag med lav, verdi og høy" / "an estimate with low, value and high" {
        "lav" No, Quantity, "70 000 kr/år", "Det laveste det kan bli. Skrives sammen med «høy»." / "The lowest it can be. Written together with “høy”.";
        "verdi" Always, Quantity, "90 000 kr/år", "Det mest sannsynlige." / "The most likely.";
        "høy" No, Quantity, "120 000 kr/år", "Det høyeste det kan bli. Skrives sammen med «lav»." / "The highest it can be. Written together with “lav”.";
    }
);

/// One year's amount: a quantity, or lav, verdi and høy.
pub static ESTIMATE: super::Kind = Either(&[Quantity, Section(&THREE_POINT)]);

section!(
    /// forutsetning: something formulas build on.
    pub(super) ASSUMPTION "forutsetning" "en forutsetning" / "an assumption" {
        "verdi" Always, Quantity, "60 brukere", "Verdien, eller den mest sannsynlige av tre." / "The value, or the most likely of three.";
        "lav" No, Quantity, "40 brukere", "Det laveste det kan bli. Skrives sammen med «høy»." / "The lowest it can be. Written together with “høy”.";
        "høy" No, Quantity, "70 brukere", "Det høyeste det kan bli. Skrives sammen med «lav»." / "The highest it can be. Written together with “lav”.";
        "kilde" From(Phase::DeepDive), Text, "Vaktlogg uke 3–12", "Hvor tallet er hentet fra." / "Where the figure is from.";
        "dato" No, Date, "2026-03-01", "Når tallet ble hentet." / "When the figure was taken.";
        "gyldig_til" No, Date, "2027-03-01", "Når tallet må hentes på nytt." / "When the figure must be taken again.";
    }
);

section!(
    /// budsjettpost: a line of the budget.
    BUDGET_LINE "budsjettpost" "en budsjettpost" / "a budget line" {
        "ansvar" Always, Code, "3210", "Ansvaret (enheten) i budsjettet." / "The unit in the budget.";
        "funksjon" Always, Code, "257", "KOSTRA-funksjonen." / "The KOSTRA function.";
        "art" Always, Code, "010", "Arten i kontoplanen." / "The KOSTRA account.";
        "andel" No, Quantity, "40 %", "Hvor mye som hører til her når det er flere poster. Sammen blir de 100 %." / "How much belongs here when there are several lines. Together they are 100 %.";
    }
);

section!(
    /// brukes_til: what freed time is put to.
    PUT_TO "brukes_til" "brukes_til" / "brukes_til" {
        "hva" Always, Text, "Færre vakter uten dekning", "Hva tida skal brukes til." / "What the time is put to.";
        "frist" No, Date, "2028-06-01", "Når det skal være bestemt." / "When it is to be decided.";
    }
);

section!(
    /// gevinst: an effect somebody sees as good.
    pub(super) BENEFIT "gevinst" "en gevinst" / "a gain" {
        "navn" Always, Text, "Spart porto", "Hva gevinsten er." / "What the gain is.";
        "type" Always, Choice(BenefitKind::WORDS), "spart tid", "Hva slags gevinst det er." / "What kind of gain it is.";
        "anslag" No, Amount, "90 000 kr/år", "Det dere tror i dag, før det er regnet på." / "What you believe today, before it is calculated.";
        "beregning" No, Formula, "brukere × 2 tilsyn/døgn × 20 min", "Regnestykket. Svaret skal bli kroner eller arbeidstid i året." / "The calculation. It must come out as kroner or working time a year.";
        "stilling" No, Name, "helsefagarbeider", "Hvem som får spart tid. Gir prisen på timene." / "Whose time is saved. Gives the price of the hours.";
        "tas_ut" No, Quantity, "50 %", "Hvor mye som går ut av budsjettet. Uten feltet: alt av unngåtte kostnader, ingenting av spart tid." / "How much leaves the budget. Without the field: all of avoided costs, nothing of saved time.";
        "brukes_til" No, Section(&PUT_TO), "{hva: Færre vakter uten dekning, frist: 2028-06-01}", "Hva resten av den sparte tida brukes til." / "What the rest of the saved time is put to.";
        "innfasing" No, Filled(&Quantity), "[25 %, 80 %, 100 %]", "Hvor mye av gevinsten som kommer første, andre … år. Den siste varer." / "How much of the gain comes in the first, second … year. The last one holds.";
        "budsjettpost" No, Either(&[Section(&BUDGET_LINE), List(&Section(&BUDGET_LINE))]), "{ansvar: 3210, funksjon: 257, art: 010}", "Hvor i budsjettet pengene står. En post, eller en liste der hver har «andel»." / "Where in the budget the money stands. One line, or a list where each has “andel”.";
        "unngår" No, Choice(Avoids::WORDS), "vekst", "Om utgiften står i budsjettet i dag, eller er vekst som ville kommet." / "Whether the expense stands in today's budget, or is growth to come.";
        "mottaker" No, Choice(Recipient::WORDS), "innbyggerne", "Hvem som får gevinsten. Uten feltet: kommunen." / "Who gets the gain. Without the field: the municipality.";
        "betydning" No, Choice(&["liten", "middels", "høy"]), "høy", "Hvor viktig kvaliteten er for dem det gjelder." / "How important the quality is to those concerned.";
        "omfang" No, Choice(Extent::WORDS), "middels positivt", "Hvor stor endringen i kvalitet er." / "How large the change in quality is.";
        "overføring" No, Choice(OTHERS), "staten", "Den andre parten, når pengene bare flyttes (tilskudd, refusjon, brukerbetaling)." / "The other party, when money only moves (grants, refunds, user fees).";
        "levetid" No, Quantity, "5 år", "Hvor lenge gevinsten varer, når det er et annet tall enn for saken." / "How long the gain lasts, when it differs from the case.";
        "eier" No, Text, "Teamleder natt", "Hvem som skal ta ut gevinsten, når det er en annen enn sakens eier." / "Who takes the gain out, when it is not the owner of the case.";
        "kilde" No, Text, "Postlisten 2025", "Hvor tallet er hentet fra." / "Where the figure is from.";
    }
);

section!(
    /// kostnad: what the case asks for.
    pub(super) COST "kostnad" "en kostnad" / "a cost" {
        "navn" Always, Text, "Sensorer", "Hva det er." / "What it is.";
        "type" Always, Choice(CostKind::WORDS), "investering", "Om det er en investering, en engangsutgift til omstilling, eller drift hvert år." / "Whether it is an investment, a one-off expense for change, or running each year.";
        "beløp" No, Amount, "320 000 kr/år", "Hva det koster, uten merverdiavgift dere får igjen." / "What it costs, without VAT you get back.";
        "beregning" No, Formula, "45 ansatte × 8 timer", "Regnestykket, når beløpet følger av noe annet." / "The calculation, when the amount follows from something else.";
        "stilling" No, Name, "helsefagarbeider", "Hvem som bruker tida. Gir prisen på timene." / "Whose time it takes. Gives the price of the hours.";
        "utbetales" No, Quantity, "30 %", "Hvor mye som betales i penger. Uten feltet: alt av beløp, ingenting av egen tid." / "How much is paid in money. Without the field: all of amounts, nothing of own time.";
        "avdragstid" No, Quantity, "8 år", "Hvor lenge lånet til en investering betales ned." / "How long the loan for an investment is repaid.";
        "budsjettpost" No, Either(&[Section(&BUDGET_LINE), List(&Section(&BUDGET_LINE))]), "{ansvar: 3210, funksjon: 257, art: 195}", "Hvor i budsjettet utgiften føres. En post, eller en liste der hver har «andel»." / "Where in the budget the expense is booked. One line, or a list where each has “andel”.";
        "overføring" No, Choice(OTHERS), "staten", "Den andre parten, når pengene bare flyttes (tilskudd, refusjon, brukerbetaling)." / "The other party, when money only moves (grants, refunds, user fees).";
        "levetid" No, Quantity, "5 år", "Hvor lenge kostnaden varer, når det er et annet tall enn for saken." / "How long the cost lasts, when it differs from the case.";
        "eier" No, Text, "IKT", "Hvem som svarer for kostnaden." / "Who answers for the cost.";
        "kilde" No, Text, "Tilbud fra leverandør", "Hvor tallet er hentet fra." / "Where the figure is from.";
    }
);
