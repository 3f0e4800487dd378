//! A run of a Word file: letters of one face, and what stands among them.

use super::body::{Reader, branch};
use super::paragraph::{Around, own_letters};
use super::styles::Letters;

use crate::import::office::{Face, symbol};
use crate::import::xml;
use roxmltree::Node;

/// How the letters of a run look.
struct Dress {
    face: Face,
    size: u32,
    is_heavy: bool,
    is_hidden: bool,
}

impl Reader<'_, '_> {
    pub(super) fn run(&mut self, node: Node<'_, '_>, around: &Around, depth: usize) {
        let properties = xml::child(node, "rPr");
        let style = self.styles.run(properties.and_then(|node| xml::value(node, "rStyle")));
        let (own, is_deleted) = own_letters(properties);
        if is_deleted {
            return;
        }
        let dress = dress(&own, &style, around);
        self.pieces(node, &dress, around, depth);
    }

    fn pieces(&mut self, node: Node<'_, '_>, dress: &Dress, around: &Around, depth: usize) {
        let mut has_own_sign = false;
        for child in xml::elements(node) {
            let is_shown = self.fields.is_shown() && !dress.is_hidden;
            match xml::name(child) {
                "fldChar" => self.fields.step(xml::attribute(child, "fldCharType").unwrap_or_default()),
                "instrText" => self.fields.instruct(child.text().unwrap_or_default()),
                // The sign of a note that is not a number stands behind its reference.
                _ if !is_shown || has_own_sign => {}
                "t" => self.letters(child, dress),
                "tab" | "ptab" => self.write(" ", dress),
                "br" | "cr" => match xml::attribute(child, "type") {
                    Some("page" | "column") => self.write(" ", dress),
                    _ => self.pen.line_break(),
                },
                "noBreakHyphen" => self.write("\u{2011}", dress),
                "sym" => self.symbol(child, dress),
                "footnoteReference" => has_own_sign = self.call("footnotes", child),
                "endnoteReference" => has_own_sign = self.call("endnotes", child),
                "commentReference" => self.comment(child),
                "drawing" | "pict" | "object" => self.shape(child, depth),
                "AlternateContent" => {
                    if let Some(branch) = branch(child) {
                        self.pieces(branch, dress, around, depth);
                    }
                }
                "ruby" => {
                    if let Some(base) = xml::child(child, "rubyBase") {
                        self.inline(base, around, depth);
                    }
                }
                _ => {}
            }
        }
    }

    fn letters(&mut self, node: Node<'_, '_>, dress: &Dress) {
        for text in node.children().filter_map(|text| text.text()) {
            match text.contains(['\n', '\r', '\t']) {
                true => self.write(&text.replace(['\n', '\r', '\t'], " "), dress),
                false => self.write(text, dress),
            }
        }
    }

    fn write(&mut self, text: &str, dress: &Dress) {
        match self.fields.link() {
            Some(link) if dress.face.link.is_none() => {
                let face = Face { link: Some(link), ..dress.face.clone() };
                self.pen.write(text, &face, dress.size, dress.is_heavy);
            }
            _ => self.pen.write(text, &dress.face, dress.size, dress.is_heavy),
        }
    }

    fn symbol(&mut self, node: Node<'_, '_>, dress: &Dress) {
        let font = xml::attribute(node, "font").unwrap_or_default();
        let code = xml::attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
        match code.and_then(|code| symbol(font, code)) {
            Some(letter) => self.write(letter.encode_utf8(&mut [0; 4]), dress),
            None => {
                let what = format!("a sign of the font “{font}” is not known and is left out");
                self.parts.notices.doubt(self.here(), what, "put in the sign by hand");
            }
        }
    }

    /// Marks a note; whether it has a sign of its own.
    fn call(&mut self, kind: &'static str, node: Node<'_, '_>) -> bool {
        // Word has no notes in notes.
        if !self.is_in_note {
            self.pen.note(self.called.len());
            self.called.push((kind, xml::attribute(node, "id").unwrap_or_default().to_string()));
        }
        matches!(xml::attribute(node, "customMarkFollows"), Some("1" | "true" | "on"))
    }
}

/// The face of a run: what it and its style say. What the style of the whole paragraph says is no emphasis.
fn dress(own: &Letters, style: &Letters, around: &Around) -> Dress {
    let whole = &around.letters;
    let said = own.clone().over(style);
    let is_on = |switch: Option<bool>| switch == Some(true);
    // A slanted style in a slanted paragraph stands upright, and is emphasis all the same.
    let is_turned = is_on(style.italic) && own.italic.is_none();
    Dress {
        face: Face {
            bold: is_on(said.bold) && !is_on(whole.bold),
            italic: is_on(said.italic) && (!is_on(whole.italic) || is_turned),
            small_caps: is_on(said.small_caps) && !is_on(whole.small_caps),
            raised: is_on(said.raised),
            lowered: is_on(said.lowered),
            struck: is_on(said.struck),
            code: is_on(said.code),
            link: around.link.clone(),
        },
        size: said.size.or(whole.size).unwrap_or(0),
        is_heavy: is_on(said.bold.or(whole.bold)),
        is_hidden: said.clone().over(whole).is_hidden(),
    }
}
