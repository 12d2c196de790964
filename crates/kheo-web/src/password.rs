//! Passwords, as they are kept and checked.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use kheo_core::text::composed;

/// The memory that one hash takes: of the settings that OWASP's Password Storage Cheat Sheet holds to
/// be equally strong, the one with the least memory, for offices have small machines. Unit: KiB.
const MEMORY: u32 = 7168;
/// How often a hash goes through that memory.
const ROUNDS: u32 = 5;

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
    let params =
        Params::new(MEMORY, ROUNDS, 1, None).map_err(|why| PasswordError(why.to_string()))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash: Result<PasswordHash, _> =
        argon2.hash_password_with_salt(composed(password).as_bytes(), salt);
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
    use argon2::{Argon2, PasswordHasher as _};

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
        let earlier = Argon2::default().hash_password_with_salt("mùa xuân".as_bytes(), &[7; 16]);
        assert!(is_right("mùa xuân", Some(&earlier.unwrap().to_string())), "of other settings");
        for (password, kept) in [("mùa xuân", Some(kept.as_str())), ("mùa xuân", None), ("", None)]
        {
            assert!(!is_right(password, kept));
        }
    }
}
