//! Notes as authors write them.

use super::*;
use proptest::prelude::*;

/// The note that is left, and the contacts as “email|phone|handle|site”.
fn taken(note: &str) -> (String, String) {
    let names = ["Hina Farooq".to_string()];
    let taken = take_out(&markdown::inline_text(note), &names, &Contacts::default());
    let is_told = |kind: &ContactKind| !kind.is_identifier();
    let contacts: Vec<&str> = ContactKind::ALL
        .into_iter()
        .filter(is_told)
        .map(|kind| taken.contacts.get(kind).value.as_str())
        .collect();
    let contacts = contacts.join("|");
    (markdown::write(&taken.note).trim_end().to_string(), contacts)
}

#[track_caller]
fn leaves(note: &str, left: &str, contacts: &str) {
    let (rest, found) = taken(note);
    assert_eq!(rest, left, "left of “{note}”");
    assert_eq!(found, contacts, "contacts in “{note}”");
}

#[test]
fn a_sentence_that_says_only_contacts_goes() {
    let law = "Hina Farooq teaches law.";
    for (said, contacts) in [
        (
            "She tweets @hinaf and can be reached on hina-farooq@example.com.",
            "hina-farooq@example.com||@hinaf|",
        ),
        ("The writer can be reached at hina@example.org.", "hina@example.org|||"),
        ("The author may also be contacted via e-mail at hina@example.org", "hina@example.org|||"),
        ("Follow her on Twitter @hinaf.", "||@hinaf|"),
        ("You can follow Hina on X (formerly Twitter) at @hinaf", "||@hinaf|"),
        ("E-Mail: hina@example.org", "hina@example.org|||"),
        ("Email the author: hina@example.org.", "hina@example.org|||"),
        ("Twitter: @hinaf", "||@hinaf|"),
        ("Twitter: @hinaf | Email: hina@example.org", "hina@example.org||@hinaf|"),
        ("X: @hinaf; e-mail: hina@example.org.", "hina@example.org||@hinaf|"),
        ("@hinaf", "||@hinaf|"),
        ("hina@example.org", "hina@example.org|||"),
        ("Tel.: +92 51 920 1234.", "|+92 51 920 1234||"),
        ("Phone: (051) 920-1234, email hina@example.org.", "hina@example.org|(051) 920-1234||"),
        ("She blogs at https://hina.example.org/law.", "|||https://hina.example.org/law"),
        ("Her website is www.hina.example.org.", "|||https://www.hina.example.org"),
        ("She blogs at hina.example.org.", "|||https://hina.example.org"),
        ("Follow her at https://twitter.com/hinaf.", "||@hinaf|"),
        ("She is on Mastodon as @hina@social.example.", "||@hina@social.example|"),
        ("Readers can write to her at hina@example.org.", "hina@example.org|||"),
        ("(The writer can be reached at hina@example.org)", "hina@example.org|||"),
        ("Get in touch with her at hina@example.org.", "hina@example.org|||"),
        ("Read her blog at https://hina.example.org.", "|||https://hina.example.org"),
        ("For feedback, contact the writer at hina@example.org.", "hina@example.org|||"),
        ("Sie twittert unter @hinaf.", "||@hinaf|"),
        ("Kontakt: hina@example.org", "hina@example.org|||"),
        ("Sie ist per E-Mail unter hina@example.org erreichbar.", "hina@example.org|||"),
        ("Elle tweete sur @hinaf et on peut la joindre à hina@example.org.", "hina@example.org||@hinaf|"),
        ("Courriel : hina@example.org", "hina@example.org|||"),
        ("Correo electrónico: hina@example.org.", "hina@example.org|||"),
        ("Se la puede contactar en hina@example.org.", "hina@example.org|||"),
        ("Связаться с автором можно по адресу hina@example.org.", "hina@example.org|||"),
    ] {
        leaves(&format!("{law} {said}"), law, contacts);
        leaves(&format!("{said}\n\n{law}"), law, contacts);
    }
    leaves(
        "حنا فاروق قانون پڑھاتی ہیں۔ ان سے اس ای میل پر رابطہ کیا جا سکتا ہے: hina@example.org",
        "حنا فاروق قانون پڑھاتی ہیں۔",
        "hina@example.org|||",
    );
}

#[test]
fn a_note_of_contacts_alone_is_no_note() {
    leaves("Hina Farooq can be reached at hina@example.org.", "", "hina@example.org|||");
    leaves("- Twitter: @hinaf\n- hina@example.org", "", "hina@example.org||@hinaf|");
}

#[test]
fn a_clause_goes_where_a_good_sentence_is_left() {
    for (note, left, contacts) in [
        (
            "Hina Farooq is a fellow at the Centre and tweets @hinaf.",
            "Hina Farooq is a fellow at the Centre.",
            "||@hinaf|",
        ),
        (
            "The writer is a lawyer, and can be reached at hina@example.org.",
            "The writer is a lawyer.",
            "hina@example.org|||",
        ),
        (
            "The writer is a lawyer; email: hina@example.org.",
            "The writer is a lawyer.",
            "hina@example.org|||",
        ),
        ("She teaches law in Lahore, Twitter: @hinaf", "She teaches law in Lahore", "||@hinaf|"),
        ("She teaches law, who tweets @hinaf.", "She teaches law.", "||@hinaf|"),
        ("The writer, who tweets @hinaf, is a lawyer.", "The writer is a lawyer.", "||@hinaf|"),
        ("Hina Farooq (@hinaf) teaches law.", "Hina Farooq teaches law.", "||@hinaf|"),
        ("She is a lawyer (e-mail: hina@example.org).", "She is a lawyer.", "hina@example.org|||"),
        ("She tweets @hinaf and is a fellow at the Centre.", "She is a fellow at the Centre.", "||@hinaf|"),
        (
            "She works on land, water and air and can be reached at hina@example.org or @hinaf.",
            "She works on land, water and air.",
            "hina@example.org||@hinaf|",
        ),
        ("Sie lehrt Recht in Bern und twittert unter @hinaf.", "Sie lehrt Recht in Bern.", "||@hinaf|"),
    ] {
        leaves(note, left, contacts);
    }
}

