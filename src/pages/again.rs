//! The command line as it was written, to be written again with something more: how to see more of the same answer.

use crate::text;
use crate::words::Text;

/// What was written on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Again {
    written: String,
    /// The paths, each with a space before it.
    paths: String,
}

impl Again {
    /// A command, the paths after it, and its options.
    pub fn new(command: &str, paths: &[String], options: &[String]) -> Self {
        let written = [&["a3".to_owned(), command.to_owned()], paths, options].concat().join(" ");
        Self { written, paths: paths.iter().map(|path| format!(" {path}")).collect() }
    }

    /// The same with more after it.
    pub fn with(&self, more: &str) -> String {
        format!("{} {more}", self.written)
    }

    /// What shows what is wrong with the same files.
    pub fn check(&self) -> String {
        format!("a3 check{}", self.paths)
    }

    /// What to write for one case: its id where those here are asked for, else its file.
    pub fn one_case(&self) -> Text {
        match self.paths.is_empty() {
            false => text!(nb: "FIL", nn: "FIL", en: "FILE"),
            true => Text::same("ID"),
        }
    }
}
