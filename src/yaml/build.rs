//! Events → tree, on a stack of our own: no recursion, and one look at each event.

use super::node::{Entry, Kind, Node, Scalar, Style};
use super::signs::Among;
use super::{MAX_DEPTH, options, refuse, signs, syntax};
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::{Span, Spanned};
use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};
use std::borrow::Cow;
use std::collections::HashMap;

/// Keys a mapping may have before repeated ones are looked up by hash.
const FEW_KEYS: usize = 16;

/// What came out of the events.
pub(super) struct Built<'s> {
    /// The document, when it was read to its end and is a mapping.
    pub(super) root: Option<Node<'s>>,
    /// What the tree refuses.
    pub(super) findings: Vec<Finding>,
    /// Lines that do not say to YAML what their writer meant, so that nothing around them can be trusted.
    pub(super) misread: Vec<Finding>,
    /// Where and why reading stopped early.
    pub(super) failure: Option<Finding>,
    /// Texts over several lines, where a tab is text and no indentation.
    pub(super) long_texts: Vec<Span>,
}

/// A list or mapping that is not closed yet.
pub(super) struct Frame<'s> {
    /// Where it begins; a bracket, if it has one.
    pub(super) span: Span,
    /// Written with brackets.
    pub(super) flow: bool,
    content: Content<'s>,
}

