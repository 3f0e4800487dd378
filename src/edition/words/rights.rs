//! The words of credits and permissions by language.
//!
//! Sentences are kept whole, with `{…}` for what is filled in: no language is glued together from parts in the order of
//! another. Where a sentence would have to agree with a name in gender or case, it is a label instead.

use super::{Language, Tables};

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct RightsWords {
    /// Before the numbers of several pages.
    pub pages: &'static str,
    /// Title of the page of sources and permissions.
    pub sources: &'static str,
    /// Behind the outlet: under which title, `{title}` in quotation marks, a piece appeared there.
    pub as_title: &'static str,
    /// Between the parts of a credit.
    pub comma: &'static str,
    /// At the end of a sentence.
    pub stop: &'static str,
    /// Who has given leave: `{holder}`.
    pub by_permission: &'static str,
    /// Nobody holds a right.
    pub public_domain: &'static str,
    /// A `{title}` in quotation marks by an `{author}` and its `{licence}`.
    pub licensed: &'static str,
    /// A `{title}` without a named author and its `{licence}`.
    pub licensed_title: &'static str,
    /// Where a text under a licence comes from: `{source}`.
    pub source: &'static str,
    /// What was changed in it: `{changes}`.
    pub changes: &'static str,
    /// Nothing was changed in it.
    pub unchanged: &'static str,
}

impl RightsWords {
    /// The words of `language`; English where they are not known.
    pub fn of(language: Language) -> &'static RightsWords {
        TABLES.of(language)
    }
}

/// The words of each language that has them.
static TABLES: Tables<RightsWords> = Tables {
    english: &ENGLISH,
    french: &FRENCH,
    german: &GERMAN,
    spanish: &SPANISH,
    russian: &RUSSIAN,
    urdu: &URDU,
    arabic: &ARABIC,
    persian: &PERSIAN,
    hebrew: &HEBREW,
    hindi: &HINDI,
    japanese: &JAPANESE,
    chinese: &CHINESE,
};

static ENGLISH: RightsWords = RightsWords {
    pages: "pages",
    sources: "Sources and permissions",
    as_title: " as {title}",
    comma: ", ",
    stop: ".",
    by_permission: "By permission of {holder}.",
    public_domain: "Public domain.",
    licensed: "{title} by {author} is licensed under {licence}.",
    licensed_title: "{title} is licensed under {licence}.",
    source: "Source: {source}.",
    changes: "Changes: {changes}.",
    unchanged: "Unchanged.",
};

static FRENCH: RightsWords = RightsWords {
    pages: "pages",
    sources: "Sources et autorisations",
    as_title: " sous le titre {title}",
    comma: ", ",
    stop: ".",
    by_permission: "Avec l’autorisation de {holder}.",
    public_domain: "Domaine public.",
    licensed: "{title} de {author} est mis à disposition sous licence {licence}.",
    licensed_title: "{title} est mis à disposition sous licence {licence}.",
    source: "Source\u{a0}: {source}.",
    changes: "Modifications\u{a0}: {changes}.",
    unchanged: "Sans modification.",
};

static GERMAN: RightsWords = RightsWords {
    pages: "Seiten",
    sources: "Quellen und Genehmigungen",
    as_title: " unter dem Titel {title}",
    comma: ", ",
    stop: ".",
    by_permission: "Mit freundlicher Genehmigung von {holder}.",
    public_domain: "Gemeinfrei.",
    licensed: "{title} von {author} steht unter der Lizenz {licence}.",
    licensed_title: "{title} steht unter der Lizenz {licence}.",
    source: "Quelle: {source}.",
    changes: "Änderungen: {changes}.",
    unchanged: "Unverändert.",
};

static SPANISH: RightsWords = RightsWords {
    pages: "páginas",
    sources: "Procedencia de los textos y permisos",
    as_title: " con el título {title}",
    comma: ", ",
    stop: ".",
    by_permission: "Con permiso de {holder}.",
    public_domain: "Dominio público.",
    licensed: "{title}, de {author}, se publica bajo la licencia {licence}.",
    licensed_title: "{title} se publica bajo la licencia {licence}.",
    source: "Fuente: {source}.",
    changes: "Cambios: {changes}.",
    unchanged: "Sin cambios.",
};

