//! Preparing, doing, learning: new practice, risks, plan, measurements, decisions.

use super::rows::THREE_POINT;
use super::table::Kind::{Choice, Code, Date, Either, List, Name, Quantity, Section, Text, Year, YesNo};
use super::table::Needed::{Always, From, No};
use super::table::section;
use crate::model::{Frequency, Outcome, Phase, Status};

const SIZES: &[&str] = &["liten", "middels", "stor"];

/// What is prepared, done and learned, handed to `section` here for the table and to `record` in `document` for what is read.
macro_rules! follow_up_sections {
    ($make:ident) => { $make! {
        /// bemanning: one position of the new practice.
        STAFFING Staffing "bemanning" "en rad i bemanningen" / "ei rad i bemanninga" / "a staffing row" {
            position: String = "stilling" Always, Name, "helsefagarbeider", "Stillingen, som i a3.yaml." / "Stillinga, som i a3.yaml." / "The position, as in a3.yaml.";
            fte: Fte = "årsverk" Always, Quantity, "12.4 årsverk", "Hvor mange årsverk det blir." / "Kor mange årsverk det blir." / "How many person-years it becomes.";
            function: String = "funksjon" Always, Code, "257", "KOSTRA-funksjonen." / "KOSTRA-funksjonen." / "The KOSTRA function.";
        }

        /// andre: another line of the new practice.
        OTHER_LINE OtherLine "annen utgift" "en av de andre postene" / "ein av dei andre postane" / "one of the other lines" {
            art: String = "art" Always, Code, "195", "Arten i kontoplanen." / "Arten i kontoplanen." / "The KOSTRA account.";
            function: String = "funksjon" Always, Code, "257", "KOSTRA-funksjonen." / "KOSTRA-funksjonen." / "The KOSTRA function.";
            amount: Kroner = money_of_year "beløp" Always, Quantity, "320 000 kr/år", "Hva posten blir i året." / "Kva posten blir i året." / "What the line becomes in a year.";
            name: String = "navn" No, Text, "Lisens", "Hva det er." / "Kva det er." / "What it is.";
        }

        /// ny_praksis: the future budget of one unit.
        pub(super) NEW_PRACTICE NewPractice "ny praksis" "ny praksis" / "ny praksis" / "the new practice" {
            unit: String = "ansvar" Always, Code, "3210", "Ansvaret (enheten) i budsjettet." / "Ansvaret (eininga) i budsjettet." / "The unit in the budget.";
            from: From = "fra" No, Text, "år 2", "Året i saken det gjelder fra, eller et årstall. År 1 er oppstartsåret." / "Året i saka det gjeld frå, eller eit årstal. År 1 er oppstartsåret." / "The year of the case it holds from, or a calendar year. Year 1 is the start.";
            staff: Vec<Staffing> = "bemanning" No, List(&Section(&STAFFING)), "[{stilling: helsefagarbeider, årsverk: 12.4, funksjon: 257}]", "Stillingene slik de blir. De erstatter dagens lønnsposter." / "Stillingane slik dei blir. Dei erstattar lønspostane i dag." / "The positions as they become. They replace today's wages.";
            others: Vec<OtherLine> = "andre" No, List(&Section(&OTHER_LINE)), "[{art: 195, funksjon: 257, beløp: 320 000 kr, navn: Lisens}]", "Andre poster slik de blir." / "Andre postar slik dei blir." / "Other lines as they become.";
        }

        /// risiko: something that may go wrong.
        pub(super) RISK Risk "risiko" "en risiko" / "ein risiko" / "a risk" {
            what: String = "hva" Always, Text, "Dårlig dekning i ytre deler", "Hva som kan gå galt." / "Kva som kan gå gale." / "What may go wrong.";
            probability: Size = "sannsynlighet" No, Choice(SIZES), "middels", "Hvor sannsynlig det er." / "Kor sannsynleg det er." / "How likely it is.";
            consequence: Size = "konsekvens" No, Choice(SIZES), "stor", "Hvor ille det blir." / "Kor ille det blir." / "How bad it would be.";
            response: String = "tiltak" No, Text, "Måle dekning før kjøp", "Hva dere gjør med det." / "Kva de gjer med det." / "What you do about it.";
        }

        /// betingelse: what must be in place for the gain to come.
        pub(super) CONDITION Condition "betingelse" "en betingelse" / "eit vilkår" / "a condition" {
            what: String = "hva" Always, Text, "Mobildekning i hele kommunen", "Hva som må være på plass." / "Kva som må vere på plass." / "What must be in place.";
            who: String = "hvem" No, Text, "IKT", "Hvem som får det på plass." / "Kven som får det på plass." / "Who sees to it.";
            due: NaiveDate = "frist" No, Date, "2027-06-01", "Når det må være på plass." / "Når det må vere på plass." / "When it must be in place.";
            status: Status = "status" No, Choice(Status::WORDS), "pågår", "Hvor langt det er kommet." / "Kor langt det er kome." / "How far it has come.";
        }

        /// forankring: who has been brought along.
        pub(super) ENGAGEMENT Engagement "forankring" "en rad i forankring" / "ei rad i forankring" / "an engagement row" {
            who: String = "hvem" Always, Text, "Tillitsvalgte og nattevaktene", "Hvem som tas med." / "Kven som blir teken med." / "Who is brought along.";
            how: String = "hvordan" No, Text, "Drøftingsmøte", "Hvordan de tas med." / "Korleis dei blir tekne med." / "How they are brought along.";
            date: NaiveDate = "dato" No, Date, "2026-11-03", "Når det skjer." / "Når det skjer." / "When it happens.";
            status: Status = "status" No, Choice(Status::WORDS), "ferdig", "Hvor langt det er kommet." / "Kor langt det er kome." / "How far it has come.";
        }

        /// plan: who does what by when.
        pub(super) PLAN_ROW PlanRow "planrad" "en rad i planen" / "ei rad i planen" / "a plan row" {
            what: String = "hva" Always, Text, "Opplæring av nattevakter", "Hva som skal gjøres." / "Kva som skal gjerast." / "What is to be done.";
            who: String = "hvem" From(Phase::Preparation), Text, "Fagutvikler", "Hvem som gjør det." / "Kven som gjer det." / "Who does it.";
            due: NaiveDate = "frist" From(Phase::Preparation), Date, "2027-03-15", "Når det skal være ferdig." / "Når det skal vere ferdig." / "When it is to be done.";
            need: String = "behov" No, Text, "45 vakter dekkes opp", "Hva som trengs for å få det til." / "Kva som trengst for å få det til." / "What it takes.";
            status: Status = "status" No, Choice(Status::WORDS), "planlagt", "Hvor langt det er kommet." / "Kor langt det er kome." / "How far it has come.";
        }

        /// A value on a date.
        READING Reading "avlesning" "en avlest verdi" / "ein avlesen verdi" / "a reading" {
            date: NaiveDate = "dato" Always, Date, "2027-06-30", "Dagen det gjelder." / "Dagen det gjeld." / "The day it holds for.";
            value: Quantity = "verdi" Always, Quantity, "31 tilsyn", "Verdien den dagen." / "Verdien den dagen." / "The value on that day.";
        }

        /// måling: how we see whether the gain comes.
        pub(super) MEASUREMENT Measurement "måling" "en måling" / "ei måling" / "a measurement" {
            name: String = "navn" Always, Text, "Fysiske tilsyn per natt", "Hva som måles." / "Kva som blir målt." / "What is measured.";
            benefit: String = "gevinst" No, Name, "Spart tid til kjøring og tilsyn", "Navnet på gevinsten målingen hører til." / "Namnet på gevinsten målinga høyrer til." / "The name of the gain it belongs to.";
            baseline: Reading = "nullpunkt" From(Phase::Preparation), Section(&READING), "{dato: 2026-09-30, verdi: 40 tilsyn}", "Målingen før dere begynner." / "Målinga før de begynner." / "The measurement before you begin.";
            target: Reading = "mål" From(Phase::Preparation), Section(&READING), "{dato: 2028-12-31, verdi: 15 tilsyn}", "Hva verdien skal bli, og når." / "Kva verdien skal bli, og når." / "What the value is to become, and when.";
            measures: String = "måler" No, Name, "andel_digital", "Forutsetningen den måler. Mål det for alt gevinsten gjelder, også det som ikke er i gang ennå: gevinsten regnes på nytt med det som er målt." / "Føresetnaden ho måler. Mål det for alt gevinsten gjeld, også det som ikkje er i gang enno: gevinsten blir rekna på nytt med det som er målt." / "The assumption it measures. Measure it for all that the gain is of, also what is not under way yet: the gain is calculated again with what was measured.";
            frequency: Frequency = "hyppighet" No, Choice(Frequency::WORDS), "kvartal", "Hvor ofte det måles." / "Kor ofte det blir målt." / "How often it is measured.";
            responsible: String = "ansvarlig" From(Phase::Preparation), Text, "Teamleder natt", "Hvem som måler." / "Kven som måler." / "Who measures.";
            readings: Vec<Reading> = "målt" No, List(&Section(&READING)), "[{dato: 2027-06-30, verdi: 31 tilsyn}]", "Målingene så langt." / "Målingane så langt." / "The measurements so far.";
        }

        /// lovet: the figures of a case when it was decided.
        pub(super) PROMISE Promise "lovet" "tallene som er lovet" / "tala som er lova" / "the figures promised" {
            first_year: Year = "budsjettår" No, Year, "2027", "Det første året i «budsjett». Vanlig: året etter vedtaket." / "Det første året i «budsjett». Vanleg: året etter vedtaket." / "The first year of “budsjett”. Default: the year after the decision.";
            budget: Vec<Spanned<Kroner>> = money_of_years "budsjett" No, List(&Quantity), "[35000 kr, 200000 kr, 498000 kr, 505000 kr]", "Virkningen på driften hvert år i planen. Pluss er bedre." / "Verknaden på drifta kvart år i planen. Pluss er betre." / "The effect on running costs each year of the plan. Plus is better.";
            fte: Fte = change_of_fte "årsverk" No, Quantity, "1.2 årsverk", "Årsverkene som tas ut ved full virkning." / "Årsverka som blir tekne ut ved full verknad." / "The person-years taken out at full effect.";
            npv: Kroner = money_of_year "nnv" No, Quantity, "6797420 kr", "Netto nåverdi." / "Netto noverdi." / "Net present value.";
            gains: Kroner = money_of_year "gevinster" No, Quantity, "545854 kr", "Det gevinstene tar ut av budsjettet i året ved full virkning." / "Det gevinstane tek ut av budsjettet i året ved full verknad." / "What the gains take out of the budget a year at full effect.";
            mark: String = "merke" No, Text, "3f9a41c2", "Et merke av det tallene er regnet av. Rett ikke på det." / "Eit merke av det tala er rekna av. Ikkje endre det." / "A mark of what the figures are calculated from. Do not change it.";
        }

        /// vedtak: what a body has decided.
        pub(super) DECISION Decision "vedtak" "et vedtak" / "eit vedtak" / "a decision" {
            date: NaiveDate = "dato" Always, Date, "2026-12-10", "Når det ble vedtatt." / "Når det blei vedteke." / "When it was decided.";
            body: String = "organ" No, Text, "Kommunestyret", "Hvem som vedtok det." / "Kven som vedtok det." / "Who decided.";
            outcome: Outcome = "beslutning" Always, Choice(Outcome::WORDS), "innstilt", "Hva det ble." / "Kva det blei." / "What it came to.";
            reference: String = "sak" No, Text, "PS 88/26", "Saksnummeret." / "Saksnummeret." / "The number of the matter.";
            in_budget: bool = "innarbeidet" No, YesNo, "nei", "Om dagens budsjett alt har virkningen med." / "Om budsjettet i dag alt har med verknaden." / "Whether today's budget already holds the effect.";
            promised: Promise = "lovet" No, Section(&PROMISE), "{budsjettår: 2027, budsjett: [35000 kr, 200000 kr, 498000 kr, 505000 kr], årsverk: 1.2 årsverk, nnv: 6797420 kr, gevinster: 910000 kr, merke: 3f9a41c2}", "Tallene det ble vedtatt på. Skrives av a3." / "Tala det blei vedteke på. Blir skrivne av a3." / "The figures decided on. Written by a3.";
        }

        /// justering: what was done when the gain did not come.
        pub(super) ADJUSTMENT Adjustment "justering" "en justering" / "ei justering" / "an adjustment" {
            date: NaiveDate = "dato" Always, Date, "2027-10-01", "Når det ble gjort." / "Når det blei gjort." / "When it was done.";
            what: String = "hva" Always, Text, "Flyttet oppstart i sone øst", "Hva som ble gjort." / "Kva som blei gjort." / "What was done.";
            who: String = "hvem" No, Text, "Lars Linjeleder", "Hvem som gjorde det." / "Kven som gjorde det." / "Who did it.";
            effect: String = "virkning" No, Text, "Tre måneder senere", "Hva det gjør med gevinsten." / "Kva det gjer med gevinsten." / "What it does to the gain.";
        }

        /// tapt: a gain that will not come after all.
        pub(super) LOSS Loss "tapt" "en tapt gevinst" / "ein tapt gevinst" / "a lost gain" {
            date: NaiveDate = "dato" Always, Date, "2028-01-15", "Når det ble klart." / "Når det blei klart." / "When it became clear.";
            benefit: String = "gevinst" No, Name, "Færre kjørte kilometer", "Navnet på gevinsten. Uten navn gjelder det alle i saken." / "Namnet på gevinsten. Utan namn gjeld det alle i saka." / "The name of the gain. Without a name it is all of the case.";
            why: String = "hvorfor" Always, Text, "Ny avtale om biler", "Hvorfor den ikke kommer." / "Kvifor han ikkje kjem." / "Why it does not come.";
        }

        /// delområde: one area of an overview.
        pub(super) SUB_AREA SubArea "delområde" "et delområde" / "eit delområde" / "an area" {
            name: String = "navn" Always, Text, "Hjemmetjenesten", "Hva delområdet heter." / "Kva delområdet heiter." / "What the area is called.";
            area: String = "område" No, Name, "Helse og omsorg", "Området det hører til, som i a3.yaml." / "Området det høyrer til, som i a3.yaml." / "The area it belongs to, as in a3.yaml.";
            now: String = "nå" No, Text, "318 000 besøk/år", "Hvordan det er nå." / "Korleis det er no." / "How it is now.";
            wanted: String = "ønsket" No, Text, "290 000 besøk/år", "Hvordan det skal bli." / "Korleis det skal bli." / "How it is to become.";
            estimate: Estimate = "anslag" No, Either(&[Quantity, Section(&THREE_POINT)]), "1 650 000 kr/år", "Hva det kan være verdt, gjerne med lav, verdi og høy." / "Kva det kan vere verdt, gjerne med lav, verdi og høy." / "What it may be worth, perhaps with lav, verdi and høy.";
            challenges: String = "utfordringer" No, Text, "Flere eldre og få søkere", "Hva som er vanskelig i dag." / "Kva som er vanskeleg i dag." / "What is hard today.";
            opportunities: String = "muligheter" No, Text, "Digitale besøk", "Hva dere kan gjøre." / "Kva de kan gjere." / "What you can do.";
            must_be_done: bool = "må_gjøres" No, YesNo, "ja", "Om det må gjøres uansett." / "Om det må gjerast uansett." / "Whether it must be done anyway.";
            dig_deeper: bool = "dypdykk" No, YesNo, "ja", "Om dere skal gå i dybden her." / "Om de skal gå i djupna her." / "Whether to dig deeper here.";
            why: String = "hvorfor" No, Text, "Arkivloven krever det", "Hvorfor det må gjøres, eller hvorfor dere ikke går i dybden." / "Kvifor det må gjerast, eller kvifor de ikkje går i djupna." / "Why it must be done, or why you do not dig deeper.";
            case: String = "sak" No, Name, "digitale-hjemmebesok", "Saken som tar det videre: filnavnet uten .yaml." / "Saka som tek det vidare: filnamnet utan .yaml." / "The case that takes it further: the file name without .yaml.";
            cases: Vec<Spanned<String>> = "saker" No, List(&Name), "[digitale-hjemmebesok, digitalt-tilsyn-natt]", "Sakene som tar det videre, når det er flere enn én." / "Sakene som tek det vidare, når det er fleire enn éi." / "The cases that take it further, when there is more than one.";
        }
    } };
}
pub(crate) use follow_up_sections;

follow_up_sections!(section);
