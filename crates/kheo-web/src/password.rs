//! Passwords, as they are kept and checked.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use kheo_core::text::composed;

/// A password that cannot be kept.
#[derive(Debug, thiserror::Error)]
#[error("the password cannot be hashed: {0}")]
pub struct PasswordError(String);

/// The password as it is kept: argon2id with `salt`, which must be random. Composed and decomposed
/// letters are the same, for keyboards differ.
///
/// # Errors
/// [`PasswordError`] for a password longer than the function takes.
pub fn hash_password(password: &str, salt: &[u8; 16]) -> Result<String, PasswordError> {
    let hash: Result<PasswordHash, _> =
        Argon2::default().hash_password_with_salt(composed(password).as_bytes(), salt);
    hash.map(|hash| hash.to_string()).map_err(|why| PasswordError(why.to_string()))
}

/// Whether `password` is the one that was kept. Takes as long for somebody unknown, where `kept` is
/// nothing.
pub(crate) fn is_right(password: &str, kept: Option<&str>) -> bool {
    match kept {
        Some(kept) => {
            Argon2::default().verify_password(composed(password).as_bytes(), kept).is_ok()
        }
        None => hash_password(password, &[0; 16]).is_ok_and(|_| false),
    }
}

#[cfg(test)]
mod tests {
    use super::{hash_password, is_right};

    #[test]
    fn only_the_same_password_is_right() {
        let kept = hash_password("mùa xuân 2016", &[7; 16]).unwrap();
        assert!(kept.starts_with("$argon2id$"));
        assert!(is_right("mùa xuân 2016", Some(&kept)));
        assert!(
            is_right("mu\u{300}a xua\u{302}n 2016", Some(&kept)),
            "as another keyboard says it"
        );
        for (password, kept) in [("mùa xuân", Some(kept.as_str())), ("mùa xuân", None), ("", None)]
        {
            assert!(!is_right(password, kept));
        }
    }
}
