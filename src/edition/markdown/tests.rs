//! What a piece of Markdown becomes, and that writing and reading are each other's inverse.

use super::*;
use crate::edition::text::{Align, Block, Mark, Marked, Note, QuoteKind, Table, VerseLine};
use proptest::prelude::*;

/// Reads a piece in `pieces/`; the text and its notices as lines.
fn piece(source: &str) -> (Text, Vec<String>) {
    let mut notices = Notices::new();
    let context = Context { file: Path::new("pieces/a.md"), first_line: 1, folder: Path::new("pieces") };
    let text = read(source, &context, &mut notices);
    (text, notices.iter().map(ToString::to_string).collect())
}

/// One block a line, marks in braces: `Paragraph: a {Emphasis b}`.
fn sketch(source: &str) -> Vec<String> {
    piece(source).0.blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    let blocks = |list: &[Block]| list.iter().map(self::block).collect::<Vec<_>>().join(" / ");
    match block {
        Block::Paragraph(text) => format!("p {}", marked(text)),
        Block::Heading { level, text, id } => format!("h{level} {} {id:?}", marked(text)),
        Block::Quote { kind, blocks: inside, attribution } => {
            let kind = fences::name(*kind).unwrap_or("quote");
            format!("{kind} [{}] {:?}", blocks(inside), attribution.as_ref().map(marked))
        }
        Block::List { start, items } => {
            format!("list {start:?} {:?}", items.iter().map(|item| blocks(item)).collect::<Vec<_>>())
        }
        Block::Verse(lines) => {
            let lines = lines.iter().map(|line| format!("{}:{}", line.indent, marked(&line.text)));
            format!("verse {:?}", lines.collect::<Vec<_>>())
        }
        Block::Table(table) => format!("table {:?} {}", table.caption.as_ref().map(marked), table.rows.len()),
        Block::Figure { picture, alt, caption, landscape } => {
            let turned = if *landscape { "turned " } else { "" };
            format!("{turned}figure {picture} “{alt}” {:?}", caption.as_ref().map(marked))
        }
        Block::Ornament => "ornament".into(),
        Block::Code(code) => format!("code {code:?}"),
    }
}

fn marked(paragraph: &Paragraph) -> String {
    let mut line = paragraph.text.replace('\n', "⏎");
    for Marked { range, mark } in &paragraph.marks {
        line.push_str(&format!(" {{{mark:?} {}}}", &paragraph.text[range.clone()]));
    }
    line
}

#[test]
fn marks_are_ranges_over_the_words() {
    assert_eq!(sketch("a *b **c*** d"), ["p a b c d {Emphasis b c} {Strong c}"]);
    assert_eq!(
        sketch("XIX^e^ H~2~O ~~no~~ `x`"),
        ["p XIXe H2O no x {Superscript e} {Subscript 2} {Struck no} {Code x}"]
    );
    assert_eq!(
        sketch("[UN]{.sc} [*oui* non]{lang=fr} \\[UN]{.sc} `[UN]{.sc}`"),
        [
            "p UN oui non [UN]{.sc} [UN]{.sc} {SmallCaps UN} {Language(Language(fr)) oui non} {Emphasis oui} {Code [UN]{.sc}}"
        ]
    );
    assert_eq!(sketch("a  \nb\\\nc\nd<br>e"), ["p a⏎b⏎c d⏎e"]);
    assert_eq!(sketch("<b>x <i>y</b> z"), ["p x y z {Strong x y} {Emphasis y}"]);
}

