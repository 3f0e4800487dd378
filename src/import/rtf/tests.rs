//! Small rich texts, written here, and what is read from them.

use super::*;
use crate::edition::date::Date;
use crate::edition::text::{Block, Paragraph};
use crate::import::drafts::{hex, png};
use crate::import::office::shown;

/// The manuscript of a text between a usual head and the last brace, and what was said.
fn written(text: &str) -> (Manuscript, Vec<String>) {
    let head = "\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Arial;}\
                {\\f2\\fcharset128 Mincho;}{\\f3\\fcharset2 Symbol;}{\\f4\\fcharset238 Arial CE;}}\
                {\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0\\b heading 1;}{\\s2 Title;}\
                {\\s3\\sbasedon4 Eigen;}{\\s4\\sbasedon3\\i Quote;}{\\*\\cs9 Strong;}}";
    let mut notices = Notices::new();
    let file = format!("{{{head}\n{text}}}");
    let manuscript = super::read(file.as_bytes(), Path::new("a.rtf"), &mut notices).unwrap();
    (manuscript, notices.iter().map(ToString::to_string).collect())
}

fn read(text: &str) -> String {
    shown(&written(text).0)
}

#[test]
fn styles_are_known_by_name_parent_and_outline() {
    let text = "\\pard\\s2 Trams\\par\\pard\\s1\\b One\\b0\\par\\pard\\outlinelevel1 Two\\par\\pard\\s3 Said.\\par\
                \\pard\\s3 More.\\par\\pard\\s77 End.\\par";
    assert_eq!(read(text), "[Title] Trams\n## One\n### Two\n> Said.\n>\n> More.\nEnd.\n");
}

#[test]
fn emphasis_begins_and_ends_with_words_and_groups() {
    let text = "a {\\b b{\\i c}} d \\i e\\i0  {\\super 2}{\\sub 3} {\\strike gone}{\\v hidden} \\scaps ad\\plain  x\\par";
    assert_eq!(read(text), "a **b*c*** d *e* ^2^~3~ ~~gone~~ [ad]{.smallcaps} x\n");
    assert_eq!(read("\\pard\\s1\\b All {\\b heavy}\\par"), "## All heavy\n");
}

#[test]
fn bytes_are_letters_by_the_charset_of_their_font() {
    assert_eq!(
        read("caf\\'e9 \\f1\\'cf\\'f0\\'e8 \\f4\\'b3 \\f2\\'93\\'fa\\f0\\'df\\par"),
        "café При ł 日ß\n"
    );
    // Two bytes of one letter, one of which is a plain letter.
    assert_eq!(read("\\f2\\'83\\'41\\par\\pard\\f2\\'83A\\par"), "ア\nア\n");
    let signs = read("{\\f3 a}{\\field{\\*\\fldinst SYMBOL 97 \\\\f Symbol}{\\fldrslt \\f3\\'62}}\\par");
    assert_eq!(signs, "αβ\n");
}

#[test]
fn unicode_takes_the_place_of_what_stands_behind_it() {
    assert_eq!(
        read("\\uc1 it\\u8217?s \\u-10179?\\u-8704? {\\uc2\\u1055 ab\\u1088\\'50\\'51} x\\par"),
        "it’s 😀 Пр x\n"
    );
    assert_eq!(read("\\uc0\\u26085 \\u26412\\par"), "日本\n");
    // A group ends what is skipped; a lone half of a pair is nothing.
    assert_eq!(read("{\\u8217}s \\u-10179?x\\par"), "’s x\n");
    assert_eq!(read("{\\upr{old}{\\*\\ud{new}}}\\par"), "new\n");
}

#[test]
fn signs_and_words_that_stand_for_letters() {
    let text = "a\\~b\\_c\\-d \\{e\\} \\\\ \\ldblquote f\\rdblquote\\endash g\\line h\\tab i\\par";
    assert_eq!(read(text), "a\u{a0}b\u{2011}cd {e} \\\\ “f”–g\\\nh i\n");
}

