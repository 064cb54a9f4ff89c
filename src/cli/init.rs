//! `a3 init`: a new case, and a3.yaml where there is none.

use super::ask::{Asker, yes_or_no};
use super::interview::{Answers, Drafted, Reply, USUAL_ORGANISATION};
use super::prelude::*;
use a3::contract::schema;
use a3::draft::{NewOrganisation, case_text, organisation_text, slug};
use a3::render::sanitise;
use a3::report::Base;
use a3::sentences::omitted;
use a3::words::{all_of, one_word};
use a3::{repository, save};
use chrono::Datelike;
use std::io::ErrorKind;
use std::path::Path;

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Lag en ny sak (og a3.yaml når den mangler). Spør i terminalen; ellers gjelder valgene under.", nn: "Lag ei ny sak (og a3.yaml når den manglar). Spør i terminalen; elles gjeld vala under.",
        en: "Make a new case (and a3.yaml where there is none). Asks in a terminal; otherwise the options below count."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 init \"Digital post\" --område Stab --anslag \"96 000 kr/år\"\n\nSaken skrives til saker/digital-post.yaml. En fil som finnes, blir aldri overskrevet.", nn: "Døme:\n  a3 init \"Digital post\" --område Stab --anslag \"96 000 kr/år\"\n\nSaka blir skriven til saker/digital-post.yaml. Ei fil som finst, blir aldri skriven over.",
        en: "Example:\n  a3 init \"Digital post\" --område Stab --anslag \"96 000 kr/år\"\n\nThe case is written to saker/digital-post.yaml. A file that exists is never overwritten."
    );
    let title = words!(nb: "Hva saken heter", nn: "Kva saka heiter", en: "What the case is called");
    let text = |name, long: &'static str, help| make.option(name, TEXT, help).long(long);
    make.command("init", about, after).args([
        make.word("title", words!(nb: "TITTEL", nn: "TITTEL", en: "TITLE"), title),
        text("area", "område", words!(nb: "Området den hører til", nn: "Området ho høyrer til", en: "The area it belongs to")),
        text("owner", "eier", words!(nb: "Lederen som skal hente ut gevinsten", nn: "Leiaren som skal hente ut gevinsten", en: "The leader who takes the gain out")),
        text("now", "nå", words!(nb: "Hvordan det er i dag", nn: "Korleis det er i dag", en: "How it is today")),
        text("wanted", "ønsket", words!(nb: "Hvordan det skal bli", nn: "Korleis det skal bli", en: "How it should be")),
        text("benefit", "gevinst", words!(nb: "Den første gevinsten", nn: "Den første gevinsten", en: "The first gain")),
        text("estimate", "anslag", words!(nb: "Hva den er verdt, som «96 000 kr/år» eller «400 timer/år»", nn: "Kva han er verd, som «96 000 kr/år» eller «400 timer/år»", en: "What it is worth, like “96 000 kr/år” or “400 timer/år”")),
        text("position", "stilling", words!(nb: "Hvem sin tid som spares, når anslaget er timer", nn: "Kven si tid som blir spart, når anslaget er timar", en: "Whose time is saved, when the estimate is hours")),
        text("kind", "type", words!(nb: "unngåtte kostnader, spart tid eller økt kvalitet", nn: "unngåtte kostnader, spart tid eller økt kvalitet", en: "unngåtte kostnader (money), spart tid (time) or økt kvalitet (quality)")),
        text("salary", "årslønn", words!(nb: "Årslønna til stillingen, når a3.yaml må lages", nn: "Årsløna til stillinga, når a3.yaml må lagast", en: "The yearly wage of the position, when a3.yaml must be made")),
        text("importance", "betydning", words!(nb: "Hvor viktig kvaliteten er: liten, middels eller høy", nn: "Kor viktig kvaliteten er: liten, middels eller høy", en: "How important the quality is: liten, middels or høy")),
        text("extent", "omfang", words!(nb: "Hvor stor endringen er, som «middels positivt»", nn: "Kor stor endringa er, som «middels positivt»", en: "How large the change is, like “middels positivt”")),
        text("organisation", "virksomhet", words!(nb: "Kommunens navn, når a3.yaml må lages", nn: "Namnet på kommunen, når a3.yaml må lagast", en: "The municipality's name, when a3.yaml must be made")),
        make.folder(words!(nb: "Mappa det skal skrives i (ellers her)", nn: "Mappa det skal skrivast i (elles her)", en: "The folder to write in (here otherwise)")),
        make.flag("unasked", words!(nb: "Spør aldri, bruk valgene og det som er vanlig", nn: "Spør aldri, bruk vala og det som er vanleg", en: "Never ask, use the options and what is usual"))
            .long("uten-spørsmål"),
        make.day(),
    ])
}

