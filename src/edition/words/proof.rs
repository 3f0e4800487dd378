//! The words of proofs and of the sheet that an author signs, in the language of the edition.

mod eastern;

use super::Tables;
use crate::edition::language::Language;

/// The words of one language. In some of them stand numbers: `{page}`, `{line}`, `{sheet}`, `{sheets}`, `{percent}`.
#[derive(Clone, Copy, Debug)]
pub struct ProofWords {
    /// What it is.
    pub proof: &'static str,
    /// Which sheet of how many: `{sheet}`, `{sheets}`.
    pub sheet: &'static str,
    /// How lines are counted, with an example: `{page}`, `{line}`.
    pub lines: &'static str,
    /// That the page is drawn smaller than it will be: `{percent}`.
    pub reduced: &'static str,
    /// Title of the sheet that is signed.
    pub sign_off: &'static str,
    /// Label of the title of the piece.
    pub title: &'static str,
    /// Label of its authors.
    pub author: &'static str,
    /// Label of its pages.
    pub pages: &'static str,
    /// Label of the number of its words.
    pub words: &'static str,
    /// Label of the date of the proof.
    pub date_of_proof: &'static str,
    /// Label of the fingerprint of the text: which state of it is meant.
    pub fingerprint: &'static str,
    /// Label of the author note.
    pub author_note: &'static str,
    /// Label of the contacts that are printed.
    pub contacts: &'static str,
    /// Label of the credit.
    pub credit: &'static str,
    /// What is printed of something: nothing.
    pub nothing: &'static str,
    /// Agreement.
    pub as_it_stands: &'static str,
    /// Agreement with corrections.
    pub with_corrections: &'static str,
    /// No agreement yet.
    pub another_proof: &'static str,
    /// Under the line for the name.
    pub name: &'static str,
    /// Under the line for the date.
    pub date: &'static str,
    /// Under the line for the signature.
    pub signature: &'static str,
    /// Before the address of the publisher.
    pub return_to: &'static str,
}

impl ProofWords {
    /// The words of `language`; English where they are not known.
    pub fn of(language: Language) -> &'static ProofWords {
        TABLES.of(language)
    }
}

/// The words of each language that has them.
static TABLES: Tables<ProofWords> = Tables {
    english: &ENGLISH,
    french: &FRENCH,
    german: &GERMAN,
    spanish: &SPANISH,
    russian: &RUSSIAN,
    urdu: &eastern::URDU,
    arabic: &eastern::ARABIC,
    persian: &eastern::PERSIAN,
    hebrew: &eastern::HEBREW,
    hindi: &eastern::HINDI,
    japanese: &eastern::JAPANESE,
    chinese: &eastern::CHINESE,
};

static ENGLISH: ProofWords = ProofWords {
    proof: "Proof",
    sheet: "sheet {sheet} of {sheets}",
    lines: "Lines are counted from the top of each page: please write “page {page}, line {line}”.",
    reduced: "reduced to {percent} %",
    sign_off: "Sign-off",
    title: "Title",
    author: "Author",
    pages: "Pages",
    words: "Words",
    date_of_proof: "Date of proof",
    fingerprint: "State of the text",
    author_note: "Author note",
    contacts: "Contacts printed",
    credit: "Credit",
    nothing: "none",
    as_it_stands: "I agree that the piece is printed as it stands.",
    with_corrections: "I agree that the piece is printed with the corrections marked.",
    another_proof: "Please send me a new proof.",
    name: "Name",
    date: "Date",
    signature: "Signature",
    return_to: "Please return to",
};

