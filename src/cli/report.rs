//! `a3 report`: the A3 itself, of a case, of an område, of the whole organisation, and a site of them all.

mod site;

use super::prelude::*;
use super::rank;
use a3::follow::FollowedCase;
use a3::pages::page::Page;
use a3::render::poster::{Around, Cut, Fitted};
use a3::render::{docx, markdown, poster, sanitise};
use a3::report::{
    Appraised, AppraisedCase, CalcReport, CalcWanted, Draws, RankWanted, WholeReport, Within, is_an_area,
};
use a3::sentences::named::Named;
use a3::sheets::{self, Kind, Links, Occasion, Sheet, Shown, View, proposal};
use a3::simulate::Uncertainty;
use a3::units::Year;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

/// The formats a sheet is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Html,
    Markdown,
    Docx,
}

const FORMATS: Choices<Format> =
    &[("html", Format::Html), ("markdown", Format::Markdown), ("docx", Format::Docx)];

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Lag A3-arket: én side for en sak, et område eller hele kommunen, til skjerm og utskrift.", nn: "Lag A3-arket: éi side for ei sak, eit område eller heile kommunen, til skjerm og utskrift.",
        en: "Make the A3 sheet: one page for a case, an area or the whole, for screen and print."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 report saker/digital-post.yaml -o post.html   arket for én sak\n  a3 report -o alle.html                           alle sakene, én side hver\n  a3 report --hele -o hele.html                    hele kommunen på én side\n  a3 report --alt -o rapport                       en mappe med lenkede sider\n  a3 report saker/digital-post.yaml --saksframlegg --format docx -o sak.docx\n\nÅpne fila i en nettleser og skriv den ut på A3 (eller A4), liggende. Den laster ingenting fra nettet.", nn: "Døme:\n  a3 report saker/digital-post.yaml -o post.html   arket for éi sak\n  a3 report -o alle.html                           alle sakene, éi side kvar\n  a3 report --hele -o hele.html                    heile kommunen på éi side\n  a3 report --alt -o rapport                       ei mappe med lenkja sider\n  a3 report saker/digital-post.yaml --saksframlegg --format docx -o sak.docx\n\nOpne fila i ein nettlesar og skriv ho ut på A3 (eller A4), liggjande. Ho lastar ingenting frå nettet.",
        en: "Example:\n  a3 report saker/digital-post.yaml -o post.html   the sheet of one case\n  a3 report -o all.html                            all cases, a page each\n  a3 report --hele -o whole.html                   the whole on one page\n  a3 report --alt -o report                        a folder of linked pages\n  a3 report saker/digital-post.yaml --saksframlegg --format docx -o case.docx\n\nOpen the file in a browser and print it on A3 (or A4), landscape. It loads nothing from anywhere."
    );
    let format = words!(
        nb: "html; med --saksframlegg markdown eller docx", nn: "html; med --saksframlegg markdown eller docx",
        en: "html; with --saksframlegg markdown or docx"
    );
    make.command("report", about, after)
        .args([make.cases_or_folders(), choice(make.option("format", FORMAT, format), FORMATS)])
        .args(levels(make))
        .args([make.day()])
        .args(draws::arguments(draws::CASE, make))
}

/// What the sheet is of, where it is not of cases.
fn levels(make: Make) -> [Arg; 5] {
    let whole = words!(nb: "Arket for hele kommunen", nn: "Arket for heile kommunen", en: "The sheet of the whole municipality");
    let area = words!(nb: "Arket for ett område, som i a3.yaml", nn: "Arket for eitt område, som i a3.yaml", en: "The sheet of one area, as in a3.yaml");
    let all = words!(
        nb: "Alt sammen: hele kommunen, lista og hver sak, som sider i mappa etter -o", nn: "Alt saman: heile kommunen, lista og kvar sak, som sider i mappa etter -o",
        en: "All of it: the whole, the list and each case, as pages in the folder after -o"
    );
    let status = words!(
        nb: "Statusarket: det som er lovet, målt og trukket fra, med plass til det", nn: "Statusarket: det som er lova, målt og trekt frå, med plass til det",
        en: "The status sheet: what is promised, measured and deducted, with room for it"
    );
    let proposal = words!(
        nb: "Et utkast til saksframlegg i stedet for arket, for en sak eller med --hele", nn: "Eit utkast til saksframlegg i staden for arket, for ei sak eller med --hele",
        en: "A draft for the council instead of the sheet, of a case or with --hele"
    );
    let name = words!(nb: "OMRÅDE", nn: "OMRÅDE", en: "AREA");
    [
        make.flag("whole", whole).long("hele"),
        make.option("area", name, area).long("område").conflicts_with("whole"),
        make.flag("all", all).long("alt").conflicts_with_all(["whole", "area"]).requires("output"),
        make.flag("status", status).long("status"),
        make.flag("proposal", proposal).long("saksframlegg").conflicts_with_all(["all", "status"]),
    ]
}

