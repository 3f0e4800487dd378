//! Small OpenDocument texts, built here, and what is read from them.

use super::*;
use crate::edition::text::Block;
use crate::import::drafts::{png, zipped};
use crate::import::office::shown;

const NAMES: &str = "xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d' xmlns:xlink='x' xmlns:style='y' \
                     xmlns:fo='f' xmlns:svg='s' xmlns:dc='c' xmlns:meta='m'";

/// A file in the making: its text, its automatic styles, and other parts.
#[derive(Default)]
struct Draft {
    text: String,
    automatic: String,
    parts: Vec<(&'static str, Vec<u8>)>,
}

impl Draft {
    fn text(text: &str) -> Draft {
        Draft { text: text.into(), ..Draft::default() }
    }

    fn automatic(mut self, styles: &str) -> Draft {
        self.automatic.push_str(styles);
        self
    }

    fn named(self, styles: &str) -> Draft {
        let part = format!("<s {NAMES}><office:styles>{styles}</office:styles></s>");
        self.part("styles.xml", part.into_bytes())
    }

    fn part(mut self, name: &'static str, bytes: Vec<u8>) -> Draft {
        self.parts.push((name, bytes));
        self
    }

    fn bytes(self) -> Vec<u8> {
        let content = format!(
            "<office:document-content {NAMES}><office:automatic-styles>{}</office:automatic-styles><office:body>\
             <office:text>{}</office:text></office:body></office:document-content>",
            self.automatic, self.text
        );
        let mut parts = vec![("content.xml", content.into_bytes())];
        parts.extend(self.parts);
        zipped(&parts)
    }

    fn read(self) -> (Manuscript, Vec<String>) {
        let mut notices = Notices::new();
        let manuscript = read(&self.bytes(), Path::new("a.odt"), &mut notices).unwrap();
        (manuscript, notices.iter().map(ToString::to_string).collect())
    }

