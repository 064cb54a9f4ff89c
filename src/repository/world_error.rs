//! What can be wrong with the world, in words.

use super::{CASE_FOLDER, ORGANISATION_FILE};
use crate::words::{self, Text};
use std::io::{Error, ErrorKind};

/// Something in the world is not as asked: no such file, no access. Never what a file says.
#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    /// The path given does not exist, or cannot be read.
    #[error("{path}: {cause}")]
    Unreadable {
        /// As given, or from the root.
        path: String,
        /// What the system says.
        cause: Error,
    },
    /// A file whose name is not text (UTF-8).
    #[error("{path}: the name is not UTF-8")]
    NameIsNoText {
        /// From the root, with � for what cannot be shown.
        path: String,
    },
    /// Neither a file nor a folder.
    #[error("{path}: not an ordinary file")]
    NoFile {
        /// As given.
        path: String,
    },
    /// There is neither an a3.yaml nor a folder saker/ to work on.
    #[error("{path}: no cases")]
    NothingThere {
        /// As given.
        path: String,
    },
    /// There is no a3.yaml here, but in folders below.
    #[error("{path}: the cases are in folders below")]
    Below {
        /// As given.
        path: String,
        /// The folders, as they are written from the working folder.
        below: Vec<String>,
    },
    /// A file that was named as a case and has another ending.
    #[error("{path}: no case")]
    NoCase {
        /// As given.
        path: String,
    },
    /// Neither a path nor the id of a case.
    #[error("{path}: no such file, and no such case")]
    NoSuchCase {
        /// As given.
        path: String,
        /// The ids there are.
        ids: Vec<String>,
    },
    /// A path that leads outside the root.
    #[error("{path}: outside the root")]
    Outside {
        /// As given.
        path: String,
    },
}

impl From<WorldError> for Text {
    fn from(wrong: WorldError) -> Self {
        wrong.text()
    }
}

impl WorldError {
    /// The path it is about, as given or from the root.
    pub fn path(&self) -> &str {
        match self {
            Self::Unreadable { path, .. } | Self::NameIsNoText { path } | Self::NoFile { path } => path,
            Self::NothingThere { path } | Self::Outside { path } | Self::NoCase { path } => path,
            Self::Below { path, .. } | Self::NoSuchCase { path, .. } => path,
        }
    }

    /// The path, where nothing is there.
    pub fn not_found(&self) -> Option<&str> {
        match self {
            Self::Unreadable { path, cause } if cause.kind() == ErrorKind::NotFound => Some(path),
            Self::Unreadable { .. } | Self::NameIsNoText { .. } | Self::NoFile { .. } => None,
            Self::NothingThere { .. } | Self::Outside { .. } | Self::NoCase { .. } => None,
            Self::Below { .. } | Self::NoSuchCase { .. } => None,
        }
    }

