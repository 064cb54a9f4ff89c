//! Texts that stand on many lines, kept once.

use super::sums::is_named_sum;
use crate::source::hidden_sign;
use std::collections::HashMap;
use std::sync::Arc;

/// The longest ansvar, in bytes.
const LONGEST_UNIT: usize = 200;

/// ansvar, each kept once. Lines of one ansvar mostly stand together.
#[derive(Debug, Default)]
pub(super) struct Units {
    /// Whether each has been given its name.
    all: HashMap<Arc<str>, bool>,
    last: Option<(Arc<str>, bool)>,
}

impl Units {
    /// The text, and whether it has been given its name; nothing where it is no ansvar.
    pub(super) fn keep(&mut self, text: &str) -> Option<(Arc<str>, bool)> {
        // Letter by letter: they are few, and a call to compare them costs more.
        let is_last = |last: &str| last.len() == text.len() && last.bytes().eq(text.bytes());
        if let Some((last, is_named)) = self.last.as_ref().filter(|(last, _)| is_last(last)) {
            return Some((Arc::clone(last), *is_named));
        }
        if !Self::is_unit(text) {
            return None;
        }
        let known = self.all.get_key_value(text).map(|(kept, is_named)| (Arc::clone(kept), *is_named));
        let kept = known.unwrap_or_else(|| {
            let new: Arc<str> = Arc::from(text);
            self.all.insert(Arc::clone(&new), false);
            (new, false)
        });
        self.last = Some(kept.clone());
        Some(kept)
    }

    /// Whether a text can be an ansvar, and is no sum of some.
    pub(super) fn is_unit(text: &str) -> bool {
        let is_fit = !text.is_empty() && text.len() <= LONGEST_UNIT;
        // Excel's mark of a text, and digits of other alphabets: not the ansvar they look like.
        let looks_else = text.starts_with(['\'', '’', '`', '#'])
            || text.chars().any(|letter| letter.is_numeric() && !letter.is_ascii());
        let is_hidden = text.bytes().any(|byte| byte.is_ascii_control()) || hidden_sign(text).is_some();
        is_fit && !is_hidden && !looks_else && !is_named_sum(text)
    }

    /// Notes that a unit has its name.
    pub(super) fn has_name(&mut self, unit: &Arc<str>) {
        self.all.insert(Arc::clone(unit), true);
        self.last = Some((Arc::clone(unit), true));
    }
}
