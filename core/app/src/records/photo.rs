//! A photo on its way into the store: upright, not too large, and without a trace of where, when
//! and with what it was taken.

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage};
use jpeg_decoder::{Decoder, PixelFormat};
use moxcms::{ColorProfile, Layout, TransformOptions};

use super::jpeg;
use crate::words::Words;

/// Bytes of a photo as the camera made it, at most.
const MAX_BYTES: usize = 40 * 1024 * 1024;
/// Pixels of a photo, at most: larger than any phone's camera.
const MAX_PIXELS: u64 = 250_000_000;
/// Pixels of a progressive photo, at most: all of it must be in memory at once.
const MAX_PROGRESSIVE_PIXELS: u64 = 24_000_000;
/// The long side of what is kept, at most.
const LONG_SIDE: u16 = 2048;
/// Decoding stops at the eighth of a side that is not below this: there is nothing to see in the
/// rest, and it would have to be computed.
const NEARLY: u16 = LONG_SIDE - LONG_SIDE / 8;
const QUALITY: u8 = 85;

/// What is kept.
pub(crate) const MEDIA_TYPE: &str = "image/jpeg";

/// Why a photo cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhotoError {
    /// Too many bytes.
    TooLarge,
    /// Too many pixels.
    TooManyPixels,
    /// Not a JPEG, or one of a rare kind.
    Unreadable,
    /// A JPEG of which something is missing or makes no sense.
    Damaged,
}

impl PhotoError {
    /// The key of the sentence that says so.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::TooLarge => "draft-photo-large",
            Self::TooManyPixels => "draft-photo-pixels",
            Self::Unreadable => "draft-photo-form",
            Self::Damaged => "draft-photo-damaged",
        }
    }
}

/// Looks at a photo's size and form, and whether all of it is there.
///
/// # Errors
/// [`PhotoError`].
pub(crate) fn look(bytes: &[u8]) -> Result<(), PhotoError> {
    picture(bytes).map(|_| ())
}

