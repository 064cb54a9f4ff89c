//! One test per sentence about formulas, and the worked example.

use super::*;
use crate::source::Span;

const ANNUAL: Wanted = Wanted::AnnualEffect;

fn plain(text: &str) -> Decimal {
    value(text).in_units_of(&Dimension::NONE).unwrap_or_else(|| panic!("{text}")).normalize()
}

fn per_year(text: &str) -> Decimal {
    value(text).in_units_of(read("1/år").dimension()).unwrap_or_else(|| panic!("{text}")).normalize()
}

fn rules(text: &str) -> Vec<&'static str> {
    problems(text).iter().map(|finding| finding.rule).collect()
}

#[test]
fn the_worked_example_comes_out_to_the_last_digit() {
    let names = [("brukere", "60 brukere"), ("tilsyn_per_natt", "2 tilsyn/døgn"), ("tid_fysisk", "20 min")];
    let known = among(&names);
    let expected = |low: &str, mid: &str, high: &str, unit: &str| {
        let sum = decimal(low) + Decimal::from(4) * decimal(mid) + decimal(high);
        Quantity::new(sum / Decimal::from(6), read(&format!("1 {unit}")).dimension().clone())
    };
    let lookup = |name: &str| match name {
        "andel_digital" => Some(expected("0.4", "0.6", "0.7", "stk")),
        "tid_digital" => Some(expected("3", "5", "8", "min")),
        other => known(other),
    };
    let formula = formula("brukere × tilsyn_per_natt × andel_digital × (tid_fysisk − tid_digital)");
    let hours = formula.evaluate(&lookup).unwrap().hours_per_year().unwrap();
    assert_eq!(hours.rounded(8).value(), decimal("6316.52777778"));
    let fte = hours.as_fte(context().hours_per_fte).unwrap();
    assert_eq!(fte.rounded(8).value(), decimal("3.60944444"));
    assert_eq!(
        formula.calendar_factors(&|name| lookup(name).map(|q| q.dimension().clone())),
        [crate::text!(nb: "365 døgn/år", nn: "365 døgn/år", en: "365 døgn/year")]
            .map(|text| crate::words::Text { en: "365 days/year".to_owned(), ..text })
    );
}

#[test]
fn kilometres_and_training_of_the_worked_example() {
    assert_eq!(value("18 000 km/år × 5 kr/km").money_per_year().unwrap().value(), decimal("90000"));
    assert_eq!(value("45 ansatte × 8 timer").hours().unwrap().value(), decimal("360"));
}

#[test]
fn each_calendar_unit_counts_against_the_year() {
    assert_eq!(per_year("2 besøk/døgn × 7 døgn/uke × 52 uker/år"), decimal("728"));
    assert_eq!(per_year("2 besøk/døgn"), decimal("730"));
    assert_eq!(per_year("2 besøk/døgn × 365 døgn/år"), decimal("730"));
    assert_eq!(per_year("52 uker/år × 7 døgn/uke × 2 besøk/døgn"), decimal("728"));
}

#[test]
fn a_number_of_days_a_year_mends_what_has_no_per() {
    let hours = |text: &str| value(text).hours_per_year().map(|hours| hours.value().normalize());
    assert_eq!(hours("20 min × 365 døgn/år × 3"), Some(decimal("365")));
    assert_eq!(hours("40 timer × 46 uker/år"), Some(decimal("1840")));
    assert_eq!(hours("40 timer/uke × 46 uker/år"), Some(decimal("1840")));
    assert_eq!(hours("2 timer × 230 dager/år"), Some(decimal("460")));
    assert_eq!(hours("2 årsverk × 6 måneder/år"), Some(decimal("1750")));
    assert_eq!(hours("2 timer/uke × 12 måneder/år"), Some(decimal("104")));
    assert_eq!(hours("20 min × 365 døgn/år × 3 + 1 time/uke"), Some(decimal("417")));
}

