//! The fonts of the document: which glyphs are used and what text they stand for, subsets, and what their
//! dictionaries must say.

use crate::fonts::Face;
use crate::page::sheet::{Item, Sheet};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfFont, PdfFontHandle, PdfFontMetricsStub, Pt,
    TextItem,
};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;
use subsetter::GlyphRemapper;

/// All faces of a document, in the order of their names.
#[derive(Debug)]
pub(super) struct FontsInUse {
    list: Vec<FontInUse>,
    by_key: rustc_hash::FxHashMap<u64, usize>,
}

/// A face and what is used of it.
#[derive(Debug)]
pub(super) struct FontInUse {
    face: Arc<Face>,
    id: FontId,
    remapper: GlyphRemapper,
    /// By glyph of the face: its number in the subset and its width; zero for glyphs not used yet.
    glyphs: Vec<(u16, i16)>,
    /// By glyph of the face: whether a character is drawn with it by itself.
    has_letter: Vec<bool>,
    /// By number in the subset: the glyph of the face.
    originals: Vec<u16>,
    /// By number in the subset: the text it stands for.
    texts: Vec<Option<Box<str>>>,
    /// The same of glyphs that only stand in spans with a text of their own: the letter that comes nearest.
    nearest: Vec<Option<char>>,
    /// By number in the subset.
    widths: Vec<i16>,
}

impl FontsInUse {
    /// The faces of all lines.
    pub(super) fn of(sheets: &[Sheet]) -> FontsInUse {
        let mut faces: BTreeMap<(String, u64), Arc<Face>> = BTreeMap::new();
        let mut last: Option<Arc<Face>> = None;
        for item in sheets.iter().flat_map(|sheet| &sheet.items) {
            let Item::Line { line, .. } = item.upright() else { continue };
            for run in &line.runs {
                if last.as_ref().is_none_or(|last| !Arc::ptr_eq(last, &run.face)) {
                    faces.entry((run.face.name.clone(), run.face.key)).or_insert_with(|| run.face.clone());
                    last = Some(run.face.clone());
                }
            }
        }
        let list: Vec<FontInUse> =
            faces.into_values().enumerate().map(|(n, face)| FontInUse::new(face, n)).collect();
        let by_key = list.iter().enumerate().map(|(index, font)| (font.face.key, index)).collect();
        FontsInUse { list, by_key }
    }

    /// The font of a face.
    pub(super) fn font(&mut self, face: &Face) -> Option<&mut FontInUse> {
        let index = self.by_key.get(&face.key)?;
        self.list.get_mut(*index)
    }

    /// The subsets, as printpdf embeds them.
    pub(super) fn programs(&self) -> Result<Vec<(FontId, PdfFont)>, String> {
        self.list
            .iter()
            .filter(|font| font.is_used())
            .map(|font| Ok((font.id.clone(), font.program()?)))
            .collect()
    }

    /// One glyph of every font. printpdf embeds only fonts that its own operator has shown, and our lines are
    /// written with plainer ones; the page that says this is taken out again.
    pub(super) fn introduction(&self) -> Vec<Op> {
        let mut out = Vec::new();
        for font in self.list.iter().filter(|font| font.is_used()) {
            out.push(Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(1.0) });
            let glyph = Codepoint { gid: 1, offset: 0.0, cid: None };
            out.push(Op::ShowText { items: vec![TextItem::GlyphIds(vec![glyph])] });
        }
        out
    }

    /// Mends the dictionaries that printpdf wrote: widths of all glyphs, text of all glyphs, true measures; for the
    /// first part of ISO 19005 also which glyphs there are.
    pub(super) fn mend(&self, pdf: &mut Document, lists_glyphs: bool) {
        for font in self.list.iter().filter(|font| font.is_used()) {
            font.mend(pdf, lists_glyphs);
        }
    }
}

