//! A case: one A3 sheet. The left half holds no solutions; the right half does.

use super::follow_up::{
    ADJUSTMENT, CONDITION, DECISION, ENGAGEMENT, LOSS, MEASUREMENT, NEW_PRACTICE, PLAN_ROW, RISK, SUB_AREA,
};
use super::rows::{ASSUMPTION, BENEFIT, COST};
use super::table::Kind::{
    Choice, Either, Filled, List, Name, Named, Quantity, Section, Text, Version, Year, YesNo,
};
use super::table::Needed::{Always, From, No, RowsFrom};
use super::table::section;
use crate::model::{Fulfilment, Phase};

/// The values of `nivå`: each makes a case an overview of several areas, of the whole or of one område.
pub const OVERVIEW_LEVELS: &[&str] = &["virksomhet", "område"];

/// The fields of a case that no figure is calculated from: the texts, the rows about the work, and what is measured.
const BESIDE_FIGURES: [&str; 19] = [
    "tittel",
    "eier",
    "bakgrunn",
    "nåsituasjon",
    "ønsket_situasjon",
    "mål",
    "gap",
    "årsaker",
    "alternativer",
    "risiko",
    "betingelser",
    "forankring",
    "plan",
    "målinger",
    "lovet",
    "justeringer",
    "tapt",
    "læring",
    "merknad",
];

/// Whether no figure of a case is calculated from the field of this key. What cannot be read there leaves the
/// figures as they are.
pub fn is_beside_figures(key: &str) -> bool {
    BESIDE_FIGURES.contains(&key)
}

