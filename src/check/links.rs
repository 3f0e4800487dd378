//! Addresses of the web and of mailboxes that can't be right: a text goes in, a notice for each comes out.
//!
//! Whether a page is still there nobody here can know, since nothing is fetched. What can be told is that no browser
//! would find it.

use super::typography;
use crate::edition::markdown::is_safe_link;
use crate::edition::people::contacts::is_email;
use crate::edition::piece::Piece;
use crate::edition::text::Mark;
use crate::notice::{Notice, Rule, Weight};

/// The odd addresses in the body of a piece.
pub(super) fn of_piece(piece: &Piece) -> Vec<Notice> {
    let mut found = Vec::new();
    piece.body.each_paragraph(&mut |paragraph| {
        for marked in &paragraph.marks {
            if let Mark::Link(url) = &marked.mark
                && let Some(wrong) = wrong(url)
            {
                let what = format!("the address “{url}” can't be right: {wrong}");
                let place = typography::place_of(piece, paragraph, url);
                let hint = "write it as the browser shows it, or take the link away";
                found.push(Notice::new(Weight::Doubt, place, what, hint).by(Rule::OddAddress));
            }
        }
    });
    found
}

/// What is wrong with an address; `None` where nothing is, or it leads to a place in the book.
fn wrong(url: &str) -> Option<&'static str> {
    let (scheme, rest) = url.split_once(':').filter(|_| is_safe_link(url))?;
    if scheme.eq_ignore_ascii_case("mailto") {
        let mailboxes = rest.split('?').next().unwrap_or(rest);
        return (!mailboxes.split(',').all(is_email)).then_some("that is no mailbox");
    }
    let authority = rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or(authority);
    // An address of version 6 stands in square brackets, with colons of its own.
    let (host, port) = match host.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        _ => (host, ""),
    };
    let fits = |letter: char| letter.is_alphanumeric() || "-_.%".contains(letter);
    let is_numeric = host.starts_with('[') && host.ends_with(']');
    if ["http", "https"].contains(&host) {
        return Some("it begins twice");
    }
    if !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("what stands behind the colon is no number");
    }
    if host.is_empty() {
        return Some("it names no site");
    }
    if is_numeric || host.eq_ignore_ascii_case("localhost") {
        return None;
    }
    if !host.chars().all(fits) {
        return Some("the name of the site has signs that no site has");
    }
    let is_whole = host.contains('.') && host.trim_end_matches('.').split('.').all(|part| !part.is_empty());
    (!is_whole).then_some("the name of the site is not whole")
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn what_no_browser_would_find_is_told_from_what_it_might() {
        for right in [
            "https://example.org",
            "http://example.org:8080/a?b=http://c.d#e",
            "https://مثال.إختبار/x",
            "https://user@example.org/",
            "http://[2001:db8::1]/",
            "http://127.0.0.1/",
            "mailto:a.b@example.org?subject=x",
            "mailto:a@b.org,c@d.org",
            "#name",
            "other.md#name",
        ] {
            assert_eq!(wrong(right), None, "{right}");
        }
        for (url, why) in [
            ("https://https://example.org", "twice"),
            ("http://https//example.org", "twice"),
            ("https:///path", "not whole"),
            ("https://?q", "no site"),
            ("https://example", "not whole"),
            ("https://example..org/", "not whole"),
            ("https://exam|ple.org/", "signs"),
            ("https://example.org:abc/", "number"),
            ("mailto:ann", "no mailbox"),
        ] {
            assert!(wrong(url).is_some_and(|said| said.contains(why)), "{url}: {:?}", wrong(url));
        }
    }
}