    /// The error as a person needs it: what is wrong, and what to try.
    pub fn text(&self) -> Text {
        match self {
            Self::Unreadable { path, cause } if cause.kind() == ErrorKind::NotFound => crate::text!(
                nb: "Finner ikke «{path}». Sjekk stien, eller lag den første saken med: a3 init \"Tittel på saken\"", nn: "Finn ikkje «{path}». Sjekk stien, eller lag den første saka med: a3 init \"Tittel på saka\"",
                en: "Cannot find \"{path}\". Check the path, or make the first case with: a3 init \"Title of the case\""
            ),
            Self::Unreadable { path, cause } => crate::text!(
                nb: "Får ikke lest «{path}»: {why}.", nn: "Får ikkje lese «{path}»: {why}.",
                en: "Cannot read “{path}”: {why}.";
                why = Text::from(cause)
            ),
            Self::NameIsNoText { path } => crate::text!(
                nb: "Får ikke lest «{path}»: navnet er ikke lagret som UTF-8. Gi fila et navn med vanlige bokstaver.", nn: "Får ikkje lese «{path}»: namnet er ikkje lagra som UTF-8. Gi fila eit namn med vanlege bokstavar.",
                en: "Cannot read “{path}”: the name is not stored as UTF-8. Give the file a name of plain letters."
            ),
            Self::NoFile { path } => crate::text!(
                nb: "«{path}» er ikke en vanlig fil. Skriv stien til en sak eller til en mappe med saker.", nn: "«{path}» er ikkje ei vanleg fil. Skriv stien til ei sak eller til ei mappe med saker.",
                en: "“{path}” is not an ordinary file. Write the path of a case or of a folder with cases."
            ),
            Self::NothingThere { path } => crate::text!(
                nb: "Her er ingen saker: «{path}» har verken {ORGANISATION_FILE} eller mappa {CASE_FOLDER}/. Gå til mappa med sakene, eller lag den første med: a3 init \"Tittel på saken\"", nn: "Her er ingen saker: «{path}» har verken {ORGANISATION_FILE} eller mappa {CASE_FOLDER}/. Gå til mappa med sakene, eller lag den første med: a3 init \"Tittel på saka\"",
                en: "No cases here: \"{path}\" has neither {ORGANISATION_FILE} nor a folder {CASE_FOLDER}/. Go to the folder with the cases, or make the first with: a3 init \"Title of the case\""
            ),
            Self::Below { path, below } => {
                let (folders, first) =
                    (words::all_of(below), below.first().map(|first| words::one_word(first)));
                let first = first.unwrap_or_default();
                crate::text!(
                    nb: "«{path}» har ingen a3.yaml. Den står i {folders}. Skriv mappa etter kommandoen, som: a3 check {first}", nn: "«{path}» har ingen a3.yaml. Han står i {folders}. Skriv mappa etter kommandoen, som: a3 check {first}",
                    en: "“{path}” has no a3.yaml. It is in {folders}. Write the folder after the command, like: a3 check {first}";
                    folders
                )
            }
            Self::NoCase { path } => crate::text!(
                nb: "«{path}» er ikke en sak: navnet på en sak slutter på .yaml. Skriv stien til en sak, eller til en mappe med saker.", nn: "«{path}» er ikkje ei sak: namnet på ei sak sluttar på .yaml. Skriv stien til ei sak, eller til ei mappe med saker.",
                en: "“{path}” is no case: the name of a case ends in .yaml. Write the path of a case, or of a folder with cases."
            ),
            Self::NoSuchCase { path, .. } if path.contains(['/', '\\']) => crate::text!(
                nb: "Finner ikke «{path}». Sjekk stien. Sakene som er her, ser du med: a3 rank", nn: "Finn ikkje «{path}». Sjekk stien. Sakene som er her, ser du med: a3 rank",
                en: "Cannot find “{path}”. Check the path. See the cases that are here with: a3 rank"
            ),
            Self::NoSuchCase { path, .. } => crate::text!(
                nb: "Det er verken en fil eller en sak som heter «{path}». Id-en til en sak er filnavnet uten .yaml; se alle med: a3 rank", nn: "Det er verken ei fil eller ei sak som heiter «{path}». Id-en til ei sak er filnamnet utan .yaml; sjå alle med: a3 rank",
                en: "There is neither a file nor a case called “{path}”. The id of a case is the file's name without .yaml; see all with: a3 rank"
            ),
            Self::Outside { path } => crate::text!(
                nb: "«{path}» ligger utenfor mappa med sakene, og blir ikke lest. Flytt fila inn under {CASE_FOLDER}/.", nn: "«{path}» ligg utanfor mappa med sakene, og blir ikkje lesen. Flytt fila inn under {CASE_FOLDER}/.",
                en: "“{path}” is outside the folder with the cases and is not read. Move the file in under {CASE_FOLDER}/."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::WorldError;

    #[test]
    fn a_folder_with_a_space_in_it_is_written_as_one_word() {
        let below = vec!["min kommune".to_owned()];
        let said = WorldError::Below { path: ".".to_owned(), below }.text();
        assert!(said.nb.ends_with("a3 check \"min kommune\""), "{}", said.nb);
    }
}
