//! What holds a waiting case back, and what lets it in: a sentence or a few.

use super::choice::{amount, frame, in_all, lacks, misses_savings};
use super::reason;
use crate::choose::{Choice, Gap, Moved, Other, Settled, Size, Waits, Way, Why};
use crate::units::{Decimal, Kroner};
use crate::words::{Text, all_of, listed, sentences, separated};
use crate::{counted, text, words};

/// Most cases of a kind that are named.
const MOST_NAMED: usize = 3;

/// Why a case waits; empty of one that does not.
pub(super) fn sentence(why: &Why, choice: &Choice) -> Text {
    let words = held_back(why, choice);
    if words.nb.is_empty() {
        return words;
    }
    // Nothing is chosen or waiting where nothing is limited.
    let lead = if choice.is_limited {
        text!(nb: "Venter:", nn: "Ventar:", en: "Waits:")
    } else {
        text!(nb: "Ikke med:", nn: "Ikkje med:", en: "Not in:")
    };
    sentences([lead, words])
}

/// What holds it back, and what lets it in; and what holds it back also without its bond to others.
pub(super) fn held_back(why: &Why, choice: &Choice) -> Text {
    let Why::Waits { because, way, then } = why else { return Text::default() };
    let (because, way) = match (because, way) {
        (Waits::Room, Some(way)) => (room(way), followed(&way.moved, &way.joined)),
        (_, Some(way)) => {
            (held(because, choice), sentences([with_more(way), followed(&way.moved, &way.joined)]))
        }
        (_, None) => (held(because, choice), Text::default()),
    };
    let then = then.as_ref().map(|then| also(&held_back(then, choice), choice)).unwrap_or_default();
    sentences([because, way, then])
}

/// That something else holds it back too.
fn also(then: &Text, choice: &Choice) -> Text {
    if choice.is_limited {
        text!(
            nb: "Også uten det venter den: {then}", nn: "Også utan det ventar ho: {then}",
            en: "Even without that it waits: {then}"; then
        )
    } else {
        text!(
            nb: "Også uten det er den ikke med: {then}", nn: "Også utan det er ho ikkje med: {then}",
            en: "Even without that it is not in: {then}"; then
        )
    }
}

/// What holds it back.
fn held(waits: &Waits, choice: &Choice) -> Text {
    match waits {
        Waits::LockedOut => Text::default(),
        Waits::DutyMet { by } => {
            let method = reason::method_words(choice.method);
            text!(
                nb: "{by} oppfyller kravet, og her er {method} negativ.", nn: "{by} oppfyller kravet, og her er {method} negativ.",
                en: "{by} meets the requirement, and here {method} is negative."; method
            )
        }
        Waits::Excluded { by, tie } => {
            let by = all_of(by);
            let first = text!(nb: "utelukkes av {by}, som er med.", nn: "utelukka av {by}, som er med.", en: "excluded by {by}, which is in."; by);
            let tie = tie.map_or_else(Text::default, |settled| {
                let even = even(settled);
                text!(nb: "Valget blir like godt med denne, og {even}.", nn: "Valet blir like godt med denne, og {even}.", en: "The choice is as good with this one, and {even}."; even)
            });
            sentences([first, tie])
        }
        Waits::Requires { other, other_is, less } => sentences([
            requires(other, *other_is),
            less.map_or_else(Text::default, |less| together(less, choice)),
        ]),
        Waits::Room => text!(nb: "det er ikke plass.", nn: "det er ikkje plass.", en: "there is no room."),
        Waits::Outbid { gap, by, more } => outbid(gap, by.as_deref(), *more),
        Waits::Several { gaps, more, is_enough: Some(false), .. } => beaten(gaps, *more),
        Waits::Several { gaps, more, is_enough, moved, joined } => {
            sentences([several(gaps, *is_enough), followed(moved, joined), within_frames(*more)])
        }
        Waits::Savings { more } => savings(*more, choice),
        Waits::Even(settled) => {
            let even = even(*settled);
            text!(
                nb: "valget blir ikke bedre med den, og {even}.", nn: "valet blir ikkje betre med den, og {even}.",
                en: "the choice is no better with it, and {even}."; even
            )
        }
        Waits::SavingsToo { gaps, more } if gaps.is_empty() => savings(*more, choice),
        Waits::SavingsToo { gaps, more } => {
            let all = listed(gaps.iter().map(more_of));
            text!(
                nb: "også med {all} ville det med denne saken mangle {more} mer på innsparingskravet.", nn: "også med {all} ville det med denne saka mangle {more} meir på innsparingskravet.",
                en: "even with {all} this case would leave {more} more missing of the savings demand."; all, more
            )
        }
        Waits::NoGain => {
            let method = reason::method_words(choice.method);
            text!(
                nb: "{method} er ikke over 0 kr i noe år den kan starte.", nn: "{method} er ikkje over 0 kr i noko år saka kan starte.",
                en: "{method} is not above NOK 0 in any year it can start."; method
            )
        }
        Waits::Unknown => text!(
            nb: "søket stoppet før svaret var sikkert.", nn: "søket stoppa før svaret var sikkert.",
            en: "the search ended before the answer was certain.",
        ),
    }
}

