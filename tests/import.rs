//! `pamphleteer import`: messy files go in; fields, reports and pieces of an edition come out.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use serde_json::Value;

/// A text as the desk of a news site sends it: a breadcrumb glued to the title, the title again, a byline, a note
/// with contacts, a disclaimer, the desk's signature twice, and what the site says below.
const DESK: &str = "FERRY HOUSE FORUMThe Harbour Vote: Counting What Floats\n\n\
    The Harbour Vote: Counting What Floats\n\n\
    By Nerys Quillfeather\n\n\
    The harbour council met on a wet evening to decide whether the old ferry should be mended or sold, and for once \
    the benches were full. Nobody in the room had come to talk about money, and so money was all that was spoken of.\n\n\
    A ferry is a promise made twice a day. When it is kept, people on both banks forget that there is a river; when \
    it is broken they remember nothing else, and they remember it at the ballot box with a pencil that is tied down.\n\n\
    The engineers had measured the hull and found that it was sound. The accountants had measured the engineers and \
    found that they were expensive. Between the two measures lay the whole of the town’s politics, as it always does.\n\n\
    Mend the boat, then, and let the sums be done in the open, where the people who pay the fare can read them. That \
    is not a small thing to ask for; it is the only thing that a council is really for.\n\n\
    Note: Nerys Quillfeather holds a diploma in river studies from the College of Tides. She sometimes writes on \
    regional matters. She tweets @quillandferry and can be reached on nerys@quillferry.example.\n\n\
    The views and opinions expressed in this article are those of the author and do not necessarily reflect the \
    official policy or position of the Ferry House Forum.\n\n\
    Central Desk\n\nCentral Desk\n\nMust read\n";

