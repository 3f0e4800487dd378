//! People: their contacts in files and in print, their names in what is imported.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use pamphleteer::edition::change::Change;
use pamphleteer::edition::folder;
use pamphleteer::edition::people::contacts::Contact;
use pamphleteer::edition::people::help::Help;
use pamphleteer::edition::piece_field::PieceField;
use pamphleteer::notice::Notices;

const PEOPLE: &str = r#"# Who writes
[ann-lee]
name = "Ann Lee"
short_note = "Ann Lee keeps bees."
email = "ann@example.org"   # from her letter
phone = "+44 20 7946 0018"
handle = "@annlee"
site = "example.org/ann"
print = ["handle", "site"]
"#;

fn desk(people: &str) -> Desk {
    let desk = Desk::with_edition();
    desk.write("edition/contributors.toml", people);
    desk.write("edition/pieces/a.md", "---\ntitle: A View\nauthors: [ann-lee]\n---\nAll is well.\n");
    desk
}

#[test]
fn contacts_are_printed_where_the_record_says_so_and_nowhere_else() {
    let said = |desk: &Desk| pages_of(&desk.export().1).into_values().collect::<String>();
    let printed = said(&desk(PEOPLE));
    for there in ["<a href=\"https://x.com/annlee\">@annlee</a> · ", "https://example.org/ann</a>"] {
        // Below the piece, and in “About the contributors”.
        assert_eq!(printed.matches(there).count(), 2, "{there}: {printed}");
    }
    assert!(!printed.contains("ann@example.org") && !printed.contains("7946"), "{printed}");
    let silent = said(&desk(&PEOPLE.replace("print = [\"handle\", \"site\"]", "")));
    for absent in ["annlee", "example.org/ann", "ann@example.org", "7946"] {
        assert!(!silent.contains(absent), "{absent}: {silent}");
    }
    let all = said(&desk(&PEOPLE.replace("\"handle\", \"site\"", "\"email\", \"phone\"")));
    assert!(all.contains("<a href=\"mailto:ann@example.org\">ann@example.org</a> · +44"), "{all}");
}

#[test]
fn contacts_follow_own_words_and_stand_alone_where_there_are_none() {
    let notes = |people: &str, header: &str| {
        let desk = desk(people);
        desk.write("edition/pieces/a.md", format!("---\ntitle: A\n{header}\n---\nAll is well.\n"));
        let edition = folder::load(&desk.path("edition"), &mut Notices::new()).unwrap();
        let mut said = Vec::new();
        for note in edition.author_notes(&edition.parts[0].pieces[0]) {
            note.text.each_paragraph(&mut |paragraph| said.push(paragraph.words()));
        }
        said
    };
    let line = "@annlee · https://example.org/ann";
    assert_eq!(notes(PEOPLE, "authors: [ann-lee]"), ["Ann Lee keeps bees.", line]);
    assert_eq!(notes(PEOPLE, "authors: [ann-lee]\nauthor_note: She sings."), ["She sings.", line]);
    assert!(notes(PEOPLE, "authors: [ann-lee]\nauthor_note: false").is_empty());
    let bare = PEOPLE.replace("short_note = \"Ann Lee keeps bees.\"\n", "");
    let named = format!("Ann Lee: {line}");
    assert_eq!(notes(&bare, "authors: [ann-lee]"), [named.as_str()]);
    assert_eq!(notes(PEOPLE, "authors: [ann-lee, Bo Dean]\nauthor_note: They sing."), ["They sing.", &named]);
}

#[test]
fn contacts_are_read_and_only_what_changed_is_written() {
    let desk = desk(PEOPLE);
    let dir = desk.path("edition");
    let mut notices = Notices::new();
    let mut edition = folder::load(&dir, &mut notices).unwrap();
    assert!(notices.is_empty(), "{notices:?}");
    let contacts = &mut edition.contributors.get_mut("ann-lee").unwrap().contacts;
    assert_eq!(contacts.handle, Contact { value: "@annlee".into(), print: true });
    assert_eq!(contacts.email, Contact { value: "ann@example.org".into(), print: false });
    contacts.email.value = "lee@example.org".into();
    contacts.phone.value.clear();
    contacts.site.print = false;
    folder::save(&edition, &dir).unwrap();
    let expected = PEOPLE
        .replace("ann@example.org", "lee@example.org")
        .replace("phone = \"+44 20 7946 0018\"\n", "")
        .replace("\"handle\", \"site\"", "\"handle\"");
    assert_eq!(desk.text("edition/contributors.toml"), expected);
    assert_eq!(folder::load(&dir, &mut Notices::new()).unwrap().contributors, edition.contributors);
}

