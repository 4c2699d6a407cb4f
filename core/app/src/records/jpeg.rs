//! Where a JPEG's picture ends, and whether all of it is there.
//!
//! Decoders fill what is missing with grey or green and call it a success, so that half a proof
//! would be sent. And most phones put something behind the picture: a video of the moment, a depth
//! map, a second size. This module reads a file as ITU-T T.81 describes it, without computing a
//! pixel: it counts every block of every scan and gives the first picture alone.

use super::photo::PhotoError;

/// Sides of a block in samples.
const BLOCK: u32 = 8;

/// A picture's frame: what is in its header.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    pub width: u32,
    pub height: u32,
    pub progressive: bool,
    components: Vec<Component>,
}

#[derive(Debug, Clone, Copy)]
struct Component {
    id: u8,
    across: u32,
    down: u32,
}

/// What the first frame says, read without a scan.
///
/// # Errors
/// As [`first_picture`].
pub(super) fn size(bytes: &[u8]) -> Result<Frame, PhotoError> {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return Err(PhotoError::Unreadable);
    }
    let mut walk = Walk { bytes, at: 2, ..Walk::default() };
    while walk.frame.is_none() {
        walk.step()?;
    }
    walk.frame.ok_or(PhotoError::Damaged)
}

/// The bytes of the first picture in a file, from its start to its end marker, once its structure
/// and every code of its scans have been read. What lies behind is no part of it.
///
/// # Errors
/// [`PhotoError::Unreadable`] for what is no JPEG of this kind, [`PhotoError::Damaged`] where
/// something is cut off or makes no sense.
pub(super) fn first_picture(bytes: &[u8]) -> Result<&[u8], PhotoError> {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return Err(PhotoError::Unreadable);
    }
    let mut walk = Walk { bytes, at: 2, ..Walk::default() };
    while walk.step()? {}
    bytes.get(..walk.at).ok_or(PhotoError::Damaged)
}

#[derive(Default)]
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    frame: Option<Frame>,
    /// Direct-current tables, then those of alternating current.
    huffman: [[Option<Codes>; 4]; 2],
    restart: u32,
    scans: u32,
}

/// One component of a scan: its place in the frame, and its tables.
#[derive(Debug, Clone, Copy)]
struct Part {
    component: Component,
    dc: usize,
    ac: usize,
}

/// A scan's header.
struct Scan {
    parts: Vec<Part>,
    start: u32,
    end: u32,
    refines: bool,
}

impl<'a> Walk<'a> {
    /// Reads the next part; whether there is one more.
    fn step(&mut self) -> Result<bool, PhotoError> {
        match self.marker()? {
            0xd9 if self.scans > 0 => return Ok(false),
            0xc0..=0xc2 => self.frame()?,
            0xc4 => self.tables()?,
            0xda => self.scan()?,
            0xdd => self.restart_interval()?,
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcf => return Err(PhotoError::Unreadable),
            0x01 | 0xd0..=0xd7 => {}
            0xd8 | 0xd9 => return Err(PhotoError::Damaged),
            _ => {
                self.segment()?;
            }
        }
        Ok(true)
    }

    fn byte(&mut self) -> Result<u8, PhotoError> {
        let byte = self.bytes.get(self.at).copied().ok_or(PhotoError::Damaged)?;
        self.at += 1;
        Ok(byte)
    }

    /// The next marker; bytes between segments that are none are passed over, as decoders do.
    fn marker(&mut self) -> Result<u8, PhotoError> {
        loop {
            while self.byte()? != 0xff {}
            let mut code = self.byte()?;
            while code == 0xff {
                code = self.byte()?;
            }
            if code != 0 {
                return Ok(code);
            }
        }
    }