/// Makes the case.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let folder = asked.one::<PathBuf>("folder").unwrap_or_else(|| PathBuf::from("."));
    let base = based(&folder)?;
    if let Some(spoiled) = &base.spoiled {
        let path = repository::from_here(&base.root.join(repository::ORGANISATION_FILE));
        terminal::remark(&format!("a3: {}", omitted::reason_at(&path, spoiled).get(asked.language)));
        return Ok(Ending::Findings);
    }
    stays_inside(&base)?;
    let mut answers = Answers::given(asked);
    let asks = terminal::is_interactive() && !asked.flag("unasked");
    let drafted = if asks { by_asking(&mut answers, &base, asked)? } else { Some(answers.case(&base)?) };
    let Some(drafted) = drafted else { return Ok(Ending::Clean) };
    let mut written = Vec::new();
    let writing = Writing { drafted: &drafted, answers: &answers, folder: &folder, today: asked.today };
    let ended = writing.write(&base, &mut written);
    let mut said: String = written.iter().map(|said| format!("{}\n", said.get(asked.language))).collect();
    if let Ok(path) = &ended {
        said += next(path).get(asked.language);
    }
    asked.give(&said)?;
    ended.map(|_| Ending::Clean)
}

/// That nothing is written outside the root through a link.
fn stays_inside(base: &Base) -> Result<(), Text> {
    for name in [repository::CASE_FOLDER, SCHEMA_FOLDER] {
        let folder = base.root.join(name);
        if repository::is_within(&base.root, &folder).is_err() {
            let folder = repository::from_here(&folder);
            return Err(text!(
                nb: "«{folder}» er en lenke ut av mappa, og a3 skriver ikke utenfor den. Bytt lenken ut med en vanlig mappe. Ingenting er skrevet.", nn: "«{folder}» er ei lenkje ut av mappa, og a3 skriv ikkje utanfor ho. Byt lenkja ut med ei vanleg mappe. Ingenting er skrive.",
                en: "“{folder}” is a link out of the folder, and a3 writes nothing outside it. Put an ordinary folder in its place. Nothing is written."
            ));
        }
    }
    Ok(())
}

/// The place a new case goes.
fn based(folder: &Path) -> Result<Base, Text> {
    Repository::open_or_new(folder).and_then(report::base).map_err(|wrong| not_here(&wrong))
}

/// Asks in the terminal, shows the case, and asks whether to write it.
fn by_asking(answers: &mut Answers, base: &Base, asked: &Asked) -> Result<Option<Drafted>, Text> {
    let asker = Asker { language: asked.language, width: asked.width };
    let mut from = 0;
    loop {
        from = answers.ask(base, from, &mut |question, holds| asker.ask(question, holds))?;
        let drafted = answers.case(base)?;
        terminal::remark_lines(&format!("\n{}\n", case_text(&drafted.case, SCHEMA)));
        match asker.yes(words!(nb: "Skal dette skrives?", nn: "Skal dette skrivast?", en: "Write this?"))? {
            Reply::Answer(answer) if yes_or_no(&answer) == Some(true) => return Ok(Some(drafted)),
            Reply::Answer(_) | Reply::Stopped => {
                asked.say(&answers.stopped());
                return Ok(None);
            }
            Reply::Back => from = from.saturating_sub(1),
        }
    }
}

/// Where the schemas are kept.
const SCHEMA_FOLDER: &str = ".schema";

/// The schema of a case, from the folder of cases.
const SCHEMA: &str = "../.schema/sak.schema.json";

/// What is written, where, and what is said of it.
struct Writing<'w> {
    drafted: &'w Drafted,
    answers: &'w Answers,
    folder: &'w Path,
    today: NaiveDate,
}

