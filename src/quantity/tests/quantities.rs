//! One test per sentence about quantities.

use super::*;

fn kroner(text: &str) -> Option<String> {
    read(text).money().map(|kroner| kroner.value().normalize().to_string())
}

fn per_year(text: &str) -> Option<String> {
    read(text).money_per_year().map(|kroner| kroner.value().normalize().to_string())
}

fn hours(text: &str) -> Option<String> {
    read(text).hours().map(|hours| hours.value().normalize().to_string())
}

fn hours_per_year(text: &str) -> Option<String> {
    read(text).hours_per_year().map(|hours| hours.value().normalize().to_string())
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn the_examples_of_the_format_are_read() {
    assert_eq!(hours_per_year("1 200 timer/år"), some("1200"));
    assert_eq!(per_year("350 000 kr/år"), some("350000"));
    assert_eq!(kroner("1,2 mill. kr"), some("1200000"));
    assert_eq!(read("25 %").share().unwrap().value(), decimal("0.25"));
    assert_eq!(read("2,5 årsverk").fte(&context()).unwrap().value(), decimal("2.5"));
    assert_eq!(hours("12 min"), some("0.2"));
    assert_eq!(read("14 besøk/uke").label(), Some("besøk"));
    assert_eq!(kroner("−500 000 kr"), some("-500000"));
    assert_eq!(kroner("-500 000 kr"), some("-500000"));
}

#[test]
fn thousands_are_set_apart_by_four_kinds_of_space() {
    for space in [' ', '\u{a0}', '\u{202f}', '\u{2009}'] {
        assert_eq!(kroner(&format!("1{space}234{space}567,5 kr")), some("1234567.5"));
    }
}

#[test]
fn decimals_follow_a_comma_or_a_point() {
    assert_eq!(kroner("4,5 kr"), some("4.5"));
    assert_eq!(kroner("4.5 kr"), some("4.5"));
    assert_eq!(kroner("1.1 mill. kr"), some("1100000"));
}

#[test]
fn an_ambiguous_number_names_both_readings() {
    for text in ["1.200 kr", "12,500 kr", "123.456", "-1,250 %"] {
        assert_eq!(refused(text).rule, "tvetydig-tall", "{text}");
    }
    let finding = refused("12,500 kr");
    assert_eq!(finding.title.nb, "«12,500» kan bety både 12 500 og 12,5");
    assert_eq!(finding.how().text().nb, "Skriv «12 500» eller «12,5».");
    assert_eq!(refused("1.234 kr").how().text().nb, "Skriv «1 234» eller «1,2340».");
    assert_eq!(refused("1.000 kr").how().text().nb, "Skriv «1 000» eller «1».");
}

#[test]
fn what_only_looks_ambiguous_is_read() {
    assert_eq!(kroner("0.500 kr"), some("0.5"));
    assert_eq!(kroner("491591.606 kr"), some("491591.606"));
    assert_eq!(kroner("1 200.500 kr"), some("1200.5"));
    assert_eq!(kroner("1,2000 kr"), some("1.2"));
}

#[test]
fn the_ways_out_of_an_ambiguity_are_read() {
    assert_eq!(kroner("1,2340 kr"), some("1.234"));
    assert_eq!(kroner("12 500 kr"), some("12500"));
}

#[test]
fn scales_are_read_in_every_form() {
    for (scale, times) in [
        ("tusen", "2000"),
        ("mill.", "2000000"),
        ("mill", "2000000"),
        ("millioner", "2000000"),
        ("mrd.", "2000000000"),
        ("mrd", "2000000000"),
        ("milliarder", "2000000000"),
    ] {
        assert_eq!(kroner(&format!("2 {scale} kr")), some(times));
        assert_eq!(per_year(&format!("2 {scale} kr/år")), some(times));
    }
    assert_eq!(kroner("350 TNOK"), some("350000"));
    assert_eq!(kroner("1,5 MNOK"), some("1500000"));
    assert_eq!(kroner("350 NOK"), some("350"));
    assert_eq!(kroner("1,2 mill.kr"), some("1200000"));
}

#[test]
fn every_form_of_working_time_is_read() {
    for unit in ["time", "timer", "t", "h", "TIMER"] {
        assert_eq!(hours(&format!("3 {unit}")), some("3"));
    }
    for unit in ["minutt", "minutter", "min", "min."] {
        assert_eq!(hours(&format!("30 {unit}")), some("0.5"));
    }
    assert_eq!(hours("2 dagsverk"), some("15"));
    assert_eq!(hours("45 sekunder").map(|text| text.len()), Some("0.0125".len()));
}

#[test]
fn every_form_of_calendar_time_is_read() {
    let years = |text: &str| read(text).years().map(|years| years.normalize().to_string());
    assert_eq!(years("8 år"), some("8"));
    for unit in ["måned", "måneder", "mnd", "mnd."] {
        assert_eq!(years(&format!("18 {unit}")), some("1.5"));
    }
    for unit in ["uke", "uker"] {
        assert_eq!(years(&format!("26 {unit}")), some("0.5"));
    }
    for unit in ["døgn", "dag", "dager"] {
        assert_eq!(years(&format!("73 {unit}")), some("0.2"));
    }
    assert_eq!(years("2 kvartal"), some("0.5"));
}

#[test]
fn every_form_of_money_and_share_is_read() {
    for unit in ["kr", "kroner", "NOK", "Kr", "KR", "kr."] {
        assert_eq!(kroner(&format!("5 {unit}")), some("5"));
    }
    for (text, value) in [
        ("kr 500 000", "500000"),
        ("Kr. 1,2 mill.", "1200000"),
        ("kr -500", "-500"),
        ("−kr 500", "-500"),
        ("NOK 5", "5"),
        ("500 000,-", "500000"),
        ("500,- kr", "500"),
        ("-500,-", "-500"),
        ("120 øre", "1.2"),
        ("350 tkr", "350000"),
    ] {
        assert_eq!(kroner(text), some(value), "{text}");
    }
    assert_eq!(per_year("kr 500 000 per år"), some("500000"));
    assert_eq!(read("5 ‰").share().unwrap().value(), decimal("0.005"));
    assert_eq!(read("5 promille").share().unwrap().value(), decimal("0.005"));
    for text in ["25 %", "25%", "25 prosent", "25\u{a0}%", "25 pst", "25 pst.", "25 pct.", "25 prosentpoeng"]
    {
        assert_eq!(read(text).share().unwrap().value(), decimal("0.25"));
        assert!(read(text).is_percent());
    }
}

#[test]
fn what_means_money_in_capitals_is_no_time() {
    for text in ["500 SEK/år", "500 T/år"] {
        assert_eq!(hours_per_year(text), None, "{text}");
    }
    assert!(hours_per_year("500 t/år").is_some() && hours("90 sek").is_some() && hours("90 Timer").is_some());
}

#[test]
fn area_energy_distance_and_mass_have_their_own_dimensions() {
    let words = |text: &str| read(text).dimension().words().nb;
    assert_eq!(words("3 m²"), "m²");
    assert_eq!(words("3 m2"), "m²");
    assert_eq!(words("3 kWh"), "kWh");
    assert_eq!(words("3 km"), "km");
    assert_eq!(words("3 tonn"), "tonn");
    assert_eq!(read("3 MWh").in_units_of(read("1 kWh").dimension()), Some(decimal("3000")));
    assert_eq!(read("5 kr/kg").in_units_of(read("1 kr/tonn").dimension()), Some(decimal("5000")));
    assert_eq!(words("10 kr/m2/år"), "kr/m²/år");
}

#[test]
fn per_is_written_in_many_ways() {
    for text in ["6 kr/år", "6 kr / år", "6 kr per år", "6 kr pr. år", "6 kr pr år", "6 kr i året"] {
        assert_eq!(per_year(text), some("6"), "{text}");
    }
    assert_eq!(per_year("6 kr/måned"), some("72"));
    assert_eq!(per_year("6 kr i måneden"), some("72"));
    assert_eq!(per_year("1000 kr/kvartal"), some("4000"));
    assert_eq!(hours_per_year("12 timer per uke"), some("624"));
    assert_eq!(hours_per_year("30 min/døgn"), some("182.5"));
    assert_eq!(read("230 kr/time").hourly_price().unwrap().value(), decimal("230"));
    assert!(read("2/år").dimension().is_like(read("2 ganger/år").dimension()));
}

#[test]
fn working_time_and_calendar_time_are_different_dimensions() {
    assert_eq!(read("8 timer").years(), None);
    assert_eq!(read("8 år").hours(), None);
    assert!(!read("8 timer").dimension().is_like(read("8 dager").dimension()));
}

#[test]
fn a_person_year_is_the_contexts_hours_per_year() {
    assert_eq!(hours_per_year("2 årsverk"), some("3500"));
    let context = Context { hours_per_fte: Hours::new(Decimal::from(1_695)), workdays: 230 };
    let quantity = Quantity::parse("2 årsverk", &context).unwrap();
    assert_eq!(quantity.hours_per_year().unwrap().value(), decimal("3390"));
    assert_eq!(hours("2 årsverk"), None);
}

#[test]
fn any_other_noun_is_a_count_with_a_label() {
    for (text, label) in [
        ("60 brukere", "brukere"),
        ("40 fysiske tilsyn", "fysiske tilsyn"),
        ("2 tilsyn/døgn", "tilsyn"),
        ("500 e-postmeldinger", "e-postmeldinger"),
        ("2 tusen brev", "brev"),
        ("5 stk.", "stk"),
    ] {
        assert_eq!(read(text).label(), Some(label));
    }
    assert_eq!(read("60 brukere").share(), None);
    assert_eq!(kroner("5 kr/besøk"), None);
    assert_eq!(read("5 kr per besøk").label(), None);
}

#[test]
fn a_bare_number_says_that_it_is_bare() {
    assert!(read("1200000").is_bare());
    assert!(read("1,2 mill.").is_bare());
    for text in ["5 kr", "5 %", "5 brukere", "5/år"] {
        assert!(!read(text).is_bare(), "{text}");
    }
}

#[test]
fn a_year_counts_the_same_in_every_unit_each_against_the_year() {
    for text in ["1/år", "1 gang i året"] {
        assert_eq!(read(text).in_units_of(read("1/år").dimension()), Some(decimal("1")));
    }
    let per_year = |text: &str| read(text).in_units_of(read("1/år").dimension()).unwrap();
    assert_eq!(per_year("1/måned"), decimal("12"));
    assert_eq!(per_year("1/uke"), decimal("52"));
    assert_eq!(per_year("1/døgn"), decimal("365"));
}

#[test]
fn nothing_passes_through_floating_point() {
    assert_eq!(kroner("12345678901234.567890123 kr"), some("12345678901234.567890123"));
    assert_eq!(kroner("0,1 kr"), some("0.1"));
    assert_eq!(kroner("010 kr"), some("10"));
}

#[test]
fn wrong_groups_are_refused() {
    for text in ["1 2 00 kr", "1200 000 kr", "1 20 kr", "1,5 200 kr", "1,234 567 kr"] {
        assert_eq!(refused(text).rule, "uleselig-mengde", "{text}");
    }
    assert!(refused("1 2 00 kr").how().text().nb.contains("1 200"));
    assert!(refused("1  200 kr").how().text().nb.contains("«1 200 kr»"));
}

#[test]
fn points_as_thousands_are_refused_with_what_to_write() {
    assert!(refused("1.200.000,50 kr").how().text().nb.contains("«1 200 000,50 kr»"));
    assert!(refused("1.200.000 kr").how().text().nb.contains("«1 200 000 kr»"));
    assert!(refused("1,200,000.5 kr").how().text().nb.contains("«1 200 000,5 kr»"));
    assert!(refused("1.2.3 kr").how().text().nb.contains("mellomrom"));
}

#[test]
fn other_notations_of_numbers_are_refused() {
    for text in
        ["1e3", "1e3 kr", "1e-3", "0x10", "NaN", ".inf", "-.inf", "½ kr", "1_000 kr", "+5 kr", ".5 kr"]
    {
        assert_eq!(refused(text).rule, "uleselig-mengde", "{text}");
    }
    assert!(refused("1e3 kr").title.nb.contains("«1e3»"));
}

#[test]
fn what_is_no_quantity_says_what_to_write() {
    for text in [
        "",
        " ",
        "kr",
        "ca. 500 kr",
        "10-20 timer",
        "2 timer møte",
        "5 kr/",
        "1/2 årsverk",
        "5 kr 3 timer",
        "2 × 5 kr",
        "3 faste årsverk",
        "–500 kr",
        "5 kr per",
        "1,2 mil kr",
        "5 x 3",
        "١٢ kr",
    ] {
        let finding = refused(text);
        assert_eq!(finding.rule, "uleselig-mengde", "{text}");
        assert!(!finding.how().text().nb.is_empty() && !finding.why().text().en.is_empty());
    }
    assert!(refused("10-20 timer").how().text().nb.contains("«lav: 10 timer» og «høy: 20 timer»"));
    assert!(refused("1/2 årsverk").how().text().nb.contains("0,5"));
    assert!(refused("5 kr/").title.nb.contains("per"));
}

#[test]
fn a_misspelt_unit_is_not_silently_a_count() {
    for (text, near) in [
        ("5 tmier", "timer"),
        ("5 årsverkk", "årsverk"),
        ("5 kronner", "kroner"),
        ("5 kr/måne", "måned"),
        ("2 milioner kr", "millioner"),
    ] {
        let finding = refused(text);
        assert!(finding.title.nb.contains(&format!("«{near}»")), "{text}: {}", finding.title.nb);
    }
    for text in ["5 tider", "3 lagre", "3 lager", "5 damer", "5 turer", "7 brukere", "4 mål", "2 biler"] {
        assert!(read(text).label().is_some(), "{text}");
    }
}

#[test]
fn absurd_magnitudes_are_findings_and_never_a_wrap() {
    let sixty = "9".repeat(60);
    for text in [
        format!("{sixty} kr"),
        format!("0,{sixty} kr"),
        "10 000 000 mrd. kr".to_owned(),
        "79228162514264337593543950335 mrd. kr".to_owned(),
        "1 000 000 000 000 001 kr".to_owned(),
        "999 999 999 999 999 årsverk".to_owned(),
    ] {
        assert_eq!(refused(&text).rule, "urimelig-tall", "{text}");
    }
    assert_eq!(kroner("1 000 000 000 000 000 kr"), some("1000000000000000"));
    assert!(refused(&format!("{sixty} kr")).title.nb.chars().count() < 120);
}

#[test]
fn a_letter_written_as_two_characters_is_the_same_letter() {
    assert_eq!(per_year("6 kr/a\u{30a}r"), some("6"));
}

#[test]
fn units_are_read_in_nynorsk_too() {
    for (nynorsk, bokmål) in [
        ("561 besøk/veke", "561 besøk/uke"),
        ("2 besøk i veka", "2 besøk i uka"),
        ("3 timar/veke", "3 timer/uke"),
        ("8 000 kr/månad", "8 000 kr/måned"),
        ("2 månader", "2 måneder"),
        ("6 veker", "6 uker"),
        ("5 dagar", "5 dager"),
        ("4 arbeidsdagar", "4 arbeidsdager"),
        ("4 yrkedagar", "4 virkedager"),
    ] {
        assert_eq!(read(nynorsk), read(bokmål), "{nynorsk}");
    }
    for other in ["14 veier", "3 vekter", "2 veger"] {
        assert!(read(other).dimension().is_number(), "{other}");
    }
}

#[test]
fn quantities_are_said_as_they_were_written_and_in_english_with_the_currency_before() {
    for written in ["60 brukere", "2 tilsyn/døgn", "58,33 %", "20 min", "320 000 kr/år", "1,2 kr/kWh", "14"]
    {
        assert_eq!(words(&read(written)).nb.replace('\u{a0}', " "), written);
    }
    assert_eq!(words(&read("1,2 kr/kWh")).en, "NOK\u{a0}1.2/kWh");
    assert_eq!(words(&read("58,33 %")).en, "58.33%");
}
