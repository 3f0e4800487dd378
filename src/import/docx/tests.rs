//! Small Word files, built here, and what is read from them.

use super::*;
use crate::edition::text::Block;
use crate::import::drafts::{png, zipped};
use crate::import::office::shown;
use proptest::prelude::*;

const NAMES: &str =
    "xmlns:w='w' xmlns:r='r' xmlns:a='a' xmlns:wp='wp' xmlns:mc='mc' xmlns:wps='wps' xmlns:v='v'";

/// A file in the making: its body, and other parts.
#[derive(Default)]
struct Draft {
    body: String,
    parts: Vec<(&'static str, String)>,
    raw: Vec<(&'static str, Vec<u8>)>,
}

impl Draft {
    fn body(body: &str) -> Draft {
        Draft { body: body.into(), ..Draft::default() }
    }

    fn part(mut self, name: &'static str, root: &str, inside: &str) -> Draft {
        self.parts.push((name, format!("<w:{root} {NAMES}>{inside}</w:{root}>")));
        self
    }

    fn relations(mut self, inside: &str) -> Draft {
        self.parts.push(("word/_rels/document.xml.rels", format!("<Relationships>{inside}</Relationships>")));
        self
    }

    fn raw(mut self, name: &'static str, bytes: Vec<u8>) -> Draft {
        self.raw.push((name, bytes));
        self
    }

    fn bytes(self) -> Vec<u8> {
        let document = format!("<w:document {NAMES}><w:body>{}</w:body></w:document>", self.body);
        let mut parts = vec![("word/document.xml", document.into_bytes())];
        parts.extend(self.parts.into_iter().map(|(name, text)| (name, text.into_bytes())));
        parts.extend(self.raw);
        zipped(&parts)
    }

    fn read(self) -> (Manuscript, Vec<String>) {
        let mut notices = Notices::new();
        let manuscript = read(&self.bytes(), Path::new("a.docx"), &mut notices).unwrap();
        (manuscript, notices.iter().map(ToString::to_string).collect())
    }

    fn shown(self) -> String {
        shown(&self.read().0)
    }
}

fn p(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn styled(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{}</w:p>", r(text))
}

fn with(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

#[test]
fn styles_are_known_by_their_names_in_any_language() {
    let style = |id: &str, name: &str, more: &str| {
        format!("<w:style w:type='paragraph' w:styleId='{id}'><w:name w:val='{name}'/>{more}</w:style>")
    };
    let styles = [
        style("Titel", "Title", ""),
        style("berschrift2", "heading 2", "<w:rPr><w:b/></w:rPr>"),
        style("Eigen", "Mein Zitat", "<w:basedOn w:val='Zitat'/>"),
        style("Zitat", "Quote", "<w:rPr><w:i/></w:rPr>"),
        style("Gliederung", "Etwas", "<w:pPr><w:outlineLvl w:val='2'/></w:pPr>"),
        style("Autor", "Autor", ""),
    ]
    .concat();
    let body = [
        styled("Titel", "Trams"),
        styled("Autor", "Ann Lee"),
        styled("berschrift2", "One"),
        styled("Gliederung", "Two"),
        styled("Eigen", "Said."),
        styled("Zitat", "More."),
        styled("missing", "End."),
    ]
    .concat();
    let found = Draft::body(&body).part("word/styles.xml", "styles", &styles).shown();
    assert_eq!(found, "[Title] Trams\n[Byline] Ann Lee\n## One\n### Two\n> Said.\n>\n> More.\nEnd.\n");
}

#[test]
fn switches_may_be_off_and_hidden_words_are_left_out() {
    let runs = [
        with("<w:b/>", "bold"),
        r(" "),
        with("<w:b w:val='0'/>", "not"),
        r(" "),
        with("<w:i w:val='true'/>", "slanted"),
        with("<w:vanish/>", "hidden"),
        r(" H"),
        with("<w:vertAlign w:val='subscript'/>", "2"),
        r("O "),
        with("<w:strike/>", "gone"),
        with("<w:smallCaps/>", " ad"),
        "<w:r><w:t>no</w:t><w:noBreakHyphen/><w:t>break so</w:t><w:softHyphen/><w:t>ft</w:t><w:br/><w:t>line</w:t></w:r>".into(),
    ];
    let found = Draft::body(&p(&runs.concat())).read().0;
    let Block::Paragraph(words) = &found.lines[0].block else { panic!() };
    assert_eq!(&*words.text, "bold not slanted H2O gone adno\u{2011}break soft\nline");
    assert_eq!(words.marks.len(), 5);
}

#[test]
fn tracked_changes_are_accepted() {
    let deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>";
    let body = [
        p(&[r("A "), deleted.into(), format!("<w:ins>{}</w:ins>", r("new")), r(" word")].concat()),
        format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>", r("First ")),
        p(&r("and second.")),
        format!("<w:moveFrom>{}</w:moveFrom>", p(&r("moved"))),
    ];
    let (found, notices) = Draft::body(&body.concat()).read();
    assert_eq!(shown(&found), "A new word\nFirst and second.\n");
    assert_eq!(found.lines[1].number, 3);
    assert_eq!(notices.len(), 1);
    assert!(notices[0].contains("tracked changes"));
}

#[test]
fn notes_have_links_of_their_own_and_keep_their_order() {
    let body = p(&[
        r("One"),
        "<w:r><w:endnoteReference w:id='2'/></w:r>".into(),
        r(" two"),
        "<w:r><w:footnoteReference w:id='1' w:customMarkFollows='1'/><w:t>*</w:t></w:r>".into(),
        r("."),
    ]
    .concat());
    let link = format!("<w:hyperlink r:id='x'>{}</w:hyperlink>", r("here"));
    let foot =
        format!("<w:footnote w:id='1'>{}{}</w:footnote>", p(&[r("See "), link].concat()), p(&r("More.")));
    let end = format!(
        "<w:endnote w:id='2'>{}</w:endnote>",
        p(&["<w:r><w:endnoteRef/></w:r>".into(), r(" End.")].concat())
    );
    let relations =
        "<Relationships><Relationship Id='x' Target='https://a.b/' TargetMode='External'/></Relationships>";
    let found = Draft::body(&body)
        .part("word/footnotes.xml", "footnotes", &foot)
        .part("word/endnotes.xml", "endnotes", &end)
        .raw("word/_rels/footnotes.xml.rels", relations.into())
        .shown();
    assert_eq!(found, "One[^1] two[^2].\n(1) End.\n(2) See [here](https://a.b/)\n\nMore.\n");
}

#[test]
fn tables_have_whole_rows_whatever_is_merged() {
    let cell = |more: &str, text: &str| format!("<w:tc><w:tcPr>{more}</w:tcPr>{}</w:tc>", p(&r(text)));
    let rows = [
        format!(
            "<w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr>",
            cell("<w:gridSpan w:val='2'/>", "A"),
            cell("", "B")
        ),
        format!(
            "<w:tr>{}{}{}</w:tr>",
            cell("<w:vMerge w:val='restart'/>", "1"),
            cell("", "2"),
            cell("", "3")
        ),
        format!("<w:tr>{}{}{}</w:tr>", cell("<w:vMerge/>", "x"), cell("", "5"), cell("", "6")),
    ];
    let body = format!("<w:tbl>{}</w:tbl>", rows.concat());
    let found = Draft::body(&body).read().0;
    let Block::Table(table) = &found.lines[0].block else { panic!("{found:?}") };
    let texts =
        |row: &[Paragraph]| row.iter().map(|cell| cell.text.to_string()).collect::<Vec<_>>().join("|");
    assert_eq!(texts(&table.head), "A||B");
    assert_eq!(table.rows.iter().map(|row| texts(row)).collect::<Vec<_>>(), ["1|2|3", "|5|6"]);
}

#[test]
fn a_table_of_one_cell_is_a_frame_around_text() {
    let body = format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", p(&r("One.")), p(&r("Two.")));
    assert_eq!(Draft::body(&body).shown(), "One.\nTwo.\n");
}

#[test]
fn lists_nest_and_may_come_from_a_style() {
    let level = |at: u8, format: &str| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='3'/><w:numFmt w:val='{format}'/><w:lvlText w:val='•'/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}</w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "decimal"),
        level(1, "bullet")
    );
    let styles = "<w:style w:type='paragraph' w:styleId='L'><w:name w:val='Listing'/><w:pPr><w:numPr>\
        <w:numId w:val='7'/></w:numPr></w:pPr></w:style>";
    let inner = format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='7'/></w:numPr></w:pPr>{}</w:p>",
        r("inside")
    );
    let off = "<w:p><w:pPr><w:pStyle w:val='L'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>off</w:t></w:r></w:p>";
    let body = [styled("L", "three"), inner, styled("L", "four"), off.into(), styled("L", "five")].concat();
    let found = Draft::body(&body)
        .part("word/numbering.xml", "numbering", &numbering)
        .part("word/styles.xml", "styles", styles)
        .read()
        .0;
    let Block::List { start: Some(3), items } = &found.lines[0].block else { panic!("{found:?}") };
    assert_eq!(items.len(), 2);
    assert!(matches!(&items[0][1], Block::List { start: None, .. }));
    assert!(matches!(&found.lines[2].block, Block::List { start: Some(5), .. }), "{found:?}");
}

