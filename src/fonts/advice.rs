//! What to install when no font here draws a script.

use unicode_script::{Script, UnicodeScript};

/// What is missing: a script as editors call it, and where its letters are to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// “Thai”; `None` for a sign that belongs to no script.
    pub script: Option<&'static str>,
    /// The Debian package and the file in it that would do.
    pub hint: String,
}

/// Advice for a character that no font has.
pub fn for_letter(letter: char) -> Advice {
    let script = letter.script();
    if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
        let hint = "put a font that has it into the edition's fonts folder, or set system_fonts = true under [design]";
        return Advice { script: None, hint: hint.into() };
    }
    let name = script.full_name();
    let (package, file) = match script {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo | Script::Hangul => {
            ("fonts-noto-cjk", "NotoSerifCJK-Regular.ttc".to_string())
        }
        Script::Thai
        | Script::Lao
        | Script::Khmer
        | Script::Myanmar
        | Script::Bengali
        | Script::Tamil
        | Script::Telugu
        | Script::Kannada
        | Script::Malayalam
        | Script::Gujarati
        | Script::Gurmukhi
        | Script::Sinhala
        | Script::Tibetan
        | Script::Armenian
        | Script::Georgian
        | Script::Ethiopic => ("fonts-noto-core", format!("NotoSerif{}-Regular.ttf", name.replace('_', ""))),
        _ => ("fonts-noto-core", format!("NotoSans{}-Regular.ttf", name.replace('_', ""))),
    };
    let hint = format!(
        "put {file} (Debian package {package}) into the edition's fonts folder, or install the package and set system_fonts = true under [design]"
    );
    Advice { script: Some(name), hint }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_the_package_and_the_file() {
        let thai = for_letter('ก');
        assert_eq!(thai.script, Some("Thai"));
        assert!(thai.hint.contains("fonts-noto-core") && thai.hint.contains("NotoSerifThai-Regular.ttf"));
        assert!(for_letter('日').hint.contains("fonts-noto-cjk"));
        assert_eq!(for_letter('→').script, None);
    }
}
