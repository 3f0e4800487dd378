//! Preflight: what is found in an edition, what it is called, and what mends it.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// A desk with an edition that prints marks as they are typed.
fn desk(pieces: &[(&str, &str)]) -> Desk {
    let desk = Desk::new();
    let list: String = pieces.iter().map(|(name, _)| format!("  \"pieces/{name}.md\", # {name}\n")).collect();
    desk.write(
        "edition/edition.toml",
        format!("# Our list.\ntitle = \"Small Talk\"\npublisher = \"Tram Press\"\nrights = \"© The authors\"\ndate = 2026-03-01\npieces = [\n{list}]\n\n[design]\nquotes = \"as typed\" # as the house likes\n"),
    );
    for (name, text) in pieces {
        desk.write(&format!("edition/pieces/{name}.md"), text);
    }
    desk
}

fn piece(title: &str, body: &str) -> String {
    format!(
        "---\ntitle: \"{title}\"\nauthors: [Ann Lee] # she wrote in March\nauthor_note: false\n---\n\n{body}\n"
    )
}

/// What `check --json` found: rule, file and line, in a line each.
fn found(desk: &Desk) -> Vec<String> {
    let checked = checked(desk);
    let notices = checked["notices"].as_array().unwrap();
    let line = |notice: &Value| {
        let text = |key: &str| notice[key].as_str().unwrap_or_default().to_string();
        let line = notice["line"].as_u64().map(|line| format!(":{line}")).unwrap_or_default();
        format!("{} {} {}{line}", text("weight"), text("rule"), text("file"))
    };
    notices.iter().map(line).collect()
}

fn checked(desk: &Desk) -> Value {
    let said = desk.run(&["check", "edition", "--json"]);
    serde_json::from_str(said.out.lines().next().unwrap()).unwrap()
}

fn ids(desk: &Desk) -> Vec<String> {
    let checked = checked(desk);
    let notices = checked["notices"].as_array().unwrap();
    notices.iter().map(|notice| notice["id"].as_str().unwrap().to_string()).collect()
}

const ODD: &str = "He said: \"It's *so* odd\" -- and left...\n\n\
    See [what \"they\" say](https://example.org/it's--x) and `it's--code`; a note[^1] that's so.  Two spaces , and more.\n\n\
    > A \"quote\" of\n> 1990-95, and cafÃ©s, and a ﬁle.\n\n\
    | It's  a \"song\"...\n| of trams\n\n\
    [^1]: It's a \"note\".";

#[test]
fn doubtful_typography_is_found_with_its_line_and_column() {
    let desk =
        desk(&[("a", &piece("The town's tram", ODD)), ("b", &piece("Clean", "“Fine” – it’s 1990–95 … so."))]);
    let checked = checked(&desk);
    let notices = checked["notices"].as_array().unwrap();
    let of = |rule: &str| {
        let mut of_rule = notices.iter().filter(|notice| notice["rule"] == rule);
        let first = of_rule.next().unwrap_or_else(|| panic!("{rule} is not in {notices:#?}"));
        assert!(of_rule.next().is_none(), "{rule} is said twice");
        assert_eq!(
            (first["file"].as_str(), first["mend"].as_str()),
            (Some("pieces/a.md"), Some("typography")),
            "{rule}"
        );
        (first["line"].as_u64(), first["column"].as_u64(), first["what"].as_str().unwrap())
    };
    assert_eq!(
        of("double-hyphen"),
        (
            Some(7),
            Some(26),
            "a double hyphen stands for a dash: : \"It's so odd\" -- and left... → : \"It's so odd\" – and left..."
        )
    );
    assert_eq!(of("three-points").0, Some(7));
    assert_eq!((of("space-before-stop").0, of("space-before-stop").1), (Some(9), Some(103)));
    assert_eq!(of("double-space").0, Some(9));
    assert_eq!(of("hyphen-for-dash").0, Some(12));
    assert_eq!(of("broken-letters").0, Some(12));
    assert_eq!(of("odd-letters").0, Some(12));
    let (line, _, what) = of("straight-quotes");
    assert_eq!(line, None, "the title comes first, and has no line");
    assert!(
        what.starts_with("straight marks are printed as typed, in 12 places, first: The town's tram"),
        "{what}"
    );
    assert!(notices.iter().all(|notice| notice["file"] != "pieces/b.md"), "{notices:#?}");
}

#[test]
fn straight_marks_that_the_book_turns_are_no_finding() {
    let desk = desk(&[("a", &piece("One", "It's \"so\"."))]);
    assert_eq!(found(&desk), ["doubt straight-quotes pieces/a.md:7"]);
    let toml = desk.text("edition/edition.toml").replace("as typed", "language");
    desk.write("edition/edition.toml", toml);
    assert!(found(&desk).is_empty());
}