#[test]
fn fields_give_their_results_and_links() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let instruct = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
    let split = [
        field("begin"),
        instruct("HYPER"),
        instruct("LINK \"https://a.b/c\" \\l \"d\""),
        field("separate"),
        r("there"),
        field("end"),
    ];
    let page = [field("begin"), instruct("PAGE"), field("separate"), r("7"), field("end")];
    let simple = format!("<w:fldSimple w:instr='HYPERLINK \"mailto:a@b.c\"'>{}</w:fldSimple>", r("write"));
    let script = format!("<w:hyperlink r:id='js'>{}</w:hyperlink>", r("run"));
    let open = [field("begin"), instruct("lost")].concat();
    let body = [
        p(&[split.concat(), r(" "), page.concat(), r(" "), simple, r(" "), script, open].concat()),
        p(&r("Still here.")),
    ];
    let relations = "<Relationship Id='js' Target='javascript:alert(1)' TargetMode='External'/>";
    let found = Draft::body(&body.concat()).relations(relations).shown();
    assert_eq!(found, "[there](https://a.b/c#d) 7 [write](mailto:a&#64;b.c) run\nStill here.\n");
}

#[test]
fn comments_become_notices_of_their_paragraph() {
    let comments = format!("<w:comment w:id='0' w:author='Bo Chu'>{}</w:comment>", p(&r("Is this so?")));
    let body = [p(&r("One.")), p(&[r("Two."), "<w:r><w:commentReference w:id='0'/></w:r>".into()].concat())];
    let (found, notices) =
        Draft::body(&body.concat()).part("word/comments.xml", "comments", &comments).read();
    assert_eq!(shown(&found), "One.\nTwo.\n");
    assert!(
        notices[0].starts_with("a.docx:2: remark: a comment by Bo Chu says: “Is this so?”"),
        "{notices:?}"
    );
}

