//! A case file while it is changed.

use super::names::{NotOne, one_of};
use super::refused::NotChanged;
use crate::document::case_id;
use crate::edit::{self, Change, Step, Value};
use crate::report::organisation::{self, OrganisationRead};
use crate::repository::Repository;
use crate::shape::{CASE, says_none};
use crate::source::{Source, Span};
use crate::yaml::{self, Node};
use std::path::Path;

/// A file to be put in place of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// From the root.
    pub path: String,
    /// What was read.
    pub before: Vec<u8>,
    /// What is to stand there; the same where there was nothing to change.
    pub after: String,
}

/// A case file, opened to be changed.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) path: String,
    before: Vec<u8>,
    /// The text as far as it is changed.
    pub(super) source: Source,
}

impl Sheet {
    /// Opens a file; its text must be YAML.
    pub(super) fn open(repository: &Repository, path: &str) -> Result<Self, NotChanged> {
        let before = repository.read(path, yaml::MAX_BYTES)?;
        let source = yaml::decode(path, before.clone());
        let source = source.map_err(|_| NotChanged::Unreadable(path.to_owned()))?;
        let sheet = Self { path: path.to_owned(), before, source };
        sheet.with(|_| ())?;
        Ok(sheet)
    }

    /// Asks something of the text as it is now.
    pub(super) fn with<T>(&self, ask: impl FnOnce(&Node<'_>) -> T) -> Result<T, NotChanged> {
        let parsed = yaml::parse(&self.source);
        let root = parsed.root.as_ref().ok_or_else(|| NotChanged::Unreadable(self.path.clone()))?;
        Ok(ask(root))
    }

    /// Changes one place.
    pub(super) fn change(&mut self, at: &[Step<'_>], change: &Change) -> Result<Span, NotChanged> {
        let edited = edit::edit(&self.source.text, at, change);
        let edited = edited.map_err(|why| {
            let key = at.iter().rev().find_map(|step| match step {
                Step::Key(key) => Some((*key).to_owned()),
                Step::Row(_) => None,
            });
            NotChanged::Refused { path: self.path.clone(), key, why }
        })?;
        self.source = Source::new(self.path.clone(), edited.text);
        Ok(edited.span)
    }

    /// Sets a field of a row, or adds it where it is not written.
    pub(super) fn put(&mut self, row: &[Step<'_>], key: &str, value: Value) -> Result<(), NotChanged> {
        let is_there = self.with(|root| edit::find(root, row).is_some_and(|row| row.get(key).is_some()))?;
        let change = if is_there {
            return self.change(&[row, &[Step::Key(key)]].concat(), &Change::Set(value)).map(|_| ());
        } else {
            Change::Add { key: key.to_owned(), value, after: Vec::new() }
        };
        self.change(row, &change).map(|_| ())
    }

    /// Puts a row at the end of a list of the sheet, which begins in its place where it is not written.
    pub(super) fn add_row(&mut self, key: &str, row: Value) -> Result<(), NotChanged> {
        let is_there = self.with(|root| root.get(key).is_some())?;
        if is_there {
            return self.append(&[Step::Key(key)], row);
        }
        self.add(key, Value::List(vec![row]))
    }

    /// Puts a row at the end of the list at a place, where it may also say that there is none.
    pub(super) fn append(&mut self, list: &[Step<'_>], row: Value) -> Result<(), NotChanged> {
        let is_none = self.with(|root| edit::find(root, list).and_then(Node::text).is_some_and(says_none))?;
        let change = if is_none { Change::Begin(row) } else { Change::Append(row) };
        self.change(list, &change).map(|_| ())
    }

    /// Puts a field where the order of the sheet has it.
    pub(super) fn add(&mut self, key: &str, value: Value) -> Result<(), NotChanged> {
        let before = CASE.fields.iter().map(|field| field.key).take_while(|other| *other != key);
        let after = before.map(str::to_owned).collect();
        self.change(&[], &Change::Add { key: key.to_owned(), value, after }).map(|_| ())
    }

    /// The line of a place, from 1.
    pub(super) fn line(&self, at: &[Step<'_>]) -> Result<usize, NotChanged> {
        let start = self.with(|root| edit::find(root, at).map(|node| node.span.start))?;
        Ok(start.map_or(1, |start| self.source.position(start).line))
    }

    /// What is to be put in place of what was read.
    pub(super) fn rewrite(self) -> Rewrite {
        Rewrite { path: self.path, before: self.before, after: self.source.text }
    }
}

/// What a3.yaml says, where it has no errors.
pub(super) fn sound(repository: &Repository) -> Result<OrganisationRead, NotChanged> {
    let base = organisation::read(repository)?;
    match base.spoils() {
        Some(why) => Err(NotChanged::Organisation(why)),
        None => Ok(base),
    }
}

/// The text of a field of a node.
pub(super) fn text_of<'n>(node: &'n Node<'_>, key: &str) -> Option<&'n str> {
    node.get(key)?.text()
}

/// The path of the case that is meant: by its path, its id or a part of that.
///
/// # Errors
/// [`NotOne`] where none is, or several are.
pub fn case_path(repository: &Repository, wanted: &str) -> Result<String, NotOne> {
    let inside = repository.inside(Path::new(wanted)).ok();
    if let Some(path) = inside.filter(|path| repository.all.contains(path)) {
        return Ok(path);
    }
    let ids: Vec<_> = repository.all.iter().map(|path| case_id(path)).collect();
    let ids: Vec<&str> = ids.iter().map(|id| &**id).collect();
    let place = one_of(wanted, &ids).map_err(|not| {
        let twin = not.one_name().map(str::to_owned);
        let Some(id) = twin else { return not };
        let paths = ids.iter().zip(&repository.all).filter(|(of, _)| **of == id);
        NotOne { fits: paths.map(|(_, path)| path.clone()).collect(), ..not }
    })?;
    Ok(repository.all.get(place).cloned().unwrap_or_default())
}