#[test]
fn the_sample_has_nothing_to_mend() {
    let said = Desk::new().run(&["check", &format!("{}/assets/sample", env!("CARGO_MANIFEST_DIR"))]);
    assert!(said.out.contains("nothing to mend") && said.code == 0, "{said:?}");
}

#[test]
fn ids_are_the_same_from_run_to_run_and_outlive_edits_elsewhere() {
    let desk = desk(&[("a", &piece("One", ODD)), ("b", &piece("Two", &format!("Once more.\n\n{ODD}")))]);
    let before = ids(&desk);
    assert_eq!(before, ids(&desk));
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len(), "{before:?}");
    desk.write(
        "edition/pieces/a.md",
        piece("One", &format!("A new paragraph -- in two lines\nof text...\n\n{ODD}")),
    );
    assert_eq!(before, ids(&desk));
}

#[test]
fn a_mend_changes_what_it_should_and_keeps_the_rest() {
    let desk = desk(&[("a", &piece("The town's tram", ODD)), ("b", &piece("Clean", "It's so...\n"))]);
    let (list, b) = (desk.text("edition/edition.toml"), desk.text("edition/pieces/b.md"));
    let id = ids(&desk).into_iter().find(|id| id.starts_with("straight-quotes")).unwrap();
    let said = desk.run(&["check", "edition", "--fix", &id]);
    assert!(said.out.starts_with("mended: pieces/a.md: straight marks"), "{said:?}");
    assert!(!said.out.contains(&id), "it is checked again: {said:?}");
    let text = desk.text("edition/pieces/a.md");
    for kept in [
        "authors: [Ann Lee] # she wrote in March",
        "https://example.org/it's--x",
        "`it's--code`",
        "| It's  a \"song\"...",
        "left...",
    ] {
        assert!(text.contains(kept), "{kept} is gone: {text}");
    }
    for mended in [
        "The town’s tram",
        "He said: “It’s *so* odd” -- and left...",
        "[what “they” say](",
        "that’s so.  Two",
        "> A “quote” of",
        "[^1]: It’s a “note”.",
    ] {
        assert!(text.contains(mended), "{mended} is not in {text}");
    }
    assert_eq!((desk.text("edition/edition.toml"), desk.text("edition/pieces/b.md")), (list, b));

    let said = desk.run(&["check", "edition", "--fix", "three-points", "--fix", "double-hyphen", "--json"]);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    let mended: Vec<&str> =
        report["mended"].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap()).collect();
    assert_eq!(mended, ["pieces/a.md", "pieces/a.md", "pieces/b.md"]);
    assert!(desk.text("edition/pieces/a.md").contains("odd” – and left…"));
    assert!(desk.text("edition/pieces/b.md").contains("It's so…"));
}

#[test]
fn what_nobody_has_found_or_can_mend_changes_nothing() {
    let desk = desk(&[("a", &piece("", "Well..."))]);
    let before = desk.text("edition/pieces/a.md");
    let said = desk.run(&["check", "edition", "--fix", "three-points", "--fix", "three-pints-123456"]);
    assert!(
        said.code == 1 && said.err.contains("nothing is found here that is called “three-pints-123456”"),
        "{said:?}"
    );
    let untitled = ids(&desk).into_iter().find(|id| id.starts_with("no-title")).unwrap();
    let said = desk.run(&["check", "edition", "--fix", &untitled]);
    assert!(said.code == 1 && said.err.contains("without somebody looking"), "{said:?}");
    assert_eq!(desk.run(&["check", "edition", "edition", "--fix", "three-points"]).code, 2);
    assert_eq!(desk.text("edition/pieces/a.md"), before);
}

#[test]
fn a_text_that_was_signed_off_is_not_mended_behind_its_author_s_back() {
    let desk = desk(&[("a", &piece("One", "Well..."))]);
    assert_eq!(desk.run(&["sign", "edition", "One", "--by", "Ann Lee"]).code, 0);
    let before = desk.text("edition/pieces/a.md");
    let said = desk.run(&["check", "edition", "--fix", "three-points"]);
    assert!(
        said.out.contains("left as it is: pieces/a.md: three points")
            && said.out.contains("signed off by Ann Lee"),
        "{said:?}"
    );
    assert_eq!(desk.text("edition/pieces/a.md"), before);
}

#[test]
fn ids_are_printed_where_they_are_asked_for_or_of_use() {
    let desk = desk(&[("a", &piece("", "Well..."))]);
    let said = desk.run(&["check", "edition"]).out;
    let of = |text: &str, end: &str| text.lines().filter(|line| line.contains(end)).count();
    assert_eq!((of(&said, "[--fix three-points-"), of(&said, "no-title-")), (1, 0), "{said}");
    let said = desk.run(&["check", "edition", "--ids"]).out;
    assert_eq!((of(&said, "[three-points-"), of(&said, "[no-title-")), (1, 1), "{said}");
}