#[test]
fn initials_join_and_one_branch_of_alternatives_is_read() {
    let initial = format!("<w:p><w:pPr><w:framePr w:dropCap='drop' w:lines='3'/></w:pPr>{}</w:p>", r("T"));
    let text_box = |text: &str| format!("<wps:wsp><w:txbxContent>{}</w:txbxContent></wps:wsp>", p(&r(text)));
    let both = format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing>{}</w:drawing></mc:Choice><mc:Fallback><w:pict>{}</w:pict>\
         </mc:Fallback></mc:AlternateContent></w:r>",
        text_box("A box."),
        text_box("A box.")
    );
    let found = Draft::body(&[initial, p(&[r("rams "), both, r("ring.")].concat())].concat()).shown();
    assert_eq!(found, "Trams ring.\nA box.\n");
}

#[test]
fn sizes_and_weights_are_titles_and_headings_where_there_are_no_styles() {
    let prose = "It is a long way from here to the sea, and no tram has ever gone there, not once in all the years of \
                 the company that runs the line, and none will.";
    let heading = p(&with("<w:b/>", "The sea"));
    let body = [
        p(&with("<w:b/><w:sz w:val='36'/>", "On Trams")),
        p(&r("Ann Lee")),
        p(&r(prose)),
        heading,
        p(&r(prose)),
        p(&with("<w:b/>", "Ann Lee is a driver")),
    ];
    let found = Draft::body(&body.concat()).shown();
    assert_eq!(
        found,
        format!("[Title] On Trams\nAnn Lee\n{prose}\n## The sea\n{prose}\n**Ann Lee is a driver**\n")
    );
}

#[test]
fn pictures_are_taken_with_alt_and_caption_or_named() {
    let drawing = |id: &str, alt: &str| {
        format!("<w:r><w:drawing><wp:docPr descr='{alt}'/><a:blip r:embed='{id}'/></w:drawing></w:r>")
    };
    let body = [
        p(&drawing("p", "A tram")),
        styled("Caption", "Line 9"),
        p(&[drawing("q", ""), drawing("far", "")].concat()),
    ];
    let relations = "<Relationship Id='p' Target='media/a.png'/><Relationship Id='q' Target='media/b.emf'/>\
        <Relationship Id='far' Target='https://a.b/c.png' TargetMode='External'/>";
    let draft = Draft::body(&body.concat()).relations(relations);
    let (found, notices) = draft.raw("word/media/a.png", png()).raw("word/media/b.emf", vec![1, 2]).read();
    let Block::Figure { picture, alt, caption: Some(caption), .. } = &found.lines[0].block else {
        panic!("{found:?}")
    };
    assert_eq!((&**alt, &*caption.text), ("A tram", "Line 9"));
    assert!(found.pictures.contains_key(&**picture));
    assert_eq!((found.lines.len(), notices.len()), (1, 2));
    assert!(notices[0].contains("b.emf") && notices[1].contains("c.png"));
}

