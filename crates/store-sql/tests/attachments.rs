//! Uploads on the disk: streamed in and out, bounded, whole or not at all.

use std::fs;

use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use store_sql::{Attachments, FileError};
use tempfile::TempDir;

fn attachments() -> (TempDir, Attachments) {
    let directory = TempDir::new().expect("a directory");
    let attachments = Attachments::open(directory.path()).expect("attachments");
    (directory, attachments)
}

/// An upload that arrives in these pieces.
fn pieces(
    pieces: &[&[u8]],
) -> impl futures_util::Stream<Item = Result<Bytes, String>> + Send + Unpin + use<> {
    stream::iter(pieces.iter().map(|piece| Ok(Bytes::copy_from_slice(piece))).collect::<Vec<_>>())
}

async fn read(attachments: &Attachments, key: &str) -> Vec<u8> {
    let content = attachments.get(key).await.expect("a file");
    let chunks: Vec<Bytes> = content.stream.try_collect().await.expect("its bytes");
    let read = chunks.concat();
    assert_eq!(read.len() as u64, content.bytes);
    read
}

fn files_in(directory: &TempDir) -> usize {
    let mut open = vec![directory.path().to_owned()];
    let mut files = 0;
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { open.push(path) } else { files += 1 }
        }
    }
    files
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_sent() {
    let (_directory, attachments) = attachments();
    let large = vec![7_u8; 700_000];
    let sent = pieces(&[b"head", &large, b"tail"]);
    assert_eq!(attachments.put("1/abc", sent, 1_000_000).await.expect("kept"), 700_008);
    let read = read(&attachments, "1/abc").await;
    assert!(read.starts_with(b"head\x07") && read.ends_with(b"\x07tail"));
}

#[tokio::test]
async fn an_empty_file_is_a_file() {
    let (_directory, attachments) = attachments();
    assert_eq!(attachments.put("1/empty", pieces(&[]), 10).await.expect("kept"), 0);
    assert_eq!(read(&attachments, "1/empty").await, b"");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_and_leaves_nothing() {
    let (directory, attachments) = attachments();
    attachments
        .put("1/exact", pieces(&[b"12345", b"67890"]), 10)
        .await
        .expect("exactly as large as it may be");
    let refused = attachments.put("1/large", pieces(&[b"12345", b"678901"]), 10).await;
    assert!(matches!(refused, Err(FileError::TooLarge { bytes_max: 10 })));
    assert!(matches!(attachments.get("1/large").await, Err(FileError::Missing)));
    assert_eq!(files_in(&directory), 1);
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_nothing() {
    let (directory, attachments) = attachments();
    let broken = pieces(&[b"half"]).chain(stream::iter([Err("connection reset".to_owned())]));
    let refused = attachments.put("1/broken", broken, 10).await;
    assert!(matches!(refused, Err(FileError::BrokenOff(cause)) if cause == "connection reset"));
    assert_eq!(files_in(&directory), 0);
}

#[tokio::test]
async fn an_erased_file_is_missing_and_erasing_it_again_is_no_error() {
    let (directory, attachments) = attachments();
    attachments.put("1/abc", pieces(&[b"text"]), 10).await.expect("kept");
    for _ in 0..2 {
        attachments.erase("1/abc").await.expect("erased");
        assert!(matches!(attachments.get("1/abc").await, Err(FileError::Missing)));
    }
    assert_eq!(files_in(&directory), 0);
}

#[tokio::test]
async fn no_key_leads_out_of_the_directory() {
    let (directory, attachments) = attachments();
    attachments.put("../../outside", pieces(&[b"text"]), 10).await.expect("kept inside");
    assert_eq!(files_in(&directory), 1);
}
