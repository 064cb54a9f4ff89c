//! What holds a waiting case back, and what lets it in: a sentence or a few.

use super::choice::{amount, both, frame, joined, lacks, misses_savings};
use super::reason;
use crate::choose::{Choice, Gap, Moved, Other, Settled, Size, Waits, Way};
use crate::text;
use crate::units::Kroner;
use crate::words::{Language, Text};

/// Most cases of a kind that are named.
const MOST_NAMED: usize = 3;

/// Why a case waits.
pub(super) fn sentence(because: &Waits, way: Option<&Way>, choice: &Choice) -> Text {
    let (because, way) = match (because, way) {
        (Waits::Room, Some(way)) => (room(way), followed(way)),
        (_, Some(way)) => (held(because, choice), joined(&[with_more(way), followed(way)])),
        (_, None) => (held(because, choice), Text::default()),
    };
    joined(&[because, way])
}

/// What holds it back.
fn held(waits: &Waits, choice: &Choice) -> Text {
    match waits {
        Waits::LockedOut => Text::default(),
        Waits::DutyMet { by } => {
            let method = reason::method_words(choice.method);
            text!(
                nb: "Venter: {by} oppfyller kravet, og her er {} negativ.", method.nb;
                en: "Waits: {by} meets the requirement, and here {} is negative.", method.en
            )
        }
        Waits::Excluded { by, tie } => {
            let first = text!(nb: "Venter: utelukkes av {by}, som er med.", en: "Waits: excluded by {by}, which is in.");
            let tie = tie.map_or_else(Text::default, |settled| {
                let even = even(settled);
                text!(nb: "Valget blir like godt med denne, og {}.", even.nb; en: "The choice is as good with this one, and {}.", even.en)
            });
            joined(&[first, tie])
        }
        Waits::Requires { other, other_is, less } => {
            joined(&[requires(other, *other_is), less.map_or_else(Text::default, together)])
        }
        Waits::Room => text!(nb: "Venter: det er ikke plass.", en: "Waits: there is no room."),
        Waits::Outbid { gap, by, more } => outbid(gap, by.as_deref(), *more),
        Waits::Several { gaps, more } => several(gaps, *more),
        Waits::Savings { more } => savings(*more, choice),
        Waits::Even(settled) => {
            let even = even(*settled);
            text!(
                nb: "Venter: valget blir ikke bedre med den, og {}.", even.nb;
                en: "Waits: the choice is no better with it, and {}.", even.en
            )
        }
        Waits::NoGain => {
            let method = reason::method_words(choice.method);
            text!(
                nb: "Venter: {} er ikke over 0 kr i noe år den kan starte.", method.nb;
                en: "Waits: {} is not above NOK 0 in any year it can start.", method.en
            )
        }
        Waits::Unknown => text!(
            nb: "Venter: søket stoppet før svaret var sikkert.",
            en: "Waits: the search ended before the answer was certain.",
        ),
    }
}

/// The rule that decides between choices that are as good.
fn even(settled: Settled) -> Text {
    match settled {
        Settled::FewestCases => {
            text!(nb: "da velges færrest saker", en: "then the fewest cases are chosen")
        }
        Settled::FirstIds => text!(
            nb: "da går saken med id først i alfabetet foran",
            en: "then the case whose id comes first in the alphabet goes first",
        ),
    }
}

fn requires(other: &str, other_is: Other) -> Text {
    match other_is {
        Other::NotChosen => text!(
            nb: "Venter: krever {other}, som ikke er med.",
            en: "Waits: requires {other}, which is not in."
        ),
        Other::LockedOut => text!(
            nb: "Venter: krever {other}, som er låst ut.",
            en: "Waits: requires {other}, which is locked out."
        ),
        Other::Excluded => text!(
            nb: "Venter: krever {other}, som utelukkes av en besluttet sak.",
            en: "Waits: requires {other}, which a decided case excludes."
        ),
        Other::Rejected => text!(
            nb: "Venter: krever {other}, som er avvist.",
            en: "Waits: requires {other}, which is rejected."
        ),
        Other::Unavailable => text!(
            nb: "Venter: krever {other}, som ikke kan velges slik den står.",
            en: "Waits: requires {other}, which cannot be chosen as it stands."
        ),
        Other::Later => text!(
            nb: "Venter: krever {other}, som ikke starter tidlig nok.",
            en: "Waits: requires {other}, which does not start early enough."
        ),
    }
}

/// What a case gives with all it requires, against the choice without.
fn together(less: Kroner) -> Text {
    if less.is_zero() {
        return text!(
            nb: "Valget blir ikke bedre når begge er med.",
            en: "The choice is no better when both are in.",
        );
    }
    let (nb, en) = both(less);
    text!(
        nb: "Må begge med innenfor rammene, gir valget {nb} mindre.",
        en: "If both must be in within the frames, the choice gives {en} less."
    )
}

