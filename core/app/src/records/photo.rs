//! A photo on its way into the store: upright, not too large, and without a trace of where, when
//! and with what it was taken.

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, Limits};
use std::io::Cursor;

/// Bytes of a photo as the camera made it, at most.
const MAX_BYTES: usize = 40 * 1024 * 1024;
/// Pixels along a side, at most, as the camera made it.
const MAX_SIDE: u32 = 20_000;
/// Pixels in all, at most, as the camera made it.
const MAX_PIXELS: u64 = 120_000_000;
/// Memory that reading may take, at most.
const MAX_MEMORY: u64 = 512 * 1024 * 1024;
/// "Long side ≤ 2048" of what is kept.
const LONG_SIDE: u32 = 2048;
const QUALITY: u8 = 85;

/// What is kept.
pub(super) const MEDIA_TYPE: &str = "image/jpeg";

/// Why a photo cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PhotoError {
    /// Too many bytes or pixels.
    TooLarge,
    /// Not a JPEG, or a broken one.
    Unreadable,
}

/// Looks at a photo's size and form, without reading its pixels.
///
/// # Errors
/// [`PhotoError`].
pub(super) fn look(bytes: &[u8]) -> Result<(), PhotoError> {
    decoder(bytes).map(|_| ())
}

/// Reads a photo, turns it upright as its orientation says, makes it smaller if it must be, and
/// writes it as a JPEG that has nothing but pixels.
///
/// # Errors
/// [`PhotoError`].
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, PhotoError> {
    let mut decoder = decoder(bytes)?;
    let upright = decoder.orientation().map_err(|error| read_error(&error))?;
    let mut photo = DynamicImage::from_decoder(decoder).map_err(|error| read_error(&error))?;
    photo.apply_orientation(upright);
    if photo.width().max(photo.height()) > LONG_SIDE {
        photo = photo.resize(LONG_SIDE, LONG_SIDE, FilterType::Triangle);
    }
    // Other layouts than 8-bit colour, such as CMYK or grey, become plain colour.
    let pixels = DynamicImage::ImageRgb8(photo.into_rgb8());
    let mut written = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
    pixels.write_with_encoder(encoder).map_err(|error| read_error(&error))?;
    Ok(written)
}

fn decoder(bytes: &[u8]) -> Result<JpegDecoder<Cursor<&[u8]>>, PhotoError> {
    if bytes.len() > MAX_BYTES {
        return Err(PhotoError::TooLarge);
    }
    if !is_whole(bytes) {
        return Err(PhotoError::Unreadable);
    }
    let mut decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|error| read_error(&error))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    decoder.set_limits(limits).map_err(|error| read_error(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PhotoError::TooLarge);
    }
    Ok(decoder)
}

/// Whether the picture's end is there: the decoder would fill what is missing with grey, and half a
/// proof would be sent. Its last scan (FF DA) is followed by an end (FF D9); compressed pixels hold
/// neither, and a thumbnail's end stands before.
fn is_whole(bytes: &[u8]) -> bool {
    let last = |marker: [u8; 2]| bytes.windows(2).rposition(|pair| pair == marker);
    let (scan, end) = (last([0xff, 0xda]), last([0xff, 0xd9]));
    scan.is_some_and(|scan| end.is_some_and(|end| end > scan))
}

