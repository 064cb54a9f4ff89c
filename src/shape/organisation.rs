//! a3.yaml: the organisation, its prices, frames and goals.

use super::rows::ASSUMPTION;
use super::table::Kind::{
    Choice, Code, Either, Filled, List, Name, Named, Quantity, Section, Text, Version, Year, Years,
};
use super::table::Needed::{Always, No};
use super::table::section;
use crate::model::{Choice as Lock, Distribution, Method, Rounding};

section!(
    /// A step of the discount rate.
    RATE_STEP "rentetrinn" "et rentetrinn" / "a step of the rate" {
        "til" No, Year, "2067", "Det siste året renta gjelder. Det siste trinnet har ikke feltet." / "The last year the rate holds. The last step lacks the field.";
        "rente" Always, Quantity, "4 %", "Renta i disse årene." / "The rate in these years.";
    }
);

section!(
    /// tidsverdi: what others' time is worth.
    TIME_VALUES "tidsverdi" "tidsverdi" / "tidsverdi" {
        "innbyggerne" No, Quantity, "230 kr/time", "Hva en time er verdt for innbyggerne." / "What an hour is worth to residents.";
        "staten" No, Quantity, "600 kr/time", "Hva en time er verdt for staten." / "What an hour is worth to the state.";
        "fylkeskommuner" No, Quantity, "600 kr/time", "Hva en time er verdt for fylkeskommuner." / "What an hour is worth to counties.";
        "andre kommuner" No, Quantity, "600 kr/time", "Hva en time er verdt for andre kommuner." / "What an hour is worth to other municipalities.";
        "næringslivet" No, Quantity, "600 kr/time", "Hva en time er verdt for næringslivet." / "What an hour is worth to business.";
        "frivillig sektor" No, Quantity, "230 kr/time", "Hva en time er verdt for frivillige." / "What an hour is worth to volunteers.";
    }
);

section!(
    /// lån: turns investment into running capital cost.
    LOAN "lån" "lån" / "the loan" {
        "rente" Always, Quantity, "4.5 %", "Lånerenta." / "The interest rate.";
        "avdragstid" Always, Quantity, "20 år", "Hvor lenge et lån betales ned." / "How long a loan is repaid.";
        "ansvar" No, Code, "9000", "Ansvaret renter og avdrag føres på." / "The unit interest and repayments are booked on.";
    }
);

section!(
    /// kalkyle: how things are calculated.
    CALCULATION "kalkyle" "kalkyle" / "kalkyle" {
        "rente" No, Either(&[Quantity, Filled(&Section(&RATE_STEP))]), "R-109", "Kalkulasjonsrenta: R-109, én rente, eller trinn." / "The discount rate: R-109, one rate, or steps.";
        "sammenligningsår" No, Year, "2027", "Året alt regnes om til. Uten feltet: budsjettåret." / "The year everything is converted to. Without the field: the budget year.";
        "analyseperiode" No, Quantity, "10 år", "Hvor mange år som regnes med, fra sammenligningsåret." / "How many years count, from sammenligningsår.";
        "skattefinansiering" No, Quantity, "20 %", "Hva det koster samfunnet å kreve inn en krone i skatt." / "What it costs society to raise a krone in tax.";
        "fordeling" No, Choice(Distribution::WORDS), "pert", "Formen på usikre tall mellom lav og høy." / "The shape of uncertain figures between low and high.";
        "tidsverdi" No, Section(&TIME_VALUES), "{innbyggerne: 230 kr/time}", "Hva andres tid er verdt. Uten feltet vises bare timer." / "What others' time is worth. Without it only hours are shown.";
        "timer_per_årsverk" No, Quantity, "1 750 timer", "Hvor mange timer et årsverk er." / "How many hours a person-year is.";
        "realvekst_tid" No, Quantity, "0.9 %", "Hvor mye tid blir mer verdt hvert år." / "How much more time is worth each year.";
        "lån" No, Section(&LOAN), "{rente: 4.5 %, avdragstid: 20 år, ansvar: 9000}", "Lånevilkårene som gjør investeringer om til renter og avdrag." / "The loan terms that turn investments into interest and repayments.";
        "deflator" No, Years(&Quantity), "{2027: 4.3 %}", "Pris- og lønnsveksten. Brukes bare i tabellen til kommunestyret." / "Price and wage growth. Used only in the council's table.";
        "avrunding" No, Choice(Rounding::WORDS), "nærmest", "Hvordan deflatoren rundes av." / "How the deflator is rounded.";
    }
);

section!(
    /// stilling: what a person-year costs.
    POSITION "stilling" "en stilling" / "a position" {
        "årslønn" No, Quantity, "520 000 kr", "Lønn i året. Pensjon og arbeidsgiveravgift legges på." / "Pay in a year. Pension and levy are added.";
        "årskostnad" No, Quantity, "950 000 kr", "Alt et årsverk koster, med pensjon og avgift." / "All a person-year costs, with pension and levy.";
    }
);

section!(
    /// lønnspåslag: what comes on top of pay.
    SURCHARGES "lønnspåslag" "lønnspåslag" / "lønnspåslag" {
        "pensjon" No, Quantity, "15 %", "Pensjonspremien, av lønn." / "The pension premium, of pay.";
        "arbeidsgiveravgift" No, Quantity, "sone II", "Avgiften, som prosent eller sone." / "The levy, as a percentage or a zone.";
    }
);