    fn segment(&mut self) -> Result<&'a [u8], PhotoError> {
        let length = usize::from(u16::from_be_bytes([self.byte()?, self.byte()?]));
        let content = length.checked_sub(2).ok_or(PhotoError::Damaged)?;
        let end = self.at.checked_add(content).ok_or(PhotoError::Damaged)?;
        let segment = self.bytes.get(self.at..end).ok_or(PhotoError::Damaged)?;
        self.at = end;
        Ok(segment)
    }

    fn frame(&mut self) -> Result<(), PhotoError> {
        let progressive = self.bytes.get(self.at.wrapping_sub(1)) == Some(&0xc2);
        let segment = self.segment()?;
        let [precision, h1, h0, w1, w0, count, rest @ ..] = segment else {
            return Err(PhotoError::Damaged);
        };
        if self.frame.is_some() || *precision != 8 {
            return Err(PhotoError::Unreadable);
        }
        let components: Vec<Component> = rest
            .chunks_exact(3)
            .filter_map(|part| match part {
                [id, sampling, _] => {
                    let (across, down) = (u32::from(sampling >> 4), u32::from(sampling & 15));
                    Some(Component { id: *id, across, down })
                }
                _ => None,
            })
            .collect();
        let sampled =
            |one: &Component| (1..=4).contains(&one.across) && (1..=4).contains(&one.down);
        let (width, height) = (u16::from_be_bytes([*w1, *w0]), u16::from_be_bytes([*h1, *h0]));
        let whole = components.len() == usize::from(*count) && components.iter().all(sampled);
        if !whole || components.is_empty() || width == 0 || height == 0 {
            return Err(PhotoError::Damaged);
        }
        let (width, height) = (width.into(), height.into());
        self.frame = Some(Frame { width, height, progressive, components });
        Ok(())
    }

    fn tables(&mut self) -> Result<(), PhotoError> {
        let mut rest = self.segment()?;
        while let [head, tail @ ..] = rest {
            let (counts, tail) = tail.split_at_checked(16).ok_or(PhotoError::Damaged)?;
            let total = counts.iter().map(|count| usize::from(*count)).sum();
            let (symbols, tail) = tail.split_at_checked(total).ok_or(PhotoError::Damaged)?;
            let classes = self.huffman.get_mut(usize::from(head >> 4));
            let place = classes.and_then(|class| class.get_mut(usize::from(head & 15)));
            *place.ok_or(PhotoError::Damaged)? = Some(Codes::of(counts, symbols)?);
            rest = tail;
        }
        Ok(())
    }

    fn restart_interval(&mut self) -> Result<(), PhotoError> {
        let [high, low] = self.segment()? else { return Err(PhotoError::Damaged) };
        self.restart = u16::from_be_bytes([*high, *low]).into();
        Ok(())
    }

    fn scan(&mut self) -> Result<(), PhotoError> {
        self.scans += 1;
        let frame = self.frame.clone().ok_or(PhotoError::Damaged)?;
        let scan = scan_header(self.segment()?, &frame)?;
        if frame.progressive && scan.refines && scan.start > 0 {
            // Which blocks a refinement touches depends on earlier scans. What it lacks is detail.
            self.at = next_marker(self.bytes, self.at)?;
            return Ok(());
        }
        let mut bits = Bits { bytes: self.bytes, at: self.at, ..Bits::default() };
        let (units, blocks) = units(&frame, &scan.parts)?;
        let mut pending = 0;
        for unit in 0..units {
            if self.restart > 0 && unit > 0 && unit % self.restart == 0 {
                bits.restart()?;
                pending = 0;
            }
            for (part, count) in &blocks {
                for _ in 0..*count {
                    self.block(&mut bits, *part, &scan, frame.progressive, &mut pending)?;
                }
            }
        }
        self.at = next_marker(self.bytes, bits.position())?;
        Ok(())
    }

    fn block(
        &self,
        bits: &mut Bits<'_>,
        part: Part,
        scan: &Scan,
        progressive: bool,
        pending: &mut u32,
    ) -> Result<(), PhotoError> {
        let mut k = scan.start;
        if k == 0 {
            if scan.refines {
                return bits.skip(1);
            }
            let size = bits.symbol(self.codes(0, part.dc)?)?;
            bits.skip(size.into())?;
            k = 1;
        }
        if *pending > 0 {
            *pending -= 1;
            return Ok(());
        }
        while k <= scan.end {
            let symbol = bits.symbol(self.codes(1, part.ac)?)?;
            let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
            match (run, size) {
                (15, 0) => k += 16,
                (_, 0) if progressive => {
                    *pending = (1 << run) - 1 + bits.take(run)?;
                    return Ok(());
                }
                (_, 0) => return Ok(()),
                _ => {
                    k += run + 1;
                    bits.skip(size)?;
                }
            }
        }
        if k > 64 { Err(PhotoError::Damaged) } else { Ok(()) }
    }

    fn codes(&self, class: usize, at: usize) -> Result<&Codes, PhotoError> {
        let table = self.huffman.get(class).and_then(|class| class.get(at));
        table.and_then(Option::as_ref).ok_or(PhotoError::Damaged)
    }
}

fn scan_header(segment: &[u8], frame: &Frame) -> Result<Scan, PhotoError> {
    let [count, rest @ ..] = segment else { return Err(PhotoError::Damaged) };
    let (named, rest) =
        rest.split_at_checked(usize::from(*count) * 2).ok_or(PhotoError::Damaged)?;
    let parts: Option<Vec<Part>> = named
        .chunks_exact(2)
        .map(|part| match part {
            [id, tables] => {
                let component = frame.components.iter().find(|one| one.id == *id).copied()?;
                let (dc, ac) = (usize::from(tables >> 4), usize::from(tables & 15));
                Some(Part { component, dc, ac })
            }
            _ => None,
        })
        .collect();
    let parts = parts.filter(|parts| (1..=4).contains(&parts.len())).ok_or(PhotoError::Damaged)?;
    let [start, end, approximation] = rest else { return Err(PhotoError::Damaged) };
    let (start, end) =
        if frame.progressive { (u32::from(*start), u32::from(*end)) } else { (0, 63) };
    // A progressive scan has either the direct current or some of the rest of one component.
    let end = if frame.progressive && start == 0 { 0 } else { end };
    if start > end || end > 63 || (start > 0 && parts.len() > 1) {
        return Err(PhotoError::Damaged);
    }
    Ok(Scan { parts, start, end, refines: frame.progressive && approximation >> 4 > 0 })
}