#[test]
fn blocks_are_those_of_a_book() {
    assert_eq!(sketch("### A {#a}\n\n#### [B]{.smallcaps}"), ["h1 A Some(\"a\")", "h2 B {SmallCaps B} None"]);
    assert_eq!(sketch("> So.\n>\n> — *She*"), ["quote [p So.] Some(\"She {Emphasis She}\")"]);
    assert_eq!(sketch("> [!NOTE]\n> So."), ["quote [p So.] None"]);
    assert_eq!(
        sketch("| a *b\n|    c*\n|\n| d"),
        ["verse [\"0:a b {Emphasis b}\", \"3:c {Emphasis c}\", \"0:\", \"0:d\"]"]
    );
    assert_eq!(sketch("| a | b |\n|---|--:|\n| 1 | 2 |\n\nTable: Sums"), ["table Some(\"Sums\") 1"]);
    assert_eq!(sketch("Table: Sums\n\n| a |\n|---|\n| 1 |"), ["table Some(\"Sums\") 1"]);
    assert_eq!(
        sketch("- [ ] a\n- b\n\n***\n\n```\nx\n```"),
        ["list None [\"p ☐ a\", \"p b\"]", "ornament", "code \"x\""]
    );
    assert_eq!(
        sketch("```rust\nx\n```\n\n~~~ so he said\nx\n~~~\n\n~~~so"),
        ["code \"x\"", "code \"so he said\\nx\"", "code \"so\""]
    );
    assert!(piece("```rust\nx\n```").1[0].contains("a.md:1: remark: “rust” behind the marks"));
}

#[test]
fn fences_make_pull_quotes_and_epigraphs() {
    assert_eq!(
        sketch("One.\n::: pullquote\nSo *it*\nis.\n\n— She\n:::\nTwo."),
        ["p One.", "pullquote [p So it is. {Emphasis it}] Some(\"She\")", "p Two."]
    );
    assert_eq!(sketch("::: {.epigraph}\n> So.\n>\n> — She\n:::::"), ["epigraph [p So.] Some(\"She\")"]);
    assert_eq!(
        sketch("- a\n::: epigraph :::\n| b\n:::"),
        ["list None [\"p a\"]", "epigraph [verse [\"0:b\"]] None"]
    );
    let (text, notices) = piece("::: pullquote\nSo.\n\n- a\n:::\n");
    assert_eq!(
        text.blocks.iter().map(block).collect::<Vec<_>>(),
        ["pullquote [p So.] None", "list None [\"p a\"]"]
    );
    assert!(notices[0].contains("a.md:1: doubt: only paragraphs and verse"), "{notices:?}");
}

#[test]
fn what_is_no_fence_stays_words_and_is_named() {
    let table = [
        ("::: warning\nSo.\n:::", "p ::: warning So. :::", 2),
        ("::: pullquote\nSo.", "p ::: pullquote So.", 1),
        ("So.\n:::", "p So. :::", 1),
        ("> ::: epigraph\n> So.\n> :::", "quote [p ::: epigraph So. :::] None", 2),
        ("```\n::: epigraph\n:::\n```", "code \"::: epigraph\\n:::\"", 0),
        ("::: epigraph\n<b>\na\n:::", "p ::: epigraph  a ::: {Strong  a :::}", 2),
    ];
    for (source, words, odd) in table {
        let (text, notices) = piece(source);
        assert_eq!(text.blocks.iter().map(block).collect::<Vec<_>>(), [words], "{source}");
        assert_eq!(
            notices.iter().filter(|line| line.contains("opens or closes nothing")).count(),
            odd,
            "{notices:?}"
        );
    }
}

#[test]
fn a_picture_alone_is_a_figure_and_one_that_cannot_be_had_is_its_words() {
    assert_eq!(
        sketch("![A map](../images/a%20b.png \"The *map*\")"),
        ["figure images/a b.png “A map” Some(\"The map {Emphasis map}\")"]
    );
    assert_eq!(sketch("![A map](../images/m.png){.landscape}"), ["turned figure images/m.png “A map” None"]);
    let (text, notices) = piece("![A map](../images/m.png){width=50%}");
    assert_eq!(block(&text.blocks[0]), "figure images/m.png “A map” None");
    assert!(notices[0].contains("“width=50%” behind a picture means nothing here"), "{notices:?}");
    assert_eq!(
        sketch("See ![A map](../images/m.png) here"),
        ["p See  here", "figure images/m.png “A map” None"]
    );
    let (text, notices) = piece("See\n![A *map*](https://x.org/m.png).");
    assert_eq!(block(&text.blocks[0]), "p See A map.");
    assert_eq!(
        notices,
        ["pieces/a.md:2: fault: the picture “https://x.org/m.png” can't be in the book; its words stay \
         (nothing is fetched from the web; save it in the folder “images”)"]
    );
}

