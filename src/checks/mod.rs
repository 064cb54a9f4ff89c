//! Everything `a3 check` can find, one table: name, grade, page, and what looks for it.
//!
//! A check is `<name>.rs`, `<name>.md` and one line in [`RULES`]. What is found while reading
//! (structure, words, numbers, units) has its line and page here too, marked `reading`.
//! Checks never print, never know each other and run in any order.

mod bound;
mod budget;
mod budget_facts;
mod budget_file;
mod budget_years;
mod claims;
mod deflator_utenfor_planen;
mod demands;
mod facts;
mod flere_funn;
mod kan_ikke_beregnes;
mod kostra;
mod lenke_ut;
mod organisation;
mod page;
mod pools;
mod priced;
mod ramme_utenfor_planen;
mod severity;
mod sign;
mod sources;
mod terms;
#[cfg(test)]
mod testing;
mod wording;

pub use budget::check_budget;
pub use budget_facts::BudgetFacts;
pub use budget_file::{NoBudgetFile, no_budget_file, tell_what_is_not_held};
pub use claims::Claims;
pub use demands::{Missing, missing};
pub use facts::{CaseFacts, CaseReference, Duty, LockFacts, PortfolioFacts, PortfolioFinding};
pub use flere_funn::keep_first;
pub use kan_ikke_beregnes::cannot_be_calculated;
pub use lenke_ut::{dead_link, link_out};
pub use organisation::{check_frames, check_locked, check_organisation};
pub use page::{Example, MARK, Page};
pub use severity::Severity;

use crate::diagnostic::{Finding, Grade};