/// The rule that decides between choices that are as good.
fn even(settled: Settled) -> Text {
    match settled {
        Settled::FewestCases => {
            text!(nb: "da velges færrest saker", nn: "då blir færrast saker valde", en: "then the fewest cases are chosen")
        }
        Settled::FirstIds => text!(
            nb: "da går saken med id først i alfabetet foran", nn: "då går saka med id først i alfabetet framfor",
            en: "then the case whose id comes first in the alphabet goes first",
        ),
    }
}

fn requires(other: &str, other_is: Other) -> Text {
    let what = match other_is {
        Other::NotChosen => words!(nb: "ikke er med", nn: "ikkje er med", en: "is not in"),
        Other::LockedOut => words!(nb: "er låst ut", nn: "er låst ut", en: "is locked out"),
        Other::Excluded => {
            words!(nb: "utelukkes av en besluttet sak", nn: "er utelukka av ei avgjord sak", en: "a decided case excludes")
        }
        Other::Rejected => words!(nb: "er avvist", nn: "er avvist", en: "is rejected"),
        Other::Unavailable => {
            words!(nb: "ikke kan velges slik den står", nn: "ikkje kan veljast slik ho står", en: "cannot be chosen as it stands")
        }
        Other::Later => {
            words!(nb: "ikke starter tidlig nok", nn: "ikkje startar tidleg nok", en: "does not start early enough")
        }
    };
    text!(nb: "krever {other}, som {what}.", nn: "krev {other}, som {what}.", en: "requires {other}, which {what}."; other, what)
}

/// What a case gives with all it requires, against the choice without.
fn together(less: Kroner, choice: &Choice) -> Text {
    if less.is_zero() {
        return text!(
            nb: "Valget blir ikke bedre når begge er med.", nn: "Valet blir ikkje betre når begge er med.",
            en: "The choice is no better when both are in.",
        );
    }
    if !choice.is_limited {
        return text!(
            nb: "Må begge med, gir valget {less} mindre.", nn: "Må begge med, gir valet {less} mindre.",
            en: "If both must be in, the choice gives {less} less."; less
        );
    }
    text!(
        nb: "Må begge med innenfor rammene, gir valget {less} mindre.", nn: "Må begge med innanfor rammene, gir valet {less} mindre.",
        en: "If both must be in within the frames, the choice gives {less} less."; less
    )
}

fn savings(more: Kroner, choice: &Choice) -> Text {
    let years = in_all(choice);
    if misses_savings(choice) {
        text!(
            nb: "innsparingskravet nås ikke som det er, og med denne saken ville det manglet {more} mer{years}.", nn: "innsparingskravet blir ikkje nådd som det er, og med denne saka ville det mangla {more} meir{years}.",
            en: "the savings demand is not reached as it is, and with this case {more} more would be missing{years}."; more, years
        )
    } else {
        text!(
            nb: "med denne saken ville det mangle {more} på innsparingskravet{years}, som nås uten den.", nn: "med denne saka ville det mangle {more} på innsparingskravet{years}, som blir nådd utan den.",
            en: "with this case {more} would be missing of the savings demand{years}, which is reached without it."; more, years
        )
    }
}