enum Content<'s> {
    List(Vec<Node<'s>>),
    Mapping { entries: Vec<Entry<'s>>, slot: Slot<'s>, seen: HashMap<Cow<'s, str>, Span> },
}

/// What a mapping waits for.
enum Slot<'s> {
    Key,
    Value(Spanned<Cow<'s, str>>),
    /// The value of a key that a decimal comma tore off the value before.
    Torn(Spanned<Cow<'s, str>>),
    /// The value of a key that was refused.
    Skip,
}

/// Builds the tree of one text.
pub(super) struct Builder<'s> {
    text: &'s str,
    pub(super) stack: Vec<Frame<'s>>,
    root: Option<Node<'s>>,
    documents: usize,
    /// The last value that was finished, to say what is before a syntax error.
    pub(super) last: Span,
    findings: Vec<Finding>,
    misread: Vec<Finding>,
    failure: Option<Finding>,
    torn: Vec<Span>,
    long_texts: Vec<Span>,
}

impl<'s> Builder<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Self {
            text,
            stack: Vec::new(),
            root: None,
            documents: 0,
            last: Span::default(),
            findings: Vec::new(),
            misread: Vec::new(),
            failure: None,
            torn: Vec::new(),
            long_texts: Vec::new(),
        }
    }

    /// Reads all events, or up to the first that cannot be read on from.
    pub(super) fn run(mut self) -> Built<'s> {
        for event in Parser::new_from_str_with_options(self.text, options()) {
            match event {
                Ok((event, span)) => self.take(event, &span),
                Err(error) => self.failure = Some(syntax::explain(self.text, &self, &error)),
            }
            let found = self.findings.len().max(self.misread.len());
            if self.failure.is_some() || found >= MAX_COLLECTED {
                self.root = None;
                break;
            }
        }
        let words = |span: Span| self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        let torn = self.torn.iter().take(MAX_COLLECTED);
        self.findings.extend(torn.map(|span| refuse::decimal_comma(words(*span), *span)));
        let Self { root, findings, misread, failure, long_texts, .. } = self;
        Built { root, findings, misread, failure, long_texts }
    }

    fn take(&mut self, event: Event<'s>, at: &granit_parser::Span) {
        let span = place(at);
        match event {
            Event::Scalar(text, style, _, _) => {
                self.refuse_tag(at);
                self.scalar(text, style, span);
            }
            Event::SequenceStart(style, _, _) => {
                self.refuse_tag(at);
                self.open(Content::List(Vec::new()), style, span);
            }
            Event::MappingStart(style, _, _) => {
                self.refuse_tag(at);
                let (entries, seen) = (Vec::new(), HashMap::new());
                self.open(Content::Mapping { entries, slot: Slot::Key, seen }, style, span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.alias(span),
            Event::Anchor(..) => self.find(refuse::anchor(span)),
            Event::DocumentStart(..) => self.document(span),
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd | Event::Comment(..) | _ => {}
        }
    }

    fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    fn refuse_tag(&mut self, at: &granit_parser::Span) {
        if let Some(tag) = at.tag_span() {
            self.find(refuse::tag(place(&tag)));
        }
    }

    fn document(&mut self, span: Span) {
        self.documents = self.documents.saturating_add(1);
        if self.documents > 1 {
            self.failure = Some(refuse::several_documents(span));
        }
    }

    /// An alias is kept as the text it was written with, so that only one thing is said about it.
    fn alias(&mut self, span: Span) {
        self.find(refuse::alias(span));
        let text = self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        self.scalar(Cow::Borrowed(text), ScalarStyle::Plain, span);
    }

    fn scalar(&mut self, text: Cow<'s, str>, style: ScalarStyle, span: Span) {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        };
        let length = (span.end.saturating_sub(span.start)) as usize;
        let around = if style == Style::Quoted { 2 } else { 0 };
        let borrowed = matches!(text, Cow::Borrowed(_));
        let verbatim = borrowed && style != Style::Block && text.len().saturating_add(around) == length;
        if !verbatim && length > 0 {
            self.long_texts.push(if style == Style::Block { self.whole_lines(span) } else { span });
            if style == Style::Quoted && text.chars().any(crate::source::is_control) {
                self.find(refuse::escaped_control(span));
            }
        }
        if length == 0 && style == Style::Plain {
            return self.place(Node { span, kind: Kind::Empty });
        }
        if style == Style::Plain && self.torn_by_comma(span) {
            return self.repair(Spanned::new(text, span));
        }
        if style == Style::Plain {
            let cut = signs::cut_off(self.text, span);
            self.findings.extend(cut.map(|whole| refuse::cut_off(whole, span)));
        }
        let text = if style == Style::Plain { self.unquoted(text, span) } else { text };
        let (text, verbatim) = match signs::spelled(&text) {
            Some(spelled) => (Cow::Owned(spelled), false),
            None => {
                let verbatim = verbatim && matches!(text, Cow::Borrowed(_));
                (text, verbatim)
            }
        };
        self.place(Node { span, kind: Kind::Scalar(Scalar { text, style, verbatim }) });
    }

    fn among(&self) -> Among {
        if self.stack.last().is_some_and(|frame| frame.flow) { Among::Brackets } else { Among::Lines }
    }

    /// A text on lines of its own, from before the first of them.
    fn whole_lines(&self, span: Span) -> Span {
        let before = self.text.get(..span.start as usize).and_then(|before| before.rfind('\n'));
        Span::new(before.unwrap_or_default(), span.end as usize)
    }

    /// Without the quotation marks of a word processor, which are signs like any other to YAML.
    fn unquoted(&mut self, text: Cow<'s, str>, span: Span) -> Cow<'s, str> {
        let Some(quoted) = signs::curly_quoted(&text, self.among()) else { return text };
        let quoted = quoted.to_owned();
        self.find(refuse::curly_quotes(&quoted, span));
        Cow::Owned(quoted)
    }

    fn open(&mut self, content: Content<'s>, style: StructureStyle, span: Span) {
        if self.stack.len() >= MAX_DEPTH {
            self.failure = Some(refuse::too_deep(span));
            return;
        }
        self.stack.push(Frame { span, flow: style == StructureStyle::Flow, content });
    }

    fn close(&mut self, span: Span) {
        let Some(frame) = self.stack.pop() else { return };
        let end = if frame.flow && span.end > span.start { span } else { self.last };
        let span = frame.span.to(Span { start: frame.span.start, end: end.end });
        let kind = match frame.content {
            Content::List(items) => Kind::List(items),
            Content::Mapping { entries, .. } => Kind::Mapping(entries),
        };
        self.place(Node { span, kind });
    }

    /// Puts a finished value where it belongs: in the list, as key or value, or as the root.
    fn place(&mut self, node: Node<'s>) {
        self.last = node.span;
        match self.stack.last_mut().map(|frame| &mut frame.content) {
            None => self.finish(node),
            Some(Content::List(items)) => items.push(node),
            Some(Content::Mapping { entries, slot, .. }) => match core::mem::replace(slot, Slot::Key) {
                Slot::Key => self.key(node),
                Slot::Value(key) => entries.push(Entry { key, value: node }),
                Slot::Torn(key) => self.repair_entry(key, node),
                Slot::Skip => {}
            },
        }
    }

    fn finish(&mut self, node: Node<'s>) {
        match node.kind {
            Kind::Mapping(_) => self.root = Some(node),
            Kind::Empty => {}
            Kind::Scalar(_) | Kind::List(_) => self.find(refuse::root_is_no_mapping(self.text, node.span)),
        }
    }

    fn key(&mut self, node: Node<'s>) {
        let place = self.among();
        self.misread.extend(node.scalar().and_then(|key| signs::misread_key(key, node.span, place)));
        let slot = match node.kind {
            Kind::Scalar(Scalar { text, style: Style::Plain, .. }) if text == "<<" => {
                self.find(refuse::merge_key(node.span));
                Slot::Skip
            }
            Kind::Scalar(scalar) => self.fresh_key(Spanned::new(scalar.text, node.span)),
            Kind::Empty | Kind::List(_) | Kind::Mapping(_) => {
                self.find(refuse::key_is_no_text(node.span));
                Slot::Skip
            }
        };
        self.set_slot(slot);
    }

    fn set_slot(&mut self, next: Slot<'s>) {
        if let Some(Frame { content: Content::Mapping { slot, .. }, .. }) = self.stack.last_mut() {
            *slot = next;
        }
    }

    fn fresh_key(&mut self, key: Spanned<Cow<'s, str>>) -> Slot<'s> {
        let Some(Frame { content: Content::Mapping { entries, seen, .. }, .. }) = self.stack.last_mut()
        else {
            return Slot::Skip;
        };
        match first_of(entries, seen, &key) {
            None => Slot::Value(key),
            Some(first) if self.begins_item(first) => {
                self.find(refuse::missing_dash(&key.value, key.span, first));
                self.next_item(key.span);
                Slot::Value(key)
            }
            Some(first) => {
                let repeated = refuse::repeated_key(&key.value, key.span, first);
                let is_indented = self.stack.len() > 1 && self.stack.last().is_some_and(|frame| !frame.flow);
                self.find(if is_indented { repeated.variant("indented") } else { repeated });
                Slot::Skip
            }
        }
    }

    /// Whether a key is the first of several in an item of a list on lines of its own.
    fn begins_item(&self, key: Span) -> bool {
        let [.., list, item] = self.stack.as_slice() else { return false };
        let is_first = match &item.content {
            Content::Mapping { entries, .. } => {
                entries.len() > 1 && entries.first().is_some_and(|first| first.key.span == key)
            }
            Content::List(_) => false,
        };
        is_first && !item.flow && matches!(list.content, Content::List(_))
    }

    /// Ends the item of a list that is open, and begins the next, whose dash is missing.
    fn next_item(&mut self, start: Span) {
        let [.., Frame { content: Content::List(items), .. }, Frame { span, content, .. }] =
            self.stack.as_mut_slice()
        else {
            return;
        };
        let next = Content::Mapping { entries: Vec::new(), slot: Slot::Key, seen: HashMap::new() };
        if let Content::Mapping { entries, .. } = core::mem::replace(content, next) {
            let whole = span.to(Span { start: span.start, end: self.last.end });
            items.push(Node { span: whole, kind: Kind::Mapping(entries) });
        }
        *span = start;
    }

    /// Whether a plain text inside brackets follows a comma that is between two digits.
    fn torn_by_comma(&self, span: Span) -> bool {
        if !self.stack.last().is_some_and(|frame| frame.flow) {
            return false;
        }
        let (bytes, start) = (self.text.as_bytes(), span.start as usize);
        let byte = |back: usize| start.checked_sub(back).and_then(|at| bytes.get(at));
        byte(1) == Some(&b',')
            && byte(2).is_some_and(u8::is_ascii_digit)
            && byte(0).is_some_and(u8::is_ascii_digit)
    }

    /// Joins what a decimal comma tore apart, so that nothing else is said about the pieces.
    fn repair(&mut self, rest: Spanned<Cow<'s, str>>) {
        let comma = Span { start: rest.span.start.saturating_sub(2), end: rest.span.end };
        match self.stack.last_mut().map(|frame| &mut frame.content) {
            Some(Content::List(items)) => {
                let whole = items.last_mut().and_then(|node| join(self.text, node, rest.span));
                self.comma(whole.unwrap_or(comma));
            }
            Some(Content::Mapping { slot: slot @ Slot::Key, .. }) => *slot = Slot::Torn(rest),
            Some(Content::Mapping { .. }) | None => self.comma(comma),
        }
    }

    fn repair_entry(&mut self, key: Spanned<Cow<'s, str>>, value: Node<'s>) {
        let text = self.text;
        let Some(Frame { content: Content::Mapping { entries, .. }, .. }) = self.stack.last_mut() else {
            return;
        };
        let torn = entries.last_mut().filter(|_| value.kind == Kind::Empty);
        let whole = torn.and_then(|entry| join(text, &mut entry.value, key.span));
        self.comma(whole.unwrap_or(key.span));
    }

    /// Remembers a torn number, which grows when it holds several commas.
    fn comma(&mut self, whole: Span) {
        self.last = whole;
        match self.torn.last_mut().filter(|last| last.start == whole.start) {
            Some(last) => *last = whole,
            None => self.torn.push(whole),
        }
    }
}

/// Where a key was first written in this mapping, or nothing and the key is remembered.
fn first_of<'s>(
    entries: &[Entry<'s>],
    seen: &mut HashMap<Cow<'s, str>, Span>,
    key: &Spanned<Cow<'s, str>>,
) -> Option<Span> {
    if entries.len() < FEW_KEYS {
        return entries.iter().find(|entry| entry.key.value == key.value).map(|entry| entry.key.span);
    }
    if seen.is_empty() {
        seen.extend(entries.iter().map(|entry| (entry.key.value.clone(), entry.key.span)));
    }
    match seen.get(&key.value) {
        Some(first) => Some(*first),
        None => {
            seen.insert(key.value.clone(), key.span);
            None
        }
    }
}

/// Lengthens a plain text to the end of `rest`; the whole span, when there was such a text.
fn join<'s>(text: &'s str, node: &mut Node<'s>, rest: Span) -> Option<Span> {
    let Kind::Scalar(scalar) = &mut node.kind else { return None };
    let whole = node.span.to(rest);
    let joined = text.get(whole.start as usize..whole.end as usize)?;
    scalar.text = Cow::Borrowed(joined);
    node.span = whole;
    Some(whole)
}

/// The byte span of a parser span.
pub(super) fn place(span: &granit_parser::Span) -> Span {
    let byte = |marker: &granit_parser::Marker| marker.byte_offset().unwrap_or_default();
    Span::new(byte(&span.start), byte(&span.end))
}
