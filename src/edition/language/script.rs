//! The script a language is written in: it decides direction, typeface and the height of lines.

use super::Language;
use unicode_script::{Script, UnicodeScript};

/// Subtags that name a style of a script and not a script of Unicode: Nastaliq.
const NASTALIQ: &str = "Aran";

impl Language {
    /// The script its texts are written in: the one its tag names, else the usual one; Latin where nothing is known.
    pub fn script(&self) -> Script {
        if let Some(named) = self.script_tag() {
            return match named {
                NASTALIQ => Script::Arabic,
                "Jpan" | "Hans" | "Hant" | "Hani" => Script::Han,
                "Kore" => Script::Hangul,
                other => Script::from_short_name(other).unwrap_or(Script::Latin),
            };
        }
        match self.primary() {
            "ar" | "ur" | "fa" | "ps" | "sd" | "ug" | "ks" | "ckb" | "skr" | "azb" | "bal" => Script::Arabic,
            "he" | "yi" => Script::Hebrew,
            "dv" => Script::Thaana,
            "syr" | "arc" => Script::Syriac,
            "nqo" => Script::Nko,
            "hi" | "mr" | "ne" | "sa" | "bho" | "mai" => Script::Devanagari,
            "bn" | "as" => Script::Bengali,
            "pa" => Script::Gurmukhi,
            "gu" => Script::Gujarati,
            "or" => Script::Oriya,
            "ta" => Script::Tamil,
            "te" => Script::Telugu,
            "kn" => Script::Kannada,
            "ml" => Script::Malayalam,
            "si" => Script::Sinhala,
            "th" => Script::Thai,
            "lo" => Script::Lao,
            "km" => Script::Khmer,
            "my" => Script::Myanmar,
            "bo" | "dz" => Script::Tibetan,
            "zh" | "ja" | "yue" => Script::Han,
            "ko" => Script::Hangul,
            "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "kk" | "ky" | "tg" | "mn" => Script::Cyrillic,
            "el" => Script::Greek,
            "hy" => Script::Armenian,
            "ka" => Script::Georgian,
            "am" | "ti" => Script::Ethiopic,
            _ => Script::Latin,
        }
    }

    /// Whether its Arabic letters hang from a sloping line: Urdu, Kashmiri, Shahmukhi, and any tag that says `Aran`.
    pub fn is_nastaliq(&self) -> bool {
        match self.script_tag() {
            Some(NASTALIQ) => true,
            Some(script) => script == "Arab" && matches!(self.primary(), "ur" | "ks" | "pa"),
            None => matches!(self.primary(), "ur" | "ks"),
        }
    }

    /// Whether it is written from right to left, unless the tag names another script.
    pub fn is_right_to_left(&self) -> bool {
        is_right_to_left(self.script())
    }

    /// The language of a text of its own in the midst of text in this language: its direction follows its letters
    /// where none of them runs in this language's direction, and so does its typeface.
    pub fn of_words(self, words: &str) -> Language {
        let rtl = self.is_right_to_left();
        if !rtl && words.chars().all(|c| (c as u32) < 0x590) {
            return self;
        }
        let mut other = None;
        for letter in words.chars().filter(|c| c.is_alphabetic()) {
            if is_right_to_left(letter.script()) == rtl {
                return self;
            }
            other = other.or(Some(letter.script()));
        }
        other.map_or(self, |script| guess(script, words))
    }

    fn script_tag(&self) -> Option<&str> {
        self.tag().split('-').skip(1).find(|part| part.len() == 4)
    }
}

/// The script of words: that of their first letter; `None` where they have none.
pub fn script_of(words: &str) -> Option<Script> {
    let scripts = words.chars().filter(|letter| letter.is_alphabetic()).map(|letter| match letter.script() {
        // One language, three scripts: tags know them by the first.
        Script::Hiragana | Script::Katakana => Script::Han,
        script => script,
    });
    scripts.into_iter().find(|script| !matches!(script, Script::Common | Script::Inherited))
}

/// Whether a script runs from right to left.
pub fn is_right_to_left(script: Script) -> bool {
    use Script as S;
    matches!(
        script,
        S::Arabic | S::Hebrew | S::Syriac | S::Thaana | S::Nko | S::Adlam | S::Hanifi_Rohingya | S::Mandaic
    )
}

/// The language of words in a script, by the letters that few languages have; `und` where it can't be known.
fn guess(script: Script, words: &str) -> Language {
    let has = |letters: &[char]| words.contains(letters);
    Language::literal(match script {
        Script::Arabic if has(&['ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ', 'ھ']) => "ur",
        Script::Arabic if has(&['پ', 'چ', 'ژ', 'گ']) => "fa",
        Script::Arabic => "ar",
        Script::Hebrew => "he",
        _ => "und",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::parse(tag).expect("a tag")
    }

    #[test]
    fn the_script_is_the_usual_one_unless_the_tag_names_another() {
        assert_eq!(language("ur").script(), Script::Arabic);
        assert_eq!(language("sr-Latn").script(), Script::Latin);
        assert_eq!(language("zh-Hant-TW").script(), Script::Han);
        assert!(language("ur").is_nastaliq() && language("fa-Aran").is_nastaliq());
        assert!(language("pa-Arab").is_nastaliq() && !language("pa").is_right_to_left());
        assert!(!language("ar").is_nastaliq());
    }

    #[test]
    fn words_in_the_other_direction_have_a_language_of_their_own() {
        let english = language("en-GB");
        assert_eq!(english.of_words("Plain words").tag(), "en-GB");
        assert_eq!(english.of_words("گلی کے لوگ"), language("ur"));
        assert_eq!(english.of_words("«سلام» 12"), language("ar"));
        assert_eq!(english.of_words("the word سلام").tag(), "en-GB");
        assert_eq!(language("ur").of_words("David Marsh").tag(), "und");
        assert_eq!(language("ur").of_words("2024").tag(), "ur");
    }
}
