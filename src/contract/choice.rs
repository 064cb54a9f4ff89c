//! What `a3 rank --format json` says of a choice: frames, demands, draws, and choices side by side.

use super::content::{Amount, Each, Plan};
use super::record::{In, named, record};
use crate::choose::{
    Certainty, Change, Choice, Clash, Deciding, Demand, Frame, FrameUse, FrameYear, Gap, PricedCase,
    Restarted, Savings, SavingsPrice, Started, Status,
};
use crate::report::Alternative;
use crate::sentences::{clash, omitted};
use crate::units::Kroner;
use crate::words::{Language, Text};

named! {
    /// The words of `status`.
    pub(super) STATUSES, status(&Status) {
        "optimal" = Status::Optimal,
        "umulig" = Status::Impossible(_),
        "grense" = Status::Limit { .. },
    }
}

/// How much more the best choice can give at the most; none where it is not known.
pub(super) const fn gap(choice: &Choice) -> Option<Kroner> {
    match choice.status {
        Status::Optimal => Some(Kroner::ZERO),
        Status::Limit { gap } => gap,
        Status::Impossible(_) => None,
    }
}

named! {
    /// The words of `ramme`.
    FRAMES, frame(&Frame) {
        "endringskapasitet" = Frame::Capacity(_),
        "investering" = Frame::Investment,
        "omstilling" = Frame::Restructuring,
    }
}

/// The område of a frame that has one.
fn area(frame: &Frame) -> Option<&str> {
    match frame {
        Frame::Capacity(area) => Some(area),
        Frame::Investment | Frame::Restructuring => None,
    }
}

record!(FrameYear, |to| {
    to.column("ramme", &FRAMES, |it| frame(&it.frame));
    to.column("gruppe", "Området, for endringskapasitet", |it| area(&it.frame));
    to.column("år", "Planår", |it| it.year);
});

record!(FrameUse, |to| {
    to.all_of(|it| &it.at);
    to.column("brukt", "Besluttet og valgt: årsverk eller kroner", |it| Amount(it.used));
    to.column("grense", "Rammen: årsverk eller kroner", |it| Amount(it.limit));
    to.column("skyggeverdi", "Hva 0,1 årsverk eller 100 000 kr mer ville gitt, i kroner", |it| it.shadow);
    to.column(
        "skyggeverdi_bevist",
        "Om skyggeverdien er bevist; ellers er den det som er funnet, og kan være høyere",
        |it| it.is_proven,
    );
});

record!(Gap, |to| {
    to.all_of(|it| &it.at);
    to.column("mangler", "Det rammen må økes med, sammen med de andre her, for at alt kan holde", |it| {
        Amount(it.missing)
    });
});

/// What a frame must be extended with, together with others.
pub(super) fn extension(choice: Option<&Choice>) -> &[Gap] {
    choice.and_then(Choice::conflict).map_or(&[], |conflict| &conflict.extension)
}

record!(Savings, |to| {
    to.column("år", "Planår", |it| it.year);
    to.column("krav", "Innsparingskravet", |it| it.demand);
    to.column("nådd", "Det besluttede og valgte saker sparer", |it| it.reached);
    to.column("mangler", "Det som mangler; 0 når kravet er nådd", |it| it.missing);
});

record!(SavingsPrice, |to| {
    to.column(
        "sum_uten_krav",
        "Metodens verdi av det beste valget uten innsparingskravet; lik sum der kravet ikke flytter noe",
        |it| it.sum_without,
    );
    to.part("saker", |it| &it.cases);
});

record!(PricedCase, |to| {
    to.column("id", "Sakens id: en sak som er med, og som ikke ville vært det uten kravet", |it| &it.id);
    to.column(
        "mangler_uten",
        "Det som mangler på kravet uten saken, alle år til sammen; null når det ikke er sikkert",
        |it| it.kept.map(|kept| kept.missing_without),
    );
    to.column(
        "sum_uten",
        "Metodens verdi av det beste valget uten saken; null når det ikke er sikkert",
        |it| it.kept.map(|kept| kept.sum_without),
    );
});

/// A year that does not reach innsparingskrav.
pub(super) struct Shortfall<'a>(&'a Savings);

pub(super) fn shortfalls(choice: Option<&Choice>) -> impl Iterator<Item = Shortfall<'_>> + Clone {
    let missing = choice.into_iter().flat_map(|choice| &choice.savings).filter(|at| !at.missing.is_zero());
    missing.map(Shortfall)
}

record!(Shortfall<'_>, |to| {
    to.column("år", "Planår", |it| it.0.year);
    to.column("beløp", "Det som mangler på innsparingskravet", |it| it.0.missing);
});

/// One of the demands that clash, and as a sentence.
pub(super) struct ClashSaid<'a> {
    clash: &'a Clash,
    said: Text,
    language: Language,
}

pub(super) fn clashes(
    choice: Option<&Choice>,
    language: Language,
) -> impl Iterator<Item = ClashSaid<'_>> + Clone {
    let said = choice.map(clash::sentences).unwrap_or_default();
    let clashes = choice.and_then(Choice::conflict).into_iter().flat_map(|conflict| &conflict.clashes);
    clashes.zip(said).map(move |(clash, said)| ClashSaid { clash, said, language })
}

record!(ClashSaid<'_>, |to| {
    to.column("krav", &DEMANDS, |it| demand(&it.clash.demand));
    to.column("gruppe", "Området, for endringskapasitet; kravet, for må", |it| group(&it.clash.demand));
    to.column("år", "Planår, for en ramme", |it| frame_year(&it.clash.demand).map(|at| at.year));
    to.column("saker", "Sakens id", |it| cases(&it.clash.demand));
    to.column("tekst", "Kravet som en setning", |it| it.said.get(it.language));
    to.column("mangler", "Det minste rammen må økes med for at disse kravene kan holde", |it| {
        it.clash.missing.map(Amount)
    });
    to.column(
        "alene_nok",
        "Om det er nok å øke rammen med dette, eller gi slipp på kravet, for at alt kan holde",
        |it| it.clash.is_enough,
    );
});

