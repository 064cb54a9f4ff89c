//! `a3 budget`: the future budget of the units touched, four years, reconciled with the cases.

use super::prelude::*;
use a3::budget::{Layout, NoBudget};
use a3::contract::budget as output;
use a3::pages::budget_page::{self, Detail, Per, Report};
use a3::report::{BudgetReport, NotBudgeted, Wanted};
use a3::sentences::{refused, today};
use a3::units::Overflow;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// What there is a table for each of in `--tiltak`.
const PER: Choices<Per> = &[("område", Per::Area), ("ansvar", Per::Unit)];

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Vis det nye budsjettet for ansvarene sakene berører, og stem det av mot sakene.", nn: "Vis det nye budsjettet for ansvara sakene verkar på, og stem det av mot sakene.",
        en: "Show the new budget of the units the cases touch, and reconcile it with the cases."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 budget                            det nye budsjettet, ansvar for ansvar\n  a3 budget --alt                      linje for linje, med avstemming\n  a3 budget --sammendrag               sum per område, mot innsparingskravet\n  a3 budget --tiltak                   kommunestyrets tabell per område\n  a3 budget --tiltak --per ansvar --nivå\n  a3 budget --saker digital-post,gatelys-med-led\n  a3 budget --format csv -o nytt.csv   alle linjer, for regneark\n\nMed rammer i a3.yaml brukes det a3 rank velger, og det som er besluttet; ellers alle sakene.\nTallene er mot dagens budsjett; i --tiltak er de endring fra året før.\njson har alltid alt, uansett visning. csv har alle linjer og år, mot dagens budsjett; med\n--tiltak er det kommunestyrets tabell. I csv står også renter og avdrag (funksjon 870), det som\nikke har budsjettpost (uten koder), og investeringene med finansiering: summen av endring er\nsummen av driften i kontoklasse 1, og 0 i kontoklasse 0.\n\nSlutter med 1 når saker har feil, linjer i budsjettfila ikke kan leses, valget ikke\nnår rammene eller innsparingskravet, det tas ut mer enn det står på en linje eller et\nansvar, to ny_praksis gjelder det samme, eller to saker som utelukker hverandre er med.\nMed --alle og --saker vises innsparingskravet, men avgjør ikke slutten. 2 når noe ikke\nlot seg lese.", nn: "Døme:\n  a3 budget                            det nye budsjettet, ansvar for ansvar\n  a3 budget --alt                      linje for linje, med avstemming\n  a3 budget --sammendrag               sum per område, mot innsparingskravet\n  a3 budget --tiltak                   tabellen til kommunestyret, per område\n  a3 budget --tiltak --per ansvar --nivå\n  a3 budget --saker digital-post,gatelys-med-led\n  a3 budget --format csv -o nytt.csv   alle linjer, for rekneark\n\nMed rammer i a3.yaml gjeld det a3 rank vel, og det som er avgjort; elles alle sakene.\nTala er mot budsjettet i dag; i --tiltak er dei endring frå året før.\njson har alltid alt, uansett vising. csv har alle linjer og år, mot budsjettet i dag; med\n--tiltak er det tabellen til kommunestyret. I csv står også renter og avdrag (funksjon 870), det som\nikkje har budsjettpost (utan kodar), og investeringane med finansiering: summen av endring er\nsummen av drifta i kontoklasse 1, og 0 i kontoklasse 0.\n\nSluttar med 1 når saker har feil, linjer i budsjettfila ikkje kan lesast, valet ikkje\nnår rammene eller innsparingskravet, det blir teke ut meir enn det står på ei linje eller eit\nansvar, to ny_praksis gjeld det same, eller to saker som utelukkar kvarandre er med.\nMed --alle og --saker blir innsparingskravet vist, men avgjer ikkje slutten. 2 når noko ikkje\nlét seg lese.",
        en: "Example:\n  a3 budget                            the new budget, unit by unit\n  a3 budget --alt                      line by line, and reconciled\n  a3 budget --sammendrag               sums by area, against the savings demand\n  a3 budget --tiltak                   the council's table by area\n  a3 budget --tiltak --per ansvar --nivå\n  a3 budget --saker digital-post,gatelys-med-led\n  a3 budget --format csv -o nytt.csv   all lines, for a spreadsheet\n\nWith frames in a3.yaml it is what a3 rank chooses and what is decided; otherwise all cases.\nFigures are against today's budget; in --tiltak they are the change from the year before.\njson always holds everything, whatever the view. csv holds all lines and years, against today's\nbudget; with --tiltak it is the council's table. csv also has interest and repayments (function\n870), what has no budget line (no codes), and the investments with their financing: endring\nadds up to the sum of the running budget in kontoklasse 1, and to 0 in kontoklasse 0.\n\nExits with 1 when cases have errors, lines of the budget file cannot be read, the choice\ndoes not meet the frames or the savings demand, more is taken out than stands on a line\nor a unit, two ny_praksis are for the same, or two cases that exclude each other are in.\nWith --alle and --saker the savings demand is shown, but does not decide the exit. 2 when\nsomething could not be read."
    );
    make.command("budget", about, after)
        .arg(make.folder_of_cases())
        .arg(make.table_format())
        .args(case_options(make))
        .args(views(make))
        .args(layouts(make))
        .args([make.everything(), make.day()])
        .args(effort::arguments(make))
}

