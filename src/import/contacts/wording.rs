//! The words of which sentences about contacts are made, in the languages of our contributors.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The words of one language; all in small letters, without stops and apostrophes.
struct Language {
    /// Who is reached.
    persons: BTreeSet<&'static str>,
    /// What tells by itself that somebody can be reached.
    verbs: BTreeSet<&'static str>,
    /// What an address is called.
    labels: BTreeSet<&'static str>,
    /// What else such sentences are made of.
    others: BTreeSet<&'static str>,
}

impl Language {
    fn of([persons, verbs, labels, others]: [&'static str; 4]) -> Language {
        let set = |words: &'static str| words.split_whitespace().collect();
        Language { persons: set(persons), verbs: set(verbs), labels: set(labels), others: set(others) }
    }

    fn has(&self, word: &str) -> bool {
        [&self.persons, &self.verbs, &self.labels, &self.others].iter().any(|words| words.contains(word))
    }
}

static LANGUAGES: LazyLock<[Language; 7]> = LazyLock::new(|| {
    [
        [
            "he she they him her them his their theirs author writer columnist contributor essayist i me my who",
            "tweets tweet tweeted tweeting reached reach reachable contacted contact emailed follow followed blogs blogging touch",
            "e email emails mail twitter x handle account id phone telephone tel ph mobile mob cell whatsapp call website \
             site web homepage page blog mastodon bluesky facebook linkedin instagram social online",
            "the a this s can may could be is are am also and or either on at via by through as from under using to in \
             you please readers write find found available active here address number no profile username media \
             personal official private visit read post posts for comments get work feedback queries correspondence directly \
             https http com formerly",
        ],
        [
            "er sie ihn ihm ihr ihnen sein seine seinen ihre ihren autor autorin verfasser verfasserin ich mich",
            "twittert bloggt erreichbar erreichen erreicht kontaktieren kontakt folgen folge folgt",
            "e email mail emailadresse mailadresse twitter x telefon tel fon mobil handy website webseite homepage blog \
             internet account konto mastodon bluesky facebook",
            "der die das des dem den ist sind kann man können zu per unter via auf bei als und oder auch im in an um \
             schreiben adresse nummer mit twitteraccount",
        ],
        [
            "il elle ils elles lui le la son sa auteur auteure autrice je me moi qui",
            "tweete twitte blogue joignable joindre contacter contacté contactée contactez suivre suivez",
            "e email mail mél courriel courrier twitter x tél tel téléphone portable site blog compte page",
            "l d on peut être est sur par via au à de du et ou aussi sous vous pouvez écrire écrivez joint jointe \
             adresse web internet électronique numéro les pour",
        ],
        [
            "él ella ellos lo la le su sus autor autora yo mi que",
            "tuitea twittea bloguea contactar contactado contactada contacto contactarlo contactarla seguir síguelo \
             síguela localizable",
            "e email mail correo twitter x tel teléfono móvil web sitio blog página cuenta",
            "el los puede se es está en por vía a través de del y o también escribir escribirle electrónico dirección \
             número con al como usuario disponible",
        ],
        [
            "он она его её ее ему ей ним ней автор автора автору автором я",
            "связаться твитит написать пишите связь",
            "e mail email почта почте твиттер твиттере twitter x телефон телефону тел сайт сайте блог блоге телеграм",
            "с можно по в на и или адрес адресу электронная электронной также через ведёт ведет",
        ],
        [
            "وہ ان اُن اس اُس مصنف مصنفہ کالم نگار",
            "رابطہ رابطے ٹویٹ فالو",
            "ای میل ٹوئٹر ٹویٹر ایکس فون موبائل نمبر ویب سائٹ بلاگ ایمیل email twitter x",
            "سے پر کیا جا سکتا سکتی سکتے ہے ہیں کا کی کے اور یا ذریعے بذریعہ لیے کرتے کرتی کرتا کریں کو میں ایڈریس پتہ \
             پتے ہینڈل اکاؤنٹ درج ذیل یہ",
        ],
        [
            "الكاتب الكاتبة كاتب كاتبة له لها معه معها هو هي",
            "التواصل للتواصل تواصل يغرد تغرد متابعة متابعته متابعتها مراسلة",
            "البريد بريد الإلكتروني الالكتروني تويتر إكس هاتف الهاتف موقع مدونة email twitter x",
            "يمكن مع على عبر في و أو من خلال حسابه حسابها",
        ],
    ]
    .map(Language::of)
});

/// The words of a text in small letters.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let folded = text.to_lowercase();
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_string).collect()
}

/// Whether the words, names aside, all belong to sentences about contacts in one language.
pub(super) fn say_only_contacts(words: &[String], names: &[String]) -> bool {
    // “With” alone would be about a house: “She is with @paper”.
    let is_touch = |word: &String| word == "with" && words.iter().any(|other| other == "touch");
    let fits = |language: &Language| {
        words.iter().all(|word| language.has(word) || names.contains(word) || is_touch(word))
    };
    LANGUAGES.iter().any(fits)
}

/// Whether a word belongs to such sentences in any language.
pub(super) fn is_filler(word: &str) -> bool {
    LANGUAGES.iter().any(|language| language.has(word))
}

/// Whether a word is who is reached.
pub(super) fn is_person(word: &str) -> bool {
    LANGUAGES.iter().any(|language| language.persons.contains(word))
}

/// Whether a word tells by itself that somebody can be reached.
pub(super) fn is_verb(word: &str) -> bool {
    LANGUAGES.iter().any(|language| language.verbs.contains(word))
}

/// Whether a word is what an address is called.
pub(super) fn is_label(word: &str) -> bool {
    LANGUAGES.iter().any(|language| language.labels.contains(word))
}

/// Words behind which a clause goes on about its subject: a sentence is left when the clause before goes.
pub(super) fn goes_on(word: &str) -> bool {
    [
        "is",
        "was",
        "has",
        "holds",
        "teaches",
        "writes",
        "works",
        "lives",
        "edits",
        "serves",
        "runs",
        "leads",
        "heads",
        "ist",
        "war",
        "hat",
        "lehrt",
        "arbeitet",
        "lebt",
        "schreibt",
        "leitet",
        "est",
        "enseigne",
        "vit",
        "dirige",
        "travaille",
        "es",
        "fue",
        "enseña",
        "vive",
        "trabaja",
    ]
    .contains(&word)
}

/// Words that say of their subject that it can be reached, whatever stands between them and the address.
pub(super) fn can_be_reached(word: &str) -> bool {
    [
        "reached",
        "reachable",
        "contacted",
        "erreichbar",
        "joignable",
        "contacté",
        "contactée",
        "contactado",
        "contactada",
    ]
    .contains(&word)
}

/// Words that want a second half, which may be the one that would go.
pub(super) fn wants_more(word: &str) -> bool {
    ["both", "neither", "either", "sowohl", "weder", "entweder", "ni", "soit", "tanto"].contains(&word)
}
