//! What the commands that write in the files have in common: the case that is meant, and the files put in place.

use super::prelude::*;
use a3::report::change::Rewrite;
use a3::save::{self, NotUpdated, Update};

/// The case that is meant.
pub(super) fn case(make: Make) -> Arg {
    let help = words!(
        nb: "Saken: filnavnet uten .yaml, en del av det, eller stien til fila", nn: "Saka: filnamnet utan .yaml, ein del av det, eller stien til fila",
        en: "The case: the file name without .yaml, a part of it, or the path of the file"
    );
    make.word("case", words!(nb: "SAK", nn: "SAK", en: "CASE"), help)
}

/// `--mappe`: where the cases are, when that is not here.
pub(super) fn folder(make: Make) -> Arg {
    make.folder(words!(
        nb: "Mappa sakene ligger i (ellers den du står i)", nn: "Mappa sakene ligg i (elles den du står i)",
        en: "The folder the cases are in (otherwise the one you are in)"
    ))
}

/// `--i-dag`: today, for commands where `--dato` is the day that is written.
pub(super) fn today(make: Make) -> Arg {
    make.day().long("i-dag")
}

/// The repository the case is in: where its path leads, else where `--mappe` says, else here. What is to be told in
/// a file (`-o`) can be written there: that is known before anything else is.
pub(super) fn opened(asked: &Asked) -> Result<Repository, Text> {
    let is_path =
        |case: &String| case.contains(['/', '\\']) || case.ends_with(".yaml") || case.ends_with(".yml");
    let path = asked.if_known::<String>("case").filter(is_path).map(PathBuf::from);
    let paths: Vec<PathBuf> = path.or(asked.one("folder")).into_iter().collect();
    let repository = Repository::open(&paths)?;
    if let Some(output) = asked.output.as_deref() {
        destination::keep_off(output, &repository)?;
        save::can_replace(output).map_err(|cause| terminal::not_written(output, &cause))?;
    }
    Ok(repository)
}

/// Puts the files in place, all or none. What is as it was is left alone.
pub(super) fn put(repository: &Repository, rewrites: &[Rewrite]) -> Result<(), Text> {
    update(repository, rewrites).map_err(|wrong| refused(&wrong))
}

/// The same, for one who has made a file beside them.
pub(super) fn update(repository: &Repository, rewrites: &[Rewrite]) -> Result<(), NotUpdated> {
    let paths: Vec<PathBuf> = rewrites.iter().map(|rewrite| repository.root.join(&rewrite.path)).collect();
    let both = rewrites.iter().zip(&paths);
    let changed = both.filter(|(rewrite, _)| rewrite.before != rewrite.after.as_bytes());
    let updates: Vec<Update<'_>> = changed
        .map(|(rewrite, path)| Update { path, before: &rewrite.before, after: rewrite.after.as_bytes() })
        .collect();
    save::update(&updates)
}

/// Why nothing, or not all, is written.
pub(super) fn refused(wrong: &NotUpdated) -> Text {
    let (NotUpdated::Busy(path)
    | NotUpdated::Changed(path)
    | NotUpdated::World(path, _)
    | NotUpdated::Halfway(path, _)) = wrong;
    let path = path.display().to_string();
    match wrong {
        NotUpdated::Busy(_) => text!(
            nb: "Noen andre skriver i {path} akkurat nå. Ingenting er skrevet. Prøv en gang til.", nn: "Nokon andre skriv i {path} akkurat no. Ingenting er skrive. Prøv ein gong til.",
            en: "Somebody else is writing in {path} right now. Nothing is written. Try once more."
        ),
        NotUpdated::Changed(_) => text!(
            nb: "{path} er endret av noen andre mens kommandoen gikk. Ingenting er skrevet. Prøv en gang til.", nn: "{path} er endra av nokon andre medan kommandoen gjekk. Ingenting er skrive. Prøv ein gong til.",
            en: "{path} was changed by somebody else meanwhile. Nothing is written. Try once more."
        ),
        NotUpdated::World(_, cause) => text!(
            nb: "Får ikke skrevet i {path}: {why}. Ingenting er skrevet.", nn: "Får ikkje skrive i {path}: {why}. Ingenting er skrive.",
            en: "Cannot write in {path}: {why}. Nothing is written."; path, why = Text::from(cause)
        ),
        NotUpdated::Halfway(_, cause) => text!(
            nb: "Får ikke skrevet i {path}: {why}. Noen av de andre filene er alt skrevet. Se over dem, og kjør kommandoen en gang til.", nn: "Får ikkje skrive i {path}: {why}. Nokre av dei andre filene er alt skrivne. Sjå over dei, og køyr kommandoen ein gong til.",
            en: "Cannot write in {path}: {why}. Some of the other files are written already. Look them over, and run the command once more.";
            path, why = Text::from(cause)
        ),
    }
}