static RUSSIAN: RightsWords = RightsWords {
    pages: "страницы",
    sources: "Источники и разрешения",
    as_title: ", под заголовком {title}",
    comma: ", ",
    stop: ".",
    by_permission: "Печатается с разрешения правообладателя: {holder}.",
    public_domain: "Общественное достояние.",
    licensed: "{author}. {title}. Лицензия: {licence}.",
    licensed_title: "{title}. Лицензия: {licence}.",
    source: "Источник: {source}.",
    changes: "Изменения: {changes}.",
    unchanged: "Без изменений.",
};

static URDU: RightsWords = RightsWords {
    pages: "صفحات",
    sources: "مآخذ اور اجازت نامے",
    as_title: "، بعنوان {title}",
    comma: "، ",
    stop: "۔",
    by_permission: "بہ اجازت: {holder}۔",
    public_domain: "حقوقِ اشاعت سے آزاد۔",
    licensed: "{title} از {author}۔ لائسنس: {licence}۔",
    licensed_title: "{title}۔ لائسنس: {licence}۔",
    source: "ماخذ: {source}۔",
    changes: "تبدیلیاں: {changes}۔",
    unchanged: "بغیر تبدیلی۔",
};

static ARABIC: RightsWords = RightsWords {
    pages: "الصفحات",
    sources: "المصادر والأذون",
    as_title: "، بعنوان {title}",
    comma: "، ",
    stop: ".",
    by_permission: "بإذن من {holder}.",
    public_domain: "ملكية عامة.",
    licensed: "{title} بقلم {author}. الترخيص: {licence}.",
    licensed_title: "{title}. الترخيص: {licence}.",
    source: "المصدر: {source}.",
    changes: "التعديلات: {changes}.",
    unchanged: "بلا تعديل.",
};

static PERSIAN: RightsWords = RightsWords {
    pages: "صفحه‌های",
    sources: "منابع و مجوزها",
    as_title: "، با عنوان {title}",
    comma: "، ",
    stop: ".",
    by_permission: "با اجازهٔ {holder}.",
    public_domain: "مالکیت عمومی.",
    licensed: "{title} نوشتهٔ {author}. مجوز: {licence}.",
    licensed_title: "{title}. مجوز: {licence}.",
    source: "منبع: {source}.",
    changes: "تغییرات: {changes}.",
    unchanged: "بدون تغییر.",
};

static HEBREW: RightsWords = RightsWords {
    pages: "עמודים",
    sources: "מקורות ורשויות",
    as_title: ", בכותרת {title}",
    comma: ", ",
    stop: ".",
    by_permission: "ברשות {holder}.",
    public_domain: "נחלת הכלל.",
    licensed: "{title} מאת {author}. רישיון: {licence}.",
    licensed_title: "{title}. רישיון: {licence}.",
    source: "מקור: {source}.",
    changes: "שינויים: {changes}.",
    unchanged: "ללא שינויים.",
};

static HINDI: RightsWords = RightsWords {
    pages: "पृष्ठ",
    sources: "स्रोत और अनुमतियाँ",
    as_title: ", शीर्षक: {title}",
    comma: ", ",
    stop: "।",
    by_permission: "{holder} की अनुमति से।",
    public_domain: "सार्वजनिक अधिकार क्षेत्र में।",
    licensed: "{title}, लेखक: {author}। लाइसेंस: {licence}।",
    licensed_title: "{title}। लाइसेंस: {licence}।",
    source: "स्रोत: {source}।",
    changes: "परिवर्तन: {changes}।",
    unchanged: "बिना परिवर्तन।",
};

static JAPANESE: RightsWords = RightsWords {
    pages: "ページ",
    sources: "出典および転載許諾",
    as_title: "{title}",
    comma: "、",
    stop: "。",
    by_permission: "{holder}の許諾を得て掲載。",
    public_domain: "パブリックドメイン。",
    licensed: "{author}{title}。ライセンス：{licence}。",
    licensed_title: "{title}。ライセンス：{licence}。",
    source: "出典：{source}。",
    changes: "変更点：{changes}。",
    unchanged: "変更なし。",
};

static CHINESE: RightsWords = RightsWords {
    pages: "页",
    sources: "来源与授权",
    as_title: "，原题{title}",
    comma: "，",
    stop: "。",
    by_permission: "经{holder}授权刊载。",
    public_domain: "公有领域作品。",
    licensed: "{author}：{title}。许可协议：{licence}。",
    licensed_title: "{title}。许可协议：{licence}。",
    source: "来源：{source}。",
    changes: "改动：{changes}。",
    unchanged: "未作改动。",
};
