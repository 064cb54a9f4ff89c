//! Bytes of a file → text: UTF-8, or else Windows-1252.

use super::wording;
use crate::diagnostic::Finding;

/// The largest file that is read: a line for each ansvar, funksjon and art of the largest
/// municipality is a tenth of it.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// How the letters were stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    #[default]
    Utf8,
    /// Windows-1252, as older programs write.
    Windows1252,
}

/// What Windows-1252 has from 0x80 to 0x9f (WHATWG Encoding Standard, index windows-1252); above,
/// and in the five holes, a byte is the character of the same number.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file. A byte-order mark stays in it.
pub(super) fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), Box<Finding>> {
    if bytes.len() > MAX_BYTES {
        return Err(Box::new(wording::too_large()));
    }
    if is_utf16(&bytes) {
        return Err(Box::new(wording::utf16()));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, Encoding::Utf8)),
        Err(error) => {
            let text = error.as_bytes().iter().map(|byte| letter(*byte)).collect();
            Ok((text, Encoding::Windows1252))
        }
    }
}

fn letter(byte: u8) -> char {
    let place = usize::from(byte.wrapping_sub(0x80));
    WINDOWS_1252.get(place).copied().unwrap_or_else(|| char::from(byte))
}

/// A UTF-16 byte-order mark, or the zero in every second byte that plain letters get there.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let start = bytes.iter().take(64);
    let zeros = |skip: usize| start.clone().skip(skip).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len().min(64) / 2;
    half >= 4 && (zeros(0) == half) != (zeros(1) == half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norwegian_letters_are_read_from_either_encoding() {
        assert_eq!(decode("bel\u{f8}p".into()).unwrap(), ("beløp".to_owned(), Encoding::Utf8));
        let old = decode(b"bel\xf8p \x80 \x96 \xe5\xc6".to_vec()).unwrap();
        assert_eq!(old, ("beløp € – åÆ".to_owned(), Encoding::Windows1252));
    }

    #[test]
    fn utf_16_and_huge_files_are_refused() {
        let utf16: Vec<u8> = "ansvar;art".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(utf16).unwrap_err().rule, "ulesbar-budsjettfil");
        assert_eq!(decode(b"\xff\xfea\0".to_vec()).unwrap_err().rule, "ulesbar-budsjettfil");
    }
}
