//! a3.yaml, and what is used where it is silent.

use super::super::default_organisation;
use super::read_organisation;
use crate::model::Recipient;
use crate::rates::DiscountRates;
use crate::units::{Decimal, Year};

#[track_caller]
fn refuses(lines: &str, rule: &str, marked: &str) {
    let (_, findings) = read_organisation(&format!("a3: 1\nbudsjettår: 2027\n{lines}\n"));
    assert_eq!(findings, [(rule.to_owned(), marked.to_owned())], "{lines}");
}

#[test]
fn every_default_is_named_when_nothing_is_said() {
    let organisation = default_organisation();
    let named: Vec<String> =
        organisation.defaults.iter().map(|used| format!("{}: {}", used.field, used.value)).collect();
    assert_eq!(
        named,
        [
            "budsjettår: 2027",
            "kalkyle.rente: R-109",
            "kalkyle.sammenligningsår: budsjettår",
            "kalkyle.analyseperiode: 10 år",
            "kalkyle.skattefinansiering: 20 %",
            "kalkyle.fordeling: pert",
            "kalkyle.timer_per_årsverk: 1 750 timer",
            "kalkyle.realvekst_tid: 0,9 %",
            "lønnspåslag.pensjon: 15 %",
            "lønnspåslag.arbeidsgiveravgift: 14,1 %",
            "minste_stilling: 20 %",
        ]
    );
    assert_eq!(organisation.rules.hours_per_fte.value(), Decimal::from(1750));
    assert_eq!(organisation.surcharges.employer_levy.value(), Decimal::new(141, 3));
    assert_eq!(organisation.smallest_position.value(), Decimal::new(2, 1));
}

#[test]
fn what_is_said_is_no_default_and_what_is_bad_is() {
    let (organisation, findings) = read_organisation("a3: 1\nbudsjettår: 2030\nkalkyle: {rente: 5 kr}\n");
    assert_eq!(findings[0].0, "feil-enhet");
    assert_eq!(organisation.rules.base_year.number(), 2030);
    assert!(organisation.defaults.iter().any(|used| used.field == "kalkyle.rente"));
    assert!(!organisation.defaults.iter().any(|used| used.field == "budsjettår"));
}

#[test]
fn money_of_a_frame_and_what_is_to_be_saved_are_never_below_0() {
    for frame in ["investering", "omstilling", "innsparingskrav"] {
        refuses(&format!("rammer: {{{frame}: {{2027: -3 kr}}}}"), "urimelig-tall", "-3 kr");
        let (_, findings) =
            read_organisation(&format!("a3: 1\nbudsjettår: 2027\nrammer: {{{frame}: {{2027: 0 kr}}}}\n"));
        assert_eq!(findings, [], "{frame}");
    }
}

#[test]
fn steps_of_the_rate_rise_and_the_last_has_no_end() {
    let steps = "kalkyle: {rente: [{til: 2067, rente: 4 %}, {rente: 3 %}]}";
    let (organisation, findings) = read_organisation(&format!("a3: 1\nbudsjettår: 2027\n{steps}\n"));
    assert_eq!(findings, []);
    assert!(matches!(&organisation.rules.discount, DiscountRates::Steps(steps) if steps.len() == 2));
    refuses(
        "kalkyle: {rente: [{til: 2067, rente: 4 %}, {til: 2050, rente: 3 %}, {rente: 2 %}]}",
        "rentetrinn-i-uorden",
        "2050",
    );
    refuses("kalkyle: {rente: [{til: 2067, rente: 4 %}]}", "rentetrinn-i-uorden", "2067");
    refuses("kalkyle: {rente: [{rente: 4 %}, {rente: 3 %}]}", "rentetrinn-i-uorden", "rente: 4 %");
    refuses("kalkyle: {rente: 4}", "feil-enhet", "4");
    refuses("kalkyle: {rente: 400 %}", "urimelig-tall", "400 %");
}

#[test]
fn person_years_are_counted_the_organisations_way() {
    let text = "a3: 1\nbudsjettår: 2027\nrammer:\n  endringskapasitet: {Stab: {2027: 875 timer}}\nkalkyle: {timer_per_årsverk: 1700}\n";
    let (organisation, findings) = read_organisation(text);
    assert_eq!(findings, []);
    let fte = organisation.frames.capacity["Stab"][&Year::ASSUMED];
    assert_eq!(
        fte.as_hours(organisation.rules.hours_per_fte).unwrap().rounded(8).value(),
        Decimal::from(875)
    );
    refuses("kalkyle: {timer_per_årsverk: 17}", "urimelig-tall", "17");
}

