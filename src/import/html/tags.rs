//! The tags of a page, one after the other, as the parser's tokenizer finds them (HTML standard, 13.2.5).

/// A tag.
pub(super) struct Tag<'p> {
    pub(super) name: &'p [u8],
    pub(super) is_end: bool,
    /// Whether it ends with `/>`.
    pub(super) is_closed: bool,
    pub(super) attributes: usize,
}

/// The tags of a page.
pub(super) struct Tags<'p> {
    page: &'p [u8],
    at: usize,
}

impl<'p> Tags<'p> {
    pub(super) fn new(page: &'p [u8]) -> Tags<'p> {
        Tags { page, at: 0 }
    }

    /// The next tag. In a drawing scripts are tags like others, and there is CDATA.
    pub(super) fn next(&mut self, is_drawing: bool) -> Option<Tag<'p>> {
        loop {
            self.at = find(self.page, self.at, b"<")? + 1;
            let rest = &self.page[self.at..];
            if rest.starts_with(b"!--") {
                self.at = end_of_comment(self.page, self.at + 1);
            } else if is_drawing && rest.starts_with(b"![CDATA[") {
                self.at = find(self.page, self.at, b"]]>").unwrap_or(self.page.len());
            } else if rest.first().is_some_and(u8::is_ascii_alphabetic) {
                let tag = self.tag(false);
                if !is_drawing && is_raw(tag.name) {
                    self.at = close_of(self.page, self.at, tag.name);
                    continue;
                }
                return Some(tag);
            } else if rest.first() == Some(&b'/') && rest.get(1).is_some_and(u8::is_ascii_alphabetic) {
                self.at += 1;
                return Some(self.tag(true));
            } else if matches!(rest.first(), Some(b'!' | b'?' | b'/')) {
                self.at = find(self.page, self.at, b">").unwrap_or(self.page.len());
            }
        }
    }

    /// The tag whose name begins here.
    fn tag(&mut self, is_end: bool) -> Tag<'p> {
        let start = self.at;
        self.skip(|byte| !is_space(byte) && byte != b'/' && byte != b'>');
        let name = &self.page[start..self.at];
        let (mut is_closed, mut attributes) = (false, 0);
        loop {
            self.skip(is_space);
            match self.page.get(self.at) {
                None => break,
                Some(b'>') => {
                    self.at += 1;
                    break;
                }
                Some(b'/') => {
                    is_closed = self.page.get(self.at + 1) == Some(&b'>');
                    self.at += 1;
                }
                Some(_) => {
                    self.attribute();
                    attributes += 1;
                }
            }
        }
        Tag { name, is_end, is_closed, attributes }
    }

    /// Goes behind an attribute. Its name may begin with `=`.
    fn attribute(&mut self) {
        self.at += 1;
        self.skip(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
        let behind = self.at;
        self.skip(is_space);
        if self.page.get(self.at) != Some(&b'=') {
            self.at = behind;
            return;
        }
        self.at += 1;
        self.skip(is_space);
        match self.page.get(self.at) {
            Some(quote @ (b'"' | b'\'')) => {
                let end = find(self.page, self.at + 1, &[*quote]);
                self.at = end.map_or(self.page.len(), |end| end + 1);
            }
            _ => self.skip(|byte| !is_space(byte) && byte != b'>'),
        }
    }

    fn skip(&mut self, is_one: impl Fn(u8) -> bool) {
        self.at += self.page[self.at..].iter().take_while(|byte| is_one(**byte)).count();
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xC)
}

/// Elements whose words are no tags.
fn is_raw(name: &[u8]) -> bool {
    [&b"script"[..], b"style", b"textarea", b"title", b"iframe", b"noembed", b"noframes", b"xmp"]
        .iter()
        .any(|raw| name.eq_ignore_ascii_case(raw))
}

/// Behind the end of the comment whose second hyphen stands at `from + 1`.
fn end_of_comment(page: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(found) = find(page, at, b"--") {
        let rest = &page[found + 2..];
        if rest.starts_with(b">") || rest.starts_with(b"!>") {
            return found + 3;
        }
        at = found + 1;
    }
    page.len()
}

/// Where `wanted` stands, from `from` on.
pub(super) fn find(page: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    let rest = page.get(from..)?;
    let (first, others) = wanted.split_first()?;
    let mut at = 0;
    while let Some(found) = rest[at..].iter().position(|byte| byte == first) {
        if rest[at + found + 1..].starts_with(others) {
            return Some(from + at + found);
        }
        at += found + 1;
    }
    None
}

/// Where `</name` stands from `from` on, or the end.
pub(super) fn close_of(page: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = find(page, at, b"</") {
        let end = found + 2 + name.len();
        let is_whole = page.get(end).is_none_or(|next| is_space(*next) || matches!(next, b'/' | b'>'));
        if is_whole && page.get(found + 2..end).is_some_and(|bytes| bytes.eq_ignore_ascii_case(name)) {
            return found;
        }
        at = found + 2;
    }
    page.len()
}
