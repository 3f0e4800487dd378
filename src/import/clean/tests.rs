//! What an editor expects of cleaning, sentence by sentence.

use super::*;
use crate::edition::markdown::{inline, write_inline};
use crate::edition::text::Block;

fn cleaned(text: &str, language: &str) -> String {
    with_corrections(text, language, &BTreeSet::new()).0
}

fn with_corrections(
    text: &str,
    language: &str,
    undone: &BTreeSet<CorrectionId>,
) -> (String, Vec<Correction>) {
    let language = Language::parse(language).unwrap();
    let mut corrections = Vec::new();
    let spot = Spot { line: 0, number: 1, language };
    let Block::Paragraph(made) =
        block(&Block::Paragraph(Paragraph::plain(text)), spot, undone, &mut corrections)
    else {
        panic!("a paragraph stays one")
    };
    (made.text.to_string(), corrections)
}

#[test]
fn english_punctuation() {
    for (text, expected) in [
        (r#"He said: "It's 'fine', isn't it?" and left."#, "He said: “It’s ‘fine’, isn’t it?” and left."),
        ("The '90s were 'tis true--so to say--odd.", "The ’90s were ’tis true—so to say—odd."),
        ("the boys' game", "the boys’ game"),
        ("Wait... what . . . no", "Wait… what … no"),
        ("in 1990-95, pp. 12-15, tel. 555-1234", "in 1990–95, pp.\u{A0}12–15, tel. 555-1234"),
        ("one - two", "one – two"),
        ("two  spaces , and\ta tab !", "two spaces, and a tab!"),
        ("It\u{AD}em \u{200B}and \u{FEFF}ﬁnd caf\u{65}\u{301}", "Item and find café"),
        ("Itâ€™s dÃ©jÃ\u{A0} vu", "It’s déjà vu"),
        ("J. Smith met Dr. Lee for 5 %", "J.\u{A0}Smith met Dr.\u{A0}Lee for 5\u{A0}%"),
        (r#"a 6" nail, 5'10 tall"#, r#"a 6" nail, 5'10 tall"#),
        ("see http://a.b/it's--x... now", "see http://a.b/it's--x... now"),
    ] {
        assert_eq!(cleaned(text, "en"), expected, "{text}");
    }
}

#[test]
fn other_languages_have_their_own_marks() {
    for (language, text, expected) in [
        ("de", r#"Er sagte: "Das ist 'gut' so.""#, "Er sagte: „Das ist ‚gut‘ so.“"),
        ("de", "“Ja” -- nein", "„Ja“ – nein"),
        ("fr", r#"Il dit : "Oui !""#, "Il dit\u{A0}: «\u{202F}Oui\u{202F}!\u{202F}»"),
        ("fr", "Quoi ? À 10:30, l'été", "Quoi\u{202F}? À 10:30, l’été"),
        ("es", r#"Dijo "sí""#, "Dijo «sí»"),
        ("ru", r#"Он сказал "да""#, "Он сказал «да»"),
        ("pl", r#"Mówi "tak""#, "Mówi „tak”"),
        ("sv", r#"Han sade "ja""#, "Han sade ”ja”"),
    ] {
        assert_eq!(cleaned(text, language), expected, "{text}");
    }
}

#[test]
fn a_correction_can_be_undone_alone() {
    let text = r#"It's "so" and it's not"#;
    let (_, all) = with_corrections(text, "en", &BTreeSet::new());
    let kinds: Vec<&str> = all.iter().map(|correction| correction.id.kind.key()).collect();
    assert_eq!(kinds, ["quotes", "quotes", "apostrophes", "apostrophes"]);
    assert_eq!(all[3].before, "It's “so” and it's not");
    let undone = BTreeSet::from([all[3].id]);
    assert_eq!(with_corrections(text, "en", &undone).0, "It’s “so” and it's not");
}

#[test]
fn emphasis_moves_along_and_code_stays() {
    let mut paragraph = inline("*It's* a `it's...` \"*word*\"");
    let spot = Spot { line: 0, number: 1, language: Language::ENGLISH };
    clean(&mut paragraph, 0, spot, &BTreeSet::new(), &mut Vec::new());
    assert_eq!(write_inline(&paragraph), "*It’s* a `it's...` “*word*”");
}

#[test]
fn doubled_words_are_found() {
    let found = doubled("It is is what The  the had had Rome Rome");
    assert_eq!(found, [(3..8, "is"), (14..22, "the")]);
}

proptest::proptest! {
    #[test]
    fn cleaning_never_breaks_and_ends(text in "[a-z'\"“”‘’.\\- \u{A0}\u{200B}éâ€™ﬁ«»!?:0-9]{0,80}", language in "(en|fr|de|ru|ur)") {
        let once = cleaned(&text, &language);
        let mut letters: Vec<char> = text.chars().filter(|l| l.is_ascii_alphanumeric()).collect();
        let mut left: Vec<char> = once.chars().filter(|l| l.is_ascii_alphanumeric()).collect();
        letters.sort_unstable();
        left.sort_unstable();
        // No letter is lost; an opened ligature brings some.
        proptest::prop_assert!(left.len() >= letters.len(), "{} → {}", text, once);
    }
}
