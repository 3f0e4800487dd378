//! Scripts of the world through the public doors: direction, height of lines, breaks, and what is copied.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

use pamphleteer::book::{self, Book, cache::Cache};
use pamphleteer::edition::language::Language;
use pamphleteer::edition::markdown::{self, Context};
use pamphleteer::edition::piece::Piece;
use pamphleteer::edition::text::Paragraph;
use pamphleteer::edition::{Edition, Part, folder};
use pamphleteer::notice::Notices;
use pamphleteer::page::sheet::{Item, NodeKind};
use pamphleteer::text::line::{Line, Run};
use pamphleteer::units::{Binding, Length, Side};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

const URDU: &str = "tests/editions/urdu";

#[test]
fn an_urdu_edition_is_bound_on_the_right() {
    let book = urdu();
    let design = &book.design;
    assert_eq!(design.binding, Binding::Right);
    assert!(design.text_area(Side::Recto).x == design.margins.outer, "a recto lies on the left");
    // Nastaliq hangs over two lines of Latin.
    assert!(design.leading >= design.body_size * 2 && design.leading <= design.body_size * 3);
    let folio = |sheet: usize| placed(&book, sheet, |kind| kind == NodeKind::Artifact);
    let bench = book.chapters.iter().find(|c| c.file.ends_with("bench.md")).unwrap();
    // The page after the opener is a verso: its folio stands at the outer edge, on the right.
    let verso = folio(bench.first + 1);
    let area = design.text_area(Side::Verso);
    let number = verso.iter().find(|(_, line)| &*line.text == "۴").unwrap();
    assert_eq!(number.0 + number.1.width, area.x + area.width);
}

#[test]
fn the_contents_of_an_urdu_edition_have_titles_at_the_right_and_numbers_at_the_left() {
    let book = urdu();
    let contents = book.chapters.iter().find(|c| c.file == Path::new("contents")).unwrap();
    let area = book.design.text_area(book.sheets[contents.first].side);
    let lines = placed(&book, contents.first, |kind| matches!(kind, NodeKind::Block(_)));
    let edges = |words: &str| {
        let (x, line) = lines.iter().find(|(_, line)| &*line.text == words).unwrap();
        (*x + line.start, *x + line.start + line.width)
    };
    let near = |one: Length, other: Length| (one - other).0.abs() < Length::pt(0.6).0;
    assert!(near(edges("شہر کی گلیاں").1, area.x + area.width));
    // An English title begins where the others begin.
    assert!(near(edges("A Letter from the Same Street").1, area.x + area.width));
    assert!(near(edges("۱۱").0, area.x), "a page number stands at the left edge");
}

#[test]
fn lines_of_two_scripts_never_touch() {
    let book = urdu();
    let letter = book.chapters.iter().find(|c| c.file.ends_with("letter.md")).unwrap();
    let lines = placed_with_y(&book, letter.first);
    let urdu: Vec<Length> =
        lines.iter().filter(|(_, l)| l.text.starts_with("ہم نے")).map(|(y, _)| *y).collect();
    let body = letter.design.body_size;
    assert!(urdu.windows(2).all(|pair| pair[1] - pair[0] >= body * 2), "{urdu:?}");
    let last = *urdu.last().unwrap();
    let next = lines.iter().map(|(y, _)| *y).filter(|y| *y > last).min().unwrap();
    assert!(next - last >= body * 2);
    // The English of an Urdu edition keeps the lines of English.
    assert!(letter.design.leading < body * 3 / 2);
}

#[test]
fn proof_sheets_of_scripts_stay_as_they_were() {
    let mut changed = Vec::new();
    let samples = [
        ("urdu", "ur", URDU_TEXT),
        ("arabic", "ar", ARABIC),
        ("hebrew", "he", HEBREW),
        ("hindi", "hi", HINDI),
        ("japanese", "ja", JAPANESE),
        ("thai", "th", THAI),
        ("polish", "pl", POLISH),
        ("french", "fr", FRENCH),
    ];
    for (name, language, text) in samples {
        let (book, _) = set(text, language, "110mm x 170mm");
        let sheet = proof(&book);
        let path = Path::new("tests/proofs").join(format!("script-{name}.txt"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &sheet).unwrap();
        } else if std::fs::read_to_string(&path).unwrap_or_default() != sheet {
            changed.push(path.display().to_string());
        }
    }
    assert!(changed.is_empty(), "lines broke otherwise: {changed:?}");
}

