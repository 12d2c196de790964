//! JPEG (ITU-T T.81, annex B): segments that say how long they are, a frame, a scan of it, an end.

/// What was seen of a JPEG file. What cameras write after its end is not looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Jpeg {
    at: At,
    /// Whether a segment said how large the picture is.
    framed: bool,
}

#[derive(Debug, Clone, Copy, Default)]
enum At {
    #[default]
    Beginning,
    Soi,
    /// Before the first byte of a marker.
    Prefix,
    /// After it; in the picture itself it may be no marker.
    Marker {
        in_scan: bool,
    },
    Length {
        marker: u8,
        high: Option<u8>,
    },
    Segment {
        marker: u8,
        left: u16,
    },
    Scan,
    End,
    Broken,
}

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;

const fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}

impl Jpeg {
    pub(super) const fn is_whole(&self) -> bool {
        matches!(self.at, At::End) && self.framed
    }

    pub(super) const fn take(&mut self, byte: u8) {
        self.at = match (self.at, byte) {
            (At::Beginning, 0xff) => At::Soi,
            (At::Soi, SOI) => At::Prefix,
            (At::Prefix, 0xff) => At::Marker { in_scan: false },
            (At::Scan, 0xff) => At::Marker { in_scan: true },
            (At::Scan, _) | (At::Marker { in_scan: true }, 0x00 | 0xd0..=0xd7) => At::Scan,
            (At::Marker { in_scan }, 0xff) => At::Marker { in_scan },
            (At::Marker { in_scan: true }, EOI) | (At::End, _) => At::End,
            (At::Marker { .. }, marker @ (0xc0..=0xcf | SOS..=0xfe)) => {
                At::Length { marker, high: None }
            }
            (At::Length { marker, high: None }, high) => At::Length { marker, high: Some(high) },
            (At::Length { marker, high: Some(high) }, low) => {
                self.framed |= is_frame(marker);
                match u16::from_be_bytes([high, low]) {
                    0 | 1 => At::Broken,
                    2 => after(marker),
                    length => At::Segment { marker, left: length - 2 },
                }
            }
            (At::Segment { marker, left: 1 }, _) => after(marker),
            (At::Segment { marker, left }, _) => At::Segment { marker, left: left - 1 },
            _ => At::Broken,
        };
    }
}

const fn after(marker: u8) -> At {
    if marker == SOS { At::Scan } else { At::Prefix }
}
