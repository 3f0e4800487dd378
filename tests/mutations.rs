//! Small good files, broken at random, and heaps of the signs of each format: no reader breaks, what it reads
//! becomes a piece, and no word of a plain text is lost. `tests/fuzz` does the same for hours.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a panic is the report of a test")]

#[path = "common/drafts.rs"]
mod drafts;
#[path = "fuzz/drive.rs"]
mod drive;

use drafts::Folder;
use pamphleteer::import;
use pamphleteer::import::intake::{Field, Intake};
use pamphleteer::notice::Notices;
use proptest::prelude::*;
use std::path::Path;

/// The folders of the readers in `tests/fuzz`, and the endings of their files.
const READERS: [(&str, &str); 7] = [
    ("html", "html"),
    ("docx", "docx"),
    ("odt", "odt"),
    ("rtf", "rtf"),
    ("epub", "epub"),
    ("plain", "txt"),
    ("markdown", "md"),
];

/// All files of a reader: those to begin with, and those that once broke something.
fn files(reader: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for kind in ["seeds", "corpus"] {
        let folder = Path::new("tests/fuzz").join(kind).join(reader);
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        found.extend(paths.into_iter().map(|path| std::fs::read(path).unwrap()));
    }
    found
}

#[test]
fn every_file_that_once_broke_something_is_read() {
    for (reader, ending) in READERS {
        let files = files(reader);
        assert!(!files.is_empty(), "{reader}");
        files.iter().for_each(|bytes| drive::check(ending, bytes));
    }
}

/// One change of some bytes: what kind of change, where, how many, and with what.
type Change = (u8, u32, u8, u8);

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for &(kind, at, count, byte) in changes {
        if bytes.is_empty() {
            break;
        }
        let at = at as usize % bytes.len();
        let end = (at + usize::from(count)).min(bytes.len());
        match kind % 6 {
            0 => bytes[at] ^= byte | 1,
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..end)),
            3 => drop(bytes.splice(at..at, [byte])),
            4 => {
                let copy = bytes[at..end].to_vec();
                let to = usize::from(byte) * 31 % bytes.len();
                drop(bytes.splice(to..to, copy));
            }
            _ => bytes[at..end].reverse(),
        }
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    proptest::collection::vec(any::<Change>(), 1..8)
}

/// A heap of signs.
fn heap(signs: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(signs), 0..80).prop_map(|signs| signs.concat())
}