#[test]
fn kashida_fills_lines_of_naskh_and_is_no_text() {
    let (book, _) = set(URDU_TEXT, "ur", "90mm x 170mm");
    let is_tatweel =
        |run: &Run| run.face.glyph('\u{640}').is_some_and(|tatweel| run.glyphs.contains(&tatweel));
    let lines = body_lines(&book);
    assert!(!lines.iter().flat_map(|line| &line.runs).any(is_tatweel), "Nastaliq is never drawn longer");
    // In Naskh without vowel signs a letter is one glyph, unless its joint is drawn longer.
    let is_longer = |run: &Run| run.clusters.windows(2).any(|pair| pair[0] == pair[1]);
    let (book, _) = set(ARABIC, "ar", "90mm x 170mm");
    assert!(body_lines(&book).iter().flat_map(|line| &line.runs).any(is_longer), "no joint was drawn longer");
    for line in body_lines(&book) {
        assert_eq!(told(&line), shown(&line), "a glyph tells letters twice, or none");
    }
}

#[test]
fn japanese_lines_begin_and_end_as_kinsoku_asks_and_are_filled_without_spaces() {
    let (book, notices) = set(JAPANESE, "ja", "110mm x 170mm");
    for line in body_lines(&book) {
        let words = &line.text[line.range.start as usize..line.range.end as usize];
        assert!(!words.starts_with(['、', '。', '」', '）', 'ー', 'っ', 'ょ']), "{words}");
        assert!(!words.ends_with(['「', '（']), "{words}");
        assert_eq!(line.excess, Length::ZERO, "{words}");
    }
    let named: Vec<_> = notices.iter().filter(|n| n.hint.contains("fonts-noto-cjk")).collect();
    assert!(named.len() == 1, "one notice names the font to add: {named:?}");
}

#[test]
fn thai_lines_end_between_words() {
    let (book, _) = set(THAI, "th", "110mm x 170mm");
    let words = ["ร้าน", "กาแฟ", "ของ", "เรา", "เปิด", "ทุก", "วัน", "และ", "มี", "หนังสือ", "ให้", "อ่าน", "ฟรี"];
    for line in body_lines(&book) {
        let end = &line.text[..line.range.end as usize];
        assert!(words.iter().any(|word| end.trim_end().ends_with(word)), "{end}");
    }
}

#[test]
fn a_hyphen_of_the_word_itself_is_repeated_in_polish_and_not_in_english() {
    let repeated = |language: &str| {
        let (book, _) = set(POLISH, language, "90mm x 170mm");
        let lines = body_lines(&book);
        let firsts = lines.iter().filter_map(|line| line.runs.first());
        firsts.filter(|run| run.clusters[0] >= run.range.end).count()
    };
    assert!(repeated("pl") > 0);
    assert_eq!(repeated("en"), 0);
}

#[test]
fn an_unpaired_control_of_direction_ends_with_its_paragraph() {
    let plain = "Nothing here runs from right to left, and nothing is turned round in it.";
    for control in ['\u{202e}', '\u{2067}', '\u{202b}', '\u{2069}', '\u{202c}'] {
        let (book, _) = set(&format!("One {control}word is turned here.\n\n{plain}"), "en", "6x9in");
        let lines = body_lines(&book);
        let after: Vec<_> = lines.iter().filter(|line| &*line.text == plain).collect();
        assert!(!after.is_empty() && after.iter().all(|line| line.runs.iter().all(|run| run.level == 0)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_letter_of_mixed_directions_is_on_the_page_once(words in mixed(), language in 0..3_usize) {
        let language = ["ur", "he", "en"][language];
        let (book, _) = set(&words, language, "6x9in");
        let lines = body_lines(&book);
        let whole = lines[0].text.clone();
        let mut at = 0;
        for line in &lines {
            prop_assert_eq!(line.range.start as usize, at, "{}", whole);
            at = line.range.end as usize;
            prop_assert_eq!(told(line), shown(line));
        }
        prop_assert_eq!(at, whole.len());
    }
}

/// Words of three directions, with figures, brackets, marks without a letter, and controls without a partner.
fn mixed() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-z]{1,8}",
        4 => "[א-ת]{1,8}",
        4 => "[بتثجحخدرسشصطعغفقكلمنهوي]{1,8}[،؟]?",
        2 => "[0-9]{1,5}",
        1 => "\\([a-z]{2,4}\\)|«[א-ת]{2,5}»|\\([بتس]{2,4}\\)",
        1 => "[\u{300}\u{64e}\u{5b8}\u{93e}]",
        1 => "[\u{202e}\u{2067}\u{2066}\u{202c}\u{2069}\u{200f}][a-z]{2,4}",
    ];
    prop::collection::vec(word, 3..60).prop_map(|words| format!("x{}", words.join(" ")))
}