#[test]
fn notes_are_numbered_by_their_first_reference() {
    let (text, notices) =
        piece("a[^x] b[^y] c[^X]\n\n[^y]: Second[^x], see[^z].\n[^z]: Third\n[^x]: First\n[^q]: Lost\n");
    assert_eq!(block(&text.blocks[0]), "p a1 b2 c1 {Note(0) 1} {Note(1) 2} {Note(0) 1}");
    let notes: Vec<String> = text.notes.iter().map(|note| block(&note.blocks[0])).collect();
    assert_eq!(notes, ["p First", "p Second1, see3. {Note(0) 1} {Note(2) 3}", "p Third"]);
    assert_eq!(block(&text.blocks[1]), "p Lost");
    assert!(notices[0].contains("nothing refers to the note “q”"), "{notices:?}");
    let (text, notices) = piece("a[^1]");
    assert_eq!(block(&text.blocks[0]), "p a[^1]");
    assert!(notices[0].contains("the note “1” has no text"), "{notices:?}");
}

#[test]
fn what_a_book_cannot_carry_leaves_its_words_and_a_notice() {
    let table = [
        ("[x](javascript:a)", "p x", "the link to “javascript:a” is left out"),
        ("a <u>b</u>", "p a b", "the tag “<u>” is left out"),
        ("<div>\na <b>b</b>\n</div>", "p a b {Strong b}", "the tag “<div>” is left out"),
        ("a <!-- b -->", "p a ", "a comment is left out"),
        ("[x]{.red}", "p x", "“.red” behind brackets means nothing"),
        ("see [[Target|words]]", "p see words", "a link between notes"),
        ("a {{< youtube 1 >}}", "p a {{< youtube 1 >}}", "is a command of another program"),
        ("a\u{1}b\u{202E}", "p ab", "control characters"),
    ];
    for (source, words, notice) in table {
        let (text, notices) = piece(source);
        assert_eq!(text.blocks.iter().map(block).collect::<Vec<_>>(), [words], "{source}");
        assert!(notices.iter().any(|line| line.contains(notice)), "{source}: {notices:?}");
    }
}

#[test]
fn links_stay_where_a_book_can_follow_them() {
    assert_eq!(
        sketch("<a@b.org> [x](#y) <https://c.org>"),
        [
            "p a@b.org x https://c.org {Link(\"mailto:a@b.org\") a@b.org} {Link(\"#y\") x} {Link(\"https://c.org\") https://c.org}"
        ]
    );
    assert!(is_safe_link("HTTPS://x.org") && is_safe_link("mailto:a@b.org"));
    assert!(!is_safe_link("ftp://x.org") && !is_safe_link("https://") && !is_safe_link("https://a b"));
}

#[test]
fn titles_begin_no_blocks() {
    for title in
        ["1984. A year", "# metoo", "> not a quote", "- dash", "| bar |", "    four", "[x]: y", "<div> a"]
    {
        let read = inline(title);
        assert!(read.marks.is_empty());
        assert_eq!(read.text.trim(), title.trim().replace("<div> ", " ").trim(), "{title}");
    }
    assert_eq!(marked(&inline("On *this*<br>day")), "On this⏎day {Emphasis this}");
}

#[test]
fn the_source_of_a_paragraph_is_where_it_stands() {
    let source = "One.\n\n> Two *three*.\n\n- four\n";
    let mut found = Vec::new();
    piece(source).0.each_paragraph(&mut |p| found.push(source[p.source.clone()].trim().to_string()));
    assert_eq!(found, ["One.", "Two *three*.", "four"]);
}

#[test]
fn depth_and_length_are_no_danger() {
    for source in [
        ">".repeat(20_000),
        "- ".repeat(5_000),
        "[".repeat(50_000),
        "*a ".repeat(20_000),
        "<b>".repeat(20_000),
    ] {
        let (text, _) = piece(&format!("{source}x"));
        assert!(text.words() > 0);
    }
}

