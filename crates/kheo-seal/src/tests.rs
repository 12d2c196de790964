use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;

use super::{Key, SealError, join, lock_share, new_key, pad_length, seal, split, unlock_share};

proptest! {
    /// Whatever the secret: two shares give it back, and neither tells its length beyond the block.
    #[test]
    fn two_shares_give_the_secret_back(secret in prop::collection::vec(any::<u8>(), 0..1200)) {
        let pad: Vec<u8> = (0..=250).cycle().take(pad_length(secret.len())).collect();
        let [one, other] = split(&secret, &pad).unwrap();
        prop_assert_eq!(one.len(), other.len());
        prop_assert_eq!(one.len() % 512, 0);
        let joined = join(&one, &other).unwrap();
        prop_assert_eq!(joined.as_slice(), secret.as_slice());
    }
}

#[test]
fn a_share_is_opened_by_each_key_of_its_group_and_by_no_other() {
    let [head, second, other] = ["mot cau that dai 1", "mot cau that dai 2", "mot cau that dai 3"]
        .map(|passphrase| (new_key(passphrase).unwrap(), passphrase));
    let group = [head.0.recipient.clone(), second.0.recipient.clone()];
    let sealed = seal(&group, b"a share").unwrap();
    for (key, passphrase) in [&head, &second] {
        let key = Key::unlock(&key.locked, passphrase).unwrap();
        assert_eq!(key.open(&sealed).unwrap().as_slice(), b"a share");
    }
    let stranger = Key::unlock(&other.0.locked, other.1).unwrap();
    assert_eq!(stranger.open(&sealed).unwrap_err(), SealError::NotForThisKey);
    assert_eq!(Key::unlock(&head.0.locked, second.1).unwrap_err(), SealError::WrongPassphrase);
    let locked = STANDARD.decode(&head.0.locked).unwrap();
    assert!(locked.starts_with(b"age-encryption.org/v1\n-> scrypt"), "the secret half lies locked");
}

#[test]
fn what_was_changed_or_does_not_belong_together_is_not_opened() {
    let key = new_key("mot cau that dai").unwrap();
    let recipients = [key.recipient.clone()];
    let mut sealed = STANDARD.decode(seal(&recipients, b"a share").unwrap()).unwrap();
    *sealed.last_mut().unwrap() ^= 1;
    let sealed = STANDARD.encode(sealed);
    let unlocked = Key::unlock(&key.locked, "mot cau that dai").unwrap();
    assert_eq!(unlocked.open(&sealed).unwrap_err(), SealError::NotForThisKey);
    assert_eq!(seal(&[], b"a share").unwrap_err(), SealError::NoRecipient);
    assert_eq!(seal(&["age1nothing".to_owned()], b"").unwrap_err(), SealError::NotAKey);
    assert_eq!(split(b"secret", &[0; 511]).unwrap_err(), SealError::ShortPad);
    assert_eq!(join(&[0; 512], &[0; 1024]).unwrap_err(), SealError::NotTogether);
    let [one, _] = split(b"secret", &[7; 512]).unwrap();
    let [_, other] = split(b"another", &[9; 512]).unwrap();
    assert_eq!(join(&one, &other).unwrap_err(), SealError::NotTogether);
}

#[test]
fn a_share_that_waits_is_opened_by_its_code_alone() {
    let locked = lock_share(b"a share", "ABCDEFGHJKLM").unwrap();
    assert!(STANDARD.decode(&locked).unwrap().starts_with(b"age-encryption.org/v1\n-> scrypt"));
    assert_eq!(unlock_share(&locked, "ABCDEFGHJKLM").unwrap().as_slice(), b"a share");
    assert_eq!(unlock_share(&locked, "ABCDEFGHJKLN").unwrap_err(), SealError::WrongCode);
}