#[test]
fn what_may_be_skipped_is_skipped() {
    let text = "{\\*\\unknown lost}{\\header lost}{\\*\\themedata 00ff}{\\info{\\*\\company lost}}kept{\\unknown kept}\
                \\bin4 {\\b} also\\par";
    assert_eq!(read(text), "keptkept also\n");
}

#[test]
fn fields_give_their_results_and_links() {
    let field = |instruction: &str, result: &str| {
        format!("{{\\field{{\\*\\fldinst {{{instruction}}}}}{{\\fldrslt {{{result}}}}}}}")
    };
    let text = [
        field("HYPERLINK \"https://a.b/c\"", "there"),
        " ".into(),
        field("PAGE", "7"),
        " ".into(),
        field("HYPERLINK \"javascript:alert(1)\"", "run"),
        " ".into(),
        field("HYPERLINK \"file:///etc/passwd\"", "far"),
        " end\\par".into(),
    ];
    assert_eq!(read(&text.concat()), "[there](https://a.b/c) 7 run far end\n");
}

#[test]
fn lists_have_signs_by_their_definitions() {
    let text = "{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat4}{\\listlevel\\levelnfc23}\\listid7}}\
                {\\*\\listoverridetable{\\listoverride\\listid7\\ls1}}\
                \\pard\\ls1\\ilvl0{\\listtext 4.\\tab}One\\par\\pard\\ls1\\ilvl1 Deep\\par\\pard\\ls1\\ilvl0 Two\\par\
                \\pard Between.\\par\\pard\\ls1 Three\\par\\pard\\ls9 Dot\\par";
    let (found, _) = written(text);
    let Block::List { start: Some(4), items } = &found.lines[0].block else { panic!("{found:?}") };
    assert_eq!(items.len(), 2);
    assert!(matches!(&items[0][1], Block::List { start: None, .. }));
    assert!(matches!(&found.lines[2].block, Block::List { start: Some(6), .. }), "{found:?}");
    assert!(matches!(&found.lines[3].block, Block::List { start: None, .. }), "{found:?}");
}

#[test]
fn tables_have_whole_rows_whatever_is_merged() {
    let text = "\\trowd\\trhdr\\clmgf\\cellx1\\clmrg\\cellx2\\cellx3\\pard\\intbl A\\cell\\cell B\\cell\\row\
                \\trowd\\clvmgf\\cellx1\\cellx2\\cellx3\\pard\\intbl 1\\cell 2\\cell 3\\cell\\row\
                \\trowd\\clvmrg\\cellx1\\cellx2\\cellx3\\pard\\intbl x\\cell 5\\cell 6\\par more\\cell\\row\\pard After.\\par";
    let (found, _) = written(text);
    let Block::Table(table) = &found.lines[0].block else { panic!("{found:?}") };
    let texts =
        |row: &[Paragraph]| row.iter().map(|cell| cell.text.to_string()).collect::<Vec<_>>().join("|");
    assert_eq!(texts(&table.head), "A||B");
    assert_eq!(table.rows.iter().map(|row| texts(row)).collect::<Vec<_>>(), ["1|2|3", "|5|6\nmore"]);
    assert_eq!(found.lines.len(), 2);
    assert_eq!(
        read("\\trowd\\cellx1\\pard\\intbl Framed.\\cell\\row\\pard After.\\par"),
        "Framed.\nAfter.\n"
    );
}

#[test]
fn footnotes_and_endnotes_stand_in_the_order_of_their_marks() {
    let text = "One{\\super\\chftn}{\\footnote\\ftnalt\\pard {\\super\\chftn} End.\\par} two\
                {\\footnote\\pard Foot.\\par\\pard More{\\i .}\\par}.\\par";
    assert_eq!(read(text), "One[^1] two[^2].\n(1) End.\n(2) Foot.\n\nMore<em>.</em>\n");
}

