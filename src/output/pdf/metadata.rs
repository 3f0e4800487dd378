//! What the file says about itself: the information dictionary and its twin in XMP.

use super::conformance::Claims;
use super::finish::text;
use crate::edition::Edition;
use crate::edition::date::Date;
use crate::edition::production::standard::Standard;
use lopdf::{Dictionary, dictionary};

const PRODUCER: &str = concat!("Pamphleteer ", env!("CARGO_PKG_VERSION"));

/// Editors, or authors where there are no editors.
fn creators(edition: &Edition) -> Vec<String> {
    let ids = if edition.editors.is_empty() { edition.author_ids() } else { edition.editors.clone() };
    edition.names(&ids, edition.language)
}

/// The information dictionary. No wall clock: the date is the edition's.
pub(super) fn info(edition: &Edition, claims: &Claims) -> Dictionary {
    let mut info = dictionary! {
        "Title" => text(&edition.title),
        "Author" => text(&creators(edition).join("; ")),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
    };
    if let Some(subject) = edition.description.as_ref().or(edition.subtitle.as_ref()) {
        info.set("Subject", text(subject));
    }
    if !edition.subjects.is_empty() {
        info.set("Keywords", text(&edition.subjects.join(", ")));
    }
    if let Some(date) = edition.date {
        let stamp = stamp(date);
        info.set("CreationDate", text(&stamp));
        info.set("ModDate", text(&stamp));
    }
    if claims.press {
        // Overlapping colours are the printer's work.
        info.set("Trapped", "False");
    }
    info
}

/// A date as PDF writes it.
pub(super) fn stamp(date: Date) -> String {
    let (month, day) = month_and_day(date);
    format!("D:{:04}{month:02}{day:02}000000Z", date.year)
}

fn month_and_day(date: Date) -> (u8, u8) {
    (date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// The schema of PDF/UA's claim, which archives want described (ISO 19005-2, 6.6.2.3.3).
const ACCESSIBLE_SCHEMA: &str = "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>The part of ISO 14289 that the file meets</pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

/// What the file says that it meets.
fn claimed(claims: &Claims) -> String {
    let mut out = String::new();
    if let Some((part, level)) = claims.archive.and_then(Standard::archive) {
        out += &format!(
            "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\
             <pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance></rdf:Description>\n"
        );
    }
    if claims.accessible {
        out += "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
                <pdfuaid:part>1</pdfuaid:part></rdf:Description>\n";
        if claims.archive.is_some() {
            out += ACCESSIBLE_SCHEMA;
        }
    }
    if claims.press {
        out += "<rdf:Description rdf:about=\"\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\
                <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description>\n";
    }
    out
}

/// The same as XMP; `id` is a UUID that follows from the content.
pub(super) fn xmp(edition: &Edition, id: &str, claims: &Claims) -> String {
    let mut items = format!(
        "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n",
        xml(&edition.title)
    );
    let list = |values: &[String]| {
        values.iter().map(|value| format!("<rdf:li>{}</rdf:li>", xml(value))).collect::<String>()
    };
    items +=
        &format!("<dc:creator><rdf:Seq>{}</rdf:Seq></dc:creator>\n", list(&[creators(edition).join("; ")]));
    items +=
        &format!("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n", edition.language);
    if let Some(subject) = edition.description.as_ref().or(edition.subtitle.as_ref()) {
        items += &format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>\n",
            xml(subject)
        );
    }
    if !edition.publisher.name.is_empty() {
        items += &format!(
            "<dc:publisher><rdf:Bag>{}</rdf:Bag></dc:publisher>\n",
            list(std::slice::from_ref(&edition.publisher.name))
        );
    }
    let rights = edition.rights_lines().join("\n");
    if !rights.is_empty() {
        items += &format!(
            "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:rights>\n",
            xml(&rights)
        );
    }
    if !edition.subjects.is_empty() {
        items += &format!("<dc:subject><rdf:Bag>{}</rdf:Bag></dc:subject>\n", list(&edition.subjects));
        items += &format!("<pdf:Keywords>{}</pdf:Keywords>\n", xml(&edition.subjects.join(", ")));
    }
    if let Some(date) = edition.date {
        let (month, day) = month_and_day(date);
        let stamp = format!("{:04}-{month:02}-{day:02}T00:00:00Z", date.year);
        items +=
            &format!("<xmp:CreateDate>{stamp}</xmp:CreateDate>\n<xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n");
        if claims.press {
            items += &format!("<xmp:MetadataDate>{stamp}</xmp:MetadataDate>\n");
        }
    }
    if claims.press {
        items += "<pdf:Trapped>False</pdf:Trapped>\n\
                  <xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n";
    }
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n\
         {items}<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>\n<pdf:Producer>{PRODUCER}</pdf:Producer>\n\
         <xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>\n<xmpMM:InstanceID>uuid:{id}</xmpMM:InstanceID>\n\
         </rdf:Description>\n{}</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
        claimed(claims)
    )
}

/// Escaped for XML, characters that it forbids dropped.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
    out
}
