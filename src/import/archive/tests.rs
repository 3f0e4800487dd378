//! Archives that are whole, damaged, crowded, or made to exhaust the reader.

use super::*;
use crate::import::drafts::zipped;

fn open(bytes: &[u8]) -> Result<Archive<'_>> {
    Archive::open(bytes, Path::new("a.docx"), "a Word file")
}

#[test]
fn a_bomb_is_refused_and_names_are_found_in_any_case() {
    let zeros = vec![0_u8; limits::ARCHIVE_PART as usize + 1];
    let bytes = zipped(&[("Word/Bomb.xml", zeros.as_slice()), ("small", b"ok".as_slice())]);
    let mut archive = open(&bytes).unwrap();
    assert_eq!(archive.part("word/bomb.xml"), Err(Missing::Large));
    assert_eq!(archive.part("/small"), Ok(b"ok".to_vec()));
    assert_eq!(archive.part("other"), Err(Missing::Absent));
    assert!(archive.left < limits::ARCHIVE - limits::ARCHIVE_PART);
}

#[test]
fn too_many_parts_are_refused() {
    let names: Vec<String> = (0..=limits::ARCHIVE_ENTRIES).map(|n| n.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert!(open(&zipped(&parts)).is_err_and(|error| error.what.contains("more than 4096 parts")));
}

#[test]
fn damaged_parts_give_what_can_be_read() {
    let mut bytes = zipped(&[("a", "some words that are stored".repeat(9))]);
    let at = bytes.len() / 3;
    bytes[at] ^= 0x55;
    assert!(!matches!(open(&bytes).unwrap().part("a"), Err(Missing::Absent | Missing::Large)));
}

#[test]
fn targets_stay_inside_the_archive() {
    assert_eq!(resolve("word", "media/a%20b.png").as_deref(), Some("word/media/a b.png"));
    assert_eq!(resolve("word", "/word/styles.xml").as_deref(), Some("word/styles.xml"));
    assert_eq!(resolve("OEBPS/text", "../images/a.png#x").as_deref(), Some("OEBPS/images/a.png"));
    assert_eq!(resolve("word", "../../etc/passwd"), None);
}

#[test]
fn other_files_are_named_as_what_they_are() {
    let what = |bytes: &[u8]| open(bytes).err().map(|error| error.what).unwrap_or_default();
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    assert!(what(&old).contains("old Office file"));
    old.extend("EncryptedPackage".bytes().flat_map(|letter| [letter, 0]));
    assert!(what(&old).contains("password"));
    assert!(what(b"{\\rtf1 a}").contains("a rich text"));
    assert!(what(b"<!DOCTYPE html><p>").contains("a web page"));
    assert!(what("Grüße".as_bytes()).contains("plain text"));
    assert!(what(b"").contains("empty"));
    assert!(what(b"PK\x03\x04 cut off").contains("damaged"));
}