#[test]
fn calendar_time_alone_does_not_make_an_amount_yearly() {
    let half = value("100 000 kr/år × 6 måneder");
    assert_eq!(half.money_per_year(), None);
    assert_eq!(half.money().unwrap().value(), decimal("50000"));
    assert_eq!(value("2 årsverk × 26 uker").hours().unwrap().value(), decimal("1750"));
    let daily = value("730 000 kr/år / 365 døgn/år");
    assert_eq!(daily.money_per_year().unwrap().value(), decimal("730000"));
}

#[test]
fn every_operator_is_read_in_every_form() {
    assert_eq!(plain("2 + 3"), decimal("5"));
    assert_eq!(plain("2 - 3"), decimal("-1"));
    assert_eq!(plain("2 − 3"), decimal("-1"));
    assert_eq!(plain("2 * 3"), decimal("6"));
    assert_eq!(plain("2 × 3"), decimal("6"));
    assert_eq!(plain("2 · 3"), decimal("6"));
    assert_eq!(plain("3 / 2"), decimal("1.5"));
    assert_eq!(plain("3 ÷ 2"), decimal("1.5"));
    assert_eq!(plain("3/2"), decimal("1.5"));
    assert_eq!(plain("2 + 3 × 4 − 8 / 2 / 2"), decimal("12"));
    assert_eq!(plain("(2 + 3) × −4"), decimal("-20"));
    assert_eq!(plain("−2 − −2"), decimal("0"));
    assert_eq!(plain("min(4; 3)"), decimal("3"));
    assert_eq!(plain("maks(4; 3 × 2; 5)"), decimal("6"));
    assert_eq!(plain("100 − 25 % × 100"), decimal("75"));
}

#[test]
fn min_is_minutes_unless_a_parenthesis_follows() {
    assert_eq!(value("min(90 min; 1 time)").hours().unwrap().value(), decimal("1"));
    assert_eq!(value("30 min × 2").hours().unwrap().value(), decimal("1"));
    assert_eq!(rules("2 min(3; 4)"), ["uleselig-formel"]);
}

#[test]
fn a_number_and_a_word_is_a_quantity_and_a_word_alone_a_name() {
    let formula = formula("2 brukere × brukere / 4");
    assert_eq!(formula.names().collect::<Vec<_>>(), [("brukere", Span::new(13, 20))]);
    let result = formula.evaluate(&among(&[("brukere", "10 brukere")])).unwrap();
    assert_eq!(result.in_units_of(&Dimension::NONE), Some(decimal("5")));
}

#[test]
fn a_slash_and_a_word_is_a_unit_a_noun_or_a_division() {
    assert_eq!(value("5 kr/besøk × 2 besøk/år").money_per_year().unwrap().value(), decimal("10"));
    assert_eq!(value("6 kr / år").money_per_year().unwrap().value(), decimal("6"));
    let divided = formula("6 kr / år_igjen").evaluate(&among(&[("år_igjen", "3")])).unwrap();
    assert_eq!(divided.money().unwrap().value(), decimal("2"));
}

#[test]
fn an_assumption_written_as_a_unit_counts_as_its_noun_or_is_told() {
    let names = [("brukere", "60 brukere")];
    let priced = formula("brukere × 900 kr/brukere").evaluate(&among(&names)).unwrap();
    assert_eq!(priced.money().unwrap().value(), decimal("54000"));
    let finding = lack("900 kr/brukere", &names, Wanted::OneOff);
    assert_eq!((finding.rule, finding.span), ("feil-dimensjon", Span::new(7, 14)));
    assert!(finding.how().text().nb.contains("«/ brukere» med mellomrom"), "{}", finding.how().text().nb);
}

