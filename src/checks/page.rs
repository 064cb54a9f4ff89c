//! A rule's page as its parts, from the Markdown that is beside the rule.

/// A page, read from its Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'p> {
    /// What the rule finds, why, and what to write instead, in Norwegian.
    pub norwegian: &'p str,
    /// The same in English.
    pub english: &'p str,
    /// Files with the defect; the marked line is where it is found. Empty where a page cannot show it.
    pub wrong: Vec<Example<'p>>,
    /// What `a3 check` says of it, in Norwegian.
    pub message: &'p str,
    /// What `a3 check --lang en` says of it.
    pub english_message: &'p str,
    /// The same files, corrected.
    pub right: Vec<Example<'p>>,
}

/// One file of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example<'p> {
    /// Path from the root.
    pub path: &'p str,
    /// The whole text.
    pub text: &'p str,
}

/// What marks the line of the defect.
pub const MARK: &str = "# ← her";

impl<'p> Page<'p> {
    /// Reads a page; what it lacks is empty.
    pub fn read(markdown: &'p str) -> Self {
        let body = markdown.split_once('\n').map_or("", |(_, rest)| rest);
        let norwegian = body.split("\n## ").next().unwrap_or_default().trim();
        let wrong = section(markdown, "## Feil");
        let fence = |heading| examples(section(markdown, heading)).first().map_or("", |fence| fence.text);
        Self {
            norwegian,
            english: section(markdown, "## In English").trim(),
            wrong: examples(wrong),
            message: fence("## Melding"),
            english_message: fence("## Message"),
            right: examples(section(markdown, "## Riktig")),
        }
    }

    /// The first line of the wrong example that is marked, from 1, and the file it is in.
    pub fn marked(&self) -> Option<(&'p str, usize)> {
        self.wrong.iter().find_map(|example| {
            let line = example.text.lines().position(|line| line.contains(MARK))?;
            Some((example.path, line.saturating_add(1)))
        })
    }
}

/// The text under a heading, up to the next.
pub(super) fn section<'p>(markdown: &'p str, heading: &str) -> &'p str {
    let after = markdown.split_once(heading).map_or("", |(_, after)| after);
    after.split_once("\n## ").map_or(after, |(section, _)| section)
}

/// The fenced blocks of a section; the second word of the fence is the path.
fn examples(section: &str) -> Vec<Example<'_>> {
    let mut parts = section.split("```");
    parts.next();
    let mut found = Vec::new();
    while let Some(fence) = parts.next() {
        let (info, text) = fence.split_once('\n').unwrap_or((fence, ""));
        found.push(Example { path: info.split_whitespace().nth(1).unwrap_or_default(), text });
        parts.next();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_into_its_parts() {
        let page = Page::read(
            "# navn\n\nHva.\n\n## Feil\n\n```yaml saker/a.yaml\na: 1\nb: 2 # ← her\n```\n\n## Melding\n\n```text\nfeil\n```\n\n## Riktig\n\n```yaml saker/a.yaml\na: 1\n```\n\n## In English\n\nWhat.\n\n## Message\n\n```text\nerror\n```\n",
        );
        assert_eq!(page.norwegian, "Hva.");
        assert_eq!(page.english, "What.");
        assert_eq!(page.marked(), Some(("saker/a.yaml", 2)));
        assert_eq!((page.message, page.english_message), ("feil\n", "error\n"));
        assert_eq!(page.right[0].text, "a: 1\n");
    }
}