const fn read_error(error: &ImageError) -> PhotoError {
    match error {
        ImageError::Limits(_) => PhotoError::TooLarge,
        _ => PhotoError::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{GenericImageView, Rgb, RgbImage};

    /// A photo whose left half is red and whose right half is blue.
    fn photo(width: u32, height: u32) -> Vec<u8> {
        let pixels = RgbImage::from_fn(width, height, |x, _| {
            if x < width / 2 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) }
        });
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
        DynamicImage::ImageRgb8(pixels).write_with_encoder(encoder).unwrap();
        bytes
    }

    /// The photo with an Exif block: an orientation, a camera's name and a place.
    fn with_exif(photo: &[u8], orientation: u8) -> Vec<u8> {
        let mut tiff = b"II\x2a\0\x08\0\0\0\x03\0".to_vec();
        // Make (0x010f), orientation (0x0112), the block of the place (0x8825).
        tiff.extend_from_slice(b"\x0f\x01\x02\0\x0c\0\0\0\x32\0\0\0");
        tiff.extend_from_slice(&[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
        tiff.extend_from_slice(b"\x25\x88\x04\0\x01\0\0\0\x3e\0\0\0");
        tiff.extend_from_slice(&[0, 0, 0, 0]);
        tiff.extend_from_slice(b"SecretCamera");
        tiff.extend_from_slice(b"\x01\0\x02\0\x02\0\x14\0\0\0GPS-30.2741N-120.1551E\0\0\0\0");
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend_from_slice(&tiff);
        let mut bytes = photo[..2].to_vec();
        bytes.extend_from_slice(b"\xff\xe1");
        bytes.extend_from_slice(&u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        bytes.extend_from_slice(&exif);
        // A comment, too.
        bytes.extend_from_slice(b"\xff\xfe\0\x0eTaken by Li.");
        bytes.extend_from_slice(&photo[2..]);
        bytes
    }

    fn holds(bytes: &[u8], text: &[u8]) -> bool {
        bytes.windows(text.len()).any(|part| part == text)
    }

    #[test]
    fn a_photo_comes_out_without_place_camera_and_comments() {
        let taken = with_exif(&photo(64, 32), 1);
        let traces: [&[u8]; 5] =
            [b"Exif", b"GPS-30.2741N", b"SecretCamera", b"Taken by Li", b"II*"];
        for trace in traces {
            assert!(holds(&taken, trace));
            assert!(!holds(&clean(&taken).unwrap(), trace), "{}", String::from_utf8_lossy(trace));
        }
        // No application segment but JFIF's own, and no comment.
        let kept = clean(&taken).unwrap();
        let mut at = 2;
        while kept[at + 1] != 0xda {
            assert!(!matches!(kept[at + 1], 0xe1..=0xef | 0xfe), "marker {:x}", kept[at + 1]);
            at += 2 + usize::from(u16::from_be_bytes([kept[at + 2], kept[at + 3]]));
        }
    }

    #[test]
    fn a_photo_is_turned_upright_before_its_orientation_is_forgotten() {
        // 6: "rotate by 90 degrees clockwise": what was left is above.
        let kept = clean(&with_exif(&photo(64, 32), 6)).unwrap();
        let kept = image::load_from_memory(&kept).unwrap();
        assert_eq!((kept.width(), kept.height()), (32, 64));
        let (above, below) = (kept.get_pixel(16, 8), kept.get_pixel(16, 56));
        assert!(above[0] > 200 && above[2] < 60, "{above:?}");
        assert!(below[2] > 200 && below[0] < 60, "{below:?}");
    }

    #[test]
    fn a_large_photo_is_made_smaller_and_a_small_one_is_not_made_larger() {
        let size = |width, height| {
            let kept = image::load_from_memory(&clean(&photo(width, height)).unwrap()).unwrap();
            (kept.width(), kept.height())
        };
        assert_eq!(size(4096, 1024), (2048, 512));
        assert_eq!(size(100, 50), (100, 50));
    }

    #[test]
    fn what_is_no_photo_is_refused_and_what_is_too_large_is_called_that() {
        for wrong in [b"".as_slice(), b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"<html>"] {
            assert_eq!(look(wrong), Err(PhotoError::Unreadable));
        }
        let cut = photo(640, 480);
        for length in [40, 700, cut.len() - 2] {
            assert_eq!(clean(&cut[..length]), Err(PhotoError::Unreadable), "{length}");
        }
        assert_eq!(look(&vec![0; MAX_BYTES + 1]), Err(PhotoError::TooLarge));
        // The header alone promises 65,535 by 65,535 pixels: nothing is allocated for them.
        let mut bomb = photo(16, 16);
        let frame = bomb.windows(2).position(|part| part == [0xff, 0xc0]).unwrap();
        bomb[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
        assert_eq!(clean(&bomb), Err(PhotoError::TooLarge));
    }
}