#[test]
fn a_units_word_cannot_be_a_name() {
    for word in ["min", "timer", "år", "t", "mill", "Kr", "uker", "kWh"] {
        assert!(is_unit_word(word), "{word}");
        assert_eq!(rules(&format!("2 × {word}")), ["uleselig-formel"], "{word}");
    }
    for word in ["brukere", "tid", "min_tid", "år_igjen", "x2"] {
        assert!(!is_unit_word(word), "{word}");
        assert_eq!(formula(&format!("2 × {word}")).names().count(), 1, "{word}");
    }
}

#[test]
fn unlike_things_are_an_error_at_the_operator() {
    let names = [("pris", "5 kr"), ("tid", "20 min")];
    let finding = formula("2 × (pris + tid)").check(&kinds(&names)).unwrap_err();
    assert_eq!((finding.rule, finding.span), ("feil-dimensjon", Span::new(11, 12)));
    assert_eq!(finding.title.nb, "kr og min kan ikke legges sammen");
    assert_eq!(finding.related.len(), 2);
    for text in [
        "5 kr − 1",
        "min(5 kr; 2 timer)",
        "8 timer + 2 dager",
        "5 kr + 5 kr/år",
        "20 min × 365 døgn/år + 10 min",
    ] {
        let parsed = formula(text);
        assert_eq!(parsed.check(&|_| None).unwrap_err().rule, "feil-dimensjon", "{text}");
        assert!(matches!(parsed.evaluate(&|_| None), Err(EvaluationError::UnlikeThings { .. })));
    }
}

#[test]
fn a_share_is_not_so_many_of_anything() {
    let names = [("brukere", "60 brukere"), ("reserverte", "20 %")];
    for text in ["brukere − reserverte", "60 brukere + 20 %", "maks(brukere; reserverte)", "20 ‰ + 3 besøk"]
    {
        assert_eq!(formula(text).check(&kinds(&names)).unwrap_err().rule, "feil-dimensjon", "{text}");
    }
    let told = |text: &str| formula(text).check(&kinds(&names)).unwrap_err();
    assert_eq!(told("brukere − reserverte").title.nb, "en andel kan ikke trekkes fra et antall brukere");
    assert_eq!(told("reserverte + brukere").variant, "share");
    for (text, result) in
        [("brukere × (1 − reserverte)", "48"), ("brukere − 12", "48"), ("1 − 20 % − 5 %", "0.75")]
    {
        let quantity = formula(text).evaluate(&among(&names)).unwrap();
        assert_eq!(quantity.in_units_of(&Dimension::NONE), Some(decimal(result)), "{text}");
    }
}

#[test]
fn like_things_in_different_units_are_added_exactly() {
    assert_eq!(
        value("20 min + 1 time").hours().unwrap().rounded(20),
        value("80 min").hours().unwrap().rounded(20)
    );
    assert_eq!(value("60 kr/time + 1 kr/min").hourly_price().unwrap().value(), decimal("120"));
    assert_eq!(value("1 år + 6 måneder").years(), Some(decimal("1.5")));
    assert_eq!(per_year("1 besøk/uke + 1 besøk/døgn"), decimal("417"));
    assert_eq!(value("0,5 årsverk + 25 timer/år").hours_per_year().unwrap().value(), decimal("900"));
}

#[test]
fn checking_and_evaluating_agree_on_the_dimension() {
    for text in [
        "20 min + 1 time",
        "2 besøk/døgn × 7 døgn/uke",
        "1 besøk/uke + 1 besøk/døgn",
        "5 kr/km × 3 km",
        "2 årsverk × 6 mnd/år",
    ] {
        assert_eq!(formula(text).check(&|_| None).unwrap(), *value(text).dimension(), "{text}");
    }
}

/// The finding of a formula that comes out as something else than wanted.
fn lack(text: &str, names: &[(&str, &str)], wanted: Wanted) -> crate::diagnostic::Finding {
    let (names, context) = (kinds(names), context());
    let known = Known { names: &names, context: &context };
    crate::checks::explained(formula(text).wrong_whole(known, wanted))
}