#[test]
fn sarif_has_the_shape_that_other_tools_read() {
    let desk = desk(&[("a b", &piece("", ODD))]);
    let said = desk.run(&["check", "edition", "--sarif"]);
    let log: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((log["version"].as_str(), log["runs"].as_array().unwrap().len()), (Some("2.1.0"), 1));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), found(&desk).len());
    let mut prints = BTreeSet::new();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(
            rule["shortDescription"]["text"].as_str().unwrap().ends_with('.')
                && rule["help"]["text"].is_string()
        );
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        prints.insert(result["partialFingerprints"]["pamphleteer/v1"].as_str().unwrap());
    }
    assert_eq!(prints.len(), results.len());
    let of = |rule: &str| results.iter().find(|result| result["ruleId"] == rule).unwrap();
    assert_eq!((&of("no-title")["level"], &of("three-points")["level"]), (&"warning".into(), &"note".into()));
    let place = &of("double-hyphen")["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "pieces/a%20b.md");
    assert!(run["originalUriBaseIds"][place["artifactLocation"]["uriBaseId"].as_str().unwrap()].is_object());
    assert_eq!(
        (place["region"]["startLine"].as_u64(), place["region"]["startColumn"].as_u64()),
        (Some(7), Some(26))
    );
    assert!(Path::new(place["artifactLocation"]["uri"].as_str().unwrap()).is_relative());
}

/// Two columns of sixty different sentences.
fn column(sentences: std::ops::Range<usize>) -> String {
    const WHO: [&str; 7] =
        ["the porter", "a clerk", "my aunt", "the mayor", "no tenant", "each driver", "a heron"];
    const DOES: [&str; 11] = [
        "mends", "counts", "sells", "paints", "forgets", "weighs", "borrows", "sees", "leaves", "keeps",
        "wants",
    ];
    let sentence = |n: usize| {
        format!("On day {n} {} {} {n} {}s.", WHO[n % 7], DOES[n % 11], ["lamp", "ticket", "map"][n % 3])
    };
    sentences.map(sentence).collect::<Vec<_>>().join(" ")
}

#[test]
fn pieces_that_share_their_text_are_told() {
    let whole = column(0..60);
    let cut = format!("Another beginning, of our own. {}\n\nAnd another end.", column(10..50).to_uppercase());
    let desk = desk(&[
        ("a", &piece("One", &whole)),
        ("b", &piece("Two", &cut)),
        ("c", &piece("Three", &column(100..160))),
        ("d", &piece("Four", &whole)),
        ("e", &piece("Five", &format!("{}\n\n> {}", column(200..260), column(0..6)))),
    ]);
    assert_eq!(found(&desk), ["doubt double pieces/d.md", "doubt near-double pieces/b.md"]);
    let said = desk.run(&["check", "edition"]).out;
    assert!(said.contains("“Two” has about 95 % of its words in common with “One” (pieces/a.md)"), "{said}");
    let id = ids(&desk).into_iter().find(|id| id.starts_with("near-double")).unwrap();
    assert!(desk.run(&["check", "edition", "--fix", &id]).err.contains("without somebody looking"));
}

