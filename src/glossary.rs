//! The words of the field: Norwegian in files and output, English in code, and what they mean.
//!
//! `a3 explain ord` prints this table. A test holds that every English name is one in the code.
//!
//! Nynorsk: the concepts are those of DFØ's «Veileder i samfunnsøkonomiske analyser», of which no edition in nynorsk
//! was found. The forms were held against Språkrådet's «Administrativ ordliste bokmål–nynorsk» where it could be read
//! (its introduction and the letter A: åtvaring, main forms, one infinitive throughout). Words in neither, such as
//! noverdi, føresetnad and verknad, are as public nynorsk commonly has them.

use crate::words::{Text, Words};

/// One term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word in files and output.
    pub norwegian: &'static str,
    /// The same word in nynorsk. The files have one language, whatever people read.
    pub nynorsk: &'static str,
    /// The name in the code.
    pub english: &'static str,
    /// What it means.
    pub meaning: Words,
}

impl Term {
    /// The word, in nynorsk with the word of the files behind it where that is another.
    pub fn name(&self) -> Text {
        let Self { norwegian, nynorsk, .. } = self;
        let said = Text::same(norwegian);
        if norwegian == nynorsk { said } else { Text { nn: format!("{nynorsk} («{norwegian}»)"), ..said } }
    }
}

macro_rules! terms {
    ($($norwegian:literal $nynorsk:literal $english:literal $nb:literal $nn:literal $en:literal;)+) => {
        /// Every term, in Norwegian alphabetical order.
        pub static TERMS: &[Term] = &[
            $(Term {
                norwegian: $norwegian,
                nynorsk: $nynorsk,
                english: $english,
                meaning: Words { nb: $nb, nn: $nn, en: $en },
            },)+
        ];
    };
}

