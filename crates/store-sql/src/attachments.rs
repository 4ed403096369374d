//! Uploaded files on the local disk, by key. What they are and who may have them stands in the `files` table.

use std::path::Path;

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream::BoxStream};
use object_store::{ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path as Key};

/// Bytes gathered before they are written. A part is a call to another thread.
const PART_BYTES: usize = 256 * 1024;

#[derive(Debug)]
pub struct Attachments {
    objects: LocalFileSystem,
}

/// A file could not be kept or given back. Nothing of a refused upload stays.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Send a smaller file.
    #[error("the file is larger than {bytes_max} bytes")]
    TooLarge { bytes_max: u64 },
    /// It was never uploaded, or has been erased.
    #[error("there is no such file")]
    Missing,
    /// Send it again: the upload broke off.
    #[error("the upload broke off: {0}")]
    BrokenOff(String),
    #[error("the file store failed: {0}")]
    Unavailable(object_store::Error),
}

impl From<object_store::Error> for FileError {
    fn from(error: object_store::Error) -> Self {
        #[expect(clippy::wildcard_enum_match_arm, reason = "an open list of another library")]
        match error {
            object_store::Error::NotFound { .. } => Self::Missing,
            other => Self::Unavailable(other),
        }
    }
}

/// A file as it is given back.
pub struct Content {
    pub bytes: u64,
    pub stream: BoxStream<'static, Result<Bytes, FileError>>,
}

impl Attachments {
    pub fn open(directory: &Path) -> Result<Self, object_store::Error> {
        // What is acknowledged is durable, files too.
        Ok(Self { objects: LocalFileSystem::new_with_prefix(directory)?.with_fsync(true) })
    }

    /// Keeps a file under a key, as it arrives, and says how long it was. It can be read once this is done.
    pub async fn put<E: std::fmt::Display>(
        &self,
        key: &str,
        mut content: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
        bytes_max: u64,
    ) -> Result<u64, FileError> {
        let mut upload = self.objects.put_multipart(&Key::from(key)).await?;
        let received = async {
            let mut bytes = 0;
            let mut part = Vec::new();
            while let Some(chunk) = content.next().await {
                let chunk = chunk.map_err(|error| FileError::BrokenOff(error.to_string()))?;
                bytes += chunk.len() as u64;
                if bytes > bytes_max {
                    return Err(FileError::TooLarge { bytes_max });
                }
                part.extend_from_slice(&chunk);
                if part.len() >= PART_BYTES {
                    upload.put_part(PutPayload::from(std::mem::take(&mut part))).await?;
                }
            }
            upload.put_part(PutPayload::from(part)).await?;
            Ok(bytes)
        };
        match received.await {
            Ok(bytes) => {
                upload.complete().await?;
                Ok(bytes)
            }
            Err(error) => {
                upload.abort().await?;
                Err(error)
            }
        }
    }

    pub async fn get(&self, key: &str) -> Result<Content, FileError> {
        let found = self.objects.get(&Key::from(key)).await?;
        let bytes = found.meta.size;
        Ok(Content { bytes, stream: found.into_stream().map(|chunk| Ok(chunk?)).boxed() })
    }

    /// Takes a file away for good; one that is not there is no error.
    pub async fn erase(&self, key: &str) -> Result<(), FileError> {
        match self.objects.delete(&Key::from(key)).await.map_err(FileError::from) {
            Err(FileError::Missing) | Ok(()) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