#[test]
fn contacts_without_consent_are_told_and_taken_out() {
    let desk = desk(&[
        (
            "a",
            "---\ntitle: One\nauthors: [ann]\n---\n\nWrite to me at ann.lee@example.org, or to the paper at letters@example.org.\n\nIn 2019 there were 12,500 trams in 1,200 towns; call +44 20 7946 0018.\n",
        ),
        (
            "b",
            "---\ntitle: Two\nauthors: [ann]\nauthor_note: Ann Lee draws maps. She tweets @annlee.\n---\n\nTrams.\n",
        ),
        ("c", &piece("Three", "As @mayor said: trams.")),
    ]);
    let people = "[ann] # our best\nname = \"Ann Lee\"\nemail = \"ann.lee@example.org\"\nsite = \"https://annlee.example.org\"\nprint = [\"site\"]\nshort_note = \"Ann Lee draws maps. She can be reached at ann@maps.example.org. Her website is https://annlee.example.org.\"\n";
    desk.write("edition/contributors.toml", people);
    let told = |desk: &Desk| {
        let checked = checked(desk);
        let notices = checked["notices"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|notice| notice["rule"] == "printed-contact");
        notices
            .map(|notice| {
                let text = |key: &str| notice[key].as_str().unwrap_or_default();
                format!(
                    "{} {}:{} {} {}",
                    text("weight"),
                    text("file"),
                    notice["line"].as_u64().unwrap_or_default(),
                    text("mend"),
                    text("what").split(" is printed").next().unwrap()
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(&desk),
        [
            "remark pieces/a.md:6  the e-mail address ann.lee@example.org",
            "remark pieces/a.md:8  the telephone number +44 20 7946 0018",
            "doubt pieces/b.md:0 take-out the handle @annlee",
            "doubt contributors.toml:0  the e-mail address ann@maps.example.org",
        ],
        "the other address stands in the field, so that this one can't go there"
    );
    let handle = ids(&desk).into_iter().filter(|id| id.starts_with("printed-contact")).nth(2).unwrap();
    assert_eq!(desk.run(&["check", "edition", "--fix", "printed-contact"]).code, 0);
    assert!(desk.text("edition/pieces/b.md").contains("@annlee"), "words go out one by one");
    let said = desk.run(&["check", "edition", "--fix", &handle]);
    assert!(said.out.starts_with("mended: pieces/b.md: the handle @annlee"), "{said:?}");
    assert!(desk.text("edition/pieces/b.md").contains("author_note: \"Ann Lee draws maps.\"\n"));
    let record = desk.text("edition/contributors.toml");
    assert!(record.contains("handle = \"@annlee\"") && record.contains("print = [\"site\"]"), "{record}");

    desk.write("edition/contributors.toml", record.replace("[\"site\"]", "[\"email\"]"));
    assert_eq!(
        told(&desk),
        [
            "remark pieces/a.md:8  the telephone number +44 20 7946 0018",
            "doubt contributors.toml:0  the e-mail address ann@maps.example.org",
            "doubt contributors.toml:0 take-out the website https://annlee.example.org",
        ]
    );
}

#[test]
fn people_who_may_be_one_and_notes_that_differ_are_told() {
    let desk = desk(&[
        (
            "a",
            "---\ntitle: One\nauthors: [john-smith]\nauthor_note: John Smith mends watches.\n---\n\nClocks.\n",
        ),
        ("b", "---\ntitle: Two\nauthors: [j-smith]\nauthor_note: false\n---\n\nBells.\n"),
    ]);
    desk.write(
        "edition/contributors.toml",
        "[john-smith]\nname = \"John Smith\"\nshort_note = \"John Smith mends clocks.\"\n\n[j-smith]\nname = \"J. Smith\"\n",
    );
    assert_eq!(found(&desk), ["remark same-person contributors.toml", "remark differing-note pieces/a.md"]);
    let id = ids(&desk).into_iter().find(|id| id.starts_with("differing-note")).unwrap();
    assert_eq!(desk.run(&["check", "edition", "--fix", &id]).code, 0);
    assert_eq!(found(&desk), ["remark same-person contributors.toml"]);
    let text = desk.text("edition/pieces/a.md");
    assert!(text.contains("John Smith mends watches."), "{text}");
    let said = desk.run(&["check", "edition"]).out;
    let command = said.split("if so: pamphleteer ").nth(1).unwrap().split(')').next().unwrap();
    let words: Vec<&str> =
        command.split(' ').map(|word| if word == "DIR" { "edition" } else { word }).collect();
    assert_eq!(desk.run(&words).code, 0, "{words:?}");
    assert!(found(&desk).is_empty(), "{:?}", found(&desk));
}

#[test]
fn odd_addresses_and_doubled_words_are_told_with_their_line() {
    let desk = desk(&[(
        "a",
        &piece(
            "One",
            "See [this](https://https://example.org).\n\nHe said the\nthe *same same* as [her](mailto:ann).\n\n> the the\n\n| la la",
        ),
    )]);
    assert_eq!(
        found(&desk),
        [
            "remark doubled-word pieces/a.md:9",
            "remark doubled-word pieces/a.md:10",
            "remark doubled-word pieces/a.md:12",
            "doubt odd-address pieces/a.md:7",
            "doubt odd-address pieces/a.md:10",
        ]
    );
}

#[test]
fn a_disclaimer_waived_in_any_form_without_a_reason_is_told() {
    let text = |waived: &str| {
        piece("One", "Trams.").replace("author_note", &format!("disclaimer: {waived}\nauthor_note"))
    };
    for waived in ["false", "{ waived: true }", "{ waived: \"\" }", "{ waived: }"] {
        let desk = desk(&[("a", &text(waived))]);
        assert_eq!(found(&desk), ["doubt waived-silently pieces/a.md"], "{waived}");
    }
    for fine in ["{ waived: \"an obituary\" }", "{ waived: false }", "true"] {
        assert!(found(&desk(&[("a", &text(fine))])).is_empty(), "{fine}");
    }
}
