//! The reports, on the case of format.md, as a terminal shows them.

#![allow(clippy::too_many_lines, reason = "a page is shown whole")]

use super::sample::solvik;
use super::worked_example::{digital_supervision, solvik_with_loan};
use a3::calc::appraise;
use a3::checks::Severity;
use a3::choose::{Candidate, Choice, Contest, Effort, Offer, choose};
use a3::model::{Case, Duty, Method, Organisation, Phase};
use a3::pages::{basis_page, calc_page, choice_page, working_page};
use a3::render::{Look, text};
use a3::report::{Appraised, AppraisedCase, Bound, RankReport};
use a3::simulate::{Uncertainty, WhyUnknown};
use a3::source::{Lines, Source};
use a3::{document, yaml};

#[test]
fn the_report_of_a_case() {
    let (case, organisation) = (digital_supervision(), solvik());
    let appraisal = appraise(&case, &organisation).unwrap();
    insta::assert_snapshot!(text::render(&calc_page::page(&case, &appraisal, &NOT_ASKED), Look::default()), @r#"
        Sak
        ───

        Når driftskostnadene er trukket fra, gir saken 998 172 kr bedre budsjett i året, og hele verdien er
        2 232 789 kr i året (kalkulert). Frigjør 6 317 timer (3,6 årsverk) i året; 1,8 årsverk tas ut.

         Område            Stab
         Gevinstansvarlig  Lars Linjeleder
         Fase              dypdykk
         Oppstart          2027, varer 8 år

        Gevinstpotensial per år ved full virkning (kalkulert)

         Per år                                 I budsjettet, kr  Hele verdien, kr
        ───────────────────────────────────────────────────────────────────────────
         Tas ut av budsjettet                          1 318 172         1 318 172
         Frigjøres, men blir i tjenesten                                 1 234 617
         Andre offentlige                                                        0
         Innbyggere, næringsliv og frivillige                                    0
         Unngått vekst, ikke i dagens budsjett                                   0
         Driftskostnader                                −320 000          −320 000
        ───────────────────────────────────────────────────────────────────────────
         Netto                                           998 172         2 232 789

         Kommunens frigjorte tid  6 317 timer  3,6 årsverk; 1,8 årsverk tas ut

        For samfunnet: alle virkninger for alle, som verdi i sammenligningsåret

         Netto nåverdi (NNV)                 13 566 426 kr
           av dette i analyseperioden        13 566 426 kr
           av dette restverdi                         0 kr
         Virkning av skattefinansiering         977 319 kr  er med i NNV
         NNV per offentlig krone (NNB)   selvfinansierende  det offentlige sparer
         NNV per investert krone                     12,33
         Nytte delt på kostnad (N/K)                  4,90
         Internrente                               195,7 %
         Annuitet                             1 937 492 kr  NNV som like store beløp hvert år saken virker

        For kommunen: bare egne penger, i faste priser

         NNV for kommunen                 4 629 474 kr
         Inntjeningstid                         2,4 år
         Driftsbudsjettet i planperioden  2 722 408 kr  sum av fire år, pluss er penger frigjort

        År for år

        Beløp i 1 000 kr
           År  Gevinster  Kostnader  Skattevirkning   Netto  Faktor  Budsjett drift  Investering
        ─────────────────────────────────────────────────────────────────────────────────────────
         2027        706      1 560            −220  −1 075  1,0000               1       −1 100
         2028      2 078        320             147   1 905  0,9615             725            0
         2029      2 597        320             204   2 481  0,9246             998            0
         2030      2 620        320             206   2 506  0,8890             998            0
         2031      2 643        320             209   2 531  0,8548               –            0
         2032      2 666        320             211   2 557  0,8219               –            0
         2033      2 689        320             213   2 582  0,7903               –            0
         2034      2 712        320             216   2 608  0,7599               –            0

        Gevinster, kostnader, skattevirkning og netto er samfunnets, før de regnes om med faktoren. Budsjett
        drift og investering er kommunens; der er pluss penger frigjort, og minus penger ut.

        Hva nåverdien kommer av

        Beløp i 1 000 kr
         Post                             Slag                Nåverdi
        ──────────────────────────────────────────────────────────────
         Spart tid til kjøring og tilsyn  spart tid            15 440
         Færre kjørte kilometer           unngåtte kostnader      630
         Sensorer                         investering          −1 100
         Opplæring                        omstilling             −140
         Lisens                           drift                −2 241
         Virkning av skattefinansiering                           977
        ──────────────────────────────────────────────────────────────
         Netto nåverdi (NNV)                                   13 566

          ! Kapitalkostnad er ikke med: a3.yaml har ikke «kalkyle.lån», så renter og avdrag på investeringen
            står ikke i budsjett drift.

        Kvalitet, som ikke er regnet i kroner (fra −−−− til ++++)

         Kvalitet         For hvem     Virkning
        ────────────────────────────────────────
         Bedre nattesøvn  innbyggerne       +++
        "#);
}

#[test]
fn the_working_of_a_case() {
    let (case, organisation) = (digital_supervision(), solvik());
    let appraisal = appraise(&case, &organisation).unwrap();
    let page = working_page::page(&case, &organisation, &appraisal);
    insta::assert_snapshot!(text::render(&page, Look::default()), @r#"
        Utregning: Sak
        ──────────────

        Forutsetninger
          brukere = 60 brukere (uten kilde)
          tilsyn_per_natt = 2 tilsyn/døgn (uten kilde)
          andel_digital = (40 % + 4 · 60 % + 70 %) ÷ 6 = 58,33 % (uten kilde)
          tid_fysisk = 20 min (uten kilde)
          tid_digital = (3 min + 4 · 5 min + 8 min) ÷ 6 = 5,1667 min (uten kilde)

        Hva en time koster
          helsefagarbeider: 520 000 kr × (1 + 15 %) × (1 + 14,1 %) = 682 318 kr; 682 318 kr ÷ 1 750 timer
            = 389,90 kr/time

        Spart tid til kjøring og tilsyn (spart tid)
          brukere × tilsyn_per_natt × andel_digital × (tid_fysisk − tid_digital)
          = 60 brukere × 2 tilsyn/døgn × 58,33 % × (20 min − 5,1667 min)
          = 1 038,3333 min/døgn (regnet med 365 døgn/år)
          per år ved full virkning: 6 316,53 timer × timekostnad helsefagarbeider = 2 462 789 kr
          tas ut 50 %: 3 158,26 timer = 1,8047 årsverk; hele stillinger på minst 20 %: 1,8 årsverk =
            3 150 timer = 1 228 172 kr
          innfasing fra første år: 25 %, 80 %, 100 %; den siste holder ut levetida
          budsjettpost (ansvar/funksjon/art): 3210/257/010

           År  Timer  Beløp, kr  Realvekst  Virkning, kr  Faktor  Nåverdi, kr  Egne penger, kr
        ───────────────────────────────────────────────────────────────────────────────────────
         2027  1 579    615 697     1,0000       615 697  1,0000      615 697          272 927
         2028  5 053  1 970 231     1,0090     1 987 963  0,9615    1 911 503          955 245
         2029  6 317  2 462 789     1,0181     2 507 319  0,9246    2 318 157        1 228 172
         2030  6 317  2 462 789     1,0272     2 529 884  0,8890    2 249 058        1 228 172
         2031  6 317  2 462 789     1,0365     2 552 653  0,8548    2 182 019        1 228 172
         2032  6 317  2 462 789     1,0458     2 575 627  0,8219    2 116 978        1 228 172
         2033  6 317  2 462 789     1,0552     2 598 808  0,7903    2 053 876        1 228 172
         2034  6 317  2 462 789     1,0647     2 622 197  0,7599    1 992 654        1 228 172
        ───────────────────────────────────────────────────────────────────────────────────────
          Sum                                                      15 439 942        8 597 207

        Færre kjørte kilometer (unngåtte kostnader)
          18 000 km/år × 5 kr/km
          = 90 000 kr/år
          per år ved full virkning: 90 000 kr
          tas ut 100 % = 90 000 kr
          budsjettpost (ansvar/funksjon/art): 3210/257/170

           År  Virkning, kr  Faktor  Nåverdi, kr  Egne penger, kr
        ──────────────────────────────────────────────────────────
         2027        90 000  1,0000       90 000           90 000
         2028        90 000  0,9615       86 538           90 000
         2029        90 000  0,9246       83 210           90 000
         2030        90 000  0,8890       80 010           90 000
         2031        90 000  0,8548       76 932           90 000
         2032        90 000  0,8219       73 973           90 000
         2033        90 000  0,7903       71 128           90 000
         2034        90 000  0,7599       68 393           90 000
        ──────────────────────────────────────────────────────────
          Sum                            630 185          720 000

        Sensorer (investering)
          1 100 000 kr

           År  Virkning, kr  Faktor  Nåverdi, kr  Egne penger, kr
        ──────────────────────────────────────────────────────────
         2027    −1 100 000  1,0000   −1 100 000       −1 100 000
        ──────────────────────────────────────────────────────────
          Sum                         −1 100 000       −1 100 000

        Opplæring (omstilling)
          45 ansatte × 8 timer
          = 360 timer
          utbetales 30 %

           År  Timer  Beløp, kr  Realvekst  Virkning, kr  Faktor  Nåverdi, kr  Egne penger, kr
        ───────────────────────────────────────────────────────────────────────────────────────
         2027    360   −140 363     1,0000      −140 363  1,0000     −140 363          −42 109
        ───────────────────────────────────────────────────────────────────────────────────────
          Sum                                                        −140 363          −42 109

        Lisens (drift)
          320 000 kr/år
          per år ved full virkning: 320 000 kr
          utbetales 100 % = 320 000 kr
          budsjettpost (ansvar/funksjon/art): 3210/257/195

           År  Virkning, kr  Faktor  Nåverdi, kr  Egne penger, kr
        ──────────────────────────────────────────────────────────
         2027      −320 000  1,0000     −320 000         −320 000
         2028      −320 000  0,9615     −307 692         −320 000
         2029      −320 000  0,9246     −295 858         −320 000
         2030      −320 000  0,8890     −284 479         −320 000
         2031      −320 000  0,8548     −273 537         −320 000
         2032      −320 000  0,8219     −263 017         −320 000
         2033      −320 000  0,7903     −252 901         −320 000
         2034      −320 000  0,7599     −243 174         −320 000
        ──────────────────────────────────────────────────────────
          Sum                         −2 240 657       −2 560 000

        Skattefinansiering

        Virkningen er minus 20 % av netto offentlig utgift. Faktoren er 1 i 2027 og deles på 1 + rente for
        hvert år etter.

           År  Netto offentlig utgift, kr  Virkning, kr  Faktor  Nåverdi, kr
        ─────────────────────────────────────────────────────────────────────
         2027                   1 099 182      −219 836  1,0000     −219 836
         2028                    −733 842       146 768  0,9615      141 124
         2029                  −1 020 379       204 076  0,9246      188 680
         2030                  −1 031 632       206 326  0,8890      183 423
         2031                  −1 042 987       208 597  0,8548      178 310
         2032                  −1 054 444       210 889  0,8219      173 335
         2033                  −1 066 004       213 201  0,7903      168 496
         2034                  −1 077 668       215 534  0,7599      163 788
        ─────────────────────────────────────────────────────────────────────
          Sum                                                        977 319

        Netto nåverdi

         Nåverdi                                  kr
        ─────────────────────────────────────────────
         Spart tid til kjøring og tilsyn  15 439 942
         Færre kjørte kilometer              630 185
         Sensorer                         −1 100 000
         Opplæring                          −140 363
         Lisens                           −2 240 657
         Virkning av skattefinansiering      977 319
        ─────────────────────────────────────────────
         Netto nåverdi (NNV)              13 566 426

         Annuitet                 13 566 426 kr ÷ 7,0021 = 1 937 492 kr (faktorene 2027–2034)
         Nytte delt på kostnad    (16 070 127 kr + 977 319 kr i skattefinansiering) ÷ 3 481 020 kr =
                                  4,90
         NNV per investert krone  13 566 426 kr ÷ 1 100 000 kr før tilskudd = 12,33

        Kommunens egne penger, til inntjeningstid

           År  Engangsutgift, kr  Egne penger, kr  Oppsamlet, kr
        ─────────────────────────────────────────────────────────
         2027          1 142 109       −1 099 182     −1 099 182
         2028                  0          725 245       −373 936
         2029                  0          998 172        624 236
         2030                  0          998 172      1 622 408
         2031                  0          998 172      2 620 581
         2032                  0          998 172      3 618 753
         2033                  0          998 172      4 616 926
         2034                  0          998 172      5 615 098

        Budsjett drift i planperioden

           År  Tas ut minus drift, kr  − Omstilling, kr  − Kapitalkostnad, kr  = Budsjett drift, kr
        ────────────────────────────────────────────────────────────────────────────────────────────
         2027                  42 927            42 109                     –                   818
         2028                 725 245                 0                     –               725 245
         2029                 998 172                 0                     –               998 172
         2030                 998 172                 0                     –               998 172

        Tallene er rundet av hver for seg. Derfor kan summen avvike litt fra delene.
        "#);
}

#[test]
fn the_rules_of_the_calculation() {
    insta::assert_snapshot!(text::render(&basis_page::page(&solvik()), Look::default()), @r#"
        Slik er det regnet
        ──────────────────

         Priser                             2027  faste priser i budsjettåret
         Sammenligningsår                   2027  faktor 1 for alle saker
         Analyseperiode                    10 år  2027–2036
         Rente                             R-109  4 % i 40 år, så 3 % i 35 år, så 2 %
         Skattefinansiering                 20 %  av netto offentlig utgift
         Realvekst i verdien av tid        0,9 %  hvert år, bare for samfunnet
         Timer per årsverk           1 750 timer
         Minste stilling                    20 %  tid tas bare ut i hele trinn
         Usikre forutsetninger              pert  (lav + 4 · verdi + høy) ÷ 6
        "#);
}

/// One case of each kind a list may hold.
pub(crate) fn portfolio() -> Vec<Case> {
    let named = |id: &str, title: &str| {
        let mut case = digital_supervision();
        (case.id, case.title, case.area) = (id.to_owned(), title.to_owned(), "Helse og omsorg".to_owned());
        case
    };
    let supervision = named("digitalt-tilsyn", "Digitalt tilsyn om natten");
    let mut mandatory = named("nytt-pasientvarsling", "Nytt pasientvarslingsanlegg");
    mandatory.benefits.truncate(1);
    mandatory.duties =
        vec![Duty { id: "tilsyn-natt".to_owned(), text: "Forsvarlig tilsyn om natten".to_owned() }];
    let mut quality = named("flere-nattevakter", "Flere nattevakter");
    quality.benefits.remove(0);
    let mut late = named("kanskje-senere", "Kanskje senere");
    (late.start, late.life) = (None, None);
    let mut decided = named("besluttet", "Vedtatt i fjor");
    decided.phase = Phase::Implementation;
    vec![quality, late, supervision, decided, mandatory]
}

pub(crate) const NOT_ASKED: Uncertainty = Uncertainty::Unknown(WhyUnknown::NotAsked);

/// The cases, calculated, as if they stood in files.
pub(crate) fn appraised(cases: &[Case], organisation: &Organisation) -> Appraised {
    let source = Source::new("sak.yaml", "a3: 1\n");
    let context = organisation.rules.context();
    let written = document::case(&yaml::parse(&source).root.unwrap(), "sak", &context).0;
    let cases = cases.iter().map(|case| AppraisedCase {
        unfinished: None,
        path: format!("saker/{}.yaml", case.id),
        case: Box::new(case.clone()),
        appraisal: appraise(case, organisation).unwrap(),
        written: Box::new(written.clone()),
        lacking: Vec::new(),
        lines: Lines::default(),
    });
    Appraised {
        organisation: organisation.clone(),
        spoiled: None,
        cases: cases.collect(),
        omitted: Vec::new(),
        severity: Severity::default(),
        overviews: Vec::new(),
        overlooked: Vec::new(),
    }
}

/// The list without frames, each case at its own start.
pub(crate) fn listed(candidates: &[Candidate<'_>], organisation: &Organisation) -> Choice {
    let method = Method::NetPresentValue;
    let offers = candidates.iter().map(|candidate| {
        let value = candidate.appraisal.value.as_ref();
        value.map(|value| Offer::of(value, method, organisation.plan_years()).unwrap()).into_iter().collect()
    });
    let offers: Vec<Vec<Offer>> = offers.collect();
    let contest = Contest { organisation, frames: None, method, candidates, offers: &offers, closed: &[] };
    choose(contest, Effort::of(0)).unwrap()
}

/// The same as a report.
pub(crate) fn ranked(cases: &[Case], organisation: &Organisation) -> RankReport {
    let appraised = appraised(cases, organisation);
    let candidates = appraised.cases.iter().map(|of| Candidate { case: &of.case, appraisal: &of.appraisal });
    let candidates: Vec<_> = candidates.collect();
    RankReport {
        choice: listed(&candidates, organisation),
        open: (0..cases.len()).collect(),
        frames: Vec::new(),
        alternatives: Vec::new(),
        certainty: None,
        last_year: None,
        is_part: false,
        bound: Bound::Nodes,
        appraised,
    }
}

#[test]
fn the_prioritised_list() {
    let page = choice_page::page(&ranked(&portfolio(), &solvik_with_loan()));
    insta::assert_snapshot!(text::render(&page, Look { width: 110, ..Look::default() }), @r#"
        2 saker på lista: de frigjør 1 557 095 kr i driften og tar ut 3,6 årsverk i 2030
        ────────────────────────────────────────────────────────────────────────────────

        I tillegg kommer én besluttet sak: den frigjør 823 547 kr og 1,8 årsverk. Årene er driftsbudsjettet etter
        renter og avdrag; pluss er penger frigjort.

        5 saker, ordnet etter netto nåverdi. Årsverk er det som tas ut ved full virkning.

        Besluttet

        Beløp i 1 000 kr
         #  Sak             Oppstart     NNV  2027  2028  2029  2030  Årsverk
        ──────────────────────────────────────────────────────────────────────
            Vedtatt i fjor      2027  13 566     1   538   817   824      1,8
            Besluttet; virkningen ligger ikke i dagens budsjett ennå. (besluttet)

        Lista

        Beløp i 1 000 kr
         #  Sak                          Oppstart     NNV  2027  2028  2029  2030  Årsverk
        ───────────────────────────────────────────────────────────────────────────────────
         1  Nytt pasientvarslingsanlegg      2027  12 810   −89   448   727   734      1,8
            Må: oppfyller «Forsvarlig tilsyn om natten». (nytt-pasientvarsling)
         2  Digitalt tilsyn om natten        2027  13 566     1   538   817   824      1,8
            Høyest netto nåverdi. (digitalt-tilsyn)

        Krever skjønn

        Beløp i 1 000 kr
         #  Sak                Oppstart     NNV  2027  2028  2029  2030  Årsverk
        ─────────────────────────────────────────────────────────────────────────
         3  Flere nattevakter      2027  −3 401  −272  −417  −411  −405      0,0
            Krever skjønn: netto nåverdi er −3 401 351 kr ved beste oppstart (2027), så kvaliteten må være verdt minst
            så mye. (flere-nattevakter)

        Ikke vurdert

        Beløp i 1 000 kr
         #  Sak             Oppstart  NNV  2027  2028  2029  2030  Årsverk
        ───────────────────────────────────────────────────────────────────
            Kanskje senere         –    –     –     –     –     –      1,8
            Ikke vurdert: mangler oppstart og levetid. (kanskje-senere)
        "#);
}