static FRENCH: ProofWords = ProofWords {
    proof: "Épreuve",
    sheet: "feuillet {sheet} sur {sheets}",
    lines: "Les lignes sont comptées depuis le haut de chaque page ; écrivez : « page {page}, ligne {line} ».",
    reduced: "réduit à {percent} %",
    sign_off: "Bon à tirer",
    title: "Titre",
    author: "Auteur",
    pages: "Pages",
    words: "Mots",
    date_of_proof: "Date de l’épreuve",
    fingerprint: "État du texte",
    author_note: "Notice sur l’auteur",
    contacts: "Coordonnées imprimées",
    credit: "Première publication",
    nothing: "aucun",
    as_it_stands: "Bon à tirer : j’accepte que le texte soit imprimé tel quel.",
    with_corrections: "J’accepte que le texte soit imprimé avec les corrections indiquées.",
    another_proof: "Merci de m’envoyer une nouvelle épreuve.",
    name: "Nom",
    date: "Date",
    signature: "Signature",
    return_to: "À retourner à",
};

static GERMAN: ProofWords = ProofWords {
    proof: "Korrekturabzug",
    sheet: "Blatt {sheet} von {sheets}",
    lines: "Die Zeilen sind auf jeder Seite von oben gezählt; bitte schreiben Sie „Seite {page}, Zeile {line}“.",
    reduced: "auf {percent} % verkleinert",
    sign_off: "Druckfreigabe",
    title: "Titel",
    author: "Autor",
    pages: "Seiten",
    words: "Wörter",
    date_of_proof: "Datum des Abzugs",
    fingerprint: "Textstand",
    author_note: "Zur Person",
    contacts: "Gedruckte Kontakte",
    credit: "Nachweis",
    nothing: "keine",
    as_it_stands: "Ich bin einverstanden, dass der Text so gedruckt wird.",
    with_corrections: "Ich bin einverstanden, dass der Text mit den angezeichneten Korrekturen gedruckt wird.",
    another_proof: "Bitte senden Sie mir einen neuen Abzug.",
    name: "Name",
    date: "Datum",
    signature: "Unterschrift",
    return_to: "Bitte zurück an",
};

static SPANISH: ProofWords = ProofWords {
    proof: "Prueba",
    sheet: "hoja {sheet} de {sheets}",
    lines: "Las líneas se cuentan desde lo alto de cada página; escriba, por favor: «página {page}, línea {line}».",
    reduced: "reducido al {percent} %",
    sign_off: "Visto bueno",
    title: "Título",
    author: "Autor",
    pages: "Páginas",
    words: "Palabras",
    date_of_proof: "Fecha de la prueba",
    fingerprint: "Versión del texto",
    author_note: "Nota sobre el autor",
    contacts: "Contactos impresos",
    credit: "Procedencia",
    nothing: "ninguno",
    as_it_stands: "Estoy de acuerdo en que el texto se imprima tal como está.",
    with_corrections: "Estoy de acuerdo en que el texto se imprima con las correcciones señaladas.",
    another_proof: "Envíenme, por favor, una nueva prueba.",
    name: "Nombre",
    date: "Fecha",
    signature: "Firma",
    return_to: "Devuélvase a",
};

static RUSSIAN: ProofWords = ProofWords {
    proof: "Корректура",
    sheet: "лист {sheet} из {sheets}",
    lines: "Строки считаются от верха каждой страницы; пишите, пожалуйста: «стр. {page}, строка {line}».",
    reduced: "уменьшено до {percent} %",
    sign_off: "Согласование в печать",
    title: "Заглавие",
    author: "Автор",
    pages: "Страницы",
    words: "Слов",
    date_of_proof: "Дата корректуры",
    fingerprint: "Версия текста",
    author_note: "Об авторе",
    contacts: "Печатаемые контакты",
    credit: "Источник",
    nothing: "нет",
    as_it_stands: "Согласен (согласна) на печать текста в этом виде.",
    with_corrections: "Согласен (согласна) на печать текста с отмеченными исправлениями.",
    another_proof: "Прошу прислать новую корректуру.",
    name: "Имя",
    date: "Дата",
    signature: "Подпись",
    return_to: "Просим вернуть по адресу",
};