#[test]
fn a_bare_number_in_a_frame_says_what_it_may_be() {
    for frame in ["investering", "omstilling", "innsparingskrav"] {
        let rule = "lite-beløp-uten-enhet";
        refuses(&format!("rammer:\n  {frame}:\n    2028: 1,8\n    2029: 2,5"), rule, "1,8");
        let (_, findings) =
            read_organisation(&format!("a3: 1\nbudsjettår: 2027\nrammer: {{{frame}: {{2027: 1800000}}}}\n"));
        assert_eq!(findings, [], "{frame}");
    }
    refuses("rammer: {endringskapasitet: {Stab: {2027: 1575}}}", "tall-uten-enhet", "1575");
    for fine in ["3", "25", "500", "1575 timer", "600 årsverk"] {
        let written =
            format!("a3: 1\nbudsjettår: 2027\nrammer: {{endringskapasitet: {{Stab: {{2027: {fine}}}}}}}\n");
        assert_eq!(read_organisation(&written).1, [], "{fine}");
    }
}

#[test]
fn a_position_has_one_price() {
    refuses("stillinger:\n  vakt: {merknad: x}", "stilling-uten-lønn", "vakt");
    refuses(
        "stillinger:\n  vakt: {årslønn: 500 000 kr, årskostnad: 600 000 kr}",
        "både-årslønn-og-årskostnad",
        "600 000 kr",
    );
    refuses("stillinger:\n  vakt: {årslønn: 0 kr}", "urimelig-tall", "0 kr");
    for written in ["650 kr", "520", "54 000 kr", "43 000", "650 mill. kr", "99 999 kr"] {
        refuses(&format!("stillinger:\n  vakt: {{årslønn: {written}}}"), "urimelig-tall", written);
        refuses(&format!("stillinger:\n  vakt: {{årskostnad: {written}}}"), "urimelig-tall", written);
    }
    refuses("stillinger:\n  vakt: {årslønn: 250 kr/time}", "feil-enhet", "250 kr/time");
    refuses("stillinger:\n  vakt: {årslønn: 5 timer}", "feil-enhet", "5 timer");
}

#[test]
fn the_levy_is_a_rate_or_a_zone() {
    let (organisation, findings) =
        read_organisation("a3: 1\nbudsjettår: 2027\nlønnspåslag: {arbeidsgiveravgift: sone II}\n");
    assert_eq!((findings, organisation.surcharges.employer_levy.value()), (vec![], Decimal::new(106, 3)));
    for written in ["Sone II", "SONE II", "sone ii", "106 ‰", "106 promille"] {
        let (organisation, findings) = read_organisation(&format!(
            "a3: 1\nbudsjettår: 2027\nlønnspåslag: {{arbeidsgiveravgift: {written}}}\n"
        ));
        let levy = organisation.surcharges.employer_levy.value();
        assert_eq!((findings, levy), (vec![], Decimal::new(106, 3)), "{written}");
    }
    refuses("lønnspåslag: {arbeidsgiveravgift: sone IX}", "ukjent-sone", "sone IX");
    refuses("lønnspåslag: {arbeidsgiveravgift: SONE IX}", "ukjent-sone", "SONE IX");
    refuses("lønnspåslag: {arbeidsgiveravgift: mye}", "uleselig-mengde", "mye");
}

#[test]
fn the_discount_rate_is_named_in_any_case() {
    for written in ["R-109", "r-109"] {
        let (organisation, findings) =
            read_organisation(&format!("a3: 1\nbudsjettår: 2027\nkalkyle: {{rente: {written}}}\n"));
        assert_eq!(findings, [], "{written}");
        assert_eq!(organisation.rules.discount, DiscountRates::R109, "{written}");
    }
    refuses("kalkyle: {rente: R-110}", "uleselig-mengde", "R-110");
}

#[test]
fn a_share_may_be_in_parts_of_a_thousand() {
    let (organisation, findings) = read_organisation("a3: 1\nbudsjettår: 2027\nminste_stilling: 250 ‰\n");
    assert_eq!((findings, organisation.smallest_position.value()), (vec![], Decimal::new(25, 2)));
}

#[test]
fn time_of_others_has_a_price_per_hour() {
    let (organisation, findings) =
        read_organisation("a3: 1\nbudsjettår: 2027\nkalkyle: {tidsverdi: {innbyggerne: 230}}\n");
    assert_eq!(findings, []);
    assert_eq!(organisation.rules.time_values[&Recipient::Residents].value(), Decimal::from(230));
    refuses("kalkyle: {tidsverdi: {innbyggerne: 230 kr}}", "feil-enhet", "230 kr");
}

#[test]
fn the_smallest_position_is_a_part_of_one() {
    refuses("minste_stilling: 120 %", "andel-utenfor", "120 %");
    refuses("felles:\n  timer: {verdi: 3 besøk}", "navn-er-enhet", "timer");
}