/// The bytes of a line's text that its glyphs stand for, in order; a byte told twice stands twice.
fn told(line: &Line) -> Vec<u32> {
    let mut bytes: Vec<u32> = Vec::new();
    for run in &line.runs {
        let mut clusters: Vec<u32> = run.clusters.iter().copied().filter(|c| *c < run.range.end).collect();
        clusters.sort_unstable();
        clusters.dedup();
        bytes.extend(clusters.into_iter().flat_map(|cluster| run.text_of(cluster)));
    }
    bytes.sort_unstable();
    bytes.retain(|byte| !is_silent(&line.text, *byte));
    bytes
}

/// The bytes of a line that are to be seen.
fn shown(line: &Line) -> Vec<u32> {
    let mut end = line.range.end;
    while line.text.as_bytes()[..end as usize].ends_with(b" ") && end > line.range.start {
        end -= 1;
    }
    (line.range.start..end).filter(|byte| !is_silent(&line.text, *byte)).collect()
}

/// Whether a byte is part of a character that directs the text and is never drawn.
fn is_silent(text: &str, byte: u32) -> bool {
    let at = (0..=byte as usize).rev().find(|at| text.is_char_boundary(*at)).unwrap();
    let letter = text[at..].chars().next().unwrap();
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

fn urdu() -> Book {
    let mut notices = Notices::new();
    let edition = folder::load(URDU.as_ref(), &mut notices).unwrap();
    let book = book::typeset(&edition, &Cache::single_run(), &mut notices);
    let figures = pamphleteer::measure::figures(&book).book;
    assert_eq!((figures.widows, figures.orphans, figures.overfull), (0, 0, 0));
    book
}

fn set(markdown: &str, language: &str, trim: &str) -> (Book, Notices) {
    let piece =
        Piece { file: "pieces/a.md".into(), title: Paragraph::plain("1"), include: true, ..Piece::default() };
    let context = Context { file: &piece.file, ..Context::default() };
    let body = markdown::read(markdown, &context, &mut Notices::new());
    let piece = Piece { body, markdown: markdown.into(), ..piece };
    let mut edition = Edition {
        title: "1".into(),
        language: Language::parse(language).unwrap(),
        parts: vec![Part { pieces: vec![Arc::new(piece)], ..Part::default() }],
        ..Edition::default()
    };
    edition.design.trim = Some(trim.into());
    let mut notices = Notices::new();
    let book = book::typeset(&edition, &Cache::single_run(), &mut notices);
    (book, notices)
}

/// One printed line a row: how it is filled, and its words as they stand from left to right.
fn proof(book: &Book) -> String {
    let mut sheet = String::new();
    for line in body_lines(book) {
        let space = line.space.map_or("-".to_string(), |space| space.to_string());
        let words: Vec<String> = line.runs.iter().map(|run| runs_of(&line, run)).collect();
        writeln!(sheet, "{space:>5} {}", words.join("|")).unwrap();
    }
    sheet
}

/// The words of a run with its direction; `-` before it where a hyphen is repeated.
fn runs_of(line: &Line, run: &Run) -> String {
    let words = &line.text[run.range.start as usize..run.range.end as usize];
    let again = if run.clusters.first().is_some_and(|c| *c >= run.range.end) { "-" } else { "" };
    let sign = if run.level % 2 == 1 { "←" } else { "→" };
    format!("{sign}{again}{words}")
}

fn body_lines(book: &Book) -> Vec<Arc<Line>> {
    let is_body = |kind: NodeKind| matches!(kind, NodeKind::Block(role) if role.is_running_text());
    (0..book.sheets.len()).flat_map(|sheet| placed(book, sheet, is_body)).map(|(_, line)| line).collect()
}

fn placed(book: &Book, sheet: usize, wanted: impl Fn(NodeKind) -> bool) -> Vec<(Length, Arc<Line>)> {
    let items = book.sheets[sheet].items.iter().filter_map(|item| match item {
        Item::Line { at, line, node } if wanted(book.structure.node(*node).kind) => {
            Some((at.x, line.clone()))
        }
        _ => None,
    });
    items.collect()
}

fn placed_with_y(book: &Book, sheet: usize) -> Vec<(Length, Arc<Line>)> {
    let items = book.sheets[sheet].items.iter().filter_map(|item| match item {
        Item::Line { at, line, node } if matches!(book.structure.node(*node).kind, NodeKind::Block(_)) => {
            Some((at.y, line.clone()))
        }
        _ => None,
    });
    items.collect()
}

const URDU_TEXT: &str = "پرانے بازار کی گلی میں ایک نلکا ہے جو صبح پانچ بجے بولتا ہے۔ پہلے اس میں سے ہوا آتی ہے، پھر زنگ، پھر پانی؛ اور جب پانی آتا ہے تو پوری گلی جاگ جاتی ہے۔ محکمے کے نقشے (City Map 2024) میں یہ گلی نہیں ہے، مگر نلکا ہے۔";

const ARABIC: &str = "في الشارع القديم مقعد واحد يجلس عليه المتعبون من السوق كل مساء، ولا يسأل المقعد أحدا عن اسمه. قالت البلدية إن المقعد قديم وإن الشمس أكلت خشبه، ثم أرسلت رجلين وسيارة فحملاه. منذ ذلك اليوم يقف الناس عند السور ويستندون إلى الجدار، ويقول كبيرهم: كان المقعد أرخص مبنى في المدينة، وكان يتسع لنا جميعا في مساء صيفي مشمس.";

const HEBREW: &str = "ברחוב הישן עמד ספסל אחד, ועליו ישבו בכל ערב העייפים מן השוק. הספסל לא שאל איש לשמו. בעירייה אמרו (לפי Bench Report 12) שהוא זקן, ושלחו שני אנשים ועגלה. מאז עומדים האנשים ליד הגדר ונשענים על הקיר, שָׁלוֹם להם ולספסל.";

const HINDI: &str = "पुरानी गली में एक ही बेंच थी, जिस पर शाम को बाज़ार से लौटे थके लोग बैठते थे। बेंच ने कभी किसी का नाम नहीं पूछा। नगरपालिका ने कहा कि लकड़ी बूढ़ी हो गई है, और दो आदमी गाड़ी लेकर आए। अब लोग दीवार से टिककर खड़े रहते हैं और ख़बरें भी खड़े-खड़े सुनते हैं।";

const JAPANESE: &str = "古い通りにはベンチが一つだけあった。夕方になると、市場から帰る人たちが「ちょっと休もう」と言って、そこに座った。役所は2024年の地図（City Map）を見て、「木が古い」、「場所がない」と書き、二人の男と一台の車をよこした。いまでは、みんな壁にもたれて立っている。ニュースも、立ったまま聞くのである。";

const THAI: &str = "ร้านกาแฟของเราเปิดทุกวันและมีหนังสือให้อ่านฟรีร้านกาแฟของเราเปิดทุกวันและมีหนังสือให้อ่านฟรี";

const POLISH: &str = "Na ścianie wisiała biało-czerwona chorągiewka, obok niej niebiesko-żółta tabliczka, a pod nimi polsko-angielski słownik. Kto chciał, czytał szaro-zielone ogłoszenia, kto nie chciał, patrzył na czarno-białe zdjęcia dawno-dawno zamkniętej kawiarni-cukierni przy placu targowo-kościelnym.";

const FRENCH: &str = "« Vraiment ? » demanda M. Aubry ; la ligne comptait 12 km, et le train de 10 000 tonnes n’en finissait pas ! Il relut la p. 14 : rien. « Alors ? » dit-on encore ; et Mme Weil, qui avait 5 % des parts, se tut.";