/// Makes the sheets.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let repository = asked.opened()?;
    let format = format(asked)?;
    if asked.flag("all") {
        return site::make(asked, &repository.whole()?);
    }
    if asked.flag("whole") || asked.has("area") {
        whole(asked, &repository.whole()?, format)
    } else {
        cases(asked, &repository, format)
    }
}

/// The format asked for: a sheet is HTML, and a draft for the council is not.
fn format(asked: &Asked) -> Result<Format, Text> {
    match (asked.flag("proposal"), asked.one::<Format>("format")) {
        (false, None | Some(Format::Html)) => Ok(Format::Html),
        (true, None | Some(Format::Markdown)) => Ok(Format::Markdown),
        (true, Some(Format::Docx)) => Ok(Format::Docx),
        (true, Some(Format::Html)) => Err(text!(
            nb: "Et saksframlegg er markdown eller docx. Skriv --format markdown eller --format docx.", nn: "Eit saksframlegg er markdown eller docx. Skriv --format markdown eller --format docx.",
            en: "A draft for the council is markdown or docx. Write --format markdown or --format docx.",
        )),
        (false, Some(Format::Markdown | Format::Docx)) => Err(text!(
            nb: "Arket er html. Skriv --saksframlegg ved siden av for et dokument.", nn: "Arket er html. Skriv --saksframlegg ved sida av for eit dokument.",
            en: "The sheet is html. Write --saksframlegg beside it for a document.",
        )),
    }
}

/// The sheet of each case, or the draft of one.
fn cases(asked: &Asked, repository: &Repository, format: Format) -> Result<Ending, Text> {
    let language = asked.language;
    let wanted = CalcWanted { day: asked.today, draws: draws::settings(asked) };
    let mut report = report::calc(repository, wanted, &asked.watch())?;
    asked.say_spoiled(&report.appraised);
    let is_draft = format != Format::Html && !report.appraised.cases.is_empty();
    let everything = is_draft.then(|| repository.whole().ok()).flatten();
    let among = everything.as_ref().and_then(|everything| chosen(asked, everything, None).ok());
    if let Some(among) = &among {
        start_as_chosen(&mut report, among, asked);
    }
    let appraised = &report.appraised;
    match format {
        _ if appraised.cases.is_empty() => {}
        Format::Html => {
            let followed = report::following(appraised, asked.today);
            let known = Known { appraised, uncertainty: &report.uncertainty, followed: &followed };
            let fitted = fitted(sheets_of(known, kind_asked(asked), asked), asked);
            let (of, shown): (Vec<_>, Vec<Fitted>) = fitted.into_iter().unzip();
            let title = title(appraised);
            let around = Around { title: &title, home: None, parts: &[], beside: &[] };
            destination::give(poster::page(&shown, around, language), asked, repository)?;
            of.iter().zip(&shown).for_each(|(of, fitted)| say_cut(of, fitted, asked));
        }
        Format::Markdown | Format::Docx => {
            let page = draft(&report, among.as_ref(), asked)?;
            give_document(&page, asked, everything.as_ref().unwrap_or(repository), format)?;
        }
    }
    say_overviews(appraised, asked);
    asked.say_omitted(appraised);
    Ok(report.ending())
}

