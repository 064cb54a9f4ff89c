//! a3.yaml: the organisation, its prices, frames and goals.

use super::rows::ASSUMPTION;
use super::table::Kind::{
    Choice, Code, Either, Filled, List, Name, Named, Quantity, Section, Text, Version, Year, Years,
};
use super::table::Needed::{Always, No};
use super::table::section;
use crate::model::{Choice as Lock, CodeLength, Distribution, Fulfilment, Method, Rounding};

section!(
    /// tidsverdi: what others' time is worth.
    TIME_VALUES "tidsverdi" "tidsverdi" / "tidsverdi" / "tidsverdi" {
        "innbyggerne" No, Quantity, "230 kr/time", "Hva en time er verdt for innbyggerne." / "Kva ein time er verd for innbyggjarane." / "What an hour is worth to residents.";
        "staten" No, Quantity, "600 kr/time", "Hva en time er verdt for staten." / "Kva ein time er verd for staten." / "What an hour is worth to the state.";
        "fylkeskommuner" No, Quantity, "600 kr/time", "Hva en time er verdt for fylkeskommuner." / "Kva ein time er verd for fylkeskommunar." / "What an hour is worth to counties.";
        "andre kommuner" No, Quantity, "600 kr/time", "Hva en time er verdt for andre kommuner." / "Kva ein time er verd for andre kommunar." / "What an hour is worth to other municipalities.";
        "næringslivet" No, Quantity, "600 kr/time", "Hva en time er verdt for næringslivet." / "Kva ein time er verd for næringslivet." / "What an hour is worth to business.";
        "frivillig sektor" No, Quantity, "230 kr/time", "Hva en time er verdt for frivillige." / "Kva ein time er verd for frivillige." / "What an hour is worth to volunteers.";
    }
);

