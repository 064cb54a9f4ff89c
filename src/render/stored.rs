//! A zip file whose parts are stored as they are: what a document of Word is put in. No dates, so the same parts
//! are the same bytes. Format: APPNOTE 6.3 (PKWARE), the parts that every reader knows.

/// The parts, each under its name, as one zip file.
pub(super) fn zip(parts: &[Part<'_>]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let place = length(file.len());
        let header = part.header();
        file.extend(b"PK\x03\x04");
        file.extend(&header);
        file.extend(part.name.as_bytes());
        file.extend(part.bytes);
        // Made by: the same version as is needed to read it; then no comment, disk 0, no attributes.
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&header);
        directory.extend([0; 10]);
        directory.extend(place.to_le_bytes());
        directory.extend(part.name.as_bytes());
    }
    let (place, size) = (length(file.len()), length(directory.len()));
    let count = u16::try_from(parts.len()).unwrap_or(u16::MAX).to_le_bytes();
    file.extend(directory);
    file.extend(b"PK\x05\x06\x00\x00\x00\x00");
    file.extend(count);
    file.extend(count);
    file.extend(size.to_le_bytes());
    file.extend(place.to_le_bytes());
    file.extend([0; 2]);
    file
}

/// A part of a zip file.
pub(super) struct Part<'p> {
    /// Its path.
    pub(super) name: &'p str,
    /// What is in it.
    pub(super) bytes: &'p [u8],
}

impl Part<'_> {
    /// What the part and the directory both say of it: version 2.0, names in UTF-8, stored, 1 January 1980.
    fn header(&self) -> Vec<u8> {
        let mut header = vec![0x14, 0, 0, 0x08, 0, 0, 0, 0, 0x21, 0];
        let size = length(self.bytes.len()).to_le_bytes();
        header.extend(crc(self.bytes).to_le_bytes());
        header.extend(size);
        header.extend(size);
        header.extend(u16::try_from(self.name.len()).unwrap_or(u16::MAX).to_le_bytes());
        header.extend([0; 2]);
        header
    }
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// CRC-32 (ISO 3309), bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        let mut crc = crc ^ u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
        crc
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn the_directory_says_where_each_part_is() {
        let file = zip(&[Part { name: "a", bytes: b"en" }, Part { name: "b/c", bytes: b"to" }]);
        let places: Vec<usize> =
            file.windows(4).enumerate().filter(|(_, at)| *at == b"PK\x03\x04").map(|(at, _)| at).collect();
        assert_eq!(places, [0, 33]);
        let entry = file.windows(4).rposition(|at| at == b"PK\x01\x02").unwrap();
        assert_eq!(file[entry + 42..entry + 46], 33_u32.to_le_bytes());
        assert_eq!(file[file.len() - 6..file.len() - 2], 68_u32.to_le_bytes());
    }
}
