//! `a3 next`: what the quarter asks, of whom, by when.

use super::prelude::*;
use super::status;
use a3::pages::{agenda, next_page};
use a3::report::change::Named;
use a3::report::{NextReport, NextWanted, NoNext};
use a3::sentences::omitted;
use a3::sentences::refused::no_name;

/// The formats it is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Page(PageFormat),
    Calendar,
    Json,
}

const FORMATS: Choices<Format> = &[
    ("text", Format::Page(PageFormat::Text)),
    ("ical", Format::Calendar),
    ("markdown", Format::Page(PageFormat::Markdown)),
    ("json", Format::Json),
];

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Vis hva kvartalet krever nå: av hvem, innen når, og hva som går tapt.", nn: "Vis kva kvartalet krev no: av kven, innan når, og kva som går tapt.",
        en: "Show what the quarter asks now: of whom, by when, and what is lost."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 next                           det neste i hver sak\n  a3 next --eier \"Anne Berg\"        det som kreves av henne\n  a3 next --sak digital-post        alt i én sak\n  a3 next --personer                hvem har hvor mye\n  a3 next --format ical -o a3.ics   fristene i kalenderen\n\nI 4. kvartal er det bare saker som er besluttet eller valgt, som går videre; i 2. bare\nområder som er valgt til dypdykk.", nn: "Døme:\n  a3 next                           det neste i kvar sak\n  a3 next --eier \"Anne Berg\"        det som blir kravt av henne\n  a3 next --sak digital-post        alt i éi sak\n  a3 next --personer                kven har kor mykje\n  a3 next --format ical -o a3.ics   fristane i kalenderen\n\nI 4. kvartal er det berre saker som er avgjorde eller valde, som går vidare; i 2. berre\nområde som er valde til djupdykk.",
        en: "Example:\n  a3 next                           the next thing of each case\n  a3 next --eier \"Anne Berg\"        what is asked of her\n  a3 next --sak digital-post        everything in one case\n  a3 next --personer                who has how much\n  a3 next --format ical -o a3.ics   the dates in a calendar\n\nIn the 4th quarter only cases that are decided or chosen go on; in the 2nd only areas\nthat are chosen for a deep dive."
    );
    let case = words!(nb: "Alt som kreves i denne saken", nn: "Alt som blir kravt i denne saka", en: "Everything that is asked in this case");
    let people = words!(nb: "Vis hvem som har hvor mye, kvartal for kvartal", nn: "Vis kven som har kor mykje, kvartal for kvartal", en: "Show who has how much, quarter by quarter");
    let formats = words!(nb: "text, ical, markdown eller json", nn: "text, ical, markdown eller json", en: "text, ical, markdown or json");
    make.command("next", about, after)
        .args([
            make.cases_or_folders(),
            status::owner(make),
            make.option("case", same("ID"), case).long("sak"),
            make.everything(),
            make.flag("people", people).long("personer"),
            make.format(formats, FORMATS),
            make.day(),
        ])
        .args(effort::arguments(make))
}

/// Looks and shows.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let format = asked.one::<Format>("format").unwrap_or(Format::Page(PageFormat::Text));
    let how_much = asked.how_much();
    let (repository, among) = whole(asked.opened()?)?;
    let wanted = NextWanted {
        among,
        day: asked.today,
        owner: asked.one::<String>("owner"),
        case: asked.one::<String>("case"),
        effort: effort::short(asked),
    };
    let report = report::next(&repository, wanted).map_err(refused)?;
    if format == Format::Calendar && report.is_unknown() {
        asked.say_spoiled(&report.appraised);
        asked.say_omitted(&report.appraised);
        return Err(no_calendar(&report));
    }
    let shown = match format {
        Format::Json => contract::next::json(&report, asked.language),
        Format::Calendar => render::ical::render(&agenda::agenda(&report), asked.language),
        Format::Page(format) if asked.flag("people") => {
            asked.show(format, next_page::people(&report, how_much, &asked.again))
        }
        Format::Page(format) => asked.show(format, next_page::page(&report, how_much, &asked.again)),
    };
    let remarks = asked.passed(&report.appraised);
    asked.answer(&shown, Of { repository: &repository, appraised: &report.appraised }, remarks.as_slice())?;
    Ok(report.ending())
}

/// All that is where a part is asked about, and the files of what is asked about.
fn whole(part: Repository) -> Result<(Repository, Vec<String>), Text> {
    let among = part.asked.clone();
    if !part.is_part_asked() {
        return Ok((part, among));
    }
    let whole = part.whole()?;
    let is_all_there = among.iter().all(|path| whole.asked.contains(path));
    Ok((if is_all_there { whole } else { part }, among))
}

/// That a calendar of what is not known would have nothing in it, and take out what is there.
fn no_calendar(report: &NextReport) -> Text {
    let unknown = next_page::unknown(report);
    text!(
        nb: "{unknown}. Ingen kalender er laget.", nn: "{unknown}. Ingen kalender er laga.",
        en: "{unknown}. No calendar is made."; unknown
    )
}

fn refused(why: NoNext) -> Text {
    match why {
        NoNext::World(wrong) => wrong.text(),
        NoNext::NoSuchPerson(nobody) => status::no_such_person(&nobody),
        NoNext::NoSuchCase(not) => no_name(Named::Case, &not),
        NoNext::Out(out) => omitted::line(&out),
        NoNext::NoQuarter => {
            text!(nb: "Datoen er ved enden av kalenderen.", nn: "Datoen er ved enden av kalenderen.", en: "The date is at the end of the calendar.")
        }
    }
}