const HTML: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i class=byline>",
    "</i>",
    "<table>",
    "<tr>",
    "<td colspan=3>",
    "<td rowspan=2>",
    "</table>",
    "<ul>",
    "<li>",
    "</ul>",
    "<blockquote>",
    "<cite>",
    "</blockquote>",
    "<a href='#fn1'>1</a>",
    "<p id=fn1>",
    "<img src=a.png>",
    "<img src='data:image/png;base64,iVBO'>",
    "<figure>",
    "<figcaption>",
    "<h1>",
    "<h2>",
    "</h2>",
    "<br>",
    "<br><br>",
    "<pre>",
    "</pre>",
    "<svg>",
    "</svg>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&amp;",
    "&#0;",
    "text ",
    "By Ann Lee ",
    "March 1, 2024 ",
    "It is a long way from here to the sea, and no tram has gone. ",
    "\u{301}",
    "é",
    "<sup>",
    "</sup>",
    "<time>",
    "<nav>",
    "</nav>",
    "<select>",
    "<template>",
    "<frameset>",
    "<math><mi>",
    "\0",
];
const MARKDOWN: &[&str] = &[
    "# ",
    "\n",
    "\n\n",
    "---\n",
    "title: x\n",
    "+++\n",
    "% ",
    "> ",
    "- ",
    "1. ",
    "    ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "|",
    "|-|-|\n",
    "<b>",
    "&amp;",
    "\\",
    "~~",
    "{#id}",
    "{{< x >}}",
    "text ",
    "é",
    "\t",
    "***\n",
    "^",
    "::: {.verse}\n",
    ":::\n",
    "[x]{.smallcaps}",
    "---",
    "\u{feff}",
    "a: &a [*a]\n",
    "By Ann Lee\n",
    "\r\n",
    "\0",
];
const RTF: &[&str] = &[
    "{",
    "}",
    "\\par ",
    "\\pard ",
    "\\b ",
    "\\b0 ",
    "\\i ",
    "\\u8217 ?",
    "\\u-10179 ",
    "\\uc0 ",
    "\\uc9 ",
    "\\'e9",
    "\\'8",
    "\\*",
    "\\unknown ",
    "{\\footnote ",
    "{\\*\\annotation ",
    "{\\field{\\*\\fldinst HYPERLINK \"https://a.b\"}{\\fldrslt ",
    "\\trowd ",
    "\\cellx9 ",
    "\\intbl ",
    "\\cell ",
    "\\row ",
    "\\clmrg ",
    "{\\pict\\pngblip ",
    "8950",
    "\\bin9 ",
    "{\\fonttbl{\\f1\\fcharset128 ",
    "\\f1 ",
    "{\\stylesheet{\\s1\\sbasedon1 ",
    "\\s1 ",
    "\\ls1\\ilvl3 ",
    "{\\info{\\title ",
    "\\deleted ",
    "\\v ",
    "\\line ",
    "\\tab ",
    "\\~",
    "text ",
    "\u{e9}",
    "{\\shptxt ",
    "\\dropcapli3 ",
    "\\upr{",
    "{\\*\\ud ",
    "\\li720\\ri720 ",
    "\\outlinelevel2 ",
    "\n",
    "\0",
];
const WORD: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "text",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:pPr><w:pStyle w:val='T'/></w:pPr>",
    "<w:rPr><w:b/><w:vanish/></w:rPr>",
    "<w:br/>",
    "<w:tab/>",
    "<w:footnoteReference w:id='1'/>",
    "<w:fldChar w:fldCharType='begin'/>",
    "<w:fldChar w:fldCharType='separate'/>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:instrText>HYPERLINK \"https://a.b\"</w:instrText>",
    "<w:ins>",
    "</w:ins>",
    "<w:del>",
    "</w:del>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:drawing><a:blip r:embed='p'/></w:drawing>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "\n",
    "&amp;",
    "<w:pPr><w:numPr><w:ilvl w:val='3'/><w:numId w:val='1'/></w:numPr></w:pPr>",
    "<w:tcPr><w:gridSpan w:val='9'/></w:tcPr>",
];
const ODT: &[&str] = &[
    "<text:p>",
    "</text:p>",
    "<text:h text:outline-level='2'>",
    "</text:h>",
    "<text:span text:style-name='T1'>",
    "</text:span>",
    "text",
    "<text:list>",
    "</text:list>",
    "<text:list-item>",
    "</text:list-item>",
    "<table:table>",
    "</table:table>",
    "<table:table-row>",
    "</table:table-row>",
    "<table:table-cell table:number-columns-repeated='9'>",
    "</table:table-cell>",
    "<text:s text:c='9'/>",
    "<text:line-break/>",
    "<text:note><text:note-body>",
    "</text:note-body></text:note>",
    "<draw:frame><draw:text-box>",
    "</draw:text-box></draw:frame>",
    "<draw:frame><draw:image xlink:href='a'/></draw:frame>",
    "<office:annotation>",
    "</office:annotation>",
    "<text:section>",
    "</text:section>",
    "&lt;",
    "\n",
    "<text:a xlink:href='https://a.b'>",
    "</text:a>",
    "<text:tab/>",
];

