//! måling-langt-utenfor: a measured value so far off the way from nullpunkt to mål that it is oftener a slip than a
//! result, and nobody has said otherwise.

use super::progress::Progress;
use crate::checks::prelude::*;
use crate::model::Measurement;
use crate::units::round;
use crate::words::Percent;

/// Holds every reading against the nullpunkt and mål of its måling.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for measurement in facts.document.measurements.rows() {
        let Some(progress) = Progress::of(measurement) else { continue };
        let (from, to) = (&progress.baseline.quantity, &progress.target.quantity);
        let explained = measurement.readings.rows().iter().filter(|row| row.note.is_written());
        let explained: Vec<_> = explained.filter_map(|row| row.value.spanned()).map(|of| of.span).collect();
        for (day, reading) in &progress.readings {
            let way = Measurement::way_between(from, to, &reading.quantity);
            let way = way.filter(|way| Measurement::is_far_off(*way) && !explained.contains(&reading.span));
            let Some(way) = way else { continue };
            let (name, share) = (wording::name(&measurement.name), Percent(round(way, 2)));
            let title = text!(
                nb: "«{name}»: målingen {day} er {share} av veien fra nullpunkt til mål", nn: "«{name}»: målinga {day} er {share} av vegen frå nullpunkt til mål",
                en: "“{name}”: the reading of {day} is {share} of the way from nullpunkt to mål"; name, share
            );
            findings.push(Finding::error("måling-langt-utenfor", reading.span, title));
        }
    }
}
