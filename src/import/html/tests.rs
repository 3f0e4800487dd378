//! Pages as sites write them.

use super::*;
use crate::edition::markdown::write;
use crate::edition::text::Text;

fn page(html: &str) -> Manuscript {
    read(html.as_bytes(), Path::new("page.html"), &mut Notices::new()).unwrap()
}

fn markdown(manuscript: &Manuscript) -> String {
    let blocks = manuscript.lines.iter().map(|line| line.block.clone()).collect();
    write(&Text { blocks, notes: manuscript.notes.clone() })
}

#[test]
fn blocks_of_a_page_are_kept() {
    let read = page(
        "<h2>One</h2><p>A <em>b</em> <a href='https://x.org/?utm_source=y&amp;q=1'>c</a> <b>d</b>.<br>e</p>\
         <blockquote><p>Said.</p><footer>— Ann Lee</footer></blockquote><ul><li>x<li>y<ol><li>z</ol></ul>\
         <table><tr><th>K<th>V<tr><td>a<td>1</table><pre>code\n  x</pre><hr>loose <i>words</i><div>more</div>",
    );
    assert_eq!(
        markdown(&read),
        "### One\n\nA *b* [c](https://x.org/?q=1) **d**.\\\ne\n\n> Said.\n>\n> — Ann Lee\n\n- x\n\n- y\n\n  1. z\n\n| K | V |\n| --- | --- |\n| a | 1 |\n\n```\ncode\n  x\n```\n\n***\n\nloose *words*\n\nmore\n"
    );
}

#[test]
fn footnotes_follow_their_links() {
    let read = page(
        "<p>Text<sup><a href='#fn1' id='r1'>1</a></sup> goes on.</p><ol><li id='fn1'>The note. <a href='#r1'>↩</a></li></ol>",
    );
    assert_eq!(markdown(&read), "Text[^1] goes on.\n\n[^1]: The note.\n");
}

#[test]
fn unsafe_links_and_scripts_vanish() {
    let read = page(
        "<p onclick=x>a <a href='javascript:alert(1)'>b</a><script>evil()</script><style>p{}</style></p>",
    );
    assert_eq!(markdown(&read), "a b\n");
}

#[test]
fn pages_without_end_give_their_words() {
    let deep = format!("{}<p>Words in the deep.</p>", "<div>".repeat(100_000));
    let mut notices = Notices::new();
    let read = read(deep.as_bytes(), Path::new("deep.html"), &mut notices).unwrap();
    assert_eq!(markdown(&read), "Words in the deep.\n");
    assert_eq!(notices.len(), 1);
}

#[test]
fn metadata_is_stated() {
    let read = page(
        r#"<html lang=en-GB><title>On Trams | The Gazette</title><meta property="og:site_name" content="The Gazette">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"On Trams","author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Chu"}],"datePublished":"2022-02-18T10:00:00Z"}]}</script><p>x"#,
    );
    assert_eq!(read.stated.title.unwrap().words(), "On Trams");
    assert_eq!(read.stated.authors, ["Ann Lee", "Bo Chu"]);
    assert_eq!(read.stated.date.unwrap().to_string(), "2022-02-18");
    assert_eq!(read.stated.language.unwrap().tag(), "en-GB");
    assert_eq!(read.stated.outlet.as_deref(), Some("The Gazette"));
}

#[test]
fn old_encodings_are_told_by_the_page() {
    let bytes = "<meta charset=windows-1251><p>Мир</p>".chars().map(|c| match c {
        'М' => 0xCC,
        'и' => 0xE8,
        'р' => 0xF0,
        other => other as u8,
    });
    let read = read(&bytes.collect::<Vec<_>>(), Path::new("a.html"), &mut Notices::new()).unwrap();
    assert_eq!(markdown(&read), "Мир\n");
}

#[test]
fn cells_that_span_others_push_none_out() {
    let read = page(
        "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td>2<td>3<tr><td colspan=2>4<tr><td colspan=9>5<td>6</table>",
    );
    let table = "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n|  | 4 |  |\n| 5 |  | 6 |\n";
    assert_eq!(markdown(&read), table);
}

#[test]
fn pictures_inside_a_page_that_are_no_pictures_are_named() {
    let mut notices = Notices::new();
    let page = format!("<p>A</p><img src='data:image/webp;base64,{}'>", "UklGRiQAAABXRUJQ".repeat(40));
    read(page.as_bytes(), Path::new("a.html"), &mut notices).unwrap();
    assert!(notices.iter().any(|notice| notice.what.contains("neither a JPEG nor a PNG")), "{notices:?}");
}