/// Which cases.
fn case_options(make: Make) -> [Arg; 2] {
    let cases = words!(
        nb: "Bare disse sakene (id, med komma mellom), ved sin egen oppstart", nn: "Berre desse sakene (id, med komma mellom), ved sin eigen oppstart",
        en: "These cases only (ids, with a comma between), at their own start"
    );
    let all = words!(
        nb: "Alle sakene, ved sin egen oppstart, uten hensyn til rammene", nn: "Alle sakene, ved sin eigen oppstart, utan omsyn til rammene",
        en: "All cases, at their own start, whatever the frames say"
    );
    let empty = words!(nb: "skriv minst én id", nn: "skriv minst éin id", en: "write at least one id");
    [
        make.option("cases", same("ID,ID"), cases).long("saker").value_parser(move |text: &str| {
            let ids: Vec<String> = ids_in(text).map(str::to_owned).collect();
            if ids.is_empty() { Err(empty.get(make.language)) } else { Ok(ids) }
        }),
        make.flag("all", all).long("alle").conflicts_with("cases"),
    ]
}

/// Which tables.
fn views(make: Make) -> [Arg; 4] {
    let council = words!(
        nb: "Kommunestyrets tabell: ramme, deflator, tiltak og ny ramme", nn: "Tabellen til kommunestyret: ramme, deflator, tiltak og ny ramme",
        en: "The council's table: frame, deflator, measures and new frame"
    );
    let per = words!(
        nb: "I --tiltak: en tabell per område eller per ansvar [vanlig: område]", nn: "I --tiltak: ein tabell per område eller per ansvar [vanleg: område]",
        en: "In --tiltak: a table per område (area) or per ansvar (unit) [default: område]"
    );
    let summary = words!(
        nb: "Sum per område og år, årsverk, og innsparingskravet", nn: "Sum per område og år, årsverk, og innsparingskravet",
        en: "Sums by area and year, FTE, and the savings demand"
    );
    let lines = words!(
        nb: "Vis alle linjene, også de som er uendret", nn: "Vis alle linjene, også dei som er uendra",
        en: "Show every line, also those that are unchanged"
    );
    [
        make.flag("council", council).long("tiltak").conflicts_with("summary"),
        choice(make.option("per", words!(nb: "HVA", nn: "KVA", en: "WHAT"), per), PER).requires("council"),
        make.flag("summary", summary).long("sammendrag"),
        make.flag("lines", lines).long("alle-linjer").conflicts_with_all(["council", "summary"]),
    ]
}

/// How four years are shown.
fn layouts(make: Make) -> [Arg; 2] {
    let change = words!(
        nb: "Vis hvert år som endring fra året før (vanlig i --tiltak)", nn: "Vis kvart år som endring frå året før (vanleg i --tiltak)",
        en: "Show every year as the change from the year before (default in --tiltak)"
    );
    let level = words!(
        nb: "Vis hvert år mot dagens budsjett (vanlig ellers)", nn: "Vis kvart år mot budsjettet i dag (vanleg elles)",
        en: "Show every year against today's budget (default otherwise)"
    );
    [
        make.flag("change", change).long("endring").conflicts_with("level"),
        make.flag("level", level).long("nivå"),
    ]
}

fn ids_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|id| !id.is_empty())
}

/// Builds the budget and shows it.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let repository = asked.opened()?;
    let found = report::budget(&repository, asked.today, wanted(asked));
    let found = found.map_err(|wrong| explain(&wrong))?;
    let shown = show(&found, asked).map_err(|Overflow| too_large())?;
    let remarks: Vec<Text> =
        today::remark(&found.file).into_iter().chain(asked.passed(&found.appraised)).collect();
    asked.answer(&shown, Of { repository: &repository, appraised: &found.appraised }, &remarks)?;
    let ending = found.ending();
    // The program is over: the system takes all of it back at once, faster than piece by piece.
    core::mem::forget(found);
    Ok(ending)
}

