//! Letters of the shipped packs: what each kind has for its steps, and what none may tell.

use std::collections::BTreeSet;

use kheo_core::case::{Action, CaseKind, Deed};
use kheo_core::id::LetterId;
use kheo_core::letter::Head;
use kheo_pack::load;

use crate::files::read;
use crate::lives::PACKS;

/// Actions that stand in the register of the office and go to nobody.
const INTERNAL: [&str; 5] =
    ["sort", "begin-mediation", "confirm", "send-to-register", "supplement"];

/// Whether somebody outside is owed a letter when that is done.
fn is_told(action: &Action) -> bool {
    let of_deed = matches!(
        action.deed,
        Deed::Accept | Deed::Refuse | Deed::Transfer | Deed::Answer | Deed::Extend | Deed::Withdraw
    );
    let noted = [
        "publish-decision",
        "publish-conclusion",
        "inform-accused",
        "reply-sender",
        "suspend",
        "tell-forwarding",
    ];
    let noted = noted.contains(&action.id.as_str()) || action.id.as_str().starts_with("ask-");
    (of_deed || noted) && !INTERNAL.contains(&action.id.as_str())
}

#[test]
fn each_step_that_somebody_outside_is_told_of_makes_its_letter() {
    let lacking = |kind: &CaseKind| -> Vec<String> {
        let told = kind.actions.iter().filter(|action| is_told(action) && action.letter.is_none());
        told.map(|action| format!("{} from {}: {}", kind.id, kind.from, action.id)).collect()
    };
    let kinds = &PACKS.rules.kinds;
    assert_eq!(kinds.iter().flat_map(lacking).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(kinds.iter().all(|kind| kind.receipt.is_some()));
}

#[test]
fn minutes_are_signed_by_all_who_took_part() {
    let minutes = PACKS.rules.letters.values().filter(|letter| letter.kind == "BIÊN BẢN");
    let of: BTreeSet<(&str, usize, bool)> = minutes
        .map(|letter| (letter.id.as_str(), letter.signatures.len(), letter.head == Head::Nation))
        .collect();
    let expected = [
        ("complaint-dialogue", 4, false),
        ("land-agreed", 4, false),
        ("land-not-agreed", 4, false),
        // Of the mediators and the parties, who are no office.
        ("mediation-agreed", 4, true),
        ("mediation-not-agreed", 4, true),
    ];
    assert_eq!(of, expected.into());
}

#[test]
fn no_letter_to_others_can_be_made_to_tell_who_brought_a_sealed_case() {
    let files = read("../../packs");
    let sealed = PACKS.rules.kinds.iter().filter(|kind| kind.stripped.is_some());
    let letters: BTreeSet<&str> = sealed
        .flat_map(|kind| kind.actions.iter().filter_map(|action| action.letter.as_ref()))
        .filter(|id| PACKS.rules.letters[*id].readers.include_others())
        .map(LetterId::as_str)
        .collect();
    assert!(letters.contains("denunciation-posted") && letters.contains("petition-transfer"));
    assert_eq!(letters.len(), 8, "{letters:?}");
    for letter in letters {
        let ending = format!("letters/{letter}.toml");
        let path = files.keys().find(|path| path.ends_with(&ending)).unwrap();
        let mut told = files.clone();
        let names = ["sender", "petitioner", "place", "subject"];
        let all: String = names.map(|name| format!("{{ ${name} }} ")).concat();
        told.insert(
            path.clone(),
            files[path].replacen("about = \"", &format!("about = \"{all}"), 1),
        );
        let errors: Vec<String> =
            load(&told).err().unwrap_or_default().iter().map(ToString::to_string).collect();
        for name in names {
            let refused =
                errors.iter().any(|error| error.contains("KH0335") && error.contains(name));
            assert!(refused, "{letter} may say {name}: {errors:?}");
        }
    }
}

#[test]
fn cases_that_are_not_public_stand_in_no_list() {
    let mut files = read("../../packs");
    let kind = files.get_mut("recommendation/voter-recommendation.toml").unwrap();
    *kind = kind.replacen("public = [\"subject\", ", "public = [", 1);
    let errors = load(&files).err().unwrap_or_default();
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("voters-list.toml:4:12: KH0337"), "{told:?}");
}
