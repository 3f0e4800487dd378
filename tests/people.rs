//! People: their contacts in files and in print, their names in what is imported.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use pamphleteer::edition::folder;
use pamphleteer::edition::people::contacts::Contact;
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
            "contributors.toml:5: doubt: “fax” is no contact of [ann-lee] (“email”, “phone”, “handle” and “site” can be printed)",
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
