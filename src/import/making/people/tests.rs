//! Forty files of the same few people.

use super::*;
use crate::edition::Edition;

fn imported(authors: &[&str], note: Option<&str>) -> Imported {
    Imported {
        title: "A title".into(),
        authors: authors.iter().map(|name| name.to_string()).collect(),
        author_note: note.map(str::to_string),
        include: true,
        ..Imported::default()
    }
}

/// Imports these pieces; what was made, and the notices.
fn made(onto: &Edition, pieces: Vec<Imported>) -> (Making, Vec<String>) {
    let mut making = Making::onto(onto);
    let mut notices = Notices::new();
    for (number, piece) in pieces.into_iter().enumerate() {
        making.add(Path::new(&format!("{number}.md")), piece, Path::new(""), &mut notices);
    }
    (making, notices.iter().map(ToString::to_string).collect())
}

fn names(making: &Making) -> Vec<&str> {
    making.edition.contributors.values().map(|record| &*record.name).collect()
}

#[test]
fn one_person_in_many_files_gets_one_record() {
    let bylines = ["FAROOQ, Hina", "Hina Farooq", "Dr. Hina Farooq", "HINA FAROOQ", "Hina Farooq, Ph.D."];
    let (making, notices) =
        made(&Edition::default(), bylines.iter().map(|name| imported(&[name], None)).collect());
    assert_eq!(names(&making), ["Hina Farooq"]);
    assert!(making.pieces.iter().all(|piece| piece.authors.len() == 1));
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn a_probable_match_is_told_and_the_fuller_name_kept() {
    let pieces = [&["J. Smith"][..], &["John Smith"], &["Jane Smithers"]].map(|names| imported(names, None));
    let (making, notices) = made(&Edition::default(), pieces.into());
    assert_eq!(names(&making), ["John Smith", "Jane Smithers"]);
    assert_eq!(
        notices,
        [
            "1.md: doubt: “John Smith” was taken for J. Smith (j-smith) (if they are two people, give the piece another author)"
        ]
    );
}

#[test]
fn two_names_in_one_byline_are_two_people() {
    let (making, notices) = made(
        &Edition::default(),
        vec![imported(&["J. Smith", "John Smith"], None), imported(&["J. Smith"], None)],
    );
    assert_eq!(names(&making), ["J. Smith", "John Smith"]);
    assert_eq!(making.pieces[0].authors.len(), 2);
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn what_is_doubtful_gets_a_record_of_its_own() {
    let pieces = [&["Muhammad Khan"][..], &["M. Khan"]].map(|names| imported(names, None));
    let (making, notices) = made(&Edition::default(), pieces.into());
    assert_eq!(names(&making).len(), 2);
    assert!(
        notices[0].contains("“M. Khan” may be the same person as Muhammad Khan (muhammad-khan)"),
        "{notices:?}"
    );
}

#[test]
fn notes_go_into_records_and_contacts_into_their_fields() {
    let note = "Hina Farooq teaches law. She tweets @hinaf.";
    let same = "Hina  Farooq teaches law. Twitter: @hinaf";
    let other = "Hina Farooq keeps bees. Her e-mail: hina@example.org.";
    let pieces = [note, same, other].map(|note| imported(&["Hina Farooq"], Some(note)));
    let (making, notices) = made(&Edition::default(), pieces.into());
    let record = &making.edition.contributors["hina-farooq"];
    assert_eq!(markdown::write(&record.short_note), "Hina Farooq teaches law.\n");
    assert_eq!(record.contacts.handle.value, "@hinaf");
    assert_eq!(record.contacts.email.value, "hina@example.org");
    assert_eq!(record.contacts.printed(false), None);
    let notes: Vec<&AuthorNote> = making.pieces.iter().map(|piece| &piece.author_note).collect();
    assert_eq!(notes[..2], [&AuthorNote::FromContributors; 2]);
    assert!(
        matches!(notes[2], AuthorNote::Own { text: own, .. } if markdown::write(own) == "Hina Farooq keeps bees.\n")
    );
    assert_eq!(notices.len(), 3, "{notices:?}");
    assert!(notices[0].contains("@hinaf went into the record of Hina Farooq"), "{notices:?}");
    assert!(notices[2].contains("is not the one in the record"), "{notices:?}");
}

#[test]
fn a_note_that_the_record_has_already_stays_as_the_editor_wrote_it() {
    let mut edition = Edition::default();
    let said = "Hina Farooq’s “law” is read. Twitter: @hinaf";
    let record = Contributor { short_note: markdown::inline_text(said), ..Contributor::named("Hina Farooq") };
    edition.contributors.insert("hina-farooq".into(), record);
    let note = "Hina Farooq's \"law\" is read. Twitter: @hinaf";
    let (making, notices) = made(&edition, vec![imported(&["Dr Hina Farooq"], Some(note))]);
    assert_eq!(making.edition.contributors, edition.contributors);
    assert_eq!(making.pieces[0].author_note, AuthorNote::FromContributors);
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn a_note_about_several_stays_whole_and_notes_about_each_are_put_together() {
    let note = "Hina Farooq and Ann Lowe teach law. Twitter: @law";
    let (making, _) = made(&Edition::default(), vec![imported(&["Hina Farooq", "Ann Lowe"], Some(note))]);
    assert_eq!(making.pieces[0].author_note, AuthorNote::own(markdown::inline_text(note)));
    let with = |notes: &[(usize, &str)]| Imported {
        author_notes: notes.iter().map(|(index, note)| (*index, note.to_string())).collect(),
        ..imported(&["Hina Farooq", "Ann Lowe"], None)
    };
    let first = with(&[(0, "Hina Farooq teaches law."), (1, "Ann Lowe sings.")]);
    let second = with(&[(1, "Ann Lowe keeps bees.")]);
    let (making, notices) = made(&Edition::default(), vec![first, second]);
    assert_eq!(making.pieces[0].author_note, AuthorNote::FromContributors);
    let AuthorNote::Own { text: own, .. } = &making.pieces[1].author_note else { panic!("{notices:?}") };
    assert_eq!(markdown::write(own), "Hina Farooq teaches law.\n\nAnn Lowe keeps bees.\n");
}
