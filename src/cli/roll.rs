//! `a3 roll`: the plan moved a year.

use super::prelude::*;
use a3::report::change::{self, InBudget, RollReport, RollWanted, Starts};
use a3::save::{self, NotUpdated};
use a3::sentences::written::Writing;
use a3::sentences::{refused, rolled};
use std::io::ErrorKind;

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Rull planen ett år: budsjettår, rammer, prisår og oppstarter, og ta vare på årets liste.", nn: "Rull planen eitt år: budsjettår, rammer, prisår og oppstartar, og ta vare på lista for i år.",
        en: "Roll the plan a year: budsjettår, frames, price years and starts, and keep this year's list."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 roll 2028 --vis                   se først hva som skjer\n  a3 roll 2028 --flytt                 saker som er passert, begynner i 2028\n  a3 roll 2028 --innarbeidet digital   budsjettet for 2028 har den med\n\nDet som må fylles inn, blir listet opp.", nn: "Døme:\n  a3 roll 2028 --vis                   sjå først kva som skjer\n  a3 roll 2028 --flytt                 saker som er passerte, startar i 2028\n  a3 roll 2028 --innarbeidet digital   budsjettet for 2028 har ho med\n\nDet som må fyllast inn, blir lista opp.",
        en: "Example:\n  a3 roll 2028 --vis                   see first what happens\n  a3 roll 2028 --flytt                 what has passed begins in 2028\n  a3 roll 2028 --innarbeidet digital   the budget of 2028 holds its effect\n\nWhat must be filled in is listed."
    );
    let year = words!(nb: "Det første året i den nye planen", nn: "Det første året i den nye planen", en: "The first year of the new plan");
    let shift = words!(
        nb: "Flytt saker som ikke er besluttet, og som skulle ha begynt, til det nye året", nn: "Flytt saker som ikkje er avgjorde, og som skulle ha starta, til det nye året",
        en: "Move cases that are not decided, and should have begun, to the new year"
    );
    let held = words!(
        nb: "Budsjettet for det nye året har virkningen av denne saken med; kan gjentas, eller «alle»", nn: "Budsjettet for det nye året har verknaden av denne saka med; kan gjentakast, eller «alle»",
        en: "The budget of the new year holds the effect of this case; may be repeated, or “alle” (all)"
    );
    let show = words!(nb: "Vis hva som skjer, uten å skrive noe", nn: "Vis kva som skjer, utan å skrive noko", en: "Show what happens, without writing");
    make.command("roll", about, after)
        .args([
            make.year(make.word("year", YEAR, year)).required(true),
            make.flag("shift", shift).long("flytt"),
            make.text("held", held).long("innarbeidet").action(ArgAction::Append),
            make.flag("show", show).long("vis"),
            write::folder(make),
            make.day(),
        ])
        .args(effort::arguments(make))
}

/// Rolls the plan.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let held: Vec<String> = asked.many("held");
    let is_all = |id: &String| id.to_lowercase() == "alle";
    let Some(year) = asked.one("year") else { return Ok(Ending::Clean) };
    let wanted = RollWanted {
        year,
        starts: if asked.flag("shift") { Starts::Move } else { Starts::Ask },
        in_budget: if held.iter().any(is_all) { InBudget::All } else { InBudget::These(held) },
        today: asked.today,
        effort: effort::to_write(asked),
    };
    // One plan is of all cases, wherever in the folder one stands.
    let repository = write::opened(asked)?.whole()?;
    let report = change::roll(&repository, &wanted, &asked.watch());
    let report = report.map_err(|why| refused::sentence(&why))?;
    let writing = if asked.flag("show") { Writing::Shown } else { Writing::Written };
    let history = Repository::history(report.from.number());
    if writing == Writing::Written {
        let made = keep(&repository, &report, &history)?;
        write::update(&repository, &report.rewrites).map_err(|wrong| {
            // The list goes with the plan: next time it is made anew.
            if !matches!(wrong, NotUpdated::Halfway(..)) {
                made.iter().for_each(|list| save::take_back(list));
            }
            write::refused(&wrong)
        })?;
    }
    let lines = shown(&rolled::lines(&report, writing, &history), asked);
    asked.give(&lines)?;
    asked.say_omitted(&report.list.appraised);
    Ok(Ending::Clean)
}

/// The answer, and below it what was done and what is asked.
fn shown(lines: &[Text], asked: &Asked) -> String {
    let lines = lines.iter().enumerate().map(|(place, line)| {
        let first = if place == 0 { "" } else { "  " };
        asked.told(&format!("{first}{}", line.get(asked.language)))
    });
    lines.collect()
}

/// Keeps the list of the year that goes, and says where it is made. One that is there already must be the same.
fn keep(repository: &Repository, report: &RollReport, history: &str) -> Result<Option<PathBuf>, Text> {
    if report.from == report.to {
        return Ok(None);
    }
    let list = contract::rank::json(&report.list, Language::Nb);
    let path = repository.root.join(history);
    if let Some(Err(wrong @ WorldError::Outside { .. })) =
        path.parent().map(|folder| repository.inside(folder))
    {
        return Err(wrong.text());
    }
    let Err(cause) = save::create(&path, &list) else { return Ok(Some(path)) };
    if cause.kind() != ErrorKind::AlreadyExists {
        return Err(text!(
            nb: "Får ikke skrevet {history}: {why}. Ingenting er skrevet.", nn: "Får ikkje skrive {history}: {why}. Ingenting er skrive.",
            en: "Cannot write {history}: {why}. Nothing is written."; history, why = Text::from(&cause)
        ));
    }
    let is_same = repository.read(history, list.len()).is_ok_and(|there| there == list.as_bytes());
    if is_same {
        return Ok(None);
    }
    Err(text!(
        nb: "{history} finnes fra før, med en annen liste enn den sakene gir nå. Gi fila et annet navn eller ta den bort, og prøv en gang til. Ingenting er skrevet.", nn: "{history} finst frå før, med ei anna liste enn den sakene gir no. Gi fila eit anna namn eller ta ho bort, og prøv ein gong til. Ingenting er skrive.",
        en: "{history} is there already, with another list than the cases give now. Give the file another name or remove it, and try once more. Nothing is written."; history
    ))
}