#[test]
fn the_whole_says_what_it_is_and_which_factor_is_missing() {
    for (text, wanted, title) in [
        ("5 kr/kWh/år × 2", ANNUAL, "Dette gir kr/kWh/år; mangler trolig «× kWh»"),
        ("5 kWh/år × 2", ANNUAL, "Dette gir kWh/år; mangler trolig «× kr/kWh»"),
        ("5 liter/år × 2", ANNUAL, "Dette gir liter/år; mangler trolig «× kr/liter»"),
        ("5 kr/år", Wanted::OneOff, "Dette gir kr/år; mangler trolig «× 1 år»"),
        ("5 m² × 3 år", ANNUAL, "Dette gir m²·år"),
        ("5 besøk/år", ANNUAL, "Dette gir besøk/år; mangler trolig «× kr/besøk» eller «× min/besøk»"),
        ("5 kr/time", ANNUAL, "Dette gir kr/time; mangler trolig «× timer/år»"),
        ("5 besøk", ANNUAL, "Dette gir et antall besøk"),
        ("500 W × 2", ANNUAL, "Dette gir W"),
    ] {
        assert_eq!(lack(text, &[], wanted).title.nb, title, "{text}");
    }
}

#[test]
fn every_factor_that_is_suggested_mends_what_it_is_suggested_for() {
    for unit in ["kr", "min", "kWh", "km", "m²", "tonn", "stk", "år", "liter", "W", "GB"] {
        for text in
            [format!("5 {unit}"), format!("5 {unit}/år"), format!("5 kr/{unit}"), format!("5 kr/{unit}/år")]
        {
            for wanted in [ANNUAL, Wanted::OneOff] {
                let Some(factor) = missing_factor(read(&text).dimension(), wanted) else { continue };
                let factor = factor.nb.split('»').next().unwrap().trim_start_matches("× ").to_owned();
                let number = if factor.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "3 " };
                let mended = value(&format!("{text} × {number}{factor}"));
                assert!(wanted.accepts(mended.dimension()), "{text} × {factor}");
            }
        }
    }
}

#[test]
fn where_nothing_says_how_often_it_is_asked_and_no_number_is_offered() {
    for (text, got) in [
        ("60 brukere × 20 min", "min"),
        ("8 timer", "timer"),
        ("100 kr", "kr"),
        ("3 mnd × 1 000 kr/mnd", "kr"),
        ("10 kr/natt × 3 netter", "kr"),
    ] {
        let finding = lack(text, &[], ANNUAL);
        assert_eq!(finding.title.nb, format!("Dette gir {got}; hvor mange ganger i året?"), "{text}");
        assert!(
            !finding.how().text().nb.contains(|sign: char| sign.is_ascii_digit()),
            "{}",
            finding.how().text().nb
        );
    }
    for text in
        ["100 kr/år", "3 mnd/år × 1 000 kr/mnd", "10 kr/natt × 200 netter/år", "8 timer × 3 ganger/år"]
    {
        assert!(ANNUAL.accepts(value(text).dimension()), "{text}");
    }
    let mended = value("5 kr/år × 1 år");
    assert!(Wanted::OneOff.accepts(mended.dimension()));
    assert_eq!(missing_factor(mended.dimension(), Wanted::OneOff), None);
}

