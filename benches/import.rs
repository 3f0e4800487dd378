//! What it costs to import a file: `cargo bench --bench import`.
//!
//! The files are made up here of the same small generator's words: a saved news page of a thousand words, a Word file
//! of 300 pages, a pasted text, a Markdown file. Each is read from the disk as the window reads it, and composed.

#![allow(missing_docs, reason = "the macros of criterion write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "a benchmark that can't run has no figure")]

mod common;

use common::paragraphs;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use pamphleteer::import;
use pamphleteer::import::intake::Intake;
use pamphleteer::notice::Notices;
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Paragraphs of the generator in a thousand words.
const THOUSAND: usize = 9;

/// A page as a news site saves it: metadata, navigation, scripts, share buttons, related texts, comments.
fn page() -> String {
    let text = paragraphs(THOUSAND);
    let mut page = String::from(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The Last Tram | The Harbour Post</title>\
         <meta property=\"og:title\" content=\"The Last Tram\"><meta name=\"author\" content=\"Ann Lee\">\
         <script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"The Last Tram\",\
         \"author\":{\"@type\":\"Person\",\"name\":\"Ann Lee\"},\"datePublished\":\"2024-03-01T08:00:00Z\"}</script>",
    );
    for number in 0..20 {
        write!(
            page,
            "<script>window.q{number}=function(a){{return a<{number}?a:'</p>'}};/*{}*/</script>",
            "x".repeat(800)
        )
        .unwrap();
        write!(
            page,
            "<link rel=\"stylesheet\" href=\"/s{number}.css\"><style>.c{number}{{color:red}}</style>"
        )
        .unwrap();
    }
    page.push_str("</head><body><header><nav><ul>");
    for number in 0..60 {
        write!(
            page,
            "<li class=\"nav-item\"><a href=\"/section/{number}\"><span>Section {number}</span></a></li>"
        )
        .unwrap();
    }
    page.push_str(
        "</ul></nav></header><main><article class=\"post\"><div class=\"kicker\">Opinion</div><h1>The Last Tram</h1>\
         <div class=\"byline\">By <a href=\"/ann\">Ann Lee</a></div><time datetime=\"2024-03-01\">March 1, 2024</time>\
         <ul class=\"share\"><li><a href=\"https://t.example/share\">Share</a></li><li>Email</li></ul><div class=\"body\">",
    );
    for (number, paragraph) in text.iter().enumerate() {
        write!(page, "<p id=\"p{number}\">{paragraph} <a href=\"https://a.b/{number}?utm_source=x\"><em>More</em></a>.</p>").unwrap();
        if number % 3 == 2 {
            page.push_str("<div class=\"ad\"><span>Advertisement</span><div data-slot=\"x\"></div></div><h2>A heading</h2>");
        }
    }
    page.push_str("</div><p class=\"author-bio\">Ann Lee drives a bus and writes about towns. The views are her own.</p></article></main><aside><h3>Related</h3>");
    for number in 0..30 {
        write!(page, "<div class=\"card\"><a href=\"/r/{number}\"><img src=\"/i/{number}.jpg\" width=\"90\"><h4>Another text {number}</h4></a><p>A teaser of few words.</p></div>").unwrap();
    }
    page.push_str("</aside><section class=\"comments\"><h3>Comments</h3>");
    for number in 0..25 {
        write!(page, "<div class=\"comment\"><b>reader{number}</b><p>I do not agree with this at all, and never will.</p></div>").unwrap();
    }
    page.push_str("</section><footer>© The Harbour Post</footer></body></html>");
    page
}

/// A Word file of 300 pages: headings by style, emphasis, notes, lists, a table on every tenth page.
fn word() -> Vec<u8> {
    let run = |properties: &str, text: &str| {
        format!(
            "<w:r><w:rPr>{properties}<w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
        )
    };
    let styled = |style: &str, inside: &str| {
        format!("<w:p w:rsidR=\"00A1\"><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inside}</w:p>")
    };
    let cell =
        format!("<w:tc><w:tcPr><w:tcW w:w=\"90\"/></w:tcPr>{}</w:tc>", styled("Normal", &run("", "cell")));
    let table = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{}</w:tr>", cell.repeat(4)).repeat(6));
    let (mut body, mut notes) = (styled("Title", &run("", "The Last Tram")), String::new());
    for (number, paragraph) in paragraphs(300 * THOUSAND / 3).iter().enumerate() {
        let (first, rest) = paragraph.split_at(paragraph.find(' ').unwrap_or(0));
        let call = format!("<w:r><w:footnoteReference w:id=\"{number}\"/></w:r>");
        let inside = [run("<w:b/>", first), run("", rest), run("<w:i/>", "slanted"), call].concat();
        body.push_str(&styled("Normal", &inside));
        write!(
            notes,
            "<w:footnote w:id=\"{number}\">{}</w:footnote>",
            styled("FootnoteText", &run("", "A note."))
        )
        .unwrap();
        if number % 9 == 8 {
            body.push_str(&styled("Heading2", &run("", "A heading")));
        }
        if number % 30 == 29 {
            body.push_str(&table);
        }
    }
    let style = |id: &str, name: &str| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/></w:style>")
    };
    let styles =
        [style("Title", "Title"), style("Heading2", "heading 2"), style("Normal", "Normal")].concat();
    let names = "xmlns:w=\"w\"";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (part, text) in [
        ("word/document.xml", format!("<w:document {names}><w:body>{body}</w:body></w:document>")),
        ("word/footnotes.xml", format!("<w:footnotes {names}>{notes}</w:footnotes>")),
        ("word/styles.xml", format!("<w:styles {names}>{styles}</w:styles>")),
    ] {
        zip.start_file(part, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A text as it is pasted from a page.
fn pasted() -> String {
    let text = paragraphs(THOUSAND).join("\n\n");
    format!(
        "Opinion\nThe Last Tram\nBy Ann Lee\nMarch 1, 2024\nShare\n\n{text}\n\nAnn Lee drives a bus.\nRead more\n"
    )
}

/// The same with front matter and marks.
fn marked() -> String {
    let text: String =
        paragraphs(THOUSAND).iter().map(|text| format!("*So* it is[^1]: {text}\n\n> {text}\n\n")).collect();
    format!("---\ntitle: The Last Tram\nauthor: Ann Lee\ndate: 2024-03-01\n---\n\n{text}\n[^1]: A note.\n")
}

fn measure(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let files: [(&str, Vec<u8>); 4] = [
        ("news page of 1,000 words.html", page().into_bytes()),
        ("300 pages.docx", word()),
        ("pasted 1,000 words.txt", pasted().into_bytes()),
        ("2,000 words.md", marked().into_bytes()),
    ];
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10);
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let read = import::read(&path, &mut Notices::new()).unwrap();
                black_box(read.iter().map(Intake::compose).collect::<Vec<_>>())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, measure);
criterion_main!(benches);
