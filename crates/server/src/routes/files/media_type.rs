//! What a file is, by what it holds. Types that a browser would run as a page or a script are none of these.

/// Files that begin in a certain way.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    // Office documents are archives as well; what is inside is not looked at.
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
];

/// The type of a file that begins so; nothing for one that is not taken.
pub fn of(head: &[u8]) -> Option<&'static str> {
    if let Some((_, media_type)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(media_type);
    }
    match (head.get(..4), head.get(4..8), head.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => return Some("image/webp"),
        (Some(b"RIFF"), _, Some(b"WAVE")) => return Some("audio/wav"),
        (_, Some(b"ftyp"), Some(b"avif")) => return Some("image/avif"),
        (_, Some(b"ftyp"), Some(b"heic" | b"mif1")) => return Some("image/heic"),
        (_, Some(b"ftyp"), Some(_)) => return Some("video/mp4"),
        _ => {}
    }
    is_text(head).then_some("text/plain; charset=utf-8")
}

/// UTF-8 without control characters; the last letter may be cut in half.
fn is_text(head: &[u8]) -> bool {
    let whole = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    !whole.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_content_says_what_a_file_is() {
        assert_eq!(of(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        assert_eq!(of(b"RIFF\x00\x00\x00\x00WEBPVP8 "), Some("image/webp"));
        assert_eq!(of("Größe: 3 m²".as_bytes()), Some("text/plain; charset=utf-8"));
        // A page is text here, whatever it was called, and is served so.
        assert_eq!(of(b"<html><script>"), Some("text/plain; charset=utf-8"));
        assert_eq!(of(b"\x7fELF\x02\x01\x01\x00"), None);
        assert_eq!(of(b"MZ\x90\x00"), None);
    }
}