#[test]
fn a_bare_number_that_is_how_often_gets_its_unit_and_is_not_multiplied_by_once_more() {
    for (text, written, meant, sum) in [
        ("60 * 365 * 12 min", "365", "365 døgn/år", "4380"),
        ("60 brukere × 230 × 10 min", "230", "230 arbeidsdager/år", "2300"),
        ("20 timer × 46", "46", "46 uker/år", "920"),
        ("52 × 100 kr", "52", "52 uker/år", "5200"),
        ("350 kr/time × 1 750", "1 750", "1 750 timer/år", "612500"),
        ("3 mnd × 12 × 500 kr/mnd", "12", "12 måneder/år", "18000"),
    ] {
        let finding = lack(text, &[], ANNUAL);
        let how = format!("Skriv «{meant}» i stedet for «{written}».");
        assert!(
            finding.how().text().nb.ends_with(&how),
            "{text}: {} {}",
            finding.title.nb,
            finding.how().text().nb
        );
        let at = finding.span.start as usize..finding.span.end as usize;
        assert_eq!(text.get(at.clone()), Some(written), "{text}");
        let mended =
            value(&format!("{}{meant}{}", text.get(..at.start).unwrap(), text.get(at.end..).unwrap()));
        assert!(ANNUAL.accepts(mended.dimension()), "{text}");
        let number = |quantity: &Quantity| {
            let money = quantity.money().or_else(|| quantity.money_per_year()).map(|money| money.value());
            money.or_else(|| quantity.hours().or_else(|| quantity.hours_per_year()).map(Hours::value))
        };
        let sum = decimal(sum);
        assert_eq!(number(&mended).map(|value| value.normalize()), Some(sum), "{text}");
    }
}

#[test]
fn counts_cancel_in_the_denominator_against_the_same_noun_only() {
    let money = |text: &str| value(text).money_per_year().map(|money| money.value().normalize());
    assert_eq!(money("100 kr/besøk × 40 besøk/uke"), Some(decimal("208000")));
    assert_eq!(money("100 kr/besøk × 40 besøkene/uke"), Some(decimal("208000")));
    assert_eq!(money("59 172 kr/bruker/år × 60 brukere"), Some(decimal("3550320")));
    assert_eq!(money("1 000 besøk/år ÷ 10 besøk/vakt × 300 kr/vakt"), Some(decimal("30000")));
    let hours = value("60 brukere × 2 tilsyn/døgn × 20 min").hours_per_year().unwrap();
    assert_eq!(hours.value().normalize(), decimal("14600"));
    for (text, title) in [
        ("100 kr/besøk × 40 tilsyn/uke", "Dette gir kr/besøk/uke; hvor mange besøk?"),
        ("59 172 kr/bruker/år", "Dette gir kr/bruker/år; hvor mange brukere?"),
        ("60 × 59 172 kr/bruker/år", "Dette gir kr/bruker/år; hvor mange brukere?"),
        ("200 000 kr/år ÷ 4 avdelinger", "Dette gir kr/avdelinger/år; hvor mange avdelinger?"),
    ] {
        assert_eq!(value(text).money_per_year(), None, "{text}");
        assert_eq!(lack(text, &[], ANNUAL).title.nb, title, "{text}");
    }
    assert!(
        lack("60 × 59 172 kr/bruker/år", &[], ANNUAL)
            .how()
            .text()
            .nb
            .ends_with("Skriv «60 brukere» i stedet for «60».")
    );
    assert!(
        lack("100 kr/besøk × 40 tilsyn/uke", &[], ANNUAL).how().text().nb.contains("Er «tilsyn» det samme")
    );
    let finding = formula("100 kr/besøk + 5 kr").check(&|_| None).unwrap_err();
    assert_eq!(finding.title.nb, "kr/besøk og kr kan ikke legges sammen");
}

#[test]
fn a_sum_of_counts_keeps_the_noun_they_share() {
    assert_eq!(
        value("(40 besøk/uke + 3 besøk/uke) × 100 kr/besøk").money_per_year().unwrap().value(),
        decimal("223600")
    );
    assert_eq!(value("min(60 brukere; 50) × 100 kr/bruker").money().unwrap().value(), decimal("5000"));
    assert_eq!(value("(40 besøk + 3 tilsyn) × 100 kr/besøk").money(), None);
}