/// The sections of a3.yaml, handed to `section` here for the table and to `record` in `document` for what is read.
macro_rules! organisation_sections {
    ($make:ident) => { $make! {
        /// A step of the discount rate.
        RATE_STEP RateStep "rentetrinn" "et rentetrinn" / "eit rentetrinn" / "a step of the rate" {
            until: Year = "til" No, Year, "2067", "Det siste året renta gjelder. Det siste trinnet har ikke feltet." / "Det siste året renta gjeld. Det siste trinnet har ikkje feltet." / "The last year the rate holds. The last step lacks the field.";
            rate: Rate = "rente" Always, Quantity, "4 %", "Renta i disse årene." / "Renta i desse åra." / "The rate in these years.";
        }

        /// lån: turns investment into running capital cost.
        LOAN Loan "lån" "lån" / "lån" / "the loan" {
            rate: Rate = "rente" Always, Quantity, "4.5 %", "Lånerenta." / "Lånerenta." / "The interest rate.";
            repayment_years: u16 = "avdragstid" Always, Quantity, "20 år", "Hvor lenge et lån betales ned." / "Kor lenge eit lån blir betalt ned." / "How long a loan is repaid.";
            unit: String = "ansvar" No, Code, "9000", "Ansvaret renter og avdrag føres på." / "Ansvaret renter og avdrag blir førte på." / "The unit interest and repayments are booked on.";
        }

        /// kalkyle: how things are calculated.
        CALCULATION Rules "kalkyle" "kalkyle" / "kalkyle" / "kalkyle" {
            discount: Discount = "rente" No, Either(&[Quantity, Filled(&Section(&RATE_STEP))]), "R-109", "Kalkulasjonsrenta: R-109, én rente, eller trinn." / "Kalkulasjonsrenta: R-109, éi rente, eller trinn." / "The discount rate: R-109, one rate, or steps.";
            base_year: Year = "sammenligningsår" No, Year, "2027", "Året alt regnes om til. Uten feltet: budsjettåret." / "Året alt blir rekna om til. Utan feltet: budsjettåret." / "The year everything is converted to. Without the field: the budget year.";
            period: u16 = "analyseperiode" No, Quantity, "10 år", "Hvor mange år som regnes med, fra sammenligningsåret." / "Kor mange år som er rekna med, frå samanlikningsåret." / "How many years count, from sammenligningsår.";
            tax_cost: Rate = "skattefinansiering" No, Quantity, "20 %", "Hva det koster samfunnet å kreve inn en krone i skatt." / "Kva det kostar samfunnet å krevje inn ei krone i skatt." / "What it costs society to raise a krone in tax.";
            distribution: Distribution = "fordeling" No, Choice(Distribution::WORDS), "pert", "Formen på usikre tall mellom lav og høy." / "Forma på usikre tal mellom låg og høg." / "The shape of uncertain figures between low and high.";
            time_values: Cells<Recipient, HourlyCost> = time_values "tidsverdi" No, Section(&TIME_VALUES), "{innbyggerne: 230 kr/time}", "Hva andres tid er verdt. Uten feltet vises bare timer." / "Kva tida til andre er verd. Utan feltet ser du berre timar." / "What others' time is worth. Without it only hours are shown.";
            workdays: u16 = workdays "arbeidsdager" No, Quantity, "230 dager", "Hvor mange arbeidsdager året har, der noe er skrevet per arbeidsdag." / "Kor mange arbeidsdagar året har, der noko er skrive per arbeidsdag." / "How many working days a year has, where something is written per working day.";
            hours_per_fte: Hours = "timer_per_årsverk" No, Quantity, "1 750 timer", "Hvor mange timer et årsverk er." / "Kor mange timar eit årsverk er." / "How many hours a person-year is.";
            real_growth: Rate = "realvekst_tid" No, Quantity, "0.9 %", "Hvor mye mer tid blir verdt hvert år." / "Kor mykje meir tid blir verd kvart år." / "How much more time is worth each year.";
            loan: Loan = "lån" No, Section(&LOAN), "{rente: 4.5 %, avdragstid: 20 år, ansvar: 9000}", "Lånevilkårene som gjør investeringer om til renter og avdrag." / "Lånevilkåra som gjer investeringar om til renter og avdrag." / "The loan terms that turn investments into interest and repayments.";
            deflator: ByYear<Rate> = "deflator" No, Years(&Quantity), "{2028: 4.3 %}", "Pris- og lønnsveksten hvert år. Årene etter budsjettåret legges til i tabellen til kommunestyret; årene før regner om saker og budsjett med eldre «prisår»." / "Pris- og lønsveksten kvart år. Åra etter budsjettåret blir lagde til i tabellen til kommunestyret; åra før reknar om saker og budsjett med eldre «prisår»." / "Price and wage growth each year. The years after the budget year are added in the council's table; those before convert cases and a budget with an earlier “prisår”.";
            rounding: Rounding = "avrunding" No, Choice(Rounding::WORDS), "nærmest", "Hvordan deflatoren rundes av." / "Korleis deflatoren blir runda av." / "How the deflator is rounded.";
        }

        /// stilling: what a person-year costs.
        POSITION Position "stilling" "en stilling" / "ei stilling" / "a position" {
            wage: Kroner = pay "årslønn" No, Quantity, "520 000 kr", "Lønn i året. Pensjon og arbeidsgiveravgift legges på." / "Løn i året. Pensjon og arbeidsgivaravgift kjem i tillegg." / "Pay in a year. Pension and levy are added.";
            annual_cost: Kroner = pay "årskostnad" No, Quantity, "950 000 kr", "Alt et årsverk koster, med pensjon og avgift." / "Alt eit årsverk kostar, med pensjon og avgift." / "All a person-year costs, with pension and levy.";
        }

        /// lønnspåslag: what comes on top of pay.
        SURCHARGES Surcharges "lønnspåslag" "lønnspåslag" / "lønnspåslag" / "lønnspåslag" {
            pension: Rate = "pensjon" No, Quantity, "15 %", "Pensjonspremien, av lønn." / "Pensjonspremien, av løn." / "The pension premium, of pay.";
            employer_levy: Levy = "arbeidsgiveravgift" No, Quantity, "sone II", "Avgiften, som prosent eller sone." / "Avgifta, som prosent eller sone." / "The levy, as a percentage or a zone.";
        }

        /// mål: a goal of the organisation.
        GOAL Goal "mål" "et mål" / "eit mål" / "a goal" {
            name: String = "navn" Always, Text, "Flere bor trygt hjemme lenger", "Hva målet er." / "Kva målet er." / "What the goal is.";
            source: String = "kilde" No, Text, "Kommuneplanens samfunnsdel", "Planen målet står i." / "Planen målet står i." / "The plan it stands in.";
        }

        /// minimumskrav: a duty of the organisation's register.
        REGISTERED RegisteredRequirement "minimumskrav i a3.yaml" "et minimumskrav i a3.yaml" / "eit minimumskrav i a3.yaml" / "a requirement in a3.yaml" {
            text: String = "krav" Always, Text, "Alle med vedtak om tilsyn om natten får det", "Hva loven krever." / "Kva lova krev." / "What the law demands.";
            legal_basis: String = "hjemmel" No, Text, "helse- og omsorgstjenesteloven § 4-1", "Loven eller forskriften." / "Lova eller forskrifta." / "The act or regulation.";
            today: Fulfilment = "oppfylt" No, Choice(Fulfilment::WORDS), "delvis", "Om kravet er oppfylt i dag. Uten feltet: nei." / "Om kravet er oppfylt i dag. Utan feltet: nei." / "Whether it is met today. Without the field: no.";
        }

        /// rammer: what limits the choice.
        FRAMES Frames "rammer" "rammer" / "rammer" / "rammer" {
            capacity: Vec<Keyed<ByYear<Fte>>> = capacity_by_area "endringskapasitet" No, Named(&Years(&Quantity)), "{Oppvekst: {2027: 3 årsverk, 2028: 4 årsverk}}", "Arbeidstid til endring, for hvert område og år. Et år som ikke er nevnt, har ingen grense." / "Arbeidstid til endring, for kvart område og år. Eit år som ikkje er nemnt, har inga grense." / "Working time for change, for each area and year. A year that is not named has no limit.";
            investment: ByYear<Kroner> = money_by_year "investering" No, Years(&Quantity), "{2027: 12 mill. kr}", "Hva som kan investeres hvert år. Et år som ikke er nevnt, har ingen grense." / "Kva som kan investerast kvart år. Eit år som ikkje er nemnt, har inga grense." / "What can be invested each year. A year that is not named has no limit.";
            restructuring: ByYear<Kroner> = money_by_year "omstilling" No, Years(&Quantity), "{2027: 3 mill. kr}", "Hva omstilling kan koste hvert år. Et år som ikke er nevnt, har ingen grense." / "Kva omstilling kan koste kvart år. Eit år som ikkje er nemnt, har inga grense." / "What restructuring may cost each year. A year that is not named has no limit.";
            savings_demand: ByYear<Kroner> = money_by_year "innsparingskrav" No, Years(&Quantity), "{2028: 5 mill. kr, 2029: 9 mill. kr}", "Hvor mye driften skal ned, mot dagens budsjett." / "Kor mykje drifta skal ned, mot budsjettet i dag." / "How much running costs must fall, against today's budget.";
        }

        /// A file of frames alone: an alternative to those of a3.yaml.
        pub FRAMES_FILE FramesFile "rammefil" "en fil med rammer" / "ei fil med rammer" / "a file of frames" {
            version: String = "a3" No, Version, "1", "Versjonen av filformatet." / "Versjonen av filformatet." / "The version of the file format.";
            frames: Frames = "rammer" Always, Section(&FRAMES), "{investering: {2027: 12 mill. kr}}", "Rammene i dette alternativet." / "Rammene i dette alternativet." / "The frames of this alternative.";
        }

        /// låst: leadership's own decision about a case.
        LOCK Lock "låst sak" "en låst sak" / "ei låst sak" / "a locked case" {
            choice: Choice = "valg" Always, Choice(Lock::WORDS), "inn", "Om saken skal være med eller ikke." / "Om saka skal vere med eller ikkje." / "Whether the case is in or out.";
            start: Year = "oppstart" No, Year, "2028", "Året den skal begynne. Uten feltet er året fritt." / "Året ho skal begynne. Utan feltet er året fritt." / "The year it is to start. Without the field the year is free.";
            reason: String = "begrunnelse" No, Text, "Vedtatt i formannskapet", "Hvorfor den er låst." / "Kvifor ho er låst." / "Why it is locked.";
        }

        /// prioritering: how cases are ordered.
        PRIORITIES Ranking "prioritering" "prioritering" / "prioritering" / "prioritering" {
            method: Method = "metode" No, Choice(Method::WORDS), "nnv", "Hva sakene ordnes etter." / "Kva sakene blir ordna etter." / "What cases are ordered by.";
            locked: Vec<Keyed<Lock>> = "låst" No, Named(&Section(&LOCK)), "{ny-legevakt: {valg: inn, oppstart: 2028}}", "Saker ledelsen selv har bestemt." / "Saker leiinga sjølv har bestemt." / "Cases leadership has decided itself.";
        }

        /// budsjett: today's budget, as exported.
        BUDGET_EXPORT BudgetExport "budsjett" "budsjett" / "budsjett" / "budsjett" {
            file: String = "fil" Always, Name, "budsjett/2027.csv", "Fila med dagens budsjett." / "Fila med budsjettet i dag." / "The file with today's budget.";
            price_year: Year = "prisår" No, Year, "2026", "Året prisene i fila er fra. Uten feltet: budsjettåret." / "Året prisane i fila er frå. Utan feltet: budsjettåret." / "The year of the prices in the file. Without the field: the budget year.";
            function: CodeLength = "funksjon" No, Choice(CodeLength::WORDS), "3 første", "Hva funksjoner på mer enn tre siffer regnes etter." / "Kva funksjonar på meir enn tre siffer blir rekna etter." / "What functions of more than three digits count by.";
            art: CodeLength = "art" No, Choice(CodeLength::WORDS), "3 første", "Hva arter på mer enn tre siffer regnes etter." / "Kva artar på meir enn tre siffer blir rekna etter." / "What arts of more than three digits count by.";
        }

        /// a3.yaml.
        pub ORGANISATION Organisation [whole: bool] "a3.yaml" "a3.yaml" / "a3.yaml" / "a3.yaml" {
            version: String = "a3" Always, Version, "1", "Versjonen av filformatet." / "Versjonen av filformatet." / "The version of the file format.";
            name: String = "virksomhet" No, Text, "Solvik kommune", "Hva kommunen eller fylkeskommunen heter." / "Kva kommunen eller fylkeskommunen heiter." / "What the municipality or county is called.";
            budget_year: Year = "budsjettår" Always, Year, "2027", "Det første året i økonomiplanen. Planen er dette året og de tre neste." / "Det første året i økonomiplanen. Planen er dette året og dei tre neste." / "The first year of the plan, which is this year and the next three.";
            rules: Rules = rules "kalkyle" No, Section(&CALCULATION), "{rente: R-109}", "Hvordan det regnes." / "Korleis det blir rekna." / "How things are calculated.";
            positions: Vec<Keyed<Position>> = "stillinger" No, Named(&Section(&POSITION)), "{rådgiver: {årskostnad: 950 000 kr}}", "Hva et årsverk koster, for hver stilling." / "Kva eit årsverk kostar, for kvar stilling." / "What a person-year costs, for each position.";
            surcharges: Surcharges = "lønnspåslag" No, Section(&SURCHARGES), "{pensjon: 15 %, arbeidsgiveravgift: 14.1 %}", "Det som kommer oppå lønna." / "Det som kjem oppå løna." / "What comes on top of pay.";
            shared: Vec<Keyed<Assumption>> = assumptions "felles" No, Named(&Section(&ASSUMPTION)), "{strømpris: {verdi: 1.2 kr/kWh, kilde: Kraftforvalter}}", "Forutsetninger alle saker deler." / "Føresetnader alle saker deler." / "Assumptions all cases share.";
            areas: Vec<Spanned<String>> = "områder" No, List(&Name), "[Oppvekst, Stab]", "Områdene sakene hører til." / "Områda sakene høyrer til." / "The areas cases belong to.";
            goals: Vec<Keyed<Goal>> = "mål" No, Named(&Section(&GOAL)), "{bo-hjemme: {navn: Flere bor trygt hjemme lenger}}", "Målene sakene skal hjelpe oss å nå." / "Måla sakene skal hjelpe oss å nå." / "The goals cases help to reach.";
            requirements: Vec<Keyed<RegisteredRequirement>> = "minimumskrav" No, Named(&Section(&REGISTERED)), "{tilsyn-natt: {krav: Alle med vedtak om tilsyn om natten får det, oppfylt: delvis}}", "Kravene i lov og forskrift, hver med en nøkkel sakene viser til." / "Krava i lov og forskrift, kvart med ein nøkkel sakene viser til." / "The requirements of law and regulation, each with a key that cases point to.";
            frames: Frames = "rammer" No, Section(&FRAMES), "{investering: {2027: 12 mill. kr}}", "Det som begrenser valget." / "Det som avgrensar valet." / "What limits the choice.";
            ranking: Ranking = "prioritering" No, Section(&PRIORITIES), "{metode: nnv}", "Hvordan sakene ordnes." / "Korleis sakene blir ordna." / "How cases are ordered.";
            smallest_position: Share = "minste_stilling" No, Quantity, "20 %", "Den minste delen av en stilling som kan tas ut." / "Den minste delen av ei stilling som kan takast ut." / "The smallest part of a position that can be taken out.";
            budget: BudgetExport = budget "budsjett" No, Either(&[Name, Section(&BUDGET_EXPORT)]), "budsjett/2027.csv", "Fila med dagens budsjett, alene eller med mer om den." / "Fila med budsjettet i dag, åleine eller med meir om det." / "The file with today's budget, alone or with more about it.";
            severities: Vec<Keyed<Spanned<String>>> = "regler" No, Named(&Choice(&["feil", "advarsel", "merknad", "av"])), "{gevinst-uten-kilde: feil}", "Hvor strengt hver regel tas." / "Kor strengt kvar regel blir teken." / "How strictly each rule is taken.";
        }
    } };
}
pub(crate) use organisation_sections;

organisation_sections!(section);
