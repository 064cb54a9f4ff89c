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

/// One year's amount: a quantity, or lav, verdi and høy.
pub static ESTIMATE: super::Kind = Either(&[Quantity, Section(&THREE_POINT)]);

/// The rows with numbers, handed to `section` here for the table and to `record` in `document` for what is read.
macro_rules! row_sections {
    ($make:ident) => { $make! {
        /// The three points of an estimate.
        pub THREE_POINT ThreePoint "trepunkt" "et anslag med lav, verdi og høy" / "eit anslag med lav, verdi og høy" / "an estimate with low, value and high" {
            low: Quantity = "lav" No, Quantity, "70 000 kr/år", "Det laveste det kan bli. Skrives sammen med «høy»." / "Det lågaste det kan bli. Skal stå saman med «høy»." / "The lowest it can be. Written together with “høy”.";
            mode: Quantity = "verdi" Always, Quantity, "90 000 kr/år", "Det mest sannsynlige." / "Det mest sannsynlege." / "The most likely.";
            high: Quantity = "høy" No, Quantity, "120 000 kr/år", "Det høyeste det kan bli. Skrives sammen med «lav»." / "Det høgaste det kan bli. Skal stå saman med «lav»." / "The highest it can be. Written together with “lav”.";
        }

        /// forutsetning: something formulas build on.
        pub(super) ASSUMPTION Assumption [estimate: Field<Estimate>, in_one_line: Option<String>, has_points: bool] "forutsetning" "en forutsetning" / "ein føresetnad" / "an assumption" {
            "verdi" Always, Quantity, "60 brukere", "Verdien, eller den mest sannsynlige av tre." / "Verdien, eller den mest sannsynlege av tre." / "The value, or the most likely of three.";
            "lav" No, Quantity, "40 brukere", "Det laveste det kan bli. Skrives sammen med «høy»." / "Det lågaste det kan bli. Skal stå saman med «høy»." / "The lowest it can be. Written together with “høy”.";
            "høy" No, Quantity, "70 brukere", "Det høyeste det kan bli. Skrives sammen med «lav»." / "Det høgaste det kan bli. Skal stå saman med «lav»." / "The highest it can be. Written together with “lav”.";
            source: String = "kilde" From(Phase::DeepDive), Text, "Vaktlogg uke 3–12", "Hvor tallet er hentet fra." / "Kvar talet er henta frå." / "Where the figure is from.";
            date: NaiveDate = "dato" No, Date, "2026-03-01", "Når tallet ble hentet." / "Når talet blei henta." / "When the figure was taken.";
            valid_until: NaiveDate = "gyldig_til" No, Date, "2027-03-01", "Når tallet må hentes på nytt." / "Når talet må hentast på nytt." / "When the figure must be taken again.";
        }

        /// budsjettpost: a line of the budget.
        pub BUDGET_LINE BudgetLine "budsjettpost" "en budsjettpost" / "ein budsjettpost" / "a budget line" {
            unit: String = "ansvar" Always, Code, "3210", "Ansvaret (enheten) i budsjettet." / "Ansvaret (eininga) i budsjettet." / "The unit in the budget.";
            function: String = "funksjon" Always, Code, "257", "KOSTRA-funksjonen." / "KOSTRA-funksjonen." / "The KOSTRA function.";
            art: String = "art" Always, Code, "010", "Arten i kontoplanen." / "Arten i kontoplanen." / "The KOSTRA account.";
            share: Share = "andel" No, Quantity, "40 %", "Hvor mye som hører til her når det er flere poster. Sammen blir de 100 %." / "Kor mykje som høyrer til her når det er fleire postar. Til saman blir dei 100 %." / "How much belongs here when there are several lines. Together they are 100 %.";
        }

        /// brukes_til: what freed time is put to.
        PUT_TO Purpose "brukes_til" "brukes_til" / "brukes_til" / "brukes_til" {
            what: String = "hva" Always, Text, "Færre vakter uten dekning", "Hva tida skal brukes til." / "Kva tida skal brukast til." / "What the time is put to.";
            due: NaiveDate = "frist" No, Date, "2028-06-01", "Når det skal være bestemt." / "Når det skal vere bestemt." / "When it is to be decided.";
        }

        /// gevinst: an effect somebody sees as good.
        pub BENEFIT Benefit [amount_notes: Vec<Field<String>>] "gevinst" "en gevinst" / "ein gevinst" / "a gain" {
            name: String = "navn" Always, Text, "Spart porto", "Hva gevinsten er." / "Kva gevinsten er." / "What the gain is.";
            kind: BenefitKind = "type" Always, Choice(BenefitKind::WORDS), "spart tid", "Hva slags gevinst det er." / "Kva slags gevinst det er." / "What kind of gain it is.";
            estimate: Amount = "anslag" No, Amount, "90 000 kr/år", "Det dere tror i dag, før det er regnet på. I en liste, år for år, varer den siste verdien: skriv 0 til slutt når det tar slutt." / "Det de trur i dag, før det er rekna på. I ei liste, år for år, varer den siste verdien: skriv 0 til slutt når det tek slutt." / "What you believe today, before it is calculated. In a list, year by year, the last value holds on: write 0 last where it ends.";
            calculation: Calculation = "beregning" No, Formula, "brukere × 2 tilsyn/døgn × 20 min", "Regnestykket. Svaret skal bli kroner eller arbeidstid i året." / "Reknestykket. Svaret skal bli kroner eller arbeidstid i året." / "The calculation. It must come out as kroner or working time a year.";
            position: String = "stilling" No, Name, "helsefagarbeider", "Hvem som får spart tid. Gir prisen på timene." / "Kven som får spart tid. Gir prisen på timane." / "Whose time is saved. Gives the price of the hours.";
            take_out: Share = "tas_ut" No, Quantity, "50 %", "Hvor mye som går ut av budsjettet. Uten feltet: alt av unngåtte kostnader, ingenting av spart tid." / "Kor mykje som går ut av budsjettet. Utan feltet: alt av unngåtte kostnader, ingenting av spart tid." / "How much leaves the budget. Without the field: all of avoided costs, nothing of saved time.";
            purpose: Purpose = "brukes_til" No, Section(&PUT_TO), "{hva: Færre vakter uten dekning, frist: 2028-06-01}", "Hva resten av den sparte tida brukes til." / "Kva resten av den sparte tida blir brukt til." / "What the rest of the saved time is put to.";
            phase_in: Vec<Spanned<Share>> = "innfasing" No, Filled(&Quantity), "[25 %, 80 %, 100 %]", "Hvor mye av gevinsten som kommer første, andre … år. Den siste varer." / "Kor mykje av gevinsten som kjem første, andre … år. Den siste varer." / "How much of the gain comes in the first, second … year. The last one holds.";
            budget_lines: Vec<BudgetLine> = budget_lines "budsjettpost" From(Phase::Preparation), Either(&[Section(&BUDGET_LINE), List(&Section(&BUDGET_LINE))]), "{ansvar: 3210, funksjon: 257, art: 010}", "Hvor i budsjettet pengene står. En post, eller en liste der hver har «andel»." / "Kvar i budsjettet pengane står. Ein post, eller ei liste der kvar har «andel»." / "Where in the budget the money stands. One line, or a list where each has “andel”.";
            avoids: Avoids = "unngår" No, Choice(Avoids::WORDS), "vekst", "Om utgiften står i budsjettet i dag, eller er vekst som ville kommet." / "Om utgifta står i budsjettet i dag, eller er vekst som ville kome." / "Whether the expense stands in today's budget, or is growth to come.";
            recipient: Recipient = "mottaker" No, Choice(Recipient::WORDS), "innbyggerne", "Hvem som får gevinsten. Uten feltet: kommunen." / "Kven som får gevinsten. Utan feltet: kommunen." / "Who gets the gain. Without the field: the municipality.";
            importance: Size = "betydning" No, Choice(&["liten", "middels", "høy"]), "høy", "Hvor viktig kvaliteten er for dem det gjelder." / "Kor viktig kvaliteten er for dei det gjeld." / "How important the quality is to those concerned.";
            extent: Extent = "omfang" No, Choice(Extent::WORDS), "middels positivt", "Hvor stor endringen i kvalitet er." / "Kor stor endringa i kvalitet er." / "How large the change in quality is.";
            transfer: Recipient = "overføring" No, Choice(OTHERS), "staten", "Den andre parten, når pengene bare flyttes (tilskudd, refusjon, brukerbetaling)." / "Den andre parten, når pengane berre blir flytta (tilskot, refusjon, brukarbetaling)." / "The other party, when money only moves (grants, refunds, user fees).";
            life: u16 = "levetid" No, Quantity, "5 år", "Hvor lenge gevinsten varer, når det er et annet tall enn for saken." / "Kor lenge gevinsten varer, når det er eit anna tal enn for saka." / "How long the gain lasts, when it differs from the case.";
            owner: String = "eier" No, Text, "Teamleder natt", "Hvem som skal ta ut gevinsten, når det er en annen enn sakens eier." / "Kven som skal ta ut gevinsten, når det er ein annan enn eigaren av saka." / "Who takes the gain out, when it is not the owner of the case.";
            source: String = "kilde" No, Text, "Postlisten 2025", "Hvor tallet er hentet fra." / "Kvar talet er henta frå." / "Where the figure is from.";
        }

        /// kostnad: what the case asks for.
        pub COST Cost [amount_notes: Vec<Field<String>>] "kostnad" "en kostnad" / "ein kostnad" / "a cost" {
            name: String = "navn" Always, Text, "Sensorer", "Hva det er." / "Kva det er." / "What it is.";
            kind: CostKind = "type" Always, Choice(CostKind::WORDS), "investering", "Om det er en investering, en engangsutgift til omstilling, eller drift hvert år." / "Om det er ei investering, ei eingongsutgift til omstilling, eller drift kvart år." / "Whether it is an investment, a one-off expense for change, or running each year.";
            amount: Amount = "beløp" No, Amount, "320 000 kr/år", "Hva det koster, uten merverdiavgift dere får igjen. I en liste varer den siste verdien for drift." / "Kva det kostar, utan meirverdiavgift de får att. I ei liste varer den siste verdien for drift." / "What it costs, without VAT you get back. In a list, the last value holds on where it is a running cost.";
            calculation: Calculation = "beregning" No, Formula, "45 ansatte × 8 timer", "Regnestykket, når beløpet følger av noe annet." / "Reknestykket, når beløpet følgjer av noko anna." / "The calculation, when the amount follows from something else.";
            position: String = "stilling" No, Name, "helsefagarbeider", "Hvem som bruker tida. Gir prisen på timene." / "Kven som bruker tida. Gir prisen på timane." / "Whose time it takes. Gives the price of the hours.";
            paid_out: Share = "utbetales" No, Quantity, "30 %", "Hvor mye som betales i penger. Uten feltet: alt av beløp, ingenting av egen tid." / "Kor mykje som blir betalt i pengar. Utan feltet: alt av beløp, ingenting av eiga tid." / "How much is paid in money. Without the field: all of amounts, nothing of own time.";
            repayment_years: u16 = "avdragstid" No, Quantity, "8 år", "Hvor lenge lånet til en investering betales ned." / "Kor lenge lånet til ei investering blir betalt ned." / "How long the loan for an investment is repaid.";
            budget_lines: Vec<BudgetLine> = budget_lines "budsjettpost" From(Phase::Preparation), Either(&[Section(&BUDGET_LINE), List(&Section(&BUDGET_LINE))]), "{ansvar: 3210, funksjon: 257, art: 195}", "Hvor i budsjettet utgiften føres. En post, eller en liste der hver har «andel»." / "Kvar i budsjettet utgifta blir ført. Ein post, eller ei liste der kvar har «andel»." / "Where in the budget the expense is booked. One line, or a list where each has “andel”.";
            transfer: Recipient = "overføring" No, Choice(OTHERS), "staten", "Den andre parten, når pengene bare flyttes (tilskudd, refusjon, brukerbetaling)." / "Den andre parten, når pengane berre blir flytta (tilskot, refusjon, brukarbetaling)." / "The other party, when money only moves (grants, refunds, user fees).";
            life: u16 = "levetid" No, Quantity, "5 år", "Hvor lenge kostnaden varer, når det er et annet tall enn for saken." / "Kor lenge kostnaden varer, når det er eit anna tal enn for saka." / "How long the cost lasts, when it differs from the case.";
            owner: String = "eier" No, Text, "IKT", "Hvem som svarer for kostnaden." / "Kven som svarer for kostnaden." / "Who answers for the cost.";
            source: String = "kilde" No, Text, "Tilbud fra leverandør", "Hvor tallet er hentet fra." / "Kvar talet er henta frå." / "Where the figure is from.";
        }
    } };
}
pub(crate) use row_sections;

row_sections!(section);