impl FontInUse {
    fn new(face: Arc<Face>, number: usize) -> FontInUse {
        // Never F1 to F14: those names mean the standard fonts to printpdf.
        let letters: String =
            [number / 26, number % 26].iter().map(|n| (b'a' + (*n % 26) as u8) as char).collect();
        let count = face.font.num_glyphs().min(65_536) as usize;
        let mut has_letter = vec![false; count];
        for (_, glyph) in face.font.charmap().unicodes() {
            if let Some(has) = has_letter.get_mut(glyph.to_u32() as usize) {
                *has = true;
            }
        }
        FontInUse {
            id: FontId(format!("G{letters}")),
            remapper: GlyphRemapper::new(),
            glyphs: vec![(0, 0); count],
            has_letter,
            originals: vec![0],
            texts: vec![None],
            nearest: vec![None],
            widths: vec![0],
            face,
        }
    }

    pub(super) fn id(&self) -> &FontId {
        &self.id
    }

    fn is_used(&self) -> bool {
        self.widths.len() > 1
    }

    /// The glyph's number in the subset, and its width in 1/1000 em.
    pub(super) fn glyph(&mut self, glyph: u16) -> (u16, i16) {
        let Some(known) = self.glyphs.get(usize::from(glyph)).copied() else { return (0, 0) };
        if known.0 != 0 || glyph == 0 {
            return known;
        }
        let number = self.remapper.remap(glyph);
        let advance = self.face.font.glyph_metrics().h_advance(skrifa::GlyphId::new(u32::from(glyph)));
        let width = (f64::from(advance) * 1000.0 / f64::from(self.face.units_per_em)).round() as i16;
        self.glyphs[usize::from(glyph)] = (number, width);
        self.texts.resize(usize::from(number) + 1, None);
        self.nearest.resize(usize::from(number) + 1, None);
        self.originals.resize(usize::from(number) + 1, 0);
        self.originals[usize::from(number)] = glyph;
        self.widths.resize(usize::from(number) + 1, 0);
        self.widths[usize::from(number)] = width;
        (number, width)
    }

    /// Says that a glyph of the subset stands for a text; `false` when it stands for another one already, or belongs to
    /// another letter: a capital that is drawn for a small one.
    pub(super) fn stands_for(&mut self, number: u16, text: &str) -> bool {
        match self.texts.get(usize::from(number)) {
            Some(Some(known)) => **known == *text,
            Some(None) if self.may_stand_for(number, text) => {
                self.texts[usize::from(number)] = Some(text.into());
                true
            }
            _ => false,
        }
    }

