//! Why a case is in no part of the future budget, in one sentence.

use super::{choice as choice_words, omitted, reason};
use crate::choose::Choice;
use crate::report::WhyLeftOut;
use crate::text;
use crate::words::Text;

/// The reason; `choice` is what was chosen, where there are frames.
pub fn why(why: &WhyLeftOut, choice: Option<&Choice>) -> Text {
    match why {
        WhyLeftOut::NotAssessed(missing) => reason::not_assessed(missing),
        WhyLeftOut::Failed(_) => text!(
            nb: "Kan ikke regnes ut ved den oppstarten. Se regnestykket: a3 calc --vis", nn: "Kan ikkje reknast ut ved den oppstarten. Sjå reknestykket: a3 calc --vis",
            en: "Cannot be calculated at that start. See the working: a3 calc --vis"
        ),
        WhyLeftOut::NotChosen(place) => {
            let line = choice.and_then(|choice| Some((choice.lines.get(*place)?, choice)));
            line.map(|(line, choice)| choice_words::sentence(line, choice)).unwrap_or_default()
        }
        WhyLeftOut::Rejected(by) => reason::rejected(by.as_deref()),
        WhyLeftOut::Finished => text!(
            nb: "Avsluttet: virkningen ligger i dagens budsjett.", nn: "Avslutta: verknaden ligg i budsjettet i dag.",
            en: "Closed: the effect is in today's budget."
        ),
        WhyLeftOut::FinishedUndecided => text!(
            nb: "Avsluttet uten at noe vedtak sier «vedtatt»: virkningen telles ikke.", nn: "Avslutta utan at noko vedtak seier «vedtatt»: verknaden blir ikkje talt med.",
            en: "Closed, and no decision says “vedtatt”: the effect is not counted."
        ),
        WhyLeftOut::Omitted(why) => omitted::reason(why),
    }
}
