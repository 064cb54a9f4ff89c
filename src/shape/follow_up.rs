//! Preparing, doing, learning: new practice, risks, plan, measurements, decisions.

use super::table::Kind::{Choice, Code, Date, List, Name, Quantity, Section, Text, YesNo};
use super::table::Needed::{Always, From, No};
use super::table::section;
use crate::model::{Frequency, Outcome, Phase, Status};

const SIZES: &[&str] = &["liten", "middels", "stor"];

section!(
    /// bemanning: one position of the new practice.
    STAFFING "bemanning" "en rad i bemanningen" / "a staffing row" {
        "stilling" Always, Name, "helsefagarbeider", "Stillingen, som i a3.yaml." / "The position, as in a3.yaml.";
        "årsverk" Always, Quantity, "12.4 årsverk", "Hvor mange årsverk det blir." / "How many person-years it becomes.";
        "funksjon" Always, Code, "257", "KOSTRA-funksjonen." / "The KOSTRA function.";
    }
);

section!(
    /// andre: another line of the new practice.
    OTHER_LINE "annen utgift" "en av de andre postene" / "one of the other lines" {
        "art" Always, Code, "195", "Arten i kontoplanen." / "The KOSTRA account.";
        "funksjon" Always, Code, "257", "KOSTRA-funksjonen." / "The KOSTRA function.";
        "beløp" Always, Quantity, "320 000 kr/år", "Hva posten blir i året." / "What the line becomes in a year.";
        "navn" No, Text, "Lisens", "Hva det er." / "What it is.";
    }
);

section!(
    /// ny_praksis: the future budget of one unit.
    pub(super) NEW_PRACTICE "ny praksis" "ny praksis" / "the new practice" {
        "ansvar" Always, Code, "3210", "Ansvaret (enheten) i budsjettet." / "The unit in the budget.";
        "fra" No, Text, "år 2", "Året i saken det gjelder fra, eller et årstall. År 1 er oppstartsåret." / "The year of the case it holds from, or a calendar year. Year 1 is the start.";
        "bemanning" No, List(&Section(&STAFFING)), "[{stilling: helsefagarbeider, årsverk: 12.4, funksjon: 257}]", "Stillingene slik de blir. De erstatter dagens lønnsposter." / "The positions as they become. They replace today's wages.";
        "andre" No, List(&Section(&OTHER_LINE)), "[{art: 195, funksjon: 257, beløp: 320 000 kr, navn: Lisens}]", "Andre poster slik de blir." / "Other lines as they become.";
    }
);

section!(
    /// risiko: something that may go wrong.
    pub(super) RISK "risiko" "en risiko" / "a risk" {
        "hva" Always, Text, "Dårlig dekning i ytre deler", "Hva som kan gå galt." / "What may go wrong.";
        "sannsynlighet" No, Choice(SIZES), "middels", "Hvor sannsynlig det er." / "How likely it is.";
        "konsekvens" No, Choice(SIZES), "stor", "Hvor ille det blir." / "How bad it would be.";
        "tiltak" No, Text, "Måle dekning før kjøp", "Hva dere gjør med det." / "What you do about it.";
    }
);

section!(
    /// betingelse: what must be in place for the gain to come.
    pub(super) CONDITION "betingelse" "en betingelse" / "a condition" {
        "hva" Always, Text, "Mobildekning i hele kommunen", "Hva som må være på plass." / "What must be in place.";
        "hvem" No, Text, "IKT", "Hvem som får det på plass." / "Who sees to it.";
        "frist" No, Date, "2027-06-01", "Når det må være på plass." / "When it must be in place.";
        "status" No, Choice(Status::WORDS), "pågår", "Hvor langt det er kommet." / "How far it has come.";
    }
);

section!(
    /// forankring: who has been brought along.
    pub(super) ENGAGEMENT "forankring" "en rad i forankring" / "an engagement row" {
        "hvem" Always, Text, "Tillitsvalgte og nattevaktene", "Hvem som tas med." / "Who is brought along.";
        "hvordan" No, Text, "Drøftingsmøte", "Hvordan de tas med." / "How they are brought along.";
        "dato" No, Date, "2026-11-03", "Når det skjer." / "When it happens.";
        "status" No, Choice(Status::WORDS), "ferdig", "Hvor langt det er kommet." / "How far it has come.";
    }
);