/// A photo as it is kept.
pub struct CleanPhoto {
    /// A JPEG.
    pub bytes: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// What the app would keep of a photo.
///
/// # Errors
/// Why it is not taken, and what to do, in the person's language.
pub fn clean_photo(bytes: &[u8], words: Words) -> Result<CleanPhoto, String> {
    let told = |error: PhotoError| words.say(error.key(), &[]);
    let kept = clean(bytes).map_err(told)?;
    let size = jpeg::size(&kept).map_err(told)?;
    Ok(CleanPhoto { width: size.width, height: size.height, bytes: kept })
}

/// Reads a photo, turns it upright as its orientation says, makes it smaller if it must be, and
/// writes it as a JPEG that has nothing but pixels. What lies behind the picture, such as a motion
/// photo's video, is left out. Memory is bounded by the size of what is kept, not of the photo.
///
/// # Errors
/// [`PhotoError`].
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, PhotoError> {
    let picture = picture(bytes)?;
    let mut decoder = Decoder::new(picture);
    decoder.scale(NEARLY, NEARLY).map_err(|_| PhotoError::Unreadable)?;
    let pixels = decoder.decode().map_err(|_| PhotoError::Damaged)?;
    let mut photo = colour(&decoder, pixels).ok_or(PhotoError::Unreadable)?;
    photo.apply_orientation(orientation(decoder.exif_data()));
    let most = u32::from(LONG_SIDE);
    if photo.width().max(photo.height()) > most {
        photo = photo.thumbnail(most, most);
    }
    let mut written = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
    photo.write_with_encoder(encoder).map_err(|_| PhotoError::Unreadable)?;
    Ok(written)
}

/// The photo's own bytes, checked.
fn picture(bytes: &[u8]) -> Result<&[u8], PhotoError> {
    if bytes.len() > MAX_BYTES {
        return Err(PhotoError::TooLarge);
    }
    let size = jpeg::size(bytes)?;
    let most = if size.progressive { MAX_PROGRESSIVE_PIXELS } else { MAX_PIXELS };
    if u64::from(size.width) * u64::from(size.height) > most {
        return Err(PhotoError::TooManyPixels);
    }
    jpeg::first_picture(bytes)
}

/// Pixels of any layout as plain 8-bit sRGB.
fn colour(decoder: &Decoder<&[u8]>, pixels: Vec<u8>) -> Option<DynamicImage> {
    let info = decoder.info()?;
    let (width, height) = (info.width.into(), info.height.into());
    let rgb = match info.pixel_format {
        PixelFormat::L8 => {
            let grey = DynamicImage::ImageLuma8(GrayImage::from_raw(width, height, pixels)?);
            return Some(DynamicImage::ImageRgb8(grey.into_rgb8()));
        }
        PixelFormat::RGB24 => {
            decoder.icc_profile().and_then(|icc| to_srgb(&icc, &pixels)).unwrap_or(pixels)
        }
        PixelFormat::CMYK32 => pixels.chunks_exact(4).flat_map(ink).collect(),
        PixelFormat::L16 => return None,
    };
    Some(DynamicImage::ImageRgb8(RgbImage::from_raw(width, height, rgb)?))
}

/// What a camera's colour profile means in sRGB; none if the profile cannot be read.
fn to_srgb(icc: &[u8], pixels: &[u8]) -> Option<Vec<u8>> {
    let (from, to) = (ColorProfile::new_from_slice(icc).ok()?, ColorProfile::new_srgb());
    let options = TransformOptions::default();
    let transform = from.create_transform_8bit(Layout::Rgb, &to, Layout::Rgb, options).ok()?;
    let mut plain = vec![0; pixels.len()];
    transform.transform(pixels, &mut plain).ok()?;
    Some(plain)
}

/// Four inks as light.
fn ink(pixel: &[u8]) -> [u8; 3] {
    let [cyan, magenta, yellow, black] = pixel else { return [0; 3] };
    let light = |ink: &u8| {
        let light = u16::from(255 - ink) * u16::from(255 - black) / 255;
        u8::try_from(light).unwrap_or(u8::MAX)
    };
    [light(cyan), light(magenta), light(yellow)]
}

/// How to turn the picture. Some cameras write the number in a wider type than Exif asks for.
fn orientation(exif: Option<&[u8]>) -> Orientation {
    let read = exif.and_then(|exif| {
        let mut reader = exif::Reader::new();
        let reader = reader.continue_on_error(true);
        let read = reader.read_raw(exif.to_vec());
        read.or_else(|error| error.distill_partial_result(|_| {})).ok()
    });
    let number = read.and_then(|read| {
        let field = read.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?;
        u8::try_from(field.value.get_uint(0)?).ok()
    });
    number.and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms)
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
        assert_eq!(look(b"\xff\xd8\xff"), Err(PhotoError::Damaged));
        for wrong in [b"".as_slice(), b"\x89PNG\r\n\x1a\n", b"<html>"] {
            assert_eq!(look(wrong), Err(PhotoError::Unreadable));
        }
        let cut = photo(640, 480);
        for length in [40, 700, cut.len() - 2] {
            assert_eq!(clean(&cut[..length]), Err(PhotoError::Damaged), "{length}");
        }
        assert_eq!(look(&vec![0; MAX_BYTES + 1]), Err(PhotoError::TooLarge));
        // The header alone promises 65,535 by 65,535 pixels: nothing is allocated for them.
        let mut bomb = photo(16, 16);
        let frame = bomb.windows(2).position(|part| part == [0xff, 0xc0]).unwrap();
        bomb[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
        assert_eq!(clean(&bomb), Err(PhotoError::TooManyPixels));
    }