/// The words of `krav`: those of the frames, and the others.
const DEMANDS: [&str; 8] = {
    let [capacity, investment, restructuring] = FRAMES;
    [capacity, investment, restructuring, "må", "låst inn", "låst ut", "krever", "utelukker"]
};

const fn demand(demand: &Demand) -> &'static str {
    let [_, _, _, duty, locked_in, locked_out, requires, excludes] = DEMANDS;
    match demand {
        Demand::Frame(at) => frame(&at.frame),
        Demand::Duty { .. } => duty,
        Demand::LockedIn(_) => locked_in,
        Demand::LockedOut(_) => locked_out,
        Demand::Requires(..) => requires,
        Demand::Excludes(..) => excludes,
    }
}

const fn frame_year(demand: &Demand) -> Option<&FrameYear> {
    match demand {
        Demand::Frame(at) => Some(at),
        Demand::LockedIn(_)
        | Demand::LockedOut(_)
        | Demand::Duty { .. }
        | Demand::Requires(..)
        | Demand::Excludes(..) => None,
    }
}

fn group(demand: &Demand) -> Option<&str> {
    match demand {
        Demand::Duty { requirement, .. } => Some(requirement),
        Demand::Frame(at) => area(&at.frame),
        Demand::LockedIn(_) | Demand::LockedOut(_) | Demand::Requires(..) | Demand::Excludes(..) => None,
    }
}

fn cases(demand: &Demand) -> Vec<&str> {
    match demand {
        Demand::LockedIn(id) | Demand::LockedOut(id) => vec![id],
        Demand::Duty { cases, .. } => cases.iter().map(String::as_str).collect(),
        Demand::Requires(one, other) | Demand::Excludes(one, other) => vec![one, other],
        Demand::Frame(_) => Vec::new(),
    }
}

record!(Certainty, |to| {
    to.column("trekk", "Hvor mange ganger valget er gjort på nytt", |it| it.draws);
    to.column("frø", "Det trekningene er laget av", |it| it.seed);
    to.column("holdt", "Trekninger der noe lot seg velge innenfor rammene", |it| it.held);
    to.column("ikke_bevist", "Av disse: der det ikke er bevist at valget var best. Hver gang søkes det kort, ut fra gode valg som alt er funnet", |it| it.unproven);
    to.column("ikke_funnet", "Trekninger der søket stoppet før det fant noe som holder", |it| it.unknown);
    to.part("avgjør", |it| &it.deciding);
});

record!(Deciding, |to| {
    to.column("navn", "Forutsetningen, slik den heter", |it| &it.name);
    to.column("sak", "Saken den står i; null for felles", |it| it.case.as_deref());
});

// One of several choices side by side.
record!(In<&Alternative, Language>, |to| {
    to.column("fil", "Fila rammene står i, den første er a3.yaml", |it| &it.file);
    to.column("status", &STATUSES, |it| it.choice.as_ref().ok().map(|choice| status(&choice.status)));
    to.column("sum", "Metodens verdi av det som er valgt; null når ingenting lar seg velge", |it| {
        it.totals.as_ref().map(|of| of.sum)
    });
    to.column("gap", "Hvor mye mer det beste valget høyst kan gi; null når det er ukjent", |it| {
        it.choice.as_ref().ok().and_then(gap)
    });
    to.column("budsjett", "Driftsbudsjettet av det som er valgt; pluss er penger frigjort", |it| {
        it.totals.as_ref().map(|of| Plan(of.running_effect))
    });
    to.column("årsverk", "Det som tas ut, ved full virkning", |it| it.totals.as_ref().map(|of| of.fte));
    to.part("mangler", |it| Each(shortfalls(it.choice.as_ref().ok())));
    to.part("bruk", |it| it.choice.as_ref().map_or(&[][..], |choice| &choice.frames));
    to.part("valgt", |it| it.totals.as_ref().map_or(&[][..], |of| &of.chosen));
    to.part("endring", |it| it.change.as_ref());
    to.part("konflikt", |it| Each(clashes(it.choice.as_ref().ok(), it.at)));
    to.part("utvidelse", |it| extension(it.choice.as_ref().ok()));
    to.column("utelatt", "Hvorfor fila ikke er regnet ut; null når den er det", |it| {
        let why = it.choice.as_ref().err();
        why.map(|why| omitted::reason(why).get(it.at).to_owned())
    });
});

record!(Started, |to| {
    to.column("id", "Sakens id", |it| &it.id);
    to.column("oppstart", "Første år", |it| it.start);
});

record!(Change, |to| {
    to.column("sum", "Metodens verdi, dette minus det første", |it| it.sum);
    to.column("budsjett", "Driftsbudsjettet, dette minus det første", |it| Plan(it.running_effect));
    to.column("årsverk", "Det som tas ut, dette minus det første", |it| it.fte);
    to.column("inn", "Valgt her, ikke i det første", |it| &it.added);
    to.column("ut", "Valgt i det første, ikke her", |it| &it.removed);
    to.part("flyttet", |it| &it.moved);
});

record!(Restarted, |to| {
    to.column("id", "Sakens id", |it| &it.id);
    to.column("fra", "Oppstart i det første valget", |it| it.from);
    to.column("til", "Oppstart i dette", |it| it.to);
});