/// Gives the case of a draft the start the list has chosen, and says where that is another than in the file.
fn start_as_chosen(report: &mut CalcReport, among: &WholeReport, asked: &Asked) {
    let written: Vec<Option<Year>> = report.appraised.cases.iter().map(|of| of.case.start).collect();
    report.start_as_chosen(&among.rank, draws::settings(asked));
    for (of, written) in report.appraised.cases.iter().zip(written) {
        let Some((start, written)) = of.case.start.zip(written).filter(|(start, own)| start != own) else {
            continue;
        };
        let path = &of.path;
        let said = text!(
            nb: "{path}: utkastet har oppstart i {start}, som i a3 rank. I saken står {written}.", nn: "{path}: utkastet har oppstart i {start}, som i a3 rank. I saka står {written}.",
            en: "{path}: the draft starts in {start}, as in a3 rank. The case has {written}.";
            path, start, written
        );
        asked.say(&said);
    }
}

/// The draft of the one case that is asked for, and what it is chosen among.
fn draft(report: &CalcReport, among: Option<&WholeReport>, asked: &Asked) -> Result<Page, Text> {
    let appraised = &report.appraised;
    let ([of], [uncertainty]) = (appraised.cases.as_slice(), report.uncertainty.as_slice()) else {
        return Err(text!(
            nb: "Et saksframlegg er om én sak, eller om alle med --hele. Skriv hvilken sak: a3 report saker/min-sak.yaml --saksframlegg", nn: "Eit saksframlegg er om éi sak, eller om alle med --hele. Skriv kva for ei sak: a3 report saker/min-sak.yaml --saksframlegg",
            en: "A draft for the council is of one case, or of all with --hele. Write which: a3 report saker/my-case.yaml --saksframlegg",
        ));
    };
    let cases = among.map_or(&appraised.cases, |among| &among.rank.appraised.cases);
    let occasion = Occasion { organisation: &appraised.organisation, day: asked.today, cases };
    let followed = report::following(appraised, asked.today);
    let followed = followed.first().and_then(Option::as_ref);
    let shown = Shown { of, uncertainty, followed, kind: Kind::Proposal };
    let sheet = sheets::of_case(shown, occasion);
    Ok(proposal::of_case(&sheet, proposal::Considered { shown, among }, occasion))
}

/// The sheet of the whole organisation or of one område, or the draft of it.
fn whole(asked: &Asked, repository: &Repository, format: Format) -> Result<Ending, Text> {
    let report = chosen(asked, repository, asked.one("area"))?;
    asked.say_spoiled(&report.rank.appraised);
    let named = Named::of(&report.rank);
    let view = View::of(&report, &named, Links::None, kind_asked(asked).unwrap_or(Kind::Proposal));
    let sheet = sheets::of_whole(view);
    match format {
        // A sheet of no cases would be put over a good one, and be false.
        _ if report.rank.appraised.is_unknown() => {}
        Format::Html => {
            let title = sheet.title.clone();
            let fitted = poster::fit(sheet, asked.language);
            let around = Around { title: &title, home: None, parts: &[], beside: &[] };
            let shown = poster::page(core::slice::from_ref(&fitted), around, asked.language);
            destination::give(&shown, asked, repository)?;
            fitted.cut().for_each(|cut| say_no_room(title.get(asked.language), &cut, asked));
        }
        Format::Markdown | Format::Docx => {
            give_document(&proposal::of_whole(&sheet, view), asked, repository, format)?;
        }
    }
    asked.say_omitted(&report.rank.appraised);
    Ok(report.rank.ending())
}

/// Gives a draft for the council as the document asked for.
fn give_document(page: &Page, asked: &Asked, repository: &Repository, format: Format) -> Result<(), Text> {
    match format {
        Format::Docx if asked.output.is_none() => Err(text!(
            nb: "Et Word-dokument skrives i en fil. Skriv: -o sak.docx", nn: "Eit Word-dokument blir skrive i ei fil. Skriv: -o sak.docx",
            en: "A Word document is written in a file. Write: -o case.docx",
        )),
        Format::Docx => destination::give(docx::render(page, asked.language), asked, repository),
        Format::Html | Format::Markdown => {
            let shown = markdown::render(page, asked.language);
            destination::give(&*sanitise::without_commands(&shown), asked, repository)
        }
    }
}