fn savings(more: Kroner, choice: &Choice) -> Text {
    let (nb, en) = both(more);
    if misses_savings(choice) {
        text!(
            nb: "Venter: innsparingskravet nås ikke som det er, og med denne saken ville det manglet {nb} mer.",
            en: "Waits: the savings demand is not reached as it is, and with this case {en} more would be missing."
        )
    } else {
        text!(
            nb: "Venter: med denne saken ville det mangle {nb} på innsparingskravet, som nås uten den.",
            en: "Waits: with this case {en} would be missing of the savings demand, which is reached without it."
        )
    }
}

/// Only room in one frame is lacking.
fn room(way: &Way) -> Text {
    let lacks = lacks(&way.gap);
    match way.size {
        Size::Least | Size::Added => text!(nb: "Venter: {}.", lacks.nb; en: "Waits: {}.", lacks.en),
        Size::Enough => text!(
            nb: "Venter: {}, kanskje mindre.", lacks.nb;
            en: "Waits: {}, perhaps less.", lacks.en
        ),
    }
}

/// What lets a case in that more than room holds back.
fn with_more(way: &Way) -> Text {
    let more = more_of(&way.gap);
    match way.size {
        Size::Least => text!(
            nb: "Med {} blir den valgt.", more.nb;
            en: "With {} it is chosen.", more.en
        ),
        Size::Enough | Size::Added => text!(
            nb: "Med {}, kanskje mindre, blir den valgt.", more.nb;
            en: "With {}, perhaps less, it is chosen.", more.en
        ),
    }
}

/// «200 000 kr mer i investeringsrammen i 2027»
fn more_of(gap: &Gap) -> Text {
    let (frame, more) = (frame(&gap.at), amount(&gap.at.frame, gap.missing));
    text!(
        nb: "{} mer i {}", more.nb, frame.nb;
        en: "{} more in {}", more.en, frame.en
    )
}

/// Which cases make room, and which come in too.
fn followed(way: &Way) -> Text {
    joined(&[make_room(&way.moved), come_along(&way.joined)])
}

/// Which cases have to make room; nothing where none has to.
fn make_room(moved: &[Moved]) -> Text {
    if moved.is_empty() {
        return Text::default();
    }
    let words = |language: Language| {
        let mut parts: Vec<String> =
            moved.iter().take(MOST_NAMED).map(|one| moves(one).get(language).to_owned()).collect();
        let more = moved.len().saturating_sub(parts.len());
        if more > 0 {
            let rest = text!(nb: "{more} til må flyttes eller ut", en: "{more} more must move or go out");
            parts.push(rest.get(language).to_owned());
        }
        parts.join(", ")
    };
    let (nb, en) = (words(Language::Nb), words(Language::En));
    text!(nb: "Da må andre gi plass: {nb}.", en: "Others must then make room: {en}.")
}

fn moves(one: &Moved) -> Text {
    let id = &one.id;
    match one.to {
        None => text!(nb: "{id} går ut", en: "{id} goes out"),
        Some(to) => {
            let to = to.number();
            text!(nb: "{id} starter i {to}", en: "{id} starts in {to}")
        }
    }
}

/// Which other cases come in; nothing where none does.
fn come_along(joined: &[String]) -> Text {
    let named: Vec<&str> = joined.iter().take(MOST_NAMED).map(String::as_str).collect();
    let list = named.join(", ");
    match joined.len().saturating_sub(named.len()) {
        _ if named.is_empty() => Text::default(),
        0 => text!(nb: "Da kommer også {list} med.", en: "Then {list} comes in too."),
        more => text!(
            nb: "Da kommer også {list} og {more} til med.",
            en: "Then {list} and {more} more come in too."
        ),
    }
}

/// Others are chosen also when there is more of the frame.
fn outbid(gap: &Gap, by: Option<&str>, more: Option<Kroner>) -> Text {
    let with = more_of(gap);
    let first = match by {
        Some(by) => text!(
            nb: "Venter: også med {} blir heller {by} valgt.", with.nb;
            en: "Waits: even with {} {by} is chosen instead.", with.en
        ),
        None => text!(
            nb: "Venter: også med {} gir andre saker mer.", with.nb;
            en: "Waits: even with {} other cases give more.", with.en
        ),
    };
    let more = more.map_or_else(Text::default, |more| {
        let (nb, en) = both(more);
        text!(
            nb: "Saken må da gi {nb} mer for å gå foran.",
            en: "The case must then give {en} more to come first."
        )
    });
    joined(&[first, more])
}

fn several(gaps: &[Gap], more: Option<Kroner>) -> Text {
    let list = |language: Language| {
        let parts: Vec<String> = gaps.iter().map(|gap| lacks(gap).get(language).to_owned()).collect();
        parts.join("; ")
    };
    let (nb, en) = (list(Language::Nb), list(Language::En));
    let first = text!(nb: "Venter: {nb}.", en: "Waits: {en}.");
    let Some(more) = more else { return first };
    let (nb, en) = both(more);
    joined(&[
        first,
        text!(
            nb: "Innenfor rammene må saken gi {nb} mer for å gå foran andre.",
            en: "Within the frames the case must give {en} more to come before others."
        ),
    ])
}
