//! `a3 explain formler` and `a3 explain budsjett`: what no single rule, field or word explains.

use super::page::{Block, Page};
use crate::text;
use crate::words::Text;

/// A topic by its name in either language.
pub fn of(name: &str) -> Option<Page> {
    match name {
        "formler" | "formlar" | "formulas" => Some(formulas()),
        "budsjett" | "budget" => Some(budget()),
        _ => None,
    }
}

/// How a calculation is written.
fn formulas() -> Page {
    Page::new(text!(nb: "Formler", nn: "Formlar", en: "Formulas"))
        .with(Block::Paragraph(text!(
            nb: "Et regnestykke i «beregning» er skrevet som på papir: tall med enhet, navn fra «forutsetninger» eller «felles», og regnetegn mellom dem.", nn: "Eit reknestykke i «beregning» er skrive som på papir: tal med eining, namn frå «forutsetninger» eller «felles», og rekneteikn mellom dei.",
            en: "A calculation in “beregning” is written as on paper: numbers with units, names from “forutsetninger” or “felles”, and signs between them.",
        )))
        .with(Block::Code("beregning: brukere × besøk_i_uka × (tid_før − tid_etter)".to_owned()))
        .with(Block::Lines(text!(nb: "Dette kan stå i den:", nn: "Dette kan stå i det:", en: "This may stand in it:"), vec![
            text!(nb: "+ og − (eller -): ledd av samme slag, som timer og timer", nn: "+ og − (eller -): ledd av same slag, som timar og timar", en: "+ and − (or -): parts of the same kind, such as hours and hours"),
            text!(nb: "× (eller *) og ÷ (eller /): enhetene ganges og deles med", nn: "× (eller *) og ÷ (eller /): einingane blir gonga og delte med", en: "× (or *) and ÷ (or /): the units are multiplied and divided too"),
            text!(nb: "parenteser: det som står i dem, regnes først", nn: "parentesar: det som står i dei, blir rekna først", en: "parentheses: what stands in them is calculated first"),
            text!(nb: "min(a; b) og maks(a; b): det minste og det største, med semikolon mellom", nn: "min(a; b) og maks(a; b): det minste og det største, med semikolon mellom", en: "min(a; b) and maks(a; b): the smaller and the larger, with a semicolon between"),
            text!(nb: "tall: 1 200 kr, 12,5 %, 3 årsverk, 40 besøk/uke", nn: "tal: 1 200 kr, 12,5 %, 3 årsverk, 40 besøk/uke", en: "numbers: 1 200 kr, 12,5 %, 3 årsverk, 40 besøk/uke"),
        ]))
        .with(Block::Lines(text!(nb: "Svaret må passe der det står:", nn: "Svaret må passe der det står:", en: "The answer must fit where it stands:"), vec![
            text!(nb: "en gevinst og en driftskostnad blir kr eller arbeidstid per år", nn: "ein gevinst og ein driftskostnad blir kr eller arbeidstid per år", en: "a gain and a running cost come to kroner or working time a year"),
            text!(nb: "en engangskostnad blir kr eller arbeidstid", nn: "ein eingongskostnad blir kr eller arbeidstid", en: "a one-off cost comes to kroner or working time"),
            text!(nb: "arbeidstid i kommunen trenger «stilling», som sier hva timen koster", nn: "arbeidstid i kommunen treng «stilling», som seier kva timen kostar", en: "working time of the municipality needs “stilling”, which says what the hour costs"),
        ]))
        .with(Block::Paragraph(text!(
            nb: "Se hvert ledd regnet ut: a3 calc ID --vis. Alle enhetene: a3 explain enheter.", nn: "Sjå kvart ledd rekna ut: a3 calc ID --vis. Alle einingane: a3 explain enheter.",
            en: "See every step worked out: a3 calc ID --vis. All units: a3 explain units.",
        )))
}