/// Only room in one frame is lacking.
fn room(way: &Way) -> Text {
    let lacks = lacks(&way.gap);
    match way.size {
        Size::Least => text!(all: "{lacks}."; lacks),
        Size::Added => text!(
            nb: "lagt til slik valget er: {lacks}.", nn: "lagd til slik valet er: {lacks}.",
            en: "added to the choice as it is: {lacks}."; lacks
        ),
        Size::Enough => text!(
            nb: "{lacks}, kanskje mindre.", nn: "{lacks}, kanskje mindre.",
            en: "{lacks}, perhaps less."; lacks
        ),
    }
}

/// What lets a case in that more than room holds back.
fn with_more(way: &Way) -> Text {
    let more = more_of(&way.gap);
    match way.size {
        Size::Least => {
            text!(nb: "Med {more} blir den valgt.", nn: "Med {more} blir ho vald.", en: "With {more} it is chosen."; more)
        }
        Size::Enough | Size::Added => text!(
            nb: "Med {more}, kanskje mindre, blir den valgt.", nn: "Med {more}, kanskje mindre, blir ho vald.",
            en: "With {more}, perhaps less, it is chosen."; more
        ),
    }
}

/// «200 000 kr mer i investeringsrammen i 2027»
fn more_of(gap: &Gap) -> Text {
    let (frame, more) = (frame(&gap.at), amount(&gap.at.frame, gap.missing));
    text!(nb: "{more} mer i {frame}", nn: "{more} meir i {frame}", en: "{more} more in {frame}"; more, frame)
}

/// Which cases make room, and which come in too.
fn followed(moved: &[Moved], joined: &[String]) -> Text {
    sentences([make_room(moved), come_along(joined)])
}

/// Which cases have to make room; nothing where none has to.
fn make_room(moved: &[Moved]) -> Text {
    if moved.is_empty() {
        return Text::default();
    }
    let mut parts: Vec<Text> = moved.iter().take(MOST_NAMED).map(moves).collect();
    let more = moved.len().saturating_sub(parts.len());
    if more > 0 {
        parts.push(text!(nb: "{more} til må flyttes eller ut", nn: "{more} til må flyttast eller ut", en: "{more} more must move or go out"));
    }
    text!(nb: "Da må andre gi plass: {all}.", nn: "Då må andre gi plass: {all}.", en: "Others must then make room: {all}."; all = listed(parts))
}

fn moves(Moved { id, to }: &Moved) -> Text {
    match to {
        None => text!(nb: "{id} går ut", nn: "{id} går ut", en: "{id} goes out"),
        Some(to) => {
            text!(nb: "{id} starter i {to}", nn: "{id} startar i {to}", en: "{id} starts in {to}"; id, to)
        }
    }
}

/// Which other cases come in; nothing where none does.
fn come_along(joined: &[String]) -> Text {
    let named: Vec<&str> = joined.iter().take(MOST_NAMED).map(String::as_str).collect();
    let (list, all) = (named.join(", "), all_of(&named));
    match joined.len().saturating_sub(named.len()) {
        _ if named.is_empty() => Text::default(),
        0 => counted!(
            named.len(); nb: "Da kommer også {all} med." | "Da kommer også {all} med.", nn: "Då kjem også {all} med." | "Då kjem også {all} med.",
            en: "Then {all} comes in too." | "Then {all} come in too."; all
        ),
        more => text!(
            nb: "Da kommer også {list} og {more} til med.", nn: "Då kjem også {list} og {more} til med.",
            en: "Then {list} and {more} more come in too."
        ),
    }
}