section!(
    /// mål: a goal of the organisation.
    GOAL "mål" "et mål" / "a goal" {
        "navn" Always, Text, "Flere bor trygt hjemme lenger", "Hva målet er." / "What the goal is.";
        "kilde" No, Text, "Kommuneplanens samfunnsdel", "Planen målet står i." / "The plan it stands in.";
    }
);

section!(
    /// rammer: what limits the choice.
    FRAMES "rammer" "rammer" / "rammer" {
        "endringskapasitet" No, Named(&Years(&Quantity)), "{Oppvekst: {2027: 3 årsverk, 2028: 4 årsverk}}", "Arbeidstid til endring, for hvert område og år." / "Working time for change, for each area and year.";
        "investering" No, Years(&Quantity), "{2027: 12 mill. kr}", "Hva som kan investeres hvert år." / "What can be invested each year.";
        "omstilling" No, Years(&Quantity), "{2027: 3 mill. kr}", "Hva omstilling kan koste hvert år." / "What restructuring may cost each year.";
        "innsparingskrav" No, Years(&Quantity), "{2028: 5 mill. kr, 2029: 9 mill. kr}", "Hva driften skal ned, mot dagens budsjett." / "How much running costs must fall, against today's budget.";
    }
);

section!(
    /// A file of frames alone: an alternative to those of a3.yaml.
    pub FRAMES_FILE "rammefil" "en fil med rammer" / "a file of frames" {
        "a3" No, Version, "1", "Versjonen av filformatet." / "The version of the file format.";
        "rammer" Always, Section(&FRAMES), "{investering: {2027: 12 mill. kr}}", "Rammene i dette alternativet." / "The frames of this alternative.";
    }
);

section!(
    /// låst: leadership's own decision about a case.
    LOCK "låst sak" "en låst sak" / "a locked case" {
        "valg" Always, Choice(Lock::WORDS), "inn", "Om saken skal være med eller ikke." / "Whether the case is in or out.";
        "oppstart" No, Year, "2028", "Året den skal begynne. Uten feltet er året fritt." / "The year it is to start. Without the field the year is free.";
        "begrunnelse" No, Text, "Vedtatt i formannskapet", "Hvorfor den er låst." / "Why it is locked.";
    }
);

section!(
    /// prioritering: how cases are ordered.
    PRIORITIES "prioritering" "prioritering" / "prioritering" {
        "metode" No, Choice(Method::WORDS), "nnv", "Hva sakene ordnes etter." / "What cases are ordered by.";
        "låst" No, Named(&Section(&LOCK)), "{ny-legevakt: {valg: inn, oppstart: 2028}}", "Saker ledelsen selv har bestemt." / "Cases leadership has decided itself.";
    }
);

section!(
    /// a3.yaml.
    pub ORGANISATION "a3.yaml" "a3.yaml" / "a3.yaml" {
        "a3" Always, Version, "1", "Versjonen av filformatet." / "The version of the file format.";
        "virksomhet" No, Text, "Solvik kommune", "Hva kommunen eller fylkeskommunen heter." / "What the municipality or county is called.";
        "budsjettår" Always, Year, "2027", "Det første året i økonomiplanen. Planen er dette året og de tre neste." / "The first year of the plan, which is this year and the next three.";
        "kalkyle" No, Section(&CALCULATION), "{rente: R-109}", "Hvordan det regnes." / "How things are calculated.";
        "stillinger" No, Named(&Section(&POSITION)), "{rådgiver: {årskostnad: 950 000 kr}}", "Hva et årsverk koster, for hver stilling." / "What a person-year costs, for each position.";
        "lønnspåslag" No, Section(&SURCHARGES), "{pensjon: 15 %, arbeidsgiveravgift: 14.1 %}", "Det som kommer oppå lønna." / "What comes on top of pay.";
        "felles" No, Named(&Section(&ASSUMPTION)), "{strømpris: {verdi: 1.2 kr/kWh, kilde: Kraftforvalter}}", "Forutsetninger alle saker deler." / "Assumptions all cases share.";
        "områder" No, List(&Text), "[Oppvekst, Stab]", "Områdene sakene hører til." / "The areas cases belong to.";
        "mål" No, Named(&Section(&GOAL)), "{bo-hjemme: {navn: Flere bor trygt hjemme lenger}}", "Målene sakene skal hjelpe oss å nå." / "The goals cases help to reach.";
        "rammer" No, Section(&FRAMES), "{investering: {2027: 12 mill. kr}}", "Det som begrenser valget." / "What limits the choice.";
        "prioritering" No, Section(&PRIORITIES), "{metode: nnv}", "Hvordan sakene ordnes." / "How cases are ordered.";
        "minste_stilling" No, Quantity, "20 %", "Den minste delen av en stilling som kan tas ut." / "The smallest part of a position that can be taken out.";
        "budsjett" No, Name, "budsjett/2027.csv", "Filen med dagens budsjett." / "The file with today's budget.";
        "regler" No, Named(&Choice(&["feil", "advarsel", "merknad", "av"])), "{gevinst-uten-kilde: feil}", "Hvor strengt hver regel tas." / "How strictly each rule is taken.";
    }
);