/// How many units a scan has, and how many blocks of each component are in one (T.81, A.2).
fn units(frame: &Frame, parts: &[Part]) -> Result<(u32, Vec<(Part, u32)>), PhotoError> {
    let most = |side: fn(&Component) -> u32| frame.components.iter().map(side).max();
    let (across, down) = (most(|one| one.across), most(|one| one.down));
    let (across, down) = across.zip(down).ok_or(PhotoError::Damaged)?;
    if let [part] = parts {
        let side = |pixels: u32, own: u32, most: u32| (pixels * own).div_ceil(most).div_ceil(BLOCK);
        let wide = side(frame.width, part.component.across, across);
        let high = side(frame.height, part.component.down, down);
        return Ok((wide * high, vec![(*part, 1)]));
    }
    let (wide, high) = (frame.width.div_ceil(BLOCK * across), frame.height.div_ceil(BLOCK * down));
    let blocks = parts.iter().map(|part| (*part, part.component.across * part.component.down));
    Ok((wide * high, blocks.collect()))
}

/// The place of the next marker: a byte 0xFF that no zero follows.
fn next_marker(bytes: &[u8], from: usize) -> Result<usize, PhotoError> {
    let rest = bytes.get(from..).ok_or(PhotoError::Damaged)?;
    let is_marker = |pair: &[u8]| matches!(pair, [0xff, code] if !matches!(code, 0 | 0xd0..=0xd7));
    let found = rest.windows(2).position(is_marker).ok_or(PhotoError::Damaged)?;
    Ok(from + found)
}

/// A Huffman table: for each possible next 16 bits, the symbol and the length of its code.
struct Codes(Vec<(u8, u8)>);

impl Codes {
    fn of(counts: &[u8], symbols: &[u8]) -> Result<Self, PhotoError> {
        let (mut table, mut symbols) = (Vec::with_capacity(1 << 16), symbols.iter());
        for (length, count) in (1_u8..).zip(counts) {
            for symbol in symbols.by_ref().take(usize::from(*count)) {
                let filled = table.len() + (1 << (16 - length));
                if filled > 1 << 16 {
                    return Err(PhotoError::Damaged);
                }
                table.resize(filled, (*symbol, length));
            }
        }
        table.resize(1 << 16, (0, 0));
        Ok(Self(table))
    }
}

/// The bits of a scan, without the zeros that are stuffed behind 0xFF.
#[derive(Default)]
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    buffer: u64,
    held: u32,
}

impl Bits<'_> {
    fn fill(&mut self) {
        while self.held <= 48 {
            let byte = match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
                (Some(0xff), Some(0)) => {
                    self.at += 2;
                    0xff
                }
                (Some(0xff) | None, _) => return,
                (Some(byte), _) => {
                    self.at += 1;
                    *byte
                }
            };
            self.buffer = (self.buffer << 8) | u64::from(byte);
            self.held += 8;
        }
    }

    fn symbol(&mut self, codes: &Codes) -> Result<u8, PhotoError> {
        if self.held < 16 {
            self.fill();
        }
        let next = if self.held >= 16 {
            self.buffer >> (self.held - 16)
        } else {
            self.buffer << (16 - self.held)
        };
        let place = usize::try_from(next & 0xffff).map_err(|_| PhotoError::Damaged)?;
        let (symbol, length) = codes.0.get(place).copied().ok_or(PhotoError::Damaged)?;
        if length == 0 {
            return Err(PhotoError::Damaged);
        }
        self.skip(length.into())?;
        Ok(symbol)
    }

    fn take(&mut self, count: u32) -> Result<u32, PhotoError> {
        if self.held < count {
            self.fill();
        }
        self.held = self.held.checked_sub(count).ok_or(PhotoError::Damaged)?;
        let value = (self.buffer >> self.held) & ((1 << count) - 1);
        u32::try_from(value).map_err(|_| PhotoError::Damaged)
    }

    fn skip(&mut self, count: u32) -> Result<(), PhotoError> {
        self.take(count).map(|_| ())
    }

    /// Goes on behind a restart marker, which must be next: a whole byte of bits left over means
    /// that something is missing or too much.
    fn restart(&mut self) -> Result<(), PhotoError> {
        self.fill();
        let is_next = matches!(self.bytes.get(self.at..self.at + 2), Some([0xff, 0xd0..=0xd7]));
        if self.held >= 8 || !is_next {
            return Err(PhotoError::Damaged);
        }
        (self.at, self.held) = (self.at + 2, 0);
        Ok(())
    }

    /// How far has been read. Reading ahead ends at a marker, so the next one lies here or behind.
    fn position(&self) -> usize {
        self.at
    }
}
