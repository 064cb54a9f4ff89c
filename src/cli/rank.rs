//! `a3 rank`: the prioritised list, and why each case is where it is.

use super::last_year;
use super::prelude::*;
use a3::diagnostic::Report;
use a3::model::Method;
use a3::pages::page::Page;
use a3::pages::{choice_answer, choice_page, frames_page};
use a3::render::excerpt;
use a3::report::{Alternative, Appraised, Bound, FramesRead, NotRanked, RankReport, RankWanted, Within};
use a3::sentences::{refused, remark, unmet};

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Vis den prioriterte lista: det som må gjøres først, så det som gir mest.", nn: "Vis den prioriterte lista: det som må gjerast først, så det som gir mest.",
        en: "Show the prioritised list: what must be done first, then what gives most."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 rank                       lista for alle sakene her\n  a3 rank --metode planeffekt   det som gir mest i de fire planårene\n  a3 rank --format csv -o liste.csv\n\nMetoden står ellers i a3.yaml (prioritering: metode).", nn: "Døme:\n  a3 rank                       lista for alle sakene her\n  a3 rank --metode planeffekt   det som gir mest i dei fire planåra\n  a3 rank --format csv -o liste.csv\n\nMetoden står elles i a3.yaml (prioritering: metode).",
        en: "Example:\n  a3 rank                       the list of all cases here\n  a3 rank --metode planeffekt   what gives most in the four plan years\n  a3 rank --format csv -o liste.csv\n\nThe method otherwise stands in a3.yaml (prioritering: metode)."
    );
    let method = words!(
        nb: "nnv (netto nåverdi), planeffekt (nåverdi av planårene) eller budsjett (sum driftseffekt i planårene)", nn: "nnv (netto noverdi), planeffekt (noverdi av planåra) eller budsjett (sum driftseffekt i planåra)",
        en: "nnv (net present value), planeffekt (present value of the plan years) or budsjett (sum of running effect in the plan years)"
    );
    let shown = words!(nb: "METODE", nn: "METODE", en: "METHOD");
    make.command("rank", about, after)
        .args([
            make.folder_of_cases(),
            make.table_format(),
            one_of(make.option("method", shown, method).long("metode"), Method::WORDS),
            make.everything(),
            make.day(),
        ])
        .args(draws::arguments(draws::CHOICE, make))
        .args(frame_options(make))
        .args(effort::arguments(make))
}

/// What is said of the frames.
fn frame_options(make: Make) -> [Arg; 2] {
    let frames = words!(
        nb: "Velg også innenfor rammene i denne fila, og vis det ved siden av a3.yaml; kan gjentas", nn: "Vel også innanfor rammene i denne fila, og vis det ved sida av a3.yaml; kan gjentakast",
        en: "Choose within the frames of this file too, and show it beside a3.yaml; may be repeated"
    );
    let without = words!(nb: "Se bort fra rammene i a3.yaml", nn: "Sjå bort frå rammene i a3.yaml", en: "Leave the frames of a3.yaml out");
    [
        make.file("frames", frames).long("rammer").action(ArgAction::Append),
        make.flag("without-frames", without).long("uten-rammer").conflicts_with("frames"),
    ]
}

/// Flags of the draws, and of the search: by id, as written.
const DRAWN: [(&str, &str); 2] = [("draws", "--trekk"), ("seed", "--frø")];
const SEARCHED: [(&str, &str); 2] = [("nodes", "--knutegrense"), ("seconds", "--tidsgrense")];

/// Ranks and shows.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let repository = asked.opened()?;
    let report = report::rank(&repository, wanted(asked), &asked.watch());
    let mut report = report.map_err(|wrong| explain(&wrong))?;
    report.last_year = last_year::read(&repository, &report.appraised.organisation, asked);
    if report.bound == Bound::Clock && terminal::is_interrupted() {
        report.bound = Bound::Interrupt;
    }
    if !report.can_be_drawn() {
        say_idle(&DRAWN, asked);
    }
    if !report.choice.is_limited {
        say_idle(&SEARCHED, asked);
    }
    report.frames.iter().for_each(|read| say_findings(read, asked));
    let format = asked.format();
    let shown = match format {
        Format::Json => contract::rank::json(&report, asked.language),
        Format::Page(format) => asked.show(format, page(&report, format, asked)),
    };
    let unmet = if format == Format::Page(PageFormat::Csv) { unmet(&report) } else { Vec::new() };
    let remarks: Vec<Text> =
        unmet.into_iter().chain(closed(&report.appraised)).chain(asked.passed(&report.appraised)).collect();
    asked.answer(&shown, Of { repository: &repository, appraised: &report.appraised }, &remarks)?;
    Ok(report.ending())
}