    #[test]
    fn a_photo_that_is_decoded_whole_has_fewer_pixels_than_one_that_is_not() {
        let sized = |kind: u8, side: u16| {
            let mut photo = photo(16, 16);
            let frame = photo.windows(2).position(|part| part == [0xff, 0xc0]).unwrap();
            photo[frame + 1] = kind;
            photo[frame + 5..frame + 7].copy_from_slice(&side.to_be_bytes());
            photo[frame + 7..frame + 9].copy_from_slice(&side.to_be_bytes());
            look(&photo) == Err(PhotoError::TooManyPixels)
        };
        // 24 and 250 million pixels.
        assert!(!sized(0xc2, 4_898) && sized(0xc2, 4_900), "progressive");
        assert!(!sized(0xc0, 15_811) && sized(0xc0, 15_812), "baseline");
    }

    fn scan_of(photo: &[u8]) -> usize {
        photo.windows(2).position(|pair| pair == [0xff, 0xda]).unwrap() + 14
    }

    #[test]
    fn half_a_proof_is_refused_also_where_its_end_was_put_back() {
        let whole = noise(320, 240);
        let scan = scan_of(&whole);
        assert_eq!(look(&whole), Ok(()));
        for percent in [1, 25, 50, 90, 99] {
            let mut cut = whole[..scan + (whole.len() - scan) * percent / 100].to_vec();
            if cut.last() == Some(&0xff) {
                cut.pop();
            }
            cut.extend_from_slice(&[0xff, 0xd9]);
            assert_eq!(look(&cut), Err(PhotoError::Damaged), "{percent} %");
        }
        // A marker in the middle of the pixels.
        let mut torn = whole;
        let middle = scan + (torn.len() - scan) / 2;
        torn[middle..middle + 2].copy_from_slice(&[0xff, 0xd3]);
        assert_eq!(clean(&torn), Err(PhotoError::Damaged));
    }

    /// A photo whose pixels do not compress to nothing.
    fn noise(width: u32, height: u32) -> Vec<u8> {
        let mut state = 1_u32;
        let pixels = RgbImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [_, g, b, r] = state.to_be_bytes();
            Rgb([r, g, b])
        });
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, 80);
        DynamicImage::ImageRgb8(pixels).write_with_encoder(encoder).unwrap();
        bytes
    }

    #[test]
    fn a_motion_photo_is_taken_without_what_lies_behind_the_picture() {
        let still = photo(64, 32);
        let mut motion = still.clone();
        motion.extend_from_slice(b"\0\0\0\x18ftypmp42 SecretVoice \xff\xda\xff\xd8 more");
        assert_eq!(clean(&motion), clean(&still));
        assert!(clean(&still).is_ok());
    }

    #[test]
    fn an_orientation_of_a_wider_type_turns_the_photo_too() {
        let mut wide = with_exif(&photo(64, 32), 6);
        let tag = wide.windows(4).position(|part| part == [0x12, 0x01, 3, 0]).unwrap();
        wide[tag + 2] = 4;
        assert_eq!(clean(&wide), clean(&with_exif(&photo(64, 32), 6)));
    }

    /// A grey photo of any size in few bytes: two bits a block, all of them zero.
    fn huge(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xdb, 0, 67, 0];
        bytes.extend([1; 64]);
        bytes.extend([0xff, 0xc0, 0, 11, 8]);
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([1, 1, 0x11, 0]);
        for class in [0x00, 0x10] {
            bytes.extend([0xff, 0xc4, 0, 20, class, 1]);
            bytes.extend([0; 16]);
        }
        bytes.extend([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]);
        let blocks = usize::from(width).div_ceil(8) * usize::from(height).div_ceil(8);
        bytes.extend(vec![0; blocks.div_ceil(4)]);
        bytes.extend([0xff, 0xd9]);
        bytes
    }

    #[test]
    fn a_photo_of_two_hundred_megapixels_is_made_smaller_while_it_is_read() {
        let kept = image::load_from_memory(&clean(&huge(16_320, 12_240)).unwrap()).unwrap();
        assert_eq!((kept.width(), kept.height()), (2040, 1530));
        assert_eq!(look(&huge(65_000, 65_000)), Err(PhotoError::TooManyPixels));
        let mut short = huge(16_320, 12_240);
        short.drain(1_000..2_000);
        assert_eq!(look(&short), Err(PhotoError::Damaged));
    }
}
