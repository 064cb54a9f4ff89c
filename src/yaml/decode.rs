//! Bytes of a file → text, or one finding that names the encoding it has instead.

use super::{MAX_BYTES, refuse};
use crate::diagnostic::Finding;
use crate::source::{Source, Span};

/// Reads the bytes of a file as UTF-8. A byte-order mark stays in the text.
///
/// # Errors
/// A finding, and a source to quote from, when the file is larger than [`MAX_BYTES`] or is not
/// UTF-8. UTF-16 is recognised and named.
pub fn decode(path: &str, bytes: Vec<u8>) -> Result<Source, Box<(Source, Finding)>> {
    if bytes.len() > MAX_BYTES {
        return Err(Box::new((Source::new(path, ""), refuse::too_large())));
    }
    if is_utf16(&bytes) {
        return Err(Box::new((Source::new(path, ""), refuse::utf16())));
    }
    String::from_utf8(bytes).map(|text| Source::new(path, text)).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        let source = Source::new(path, String::from_utf8_lossy(error.as_bytes()));
        // The replacement character that now is there takes three bytes.
        Box::new((source, refuse::not_utf8(byte, Span::new(at, at.saturating_add(3)))))
    })
}

/// A UTF-16 byte-order mark, or the zero in every second byte that plain letters get there.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let start = bytes.iter().take(64);
    let zeros = |skip: usize| start.clone().skip(skip).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len().min(64) / 2;
    half >= 2
        && (zeros(0).saturating_mul(4) >= half.saturating_mul(3)
            || zeros(1).saturating_mul(4) >= half.saturating_mul(3))
}
