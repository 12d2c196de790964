//! Letters of the shipped packs: what each kind has for its steps, and what none may tell.

use std::collections::BTreeSet;

use kheo_core::case::{Action, CaseKind, Deed};
use kheo_core::id::LetterId;
use kheo_core::letter::{Head, Variable};
use kheo_pack::load;

use crate::files::read;
use crate::lives::PACKS;

/// Actions that stand in the register of the office and go to nobody.
const INTERNAL: [&str; 6] =
    ["sort", "begin-mediation", "agree-unwritten", "confirm", "send-to-register", "supplement"];

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
fn whoever_reads_until_when_reads_what_sets_it() {
    let letters = PACKS.rules.letters.values();
    let dated: Vec<_> = letters.filter(|letter| letter.says(&Variable::DueOn)).collect();
    assert!(dated.len() >= 15, "only {} letters say a limit", dated.len());
    let silent = dated.into_iter().filter(|letter| !letter.says(&Variable::DueRule));
    assert_eq!(silent.map(|letter| letter.id.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    // The variable says “ngày” itself, or the hour before it.
    let twice =
        read("../../packs").into_iter().filter(|(_, text)| text.contains("ngày { $due-on }"));
    assert_eq!(twice.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn who_receives_a_letter_as_above_stands_above() {
    let known = |variable: &Variable| {
        matches!(variable, Variable::Sender | Variable::FromUnit | Variable::ToUnit)
    };
    let mut tried = 0;
    for letter in PACKS.rules.letters.values() {
        if letter.recipients.iter().any(|one| one.to_string() == "Như trên") {
            let stands = letter.to.iter().any(|one| one.variables().all(known));
            assert!(stands, "{} is received by whom nothing may stand above", letter.id);
            tried += 1;
        }
    }
    assert!(tried >= 30, "only {tried} letters were tried");
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
    assert_eq!(letters.len(), 9, "{letters:?}");
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

/// In whose name a letter speaks and who signs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// The chair of the committee, whose own competence it is: by their title, for nobody else.
    Chair,
    /// The committee: the chair signs on its behalf.
    Committee,
    /// Whoever takes something in at the desk.
    Desk,
    /// All who took part.
    Parties,
}

/// The letters whose competence the law gives to the head in person: complaints (Law on Complaints 2011, art.
/// 17 to 21) and denunciations (the head of the body that manages the accused). What a body receives,
/// sorts, forwards and answers is its own, and so is what it does for a dossier or between neighbours.
const COMPETENT: [(By, &[&str]); 4] = [
    (
        By::Chair,
        &[
            "acceptance-undated",
            "complaint-acceptance",
            "complaint-decision",
            "complaint-part-withdrawn",
            "complaint-posted",
            "complaint-refusal",
            "complaint-second-decision",
            "complaint-suspended",
            "denunciation-acceptance",
            "denunciation-check-extension",
            "denunciation-conclusion",
            "denunciation-extension",
            "denunciation-further-result",
            "denunciation-posted",
            "denunciation-refusal",
            "denunciation-report",
            "denunciation-told",
            "extension",
            "withdrawal",
        ],
    ),
    (
        By::Committee,
        &[
            "acceptance",
            "answer",
            "apology",
            "apology-late",
            "denunciation-forwarded",
            "denunciation-sender-told",
            "denunciation-transfer",
            "dossier-refusal",
            "dossier-taken-back",
            "guide",
            "hand-over",
            "land-acceptance",
            "land-recognised",
            "petition-filed",
            "petition-transfer",
            "petition-sent-up",
            "reception-promise",
            "reception-refusal",
            "reception-result",
            "refusal-reasoned",
            "result",
            "supplement",
            "supplement-anew",
            "taken-back",
            "transfer",
            "urge",
            "voters-acceptance",
            "voters-answer",
            "voters-forwarded",
            "voters-list",
            "voters-refusal",
        ],
    ),
    (By::Desk, &["petition-receipt", "receipt", "receipt-undated"]),
    (
        By::Parties,
        &[
            "complaint-dialogue",
            "dossier-receipt",
            "land-agreed",
            "land-not-agreed",
            "mediation-agreed",
            "mediation-not-agreed",
            "reception-receipt",
        ],
    ),
];

#[test]
fn each_letter_is_signed_by_who_is_competent_and_speaks_in_that_name() {
    let mut left: BTreeSet<&str> = PACKS.rules.letters.keys().map(LetterId::as_str).collect();
    for (by, id) in COMPETENT.iter().flat_map(|(by, ids)| ids.iter().map(|id| (*by, *id))) {
        assert!(left.remove(id), "there is no letter {id}, or it stands twice");
        let letter = &PACKS.rules.letters[&LetterId::new(id)];
        let signed: Vec<Vec<String>> = letter
            .signatures
            .iter()
            .map(|one| one.signed_as.iter().map(ToString::to_string).collect())
            .collect();
        let speaks_as_head = letter.says(&Variable::Head);
        match by {
            By::Chair => {
                assert_eq!(signed, [["{ $signer }"]], "{id}");
                assert!(speaks_as_head, "{id} is the chair's and speaks of the committee alone");
            }
            By::Committee => {
                assert_eq!(signed, [["TM. { $committee }", "{ $signer }"]], "{id}");
                assert!(!speaks_as_head, "{id} is the committee's and speaks as the chair");
            }
            By::Desk => assert_eq!(signed, [["NGƯỜI TIẾP NHẬN"]], "{id}"),
            By::Parties => assert!(signed.len() > 1 && !speaks_as_head, "{id}"),
        }
    }
    assert!(left.is_empty(), "who is competent for {left:?}?");
}

#[test]
fn what_the_chair_decides_on_is_made_by_no_kind_of_the_committee() {
    for kind in &PACKS.rules.kinds {
        let chairs =
            kind.id.as_str().contains("complaint") || kind.id.as_str().contains("denunciation");
        for action in &kind.actions {
            let Some(letter) = &action.letter else { continue };
            let by =
                COMPETENT.iter().find(|(_, ids)| ids.contains(&letter.as_str())).map(|(by, _)| *by);
            let settles = matches!(
                action.deed,
                Deed::Accept | Deed::Refuse | Deed::Answer | Deed::Extend | Deed::Withdraw
            );
            if settles && by != Some(By::Parties) {
                let expected = if chairs { By::Chair } else { By::Committee };
                assert_eq!(by, Some(expected), "{letter} of {} from {}", kind.id, kind.from);
            }
        }
    }
}
