//! The words of the field: Norwegian in files and output, English in code, and what they mean.
//!
//! `a3 explain ord` prints this table. A test holds that every English name is one in the code.

use crate::words::Words;

/// One term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word in files and output.
    pub norwegian: &'static str,
    /// The name in the code.
    pub english: &'static str,
    /// What it means.
    pub meaning: Words,
}

macro_rules! terms {
    ($($norwegian:literal $english:literal $nb:literal $en:literal;)+) => {
        /// Every term, in Norwegian alphabetical order.
        pub static TERMS: &[Term] = &[
            $(Term { norwegian: $norwegian, english: $english, meaning: Words { nb: $nb, en: $en } },)+
        ];
    };
}

terms! {
    "alternativ" "Alternative" "En måte å nå målet på; minst to vurderes, ett velges." "A way to reach the goal; at least two are weighed, one is chosen.";
    "anslag" "Estimate" "Det vi tror i dag, før det er regnet på." "What we believe today, before it is calculated.";
    "arbeidsgiveravgift" "employer_levy" "Avgift av lønn og pensjon, etter sone." "A levy on wage and pension, by zone.";
    "betingelse" "Condition" "Noe som må være på plass for at gevinsten skal komme." "Something that must be in place for the gain to come.";
    "budsjettpost" "BudgetLine" "Ansvar, funksjon og art: linja i budsjettet." "Unit, function and account: the line of the budget.";
    "deflator" "deflator" "Pris- og lønnsvekst i kommunene." "Price and wage growth in municipalities.";
    "endringskapasitet" "Capacity" "Arbeidstid et område kan bruke på endring i et år." "Working time an area can use for change in a year.";
    "forankring" "Engagement" "Hvem som er tatt med på råd, og hvordan." "Who has been brought along, and how.";
    "fordeling" "Distribution" "Hvor sannsynlig hver verdi mellom lav og høy er." "How likely each value between low and high is.";
    "forutsetning" "Assumption" "Noe regnestykket bygger på, med kilde." "Something the calculation builds on, with a source.";
    "frø" "seed" "Tallet trekningene lages av; samme frø gir samme tall." "The number draws are made from; the same seed gives the same figures.";
    "gap" "Gap" "Avstanden mellom slik det er og slik det må bli." "The distance between how it is and how it must be.";
    "gevinst" "Benefit" "En virkning noen ser som god." "An effect somebody sees as good.";
    "gevinstpotensial" "Potential" "Det saken kan gi i et år når alt er på plass." "What the case can give in a year when all is in place.";
    "inntjeningstid" "Payback" "Tida det tar før kommunen har fått igjen pengene." "The time until the municipality has its money back.";
    "innfasing" "phase_in" "Hvor stor del av gevinsten som kommer hvert år." "How much of the gain comes each year.";
    "innsparingskrav" "savings_demand" "Det driften skal ned med, mot dagens budsjett." "How much running costs must fall, against today's budget.";
    "internrente" "internal_rates" "Renta som gjør netto nåverdi lik null." "The rate at which net present value is zero.";
    "justering" "Adjustment" "Det dere gjorde da gevinsten ikke kom." "What you did when the gain did not come.";
    "kostnad" "Cost" "Det saken krever av penger eller tid." "What the case asks for in money or time.";
    "levetid" "life" "Hvor mange år saken virker." "How many years the case works.";
    "lovet" "Promise" "Tallene saken ble vedtatt på." "The figures the case was decided on.";
    "låst" "Lock" "En sak ledelsen selv har bestemt skal være med eller ikke." "A case leadership itself has decided is in or out.";
    "lån" "Loan" "Gjør en investering om til renter og avdrag i driften." "Turns an investment into interest and repayments.";
    "minimumskrav" "Requirement" "En plikt i lov eller forskrift." "A duty of law or regulation.";
    "minste stilling" "smallest_position" "Den minste delen av en stilling som kan tas ut." "The smallest part of a position that can be taken out.";
    "mål" "Goal" "Det saken skal hjelpe kommunen å nå." "What the case helps the municipality reach.";
    "måling" "Measurement" "Hvordan vi ser om gevinsten kommer." "How we see whether the gain comes.";
    "netto nåverdi (NNV)" "npv" "Alle virkninger over levetida, regnet om til verdi i dag." "All effects over the life, as value today.";
    "nullpunkt" "baseline" "Målingen før vi begynner." "The measurement before we begin.";
    "ny praksis" "NewPractice" "Bemanning og utgifter slik de blir." "Staff and expenses as they will be.";
    "område" "area" "Den delen av kommunen saken hører til." "The part of the municipality the case belongs to.";
    "omdisponert" "reallocated" "Tid som frigjøres, men ikke tas ut av budsjettet." "Time that is freed but not taken out of the budget.";
    "omstilling" "Restructuring" "Utgift vi har én gang for å få til endringen." "A one-off expense for the change itself.";
    "oppstart" "start" "Det første året saken virker." "The first year the case works.";
    "ramme" "Frames" "Det som begrenser valget: penger, tid til endring, krav om innsparing." "What limits the choice: money, change capacity, savings demand.";
    "realvekst" "real_growth" "Hvor mye tid blir mer verdt hvert år." "How much more time is worth each year.";
    "restverdi" "residual" "Verdien i årene etter analyseperioden." "The value in the years after the analysis period.";
    "risiko" "Risk" "Noe som kan gå galt, og hva vi gjør med det." "Something that may go wrong, and what we do about it.";
    "sak" "Case" "Ett A3-ark: problemet, løsningen og regnestykket." "One A3 sheet: the problem, the solution and the sums.";
    "skattefinansieringsvirkning" "tax_effect" "Det det koster samfunnet å kreve inn skatt, eller sparer når utgiftene går ned." "What raising taxes costs society, or saves when outlays fall.";
    "skyggeverdi" "shadow" "Hva litt mer av en ramme ville gitt." "What a little more of a frame would have given.";
    "stilling" "Position" "En gruppe ansatte med samme årskostnad." "A group of staff with the same annual cost.";
    "tapt" "Loss" "En gevinst som likevel ikke kommer." "A gain that will not come after all.";
    "tas ut" "take_out" "Den delen av gevinsten som går ut av budsjettet." "The share of a gain that leaves the budget.";
    "trekk" "draws" "En tilfeldig verdi til hvert usikkert tall, og det saken da er verdt." "A random value for every uncertain figure, and what the case is then worth.";
    "usikkerhet" "Uncertainty" "Hvor mye svaret kan endre seg når forutsetningene gjør det." "How much the answer may change when the assumptions do.";
    "utbetales" "paid_out" "Den delen av en kostnad som betales i penger." "The share of a cost that is paid in money.";
    "variansandel" "variance_share" "Hvor mye av usikkerheten som kommer fra ett tall." "How much of the uncertainty comes from one figure.";
    "vedtak" "Decision" "Det et politisk organ eller ledelsen har bestemt." "What a political body or the leadership has decided.";
    "vendepunkt" "turning" "Verdien der saken går fra å lønne seg til ikke å lønne seg." "The value at which the case goes from paying off to not.";
    "virksomhet" "Organisation" "Kommunen eller fylkeskommunen selv." "The municipality or county itself.";
    "årsverk" "Fte" "Ett års arbeid i full stilling." "A year's work in a full position.";
}

/// The terms a word may stand for: the whole term, or one word of it, with `_` as a space:
/// `nnv`, `tas_ut`, `netto nåverdi`.
#[must_use]
pub fn find(word: &str) -> Vec<&'static Term> {
    let wanted = word.trim().to_lowercase().replace('_', " ");
    let is_meant = |term: &&Term| {
        let term = term.norwegian.to_lowercase();
        let whole = term.split(" (").next() == Some(&wanted);
        whole || term.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == wanted)
    };
    TERMS.iter().filter(|_| !wanted.is_empty()).filter(is_meant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_its_short_form_and_as_it_is_written_in_files() {
        let found = |word: &str| find(word).iter().map(|term| term.norwegian).collect::<Vec<_>>();
        assert_eq!(found("NNV"), ["netto nåverdi (NNV)"]);
        assert_eq!(found("netto nåverdi"), ["netto nåverdi (NNV)"]);
        assert_eq!(found("tas_ut"), ["tas ut"]);
        assert!(found("").is_empty() && found("finnes ikke").is_empty());
    }
}