#[test]
fn each_unit_is_worth_what_it_is() {
    let money =
        |text: &str| value(text).money_per_year().unwrap_or_else(|| panic!("{text}")).value().normalize();
    for (text, kroner) in [
        ("8 000 liter/år × 17,50 kr/m³", "140"),
        ("20 dl/år × 3 kr/liter", "6"),
        ("4 GB/år × 2 kr/MB", "8000"),
        ("(125 W − 37 W) × 4 000 timer/år × 1,20 kr/kWh", "422.4"),
        ("1 000 kWh/år × 120 øre/kWh", "1200"),
        ("0,358 GWh/år × 1 kr/kWh", "358000"),
        ("100 kW × 500 kr/kW/år", "50000"),
        ("2 kW × 30 min/døgn × 1 kr/kWh", "365"),
        ("3 tkr/år", "3000"),
        ("5 h/år × 300 kr/h", "1500"),
        ("kr 500 000 × 2 ‰/år", "1000"),
        ("kr -500 000/år", "-500000"),
        ("kr −500 000/år + 2 × kr 100 000/år", "-300000"),
        ("500,-/år × 3", "1500"),
        ("60 brukere × kr 500/bruker/år", "30000"),
        ("5 cl/døgn × 40 kr/liter", "730"),
        ("250 g/uke × 20 kr/kg", "260"),
        ("1 500 m/år × 2 kr/km", "3"),
        ("2 TB/år × 1 kr/GB", "2000"),
        ("1 MW × 10 timer/år × 1 kr/kWh", "10000"),
    ] {
        assert_eq!(money(text), decimal(kroner), "{text}");
    }
}

#[test]
fn arbeidsdager_are_the_organisations_own() {
    let hours = |text: &str| {
        value(text).hours_per_year().unwrap_or_else(|| panic!("{text}")).rounded(8).value().normalize()
    };
    assert_eq!(hours("30 min/arbeidsdag"), decimal("115"));
    assert_eq!(hours("30 min/virkedag × 230 virkedager/år"), decimal("115"));
    assert_eq!(hours("30 min × 200 arbeidsdager/år"), decimal("100"));
    assert_eq!(hours("30 min/dag"), decimal("182.5"));
    assert_eq!(hours("30 min/arbeidsdag + 30 min/døgn"), decimal("297.5"));
    let context = Context { workdays: 200, ..context() };
    let formula = Formula::parse("30 min/arbeidsdag", &context).unwrap();
    let quantity = formula.evaluate(&|_| None).unwrap();
    assert_eq!(quantity.hours_per_year().unwrap().value(), decimal("100"));
    assert_eq!(quantity.dimension().calendar_factors()[0].nb, "200 arbeidsdager/år");
}

#[test]
fn power_is_energy_per_hour_and_said_as_power() {
    let said = |text: &str| value(text).dimension().words().nb;
    assert_eq!(
        (said("3 kW"), said("3 kW × 2 timer"), said("500 kr/kW/år")),
        ("kW".into(), "kWh".into(), "kr/kW/år".into())
    );
    assert_eq!(value("2 kW + 500 W").in_units_of(read("1 kW").dimension()), Some(decimal("2.5")));
}

#[test]
fn a_benefit_must_be_per_year_and_a_one_off_cost_not() {
    for text in ["5 kr/år", "5 kr/mnd", "2 årsverk", "20 min/døgn"] {
        assert!(ANNUAL.accepts(read(text).dimension()), "{text}");
        assert!(!Wanted::OneOff.accepts(read(text).dimension()), "{text}");
    }
    for text in ["5 kr", "8 timer", "2 dagsverk"] {
        assert!(Wanted::OneOff.accepts(read(text).dimension()), "{text}");
        assert!(!ANNUAL.accepts(read(text).dimension()), "{text}");
    }
}

#[test]
fn dividing_by_zero_is_an_error_at_the_operator() {
    let error = formula("5 kr / (2 − 2)").evaluate(&|_| None).unwrap_err();
    assert_eq!(error, EvaluationError::DivisionByZero { span: Span::new(5, 6) });
    assert_eq!(error.finding().rule, "kan-ikke-beregnes");
}

