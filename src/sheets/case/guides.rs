//! What an empty box says: what belongs there, and in which quarter it is filled in.

use super::super::model::Part;
use crate::words::Words;
use crate::{text, words};

/// What belongs in each box, in order.
const BELONGS: [Words; 12] = [
    words!(nb: "Hva er det som gjør at vi må se på dette?", nn: "Kva er det som gjer at vi må sjå på dette?", en: "What makes us look at this?"),
    words!(nb: "Hva skjer i dag, og for hvem?", nn: "Kva skjer i dag, og for kven?", en: "What happens today, and to whom?"),
    words!(nb: "Hvordan skal det være, og hvor langt er det dit?", nn: "Korleis skal det vere, og kor langt er det dit?", en: "How must it be, and how far is it there?"),
    words!(nb: "Hva er årsakene?", nn: "Kva er årsakene?", en: "What are the causes?"),
    words!(nb: "Hvilke tall bygger regnestykkene på, og hvor er de fra?", nn: "Kva tal byggjer reknestykka på, og kvar er dei frå?", en: "Which figures do the sums build on, and where are they from?"),
    words!(nb: "Hvilke måter har vi vurdert, og hvilken velger vi?", nn: "Kva måtar har vi vurdert, og kva for ein vel vi?", en: "Which ways have we considered, and which do we choose?"),
    words!(nb: "Hva får vi igjen, og hva krever det?", nn: "Kva får vi att, og kva krev det?", en: "What do we get, and what does it take?"),
    words!(nb: "Hva kan gå galt, og hva gjør vi med det?", nn: "Kva kan gå gale, og kva gjer vi med det?", en: "What may go wrong, and what do we do about it?"),
    words!(nb: "Hvem gjør hva, og når?", nn: "Kven gjer kva, og når?", en: "Who does what, and when?"),
    words!(nb: "Hva måler vi, fra hvilket nullpunkt og til hvilket mål?", nn: "Kva måler vi, frå kva nullpunkt og til kva mål?", en: "What do we measure, from which baseline and to which target?"),
    words!(nb: "Hvem må være med, og hvordan tas de med?", nn: "Kven må vere med, og korleis blir dei tekne med?", en: "Who must be with us, and how?"),
    words!(nb: "Hvem bestemmer, hva ble bestemt, og hva lærte vi?", nn: "Kven bestemmer, kva blei bestemt, og kva lærte vi?", en: "Who decides, what was decided, and what did we learn?"),
];

/// The quarter each box is filled in.
const QUARTERS: [usize; 12] = [1, 1, 1, 2, 2, 2, 1, 3, 4, 4, 4, 3];

/// What a box says while it is empty.
pub(super) fn whole(number: usize) -> Part {
    let place = number.saturating_sub(1);
    let (belongs, quarter) = (BELONGS.get(place), QUARTERS.get(place).copied().unwrap_or(1));
    quarterly(belongs.copied().unwrap_or(words!(nb: "", nn: "", en: "")), quarter)
}

/// What a part of a box says while it is empty.
pub(super) fn quarterly(belongs: Words, quarter: usize) -> Part {
    Part::Guide(text!(
        nb: "{belongs} Fylles ut i {quarter}. kvartal.", nn: "{belongs} Blir fylt ut i {quarter}. kvartal.",
        en: "{belongs} Filled in in quarter {quarter}."; belongs, quarter
    ))
}
