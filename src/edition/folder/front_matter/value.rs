//! Values of front matter, whatever it is written in.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value of front matter. Numbers and dates are texts: a title may be “1984”.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// True or false.
    Flag(bool),
    /// Words, a number, a date.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys and values in order.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The value as one text; `None` for nothing, lists and maps.
    pub fn text(&self) -> Option<String> {
        match self {
            Value::Text(text) => Some(text.trim().to_string()).filter(|text| !text.is_empty()),
            Value::Flag(flag) => Some(flag.to_string()),
            _ => None,
        }
    }

    /// The value as true or false; `yes`, `no`, `on` and `off` are understood.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Value::Flag(flag) => Some(*flag),
            Value::Text(word) => match word.to_lowercase().as_str() {
                "true" | "yes" | "on" => Some(true),
                "false" | "no" | "off" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value under a key of a map, in any case.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Map(entries) => {
                entries.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, v)| v)
            }
            _ => None,
        }
    }

    /// The values of a list; any other value is a list of one, nothing is an empty list.
    pub fn list(&self) -> &[Value] {
        match self {
            Value::Null => &[],
            Value::List(values) => values,
            value => std::slice::from_ref(value),
        }
    }

    /// A value of TOML.
    pub(in crate::edition::folder) fn of_toml(item: &toml_edit::Item) -> Value {
        if let Some(table) = item.as_table_like() {
            return Value::Map(table.iter().map(|(key, item)| (key.into(), Value::of_toml(item))).collect());
        }
        if let Some(array) = item.as_array() {
            let items = array.iter().map(|value| Value::of_toml(&toml_edit::Item::Value(value.clone())));
            return Value::List(items.collect());
        }
        match item.as_value() {
            Some(toml_edit::Value::String(text)) => Value::Text(text.value().clone()),
            Some(toml_edit::Value::Boolean(flag)) => Value::Flag(*flag.value()),
            Some(other) => Value::Text(other.to_string().trim().to_string()),
            None => Value::Null,
        }
    }

    /// The value in the flow style of YAML, on one line.
    pub fn to_yaml(&self) -> String {
        match self {
            Value::Null => "null".into(),
            Value::Flag(flag) => flag.to_string(),
            Value::Text(text) => quoted(text),
            Value::List(values) => {
                let values: Vec<String> = values.iter().map(Value::to_yaml).collect();
                format!("[{}]", values.join(", "))
            }
            Value::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| format!("{}: {}", quoted(key), value.to_yaml()))
                    .collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }
}

/// A text for YAML: bare where it can't be anything else (ids, dates), else between double quotes.
fn quoted(text: &str) -> String {
    let simple = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    let is_id = text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(simple);
    let is_date = crate::edition::date::Date::parse(text).is_some_and(|date| date.to_string() == text);
    let is_word = matches!(text, "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n");
    if (is_id || is_date) && !is_word {
        return text.into();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // What YAML takes for a line end or can't show; the longest code is eight digits.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}') => {
                quoted.push_str(&format!("\\U{:08X}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

/// Takes whatever comes.
struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or a map")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Value, Value>()? {
            map.push((key.text().unwrap_or_default(), value));
        }
        Ok(Value::Map(map))
    }
}
