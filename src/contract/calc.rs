//! `a3 calc --format json`.

use super::content::{Each, Meaning, Ratio, Score};
use super::record::{In, named, record, whole_document};
use super::uncertainty::{drawn, why_not};
use super::{IS_UNFINISHED, LeftOut, document, unread_files};
use crate::calc::{
    Basis, Payback, Potential, PublicReturn, QualityScore, RowKind, RowValue, Valuation, YearFlow,
    internal_rates,
};
use crate::model::{BenefitKind, CostKind, Organisation, Phase, Recipient, Repricing};
use crate::report::{AppraisedCase, CalcReport};
use crate::simulate::Uncertainty;
use crate::units::{Factor, Kroner, MONEY_DECIMALS, Overflow};
use crate::words::Language;

/// Every case, as one JSON document.
pub fn json(report: &CalcReport, language: Language) -> String {
    document(&In { of: report, at: language }).unwrap_or_default()
}

/// The organisation; none where a3.yaml has errors, so that nothing in it can be trusted.
fn organisation(report: &CalcReport) -> Option<&Organisation> {
    report.appraised.spoiled.is_none().then_some(&report.appraised.organisation)
}

whole_document!("calc", In<&CalcReport, Language>, |to| {
    to.column(
        "budsjettår",
        "Første år i økonomiplanen; prisene er dette årets. Null der a3.yaml har feil",
        |it| organisation(it).map(|of| of.budget_year),
    );
    to.column("sammenligningsår", "Året med faktor 1; null der a3.yaml har feil", |it| {
        organisation(it).map(|of| of.rules.base_year)
    });
    to.column("analyseperiode", "År fra sammenligningsåret; null der a3.yaml har feil", |it| {
        organisation(it).map(|of| of.rules.period)
    });
    to.part("saker", |it| Each(it.cases().map(|(of, at)| In { of, at })));
    to.part("utelatt", |it| LeftOut::omitted(&it.appraised, it.at));
    to.part("ulest", |it| unread_files(it.appraised.unread(), it.at));
});

/// What the word of `inntjeningstid` is where the money never comes back.
const NEVER: &str = "aldri";

named! {
    /// The words of `grunnlag`.
    BASES, basis(Basis) {
        "estimert" = Basis::Estimated,
        "kalkulert" = Basis::Calculated,
    }
}

record!(In<&AppraisedCase, &Uncertainty>, |to| {
    to.column("id", "Filnavnet uten ending", |it| &it.case.id);
    to.column("tittel", "Sakens tittel", |it| &it.case.title);
    to.column("område", "Området den hører til", |it| &it.case.area);
    to.column("fase", Phase::WORDS, |it| it.case.phase.word());
    to.column("ikke_ferdig", IS_UNFINISHED, |it| it.unfinished.is_some());
    to.column("oppstart", "Det første året saken kan ha; null der det mangler eller er passert", |it| {
        it.case.start
    });
    to.column("prisår", "Prisene beløpene er skrevet i; null der det ikke er sagt", |it| {
        it.written.price_year.cloned()
    });
    to.column("prisfaktor", "Det beløpene er ganget med; null der det ikke går", |it| it.price_factor());
    to.column("grunnlag", &BASES, |it| basis(it.appraisal.potential.basis));
    to.part("gevinstpotensial", |it| &it.appraisal.potential);
    to.column("nnv", "Netto nåverdi; null der saken ikke er vurdert", |it| it.value().map(|of| of.npv));
    to.column("nnv_analyseperiode", "nnv − restverdi", |it| it.value().map(|of| of.npv_in_period));
    to.column("restverdi", "Det samme for årene etter analyseperioden; 0 der det ikke er noen", |it| {
        it.value().map(|of| of.residual)
    });
    to.column("nnv_kommunen", "Bare kommunens egne penger, faste priser", |it| {
        it.value().map(|of| of.npv_organisation)
    });
    to.column("skattefinansieringsvirkning", "Nåverdi; negativ der den koster", |it| {
        it.value().map(|of| of.tax_effect)
    });
    to.column("nnb", "NNV per krone over offentlige budsjetter; null der saken er selvfinansierende", |it| {
        it.value().and_then(per_public_krone)
    });
    to.column("selvfinansierende", "Det offentlige sparer", |it| {
        it.value().map(|of| of.npv_per_public_krone == PublicReturn::SelfFinancing)
    });
    to.column("nn_per_investert", "NNV per investert krone, før tilskudd; null uten investering", |it| {
        it.value().and_then(|of| of.npv_per_invested_krone).map(Ratio)
    });
    to.column(
        "nytte_kostnad",
        "Nytte delt på kostnad, uten overføringer; null der nevneren ikke er positiv",
        |it| it.value().and_then(|of| of.benefit_cost).map(Ratio),
    );
    to.column("internrente", "Rente som gir NNV lik 0; tom liste der det ikke er noen", |it| {
        it.value().map(|of| Each(internal_rates(&of.net_flow()).into_iter().map(Ratio)))
    });
    let payback = Meaning::RatioOr(
        "År til kommunen har fått igjen pengene; null der en del av pengene ble brukt før budsjettåret",
        NEVER,
    );
    to.column("inntjeningstid", payback, |it| it.value().and_then(payback_time));
    to.column(
        "annuitet",
        "NNV som like store beløp hvert år saken virker; null der den ikke virker",
        |it| it.value().and_then(|of| of.annuity),
    );
    to.part("kvalitet", |it| &it.appraisal.quality);
    to.part("poster", |it| it.value().map(|of| &of.rows));
    to.part("år", |it| it.value().map(|of| &of.years));
    to.part("usikkerhet", |it| drawn(it.at));
    to.part("usikkerhet_mangler", |it| why_not(it.at));
    to.part("arket", |it| In { of: &*it.of.written, at: &it.of.lines });
});