/// The same text without source ranges.
fn bare(text: &Text) -> Text {
    fn strip(block: &mut Block) {
        match block {
            Block::Paragraph(p) | Block::Heading { text: p, .. } => p.source = 0..0,
            Block::Quote { blocks, attribution, .. } => {
                blocks.iter_mut().for_each(strip);
                attribution.iter_mut().for_each(|p| p.source = 0..0);
            }
            Block::List { items, .. } => items.iter_mut().flatten().for_each(strip),
            Block::Verse(lines) => lines.iter_mut().for_each(|line| line.text.source = 0..0),
            Block::Table(table) => {
                let rows = table.rows.iter_mut().flatten();
                table.caption.iter_mut().chain(&mut table.head).chain(rows).for_each(|p| p.source = 0..0);
            }
            Block::Figure { caption, .. } => caption.iter_mut().for_each(|p| p.source = 0..0),
            Block::Ornament | Block::Code(_) => {}
        }
    }
    let mut text = text.clone();
    text.blocks.iter_mut().for_each(strip);
    text.notes.iter_mut().flat_map(|note| &mut note.blocks).for_each(strip);
    text
}

fn mark() -> impl Strategy<Value = Mark> {
    let language = crate::edition::language::Language::parse("fr").expect("a tag");
    prop_oneof![
        Just(Mark::Emphasis),
        Just(Mark::Strong),
        Just(Mark::SmallCaps),
        Just(Mark::Index("Khan, Imran: on cricket".into())),
        Just(Mark::Superscript),
        Just(Mark::Subscript),
        Just(Mark::Struck),
        Just(Mark::Code),
        Just(Mark::Link("https://x.org/a_(b)?c=d&e=*f*".into())),
        Just(Mark::Page("#roads_and-(rails)".into())),
        Just(Mark::Language(language)),
    ]
}

/// Letters that may be markup, and what looks like attributes.
const LETTERS: &str =
    r#"[a-c 0-9\néж“”\*_\[\]\(\)<>&#\+\-=\|`~^!\\\.:;{}"'%/—]{0,12}|\{[.#]?[a-c]{0,2}=?\}[a-c]?"#;

/// A paragraph of up to four runs, each with a mark or none, one mark over several of them.
fn paragraph(letters: &'static str) -> impl Strategy<Value = Paragraph> {
    let run = (letters, proptest::option::of(mark()));
    (proptest::collection::vec(run, 1..4), proptest::option::of(mark())).prop_filter_map(
        "no words",
        |(runs, outer)| {
            let mut text = String::new();
            let mut marks = Vec::new();
            for (words, mark) in runs {
                let start = text.len();
                text.push_str(&words);
                marks.extend(mark.map(|mark| Marked { range: start..text.len(), mark }));
            }
            marks.extend(outer.map(|mark| Marked { range: 0..text.len(), mark }));
            let is_link = |marked: &Marked| matches!(marked.mark, Mark::Link(_));
            let has_code = marks.iter().any(|marked| marked.mark == Mark::Code);
            let sound = marks.iter().filter(|m| is_link(m)).count() < 2 && !(has_code && marks.len() > 1);
            let words =
                !text.trim().is_empty() && !["— ", "Table: "].iter().any(|start| text.starts_with(start));
            (sound && words).then(|| Paragraph {
                text: text.into(),
                marks: crate::edition::text::marks::nest(marks),
                bend: 0,
                source: 0..0,
            })
        },
    )
}

/// Paragraphs that ask for more or fewer lines, and such whose words only look so.
fn bent() -> impl Strategy<Value = Paragraph> {
    let said = r"[a-c]\\?( ?\{lines=[+\-]?[0-3]\})?";
    (paragraph(said), -9..=9_i8).prop_map(|(paragraph, bend)| Paragraph { bend, ..paragraph })
}