#[test]
fn what_is_no_contact_is_told_with_its_line() {
    let people = "[ann-lee]\nname = \"Ann Lee\"\nemail = \"ann at home\"\nsite = \"ftp://x\"\nprint = [\"emial\", \"fax\", \"site\", \"phone\"]\n";
    let desk = desk(people);
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "contributors.toml:3: doubt: “ann at home” (email of [ann-lee]) is no e-mail address (write it like name@example.org)",
            "contributors.toml:4: doubt: “ftp://x” (site of [ann-lee]) is no address of the web (write it like https://example.org)",
            "contributors.toml:5: doubt: “emial” is no contact of [ann-lee] (did you mean “email”?)",
            "contributors.toml:5: doubt: “fax” is no contact of [ann-lee] (“email”, “phone”, “handle”, “site”, “orcid” and “isni” can be printed)",
            "contributors.toml:5: remark: “phone” of [ann-lee] is to be printed, but there is none (add a line: phone = \"…\")",
        ]
    );
    assert!(edition.author_notes(&edition.parts[0].pieces[0]).is_empty());
}

#[test]
fn imported_authors_find_their_records_and_their_contacts_leave_the_note() {
    let desk = desk(PEOPLE);
    let note = "Dr. Ann Lee keeps bees. She tweets @annlee and can be reached at lee@example.com.";
    let text = format!("---\ntitle: Hives\nauthor: Dr. Ann Lee\nbio: \"{note}\"\n---\nBees are well.\n");
    desk.write("hives.md", text);
    desk.write("gates.md", "---\ntitle: Gates\nauthor: B. Dean\nbio: B. Dean mends gates. E-mail bo@example.org\n---\nGates are shut.\n");
    let said = desk.run(&["import", "--json", "hives.md", "gates.md"]);
    let pieces = said.json();
    let whole = pieces[0]["author_note"].as_str().unwrap().replace('\u{a0}', " ");
    assert_eq!(whole, note, "the report has the whole note");
    assert_eq!(pieces[0]["contacts"]["handle"], "@annlee");
    assert_eq!(pieces[0]["contacts"]["email"], "lee@example.com");
    assert_eq!(pieces[1]["contacts"]["email"], "bo@example.org");
    let said = desk.run(&["import", "hives.md", "gates.md", "--into", "edition", "--report", "report.txt"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(desk.text("report.txt").contains("email of the author, printed only on request: bo@example.org"));
    assert!(said.err.contains("“B. Dean” was taken for Bo Dean (bo-dean)"), "{}", said.err);
    assert!(said.err.contains("lee@example.com stays in the note about Ann Lee"), "{}", said.err);
    let edition = folder::load(&desk.path("edition"), &mut Notices::new()).unwrap();
    let names: Vec<&str> = edition.contributors.values().map(|record| &*record.name).collect();
    assert_eq!(names, ["Ann Lee", "Bo Dean"]);
    // Her record has another address: the sentence stays in a note of the piece's own.
    let hives = desk.text("edition/pieces/hives.md");
    assert!(hives.contains("lee@example.com") && hives.contains("ann-lee"), "{hives}");
    let bo = &edition.contributors["bo-dean"];
    assert_eq!(bo.contacts.email, Contact { value: "bo@example.org".into(), print: false });
    assert_eq!(pamphleteer::edition::markdown::write(&bo.short_note), "B.\u{a0}Dean mends gates.\n");
}

const TWO_SCRIPTS: &str = r#"[hina-farooq]
name = "Hina Farooq"
sort_name = "Farooq, Hina"
native_name = "حنا فاروق"
short_note = "Hina Farooq keeps the tide tables."
orcid = "0000-0002-1825-0097"

[ivan-gorin]
name = "Ivan Gorin"
native_name = "Иван Горин"

[bo-dean]
name = "Bo Dean"
"#;

#[test]
fn a_name_is_printed_in_the_script_of_the_text_and_in_both_in_lists() {
    let desk = desk(TWO_SCRIPTS);
    desk.write(
        "edition/pieces/a.md",
        "---\ntitle: پل\nlanguage: ur\nauthors: [hina-farooq]\n---\nپل کھلا ہے۔\n",
    );
    let edition = folder::load(&desk.path("edition"), &mut Notices::new()).unwrap();
    assert_eq!(edition.byline(&edition.parts[0].pieces[0]), "حنا فاروق");
    let pages = pages_of(&desk.export().1);
    let about = &pages["OEBPS/contributors.xhtml"];
    assert!(about.contains("<h2>Hina Farooq · <span") && about.contains("حنا فاروق</span></h2>"), "{about}");
    let package = &pages["OEBPS/content.opf"];
    assert!(package.contains(">Hina Farooq</dc:creator>"), "{package}");
    assert!(package.contains("property=\"alternate-script\" xml:lang=\"ur\">حنا فاروق</meta>"), "{package}");
    assert!(package.contains("property=\"dcterms:identifier\">https://orcid.org/0000-0002-1825-0097</meta>"));
}

#[test]
fn who_helped_with_a_piece_is_named_below_the_byline_and_in_catalogues() {
    let desk = desk(TWO_SCRIPTS);
    let text = "---\ntitle: Пристань\nlanguage: ru\nauthors: [hina-farooq]\ntranslator: Ivan Gorin\ninterviewers:\n  - bo-dean\neditors: [Ann Lee]\n---\nПристань пуста.\n";
    desk.write("edition/pieces/a.md", text);
    let edition = folder::load(&desk.path("edition"), &mut Notices::new()).unwrap();
    let piece = &edition.parts[0].pieces[0];
    assert_eq!(edition.help_lines(piece), ["Перевод: Иван Горин", "Интервью: Bo Dean", "Редакция: Ann Lee"]);
    let pages = pages_of(&desk.export().1);
    assert!(pages["OEBPS/piece-1.xhtml"].contains("<p class=\"helpers\">Перевод: Иван Горин</p>"));
    let package = &pages["OEBPS/content.opf"];
    for role in [">trl</meta>", ">ivr</meta>", ">edt</meta>"] {
        assert_eq!(package.matches(role).count(), 1, "{role}: {package}");
    }
    assert!(package.contains(">Gorin, Ivan</meta>"), "{package}");
    // Saving what nobody changed changes no byte; another translator changes one line.
    let dir = desk.path("edition");
    folder::save(&edition, &dir).unwrap();
    assert_eq!(desk.text("edition/pieces/a.md"), text);
    let mut other = edition.clone();
    let field = PieceField::Helpers(Help::Translation, vec!["hina-farooq".into(), "bo-dean".into()]);
    let undo = other.apply(Change::Field(piece.file.clone(), field));
    folder::save(&other, &dir).unwrap();
    let written = desk.text("edition/pieces/a.md");
    assert!(
        written.contains("translator") && written.contains("hina-farooq") && written.contains("Ann Lee"),
        "{written}"
    );
    assert_eq!(folder::load(&dir, &mut Notices::new()).unwrap().parts, other.parts);
    other.apply(undo);
    assert_eq!(other, edition);
}

#[test]
fn two_records_become_one_and_no_word_is_lost() {
    let people = "[john-smith]\nname = \"John Smith\"\nshort_note = \"John Smith mends clocks.\"\n\n[j-smith]\nname = \"J. Smith\"\nshort_note = \"J. Smith is a clockmaker in Ostrow.\"\nemail = \"js@example.org\"\naffiliation = \"Guild of Clocks\"\n\n[joan-marsh]\nname = \"Joan Marsh\"\n";
    let desk = desk(people);
    desk.write(
        "edition/pieces/a.md",
        "---\ntitle: Hands\nauthors: [john-smith]\ntranslators: [j-smith]\n---\nOne.\n",
    );
    desk.write("edition/pieces/b.md", "---\ntitle: Bells\nauthors: [j-smith, joan-marsh]\n---\nTwo.\n");
    let book =
        desk.text("edition/edition.toml").replace("\"pieces/a.md\"", "\"pieces/a.md\", \"pieces/b.md\"");
    desk.write("edition/edition.toml", book);
    let listed = desk.run(&["people", "edition", "--json"]).json();
    let listed = &listed[0];
    assert_eq!(listed["doubles"].as_array().unwrap().len(), 1, "{listed}");
    assert_eq!(
        (&listed["doubles"][0]["one"], &listed["doubles"][0]["other"]),
        (&"john-smith".into(), &"j-smith".into())
    );
    assert_eq!(desk.run(&["people", "edition", "--merge", "J. Smith", "nobody"]).code, 1);
    let said = desk.run(&["people", "edition", "--merge", "J. Smith", "john smith"]);
    assert_eq!(
        (said.code, said.out.trim()),
        (0, "J. Smith (j-smith) is now John Smith (john-smith)"),
        "{said:?}"
    );
    let edition = folder::load(&desk.path("edition"), &mut Notices::new()).unwrap();
    assert!(!edition.contributors.contains_key("j-smith"));
    let john = &edition.contributors["john-smith"];
    assert_eq!((&*john.contacts.email.value, &*john.affiliation), ("js@example.org", "Guild of Clocks"));
    let [hands, bells] = [0, 1].map(|at| edition.parts[0].pieces[at].clone());
    assert_eq!(hands.people().map(|id| &**id).collect::<Vec<_>>(), ["john-smith", "john-smith"]);
    assert_eq!(edition.byline(&bells), "John Smith and Joan Marsh");
    let notes = edition.author_notes(&bells);
    assert_eq!(notes[0].text.blocks.len(), 1, "the note that was printed is printed still: {notes:?}");
    assert!(desk.text("edition/pieces/b.md").contains("J. Smith is a clockmaker"));
}

#[test]
fn a_note_that_differs_from_the_record_is_taken_dropped_or_kept() {
    let desk = desk(PEOPLE);
    let piece =
        "---\ntitle: A View\nauthors: [ann-lee]\nauthor_note: Ann Lee keeps goats.\n---\nAll is well.\n";
    desk.write("edition/pieces/a.md", piece);
    let people = || desk.run(&["people", "edition", "--json"]).json()[0].clone();
    let differing = people()["differing_notes"][0].clone();
    assert_eq!(differing["own"], "Ann Lee keeps goats.");
    assert_eq!(differing["record"], "Ann Lee keeps bees.");
    let settle = |how: &str| {
        desk.write("edition/pieces/a.md", piece);
        desk.write("edition/contributors.toml", PEOPLE);
        assert_eq!(desk.run(&["people", "edition", how, "A View"]).code, 0, "{how}");
        assert_eq!(people()["differing_notes"].as_array().unwrap().len(), 0, "{how}");
        (desk.text("edition/pieces/a.md"), desk.text("edition/contributors.toml"))
    };
    let (text, record) = settle("--keep-note");
    assert!(text.contains("goats") && text.contains("keep: true") && record.contains("bees"), "{text}");
    let (text, record) = settle("--use-record");
    assert!(!text.contains("goats") && record.contains("bees"), "{text}");
    let (text, record) = settle("--take-note");
    assert!(!text.contains("goats") && record.contains("short_note = \"Ann Lee keeps goats.\""), "{record}");
    assert!(record.contains("# Who writes") && record.contains("# from her letter"), "{record}");
    let again = desk.run(&["people", "edition", "--take-note", "A View"]);
    assert_eq!(again.code, 1, "{again:?}");
}

#[test]
fn rights_lines_name_the_holders() {
    let desk = desk(TWO_SCRIPTS);
    desk.write("edition/pieces/a.md", "---\ntitle: A\nauthors: [hina-farooq]\n---\nOne.\n");
    desk.write(
        "edition/pieces/b.md",
        "---\ntitle: B\nauthors: [bo-dean]\npermission: { state: granted, holder: The Ledger }\n---\nTwo.\n",
    );
    desk.write(
        "edition/pieces/c.md",
        "---\ntitle: C\nauthors: [ivan-gorin]\npermission: public domain\n---\nThree.\n",
    );
    let book = "title = \"T\"\nlanguage = \"en\"\ndate = 2026-05-01\npublisher = \"Quay\"\nrights = \"© {year} {publisher}\\nTexts © {holders} {owner}\"\npieces = [\"pieces/a.md\", \"pieces/b.md\", \"pieces/c.md\"]\n";
    desk.write("edition/edition.toml", book);
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    assert_eq!(edition.rights_lines(), ["© 2026 Quay", "Texts © Hina Farooq and The Ledger {owner}"]);
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert!(
        said.iter().any(|said| said.starts_with("edition.toml:5: doubt: “{owner}” can't be filled in")),
        "{said:?}"
    );
    let pages = pages_of(&desk.export().1);
    assert!(
        pages["OEBPS/imprint.xhtml"].contains("<p>© 2026 Quay</p>\n<p>Texts © Hina Farooq and The Ledger")
    );
    assert!(pages["OEBPS/content.opf"].contains("<dc:rights>© 2026 Quay\nTexts ©"));
}

#[test]
fn two_records_of_one_key_are_both_read_and_both_kept() {
    let people = "# Ours\n[ann-lee]\nname = \"Ann Lee\"\nlong_note = \"\"\"\n[ann-lee]\n\"\"\"\n\n[ann-lee] # again\nname = \"Ann B. Lee\"\n";
    let desk = desk(people);
    let mut notices = Notices::new();
    let dir = desk.path("edition");
    let edition = folder::load(&dir, &mut notices).unwrap();
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert!(
        said[0].starts_with(
            "contributors.toml:8: doubt: two records are called [ann-lee]; this one is read as [ann-lee-2]"
        ),
        "{said:?}"
    );
    assert_eq!(edition.contributors["ann-lee-2"].name, "Ann B. Lee");
    folder::save(&edition, &dir).unwrap();
    let mut other = edition.clone();
    other.apply(pamphleteer::edition::arrange::contributors_merged(&edition, "ann-lee-2", "ann-lee"));
    folder::save(&other, &dir).unwrap();
    let written = desk.text("edition/contributors.toml");
    assert!(written.contains("# Ours\n[ann-lee]\n") && !written.contains("Ann B. Lee"), "{written}");
}