fn wanted(asked: &Asked) -> RankWanted {
    let files: Vec<PathBuf> = asked.many("frames");
    let within = match asked.flag("without-frames") {
        true => Within::Nothing,
        false if files.is_empty() => Within::Own,
        false => Within::Beside(files),
    };
    RankWanted {
        day: asked.today,
        method: asked.one::<String>("method").and_then(|word| Method::from_word(&word)),
        within,
        effort: effort::effort(asked),
        draws: draws::choice(asked),
    }
}

/// The list, or the choices side by side where there are several: on one screen, or with everything; a spreadsheet
/// is as it is.
fn page(report: &RankReport, format: PageFormat, asked: &Asked) -> Page {
    let is_one = report.alternatives.is_empty();
    match format {
        PageFormat::Csv if is_one => choice_page::sheet(report),
        PageFormat::Csv => frames_page::sheet(report),
        PageFormat::Text | PageFormat::Markdown => match (is_one, asked.everything) {
            (true, false) => choice_answer::page(report, &asked.again),
            (true, true) => choice_page::page(report),
            (false, false) => frames_page::answer(report, &asked.again),
            (false, true) => frames_page::page(report),
        },
    }
}

/// Says which of some flags are given where they do nothing.
fn say_idle(flags: &[(&str, &str)], asked: &Asked) {
    for (_, flag) in flags.iter().filter(|(id, _)| asked.has(id)) {
        let said = text!(
            nb: "{flag} har ingen virkning her: det gjelder bare valget innenfor rammene i a3.yaml.", nn: "{flag} har ingen verknad her: det gjeld berre valet innanfor rammene i a3.yaml.",
            en: "{flag} has no effect here: it is only for the choice within the frames of a3.yaml."
        );
        asked.say(&said);
    }
}

/// What a spreadsheet has no room for: what is not met or not certain, by file where there are several.
fn unmet(report: &RankReport) -> Vec<Text> {
    let of = |choice| unmet::sentences(choice, report.bound);
    let mut said = Vec::from_iter(remark::of_part(report));
    if report.alternatives.is_empty() {
        said.extend(of(&report.choice));
    }
    for Alternative { file, choice, .. } in &report.alternatives {
        let of_file =
            |said| text!(nb: "{file}: {said}", nn: "{file}: {said}", en: "{file}: {said}"; file, said);
        said.extend(choice.iter().flat_map(of).map(of_file));
    }
    said
}

/// The finished cases, which are not chosen from.
fn closed(appraised: &Appraised) -> Option<Text> {
    let closed = appraised.closed().collect::<Vec<&str>>().join(", ");
    (!closed.is_empty()).then(|| {
        text!(
            nb: "Avsluttede saker står ikke på lista: {closed}", nn: "Avslutta saker står ikkje på lista: {closed}",
            en: "Closed cases are not on the list: {closed}"
        )
    })
}

/// Says what is wrong with a file of frames; one with errors is left out.
fn say_findings(read: &FramesRead, asked: &Asked) {
    if !read.file.findings.is_empty() {
        let report = Report::new(String::new(), 0, vec![read.file.clone()]);
        terminal::remark_lines(excerpt::render(&report, asked.look()).trim_end());
    }
    if read.spoiled.is_some() {
        let path = &read.path;
        let said = text!(
            nb: "{path}: ikke regnet ut, se feilene over", nn: "{path}: ikkje rekna ut, sjå feila over",
            en: "{path}: not calculated, see the errors above"
        );
        asked.say(&said);
    }
}

/// Why there is no list to show.
pub(super) fn explain(wrong: &NotRanked) -> Text {
    match wrong {
        NotRanked::World(wrong) => wrong.text(),
        NotRanked::Frames(wrong) => asked::no_file(
            wrong,
            words!(nb: "fila", nn: "fila", en: "file"),
            words!(nb: "rammene", nn: "rammene", en: "frames"),
        ),
        NotRanked::Choice(wrong) => refused::no_choice(wrong),
    }
}