fn wanted(asked: &Asked) -> Wanted {
    match asked.one::<Vec<String>>("cases") {
        Some(ids) => Wanted::Named(ids.into_iter().collect()),
        None if asked.flag("all") => Wanted::All,
        None => Wanted::Chosen(effort::effort(asked)),
    }
}

/// Level against today, but in the council's table change, unless the other is asked for.
fn layout(asked: &Asked) -> Layout {
    let is_change = asked.flag("change") || (asked.flag("council") && !asked.flag("level"));
    if is_change { Layout::Change } else { Layout::Level }
}

fn show(found: &BudgetReport, asked: &Asked) -> Result<String, Overflow> {
    let format = asked.format();
    let detail = if asked.flag("lines") { Detail::All } else { Detail::Moved };
    let report = &Report::of(found, layout(asked), detail);
    let per = || asked.one::<Per>("per").unwrap_or(Per::Area);
    let council = asked.flag("council").then(per);
    let format = match format {
        Format::Json => return output::json(found, asked.language),
        Format::Page(PageFormat::Csv) => {
            return match council {
                Some(per) => Ok(asked.show(PageFormat::Csv, budget_page::council_sheet(report, per)?)),
                None => sheet(found),
            };
        }
        Format::Page(format @ (PageFormat::Text | PageFormat::Markdown)) => format,
    };
    let page = if let Some(per) = council {
        budget_page::council_page(report, per)?
    } else if asked.flag("summary") {
        budget_page::summary_page(report)?
    } else if asked.everything || report.detail == Detail::All {
        budget_page::page(report)?
    } else {
        budget_page::answer_page(report, &asked.again)?
    };
    Ok(asked.show(format, page))
}

/// The sheet, a unit at a time and on all cores.
fn sheet(found: &BudgetReport) -> Result<String, Overflow> {
    let sheet = output::Sheet::of(found);
    let units = found.budget.units.par_iter().map(|unit| Ok(render::csv::rows(&sheet.of_unit(unit)?)));
    let units: Vec<String> = units.collect::<Result<_, _>>()?;
    let headings = render::csv::rows(&[output::Sheet::headings()]);
    Ok([headings, units.concat(), render::csv::rows(&sheet.beside_lines()?)].concat())
}

/// Why there is no budget to show.
pub(super) fn explain(wrong: &NotBudgeted) -> Text {
    match wrong {
        NotBudgeted::World(wrong) => wrong.text(),
        NotBudgeted::Choice(wrong) => refused::no_choice(wrong),
        NotBudgeted::Budget(NoBudget::TooLarge) => too_large(),
        NotBudgeted::Budget(NoBudget::UnknownPosition { case, position }) => text!(
            nb: "«{case}» bruker stillingen «{position}» i ny_praksis, men den står ikke i a3.yaml. Skriv den under stillinger.", nn: "«{case}» bruker stillinga «{position}» i ny_praksis, men ho står ikkje i a3.yaml. Skriv ho under stillinger.",
            en: "“{case}” uses the position “{position}” in ny_praksis, but a3.yaml does not have it. Write it under stillinger."
        ),
        NotBudgeted::Overview { id } => text!(
            nb: "«{id}» er en oversikt uten egne tall. Skriv id-en til en sak i --saker.", nn: "«{id}» er ei oversikt utan eigne tal. Skriv id-en til ei sak i --saker.",
            en: "“{id}” is an overview with no figures of its own. Write the id of a case in --saker."
        ),
        NotBudgeted::NoSuchCase { id, near: Some(near) } => text!(
            nb: "Det er ingen sak «{id}» her. Mente du «{near}»?", nn: "Det er inga sak «{id}» her. Meinte du «{near}»?",
            en: "There is no case “{id}” here. Did you mean “{near}”?"
        ),
        NotBudgeted::NoSuchCase { id, near: None } => text!(
            nb: "Det er ingen sak «{id}» her. Id-en er filnavnet uten .yaml; se alle med: a3 rank", nn: "Det er inga sak «{id}» her. Id-en er filnamnet utan .yaml; sjå alle med: a3 rank",
            en: "There is no case “{id}” here. The id is the file's name without .yaml; see all with: a3 rank"
        ),
    }
}

pub(super) fn too_large() -> Text {
    text!(
        nb: "Tallene er for store til å legges sammen. Se over beløpene i budsjettfila og sakene: a3 check", nn: "Tala er for store til å leggjast saman. Sjå over beløpa i budsjettfila og sakene: a3 check",
        en: "The figures are too large to add up. Look over the amounts of the budget file and the cases: a3 check",
    )
}