/// Today's budget, and how the new one comes of it.
fn budget() -> Page {
    let lines = |name: Text, lines: Vec<Text>| Block::Lines(name, lines);
    Page::new(text!(nb: "Budsjett", nn: "Budsjett", en: "Budget"))
        .with(Block::Paragraph(text!(
            nb: "Dagens budsjett er en CSV-fil fra regnskapssystemet, nevnt i a3.yaml med «budsjett: budsjett/2027.csv».", nn: "Budsjettet i dag er ei CSV-fil frå rekneskapssystemet, nemnd i a3.yaml med «budsjett: budsjett/2027.csv».",
            en: "Today's budget is a CSV file from the accounting system, named in a3.yaml as “budsjett: budsjett/2027.csv”.",
        )))
        .with(Block::Code("ansvar;ansvarsnavn;funksjon;art;beløp;årsverk\n3230;Nattjenesten;258;010;8400000;12,5".to_owned()))
        .with(lines(text!(nb: "I fila:", nn: "I fila:", en: "In the file:"), vec![
            text!(nb: "utgifter er pluss og inntekter minus, som i KOSTRA", nn: "utgifter er pluss og inntekter minus, som i KOSTRA", en: "expenses are plus and income minus, as in KOSTRA"),
            text!(nb: "beløp i tusen leses når overskriften sier det: beløp (1000 kr)", nn: "beløp i tusen blir lesne når overskrifta seier det: beløp (1000 kr)", en: "amounts in thousands are read where the heading says so: beløp (1000 kr)"),
            text!(nb: "«år» kan være med; en linje uten gjelder alle fire årene", nn: "«år» kan vere med; ei linje utan gjeld alle dei fire åra", en: "“år” may be there; a line without it is for all four years"),
        ]))
        .with(lines(text!(nb: "Slik blir det nye budsjettet til:", nn: "Slik blir det nye budsjettet til:", en: "How the new budget comes about:"), vec![
            text!(nb: "det er for ansvarene sakene nevner i «budsjettpost» og «ny_praksis»", nn: "det er for ansvara sakene nemner i «budsjettpost» og «ny_praksis»", en: "it is for the units that the cases name in “budsjettpost” and “ny_praksis”"),
            text!(nb: "ny linje = dagens linje − det som tas ut + driftskostnader og omstilling", nn: "ny linje = linja i dag − det som blir teke ut + driftskostnader og omstilling", en: "new line = today's line − what is taken out + running costs and restructuring"),
            text!(nb: "der saken har «ny_praksis», erstatter bemanningen i den lønnspostene", nn: "der saka har «ny_praksis», erstattar bemanninga i den lønspostane", en: "where the case has “ny_praksis”, its staffing replaces the lines of wages"),
            text!(nb: "arbeidstid blir penger bare i hele trinn av «minste_stilling»", nn: "arbeidstid blir pengar berre i heile trinn av «minste_stilling»", en: "working time becomes money only in whole steps of “minste_stilling”"),
            text!(nb: "renter og avdrag kommer av «lån» i a3.yaml; uten det er de ikke med", nn: "renter og avdrag kjem av «lån» i a3.yaml; utan det er dei ikkje med", en: "interest and repayments come of “lån” in a3.yaml; without it they are not included"),
            text!(nb: "avstemmingen viser, til kronen, om budsjettet viser det sakene tar ut", nn: "avstemminga viser, til krona, om budsjettet viser det sakene tek ut", en: "the reconciliation shows, to the krone, whether the budget shows what the cases take out"),
        ]))
        .with(Block::Paragraph(text!(
            nb: "Se det: a3 budget. Linje for linje: a3 budget --alt. Kommunestyrets tabell: a3 budget --tiltak.", nn: "Sjå det: a3 budget. Linje for linje: a3 budget --alt. Tabellen til kommunestyret: a3 budget --tiltak.",
            en: "See it: a3 budget. Line by line: a3 budget --alt. The council's table: a3 budget --tiltak.",
        )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_has_a_name_in_each_language() {
        for [one, other] in [["formler", "formulas"], ["formler", "formlar"], ["budsjett", "budget"]] {
            assert!(of(one).is_some() && of(one) == of(other), "{one}");
        }
        assert_eq!(of("nnv"), None);
    }
}
