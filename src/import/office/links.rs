//! Addresses as files have them; out come those that a book may link to.

use std::sync::Arc;

/// The address in the instruction of a HYPERLINK.
pub(in super::super) fn target(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start();
    let rest = rest
        .get(..9)
        .filter(|name| name.eq_ignore_ascii_case("HYPERLINK"))
        .map(|_| rest[9..].trim_start())?;
    let (address, behind) = match rest.strip_prefix(['"', '“']) {
        Some(quoted) => quoted.split_once(['"', '”'])?,
        None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
    };
    if address.starts_with('\\') {
        // Only a place in the document.
        return None;
    }
    let place =
        behind.split_once("\\l").and_then(|(_, place)| place.trim().trim_matches('"').split('"').next());
    match place.filter(|place| !place.is_empty() && !address.contains('#')) {
        Some(place) => Some(format!("{address}#{place}")),
        None => Some(address.to_string()),
    }
}

/// An address that a book may link to.
pub(in super::super) fn link(address: &str) -> Option<Arc<str>> {
    let address = address.trim();
    let is_one = ["http://", "https://", "mailto:"]
        .iter()
        .any(|start| address.get(..start.len()).is_some_and(|first| first.eq_ignore_ascii_case(start)));
    let is_clean = !address.chars().any(|letter| letter.is_control());
    (is_one && is_clean && address.len() <= 4_096).then(|| address.replace(' ', "%20").into())
}