#[test]
fn where_no_good_sentence_would_be_left_the_words_stay_and_the_contact_is_kept() {
    for (note, contacts) in [
        ("A lawyer by training, she tweets @hinaf.", "||@hinaf|"),
        ("She tweets about cricket as @hinaf.", "||@hinaf|"),
        ("She can be reached at the Centre, or at hina@example.org, on weekdays.", "hina@example.org|||"),
        ("She both teaches and tweets @hinaf.", "||@hinaf|"),
    ] {
        leaves(note, note, contacts);
    }
}

#[test]
fn what_is_no_contact_of_the_author_is_left_alone() {
    for note in [
        "Hina Farooq is the author of “Life @Home”.",
        "She wrote to editor@example.org for years.",
        "She wrote to minister@example.org for years.",
        "She directs the Centre (info@example.org).",
        "She directs the Centre for Peace (Twitter: @cfp).",
        "She is a fellow at [the Centre](https://example.org).",
        "Email: editor@example.org.",
        "She edits the website and blog https://example.org.",
        "Her firm, https://example.org, builds bridges.",
        "Follow the Centre on Twitter @cfp.",
        "[Read more](https://example.org) of her work.",
        "She has written 24 books, of which 12 345 678 copies were sold.",
        "Follow her on Instagram @hinaf.",
        "She writes for @example_paper.",
        "She is with @example_paper.",
        "She is at @example_college.",
        "Hina Farooq is at https://example.org.",
    ] {
        leaves(note, note, "|||");
    }
}

#[test]
fn contacts_of_several_people_are_nobodys() {
    let note = "Farooq & Lowe teach law. Follow them on Twitter @lawyers.";
    leaves(note, note, "|||");
    leaves(
        "Hina Farooq teaches law. Follow them on Twitter @hinaf.",
        "Hina Farooq teaches law.",
        "||@hinaf|",
    );
}

#[test]
fn marks_and_links_go_with_their_words() {
    leaves(
        "*Hina Farooq teaches **law**. She tweets [@hinaf](https://twitter.com/hinaf).*",
        "*Hina Farooq teaches **law**.*",
        "||@hinaf|",
    );
    leaves(
        "Hina Farooq teaches law. Visit her [website](https://hina.example.org).",
        "Hina Farooq teaches law.",
        "|||https://hina.example.org",
    );
    leaves(
        "Hina Farooq teaches law. [Email her](mailto:hina@example.org?subject=x).",
        "Hina Farooq teaches law.",
        "hina@example.org|||",
    );
}

#[test]
fn what_has_no_field_stays() {
    leaves(
        "She teaches. Email: hina@example.org or farooq@example.com.",
        "She teaches. Email: hina@example.org or farooq@example.com.",
        "hina@example.org|||",
    );
    let mut known = Contacts::default();
    known.email.value = "old@example.org".into();
    let note = markdown::inline_text("She teaches. Email: hina@example.org.");
    let taken = take_out(&note, &[], &known);
    assert_eq!((&taken.note, &taken.contacts), (&note, &known));
    assert_eq!(taken.refused, ["hina@example.org"]);
    known.email.value = "HINA@example.org".into();
    let taken = take_out(&note, &[], &known);
    assert_eq!(markdown::write(&taken.note), "She teaches.\n");
}

#[test]
fn one_space_is_left_where_words_went_from_between_two() {
    let note = markdown::inline_text(", and , اور , a@b.org tweets ,");
    let taken = take_out(&note, &[], &Contacts::default());
    assert!(!markdown::write(&taken.note).contains("  "), "{:?}", taken.note);
}

#[test]
fn nothing_that_is_found_will_be_printed_unasked() {
    let note = markdown::inline_text("She tweets @hinaf. Tel. 051 920 1234.");
    let taken = take_out(&note, &[], &Contacts::default());
    assert!(taken.note.blocks.is_empty());
    assert_eq!(taken.contacts.printed(false), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_contact_is_ever_lost_and_what_is_left_reads_well(
        parts in prop::collection::vec(prop::sample::select(vec![
            "Hina Farooq", "She", "who", "tweets", "is a lawyer", "teaches", "and", ",", ";", ".", ". ", "|", "–",
            "(", ")", "Twitter:", "e-mail", "at", "can be reached at", "a@b.org", "c@d.org", "@hinaf", "Tel.",
            "+92 51 920 1234", "https://x.org/a.", "*", "[her website](https://y.org)", "\u{a0}", "\\\n", "۔", "اور",
            "ان سے", "…",
        ]), 0..14),
    ) {
        let note = markdown::inline_text(&parts.join(" "));
        let names = ["Hina Farooq".to_string()];
        let taken = take_out(&note, &names, &Contacts::default());
        let (before, after) = (markdown::write(&note), markdown::write(&taken.note));
        let kept = format!("{after} {:?}", taken.contacts);
        for contact in ["a@b.org", "c@d.org", "@hinaf", "+92 51 920 1234", "x.org/a", "y.org"] {
            prop_assert!(!before.contains(contact) || kept.contains(contact), "{contact}: {before} → {kept}");
        }
        let spaces = |text: &str| text.matches("  ").count();
        prop_assert!(spaces(&after) <= spaces(&before), "{before} → {after}");
        prop_assert_eq!(taken.contacts.printed(false), None);
    }
}
