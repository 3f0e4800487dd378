//! The container: made by `epub-builder`, corrected, and zipped anew with fixed stamps.
//!
//! `epub-builder` 0.8.3 gives language and author one id, makes ids that collide, can't write roles, ISBNs, page
//! lists, landmarks or a package language, and stamps files with the time. So it lays out the container in memory,
//! and package document, navigation and archive are put right here, behind one type that could be made otherwise.

use super::document::Document;
use crate::edition::language::Language;
use epub_builder::{EpubBuilder, EpubContent, EpubVersion, ZipLibrary};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A file of the e-book that is no document.
pub(super) struct Resource {
    name: String,
    media_type: &'static str,
    bytes: Vec<u8>,
    is_cover: bool,
}

impl Resource {
    /// A file.
    pub(super) fn new(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Resource {
        Resource { name: name.into(), media_type, bytes, is_cover: false }
    }

    /// The picture of the cover.
    pub(super) fn cover(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Resource {
        Resource { is_cover: true, ..Resource::new(name, media_type, bytes) }
    }
}

/// Everything an e-book consists of.
pub(super) struct EpubPackage {
    pub(super) language: Language,
    pub(super) metadata: String,
    pub(super) navigation: String,
    pub(super) ncx: String,
    /// The document behind which the contents stand in the reading order; `None` keeps them out of it.
    pub(super) nav_after: Option<String>,
    pub(super) documents: Vec<Document>,
    pub(super) resources: Vec<Resource>,
}

impl EpubPackage {
    /// The bytes of the file, the same for the same parts.
    pub(super) fn build(self) -> Result<Vec<u8>, String> {
        let raw = self.container().map_err(|error| error.to_string())?;
        let mut files = unzip(&raw).map_err(|error| error.to_string())?;
        for (name, bytes) in &mut files {
            match name.as_str() {
                "OEBPS/content.opf" => *bytes = self.corrected(&String::from_utf8_lossy(bytes))?.into_bytes(),
                "OEBPS/nav.xhtml" => *bytes = self.navigation.clone().into_bytes(),
                "OEBPS/toc.ncx" => *bytes = self.ncx.clone().into_bytes(),
                _ => {}
            }
        }
        // An empty sheet that the builder adds for a style we name ourselves.
        files.retain(|(name, _)| {
            name != "OEBPS/stylesheet.css" && !name.ends_with("com.apple.ibooks.display-options.xml")
        });
        zip(files).map_err(|error| error.to_string())
    }

    fn container(&self) -> epub_builder::Result<Vec<u8>> {
        let mut builder = EpubBuilder::new(ZipLibrary::new()?)?;
        builder.epub_version(EpubVersion::V33);
        for resource in &self.resources {
            let bytes = Cursor::new(&resource.bytes);
            if resource.is_cover {
                builder.add_cover_image(&resource.name, bytes, resource.media_type)?;
            } else {
                builder.add_resource(&resource.name, bytes, resource.media_type)?;
            }
        }
        for document in &self.documents {
            builder.add_content(EpubContent::new(&document.name, Cursor::new(document.xhtml())))?;
        }
        let mut raw = Vec::new();
        builder.generate(&mut raw)?;
        Ok(raw)
    }

    /// The package document with our metadata, its language and direction, and the contents in the reading order.
    fn corrected(&self, package: &str) -> Result<String, String> {
        let missing = || "the package document has an unexpected form".to_string();
        let (_, rest) = package.split_once("</metadata>").ok_or_else(missing)?;
        let (manifest, _) = rest.split_once("<guide>").ok_or_else(missing)?;
        let mut manifest: String = manifest.lines().filter(|line| !line.contains("\"stylesheet.css\"")).fold(
            String::new(),
            |text, line| {
                if line.trim().is_empty() { text } else { text + line.trim_end() + "\n" }
            },
        );
        if let Some(before) = &self.nav_after {
            let id = item_id(&manifest, before).ok_or_else(missing)?;
            let reference = format!("<itemref idref=\"{id}\"/>");
            manifest =
                manifest.replacen(&reference, &format!("{reference}\n    <itemref idref=\"nav\"/>"), 1);
        }
        let direction = if self.language.is_right_to_left() { "rtl" } else { "ltr" };
        manifest = manifest.replace(
            "page-progression-direction=\"ltr\"",
            &format!("page-progression-direction=\"{direction}\""),
        );
        Ok(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
             unique-identifier=\"book-id\" xml:lang=\"{}\" dir=\"{direction}\">\n  \
             <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{}  </metadata>\n{}</package>\n",
            self.language, self.metadata, manifest
        ))
    }
}

/// The id of the manifest item with this file.
fn item_id<'m>(manifest: &'m str, file: &str) -> Option<&'m str> {
    let line = manifest.lines().find(|line| line.contains(&format!("href=\"{file}\"")))?;
    line.split("id=\"").nth(1)?.split('"').next()
}

fn unzip(raw: &[u8]) -> zip::result::ZipResult<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(raw))?;
    let mut files = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let mut bytes = Vec::with_capacity(file.size() as usize);
        file.read_to_end(&mut bytes)?;
        files.push((file.name().to_string(), bytes));
    }
    Ok(files)
}

/// Zips with fixed stamps and order: the media type first and stored, as the standard asks (OCF 4.3).
fn zip(mut files: Vec<(String, Vec<u8>)>) -> zip::result::ZipResult<Vec<u8>> {
    let rank = |name: &str| match name {
        "mimetype" => 0,
        "META-INF/container.xml" => 1,
        "OEBPS/content.opf" => 2,
        "OEBPS/nav.xhtml" => 3,
        _ => 4,
    };
    files.sort_by(|(a, _), (b, _)| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let stored = name == "mimetype" || name.ends_with(".png") || name.ends_with(".jpg");
        let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        writer.start_file(name, options)?;
        writer.write_all(&bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