fn objects(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_text_of_a_news_desk_is_taken_apart() {
    let desk = Desk::new();
    desk.write("ferry.txt", DESK);
    let said = desk.run(&["import", "ferry.txt", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let [piece] = &objects(&said.out)[..] else { panic!("{}", said.out) };
    assert_eq!(piece["file"], "ferry.txt");
    assert_eq!(piece["format"], "txt");
    assert_eq!(piece["language"], "en");
    assert_eq!(piece["kicker"], "FERRY HOUSE FORUM");
    assert_eq!(piece["title"], "The Harbour Vote: Counting What Floats");
    assert_eq!(piece["subtitle"], Value::Null);
    assert_eq!(piece["byline"], serde_json::json!(["Nerys Quillfeather"]));
    assert_eq!(piece["date"], Value::Null);
    let note = piece["author_note"].as_str().unwrap();
    assert!(
        note.starts_with("Nerys Quillfeather holds") && note.ends_with("nerys@quillferry.example."),
        "{note}"
    );
    let disclaimer = piece["disclaimer"].as_str().unwrap();
    assert!(
        disclaimer.starts_with("The views") && disclaimer.ends_with("Ferry House Forum."),
        "{disclaimer}"
    );
    let body = piece["body_markdown"].as_str().unwrap();
    assert!(
        body.starts_with("The harbour council met") && body.trim_end().ends_with("is really for."),
        "{body}"
    );
    let dropped: Vec<&str> = piece["dropped"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(dropped.iter().filter(|line| **line == "Central Desk").count(), 2, "{dropped:?}");
    assert!(dropped.contains(&"Must read"), "{dropped:?}");
    for field in ["kicker", "title", "byline", "body", "author_note", "disclaimer"] {
        assert!(piece["confidence"][field].as_f64().unwrap() >= 0.7, "{field}: {piece}");
        assert!(!piece["lines"][field].as_array().unwrap().is_empty(), "{field}: {piece}");
    }
}

#[test]
fn no_word_of_a_text_is_lost() {
    let desk = Desk::new();
    desk.write("ferry.txt", DESK);
    let said = desk.run(&["import", "ferry.txt", "--json"]);
    let all = said.out.replace("\\n", " ");
    for word in DESK.split_whitespace() {
        // The glued words are parted; labels are what the fields are called.
        let is_label = ["FORUMThe", "By", "Note:"].contains(&word);
        assert!(is_label || all.contains(word.trim_matches(['.', ',', ';', ':'])), "“{word}” is lost: {all}");
    }
}

#[test]
fn all_formats_and_patterns_are_read_and_a_report_is_written() {
    let desk = Desk::new();
    desk.write("texts/b.txt", DESK);
    desk.write(
        "texts/a.html",
        "<html lang=en><head><title>On Kettles | The Gazette</title>\
         <meta property=og:title content='On Kettles'><meta name=author content='Odo Brack'></head><body>\
         <nav><a href=/>Home</a></nav><article><h1>On Kettles</h1><p>By Odo Brack</p>\
         <p>A kettle is a small parliament: it is quiet for a long time and then everybody speaks at once, and \
         what comes of it is mostly steam.</p><p>Still, without it there would be no tea, and without tea there \
         would be no argument worth the name in any kitchen of this country.</p></article></body></html>",
    );
    desk.write("texts/c.rtf", br"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}{\b On Nets}\par By Una Pell\par A net is mostly holes, and that is what makes it strong; a law is much the same, and is mended the same way.\par}");
    desk.write("texts/notes.pdf", "%PDF-1.4");
    let said = desk.run(&["import", "texts/*", "--report", "report.txt", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let titles: Vec<String> =
        objects(&said.out).iter().map(|piece| piece["title"].as_str().unwrap().to_string()).collect();
    assert_eq!(titles, ["On Kettles", "The Harbour Vote: Counting What Floats", "On Nets"]);
    let report = desk.text("report.txt");
    for part in ["texts/a.html (html)", "byline [", "left out: Central Desk", "body: "] {
        assert!(report.contains(part), "“{part}” is not in {report}");
    }
    let none = desk.run(&["import", "texts/*.docx"]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("no text has a name like this"), "{}", none.err);
}

#[test]
fn one_bad_file_does_not_keep_the_others_out() {
    let desk = Desk::new();
    desk.write("good.txt", DESK);
    desk.write("bad.docx", "this is no Word file");
    desk.write("old.doc", [0xd0, 0xcf, 0x11, 0xe0]);
    let said = desk.run(&["import", "good.txt", "bad.docx", "old.doc", "gone.txt", "--into", "book"]);
    assert_eq!(said.code, 1, "{said:?}");
    for part in ["bad.docx", "old.doc", "gone.txt", "1 piece added"] {
        assert!(said.err.contains(part), "“{part}” is not in:\n{}", said.err);
    }
    assert!(desk.path("book/pieces/good.md").exists());
    let json = desk.run(&["import", "bad.docx", "--json"]);
    assert_eq!(json.code, 1);
    assert!(objects(&json.out)[0]["error"].as_str().unwrap().contains("bad.docx"), "{}", json.out);
}

#[test]
fn pieces_join_an_edition_with_people_and_originals() {
    let desk = Desk::with_edition();
    desk.write("in/ferry.txt", DESK);
    let said = desk.run(&["import", "in/ferry.txt", "--into", "edition"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(desk.text("edition/originals/ferry.txt"), DESK);
    let piece = desk.text("edition/pieces/ferry.md");
    assert!(piece.contains("original: \"ferry.txt\""), "{piece}");
    assert!(piece.contains("authors: [nerys-quillfeather]"), "{piece}");
    assert!(desk.text("edition/contributors.toml").contains("river studies"));
    assert_eq!(desk.run(&["check", "edition"]).code, 0);
    let again = desk.run(&["import", "in/ferry.txt", "--into", "edition"]);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(again.err.contains("1 already there"), "{}", again.err);
    assert!(!desk.path("edition/pieces/ferry-2.md").exists());
}

#[test]
fn a_new_version_changes_what_the_editor_did_not() {
    let desk = Desk::with_edition();
    desk.write("in/ferry.txt", DESK);
    desk.run(&["import", "in/ferry.txt", "--into", "edition"]);
    // The editor mends the first paragraph; the author changes the first and the last, and the title.
    let edited = desk.text("edition/pieces/ferry.md").replace("on a wet evening", "on a Tuesday");
    desk.write("edition/pieces/ferry.md", edited);
    let newer = DESK
        .replace("met on a wet evening", "met one evening")
        .replace("not a small thing to ask for", "a large thing to ask for")
        .replace("Counting What Floats", "What Floats");
    desk.write("in/ferry.txt", &newer);
    let said = desk.run(&["import", "in/ferry.txt", "--into", "edition"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("1 piece brought up to date"), "{}", said.err);
    assert!(said.err.contains("the edition keeps its own"), "{}", said.err);
    let piece = desk.text("edition/pieces/ferry.md");
    assert!(piece.contains("title: \"The Harbour Vote: What Floats\""), "{piece}");
    assert!(piece.contains("on a Tuesday") && !piece.contains("one evening"), "{piece}");
    assert!(piece.contains("a large thing to ask for"), "{piece}");
    assert!(piece.contains("original: \"2-ferry.txt\""), "{piece}");
    assert_eq!(desk.text("edition/originals/ferry.txt"), DESK, "the first file is kept");
    assert_eq!(desk.text("edition/originals/2-ferry.txt"), newer);
}

#[test]
fn two_files_of_one_name_with_other_words_are_two_pieces() {
    let desk = Desk::with_edition();
    desk.write("one/article.txt", DESK);
    let other = "On Lamps\n\nBy Ivo Sands\n\nA lamp in a window is the cheapest kind of government: it asks nothing, \
                 it is seen from afar, and it goes out when the oil does.\n\nNobody voted for it, and everybody \
                 would miss it, which is more than can be said of most offices in this town.\n";
    desk.write("two/article.txt", other);
    let said = desk.run(&["import", "one/article.txt", "two/article.txt", "--into", "edition"]);
    assert!(said.err.contains("2 pieces added"), "{}", said.err);
    assert_eq!(desk.text("edition/originals/2-article.txt"), other);
    let again = desk.run(&["import", "two/article.txt", "--into", "edition"]);
    assert!(again.err.contains("1 already there"), "{}", again.err);
}

#[test]
fn a_text_of_some_hours_ago_is_dated_by_its_first_comment_and_in_doubt() {
    let desk = Desk::new();
    let text = DESK.replace("By Nerys Quillfeather\n\n", "By Nerys Quillfeather\n\nPublished 3 hours ago\n\n").replace(
        "Must read\n",
        "2 comments\n\nHeron\n\non 10 May 2025 at 08:10\n\nWell said, and the ferry too.\n\nOtter\n\non 9 May 2025 at \
         21:47\n\nI would have sold it for the brass alone.\n",
    );
    desk.write("ferry.txt", text);
    let said = desk.run(&["import", "ferry.txt", "--json"]);
    let [piece] = &objects(&said.out)[..] else { panic!("{}", said.out) };
    assert_eq!(piece["date"], "2025-05-09", "{piece}");
    assert!(piece["confidence"]["date"].as_f64().unwrap() < 0.7, "{piece}");
    assert!(!piece["body_markdown"].as_str().unwrap().contains("brass"), "{piece}");
}

#[test]
fn folders_are_walked_and_those_of_saved_pages_are_not() {
    let desk = Desk::new();
    desk.write("in/a/one.txt", DESK);
    desk.write("in/page.html", "<h1>On Soup</h1><p>By Ada Bowl</p><p>Soup is a way of saying that nothing is lost, and that whoever comes late may still sit down and eat.</p>");
    desk.write("in/page_files/advert.html", "<p>Buy!</p>");
    desk.write("in/.hidden/two.txt", DESK);
    desk.write("in/made/edition.toml", "title = \"Other\"\n");
    desk.write("in/made/pieces/x.md", "# X\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.path("in"), desk.path("in/a/again")).unwrap();
    let said = desk.run(&["import", "in", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let files: Vec<Value> = objects(&said.out).iter().map(|piece| piece["file"].clone()).collect();
    assert_eq!(files, ["in/page.html", "in/a/one.txt"]);
    assert!(said.err.contains("an edition of its own"), "{}", said.err);
}

/// The fields of one text.
fn fields(name: &str, text: &str) -> Value {
    let desk = Desk::new();
    desk.write(name, text);
    let said = desk.run(&["import", name, "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    objects(&said.out).swap_remove(0)
}

const PROSE: &str = "A gate is a sentence that a field says to the road, and like most sentences it is said too often and \
    listened to too seldom by those for whom it was meant.\n\nWhoever closes it behind him has understood more of the \
    law than many who have studied it, and he has done so without a single lecture.\n\nWe could do worse than to begin \
    there, with a latch, a hinge and the patience to turn round and look at what we leave behind.\n";

#[test]
fn sections_and_paths_around_a_title_are_no_part_of_it() {
    let glued =
        fields("a.txt", &format!("OPINIONThe Latch and the Law\n\nBy Di Fox\nMarch 4, 2026\n\n{PROSE}"));
    assert_eq!((&glued["kicker"], &glued["title"]), (&"OPINION".into(), &"The Latch and the Law".into()));
    assert_eq!(glued["byline"], serde_json::json!(["Di Fox"]));
    assert_eq!(glued["date"], "2026-03-04");
    let path = fields(
        "b.txt",
        &format!("Home > Opinion > Columns\n\nThe Latch and the Law\n\nBy Ann Lee\n\n{PROSE}"),
    );
    assert_eq!((&path["kicker"], &path["title"]), (&"Columns".into(), &"The Latch and the Law".into()));
}

#[test]
fn what_a_page_states_counts_more_than_words_in_capitals() {
    let page = |head: &str, byline: &str| {
        let paragraphs: String = PROSE.split("\n\n").map(|words| format!("<p>{words}</p>")).collect();
        fields(
            "page.html",
            &format!(
                "<html lang=en><head><title>The Latch and the Law - The Gazette</title>{head}</head><body>\
                 <article><h1>The Latch and the Law</h1><p>Rural Affairs</p>{byline}{paragraphs}</article>\
                 </body></html>"
            ),
        )
    };
    let stated = page("<meta name='author' content='Odo Brack (https://example.org/odo)'>", "");
    assert_eq!(stated["byline"], serde_json::json!(["Odo Brack"]));
    let marked = page("", "<p>on March 4, 2026 by <a rel=author href=/una>Una Pell</a></p>");
    assert_eq!(marked["byline"], serde_json::json!(["Una Pell"]));
    let role = page("", "<p class=byline>By Una Pell</p><p class=byline>Staff Reporter</p>");
    assert_eq!(role["byline"], serde_json::json!(["Una Pell"]));
    let said = page("<meta name='author' content='Web Editor'>", "<p>By Una Pell</p>");
    assert_eq!(said["byline"], serde_json::json!(["Una Pell"]));
}

#[test]
fn a_title_in_the_front_matter_is_the_title_however_short() {
    for title in ["Us", "?", "1", "我"] {
        let piece = fields(
            "short.md",
            &format!("---\ntitle: \"{title}\"\n---\nSee the ferry.\n\nIt is late again.\n"),
        );
        assert_eq!(piece["title"], title);
        assert_eq!(piece["body_markdown"], "See the ferry.\n\nIt is late again.\n", "{title}");
    }
    let piece = fields("again.md", "---\ntitle: Us\n---\n# Us\n\nSee the ferry.\n\nIt is late again.\n");
    assert_eq!(piece["title"], "Us");
    assert_eq!(piece["body_markdown"], "See the ferry.\n\nIt is late again.\n", "said twice, printed once");
}

#[test]
fn the_output_of_a_text_browser_is_read() {
    let dump = "   [1]Home\n   [2]Weather\n\nThe Latch and the Law\n\n   By [3]Ann Lee\n\n   A gate is a sentence that a \
                field says to the\n   road, and like most sentences it is said too\n   often and listened to too seldom \
                by those for\n   whom it was [4]meant by those who said it, and\n   who have other fields to look \
                after and say\n   little.\n\nOf Hinges\n\n   Whoever closes it behind him has understood\n   more of \
                the law than many who have studied it,\n   and he has done so without a single lecture,\n   which \
                saves the town the cost of a hall and\n   the rest of us an evening.\n\nReferences\n\n   1. \
                https://example.org/\n   2. https://example.org/w\n   3. https://example.org/a\n   4. \
                https://example.org/m\n";
    let piece = fields("dump.txt", dump);
    assert_eq!(piece["title"], "The Latch and the Law");
    assert_eq!(piece["byline"], serde_json::json!(["Ann Lee"]));
    let body = piece["body_markdown"].as_str().unwrap();
    assert!(body.contains("said too often and listened to too seldom"), "{body}");
    assert!(body.contains("## Of Hinges") && !body.contains("[4]"), "{body}");
}

#[test]
fn several_languages_and_encodings_are_read() {
    let german = "KOMMENTARDas Tor und das Gesetz\n\nVon Jörg Weiß\n\nEin Tor ist ein Satz, den ein Feld zur Straße sagt, \
                  und wie die meisten Sätze wird er zu oft gesagt und zu selten gehört.\n\nWer es hinter sich schließt, \
                  hat mehr vom Gesetz verstanden als mancher, der es studiert hat, und er hat \"nichts\" dafür \
                  bezahlt.\n\nJörg Weiß lehrt Landeskunde in Flensburg.\n";
    let desk = Desk::new();
    let latin: Vec<u8> = german.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    desk.write("de.txt", latin);
    let said = desk.run(&["import", "de.txt", "--json"]);
    let piece = &objects(&said.out)[0];
    assert_eq!(piece["language"], "de");
    assert_eq!(piece["title"], "Das Tor und das Gesetz");
    assert_eq!(piece["byline"], serde_json::json!(["Jörg Weiß"]));
    assert_eq!(piece["author_note"], "Jörg Weiß lehrt Landeskunde in Flensburg.");
    assert!(piece["body_markdown"].as_str().unwrap().contains("„nichts“"), "{piece}");
    assert!(piece["notices"].to_string().contains("not UTF-8"), "{piece}");
}

#[test]
fn language_and_corrections_are_the_editors_to_say() {
    let desk = Desk::new();
    desk.write("a.txt", format!("Les portes\n\nPar Ann Lee\n\nElle dit \"oui\" -- et s'en va... {PROSE}"));
    let of = |more: &[&str]| {
        let said = desk.run(&[&["import", "a.txt", "--json"], more].concat());
        (said.code, said.out, said.err)
    };
    let french = of(&["--language", "fr"]).1;
    assert!(french.contains("«\u{202f}oui\u{202f}»") && french.contains("\"language\":\"fr\""), "{french}");
    let kept = of(&["--keep", "quotes,ellipses"]).1;
    assert!(kept.contains(r#"\"oui\""#) && kept.contains("va...") && !kept.contains(" -- "), "{kept}");
    let all = of(&["--keep", "all"]).1;
    assert!(all.contains(r#"\"oui\" -- et s'en va..."#), "{all}");
    assert_eq!(of(&["--keep", "nothing"]).0, 2);
    assert_eq!(of(&["--language", "!"]).0, 2);
}