#[test]
fn tracked_changes_are_accepted_and_comments_are_told() {
    let text = "First.\\par A {\\deleted old}{\\revised new}{\\*\\atnid BC}{\\*\\atnauthor Bo Chu}\
                {\\*\\annotation\\pard Is this so?\\par} word{\\deleted\\par}and more.\\par";
    let (found, notices) = written(text);
    assert_eq!(shown(&found), "First.\nA new wordand more.\n");
    assert!(
        notices.iter().any(|one| one.contains("tracked changes; they are taken as accepted")),
        "{notices:?}"
    );
    let told = "a.rtf:2: remark: a comment by Bo Chu says: “Is this so?”";
    assert!(notices.iter().any(|one| one.starts_with(told)), "{notices:?}");
}

#[test]
fn pictures_are_taken_or_named() {
    let picture = hex(&png());
    let text = format!(
        "Text.\\par{{\\*\\shppict{{\\pict\\pngblip {picture}}}}}{{\\nonshppict{{\\pict\\wmetafile8 00}}}}\\par\
         {{\\pict\\emfblip 0102}}{{\\pict\\dibitmap0 0102}}{{\\pict\\jpegblip 52494646}}\\par"
    );
    let (found, notices) = written(&text);
    assert!(
        matches!(&found.lines[1].block, Block::Figure { picture, .. } if found.pictures.contains_key(&**picture))
    );
    assert_eq!(notices.len(), 3, "{notices:?}");
    for (notice, kind) in notices.iter().zip(["EMF", "BMP", "neither a JPEG nor a PNG"]) {
        assert!(notice.starts_with("a.rtf:3: fault:") && notice.contains(kind), "{notices:?}");
    }
}

#[test]
fn properties_are_weak_hints() {
    let info = "{\\info{\\title On Trams}{\\author Ann Lee}{\\creatim\\yr2022\\mo3\\dy1\\hr9}{\\revtim\\yr2023}}x\\par";
    let stated = written(info).0.stated;
    assert_eq!(stated.title, Some(Paragraph::plain("On Trams")));
    assert_eq!((stated.authors, stated.date), (vec!["Ann Lee".into()], Date::parse("2022-03-01")));
    assert_eq!(written("{\\info{\\title Microsoft Word - a.doc}{\\author user}}x").0.stated.title, None);
}

#[test]
fn other_files_and_cut_ones_say_what_they_are() {
    let read = |bytes: &[u8]| {
        let mut notices = Notices::new();
        super::read(bytes, Path::new("a.rtf"), &mut notices).map(|found| (shown(&found), notices))
    };
    assert!(read(b"").unwrap_err().what.contains("empty"));
    assert!(read(b"PK\x03\x04").unwrap_err().what.contains("zip archive"));
    assert!(read(b"Hello.").unwrap_err().what.contains("plain text"));
    assert!(read(b"{\\rtf1 {\\fonttbl{\\f0").unwrap_err().what.contains("damaged"));
    let (words, notices) = read(b"{\\rtf1 One.\\par {\\i Tw").unwrap();
    assert_eq!(words, "One.\n*Tw*\n");
    assert!(notices.iter().any(|notice| notice.what.contains("ends too early")));
    assert_eq!(read(b"{\\rtf1 One.\\par}} behind").unwrap().0, "One.\n");
}

#[test]
fn groups_of_any_depth_end() {
    let deep = format!("{}Deep.{}\\par End.\\par", "{".repeat(100_000), "}".repeat(100_000));
    assert_eq!(read(&deep), "Deep.\nEnd.\n");
    let notes = "{\\footnote\\pard x".repeat(1_000) + &"}".repeat(1_000);
    assert!(read(&format!("A{notes}\\par")).starts_with("A[^20]"));
    let cells = "a\\cell ".repeat(30_000);
    let (_, notices) = written(&format!("\\trowd\\pard\\intbl {cells}\\row\\pard x\\par"));
    assert!(notices[0].contains("20000 cells"), "{notices:?}");
}