fn leaf() -> impl Strategy<Value = Block> {
    let line = (0..4u8, paragraph("[a-c]{1,3}[a-c \\*\\-|]{0,6}[a-c]"))
        .prop_map(|(indent, text)| VerseLine { indent, text });
    let table = (
        proptest::option::of(paragraph("[a-c]{1,5}")),
        proptest::collection::vec(
            paragraph(LETTERS).prop_filter("trimmed", |p| p.text.trim().len() == p.text.len()),
            4,
        ),
    );
    prop_oneof![
        4 => paragraph(LETTERS).prop_map(Block::Paragraph),
        1 => bent().prop_map(Block::Paragraph),
        1 => (1..4u8, paragraph(LETTERS), proptest::option::of("[a-z]{1,5}"))
            .prop_map(|(level, text, id)| Block::Heading { level, text, id: id.map(Into::into) }),
        1 => proptest::collection::vec(line, 1..4).prop_map(Block::Verse),
        1 => table.prop_map(|(caption, mut cells)| Block::Table(Table {
            columns: vec![Align::Start, Align::End],
            rows: vec![cells.split_off(2)],
            head: cells,
            caption,
        })),
        1 => (r"images/[a-z %()]{1,5}x\.png", "[a-c *]{1,6}x", proptest::option::of(paragraph(LETTERS).prop_filter("trimmed", |p| p.text.trim().len() == p.text.len())), any::<bool>())
            .prop_map(|(path, alt, caption, landscape)| Block::Figure { picture: path.into(), alt: alt.into(), caption, landscape }),
        1 => Just(Block::Ornament),
        1 => "[a-c`\n ~]{1,12}x".prop_map(|code| Block::Code(code.into())),
    ]
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let inner = leaf().prop_recursive(3, 12, 3, |inner| {
        let blocks = proptest::collection::vec(inner, 1..3);
        let items = proptest::collection::vec(blocks.clone(), 1..3);
        prop_oneof![
            (blocks, proptest::option::of(paragraph("[a-c]{1,5}"))).prop_map(|(blocks, attribution)| {
                Block::Quote { kind: QuoteKind::Quote, blocks, attribution }
            }),
            (proptest::option::of(1..50u64), items).prop_map(|(start, items)| Block::List { start, items }),
        ]
    });
    proptest::collection::vec(prop_oneof![4 => inner, 1 => fenced()], 1..4)
}

/// A pull quote or an epigraph.
fn fenced() -> impl Strategy<Value = Block> {
    let words = prop_oneof![
        paragraph(LETTERS).prop_map(Block::Paragraph),
        paragraph("[a-c]{1,5}")
            .prop_map(|text| Block::Verse(vec![VerseLine { indent: 2, text: text.clone() }])),
    ];
    let kind = prop_oneof![Just(QuoteKind::Pull), Just(QuoteKind::Epigraph)];
    let said_by = proptest::option::of(paragraph("[a-c]{1,5}"));
    (kind, proptest::collection::vec(words, 1..3), said_by)
        .prop_map(|(kind, blocks, attribution)| Block::Quote { kind, blocks, attribution })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_as_the_same_text(blocks in blocks(), note in proptest::option::of(leaf())) {
        let mut text = Text { blocks, notes: Vec::new() };
        if let Some(note) = note {
            let marks = vec![Marked { range: 1..2, mark: Mark::Note(0) }];
            text.blocks.push(Block::Paragraph(Paragraph { marks, ..Paragraph::plain("a1") }));
            text.notes.push(Note { blocks: vec![note] });
        }
        super::headings::normalise(&mut text);
        let written = write(&text);
        prop_assert_eq!(bare(&read(&written, &Context::default(), &mut Notices::new())), text, "{}", written);
    }

    #[test]
    fn escaped_words_are_just_these_words(words in r#"[ -~éж“”— \u{A0}]{0,24}"#) {
        prop_assert_eq!(&*inline(&escape(&words)).text, words);
    }

    #[test]
    fn titles_are_written_and_read_back(title in paragraph(LETTERS)) {
        prop_assert_eq!(inline(&write_inline(&title)), title);
    }

    #[test]
    fn no_text_makes_reading_or_writing_fail(source in r#"([a-z]{1,4}|[ \n>#*_`\[\]\(\)!|~^<&;:{}\-\\]|\[\^a\]|<b>|\{\{<|\n\n){0,40}"#) {
        let text = piece(&source).0;
        let again = write(&text);
        prop_assert_eq!(bare(&read(&again, &Context::default(), &mut Notices::new())), bare(&text), "{} => {}", source, again);
    }

    #[test]
    fn words_are_never_lost(source in r#"([a-z]{2,4}|[0-9] |[ \n>#*_~^|!.\-]|    |\n\n){0,40}"#) {
        let (text, notices) = piece(&source);
        let written = write(&text);
        for word in source.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty()) {
            let is_named = notices.iter().any(|notice| notice.contains(word));
            prop_assert!(written.contains(word) || is_named, "{} of {:?} in {:?}", word, source, written);
        }
    }
}