/// What looks for a defect, and what it must know to do so.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// Found while reading: by `yaml`, `shape`, `quantity` or `document`.
    Reading,
    /// Looks at one case, and the organisation it belongs to.
    Case(fn(&CaseFacts<'_>, &mut Vec<Finding>)),
    /// Looks at all cases together.
    Portfolio(fn(&PortfolioFacts<'_>, &mut Vec<PortfolioFinding>)),
    /// Looks at one case against today's budget; run by `a3 check` where a3.yaml names one.
    Budget(fn(&BudgetFacts<'_>, &mut Vec<Finding>)),
    /// Looks at what all cases claim of the budget; run by `a3 check`.
    Claims(fn(&[CaseReference], &mut Vec<PortfolioFinding>)),
    /// Looks at the locks of a3.yaml, with all cases known.
    Locks(fn(&LockFacts<'_>, &mut Vec<Finding>)),
}

/// One rule of the registry.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// A Norwegian kebab word for the defect; reads after «tillat …».
    pub name: &'static str,
    /// How serious it is unless `regler` in a3.yaml says otherwise.
    pub grade: Grade,
    /// Its page, in Markdown: what, why, how, wrong, message, right, English.
    pub page: &'static str,
    /// What looks for it.
    pub scope: Scope,
}

macro_rules! rules {
    ($($kind:ident $name:literal $grade:ident $($module:ident)?;)+) => {
        $($(mod $module;)?)+

        /// Every rule, sorted by name.
        pub static RULES: &[Rule] = &[
            $(Rule {
                name: $name,
                grade: Grade::$grade,
                page: include_str!(concat!($name, ".md")),
                scope: rules!(@scope $kind $($module)?),
            },)+
        ];
    };
    (@scope reading) => { Scope::Reading };
    (@scope case $module:ident) => { Scope::Case($module::check) };
    (@scope portfolio $module:ident) => { Scope::Portfolio($module::check) };
    (@scope budget $module:ident) => { Scope::Budget($module::check) };
    (@scope claims $module:ident) => { Scope::Claims($module::check) };
    (@scope locks $module:ident) => { Scope::Locks($module::check) };
}

rules! {
    reading "andel-utenfor" Error;
    reading "anker-eller-alias" Error;
    case "beløp-etter-levetid" Warning belop_etter_levetid;
    reading "budsjettpost-andeler" Error;
    reading "både-anslag-og-beregning" Error;
    reading "både-beløp-og-beregning" Error;
    reading "både-årslønn-og-årskostnad" Error;
    case "dato-fram-i-tid" Warning dato_fram_i_tid;
    case "datoer-i-urekkefølge" Error datoer_i_urekkefolge;
    reading "deflator-utenfor-planen" Warning;
    reading "dempet-lesefeil" Warning;
    reading "desimalkomma-i-liste" Error;
    portfolio "dobbel-id" Error dobbel_id;
    case "dobbelttalt-tid" Warning dobbelttalt_tid;
    case "dominerende-gevinst" Note dominerende_gevinst;
    reading "død-lenke" Error;
    reading "feil-dimensjon" Error;
    reading "feil-enhet" Error;
    reading "feil-form" Error;
    reading "feil-tegnsett" Error;
    reading "flere-dokumenter" Error;
    reading "flere-funn" Note;
    budget "flere-årsverk-enn-enheten-har" Error flere_arsverk_enn_enheten_har;
    reading "flettenøkkel" Error;
    reading "for-dyp-nøsting" Error;
    reading "for-lang-formel" Error;
    reading "for-mange-rader" Error;
    reading "for-stor-fil" Error;
    case "forsinket-tiltak" Warning forsinket_tiltak;
    reading "fortegn-i-budsjettet" Warning;
    case "fortegn-i-ny-praksis" Warning fortegn_i_ny_praksis;
    case "full-virkning-fra-første-år" Note full_virkning_fra_forste_ar;
    reading "gevinst-uten-beløp" Error;
    case "gevinst-uten-eier" Note gevinst_uten_eier;
    case "gevinst-uten-kilde" Warning gevinst_uten_kilde;
    case "gevinst-uten-virkning" Warning gevinst_uten_virkning;
    reading "gjentatt-felt" Error;
    reading "halvt-trepunkt" Error;
    reading "innfasing-og-årsbeløp" Error;
    case "innfasing-over-hundre" Error innfasing_over_hundre;
    case "innfasing-som-faller" Warning innfasing_som_faller;
    case "innfasing-under-hundre" Warning innfasing_under_hundre;
    case "innsparing-på-selvkost" Warning innsparing_pa_selvkost;
    budget "innsparing-uten-budsjettlinje" Warning innsparing_uten_budsjettlinje;
    case "investering-som-er-drift" Note investering_som_er_drift;
    reading "kan-ikke-beregnes" Error;
    reading "kode-i-feil-kontoklasse" Warning;
    reading "kostnad-uten-beløp" Error;
    case "kostnad-uten-budsjettpost" Warning kostnad_uten_budsjettpost;
    case "kostnad-uten-kilde" Warning kostnad_uten_kilde;
    portfolio "krever-i-ring" Error krever_i_ring;
    portfolio "krever-og-utelukker" Error krever_og_utelukker;
    portfolio "krever-senere-sak" Warning krever_senere_sak;
    reading "lenke-ut" Error;
    case "levetid-kortere-enn-innfasing" Warning levetid_kortere_enn_innfasing;
    locks "lås-som-ikke-holder" Error las_som_ikke_holder;
    locks "lås-uten-virkning" Warning las_uten_virkning;
    reading "manglende-felt" Error;
    case "manglende-måling" Warning manglende_maling;
    case "mangler-i-avsluttet" Error mangler_i_avsluttet;
    case "mangler-i-dypdykk" Error mangler_i_dypdykk;
    case "mangler-i-forberedelse" Error mangler_i_forberedelse;
    case "mangler-i-prioritering" Error mangler_i_prioritering;
    portfolio "må-saker-i-strid" Warning ma_saker_i_strid;
    case "måling-uten-gevinst" Error maling_uten_gevinst;
    reading "navn-er-enhet" Error;
    case "nullpunkt-etter-oppstart" Error nullpunkt_etter_oppstart;
    budget "ny-praksis-uten-enhet" Warning ny_praksis_uten_enhet;
    case "oppstart-utenfor-planen" Warning oppstart_utenfor_planen;
    reading "overføring-med-andel" Error;
    reading "ramme-utenfor-planen" Warning;
    reading "rentetrinn-i-uorden" Error;
    case "rest-under-minste-stilling" Note rest_under_minste_stilling;
    case "runde-tall" Note runde_tall;
    claims "samlet-uttak-over-budsjettlinje" Error samlet_uttak_over_budsjettlinje;
    claims "samme-budsjettlinje" Warning samme_budsjettlinje;
    claims "samme-grunnlag" Warning samme_grunnlag;
    claims "samme-ny-praksis" Error samme_ny_praksis;
    reading "senest-før-oppstart" Error;
    budget "snudd-budsjettlinje" Error snudd_budsjettlinje;
    reading "stilling-uten-lønn" Error;
    reading "styretegn" Error;
    budget "større-budsjett-enn-lovet" Warning storre_budsjett_enn_lovet;
    reading "tabulator-som-innrykk" Error;
    reading "tall-uten-enhet" Error;
    reading "tid-uten-stilling" Error;
    reading "tolket-budsjettfil" Note;
    reading "tom-fil" Error;
    reading "tomt-felt" Error;
    reading "trepunkt-i-uorden" Error;
    reading "tvetydig-beløp" Error;
    reading "tvetydig-tall" Error;
    case "ubrukt-forutsetning" Warning ubrukt_forutsetning;
    reading "ugyldig-dato" Error;
    reading "ugyldig-filnavn" Error;
    reading "ugyldig-navn" Error;
    reading "ugyldig-yaml" Error;
    reading "ugyldig-år" Error;
    budget "ukjent-ansvar" Warning ukjent_ansvar;
    reading "ukjent-felt" Error;
    reading "ukjent-forutsetning" Error;
    reading "ukjent-fra" Error;
    case "ukjent-kostra-kode" Warning ukjent_kostra_kode;
    case "ukjent-mål" Error ukjent_mal;
    case "ukjent-område" Error ukjent_omrade;
    reading "ukjent-ord" Error;
    reading "ukjent-regel" Error;
    portfolio "ukjent-sak" Error ukjent_sak;
    reading "ukjent-sone" Error;
    reading "ukjent-stilling" Error;
    reading "uklar-overskrift" Error;
    reading "ulesbar-budsjettfil" Error;
    reading "ulesbar-budsjettlinje" Error;
    reading "uleselig-formel" Error;
    reading "uleselig-mengde" Error;
    reading "urimelig-tall" Error;
    case "utgått-kostra-kode" Warning utgatt_kostra_kode;
    case "utløpt-forutsetning" Warning utlopt_forutsetning;
    budget "uttak-over-budsjettlinje" Error uttak_over_budsjettlinje;
    case "uttak-under-minste-stilling" Warning uttak_under_minste_stilling;
    case "vedtak-uten-innarbeidet" Warning vedtak_uten_innarbeidet;
    reading "yaml-merkelapp" Error;
    reading "år-uten-budsjettlinje" Warning;
}

/// The rule of a name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// Runs every check that looks at one case.
pub fn check_case(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for rule in RULES {
        match rule.scope {
            Scope::Case(look) => look(facts, findings),
            Scope::Reading | Scope::Portfolio(_) | Scope::Budget(_) | Scope::Claims(_) | Scope::Locks(_) => {}
        }
    }
}

/// Runs every check that looks at all cases together.
pub fn check_portfolio(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    for rule in RULES {
        match rule.scope {
            Scope::Portfolio(look) => look(facts, findings),
            Scope::Reading | Scope::Case(_) | Scope::Budget(_) | Scope::Claims(_) | Scope::Locks(_) => {}
        }
    }
}

/// Runs every check that looks at the locks of a3.yaml with all cases known.
pub fn check_locks(facts: &LockFacts<'_>, findings: &mut Vec<Finding>) {
    for rule in RULES {
        match rule.scope {
            Scope::Locks(look) => look(facts, findings),
            Scope::Reading | Scope::Case(_) | Scope::Portfolio(_) | Scope::Budget(_) | Scope::Claims(_) => {}
        }
    }
}

/// Runs every check that looks at one case against today's budget.
pub fn check_against_budget(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    for rule in RULES {
        match rule.scope {
            Scope::Budget(look) => look(facts, findings),
            Scope::Reading | Scope::Case(_) | Scope::Portfolio(_) | Scope::Claims(_) | Scope::Locks(_) => {}
        }
    }
}

/// Runs every check that looks at what all cases claim of the budget.
pub fn check_claims(cases: &[CaseReference], findings: &mut Vec<PortfolioFinding>) {
    for rule in RULES {
        match rule.scope {
            Scope::Claims(look) => look(cases, findings),
            Scope::Reading | Scope::Case(_) | Scope::Portfolio(_) | Scope::Budget(_) | Scope::Locks(_) => {}
        }
    }
}