/// The sections of a sheet, handed to `section` here for the table and to `record` in `document` for what is read.
macro_rules! case_sections {
    ($make:ident) => { $make! {
        /// minimumskrav: a duty of law or regulation.
        REQUIREMENT Requirement "minimumskrav" "et minimumskrav" / "eit minimumskrav" / "a requirement" {
            text: String = "krav" Always, Text, "tilsyn-natt", "Nøkkelen til kravet i a3.yaml, eller det loven krever, skrevet ut." / "Nøkkelen til kravet i a3.yaml, eller det lova krev, skrive ut." / "The key of the requirement in a3.yaml, or what the law demands, written out.";
            legal_basis: String = "hjemmel" No, Text, "helse- og omsorgstjenesteloven § 4-1", "Loven eller forskriften. Er kravet i a3.yaml, står den der." / "Lova eller forskrifta. Er kravet i a3.yaml, står ho der." / "The act or regulation. Where the requirement is in a3.yaml, it stands there.";
            today: Fulfilment = "oppfylt" No, Choice(Fulfilment::WORDS), "delvis", "Om kravet er oppfylt i dag. Er kravet i a3.yaml, står det der." / "Om kravet er oppfylt i dag. Er kravet i a3.yaml, står det der." / "Whether it is met today. Where the requirement is in a3.yaml, it stands there.";
            after: Fulfilment = "etter" No, Choice(Fulfilment::WORDS), "ja", "Om kravet er oppfylt når saken er gjennomført." / "Om kravet er oppfylt når saka er gjennomført." / "Whether it is met when the case is carried out.";
        }

        /// gap: the distance between now and wanted.
        GAP Gap "gap" "et gap" / "eit gap" / "a gap" {
            name: String = "navn" Always, Text, "Fysiske tilsyn per natt", "Hva som skal endres." / "Kva som skal endrast." / "What is to change.";
            now: String = "nå" No, Text, "40 tilsyn", "Hvordan det er nå." / "Korleis det er no." / "How it is now.";
            wanted: String = "ønsket" No, Text, "12 tilsyn", "Hvordan det skal bli." / "Korleis det skal bli." / "How it is to become.";
            after: String = "etter" No, Text, "15 tilsyn", "Hvor langt denne saken når." / "Kor langt denne saka når." / "How far this case gets.";
            source: String = "kilde" No, Text, "Vaktlogg uke 3–12", "Hvor tallet er hentet fra." / "Kvar talet er henta frå." / "Where the figure is from.";
        }

        /// alternativ: a way to reach the goal.
        ALTERNATIVE Alternative "alternativ" "et alternativ" / "eit alternativ" / "an alternative" {
            name: String = "navn" Always, Text, "Digitalt tilsyn", "Hva alternativet er." / "Kva alternativet er." / "What the alternative is.";
            assessment: String = "vurdering" No, Text, "Best nytte", "Hva dere mener om det." / "Kva de meiner om det." / "What you think of it.";
            chosen: bool = "valgt" No, YesNo, "ja", "Om det er dette dere går for." / "Om det er dette de går for." / "Whether this is the one you go for.";
        }

        /// A case.
        pub CASE Case [id: String, whole: bool, unread: Vec<UnreadRows>, sub_areas: Field<Vec<SubArea>>, participants: Field<Vec<Spanned<String>>>] "sak" "en sak" / "ei sak" / "a case" {
            version: String = "a3" Always, Version, "1", "Versjonen av filformatet." / "Versjonen av filformatet." / "The version of the file format.";
            title: String = "tittel" From(Phase::Overview), Text, "Digitalt tilsyn om natten", "Hva saken heter." / "Kva saka heiter." / "What the case is called.";
            area: String = "område" Always, Name, "Helse og omsorg", "Området saken hører til, som i a3.yaml." / "Området saka høyrer til, som i a3.yaml." / "The area it belongs to, as in a3.yaml.";
            owner: String = "eier" From(Phase::Overview), Text, "Lars Linjeleder", "Lederen som skal ta ut gevinsten." / "Leiaren som skal ta ut gevinsten." / "The leader who is to take the gain out.";
            phase: Phase = "fase" Always, Choice(Phase::WORDS), "overblikk", "Hvor langt saken er kommet." / "Kor langt saka er komen." / "How far the case has come.";
            level: Level = "nivå" No, Choice(OVERVIEW_LEVELS), "virksomhet", "Skrives når saken er et overblikk over flere områder, med «delområder»." / "Skal stå når saka er eit overblikk over fleire område, med «delområder»." / "Written when the case is an overview of several areas, with “delområder”.";
            background: String = "bakgrunn" No, Text, "Natt-tjenesten er uendret siden 2014", "Hvorfor dette kommer opp nå." / "Kvifor dette kjem opp no." / "Why this comes up now.";
            now: String = "nåsituasjon" From(Phase::Overview), Text, "Vi sender 6000 brev i året", "Hvordan det er i dag." / "Korleis det er i dag." / "How it is today.";
            wanted: String = "ønsket_situasjon" From(Phase::Overview), Text, "De fleste får brevet digitalt", "Hvordan det skal bli." / "Korleis det skal bli." / "How it is to become.";
            price_year: Year = "prisår" No, Year, "2026", "Året kronebeløpene i saken er i priser fra, også målingene. Uten feltet: budsjettåret." / "Året kronebeløpa i saka er i prisar frå, målingane òg. Utan feltet: budsjettåret." / "The year of the prices its amounts are in, målinger too. Without the field: the budget year.";
            requirements: Vec<Requirement> = "minimumskrav" From(Phase::DeepDive), List(&Section(&REQUIREMENT)), "[{krav: Forsvarlig tilsyn, hjemmel: hol. § 4-1, oppfylt: delvis, etter: ja}]", "Krav i lov og forskrift. Skriv «ingen» når det ikke er noen." / "Krav i lov og forskrift. Skriv «ingen» når det ikkje er nokon." / "Requirements of law and regulation. Write “ingen” where there are none.";
            goals: Vec<Spanned<String>> = "mål" No, List(&Name), "[bo-hjemme]", "Målene i a3.yaml som saken hjelper oss å nå." / "Måla i a3.yaml som saka hjelper oss å nå." / "The goals in a3.yaml the case helps to reach.";
            gaps: Vec<Gap> = "gap" RowsFrom(Phase::DeepDive), List(&Section(&GAP)), "[{navn: Tilsyn per natt, nå: 40 tilsyn, ønsket: 12 tilsyn}]", "Avstanden mellom slik det er og slik det må bli." / "Avstanden mellom slik det er og slik det må bli." / "The distance between how it is and how it must be.";
            causes: Vec<Spanned<String>> = "årsaker" No, List(&Text), "[Alle tilsyn er fysiske]", "Hvorfor det er blitt slik." / "Kvifor det er blitt slik." / "Why it has become so.";
            alternatives: Vec<Alternative> = "alternativer" From(Phase::DeepDive), List(&Section(&ALTERNATIVE)), "[{navn: Fortsette som i dag}, {navn: Digitalt tilsyn, valgt: ja}]", "Minst to måter å nå målet på. Én er valgt." / "Minst to måtar å nå målet på. Éin er vald." / "At least two ways to reach the goal. One is chosen.";
            assumptions: Vec<Keyed<Assumption>> = assumptions "forutsetninger" From(Phase::DeepDive), Named(&Section(&ASSUMPTION)), "{brukere: {verdi: 60 brukere, kilde: Fagsystem}}", "Tallene regnestykkene bygger på, hver med navn." / "Tala reknestykka byggjer på, kvar med namn." / "The figures the calculations build on, each with a name.";
            benefits: Vec<Benefit> = benefits "gevinster" Always, Filled(&Section(&BENEFIT)), "[{navn: Spart porto, type: unngåtte kostnader, anslag: 96 000 kr/år}]", "Det dere får igjen." / "Det de får att." / "What you get in return.";
            costs: Vec<Cost> = costs "kostnader" From(Phase::DeepDive), List(&Section(&COST)), "[{navn: Lisens, type: drift, beløp: 320 000 kr/år}]", "Det saken krever. Skriv «ingen» når den ikke koster noe." / "Det saka krev. Skriv «ingen» når ho ikkje kostar noko." / "What the case asks for. Write “ingen” where it costs nothing.";
            start: Year = "oppstart" From(Phase::Prioritisation), Year, "2027", "Det første året saken virker." / "Det første året saka verkar." / "The first year the case works.";
            latest_start: Year = "senest" No, Year, "2029", "Det siste året saken kan begynne. Uten feltet ligger oppstart fast." / "Det siste året saka kan begynne. Utan feltet ligg oppstarten fast." / "The last year the case can start. Without the field the start is fixed.";
            life: u16 = "levetid" From(Phase::DeepDive), Quantity, "8 år", "Hvor mange år saken virker." / "Kor mange år saka verkar." / "How many years the case works.";
            capacity: Capacity = "kapasitet" From(Phase::Prioritisation), Either(&[List(&Quantity), Named(&List(&Quantity))]), "[1.5 årsverk, 0.5 årsverk]", "Arbeidstid til endringen i første, andre … år. En liste, eller en liste for hvert område." / "Arbeidstid til endringa i første, andre … år. Ei liste, eller ei liste for kvart område." / "Working time for the change in the first, second … year. One list, or one for each area.";
            requires: Vec<Spanned<String>> = "krever" No, List(&Name), "[nytt-pasientvarsling]", "Saker som må være med for at denne skal virke." / "Saker som må vere med for at denne skal verke." / "Cases that must be in for this one to work.";
            excludes: Vec<Spanned<String>> = "utelukker" No, List(&Name), "[flere-nattevakter]", "Saker som ikke kan være med sammen med denne." / "Saker som ikkje kan vere med saman med denne." / "Cases that cannot be in together with this one.";
            new_practice: Vec<NewPractice> = "ny_praksis" No, List(&Section(&NEW_PRACTICE)), "[{ansvar: 3210, fra: år 2}]", "Budsjettet til enhetene slik det blir." / "Budsjettet til einingane slik det blir." / "The units' budget as it becomes.";
            risks: Vec<Risk> = "risiko" From(Phase::Prioritisation), List(&Section(&RISK)), "[{hva: Dårlig dekning, sannsynlighet: middels, konsekvens: stor}]", "Hva som kan gå galt. Skriv «ingen» når dere ikke ser noe." / "Kva som kan gå gale. Skriv «ingen» når de ikkje ser noko." / "What may go wrong. Write “ingen” where you see nothing.";
            conditions: Vec<Condition> = "betingelser" From(Phase::Preparation), List(&Section(&CONDITION)), "[{hva: Mobildekning, hvem: IKT, frist: 2027-06-01}]", "Det som må være på plass for at gevinsten skal komme." / "Det som må vere på plass for at gevinsten skal kome." / "What must be in place for the gain to come.";
            engagements: Vec<Engagement> = "forankring" RowsFrom(Phase::Preparation), List(&Section(&ENGAGEMENT)), "[{hvem: Tillitsvalgte, hvordan: Drøftingsmøte}]", "Hvem som tas med, og hvordan." / "Kven som blir teken med, og korleis." / "Who is brought along, and how.";
            decider: String = "beslutter" From(Phase::Prioritisation), Text, "Kommunestyret", "Hvem som bestemmer." / "Kven som bestemmer." / "Who decides.";
            plan: Vec<PlanRow> = "plan" RowsFrom(Phase::Preparation), List(&Section(&PLAN_ROW)), "[{hva: Opplæring, hvem: Fagutvikler, frist: 2027-03-15}]", "Hvem gjør hva, og når." / "Kven gjer kva, og når." / "Who does what, and when.";
            measurements: Vec<Measurement> = "målinger" From(Phase::Preparation), List(&Section(&MEASUREMENT)), "[{navn: Tilsyn per natt, hyppighet: kvartal}]", "Hvordan dere ser om gevinstene kommer." / "Korleis de ser om gevinstane kjem." / "How you see whether the gains come.";
            decisions: Vec<Decision> = "vedtak" RowsFrom(Phase::Implementation), List(&Section(&DECISION)), "[{dato: 2026-12-10, beslutning: innstilt}]", "Hva som er bestemt, og av hvem." / "Kva som er bestemt, og av kven." / "What is decided, and by whom.";
            adjustments: Vec<Adjustment> = "justeringer" No, List(&Section(&ADJUSTMENT)), "[{dato: 2027-10-01, hva: Flyttet oppstart i sone øst}]", "Det dere gjorde da gevinsten ikke kom." / "Det de gjorde då gevinsten ikkje kom." / "What you did when the gain did not come.";
            losses: Vec<Loss> = "tapt" No, List(&Section(&LOSS)), "[{dato: 2028-01-15, gevinst: Færre kjørte kilometer, hvorfor: Ny avtale om biler}]", "Gevinster som likevel ikke kommer." / "Gevinstar som likevel ikkje kjem." / "Gains that will not come after all.";
            lessons: String = "læring" From(Phase::Closed), Text, "Mål dekningen før dere kjøper", "Hva andre bør vite." / "Kva andre bør vite." / "What others should know.";
        }

        /// An overview of several areas: a case with `nivå`. It holds no sums of its own.
        pub OVERVIEW Overview "overblikk" "et overblikk (nivå: virksomhet eller område)" / "eit overblikk (nivå: virksomhet eller område)" / "an overview (nivå: virksomhet or område)" {
            "a3" Always, Version, "1", "Versjonen av filformatet." / "Versjonen av filformatet." / "The version of the file format.";
            "tittel" Always, Text, "Solvik mot 2030", "Hva overblikket heter." / "Kva overblikket heiter." / "What the overview is called.";
            "område" No, Name, "Stab", "Området som eier overblikket, som i a3.yaml." / "Området som eig overblikket, som i a3.yaml." / "The area that owns the overview, as in a3.yaml.";
            "eier" Always, Text, "Marit Solvang", "Hvem som svarer for overblikket." / "Kven som svarer for overblikket." / "Who answers for the overview.";
            "fase" Always, Choice(Phase::WORDS), "overblikk", "Hvor langt arbeidet er kommet." / "Kor langt arbeidet er kome." / "How far the work has come.";
            "nivå" Always, Choice(OVERVIEW_LEVELS), "virksomhet", "Sier at dette er et overblikk." / "Seier at dette er eit overblikk." / "Says that this is an overview.";
            participants: Vec<Spanned<String>> = "deltakere" No, List(&Text), "[Ledergruppa, Hovedtillitsvalgt]", "Hvem som var med på å lage overblikket." / "Kven som var med på å lage overblikket." / "Who took part in making the overview.";
            "bakgrunn" No, Text, "Vi blir flere eldre", "Hvorfor dette kommer opp nå." / "Kvifor dette kjem opp no." / "Why this comes up now.";
            "nåsituasjon" No, Text, "Driften øker raskere enn inntektene", "Hvordan det er i dag." / "Korleis det er i dag." / "How it is today.";
            "ønsket_situasjon" No, Text, "Driften går i balanse i 2030", "Hvordan det skal bli." / "Korleis det skal bli." / "How it is to become.";
            "minimumskrav" No, List(&Section(&REQUIREMENT)), "[{krav: Forsvarlig tilsyn, hjemmel: hol. § 4-1, oppfylt: delvis, etter: ja}]", "Krav i lov og forskrift." / "Krav i lov og forskrift." / "Requirements of law and regulation.";
            "mål" No, List(&Name), "[bo-hjemme]", "Målene i a3.yaml det gjelder." / "Måla i a3.yaml det gjeld." / "The goals in a3.yaml concerned.";
            "gap" No, List(&Section(&GAP)), "[{navn: Besøk, nå: 318 000 besøk/år, ønsket: 290 000 besøk/år}]", "Avstanden mellom slik det er og slik det må bli." / "Avstanden mellom slik det er og slik det må bli." / "The distance between how it is and how it must be.";
            "årsaker" No, List(&Text), "[Flere eldre og færre hender]", "Hvorfor det er blitt slik." / "Kvifor det er blitt slik." / "Why it has become so.";
            sub_areas: Vec<SubArea> = "delområder" Always, Filled(&Section(&SUB_AREA)), "[{navn: Hjemmetjenesten, dypdykk: ja}]", "Områdene overblikket dekker." / "Områda overblikket dekkjer." / "The areas the overview covers.";
            "gevinster" No, List(&Section(&BENEFIT)), "[{navn: Bedre tjenester, type: økt kvalitet, mottaker: innbyggerne}]", "Det dere får igjen, uten kroner. Det som har pris, står i sakene." / "Det de får att, utan kroner. Det som har pris, står i sakene." / "What you get in return, without kroner. What has a price stands in the cases.";
            "risiko" No, List(&Section(&RISK)), "[{hva: Få søkere, sannsynlighet: stor, konsekvens: stor}]", "Hva som kan gå galt." / "Kva som kan gå gale." / "What may go wrong.";
            "betingelser" No, List(&Section(&CONDITION)), "[{hva: Mobildekning, hvem: IKT}]", "Det som må være på plass." / "Det som må vere på plass." / "What must be in place.";
            "forankring" No, List(&Section(&ENGAGEMENT)), "[{hvem: Tillitsvalgte, hvordan: Drøftingsmøte}]", "Hvem som tas med, og hvordan." / "Kven som blir teken med, og korleis." / "Who is brought along, and how.";
            "beslutter" No, Text, "Kommunestyret", "Hvem som bestemmer." / "Kven som bestemmer." / "Who decides.";
            "plan" No, List(&Section(&PLAN_ROW)), "[{hva: Velge dypdykk, hvem: Ledergruppa, frist: 2026-04-01}]", "Hvem gjør hva, og når." / "Kven gjer kva, og når." / "Who does what, and when.";
            "vedtak" No, List(&Section(&DECISION)), "[{dato: 2026-04-01, beslutning: vedtatt}]", "Hva som er bestemt, og av hvem." / "Kva som er bestemt, og av kven." / "What is decided, and by whom.";
            "læring" No, Text, "Begynn med tallene", "Hva andre bør vite." / "Kva andre bør vite." / "What others should know.";
        }
    } };
}
pub(crate) use case_sections;

case_sections!(section);