section!(
    /// plan: who does what by when.
    pub(super) PLAN_ROW "planrad" "en rad i planen" / "a plan row" {
        "hva" Always, Text, "Opplæring av nattevakter", "Hva som skal gjøres." / "What is to be done.";
        "hvem" From(Phase::Preparation), Text, "Fagutvikler", "Hvem som gjør det." / "Who does it.";
        "frist" From(Phase::Preparation), Date, "2027-03-15", "Når det skal være ferdig." / "When it is to be done.";
        "behov" No, Text, "45 vakter dekkes opp", "Hva som trengs for å få det til." / "What it takes.";
        "status" No, Choice(Status::WORDS), "planlagt", "Hvor langt det er kommet." / "How far it has come.";
    }
);

section!(
    /// A value on a date.
    READING "avlesning" "en avlest verdi" / "a reading" {
        "dato" Always, Date, "2027-06-30", "Dagen det gjelder." / "The day it holds for.";
        "verdi" Always, Quantity, "31 tilsyn", "Verdien den dagen." / "The value on that day.";
    }
);

section!(
    /// måling: how we see whether the gain comes.
    pub(super) MEASUREMENT "måling" "en måling" / "a measurement" {
        "navn" Always, Text, "Fysiske tilsyn per natt", "Hva som måles." / "What is measured.";
        "gevinst" No, Name, "Spart tid til kjøring og tilsyn", "Navnet på gevinsten målingen hører til." / "The name of the gain it belongs to.";
        "nullpunkt" From(Phase::Preparation), Section(&READING), "{dato: 2026-09-30, verdi: 40 tilsyn}", "Målingen før dere begynner." / "The measurement before you begin.";
        "mål" From(Phase::Preparation), Section(&READING), "{dato: 2028-12-31, verdi: 15 tilsyn}", "Hva verdien skal bli, og når." / "What the value is to become, and when.";
        "hyppighet" No, Choice(Frequency::WORDS), "kvartal", "Hvor ofte det måles." / "How often it is measured.";
        "ansvarlig" From(Phase::Preparation), Text, "Teamleder natt", "Hvem som måler." / "Who measures.";
        "målt" No, List(&Section(&READING)), "[{dato: 2027-06-30, verdi: 31 tilsyn}]", "Målingene så langt." / "The measurements so far.";
    }
);

section!(
    /// vedtak: what a body has decided.
    pub(super) DECISION "vedtak" "et vedtak" / "a decision" {
        "dato" Always, Date, "2026-12-10", "Når det ble vedtatt." / "When it was decided.";
        "organ" No, Text, "Kommunestyret", "Hvem som vedtok det." / "Who decided.";
        "beslutning" Always, Choice(Outcome::WORDS), "vedtatt", "Hva det ble." / "What it came to.";
        "sak" No, Text, "PS 88/26", "Saksnummeret." / "The number of the matter.";
        "innarbeidet" No, YesNo, "nei", "Om dagens budsjett alt har virkningen med." / "Whether today's budget already holds the effect.";
        "tall" No, Text, "3f9a71c2", "Fingeravtrykk av tallene det ble vedtatt på. Skrives av a3." / "Fingerprint of the figures decided on. Written by a3.";
    }
);

section!(
    /// delområde: one area of an overview.
    pub(super) SUB_AREA "delområde" "et delområde" / "a sub-area" {
        "navn" Always, Text, "Hjemmetjenesten", "Hva delområdet heter." / "What the sub-area is called.";
        "nå" No, Text, "318 000 besøk/år", "Hvordan det er nå." / "How it is now.";
        "ønsket" No, Text, "290 000 besøk/år", "Hvordan det skal bli." / "How it is to become.";
        "anslag" No, Quantity, "1 650 000 kr/år", "Hva det kan være verdt." / "What it may be worth.";
        "utfordringer" No, Text, "Flere eldre og få søkere", "Hva som er vanskelig i dag." / "What is hard today.";
        "muligheter" No, Text, "Digitale besøk", "Hva dere kan gjøre." / "What you can do.";
        "må_gjøres" No, YesNo, "ja", "Om det må gjøres uansett." / "Whether it must be done anyway.";
        "dypdykk" No, YesNo, "ja", "Om dere skal gå i dybden her." / "Whether to dig deeper here.";
        "sak" No, Name, "digitale-hjemmebesok", "Saken som tar det videre: filnavnet uten .yaml." / "The case that takes it further: the file name without .yaml.";
    }
);