impl Writing<'_> {
    /// Writes the schemas, a3.yaml where there is none, and the case last; gives the path of the case.
    fn write(&self, base: &Base, said: &mut Vec<Text>) -> Result<PathBuf, Text> {
        let path = base.root.join(case_path(&slug(&self.drafted.case.title)));
        let schemas = keep_schemas(base)?;
        if !base.has_organisation {
            said.extend(self.organisation(base)?);
        }
        create(&path, &case_text(&self.drafted.case, SCHEMA))?;
        said.insert(0, wrote(&path));
        said.extend(schemas.iter().map(|path| wrote(path)));
        Ok(path)
    }

    /// Makes a3.yaml, and says so with what to change in it. Where another made one in the meantime,
    /// the case must fit that one.
    fn organisation(&self, base: &Base) -> Result<Option<Text>, Text> {
        let name = self.answers.get("organisation").filter(|name| *name != USUAL_ORGANISATION);
        let new = NewOrganisation {
            name: name.unwrap_or(USUAL_ORGANISATION).to_owned(),
            budget_year: u16::try_from(self.today.year().saturating_add(1)).unwrap_or(2027),
            area: self.drafted.case.area.clone(),
            position: self.drafted.position.clone(),
        };
        let path = base.root.join(repository::ORGANISATION_FILE);
        match save::create(&path, &organisation_text(&new)) {
            Ok(()) => {}
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {
                let base = based(self.folder)?;
                return self.answers.case(&base).map(|_| None);
            }
            Err(cause) => return Err(not_written(&path, &cause)),
        }
        let wrote = wrote(&path);
        let area = self.answers.get("area").is_none().then_some(&new.area);
        let change = [name.is_none().then(change_name), area.map(String::as_str).map(change_area)];
        let change: Vec<Text> = change.into_iter().flatten().collect();
        Ok(Some(match change.is_empty() {
            true => wrote,
            false => {
                text!(nb: "{wrote}: {change}", nn: "{wrote}: {change}", en: "{wrote}: {change}"; wrote, change = all_of(&change))
            }
        }))
    }
}

fn change_name() -> Text {
    text!(
        nb: "bytt ut «{USUAL_ORGANISATION}» med navnet på kommunen", nn: "byt ut «{USUAL_ORGANISATION}» med namnet på kommunen",
        en: "change “{USUAL_ORGANISATION}” to the name of the municipality"
    )
}

fn change_area(area: &str) -> Text {
    text!(nb: "bytt ut «{area}» med områdene kommunen har", nn: "byt ut «{area}» med områda kommunen har", en: "change “{area}” to the areas of the municipality")
}

fn case_path(stem: &str) -> String {
    format!("{}/{stem}.yaml", repository::CASE_FOLDER)
}

/// Why no case can be made here.
fn not_here(wrong: &WorldError) -> Text {
    let WorldError::Below { path, below } = wrong else { return wrong.text() };
    let (folders, first) = (all_of(below), below.first().map_or("", String::as_str));
    text!(
        nb: "«{path}» har ingen a3.yaml. Den står i {folders}. Skriv hvor saken hører til, som: --mappe {first}", nn: "«{path}» har ingen a3.yaml. Fila står i {folders}. Skriv kvar saka høyrer til, som: --mappe {first}",
        en: "“{path}” has no a3.yaml. It is in {folders}. Write where the case belongs, like: --mappe {first}";
        folders
    )
}

/// Puts the schemas where the editor lines of the files point, unless they are there; gives those
/// that were written.
fn keep_schemas(base: &Base) -> Result<Vec<PathBuf>, Text> {
    let mut written = Vec::new();
    for name in ["sak", "a3"] {
        let path = base.root.join(format!("{SCHEMA_FOLDER}/{name}.schema.json"));
        match save::create(&path, &schema::named(name).unwrap_or_default()) {
            Ok(()) => written.push(path),
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {}
            Err(cause) => return Err(not_written(&path, &cause)),
        }
    }
    Ok(written)
}

fn create(path: &Path, text: &str) -> Result<(), Text> {
    save::create(path, text).map_err(|cause| not_written(path, &cause))
}

fn not_written(path: &Path, cause: &std::io::Error) -> Text {
    let (path, why) = (repository::from_here(path), Text::from(cause));
    if cause.kind() == ErrorKind::AlreadyExists {
        return text!(
            nb: "«{path}» finnes fra før og blir ikke overskrevet.", nn: "«{path}» finst frå før og blir ikkje skriven over.",
            en: "“{path}” exists and is not overwritten."
        );
    }
    text!(
        nb: "Får ikke skrevet «{path}»: {why}. Sjekk at du kan skrive i mappa.", nn: "Får ikkje skrive «{path}»: {why}. Sjekk at du kan skrive i mappa.",
        en: "Cannot write “{path}”: {why}. Check that you may write in the folder.";
        why
    )
}

/// A path from the working folder, as it can be shown and typed.
fn shown(path: &Path) -> String {
    one_word(&sanitise::line(&repository::from_here(path)))
}

fn wrote(path: &Path) -> Text {
    let path = shown(path);
    text!(nb: "Skrev {path}", nn: "Skreiv {path}", en: "Wrote {path}")
}

fn next(path: &Path) -> Text {
    let path = shown(path);
    text!(
        nb: "\nNeste: åpne fila, fyll inn det du vet, og kjør\n  a3 check {path}\n  a3 calc {path}\n", nn: "\nNeste: opne fila, fyll inn det du veit, og køyr\n  a3 check {path}\n  a3 calc {path}\n",
        en: "\nNext: open the file, fill in what you know, and run\n  a3 check {path}\n  a3 calc {path}\n"
    )
}
