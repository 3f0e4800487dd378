//! What a book says of the people who helped with a piece.

use super::Tables;
use crate::edition::language::Language;
use crate::edition::people::help::Help;

/// The words of one language; `{names}` stands for the people.
#[derive(Clone, Copy, Debug)]
pub struct PeopleWords {
    translated: &'static str,
    interviewed: &'static str,
    edited: &'static str,
}

impl PeopleWords {
    /// The words of `language`; English where they are not known.
    pub fn of(language: Language) -> &'static PeopleWords {
        TABLES.of(language)
    }

    /// The line that says who gave a help: “Translated by A and B”.
    pub fn line(&self, help: Help, names: &str) -> String {
        let words = match help {
            Help::Translation => self.translated,
            Help::Interview => self.interviewed,
            Help::Editing => self.edited,
        };
        words.replace("{names}", names)
    }
}

static TABLES: Tables<PeopleWords> = Tables {
    english: &PeopleWords {
        translated: "Translated by {names}",
        interviewed: "Interview by {names}",
        edited: "Edited by {names}",
    },
    french: &PeopleWords {
        translated: "Traduit par {names}",
        interviewed: "Propos recueillis par {names}",
        edited: "Texte établi par {names}",
    },
    german: &PeopleWords {
        translated: "Übersetzt von {names}",
        interviewed: "Interview: {names}",
        edited: "Bearbeitet von {names}",
    },
    spanish: &PeopleWords {
        translated: "Traducción de {names}",
        interviewed: "Entrevista de {names}",
        edited: "Edición de {names}",
    },
    russian: &PeopleWords {
        translated: "Перевод: {names}",
        interviewed: "Интервью: {names}",
        edited: "Редакция: {names}",
    },
    urdu: &PeopleWords {
        translated: "ترجمہ: {names}",
        interviewed: "انٹرویو: {names}",
        edited: "ادارت: {names}",
    },
    arabic: &PeopleWords {
        translated: "ترجمة: {names}",
        interviewed: "حوار: {names}",
        edited: "تحرير: {names}",
    },
    persian: &PeopleWords {
        translated: "ترجمه: {names}",
        interviewed: "گفت‌وگو: {names}",
        edited: "ویرایش: {names}",
    },
    hebrew: &PeopleWords {
        translated: "תרגום: {names}",
        interviewed: "ריאיון: {names}",
        edited: "עריכה: {names}",
    },
    hindi: &PeopleWords {
        translated: "अनुवाद: {names}",
        interviewed: "साक्षात्कार: {names}",
        edited: "संपादन: {names}",
    },
    japanese: &PeopleWords {
        translated: "翻訳：{names}",
        interviewed: "聞き手：{names}",
        edited: "編集：{names}",
    },
    chinese: &PeopleWords {
        translated: "翻译：{names}",
        interviewed: "采访：{names}",
        edited: "编辑：{names}",
    },
};