fn word(body: &str) -> Vec<u8> {
    drafts::docx(body, &[])
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings(60))]

    #[test]
    fn broken_files_break_no_reader(changes in changes(), which in any::<usize>()) {
        for (reader, ending) in READERS {
            let files = files(reader);
            let file = &files[which % files.len()];
            drive::check(ending, &changed(file, &changes));
            if matches!(ending, "docx" | "odt" | "epub") {
                drive::check(ending, &changed(&drive::packed(file), &changes));
            }
        }
    }

    #[test]
    fn heaps_of_signs_break_no_reader(
        html in heap(HTML), markdown in heap(MARKDOWN), rtf in heap(RTF), body in heap(WORD), text in heap(ODT),
    ) {
        drive::check("html", html.as_bytes());
        drive::check("epub", &drafts::epub(&format!("<html><body>{html}</body></html>"), &[]));
        drive::check("md", markdown.as_bytes());
        drive::check("txt", markdown.as_bytes());
        drive::check("rtf", format!("{{\\rtf1 {rtf}}}").as_bytes());
        drive::check("docx", &word(&body));
        drive::check("odt", &drafts::odt(&text, &[]));
        // As a program would write it: the body whole, its inside at random.
        drive::check("docx", &word(&format!("<w:p><w:r><w:t>x</w:t></w:r></w:p>{body}").replace(['\0'], "")));
    }

    #[test]
    fn no_word_of_a_plain_text_is_lost(text in plain()) {
        let folder = Folder::new();
        let mut notices = Notices::new();
        let file = folder.file("a.txt", &text);
        let Ok(intakes) = import::read(&file, &mut notices) else { return Ok(()) };
        let said: String = notices.iter().map(|notice| notice.what.to_lowercase()).collect();
        let lines: String = intakes.iter().flat_map(|intake| &intake.lines).map(|line| shown(&line.block) + "\n").collect();
        // A section in capitals that is glued to the title is parted from it: “OPINIONThe Bench”.
        let parted: String = lines.split_whitespace().collect();
        for word in letters(&text) {
            let is_kept = lines.contains(&word) || said.contains(&word) || parted.contains(&word);
            prop_assert!(is_kept, "“{word}” of {text:?} is lost: {lines:?}");
        }
        for intake in &intakes {
            composed(intake)?;
        }
    }
}

/// What an intake calls text or leaves out is in its piece.
fn composed(intake: &Intake) -> Result<(), TestCaseError> {
    let composed = intake.compose();
    let body = composed.piece.markdown.to_lowercase();
    let dropped = composed.dropped.join("\n").to_lowercase();
    for (field, place) in [(Field::Body, body), (Field::Dropped, dropped)] {
        let words: String = intake.of(field).map(|line| shown(&line.block) + "\n").collect();
        for word in letters(&words) {
            prop_assert!(place.contains(&word), "“{word}” is lost in {field:?}: {place:?}");
        }
    }
    Ok(())
}

fn shown(block: &pamphleteer::edition::text::Block) -> String {
    let mut words = String::new();
    block.each_paragraph(&mut |paragraph| words.push_str(&format!("{} ", paragraph.text.to_lowercase())));
    words
}

/// The runs of letters of a text, in small letters.
fn letters(text: &str) -> Vec<String> {
    let runs = text.split(|letter: char| !letter.is_alphabetic());
    runs.filter(|run| !run.is_empty()).map(str::to_lowercase).collect()
}

/// A plain text of lines that recognition knows, and of others.
fn plain() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        proptest::sample::select(
            &[
                "By Ann Lee",
                "OPINION",
                "March 1, 2024",
                "Share this",
                "Related",
                "Advertisement",
                "12",
                "* * *",
                "- a point",
                "Ann Lee drives a bus in the town.",
                "The views expressed are the author’s own.",
                "Published in The Post, May 2nd, 2022",
                "Read more",
                "Photo: Bo Chu",
                "Comments",
                "Note: this was written in spring.",
                "THE LAST TRAM",
                "Follow us on",
                "The Harbour Post",
                "",
            ][..]
        )
        .prop_map(str::to_string),
        "[a-zA-Zéü ,.’\"-]{0,90}",
        "([a-z]{1,9} ){10,30}[a-z]{1,9}\\.",
    ];
    proptest::collection::vec((line, proptest::sample::select(&["\n", "\n\n", "\r\n"][..])), 0..25)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}