#[test]
fn results_beyond_reason_are_overflow_and_never_a_wrap() {
    for text in [
        "1 000 000 mrd. kr × 2",
        "1 000 000 mrd. kr × 1 000 000 mrd.",
        "1 000 000 mrd. kr / 0,0000000000000000000000001",
    ] {
        assert!(matches!(formula(text).evaluate(&|_| None), Err(EvaluationError::Overflow { .. })), "{text}");
    }
    let error = formula("2 × a").evaluate(&|_| None).unwrap_err();
    assert_eq!(error, EvaluationError::UnknownName { span: Span::new(5, 6) });
}

#[test]
fn a_formula_cannot_exhaust_the_stack() {
    let nested = |depth: usize| format!("{}1{}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(rules(&nested(20_000)), ["for-lang-formel"]);
    assert_eq!(rules(&nested(900)), ["for-lang-formel"]);
    assert_eq!(rules(&"-".repeat(1_900)), ["for-lang-formel"]);
    assert_eq!(rules(&["1"; 900].join("+")), ["for-lang-formel"]);
    assert_eq!(rules(&"maks(1;".repeat(200)), ["for-lang-formel"]);
    assert_eq!(rules(&nested(51)), ["for-lang-formel"]);
    assert_eq!(plain(&nested(50)), decimal("1"));
    assert_eq!(plain(&["1"; 150].join("+")), decimal("150"));
}

#[test]
fn all_problems_of_a_formula_are_named_at_once() {
    assert_eq!(problems("a × × b + (2 kr c").len(), 3);
    assert_eq!(problems("18 000 km/år x 5 kr/km").len(), 1);
    let spans: Vec<_> = problems("a ^ 2 + ) 1.200 kr").iter().map(|finding| finding.span.start).collect();
    assert_eq!(spans, [2, 8, 10]);
}

#[test]
fn each_slip_says_what_to_write() {
    for (text, words) in [
        ("", "slutter"),
        ("2 +", "slutter"),
        ("× 2", "før «×»"),
        ("a b", "regnetegn før «b»"),
        ("(a", "lukkes ikke"),
        ("a)", "uten «(»"),
        ("a; b", "Semikolon"),
        ("(a; b)", "Semikolon"),
        ("min(a)", "minst to"),
        ("min(a, b)", "«,»"),
        ("sum(a)", "ikke en funksjon"),
        ("a – b", "«–»"),
        ("a ^ 2", "«^»"),
        ("a = 2", "«=»"),
        ("10 : 2", "«:»"),
        ("a / år", "uten tall"),
        ("18 000 km/år x 5 kr/km", "før «x»"),
        ("5 x 3", "x er ikke"),
        ("2025_kostnad × 2", "2025_kostnad"),
        ("2 tmier × 3", "mente du"),
        ("1 2 00 kr × 3", "grupper"),
        ("*p", "før «*»"),
        ("a &b !tag {}", "«&»"),
    ] {
        let findings = problems(text);
        assert!(findings[0].title.nb.contains(words), "{text}: {}", findings[0].title.nb);
        assert!(!findings[0].how().text().nb.is_empty(), "{text}");
    }
}

#[test]
fn the_pieces_are_the_formula_as_written() {
    let formula = formula(" (brukere − 2 brukere)×1,5 kr/år ");
    assert_eq!(
        formula.pieces(),
        [
            Piece::Text(" ("),
            Piece::Name("brukere"),
            Piece::Text(" − "),
            Piece::Quantity("2 brukere"),
            Piece::Text(")×"),
            Piece::Quantity("1,5 kr/år"),
            Piece::Text(" "),
        ]
    );
}

#[test]
fn the_calendar_factors_used_are_told() {
    let used = |text: &str| -> Vec<String> {
        formula(text).calendar_factors(&|_| None).into_iter().map(|text| text.nb).collect()
    };
    assert_eq!(used("2 besøk/døgn × 20 min"), ["365 døgn/år"]);
    assert_eq!(used("1 besøk/uke + 1 besøk/måned"), ["52 uker/år", "12 måneder/år"]);
    assert!(used("2 besøk/døgn × 7 døgn/uke × 52 uker/år").is_empty());
    assert!(used("5 kr/år").is_empty());
}

#[test]
fn dimensions_are_said_in_words() {
    let words = |text: &str| value(text).dimension().words();
    assert_eq!(words("2 timer/år").nb, "timer/år");
    assert_eq!(words("2 timer/år").en, "hours/year");
    assert_eq!(words("2 årsverk").nb, "timer/år");
    assert_eq!(words("2 besøk/døgn × 3 min").nb, "min/døgn");
    assert_eq!(words("2 kr × 3 kr").nb, "kr²");
    assert_eq!(words("2 besøk/døgn").nb, "besøk/døgn");
    assert_eq!(words("2 kr / 1 time").nb, "kr/time");
}

#[test]
fn the_page_of_each_rule_shows_what_the_rule_finds() {
    for (rule, page) in [
        ("uleselig-mengde", include_str!("../../checks/reading/uleselig-mengde.md")),
        ("tvetydig-tall", include_str!("../../checks/reading/tvetydig-tall.md")),
        ("urimelig-tall", include_str!("../../checks/reading/urimelig-tall.md")),
    ] {
        assert_eq!(refused(&marked(page)).rule, rule);
    }
    for (rule, page) in [
        ("uleselig-formel", include_str!("../../checks/reading/uleselig-formel.md")),
        ("for-lang-formel", include_str!("../../checks/reading/for-lang-formel.md")),
    ] {
        assert_eq!(rules(&marked(page)), [rule]);
    }
    let unlike = formula(&marked(include_str!("../../checks/reading/feil-dimensjon.md")));
    assert_eq!(unlike.check(&|_| None).unwrap_err().rule, "feil-dimensjon");
    let zero = formula(&marked(include_str!("../../checks/reading/kan-ikke-beregnes.md")));
    let error = zero.evaluate(&among(&[("antall_kontorer", "0 kontorer")])).unwrap_err();
    assert_eq!(error.finding().rule, "kan-ikke-beregnes");
}

/// The value on the marked line of a page.
fn marked(page: &str) -> String {
    let line = page.lines().find(|line| line.contains("# ← her")).unwrap();
    let (value, _) = line.split_once('#').unwrap();
    value.split_once(": ").unwrap().1.trim().to_owned()
}

#[test]
fn one_slip_in_a_number_is_one_finding_whatever_unit_follows_it() {
    for (text, title) in [
        ("1.000.000 kr/år", "«1.000.000» har mer enn ett komma eller punktum"),
        ("12.500,– + 3 kr", "«12.500,–» er ikke et tall vi leser"),
        ("500k kr/år", "«500k» er ikke et tall vi leser"),
        ("1e3 kr/år", "«1e3» er ikke et tall vi leser"),
        ("½ kr/år", "«½» er ikke et tall vi leser"),
        ("½ mill. kr per år × 2", "«½» er ikke et tall vi leser"),
        ("2 stk × 1.200 timer i året", "«1.200» kan bety både 1 200 og 1,2"),
    ] {
        let found = problems(text);
        let titles: Vec<&str> = found.iter().map(|finding| finding.title.nb.as_str()).collect();
        assert_eq!(titles, [title], "{text}");
    }
    assert_eq!(problems("1.000.000 kr + kr").len(), 2, "a second slip is still a finding of its own");
}

#[test]
fn a_comma_before_a_minus_is_a_semicolon_and_no_price() {
    assert!(problems("min(500,-3)")[0].how().text().nb.contains("semikolon"));
    assert!(problems("min(500,-b)")[0].how().text().nb.contains("semikolon"));
}
