//! Passwords: hashed with argon2id, off the sockets' threads, so many at once.

use std::sync::Arc;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use store::Secret;
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::token::NoRandomness;

/// Each takes 19 MiB and tens of milliseconds of a processor; more at once would only wait for each other.
const HASHES_AT_ONCE_MAX: usize = 2;
/// Shorter ones are guessed; the usual advice (NIST SP 800-63B).
pub const PASSWORD_CHARS_MIN: usize = 8;
/// Longer ones only cost time.
pub const PASSWORD_CHARS_MAX: usize = 256;

/// Letters of a password that is made up, 32 of them; none looks like another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Groups of four letters: 80 bits, more than anybody guesses against the limit of sign-ins.
const GROUPS: usize = 4;

/// A password that a person can read out and type.
pub fn make() -> Result<Secret, NoRandomness> {
    let mut groups = Vec::with_capacity(GROUPS);
    for _ in 0..GROUPS {
        let mut bytes = [0_u8; 4];
        getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
        let letters = bytes.map(|byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
        groups.push(letters.iter().collect::<String>());
    }
    Ok(Secret(groups.join("-")))
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    #[error("a password has {PASSWORD_CHARS_MIN} to {PASSWORD_CHARS_MAX} characters")]
    Length,
    #[error("the password could not be hashed")]
    Hash,
}

/// The one place where passwords are hashed and checked.
#[derive(Clone)]
pub struct Passwords {
    at_once: Arc<Semaphore>,
    /// Checked in place of an unknown account's, so that both take the same time.
    nobody: Secret,
}

impl Passwords {
    pub fn new() -> Result<Self, PasswordError> {
        Ok(Self {
            at_once: Arc::new(Semaphore::new(HASHES_AT_ONCE_MAX)),
            nobody: hash(b"nobody has this password")?,
        })
    }

    /// The hash that is kept, parameters and salt included.
    pub async fn hash(&self, password: &Secret) -> Result<Secret, PasswordError> {
        if !(PASSWORD_CHARS_MIN..=PASSWORD_CHARS_MAX).contains(&password.0.chars().count()) {
            return Err(PasswordError::Length);
        }
        let password = password.clone();
        self.apart(move || hash(password.0.as_bytes())).await.unwrap_or(Err(PasswordError::Hash))
    }

    /// Whether a password is the one behind `kept`; with none kept it takes as long and is wrong.
    pub async fn verify(&self, password: &Secret, kept: Option<&Secret>) -> bool {
        if password.0.chars().count() > PASSWORD_CHARS_MAX {
            return false;
        }
        let known = kept.is_some();
        let (password, kept) = (password.clone(), kept.unwrap_or(&self.nobody).clone());
        let matches = move || {
            PasswordHash::new(&kept.0).is_ok_and(|kept| {
                Argon2::default().verify_password(password.0.as_bytes(), &kept).is_ok()
            })
        };
        self.apart(matches).await.unwrap_or(false) && known
    }

    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let _place = self.at_once.acquire().await.ok()?;
        spawn_blocking(work).await.ok()
    }
}

fn hash(password: &[u8]) -> Result<Secret, PasswordError> {
    let hash = Argon2::default().hash_password(password).map_err(|_| PasswordError::Hash)?;
    Ok(Secret(hash.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_that_is_made_up_is_long_enough_and_never_the_same() {
        let (one, other) = (make().expect("random"), make().expect("random"));
        assert_eq!(one.0.len(), 19);
        assert_ne!(one, other);
    }

    #[tokio::test]
    async fn only_the_right_password_of_a_known_account_is_right() {
        let passwords = Passwords::new().expect("hashes");
        let right = Secret("correct horse".into());
        let kept = passwords.hash(&right).await.expect("hashed");
        assert!(kept.0.starts_with("$argon2id$"), "{}", kept.0);
        assert!(passwords.verify(&right, Some(&kept)).await);
        assert!(!passwords.verify(&Secret("wrong horse".into()), Some(&kept)).await);
        assert!(!passwords.verify(&Secret("nobody has this password".into()), None).await);
        assert_eq!(passwords.hash(&Secret("short".into())).await, Err(PasswordError::Length));
    }
}
