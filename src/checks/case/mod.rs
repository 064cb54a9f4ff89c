//! Checks of one case, and of the organisation it belongs to.

mod belop_etter_levetid;
mod dag_som_dogn;
mod dato_fram_i_tid;
mod datoer_i_urekkefolge;
mod demands;
mod dobbelttalt_tid;
mod dominerende_gevinst;
mod driftstid_uten_utbetaling;
mod dypdykk_uten_sak;
mod facts;
mod forsinket_tiltak;
mod fortegn_i_ny_praksis;
mod full_virkning_fra_forste_ar;
mod gevinst_uten_eier;
mod gevinst_uten_kilde;
mod gevinst_uten_virkning;
mod gjentatt_navn;
mod innfasing_over_hundre;
mod innfasing_som_faller;
mod innfasing_under_hundre;
mod innsparing_pa_selvkost;
mod investering_som_er_drift;
mod kostnad_uten_budsjettpost;
mod kostnad_uten_kilde;
mod lang_kostra_kode;
mod levetid_kortere_enn_innfasing;
mod ma_gjores_uten_sak;
mod mal_ikke_nadd;
mod mal_pa_feil_side;
mod maling_av_ukjent_forutsetning;
mod maling_uten_bevegelse;
mod maling_uten_gevinst;
mod malt_feil_vei;
mod manglende_maling;
mod mangler_i_avsluttet;
mod mangler_i_dypdykk;
mod mangler_i_forberedelse;
mod mangler_i_prioritering;
mod negativ_gevinst;
mod nullpunkt_etter_oppstart;
mod oppstart_utenfor_planen;
mod over_hundre_arsverk;
mod points;
mod pools;
mod priced;
mod progress;
mod rest_under_minste_stilling;
mod risiko_uten_tiltak;
mod risiko_uten_vurdering;
mod runde_tall;
mod sources;
mod terms;
mod ubrukt_forutsetning;
mod ukjent_kostra_kode;
mod ukjent_mal;
mod ukjent_omrade;
mod ulike_enheter;
mod utgatt_kostra_kode;
mod utlopt_forutsetning;
mod uttak_under_minste_stilling;
mod vedtak_uten_innarbeidet;

pub(super) use dato_fram_i_tid::check_taken;
pub(super) use datoer_i_urekkefolge::check_assumptions;
pub use demands::{Missing, missing};
pub use facts::CaseFacts;
pub(super) use oppstart_utenfor_planen::check_locked;
pub(super) use ukjent_omrade::check_frames;
pub(super) use utlopt_forutsetning::check_valid;

use super::rules;
use crate::diagnostic::Finding;

rules! {
    Case, fn(&CaseFacts<'_>, &mut Vec<Finding>);
    "beløp-etter-levetid" Warning belop_etter_levetid;
    "dag-som-døgn" Note dag_som_dogn;
    "dato-fram-i-tid" Warning dato_fram_i_tid;
    "datoer-i-urekkefølge" Error datoer_i_urekkefolge;
    "dobbelttalt-tid" Warning dobbelttalt_tid;
    "dominerende-gevinst" Note dominerende_gevinst;
    "driftstid-uten-utbetaling" Note driftstid_uten_utbetaling;
    "dypdykk-uten-sak" Note dypdykk_uten_sak;
    "forsinket-tiltak" Warning forsinket_tiltak;
    "fortegn-i-ny-praksis" Warning fortegn_i_ny_praksis;
    "full-virkning-fra-første-år" Note full_virkning_fra_forste_ar;
    "gevinst-uten-eier" Note gevinst_uten_eier;
    "gevinst-uten-kilde" Warning gevinst_uten_kilde;
    "gevinst-uten-virkning" Warning gevinst_uten_virkning;
    "gjentatt-navn" Warning gjentatt_navn;
    "innfasing-over-hundre" Error innfasing_over_hundre;
    "innfasing-som-faller" Warning innfasing_som_faller;
    "innfasing-under-hundre" Warning innfasing_under_hundre;
    "innsparing-på-selvkost" Warning innsparing_pa_selvkost;
    "investering-som-er-drift" Note investering_som_er_drift;
    "kostnad-uten-budsjettpost" Warning kostnad_uten_budsjettpost;
    "kostnad-uten-kilde" Warning kostnad_uten_kilde;
    "lang-kostra-kode" Note lang_kostra_kode;
    "levetid-kortere-enn-innfasing" Warning levetid_kortere_enn_innfasing;
    "manglende-måling" Warning manglende_maling;
    "mangler-i-avsluttet" Error mangler_i_avsluttet;
    "mangler-i-dypdykk" Error mangler_i_dypdykk;
    "mangler-i-forberedelse" Error mangler_i_forberedelse;
    "mangler-i-prioritering" Error mangler_i_prioritering;
    "må-gjøres-uten-sak" Warning ma_gjores_uten_sak;
    "mål-ikke-nådd" Warning mal_ikke_nadd;
    "mål-på-feil-side" Error mal_pa_feil_side;
    "måling-av-ukjent-forutsetning" Error maling_av_ukjent_forutsetning;
    "måling-uten-bevegelse" Warning maling_uten_bevegelse;
    "måling-uten-gevinst" Error maling_uten_gevinst;
    "målt-feil-vei" Note malt_feil_vei;
    "negativ-gevinst" Warning negativ_gevinst;
    "nullpunkt-etter-oppstart" Error nullpunkt_etter_oppstart;
    "oppstart-utenfor-planen" Warning oppstart_utenfor_planen;
    "over-hundre-årsverk" Note over_hundre_arsverk;
    "rest-under-minste-stilling" Note rest_under_minste_stilling;
    "risiko-uten-tiltak" Warning risiko_uten_tiltak;
    "risiko-uten-vurdering" Warning risiko_uten_vurdering;
    "runde-tall" Note runde_tall;
    "ubrukt-forutsetning" Warning ubrukt_forutsetning;
    "ukjent-kostra-kode" Warning ukjent_kostra_kode;
    "ukjent-mål" Error ukjent_mal;
    "ukjent-område" Error ukjent_omrade;
    "ulike-enheter" Error ulike_enheter;
    "utgått-kostra-kode" Warning utgatt_kostra_kode;
    "utløpt-forutsetning" Warning utlopt_forutsetning;
    "uttak-under-minste-stilling" Warning uttak_under_minste_stilling;
    "vedtak-uten-innarbeidet" Warning vedtak_uten_innarbeidet;
}

/// Runs every check that looks at one case.
pub fn check_case(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for check in CHECKS {
        check(facts, findings);
    }
}