    fn shown(self) -> String {
        shown(&self.read().0)
    }
}

fn p(inside: &str) -> String {
    format!("<text:p>{inside}</text:p>")
}

fn styled(style: &str, inside: &str) -> String {
    format!("<text:p text:style-name='{style}'>{inside}</text:p>")
}

fn style(name: &str, more: &str, inside: &str) -> String {
    format!("<style:style style:name='{name}' {more}>{inside}</style:style>")
}

fn span(style: &str, inside: &str) -> String {
    format!("<text:span text:style-name='{style}'>{inside}</text:span>")
}

#[test]
fn styles_are_known_by_name_parent_and_outline() {
    let named = [
        style("Title", "style:family='paragraph'", ""),
        style("Heading_20_2", "style:family='paragraph' style:display-name='Heading 2'", ""),
        style("Eigen", "style:family='paragraph' style:parent-style-name='Quotations'", ""),
        style("Quotations", "style:family='paragraph'", ""),
        style("Kapitel", "style:family='paragraph' style:default-outline-level='3'", ""),
    ];
    let automatic = style("P1", "style:family='paragraph' style:parent-style-name='Title'", "");
    let text = [
        styled("P1", "Trams"),
        styled("Heading_20_2", "One"),
        styled("Kapitel", "Two"),
        "<text:h text:outline-level='2'>Three</text:h>".into(),
        styled("Eigen", "Said."),
        styled("Eigen", "More."),
        styled("missing", "End."),
    ];
    let found = Draft::text(&text.concat()).named(&named.concat()).automatic(&automatic).shown();
    assert_eq!(found, "[Title] Trams\n## One\n### Two\n## Three\n> Said.\n>\n> More.\nEnd.\n");
}

#[test]
fn emphasis_is_what_spans_and_hands_say_not_the_named_style() {
    let letters = |properties: &str| format!("<style:text-properties {properties}/>");
    let automatic = [
        style("B", "style:family='text'", &letters("fo:font-weight='bold'")),
        style("I", "style:family='text'", &letters("fo:font-style='italic'")),
        style("U", "style:family='text'", &letters("style:text-position='super 58%'")),
        style("D", "style:family='text'", &letters("style:text-position='-33% 58%'")),
        style("S", "style:family='text'", &letters("style:text-line-through-style='solid'")),
        style("H", "style:family='text'", &letters("text:display='none'")),
        style("M", "style:family='text'", &letters("style:font-name='Courier New'")),
    ];
    let named = style("Strong", "style:family='paragraph'", &letters("fo:font-weight='bold'"));
    let text = [
        "<text:h>Head</text:h>".into(),
        p(&[
            "a ".into(),
            span("B", &format!("b{}", span("I", "c"))),
            span("U", "2"),
            span("D", "3"),
            " ".into(),
            span("S", "gone"),
            span("H", "hidden"),
            " ".into(),
            span("M", "code"),
        ]
        .concat()),
        styled("Strong", &format!("x {} z", span("B", "y"))),
    ];
    let found = Draft::text(&text.concat()).automatic(&automatic.concat()).named(&named).shown();
    assert_eq!(found, "## Head\na **b*c***^2^~3~ ~~gone~~ `code`\nx y z\n");
}

#[test]
fn spaces_tabs_and_breaks_are_what_they_stand_for() {
    let text = p(
        " a\n  b<text:s text:c='3'/>c<text:tab/>d<text:s text:c='99999999'/>e<text:line-break/>f\u{ad}g<text:soft-page-break/>",
    );
    let (found, _) = Draft::text(&text).read();
    let Block::Paragraph(words) = &found.lines[0].block else { panic!("{found:?}") };
    assert!(words.text.starts_with("a b   c d "), "{words:?}");
    assert!(words.text.ends_with("e\nf\u{ad}g") && words.text.len() < 200, "{words:?}");
}

#[test]
fn only_links_that_a_book_may_have_are_links() {
    let link = |to: &str, words: &str| format!("<text:a xlink:href='{to}'>{words}</text:a>");
    let text = [
        link("https://a.b/c d", "one"),
        " ".into(),
        link("javascript:alert(1)", "two"),
        " ".into(),
        link("file:///etc/passwd", "three"),
        " ".into(),
        link("mailto:a@b.c", "four"),
    ];
    let found = Draft::text(&p(&text.concat())).shown();
    assert_eq!(found, "[one](https://a.b/c%20d) two three [four](mailto:a&#64;b.c)\n");
}

#[test]
fn lists_keep_their_depth_and_numbers() {
    let numbers = "<text:list-style style:name='N'><text:list-level-style-number text:level='1' style:num-format='1' \
                   text:start-value='4'/><text:list-level-style-bullet text:level='2'/></text:list-style>";
    let item = |inside: &str| format!("<text:list-item>{inside}</text:list-item>");
    let inner = format!("<text:list>{}</text:list>", item(&p("deep")));
    let first = [item(&[p("one"), p("more"), inner].concat()), item(&p("two"))].concat();
    let text = [
        format!("<text:list text:style-name='N'>{first}</text:list>"),
        p("Between."),
        format!(
            "<text:list text:style-name='N' text:continue-numbering='true'>{}</text:list>",
            item(&p("three"))
        ),
        format!(
            "<text:list><text:list-header>{}</text:list-header>{}</text:list>",
            p("Head"),
            item(&p("dot"))
        ),
    ];
    let (found, _) = Draft::text(&text.concat()).automatic(numbers).read();
    let Block::List { start: Some(4), items } = &found.lines[0].block else { panic!("{found:?}") };
    assert_eq!(items.len(), 2);
    assert!(matches!(&items[0][..], [_, _, Block::List { start: None, .. }]), "{items:?}");
    assert!(matches!(&found.lines[2].block, Block::List { start: Some(6), .. }), "{found:?}");
    assert!(shown(&found).contains("Head") && shown(&found).contains("dot"));
}

#[test]
fn tables_have_whole_rows_whatever_is_merged() {
    let cell = |more: &str, text: &str| format!("<table:table-cell {more}>{}</table:table-cell>", p(text));
    let covered = "<table:covered-table-cell/>";
    let rows = [
        format!(
            "<table:table-header-rows><table:table-row>{}{covered}{}</table:table-row></table:table-header-rows>",
            cell("table:number-columns-spanned='2'", "A"),
            cell("", "B")
        ),
        format!(
            "<table:table-row>{}{}{}</table:table-row>",
            cell("table:number-rows-spanned='2'", "1"),
            cell("", "2"),
            cell("", "3")
        ),
        format!("<table:table-row>{covered}{}{}</table:table-row>", cell("", "5"), cell("", "6")),
    ];
    let (found, _) = Draft::text(&format!("<table:table>{}</table:table>", rows.concat())).read();
    let Block::Table(table) = &found.lines[0].block else { panic!("{found:?}") };
    let texts =
        |row: &[Paragraph]| row.iter().map(|cell| cell.text.to_string()).collect::<Vec<_>>().join("|");
    assert_eq!(texts(&table.head), "A||B");
    assert_eq!(table.rows.iter().map(|row| texts(row)).collect::<Vec<_>>(), ["1|2|3", "|5|6"]);
}

#[test]
fn footnotes_and_endnotes_stand_in_the_order_of_their_marks() {
    let note = |class: &str, text: &str| {
        format!(
            "<text:note text:note-class='{class}'><text:note-citation>9</text:note-citation><text:note-body>{text}\
             </text:note-body></text:note>"
        )
    };
    let inner = note("footnote", &p("A note in a note."));
    let text = p(&[
        "One".into(),
        note("endnote", &p("End.")),
        " two".into(),
        note("footnote", &[p("Foot."), p(&format!("More{inner}."))].concat()),
        ".".into(),
    ]
    .concat());
    assert_eq!(Draft::text(&text).shown(), "One[^1] two[^2].\n(1) End.\n(2) Foot.\n\nMore.\n");
}

#[test]
fn tracked_changes_are_accepted_and_comments_are_told() {
    let changes = "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>\
                   </text:changed-region></text:tracked-changes>";
    let comment =
        "<office:annotation><dc:creator>Bo Chu</dc:creator><text:p>Is this so?</text:p></office:annotation>";
    let text = [
        changes.to_string(),
        p("One."),
        p(&format!("A <text:change text:change-id='c'/>new{comment} word<office:annotation-end/>")),
    ];
    let (found, notices) = Draft::text(&text.concat()).read();
    assert_eq!(shown(&found), "One.\nA new word\n");
    assert!(notices[0].contains("tracked changes; they are taken as accepted"), "{notices:?}");
    let told = "a.odt:2: remark: a comment by Bo Chu says: “Is this so?”";
    assert!(notices[1].starts_with(told), "{notices:?}");
}

#[test]
fn pictures_are_taken_with_alt_and_caption_or_named() {
    let image = |href: &str, alt: &str| {
        format!("<draw:frame><draw:image xlink:href='{href}'/><svg:desc>{alt}</svg:desc></draw:frame>")
    };
    let framed = format!(
        "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>",
        styled("Caption", &format!("{}Line 9", image("Pictures/a.png", "A tram")))
    );
    let text = [
        p(&framed),
        p(&image("Pictures/b.webp", "")),
        p(&image("https://a.b/c.png", "")),
        p(&image("../../etc/passwd.png", "")),
    ];
    let draft = Draft::text(&text.concat()).named(&style("Caption", "style:family='paragraph'", ""));
    let draft =
        draft.part("Pictures/a.png", png()).part("Pictures/b.webp", b"RIFF\x10\0\0\0WEBPVP8 ".to_vec());
    let (found, notices) = draft.read();
    let Block::Figure { picture, alt, caption: Some(caption), .. } = &found.lines[0].block else {
        panic!("{found:?}")
    };
    assert_eq!((&**alt, &*caption.text), ("A tram", "Line 9"));
    assert!(found.pictures.contains_key(&**picture));
    assert_eq!((found.lines.len(), notices.len()), (1, 3), "{notices:?}");
    for (notice, name) in notices.iter().zip(["b.webp", "c.png", "passwd.png"]) {
        assert!(notice.contains(name), "{notices:?}");
    }
}

#[test]
fn properties_are_weak_hints() {
    let meta = |title: &str| {
        format!(
            "<m {NAMES}><office:meta><dc:title>{title}</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator>\
             <dc:creator>Bo Chu</dc:creator><dc:language>de-DE</dc:language>\
             <meta:creation-date>2022-03-01T10:00:00</meta:creation-date></office:meta></m>"
        )
    };
    let stated = |title: &str| Draft::text(&p("x")).part("meta.xml", meta(title).into()).read().0.stated;
    let found = stated("On Trams");
    assert_eq!((found.title, found.trust), (Some(Paragraph::plain("On Trams")), Trust::Weak));
    assert_eq!((found.authors, found.date), (vec!["Ann Lee".into()], Date::parse("2022-03-01")));
    assert_eq!(found.language, Language::parse("de-DE"));
    assert_eq!(stated("Unbenannt 1").title, None);
}

#[test]
fn contents_and_hidden_sections_are_no_text() {
    let contents = format!(
        "<text:table-of-content><text:index-body>{}</text:index-body></text:table-of-content>",
        p("Trams 1")
    );
    let section = |more: &str, text: &str| format!("<text:section {more}>{}</text:section>", p(text));
    let text = [contents, section("text:display='none'", "hidden"), section("", "Shown.")];
    let (found, notices) = Draft::text(&text.concat()).read();
    assert_eq!(shown(&found), "Shown.\n");
    assert!(notices[0].contains("table of contents"), "{notices:?}");
}

#[test]
fn locked_broken_and_other_files_say_what_they_are() {
    let why = |bytes: &[u8]| read(bytes, Path::new("a.odt"), &mut Notices::new()).unwrap_err().what;
    let manifest = "<m><encryption-data/></m>";
    assert!(
        why(&Draft::text(&p("x")).part("META-INF/manifest.xml", manifest.into()).bytes())
            .contains("password")
    );
    assert!(why(&zipped(&[("word/document.xml", "<x/>")])).contains("a Word file"));
    assert!(why(&zipped(&[("content.xml", "<x><text:p")])).contains("damaged"));
    let broken = format!("<x {NAMES}><office:body>{}<text:p>Cut &amp; <b>gone</text:p><text:h>En", p("One."));
    let mut notices = Notices::new();
    let found = read(&zipped(&[("content.xml", broken)]), Path::new("a.odt"), &mut notices).unwrap();
    assert_eq!(shown(&found), "One.\nCut & gone\nEn\n");
    assert!(notices.iter().any(|notice| notice.what.contains("damaged")));
}

#[test]
fn what_is_too_deep_or_too_wide_ends() {
    let deep = format!("{}{}{}", "<text:section>".repeat(90), p("Deep."), "</text:section>".repeat(90));
    assert_eq!(Draft::text(&deep).shown(), "Deep.\n");
    let cells = "<table:table-cell table:number-columns-repeated='100000000'/>".repeat(10);
    let wide = format!(
        "<table:table>{}</table:table>",
        format!("<table:table-row>{cells}</table:table-row>").repeat(90)
    );
    let (_, notices) = Draft::text(&wide).read();
    assert!(notices[0].contains("20000 cells"), "{notices:?}");
}