/// The cases and the choice among them.
fn chosen(asked: &Asked, repository: &Repository, area: Option<String>) -> Result<WholeReport, Text> {
    let wanted = RankWanted {
        day: asked.today,
        method: None,
        within: Within::Own,
        effort: effort::usual(),
        draws: draws::choice(asked).map(|drawn| Draws { count: None, ..drawn }),
    };
    let report =
        report::whole(repository, wanted, area, &asked.watch()).map_err(|wrong| rank::explain(&wrong))?;
    if let Some(area) = &report.area {
        is_an_area(area, &report.rank.appraised)
            .map_err(|wrong| a3::sentences::overview::no_such_area(&wrong))?;
    }
    Ok(report)
}

/// What is known of the cases that sheets are made of, in their order.
#[derive(Clone, Copy)]
struct Known<'r> {
    appraised: &'r Appraised,
    uncertainty: &'r [Uncertainty],
    followed: &'r [Option<FollowedCase>],
}

/// The sheet asked for; none where each case has the one it has of its own accord.
fn kind_asked(asked: &Asked) -> Option<Kind> {
    asked.flag("status").then_some(Kind::Status)
}

/// Every case and its sheet, made on all cores.
fn sheets_of<'r>(known: Known<'r>, kind: Option<Kind>, asked: &Asked) -> Vec<(&'r AppraisedCase, Sheet)> {
    let Known { appraised, uncertainty, followed } = known;
    let occasion =
        Occasion { organisation: &appraised.organisation, day: asked.today, cases: &appraised.cases };
    let cases: Vec<_> = appraised.cases.iter().zip(uncertainty).zip(followed).collect();
    let sheet =
        |((of, uncertainty), followed): ((&'r AppraisedCase, &Uncertainty), &Option<FollowedCase>)| {
            let kind = kind.unwrap_or_else(|| Kind::of(&of.case, asked.today));
            let shown = Shown { of, uncertainty, followed: followed.as_ref(), kind };
            (of, sheets::of_case(shown, occasion))
        };
    cases.into_par_iter().map(sheet).collect()
}

/// Every sheet, fitted to its page on all cores.
fn fitted<'r>(sheets: Vec<(&'r AppraisedCase, Sheet)>, asked: &Asked) -> Vec<(&'r AppraisedCase, Fitted)> {
    sheets.into_par_iter().map(|(of, sheet)| (of, poster::fit(sheet, asked.language))).collect()
}

/// What the file is called in a browser: the case, or whose cases they are.
fn title(appraised: &Appraised) -> Text {
    match appraised.cases.as_slice() {
        [only] => Text::same(&only.case.title),
        _ => match &appraised.organisation.name {
            Some(name) => text!(nb: "Sakene i {name}", nn: "Sakene i {name}", en: "The cases of {name}"),
            None => text!(nb: "Sakene", nn: "Sakene", en: "The cases"),
        },
    }
}

/// Says which boxes of a case had no room for all of it, each with the line of what takes most room.
fn say_cut(of: &AppraisedCase, fitted: &Fitted, asked: &Asked) {
    for cut in fitted.cut() {
        let line = sheets::line_of(of, cut.number).map(|line| format!(":{line}")).unwrap_or_default();
        say_no_room(&format!("{}{line}", of.path), &cut, asked);
    }
}

/// Says that a box of a sheet had no room for all of it.
fn say_no_room(what: &str, cut: &Cut, asked: &Asked) {
    let said = text!(
        nb: "{what}: merknad[for-langt-for-arket]: «{title}» har ikke plass til alt på forsiden. {rest}.", nn: "{what}: merknad[for-langt-for-arket]: «{title}» har ikkje plass til alt på framsida. {rest}.",
        en: "{what}: remark[for-langt-for-arket]: “{title}” has no room for all of it on the front. {rest}.";
        what, title = cut.title, rest = cut.rest
    );
    asked.say(&said);
}

/// Says where the sheet of an overview is, where only the overview is asked for.
fn say_overviews(appraised: &Appraised, asked: &Asked) {
    for overview in appraised.overviews.iter().filter(|_| appraised.cases.is_empty()) {
        let id = &overview.id;
        let said = text!(
            nb: "{id} er et overblikk over hele kommunen. Lag arket med: a3 report --hele", nn: "{id} er eit overblikk over heile kommunen. Lag arket med: a3 report --hele",
            en: "{id} is an overview of the whole. Make its sheet with: a3 report --hele"
        );
        asked.say(&said);
    }
}