    fn may_stand_for(&self, number: u16, text: &str) -> bool {
        let glyph = self.originals[usize::from(number)];
        let belongs = self.has_letter.get(usize::from(glyph)).is_some_and(|has| *has);
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if belongs => self.face.glyph(letter) == Some(glyph),
            _ => true,
        }
    }

    /// Says which letter comes nearest to a glyph that stands in a span with a text of its own.
    pub(super) fn is_nearest(&mut self, number: u16, text: &str) {
        if let Some(nearest) = self.nearest.get_mut(usize::from(number)).filter(|nearest| nearest.is_none()) {
            *nearest = text.chars().next();
        }
    }

    /// The text of a glyph by its number in the subset. Archives want one for every glyph, also where a span says
    /// otherwise (ISO 19005-2, 6.2.11.7).
    fn text(&self, number: usize) -> String {
        let plain = self.texts[number].as_deref().filter(|text| !text.is_empty());
        match plain {
            Some(text) => text.to_string(),
            None => self.nearest[number].unwrap_or(' ').to_string(),
        }
    }

    /// Six letters that follow from the glyphs, as subsets are marked (ISO 32000-1, 9.6.4).
    fn name(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for glyph in self.remapper.remapped_gids() {
            hash = (hash ^ u64::from(glyph)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        let tag: String = (0..6).map(|n| (b'A' + (hash >> (n * 8) & 0xff) as u8 % 26) as char).collect();
        format!("{tag}+{}", self.face.name)
    }

    fn program(&self) -> Result<PdfFont, String> {
        let face = &self.face;
        let bytes = subsetter::subset(face.bytes.as_slice(), face.index, &self.remapper)
            .map_err(|error| format!("the font {} can't be subset: {error}", face.name))?;
        let font_type =
            if bytes.starts_with(b"OTTO") { FontType::OpenTypeCFF(()) } else { FontType::TrueType };
        let bounds = face.font.metrics().bounds;
        let [x_min, y_min, x_max, y_max] = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
            .map(|v| self.per_mille(v.to_f32()) as i16);
        let slant = (f64::from(-face.italic_angle).to_radians().tan() * 1000.0).round() as i16;
        Ok(PdfFont::new(ParsedFont {
            original_bytes: bytes,
            font_index: 0,
            font_name: Some(self.name()),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: self
                .widths
                .iter()
                .enumerate()
                .map(|(n, width)| (n as u16, (*width).max(0) as u16))
                .collect(),
            units_per_em: 1000,
            font_metrics: FontMetrics {
                ascent: self.per_mille(face.ascender as f32) as i16,
                descent: self.per_mille(face.descender as f32) as i16,
            },
            font_type,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: 1000,
                x_min,
                y_min,
                x_max,
                y_max,
                caret_slope_rise: 1000,
                caret_slope_run: slant,
                us_weight_class: face.weight,
            },
        }))
    }

    fn per_mille(&self, units: f32) -> i64 {
        (f64::from(units) * 1000.0 / f64::from(self.face.units_per_em)).round() as i64
    }

    fn mend(&self, pdf: &mut Document, lists_glyphs: bool) {
        let Some(parent) = self.dictionary(pdf) else { return };
        let unicode = pdf.add_object(Stream::new(Dictionary::new(), self.to_unicode().into_bytes()));
        let Ok(font) = pdf.get_dictionary_mut(parent) else { return };
        font.set("ToUnicode", unicode);
        let descendants = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut);
        let Some(Ok(descendant)) =
            descendants.ok().and_then(|list| list.first_mut()).map(Object::as_dict_mut)
        else {
            return;
        };
        let widths: Vec<Object> = self.widths.iter().map(|width| i64::from(*width).into()).collect();
        descendant.set("W", vec![0.into(), Object::Array(widths)]);
        descendant.set("DW", 0);
        let Ok(descriptor) = descendant.get(b"FontDescriptor").and_then(Object::as_reference) else { return };
        let listed = lists_glyphs.then(|| pdf.add_object(Stream::new(Dictionary::new(), self.listed())));
        if let Ok(descriptor) = pdf.get_dictionary_mut(descriptor) {
            self.describe(descriptor);
            if let Some(listed) = listed {
                descriptor.set("CIDSet", listed);
            }
        }
    }

    /// A bit for each glyph of the subset, the first in the highest bit (ISO 32000-1, table 124).
    fn listed(&self) -> Vec<u8> {
        let mut bits = vec![0; self.widths.len().div_ceil(8)];
        (0..self.widths.len()).for_each(|glyph| bits[glyph / 8] |= 0x80 >> (glyph % 8));
        bits
    }

    /// What printpdf can't know without parsing the font.
    fn describe(&self, descriptor: &mut Dictionary) {
        descriptor.set("CapHeight", self.per_mille(self.face.cap_height as f32));
        descriptor.set("XHeight", self.per_mille(self.face.x_height as f32));
        // Symbolic, because the subset has no standard encoding; 64 for italics (ISO 32000-1, table 123).
        let italic = self.face.italic_angle != 0.0;
        descriptor.set("Flags", 4 | if italic { 64 } else { 0 });
        descriptor.set("ItalicAngle", Object::Real(self.face.italic_angle));
        descriptor.set("StemV", 50 + i64::from(self.face.weight) / 8);
    }

    /// The font's dictionary.
    fn dictionary(&self, pdf: &Document) -> Option<ObjectId> {
        let name = self.name();
        let is_font = |object: &Object| {
            let Ok(font) = object.as_dict() else { return false };
            let is = |key: &[u8], value: &[u8]| {
                font.get(key).and_then(Object::as_name).is_ok_and(|name| name == value)
            };
            is(b"Subtype", b"Type0") && is(b"BaseFont", name.as_bytes())
        };
        pdf.objects.iter().find(|(_, object)| is_font(object)).map(|(id, _)| *id)
    }

    /// The CMap from glyphs to text.
    fn to_unicode(&self) -> String {
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        let known: Vec<(usize, String)> =
            (1..self.texts.len()).map(|number| (number, self.text(number))).collect();
        for hundred in known.chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", hundred.len());
            for (number, text) in hundred {
                let _ = write!(map, "<{number:04X}> <");
                text.encode_utf16().for_each(|unit| {
                    let _ = write!(map, "{unit:04X}");
                });
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        map
    }
}