impl AppraisedCase {
    /// None where the case is «ikke vurdert».
    const fn value(&self) -> Option<&Valuation> {
        self.appraisal.value.as_ref()
    }

    fn price_factor(&self) -> Option<Ratio> {
        let factor = self.case.prices.as_ref().map_or(Some(Factor::ONE), Repricing::factor);
        factor.map(|factor| Ratio(factor.value()))
    }
}

fn per_public_krone(value: &Valuation) -> Option<Ratio> {
    match value.npv_per_public_krone {
        PublicReturn::Ratio(figure) => Some(Ratio(figure)),
        PublicReturn::SelfFinancing | PublicReturn::Undefined => None,
    }
}

fn payback_time(value: &Valuation) -> Option<Result<Ratio, &'static str>> {
    match value.payback {
        Payback::Years(_) if !value.moves_own_money() => None,
        Payback::Years(years) => Some(Ok(Ratio(years))),
        Payback::Never => Some(Err(NEVER)),
        Payback::Unknown => None,
    }
}

record!(Potential, |to| {
    to.column("budsjett", "Kan tas ut av budsjettet", |it| it.budget);
    to.column("omdisponert", "Kommunens, men tas ikke ut", |it| it.reallocated);
    to.column("andre_offentlige", "Staten, fylkeskommuner og andre kommuner", |it| it.other_public);
    to.column("innbyggere_næringsliv", "Innbyggere, næringsliv og frivillige", |it| it.others);
    to.column("unngått_vekst", "Vekst som ikke står i dagens budsjett", |it| it.avoided_growth);
    to.column("timer", "Kommunens frigjorte timer, tatt ut og omdisponert", |it| it.hours);
    to.column("årsverk", "De samme som årsverk", |it| it.fte);
    to.column("drift", "Driftskostnader, egen tid medregnet; positiv kostnad", |it| it.running);
    to.column("netto_budsjett", "budsjett − driftskostnader som utbetales", |it| it.net_budget);
    to.column("netto", "Alle grupper + unngått vekst − drift", |it| it.net);
});

record!(QualityScore, |to| {
    to.column("navn", "Gevinstens navn", |it| &it.name);
    to.column("mottaker", Recipient::WORDS, |it| it.recipient.word());
    to.column("score", "Verdimatrisen", |it| Score(it.score));
});

named! {
    /// The words of `slag`.
    ROW_KINDS, row_kind(RowKind) {
        "gevinst" = RowKind::Benefit(_),
        "kostnad" = RowKind::Cost(_),
        "overføring" = RowKind::Transfer(_),
    }
}

record!(RowValue, |to| {
    to.column("navn", "Postens navn", |it| &it.name);
    to.column("slag", &ROW_KINDS, |it| row_kind(it.kind));
    to.column("type", Meaning::OneOf([BenefitKind::WORDS, CostKind::WORDS]), |it| match it.kind {
        RowKind::Benefit(kind) => Some(kind.word()),
        RowKind::Cost(kind) => Some(kind.word()),
        RowKind::Transfer(_) => None,
    });
    to.column("nåverdi", "Kostnader er negative; null uten pris", |it| it.present_value);
});

/// The sum of the amounts beside it as they are shown, so that they add up to the last decimal.
fn net_of_shown(year: &YearFlow) -> Result<Kroner, Overflow> {
    let shown = [year.benefits, year.costs, year.tax_effect].map(|amount| amount.rounded(MONEY_DECIMALS));
    let [benefits, costs, tax_effect] = shown;
    benefits.minus(costs)?.plus(tax_effect)
}

record!(YearFlow, |to| {
    to.column("år", "Kalenderår", |it| it.year);
    to.column("faktor", "Diskonteringsfaktor", |it| Ratio(it.factor.value()));
    to.column("gevinster", "Ikke diskontert, med realvekst; pluss er godt", |it| it.benefits);
    to.column("kostnader", "Ikke diskontert, med realvekst; positiv utgift", |it| it.costs);
    to.column("skattefinansieringsvirkning", "Negativ der den koster", |it| it.tax_effect);
    to.column("netto", "gevinster − kostnader + skattefinansieringsvirkning", net_of_shown);
    to.column("budsjett_drift", "Driftsbudsjettet, pluss er penger frigjort; null utenfor planen", |it| {
        it.running_effect
    });
    to.column("investering", "Utbetalt; positiv utgift", |it| it.investment);
    to.column("frigjorte_timer", "Kommunens, tatt ut og omdisponert", |it| it.hours_freed);
});
