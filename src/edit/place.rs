//! Where in the text a change goes.

use super::change::{Change, Refusal, Step, Value, place_after};
use super::layout::{Habits, Pen, Quoting, column, dashes, is_flow};
use super::{Splice, find};
use crate::yaml::{Among, Entry, Kind, Node, Style};

/// What a change works with.
struct Work<'w, 's> {
    text: &'w str,
    node: &'w Node<'s>,
    /// The key it stands under.
    entry: Option<&'w Entry<'s>>,
    among: Among,
    pen: Pen,
}

/// What to put where.
pub(super) fn splice(
    text: &str,
    root: &Node<'_>,
    (at, change): (&[Step<'_>], &Change),
    quoting: Quoting,
) -> Result<Splice, Refusal> {
    let node = find(root, at).ok_or(Refusal::NotThere)?;
    let parent = at.split_last().and_then(|(_, above)| find(root, above));
    let entry = parent.zip(at.last()).and_then(|(parent, last)| match last {
        Step::Key(key) => parent.entries().iter().find(|entry| entry.key.value == *key),
        Step::Row(_) => None,
    });
    let above = (0..at.len()).filter_map(|deep| find(root, at.get(..deep)?));
    let is_inside = above.into_iter().any(|node| is_flow(text, node));
    let among = if is_inside { Among::Brackets } else { Among::Lines };
    let pen = Pen { quoting, habits: Habits::of(text, root) };
    let work = Work { text, node, entry, among, pen };
    match change {
        Change::Set(value) => work.set(value),
        Change::Append(row) => work.append(row),
        Change::Begin(row) => work.begin(row),
        Change::Add { key, value, after } => work.add((key, value), after),
        Change::Drop => work.drop(at.split_last().and_then(|(_, above)| find(root, above))),
    }
}

impl Work<'_, '_> {
    fn set(&self, value: &Value) -> Result<Splice, Refusal> {
        match &self.node.kind {
            Kind::Scalar(scalar) if scalar.style == Style::Block => Err(Refusal::LongText),
            Kind::Scalar(scalar) => {
                let kept = if scalar.style == Style::Quoted { Quoting::Always } else { self.pen.quoting };
                let written = Pen { quoting: kept, ..self.pen }.in_line(value, self.among);
                let span = self.node.span;
                Ok(Splice { from: span.start as usize, until: span.end as usize, text: written })
            }
            Kind::Empty => self.put_after_colon(&self.pen.in_line(value, self.among)),
            Kind::List(_) | Kind::Mapping(_) => Err(Refusal::NotThere),
        }
    }

    fn append(&self, row: &Value) -> Result<Splice, Refusal> {
        match &self.node.kind {
            Kind::List(items) if is_flow(self.text, self.node) => {
                let written = self.pen.in_line(row, Among::Brackets);
                self.between_brackets(items.last().map(|last| end_of(self.text, last)), &written)
            }
            Kind::List(items) => self.append_line(items, row),
            Kind::Empty if self.among == Among::Brackets => {
                self.put_after_colon(&format!("[{}]", self.pen.in_line(row, Among::Brackets)))
            }
            Kind::Empty => self.begin_list(row),
            Kind::Scalar(_) | Kind::Mapping(_) => Err(Refusal::NotThere),
        }
    }

    /// A list with one row, in place of a text.
    fn begin(&self, row: &Value) -> Result<Splice, Refusal> {
        if !matches!(self.node.kind, Kind::Scalar(_)) {
            return self.append(row);
        }
        if self.among == Among::Brackets {
            return self.set(&Value::List(vec![row.clone()]));
        }
        let span = self.node.span;
        let before = self.text.get(..span.start as usize).ok_or(Refusal::NoPlace)?;
        let rows = self.begin_list(row)?.text;
        Ok(Splice { from: before.trim_end_matches([' ', '\t']).len(), until: span.end as usize, text: rows })
    }

    /// A row after the last one, written as that is.
    fn append_line(&self, items: &[Node<'_>], row: &Value) -> Result<Splice, Refusal> {
        let last = items.last().ok_or(Refusal::NoPlace)?;
        let dash = dashes(self.text, items).ok_or(Refusal::NoPlace)?;
        let is_on_lines = matches!(last.kind, Kind::Mapping(_)) && !is_flow(self.text, last);
        let in_by = column(self.text, last.span.start as usize).saturating_sub(dash);
        let lines = if is_on_lines {
            self.pen.row(row, dash, in_by)
        } else {
            self.pen.row(&row.clone().in_line(), dash, in_by)
        };
        self.after_line(end_of(self.text, last), dash, &lines)
    }

    /// The first row of a list, below a key that has nothing after it.
    fn begin_list(&self, row: &Value) -> Result<Splice, Refusal> {
        let entry = self.entry.ok_or(Refusal::NoPlace)?;
        let key = entry.key.span.start as usize;
        let dash = column(self.text, key).saturating_add(self.pen.habits.dash);
        let lines = self.pen.row(row, dash, self.pen.habits.row);
        self.after_line(entry.key.span.end as usize, usize::MAX, &lines)
    }

    fn add(&self, (key, value): (&str, &Value), after: &[String]) -> Result<Splice, Refusal> {
        let Kind::Mapping(entries) = &self.node.kind else { return Err(Refusal::NotThere) };
        let place = place_after(entries.iter().map(|entry| &*entry.key.value), after);
        let before = place.unwrap_or(entries.len()).checked_sub(1).and_then(|last| entries.get(last));
        if is_flow(self.text, self.node) {
            let before = before.map(|entry| end_of_entry(self.text, entry));
            return self.between_brackets(before, &self.pen.pair(key, value));
        }
        let before = before.ok_or(Refusal::NoPlace)?;
        let own = column(self.text, before.key.span.start as usize);
        self.after_line(end_of_entry(self.text, before), own, &self.pen.entry(key, value, own))
    }

    /// Without the key: a remark where it stands on a line of its own, and at the end of the line where it stands
    /// between brackets that end there.
    fn drop(&self, parent: Option<&Node<'_>>) -> Result<Splice, Refusal> {
        let (entry, parent) = self.entry.zip(parent).ok_or(Refusal::NoPlace)?;
        let start = entry.key.span.start as usize;
        if !is_flow(self.text, parent) {
            return Ok(Splice { from: start, until: start, text: "# ".to_owned() });
        }
        let entries = parent.entries();
        let place = entries.iter().position(|other| other.key.span == entry.key.span).unwrap_or(0);
        let (from, until) = match (entries.get(place.saturating_add(1)), place.checked_sub(1)) {
            (Some(next), _) => (start, next.key.span.start as usize),
            (None, Some(before)) => {
                let before = entries.get(before).ok_or(Refusal::NoPlace)?;
                (end_of_entry(self.text, before), end_of_entry(self.text, entry))
            }
            (None, None) => return Err(Refusal::NoPlace),
        };
        // A remark between the two is somebody's.
        if self.text.get(from..until).is_none_or(|gone| gone.contains('#')) {
            return Err(Refusal::NoPlace);
        }
        let line = line_end(self.text, until);
        let gone = self.text.get(start..end_of_entry(self.text, entry)).filter(|gone| !gone.contains('\n'));
        let rest = self.text.get(until..line).filter(|_| line >= parent.span.end as usize);
        let Some((gone, rest)) = gone.zip(rest) else {
            return Ok(Splice { from, until, text: String::new() });
        };
        let before = if rest.contains(" #") { ";" } else { "  #" };
        Ok(Splice { from, until: line, text: format!("{}{before} {gone}", rest.trim_end()) })
    }

    /// After the last of what stands between brackets, or first in them.
    fn between_brackets(&self, last: Option<usize>, written: &str) -> Result<Splice, Refusal> {
        let Some(last) = last else {
            let from = (self.node.span.start as usize).saturating_add(1);
            return Ok(Splice { from, until: from, text: written.to_owned() });
        };
        let rest = self.text.get(last..).ok_or(Refusal::NoPlace)?;
        let has_comma = rest.trim_start().starts_with(',');
        let is_last = rest.trim_start().trim_start_matches(',').trim_start().starts_with([']', '}']);
        if has_comma && is_last {
            let comma = rest.len().saturating_sub(rest.trim_start().len()).saturating_add(1);
            let from = last.saturating_add(comma);
            return Ok(Splice { from, until: from, text: format!(" {written}") });
        }
        Ok(Splice { from: last, until: last, text: format!(", {written}") })
    }

    /// After the colon of a key that has nothing there.
    fn put_after_colon(&self, written: &str) -> Result<Splice, Refusal> {
        let end = self.entry.ok_or(Refusal::NoPlace)?.key.span.end as usize;
        let rest = self.text.get(end..).ok_or(Refusal::NoPlace)?;
        let blanks = rest.len().saturating_sub(rest.trim_start_matches([' ', '\t']).len());
        let colon = end.saturating_add(blanks);
        let (from, text) = if self.text.get(colon..).is_some_and(|rest| rest.starts_with(':')) {
            (colon.saturating_add(1), format!(" {written}"))
        } else {
            (end, format!(": {written}"))
        };
        Ok(Splice { from, until: from, text })
    }

    /// Lines below the one where something ends, and below the remarks that stand further in than `own`.
    fn after_line(&self, end: usize, own: usize, lines: &[String]) -> Result<Splice, Refusal> {
        let before = self.text.get(..end).ok_or(Refusal::NoPlace)?;
        let mut at = line_end(self.text, before.trim_end().len());
        while let Some(next) = next_line(self.text, at).filter(|next| is_remark_of(self.text, *next, own)) {
            at = line_end(self.text, next);
        }
        let break_ = self.line_break(at);
        let text = lines.iter().map(|line| format!("{break_}{line}")).collect();
        Ok(Splice { from: at, until: at, text })
    }

    /// How lines end here; where the last line has no end, as the first does.
    fn line_break(&self, at: usize) -> &'static str {
        let ends = |text: &str| if text.starts_with("\r\n") { "\r\n" } else { "\n" };
        match self.text.get(at..).filter(|rest| !rest.is_empty()) {
            Some(rest) => ends(rest),
            None => self.text.find('\n').map_or("\n", |first| {
                if self.text.get(..first).is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
            }),
        }
    }
}

/// Where the line of a byte ends, before its break.
fn line_end(text: &str, byte: usize) -> usize {
    let rest = text.get(byte..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let line = if line.len() < rest.len() { line.strip_suffix('\r').unwrap_or(line) } else { line };
    byte.saturating_add(line.len())
}

/// Where the line after one that ends here begins; none where there is none.
fn next_line(text: &str, end: usize) -> Option<usize> {
    let rest = text.get(end..)?;
    let after = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    Some(text.len().saturating_sub(after.len()))
}

/// Whether a line is a remark that stands further in than a column.
fn is_remark_of(text: &str, line: usize, own: usize) -> bool {
    let rest = text.get(line..).unwrap_or_default();
    let blanks = rest.len().saturating_sub(rest.trim_start_matches(' ').len());
    blanks > own && rest.get(blanks..).is_some_and(|rest| rest.starts_with('#'))
}

/// Where a value ends. What has nothing after its colon ends with its key: where the parser places the nothing
/// is its own affair.
fn end_of(text: &str, node: &Node<'_>) -> usize {
    let own = node.span.end as usize;
    if is_flow(text, node) {
        return own;
    }
    match &node.kind {
        Kind::Empty | Kind::Scalar(_) => own,
        Kind::List(items) => items.last().map_or(own, |last| end_of(text, last)),
        Kind::Mapping(entries) => entries.last().map_or(own, |last| end_of_entry(text, last)),
    }
}

fn end_of_entry(text: &str, entry: &Entry<'_>) -> usize {
    match entry.value.kind {
        Kind::Empty => entry.key.span.end as usize,
        Kind::Scalar(_) | Kind::List(_) | Kind::Mapping(_) => end_of(text, &entry.value),
    }
}