#[test]
fn properties_are_weak_hints_without_what_programs_write() {
    let core = |title: &str| {
        format!(
            "<c xmlns:dc='dc'><dc:title>{title}</dc:title><dc:creator>Ann Lee</dc:creator><dc:created>2022-03-01T10:00:00Z</dc:created></c>"
        )
    };
    let stated =
        |title: &str| Draft::body(&p(&r("x"))).raw("docProps/core.xml", core(title).into()).read().0.stated;
    assert_eq!(stated("On Trams").title, Some(Paragraph::plain("On Trams")));
    assert_eq!(stated("Document1").title, None);
    assert_eq!(stated("Microsoft Word - a.doc").title, None);
    let stated = stated("Normal.dotm");
    assert_eq!((stated.title, stated.authors, stated.trust), (None, vec!["Ann Lee".into()], Trust::Weak));
    assert_eq!(stated.date, Date::parse("2022-03-01"));
}

#[test]
fn broken_files_are_read_by_paragraph() {
    let broken = format!(
        "<w:document><w:body>{}<w:p><w:r><w:t>Cut &amp; gone</w:r></w:p>{}<w:p><w:r><w:t>En",
        p(&r("One.")),
        p(&with("<w:b/>", "Two."))
    );
    let bytes = zipped(&[("word/document.xml", broken)]);
    let mut notices = Notices::new();
    let found = read(&bytes, Path::new("a.docx"), &mut notices).unwrap();
    assert_eq!(shown(&found), "One.\nCut & gone\n**Two.**\nEn\n");
    assert!(notices.iter().any(|notice| notice.what.contains("damaged")));
    let deep = format!("<w:document><w:body>{}{}", "<w:tbl><w:tr><w:tc>".repeat(30_000), p(&r("Deep.")));
    let found =
        read(&zipped(&[("word/document.xml", deep)]), Path::new("a.docx"), &mut Notices::new()).unwrap();
    assert_eq!(shown(&found), "Deep.\n");
}

#[test]
fn endless_tables_and_deep_ones_end() {
    let row = format!("<w:tr>{}</w:tr>", "<w:tc><w:p/></w:tc>".repeat(60));
    let (_, notices) = Draft::body(&format!("<w:tbl>{}</w:tbl>", row.repeat(400))).read();
    assert!(notices[0].contains("20000 cells"), "{notices:?}");
    let deep =
        format!("{}{}{}", "<w:tbl><w:tr><w:tc>".repeat(80), p(&r("x")), "</w:tc></w:tr></w:tbl>".repeat(80));
    assert_eq!(Draft::body(&deep).shown(), "x\n");
}

/// A file with a little of everything.
fn sample() -> Vec<u8> {
    let body = [
        styled("Title", "Trams"),
        p(&[with("<w:b/>", "a"), r("b"), "<w:r><w:footnoteReference w:id='1'/></w:r>".into()].concat()),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p(&r("x")), p(&r("y"))),
    ];
    let notes = format!("<w:footnote w:id='1'>{}</w:footnote>", p(&r("n")));
    Draft::body(&body.concat()).part("word/footnotes.xml", "footnotes", &notes).bytes()
}

proptest! {
    #[test]
    fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400), cut in 0_usize..2_000, at in 0_usize..2_000) {
        let _ = read(&bytes, Path::new("a.docx"), &mut Notices::new());
        let mut whole = sample();
        let length = whole.len();
        let _ = read(&whole[..cut.min(length)], Path::new("a.docx"), &mut Notices::new());
        for (offset, byte) in bytes.iter().take(3).enumerate() {
            whole[(at + offset * 97) % length] ^= byte;
        }
        let _ = read(&whole, Path::new("a.docx"), &mut Notices::new());
    }

    #[test]
    fn no_body_panics(body in "(</?w:(p|r|t|tbl|tr|tc|ins|del|sdt|pPr|rPr|b|br|fldChar)/?>|x|\n){0,60}") {
        let text = format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>");
        let _ = read(&zipped(&[("word/document.xml", text)]), Path::new("a.docx"), &mut Notices::new());
    }
}

/// Prints what is read from the file that `SHOW` names: a look at real files.
#[test]
#[ignore = "needs a file"]
fn show() {
    let path = std::env::var("SHOW").unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let mut notices = Notices::new();
    let start = std::time::Instant::now();
    let found = read(&bytes, Path::new("a.docx"), &mut notices).unwrap();
    println!("{:?}\n{}{:#?}\n{notices:#?}", start.elapsed(), shown(&found), found.stated);
}
