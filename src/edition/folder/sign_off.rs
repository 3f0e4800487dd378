//! The key `signed` of a piece: out of its front matter, and into it again.

use super::front_matter::{Entry, Value};
use super::keys;
use crate::edition::date::Date;
use crate::edition::sign_off::{Fingerprint, SignOff};
use crate::notice::{Notices, Place};
use std::path::Path;

const KEYS: [&str; 3] = ["by", "date", "text"];

/// Reads the key; what is missing or can't be read in it is named, and what can be is kept. `None`, with a notice, where
/// nobody is named.
pub(super) fn read(entry: &Entry, file: &Path, notices: &mut Notices) -> Option<SignOff> {
    let place = || Place::line(file, entry.line);
    let value = &entry.value;
    tell_of_unknown_keys(value, &place(), notices);
    let text = |key: &str| value.get(key).and_then(Value::text);
    let Some(by) = text("by").or_else(|| value.text()).filter(|_| value.flag().is_none()) else {
        let hint =
            "write signed: { by: \"Name\", date: 2026-03-01, text: \"1f9a03bc\" }, or take the line out";
        notices.fault(place(), "“signed” does not say by whom; it counts as not signed", hint);
        return None;
    };
    let date = text("date").and_then(|said| {
        let date = Date::parse(&said);
        if date.is_none() {
            let what = format!("“{said}” is no date of a sign-off; it is left out");
            notices.fault(place(), what, "write it like 2026-03-01");
        }
        date
    });
    let said = text("text");
    let print = said.as_deref().and_then(Fingerprint::parse);
    if print.is_none() {
        let what = match said {
            Some(said) => format!("“{said}” is no fingerprint of a text"),
            None => format!("{by} has signed, but it is not said which text"),
        };
        let hint = "copy the eight letters and figures from the signed sheet, between quotation marks: text: \"1f9a03bc\"";
        notices.doubt(place(), what, hint);
    }
    Some(SignOff { by, date, text: print })
}

fn tell_of_unknown_keys(value: &Value, place: &Place, notices: &mut Notices) {
    let Value::Map(entries) = value else { return };
    for (key, _) in entries.iter().filter(|(key, _)| !is_known(key)) {
        let hint = match keys::nearest(&key.to_lowercase(), &KEYS) {
            Some(near) => format!("did you mean “{near}”?"),
            None => "a sign-off has “by”, “date” and “text”".to_string(),
        };
        notices.doubt(place.clone(), format!("“{key}” means nothing in “signed”"), hint);
    }
}

fn is_known(key: &str) -> bool {
    KEYS.iter().any(|known| known.eq_ignore_ascii_case(key))
}

/// The value that says a sign-off.
pub(super) fn value(signed: &SignOff) -> Value {
    let mut map = vec![("by".to_string(), Value::Text(signed.by.clone()))];
    map.extend(signed.date.map(|date| ("date".to_string(), Value::Text(date.to_string()))));
    map.extend(signed.text.map(|text| ("text".to_string(), Value::Text(text.to_string()))));
    Value::Map(map)
}

/// The new value of the key with what only the old one says: keys that mean nothing to us may mean something to others.
pub(super) fn with_unknown_keys(new: &Value, old: &Value) -> Value {
    let (Value::Map(new), Value::Map(old)) = (new, old) else { return new.clone() };
    let unknown = old.iter().filter(|(key, _)| !is_known(key));
    Value::Map(new.iter().chain(unknown).cloned().collect())
}
