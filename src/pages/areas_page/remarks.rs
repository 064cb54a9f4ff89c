//! What to look at in an overview.

use super::HowMuch;
use crate::pages::again::Again;
use crate::pages::page::Block;
use crate::report::{Area, OverviewReport, Pressed};
use crate::text;
use crate::words::{Short, Text, listed, sentences};

/// Remarks on one screen.
const MOST: usize = 6;

/// Goals without a case, and cases outside the areas.
pub(super) fn goals_and_cases(report: &OverviewReport, again: &Again) -> Text {
    let goals = match report.goals.as_deref() {
        None => {
            text!(nb: "Mål uten noen sak: ikke kjent.", nn: "Mål utan sak: ikkje kjent.", en: "Goals without a case: not known.")
        }
        Some([]) => {
            text!(nb: "Mål uten noen sak: ingen.", nn: "Mål utan sak: ingen.", en: "Goals without a case: none.")
        }
        Some(goals) => {
            let goals = listed(goals);
            text!(nb: "Mål uten noen sak: {goals}.", nn: "Mål utan sak: {goals}.", en: "Goals without a case: {goals}."; goals)
        }
    };
    let outside = match report.outside.len() {
        0 => Text::default(),
        count => text!(
            nb: "Saker utenfor delområdene: {count} ({cases}).", nn: "Saker utanfor delområda: {count} ({cases}).",
            en: "Cases outside the areas: {count} ({cases})."; count, cases = again.with("--saker")
        ),
    };
    let gains = again.with("--gevinster");
    let gains = text!(nb: "Gevinst for gevinst: {gains}", nn: "Gevinst for gevinst: {gains}", en: "Gain by gain: {gains}");
    sentences([goals, outside, gains])
}

/// What cannot be left as it stands.
pub(super) fn blocks(report: &OverviewReport, how_much: HowMuch, again: &Again) -> Vec<Block> {
    let mut all: Vec<Text> = Vec::new();
    all.extend(report.areas.iter().filter(|area| area.is_contradicted()).filter_map(contradicted));
    let unmet = report.duties.iter().filter(|duty| duty.takers().is_some_and(<[String]>::is_empty));
    all.extend(unmet.map(|duty| {
        let duty = &duty.text;
        text!(nb: "«{duty}»: ingen sak tar det.", nn: "«{duty}»: inga sak tek det.", en: "“{duty}”: no case takes it."; duty)
    }));
    all.extend(report.areas.iter().filter(|area| area.is_unexplained()).map(unexplained));
    all.extend(unknown(report));
    all.extend(elsewhere(report));
    all.extend(pressed(report));
    let more = all.len().saturating_sub(how_much.at_most(MOST));
    let shown = all.len().saturating_sub(more);
    all.truncate(shown);
    if more > 0 {
        all.push(text!(nb: "{more} til: {all}", nn: "{more} til: {all}", en: "{more} more: {all}"; more, all = again.with("--alt")));
    }
    if all.is_empty() {
        return Vec::new();
    }
    vec![Block::Lines(text!(nb: "Se på dette", nn: "Sjå på dette", en: "Look at this"), all)]
}

fn name(area: &Area) -> &str {
    area.written.name.text().unwrap_or_default()
}

fn contradicted(area: &Area) -> Option<Text> {
    let (span, calculated, name) = (area.estimate?, area.calculated?, name(area));
    let (low, high, estimate) = (span.low, span.high, span.expected);
    let must = if area.must_be_done() {
        text!(nb: " Den må gjøres likevel.", nn: " Det må gjerast likevel.", en: " It must be done anyway.")
    } else {
        Text::default()
    };
    Some(if span.is_plain() {
        text!(
            nb: "{name}: anslått til {estimate}, regnet til {calculated}.{must}", nn: "{name}: anslått til {estimate}, rekna til {calculated}.{must}",
            en: "{name}: estimated at {estimate}, calculated to {calculated}.{must}"; name, estimate, calculated, must
        )
    } else {
        text!(
            nb: "{name}: anslått til mellom {low} og {high}, regnet til {calculated}.{must}", nn: "{name}: anslått til mellom {low} og {high}, rekna til {calculated}.{must}",
            en: "{name}: estimated between {low} and {high}, calculated to {calculated}.{must}";
            name, low, high, calculated, must
        )
    })
}

fn unexplained(area: &Area) -> Text {
    let name = name(area);
    if area.digs_deeper() {
        return text!(
            nb: "{name}: må gjøres, og har verken sak eller grunn. Skriv «saker» eller «hvorfor».", nn: "{name}: må gjerast, og har verken sak eller grunn. Skriv «saker» eller «hvorfor».",
            en: "{name}: must be done, and has neither a case nor a reason. Write “saker” or “hvorfor”."; name
        );
    }
    text!(
        nb: "{name}: ikke valgt til dypdykk, og ingen har skrevet hvorfor.", nn: "{name}: ikkje vald til djupdykk, og ingen har skrive kvifor.",
        en: "{name}: not chosen for a deep dive, and nobody has written why."; name
    )
}

/// Cases that an area names and that are not there: what the area comes to is not known.
fn unknown(report: &OverviewReport) -> Vec<Text> {
    let lacking = report.areas.iter().filter(|area| !area.unknown.is_empty());
    let said = lacking.map(|area| {
        let (name, ids) = (name(area), listed(&area.unknown));
        text!(
            nb: "{name}: vi vet ikke hva den er regnet til, for disse er ikke med: {ids}.", nn: "{name}: vi veit ikkje kva det er rekna til, for desse er ikkje med: {ids}.",
            en: "{name}: what it is calculated to is not known, for these are not there: {ids}."; name, ids
        )
    });
    said.collect()
}

/// Cases that an area names and that are counted in another: its own figure is without them.
fn elsewhere(report: &OverviewReport) -> impl Iterator<Item = Text> {
    let without = report.areas.iter().filter(|area| !area.elsewhere.is_empty());
    without.map(|area| {
        let ids = area.elsewhere.iter().filter_map(|place| Some(report.case(*place)?.case.id.as_str()));
        let (name, ids) = (name(area), listed(ids));
        text!(
            nb: "{name}: regnet uten {ids}, som telles i et annet delområde.", nn: "{name}: rekna utan {ids}, som blir talt med i eit anna delområde.",
            en: "{name}: calculated without {ids}, counted in another area."; name, ids
        )
    })
}

/// The first year of each område where too much is asked for.
fn pressed(report: &OverviewReport) -> Vec<Text> {
    let mut said: Vec<&Pressed> = Vec::new();
    for at in &report.pressed {
        if said.iter().all(|earlier| earlier.area != at.area) {
            said.push(at);
        }
    }
    let words = |Pressed { area, year, frame, asked }: &Pressed| {
        let (frame, asked) = (Short(frame.value()), Short(asked.value()));
        text!(
            nb: "{area} har {frame} årsverk til endring i {year}. Sakene der ber om {asked}.", nn: "{area} har {frame} årsverk til endring i {year}. Sakene der ber om {asked}.",
            en: "{area} has {frame} FTE for change in {year}. The cases there ask for {asked}."; area, frame, year, asked
        )
    };
    said.into_iter().map(words).collect()
}