terms! {
    "alternativ" "alternativ" "Alternative" "En måte å nå målet på; minst to vurderes, ett velges." "Ein måte å nå målet på; minst to skal vurderast, éin blir vald." "A way to reach the goal; at least two are weighed, one is chosen.";
    "anslag" "anslag" "Estimate" "Det vi tror i dag, før det er regnet på." "Det vi trur i dag, før det er rekna på." "What we believe today, before it is calculated.";
    "arbeidsgiveravgift" "arbeidsgivaravgift" "employer_levy" "Avgift av lønn og pensjon, etter sone." "Avgift av løn og pensjon, etter sone." "A levy on wage and pension, by zone.";
    "betingelse" "vilkår" "Condition" "Noe som må være på plass for at gevinsten skal komme." "Noko som må vere på plass for at gevinsten skal kome." "Something that must be in place for the gain to come.";
    "budsjettpost" "budsjettpost" "BudgetLine" "Ansvar, funksjon og art: linja i budsjettet." "Ansvar, funksjon og art: linja i budsjettet." "Unit, function and account: the line of the budget.";
    "deflator" "deflator" "deflator" "Pris- og lønnsvekst i kommunene." "Pris- og lønsvekst i kommunane." "Price and wage growth in municipalities.";
    "endringskapasitet" "endringskapasitet" "Capacity" "Arbeidstid et område kan bruke på endring i et år." "Arbeidstid eit område kan bruke på endring i eit år." "Working time an area can use for change in a year.";
    "estimert" "estimert" "Estimated" "Minst én gevinst er et anslag." "Minst éin gevinst er eit anslag." "At least one gain is an estimate.";
    "forankring" "forankring" "Engagement" "Hvem som er tatt med på råd, og hvordan." "Kven som er teken med på råd, og korleis." "Who has been brought along, and how.";
    "fordeling" "fordeling" "Distribution" "Hvor sannsynlig hver verdi mellom lav og høy er." "Kor sannsynleg kvar verdi mellom låg og høg er." "How likely each value between low and high is.";
    "forutsetning" "føresetnad" "Assumption" "Noe regnestykket bygger på, med kilde." "Noko reknestykket byggjer på, med kjelde." "Something the calculation builds on, with a source.";
    "frø" "frø" "seed" "Tallet trekningene lages av; samme frø gir samme tall." "Talet trekningane blir laga av; same frø gir same tal." "The number draws are made from; the same seed gives the same figures.";
    "full virkning" "full verknad" "FullEffect" "Det saken gir i året når alt er faset inn." "Det saka gir i året når alt er fasa inn." "What the case gives a year when all is phased in.";
    "gap" "gap" "Gap" "Avstanden mellom slik det er og slik det må bli." "Avstanden mellom slik det er og slik det må bli." "The distance between how it is and how it must be.";
    "gevinst" "gevinst" "Benefit" "En virkning noen ser som god." "Ein verknad nokon ser som god." "An effect somebody sees as good.";
    "gevinstbro" "gevinstbru" "Bridge" "Regnestykket fra det som er lovet, til det som er kommet og trukket fra." "Reknestykket frå det som er lova, til det som er kome og trekt frå." "The sum from what is promised to what has come and is deducted.";
    "gevinstpotensial" "gevinstpotensial" "Potential" "Det saken kan gi i et år når alt er på plass." "Det saka kan gi i eit år når alt er på plass." "What the case can give in a year when all is in place.";
    "hull" "hol" "hole" "Det som er trukket fra budsjettet uten å ha kommet." "Det som er trekt frå budsjettet utan å ha kome." "What is deducted from the budget without having come.";
    "ikke vurdert" "ikkje vurdert" "NotAssessed" "Saken mangler noe som må til for å regne den ut." "Saka manglar noko som må til for å rekne ho ut." "The case lacks something that calculating it takes.";
    "inntjeningstid" "inntjeningstid" "Payback" "Tida det tar før kommunen har fått igjen pengene." "Tida det tek før kommunen har fått att pengane." "The time until the municipality has its money back.";
    "innfasing" "innfasing" "phase_in" "Hvor stor del av gevinsten som kommer hvert år." "Kor stor del av gevinsten som kjem kvart år." "How much of the gain comes each year.";
    "innsparingskrav" "innsparingskrav" "savings_demand" "Det driften skal ned med, mot dagens budsjett." "Det drifta skal ned med, mot budsjettet i dag." "How much running costs must fall, against today's budget.";
    "internrente" "internrente" "internal_rates" "Renta som gjør netto nåverdi lik null." "Renta som gjer netto noverdi lik null." "The rate at which net present value is zero.";
    "justering" "justering" "Adjustment" "Det dere gjorde da gevinsten ikke kom." "Det de gjorde då gevinsten ikkje kom." "What you did when the gain did not come.";
    "kalkulert" "kalkulert" "Calculated" "Alle gevinstene er regnet ut." "Alle gevinstane er rekna ut." "All gains are calculated.";
    "kostnad" "kostnad" "Cost" "Det saken krever av penger eller tid." "Det saka krev av pengar eller tid." "What the case asks for in money or time.";
    "levetid" "levetid" "life" "Hvor mange år saken virker." "Kor mange år saka verkar." "How many years the case works.";
    "lovet" "lova" "Promise" "Tallene saken ble vedtatt på." "Tala saka blei vedteken på." "The figures the case was decided on.";
    "låst" "låst" "Lock" "En sak ledelsen selv har bestemt skal være med eller ikke." "Ei sak leiinga sjølv har bestemt skal vere med eller ikkje." "A case leadership itself has decided is in or out.";
    "lån" "lån" "Loan" "Gjør en investering om til renter og avdrag i driften." "Gjer ei investering om til renter og avdrag i drifta." "Turns an investment into interest and repayments.";
    "merke" "merke" "mark" "Et kort tegn for tallene et vedtak bygger på; endres de, endres det." "Eit kort teikn for tala eit vedtak byggjer på; blir dei endra, blir teiknet eit anna." "A short sign for the figures a decision builds on; when they change, it does.";
    "minimumskrav" "minimumskrav" "Requirement" "En plikt i lov eller forskrift." "Ei plikt i lov eller forskrift." "A duty of law or regulation.";
    "minste stilling" "minste stilling" "smallest_position" "Den minste delen av en stilling som kan tas ut." "Den minste delen av ei stilling som kan takast ut." "The smallest part of a position that can be taken out.";
    "mål" "mål" "Goal" "Det saken skal hjelpe kommunen å nå." "Det saka skal hjelpe kommunen å nå." "What the case helps the municipality reach.";
    "måling" "måling" "Measurement" "Hvordan vi ser om gevinsten kommer." "Korleis vi ser om gevinsten kjem." "How we see whether the gain comes.";
    "netto nåverdi (NNV)" "netto noverdi (NNV)" "npv" "Alle virkninger over levetida, regnet om til verdi i dag." "Alle verknader over levetida, rekna om til verdi i dag." "All effects over the life, as value today.";
    "nullpunkt" "nullpunkt" "baseline" "Målingen før vi begynner." "Målinga før vi begynner." "The measurement before we begin.";
    "ny praksis" "ny praksis" "NewPractice" "Bemanning og utgifter slik de blir." "Bemanning og utgifter slik dei blir." "Staff and expenses as they will be.";
    "område" "område" "area" "Den delen av kommunen saken hører til." "Den delen av kommunen saka høyrer til." "The part of the municipality the case belongs to.";
    "omdisponert" "omdisponert" "reallocated" "Tid som frigjøres, men ikke tas ut av budsjettet." "Tid som blir frigjord, men ikkje teken ut av budsjettet." "Time that is freed but not taken out of the budget.";
    "omstilling" "omstilling" "Restructuring" "Utgift vi har én gang for å få til endringen." "Utgift vi har éin gong for å få til endringa." "A one-off expense for the change itself.";
    "oppstart" "oppstart" "start" "Det første året saken virker." "Det første året saka verkar." "The first year the case works.";
    "ramme" "ramme" "Frames" "Det som begrenser valget: penger, tid til endring, krav om innsparing." "Det som avgrensar valet: pengar, tid til endring, krav om innsparing." "What limits the choice: money, change capacity, savings demand.";
    "realvekst" "realvekst" "real_growth" "Hvor mye mer tid blir verdt hvert år." "Kor mykje meir tid blir verd kvart år." "How much more time is worth each year.";
    "restverdi" "restverdi" "residual" "Verdien i årene etter analyseperioden." "Verdien i åra etter analyseperioden." "The value in the years after the analysis period.";
    "risiko" "risiko" "Risk" "Noe som kan gå galt, og hva vi gjør med det." "Noko som kan gå gale, og kva vi gjer med det." "Something that may go wrong, and what we do about it.";
    "sak" "sak" "Case" "Ett A3-ark: problemet, løsningen og regnestykket." "Eitt A3-ark: problemet, løysinga og reknestykket." "One A3 sheet: the problem, the solution and the sums.";
    "skattefinansieringsvirkning" "skattefinansieringsverknad" "tax_effect" "Det det koster samfunnet å kreve inn skatt, eller sparer når utgiftene går ned." "Det det kostar samfunnet å krevje inn skatt, eller sparer når utgiftene går ned." "What raising taxes costs society, or saves when outlays fall.";
    "skyggeverdi" "skuggeverdi" "shadow" "Hva litt mer av en ramme ville gitt." "Kva litt meir av ei ramme ville gitt." "What a little more of a frame would have given.";
    "stilling" "stilling" "Position" "En gruppe ansatte med samme årskostnad." "Ei gruppe tilsette med same årskostnad." "A group of staff with the same annual cost.";
    "tapt" "tapt" "Loss" "En gevinst som likevel ikke kommer." "Ein gevinst som likevel ikkje kjem." "A gain that will not come after all.";
    "tas ut" "teken ut" "take_out" "Den delen av gevinsten som går ut av budsjettet." "Den delen av gevinsten som går ut av budsjettet." "The share of a gain that leaves the budget.";
    "trekk" "trekk" "draws" "En tilfeldig verdi til hvert usikkert tall, og det saken da er verdt." "Ein tilfeldig verdi til kvart usikkert tal, og det saka då er verd." "A random value for every uncertain figure, and what the case is then worth.";
    "trekning" "trekning" "draws" "Ett forsøk med tilfeldige verdier; lista velges på nytt i hver." "Eitt forsøk med tilfeldige verdiar; lista blir vald på nytt i kvart." "One trial with random values; the list is chosen anew in each.";
    "usikkerhet" "usikkerheit" "Uncertainty" "Hvor mye svaret kan endre seg når forutsetningene gjør det." "Kor mykje svaret kan endre seg når føresetnadene gjer det." "How much the answer may change when the assumptions do.";
    "utbetales" "utbetalt" "paid_out" "Den delen av en kostnad som betales i penger." "Den delen av ein kostnad som blir betalt i pengar." "The share of a cost that is paid in money.";
    "variansandel" "variansandel" "variance_share" "Hvor mye av usikkerheten som kommer fra ett tall." "Kor mykje av usikkerheita som kjem frå eitt tal." "How much of the uncertainty comes from one figure.";
    "vedtak" "vedtak" "Decision" "Det et politisk organ eller ledelsen har bestemt." "Det eit politisk organ eller leiinga har bestemt." "What a political body or the leadership has decided.";
    "vendepunkt" "vendepunkt" "turning" "Verdien der saken går fra å lønne seg til ikke å lønne seg." "Verdien der saka går frå å løne seg til ikkje å løne seg." "The value at which the case goes from paying off to not.";
    "virksomhet" "verksemd" "Organisation" "Kommunen eller fylkeskommunen selv." "Kommunen eller fylkeskommunen sjølv." "The municipality or county itself.";
    "årsverk" "årsverk" "Fte" "Ett års arbeid i full stilling." "Eitt års arbeid i full stilling." "A year's work in a full position.";
}

/// The terms a word may stand for: the whole term, or one word of it, with `_` as a space:
/// `nnv`, `tas_ut`, `netto nåverdi`.
pub fn find(word: &str) -> Vec<&'static Term> {
    let wanted = word.trim().to_lowercase().replace('_', " ");
    let is_word = |term: &str| {
        let term = term.to_lowercase();
        let whole = term.split(" (").next() == Some(&wanted);
        whole || term.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == wanted)
    };
    let is_meant = |term: &&Term| is_word(term.norwegian) || is_word(term.nynorsk);
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
        assert_eq!(found("føresetnad"), ["forutsetning"]);
        assert!(found("").is_empty() && found("finnes ikke").is_empty());
    }
}