/// Others are chosen also when there is more of the frame.
fn outbid(gap: &Gap, by: Option<&str>, more: Option<Kroner>) -> Text {
    let with = more_of(gap);
    let first = match by {
        Some(by) => text!(
            nb: "også med {with} blir heller {by} valgt.", nn: "også med {with} blir heller {by} vald.",
            en: "even with {with} {by} is chosen instead."; with
        ),
        None => text!(
            nb: "også med {with} gir andre saker mer.", nn: "også med {with} gir andre saker meir.",
            en: "even with {with} other cases give more."; with
        ),
    };
    sentences([first, must_give(more)])
}

fn several(gaps: &[Gap], is_enough: Option<bool>) -> Text {
    let all = separated(gaps.iter().map(lacks), "; ");
    if is_enough.is_some() && gaps.len() == 1 {
        text!(
            nb: "{all}. Med det blir den valgt; kanskje trengs det mindre.", nn: "{all}. Med det blir ho vald; kanskje trengst det mindre.",
            en: "{all}. With that it is chosen; perhaps less is enough."; all
        )
    } else if is_enough.is_some() {
        text!(
            nb: "{all}. Med alt dette blir den valgt; kanskje trengs det mindre.", nn: "{all}. Med alt dette blir ho vald; kanskje trengst det mindre.",
            en: "{all}. With all of that it is chosen; perhaps less is enough."; all
        )
    } else {
        text!(
            nb: "lagt til slik valget er: {all}.", nn: "lagd til slik valet er: {all}.",
            en: "added to the choice as it is: {all}."; all
        )
    }
}

/// What it must give beyond what it gives, where the frames stay as they are; nothing where that is not known.
fn within_frames(more: Option<Kroner>) -> Text {
    more.map(enough).map_or_else(Text::default, |more| {
        text!(
            nb: "Innenfor rammene må saken gi {more} mer for å gå foran andre.", nn: "Innanfor rammene må saka gi {more} meir for å gå framfor andre.",
            en: "Within the frames the case must give {more} more to come before others."; more
        )
    })
}

/// Other cases are chosen also with all the room it lacks.
fn beaten(gaps: &[Gap], more: Option<Kroner>) -> Text {
    let all = listed(gaps.iter().map(more_of));
    let first = if gaps.is_empty() {
        text!(nb: "andre saker gir mer.", nn: "andre saker gir meir.", en: "other cases give more.")
    } else {
        text!(nb: "også med {all} gir andre saker mer.", nn: "også med {all} gir andre saker meir.", en: "even with {all} other cases give more."; all)
    };
    sentences([first, must_give(more)])
}

/// What it must give beyond what it gives; nothing where it is not the value that decides.
fn must_give(more: Option<Kroner>) -> Text {
    more.map(enough).map_or_else(Text::default, |more| {
        text!(nb: "Saken må da gi {more} mer for å gå foran.", nn: "Saka må då gi {more} meir for å gå framfor.", en: "The case must then give {more} more to come first."; more)
    })
}

/// As many whole kroner as are enough, and never none: as much as another gives is not more.
fn enough(more: Kroner) -> Kroner {
    more.up_to_whole().max(Kroner::new(Decimal::ONE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choose::{Frame, FrameYear};
    use crate::units::Year;

    #[test]
    fn one_and_several_read_rightly() {
        let said = |ids: &[&str]| come_along(&ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
        assert_eq!(said(&["a"]).en, "Then a comes in too.");
        assert_eq!(said(&["a", "b"]).en, "Then a and b come in too.");
        assert_eq!(said(&["a", "b"]).nb, "Da kommer også a og b med.");
        let at = FrameYear { frame: Frame::Investment, year: Year::new(2027).unwrap() };
        let gap = Gap { at, missing: Decimal::from(5) };
        let all = |gaps: &[Gap]| several(gaps, Some(true)).nb;
        assert!(all(&[gap.clone(), gap.clone()]).contains("Med alt dette"));
        assert!(all(&[gap]).contains("Med det blir den valgt"));
    }
}
