//! The wordings by which the parts of an opinion piece are known, in the languages of our contributors.
//!
//! All are matched without regard to case, on one line with its white space made single.

use regex::{Regex, RegexBuilder};
use std::sync::LazyLock;

/// A pattern without regard to case. Patterns are part of the program: a broken one fails every test.
pub(super) fn pattern(pattern: &str) -> Regex {
    let built = RegexBuilder::new(pattern).case_insensitive(true).size_limit(64 << 20).build();
    built.unwrap_or_else(|error| panic!("the pattern “{pattern}” is broken: {error}"))
}

/// Makes a function that gives a pattern, built once.
macro_rules! wording {
    ($(#[$doc:meta])* $name:ident, $($part:expr),+ $(,)?) => {
        $(#[$doc])*
        pub(crate) fn $name() -> &'static Regex {
            static PATTERN: LazyLock<Regex> = LazyLock::new(|| pattern(concat!($($part),+)));
            &PATTERN
        }
    };
}

wording!(
    /// The words before the names of the authors.
    by,
    r"^(?:(?:an? |un |une |ein |eine |guest |special )?(?:opinion|op-?ed|analysis|commentary|comment|column|essay|kommentar|",
    r"gastbeitrag|kolumne|analyse|tribune|chronique|opinión|análisis|columna|essay|perspective|viewpoint|story|text|words|article|post)\s*)?",
    r"(?:written by|posted by|published by|authored by|by|von|par|propos recueillis par|por|escrito por|di|a cura di|door|av|af|автор(?:ы)?|текст|",
    r"تحریر|از|بقلم|كتب|بواسطة|author|authors|auteur|autor|autorin|auteure|autora|autore)(?:\s*[:：]\s*|\s+)",
);

wording!(
    /// The same, glued to the name: “bySauli”.
    by_glued,
    r"^by(?-i:[A-Z\p{Lu}])",
);

wording!(
    /// What somebody is, without a name.
    role,
    r"^(?:\p{L}+[ -]){0,4}(?:reporter|engineer|editor|columnist|correspondent|journalist|analyst|producer|manager|officer|photographer|contributor|writer|director|strategist|researcher|fellow|lecturer|professor|student|author|historian|economist|redakteur(?:in)?|journalistin|korrespondent(?:in)?|journaliste|correspondante?|periodista|redactora?|корреспондент|журналист)$",
);

wording!(
    /// What names no person: desks, agencies, roles that stand alone.
    no_person,
    r"\b(?:desk|staff|editorial board|editorial team|editors?|agenc(?:y|ies)|news(?:room|desk)?|reuters|afp|associated press|dpa|",
    r"bureau|correspondent|reporter|team|admin|administrator|editorial|redaktion|rédaction|redacción|redazione|редакция|",
    r"press|media|group|network|center|centre|institute|university|times|post|herald|tribune|magazine|foundation|",
    r"online|digital|contributor|contributors|guest|author|authors|opinion|comment|analysis|photo|image|getty|subscribe|",
    r"follow|share|skip|case|click|download|date|commentary|writers|ediciones|here|navigation|read|more|home|menu|search|login|sign|view|about|contact|published|updated|posted|min|minutes|ago|",
    r"january|february|march|july|september|october|november|december|",
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|facebook|twitter|whatsapp|linkedin|email|instagram|youtube|",
    r"newsletter|podcast|video|live|politics|business|world|sports?|culture|science|health|technology|entertainment|lifestyle|travel|",
    r"topics?|tags?|categories|category|related|privacy|policy|terms|cookies?|advertisement|copyright|rights|reserved|",
    r"latest|popular|trending|stories|story|articles?|your|the|this|that|what|why|how|when|our|we|you|they|are|is|with|for|from|not|all|new|",
    r"united states|united kingdom|new york|los angeles|middle east|south asia|north america|hong kong|",
    r"startseite|anmelden|abo|kommentare|drucken|teilen|accueil|connexion|publicité|abonnement|inicio|portada)\b",
);

wording!(
    /// What a date is labelled with, and other words that may stand in a line of date.
    date_words,
    r"\b(?:published|posted|updated|last|modified|edited|created|first|on|at|am|pm|a\.m\.|p\.m\.|edt|est|gmt|utc|bst|ist|hkt|pkt|pst|pdt|cet|et|date|",
    r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|stand|uhr|veröffentlicht|aktualisiert|am|um|",
    r"publié|mis à jour|modifié|le|à|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|publicado|actualizado|el|a las|lunes|martes|miércoles|",
    r"jueves|viernes|sábado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|опубликовано|обновлено|г|года|",
    r"min|mins|minutes?|read|reading|time|h|heures?|hours?|ago|by|lecture|lesezeit|minuten|of|de|del|and)\b",
);

wording!(
    /// What stands between a name and a date.
    before_date,
    r"[\s,|·•–—-]*\b(?:published|posted|updated|last updated|on|am|le|el|at|\d{1,2}(?::\d{2})?\s*(?:am|pm)|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)?\s*[:,|·•–—-]*\s*$",
);

wording!(
    /// What stands behind a name on its line: a day without its year, an account to follow.
    behind_name,
    r"\s+(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|",
    r"october|november|december)\.? \d{1,2}\b|follow\b|@\w).*$",
);

wording!(
    /// Advertisements between the paragraphs of a text.
    advert,
    r"^(?:advertisements?|advertisement.{0,3}(?:story )?continues? below.*|story continues below.*|article continues (?:below|after).*|ad|anzeige|werbung|publicité|passer la publicité|la suite après (?:la )?publicité|publicidad|pubblicità|advertentie|реклама|اشتہار)$",
);

wording!(
    /// That a text was published some hours or minutes ago.
    hours_ago,
    r"\b(?:il y a|vor|hace)\s+(?:\d+|une?|einer?)\s+(?:min|minutes?|h|heures?|minuten?|stunden?|minutos?|horas?)\b|",
    r"\b(?:\d+|an?)\s+(?:min|mins|minutes?|hours?|hrs?|h)\s+ago\b",
);

wording!(
    /// What says that a date is that of a later change.
    updated,
    r"\b(?:updated|last modified|modified|edited|aktualisiert|mis à jour|modifié|actualizado|обновлено)\b",
);

wording!(
    /// What says that a date is that of the first publication.
    first_published,
    r"\b(?:published|posted|created|veröffentlicht|publié|publicado|опубликовано)\b",
);

wording!(
    /// The halves of an American day.
    half_day,
    r"\b\d{1,2}(?::\d{2})?\s*[ap]\.?m\b",
);

wording!(
    /// The label of a note about the author.
    note_label,
    r"^(?:note|author.?s? note|about the (?:author|writer)s?|about (?:the )?contributors?|about the columnist|the author|the writer|",
    r"editor.?s.? note|author bio|bio|biography|à propos de l.auteure?|l.auteure?|zur person|zum autor|zur autorin|über (?:den|die) autor(?:en|in)?|",
    r"sobre (?:el|la) autora?|об авторе|об авторах|نوٹ|مصنف کے بارے میں|عن الكاتب|نبذة عن الكاتب)\s*(?:[:：–—-]\s*|$)",
);

wording!(
    /// The label of a note that is about the text, not the author.
    no_note,
    r"^(?:editor.?s.? )?note\s*[:：]\s*(?:this|these|we|our|the (?:article|piece|story|following|above|post|essay|text)|it|an earlier|a version|all)\b",
);

wording!(
    /// What notes say of people whose name stands before it.
    note_verb,
    r"^(?:,[^.]{0,80},)?\s*(?:is|was|are|were|holds?|has|have|teaches|teach|writes?|edits?|works?|serves?|served|lives?|leads?|heads?|directs?|covers?|runs?|",
    r"studies|studied|graduated|retired|reports?|hosts?|occasionally|currently|formerly|previously|also|tweets?|can be|may be|joined|founded|",
    r"completed|earned|received|specialises|specializes|practices|practises|est|sont|était|enseigne|dirige|ist|sind|war|lehrt|arbeitet|schreibt|",
    r"forscht|leitet|lebt|es|son|fue|enseña|escribe|trabaja|dirige|è|insegna|é|является|работает|преподаёт|преподает|—|–|,)(?:\s|$)",
);

wording!(
    /// Sentences about “the writer”.
    note_role,
    r"^(?:the|this|our|our guest|guest)\s+(?:guest )?(?:writers?|authors?|columnists?|contributors?|op-ed writer|essayist|reviewer|commentator|analyst)\s+",
    r"(?:is|are|was|were|has|have|can|may|holds?|teaches|writes|works?|serves?|tweets?|lives|heads|runs|did|completed|belongs|,)\b",
    r"|^l.(?:auteure?|autrice)\s+(?:est|enseigne|dirige|travaille)\b|^les auteur[es]*s?\s+sont\b",
    r"|^(?:der|die)\s+(?:autor(?:in|en)?|verfasser(?:in)?|gastautor(?:in)?|kolumnist(?:in)?)\s+(?:ist|sind|war|lehrt|arbeitet|schreibt|leitet|lebt|forscht)\b",
    r"|^(?:unser(?:e)?\s+)(?:autor(?:in)?|gastautor(?:in)?|kolumnist(?:in)?)\s",
    r"|^(?:el|la|los|las)\s+autor(?:a|es|as)?\s+(?:es|son|fue|trabaja|enseña|dirige)\b|^(?:o|a)\s+autora?\s+é\b|^l.autore\s+è\b|^de auteur\s+is\b",
    r"|^автор(?:ы)?\s*(?:—|–|-|является|работает|преподаёт)|^(?:مصنف|مصنفہ|کالم نگار|مضمون نگار)\s|^(?:الكاتب|كاتب|الكاتبة|كاتبة)\s",
);

wording!(
    /// Sentences that tell how to reach a person, or go on about one.
    contact,
    r"^(?:(?:he|she|they|s?he/she|the (?:author|writer|columnist))\s+(?:also\s+)?(?:tweets?|blogs?|posts|can be|may be|could be|is available|is on)\b)",
    r"|^(?:(?:you can )?(?:follow|contact|reach|write to|email|e-mail)\s+(?:him|her|them|the (?:author|writer)|us on|\p{Lu}\p{L}+)\b)",
    r"|^(?:twitter|email|e-mail|x|handle|website|web|facebook|linkedin|blog|tel|phone|contact|mail|courriel|correo)\s*[:：]\s*\S+|^(?:tweets?|tweeting)\s+(?:@|at|as)",
    r"|^[\w.+-]+@[\w-]+\.[\w.]+$|^@\w{2,20}$|^(?:more|read more) about (?:the author|him|her)",
    r"|^(?:on|auf|sur|en|in)?\s*(?:twitter|x)\s*[:：]?\s*@\w+",
);

wording!(
    /// Sentences that go on about a person already named.
    note_goes_on,
    r"^(?:he|she|they|his|her|their|il|elle|son|sa|ses|er|sie|seine?|ihre?|él|ella|su|sus|он|она|его|её|ihr|lui|lei|zuletzt|previously|prior to|before|formerly|in addition|a former|a graduate)\b",
    r"|^(?:وہ|ان|اُن)\s",
);

wording!(
    /// Disclaimers.
    disclaimer,
    r"\b(?:views?|opinions?|positions?|statements?|thoughts|ideas|beliefs|viewpoints?|assumptions|comments)\b[^.]{0,140}\b(?:(?:do(?:es)? not|don.t|may not|might not|not)\s+(?:necessarily\s+)?|are not\s+(?:necessarily\s+)?)(?:reflect(?:ive)?|represent|those|express|constitute|coincide|be those|be attributed|endorsed|state)",
    r"|\b(?:views?|opinions?|statements?)\b[^.]{0,100}\b(?:are|is|remain)\s+(?:solely\s+|strictly\s+|entirely\s+|purely\s+)?(?:those of|that of|(?:his|her|hers|their|theirs|the (?:author|writer|columnist|contributor)(?:.s|s.)?)(?:\s+(?:own|alone))?|my own|personal|the sole)\b",
    r"|\bopinions expressed (?:by|in|here|are|herein)\b|\bviews expressed (?:by|in|here|are|herein|above)\b|\b(?:is|are) not responsible for (?:the |any )?(?:opinions|views|content|facts|the accuracy)",
    r"|\b(?:does not|doesn.t|do not) (?:necessarily )?(?:endorse|subscribe to|share|reflect|represent)\b[^.]{0,60}\b(?:views?|opinions?|positions?|policy|policies|editorial)",
    r"|\bnot necessarily (?:reflect|represent|those of|the views?|the opinions?)|\bassumptions made (?:within|in)\b",
    r"|n.engage(?:nt)? que|ne reflète(?:nt)? pas|\bne représente(?:nt)? pas (?:nécessairement|forcément)|\bles (?:propos|opinions) (?:tenus|exprimé)",
    r"|\b(?:nicht (?:in jedem fall|unbedingt|notwendigerweise|zwingend|zwangsläufig)|nicht immer)\b[^.]{0,80}\b(?:meinung|ansicht|auffassung|wieder|überein)|\bgibt (?:die|seine|ihre) (?:persönliche )?meinung|\bausschließlich die meinung|\bmeinung (?:des autors|der autorin|der verfasser)|\bnamentlich gekennzeichnete",
    r"|no (?:reflejan?|representan?|coinciden?)\b[^.]{0,20}necesariamente|no (?:necesariamente|siempre) (?:reflej|represent|coincid)|\b(?:son|es) (?:de )?(?:exclusiva )?responsabilidad (?:exclusiva )?(?:de|del) |não (?:reflet|represent)\w+ necessariamente|non (?:riflett|rispecchi|rappresent)\w+ necessariamente|weerspiegel\w* niet noodzakelijk",
    r"|(?:может|могут) не совпадать|не обязательно (?:совпада|отража)|мнение (?:автора|редакции) (?:может|не)|متفق ہونا (?:ضروری|لازم)|ادارے کا[^۔]{0,60}ضروری نہیں|لا (?:يعبر|تعبر|يعكس|تعكس|تمثل|يمثل)\b[^.]{0,40}(?:بالضرورة|رأي|وجهة|موقف)|(?:بالضرورة عن رأي)",
);

wording!(
    /// The label of a disclaimer.
    disclaimer_label,
    r"^(?:disclaimer|haftungsausschluss|avertissement|descargo de responsabilidad|отказ от ответственности)\s*[:：–—-]\s*",
);

wording!(
    /// Where a text was published first.
    credit,
    r"^(?:\(?(?:this|the)\s+(?:article|piece|essay|op-ed|column|post|story|commentary|text|blog|content)\b[^.]{0,60}\b(?:first|originally|earlier|previously|was|also)\b[^.]{0,30}\b(?:appeared|published|ran|printed|posted)\b",
    r"|(?:first|originally|previously)\s+(?:appeared|published|posted|printed)\b|published (?:in|by) (?:the )?\p{Lu}|reprinted (?:from|with)|courtesy\s*[:：]|republished (?:from|with|under)|copyright:? project syndicate",
    r"|(?:cet article|ce texte|cette tribune)\b[^.]{0,40}\b(?:publiée?|paru)|(?:zuerst|ursprünglich)\s+(?:erschienen|veröffentlicht)|(?:dieser|der)\s+(?:text|beitrag|artikel|kommentar)\b[^.]{0,40}\b(?:erschien|zuerst|veröffentlicht)",
    r"|(?:este|el) artículo\b[^.]{0,40}\bpublic|publicado originalmente|впервые опубликован|источник\s*[:：]|quelle\s*[:：]|source\s*[:：]|fuente\s*[:：])",
);

wording!(
    /// Words under a picture, where nothing marks them as such.
    caption,
    r"©|\b(?:getty images|via getty|reuters/|/reuters|ap photo|/ap\b|afp\b|/dpa|dpa/|imago|file photo|photo by|photo:|photograph:|image:|photo credit|picture:|illustration:|illustration by|archivbild|foto:|bild:|shutterstock|alamy|unsplash|pixabay|crédit photo|crédits?:|handout|photo ?/|wikimedia commons)",
);

wording!(
    /// Lines that begin lists of other texts.
    related,
    r"^(?:related(?:\s+(?:articles?|stories|posts?|topics?|content|news|reading|coverage))?|most (?:read|popular|viewed|shared|recent)|must[- ]reads?|more (?:from|on|in|like|stories|news|by)\b.*|latest(?:\s+(?:stories|news|posts?|articles?|on|from).*)?|top stories|trending(?: now)?|recommended(?: for you)?|recommended (?:stories|reading|articles)|you (?:may|might) (?:also )?(?:like|be interested in).*|read (?:next|more|also)\b.*|also read\b.*|see also\b.*|editor.?s.? (?:picks?|choice)|popular(?: posts| now| stories)?|recent (?:posts?|articles?|comments?|news)|what to read next|up next|next up|next article|previous article|continue reading.*|in this (?:section|series)|don.t miss|featured(?: stories| posts)?|other news|more stories|primary sidebar|from the web|paid content|promoted(?: stories| content)?|sponsored(?: content| stories)?",
    r"|à lire (?:aussi|également)\b.*|lire aussi\b.*|à voir aussi.*|sur le même (?:sujet|thème).*|les plus lus.*|articles? (?:liés|similaires|recommandés).*|la rédaction vous conseille|dans la même rubrique|plus d.articles|recommandé pour vous",
    r"|auch interessant.*|lesen sie (?:auch|dazu|mehr).*|mehr (?:zum thema|dazu|lesen|aus|von)\b.*|das könnte (?:sie|dich) auch.*|meistgelesen.*|zum thema|weitere (?:artikel|themen|meldungen|beiträge|nachrichten).*|empfohlen.*|passend zum (?:artikel|thema)|verwandte (?:artikel|themen).*|ähnliche (?:artikel|beiträge)|neueste (?:artikel|beiträge|nachrichten)|beliebte (?:artikel|beiträge)|mehr zum thema.*",
    r"|te puede interesar.*|lea también.*|lee también.*|más (?:leídas?|noticias|información|en|de)\b.*|noticias relacionadas|relacionados?|artículos relacionados|lo más (?:leído|visto)|también te puede.*|te recomendamos|leggi anche.*|potrebbe interessarti.*|articoli correlati|leia (?:também|mais).*|veja também.*|lees ook.*|meer over.*|читайте также.*|похожие.*|по теме|ещё по теме|популярное|اقرأ أيضا.*|مواضيع ذات صلة|مزید پڑھیں.*|یہ بھی پڑھیں.*|متعلقہ.*)\s*[:：…»>]*$",
);

wording!(
    /// Where readers' comments begin, or the form for them.
    comments,
    r"^(?:\(?\d+\)?\s+(?:comments?|responses?|replies|thoughts on|commentaires?|kommentare?|comentarios?|комментари\w*)\b.*|(?:comments?|kommentare|commentaires|comentarios|комментарии|reader comments|تبصرے|التعليقات)\s*(?:\(?\d+\)?|closed|are closed)?|(?:leave|post|submit|add|write) (?:a|your) (?:comment|reply)\b.*|leave a response|join the (?:conversation|discussion)|view comments|show comments|reader comments|laisser un commentaire|réagir|(?:einen )?kommentar (?:schreiben|verfassen|hinterlassen)|kommentieren|schreiben sie einen kommentar|deja (?:un comentario|una respuesta)|dejar un comentario|lascia un commento|deixe um comentário|оставить комментарий|cancel reply|your email address will not be published.*|sign (?:up|in) (?:here )?to comment.*|log ?in to (?:comment|leave).*)$",
);

wording!(
    /// Furniture of a page: what stands around a text on a site, and is none of it.
    furniture,
    r"^(?:share(?: (?:this|on|via|article|story|the article|post|with|it)\b.*)?|shares?|tweet(?: this)?|retweet|e-?mail(?: this.*)?|print(?: this.*| article| friendly)?|save(?: (?:this|article|story|for later).*)?|bookmark.*|copy (?:link|url).*|link copied.*|gift(?: this)? article.*|listen(?: to this.*|\s*\d.*)?|download.*pdf.*|a\s?[+-]|text size.*|font size.*|resize.*|reddit|pinterest|tumblr|flipboard|pocket|telegram|whatsapp|messenger|facebook|twitter|linkedin|instagram|youtube|rss|x|mail|follow(?: us| on| the)?\b.{0,60}|like us.*|subscribe.{0,120}|sign up.{0,120}|sign ?in|sign out|log ?in|log ?out|register|my account|join (?:now|us|our).{0,80}|become a (?:member|subscriber).*|support (?:us|our).{0,80}|donate.*|newsletters?.{0,80}|get (?:the|our) .{0,60}(?:newsletter|app|inbox).*|click (?:here|to)\b.*|advertis(?:e|ement|ing|ements)\b.{0,80}|ad|ads|skip (?:to|advert).*|menu|search(?: for.*)?|home|close|open|back(?: to.*)?|go to.*|top|next|previous|prev|loading.*|load more|fetching more|view (?:all|more)\b.*|see (?:all|more)\b.*|show (?:all|more|less).*|read (?:the )?full.*|contact(?: us)?|about(?: us)?|careers?|privacy(?: policy.*| notice.*)?|terms(?: (?:of|and|&).*)?|cookies?(?: policy| settings| preferences)?|accessibility.*|sitemap|help|faqs?|copyright\b.*|©.*|all rights reserved.*|powered by.*|(?:tags?|tagged|filed under|categories|category|topics?|keywords?|posted in|in this article|in this story)\b\s*(?:[:：].*|$|in\b.*)|\d+\s*(?:shares?|views?|likes?|claps?|min(?:ute)?s?(?: read)?|comments?)\b.*|(?:views|shares|likes)\s*:?\s*\d.*|[\d.,]+k?|photo|photos|video|videos|gallery|podcasts?|live|premium|exclusive|breaking(?: news)?|advertisement.*|story continues below.*|central (?:news )?desk\.?|(?:news|web|digital|monitoring|editorial|foreign|national) desk\.?|(?:central )?news desk\.?|staff (?:reporter|report|writer|correspondent)\.?|our correspondent|report this.*|report an error.*|see something wrong.*|report (?:a typo|abuse).*|correction.{0,3}|trust principles.*|our standards.*|explore more.*|explore.{0,25}|notifications?|edition|e-?paper|magazine|archive|weather|games|crossword|shop|store|jobs|events|crosswords|obituaries|have your say.*|what do you think.*|react to this.*|rate this.*|do you have a (?:story|tip).*|this (?:video|content) (?:is|can)not.*|your browser.*|please enable.*|enable javascript.*|javascript.*|we use cookies.*|this (?:site|website) uses cookies.*|accept(?: all)?(?: cookies)?|reject(?: all)?|manage (?:cookies|preferences|options).*|continue without.*|start your free.*|try .{0,20}free.*|already a (?:subscriber|member).*|most of our.*",
    r"|partager.*|tweeter|imprimer|enregistrer|copier le lien|lien copié|lire (?:dans l.app|le journal|plus tard|la suite).*|écouter.*|s.abonner.*|abonne[zr].*|abonnement.*|je m.abonne.*|déjà abonné.*|se connecter|connexion|accueil|rechercher|recherche|publicité|passer la publicité|annonce|mots[- ]clés.*|sujets?\s*:.*|thèmes?\s*:.*|inscrivez-vous.*|suivez[- ](?:nous|l).*|recevez.*|offrir (?:cet )?article.*|commenter|réagir|aller au contenu.*|mentions légales|plan du site|confidentialité|cgu|cgv|mon compte|sommaire|fermer|partage|cet article vous est offert.*|article réservé.*|la suite (?:est|après).*|temps de lecture.*|soyez alerté.*|voir les commentaires.*",
    r"|teilen.*|drucken|merken|anzeige|werbung|abo(?:nnieren)?|anmelden|registrieren|zur startseite|startseite|suche|suchen|menü|schlagwörter.*|schlagworte.*|themen\s*:.*|stichworte.*|kommentare?\s*\d.*|per e-?mail.*|newsletter.*|jetzt (?:lesen|testen|abonnieren|anmelden|kostenlos|registrieren).*|vorlesen|artikel anhören|anhören|artikel (?:merken|teilen|drucken).*|folgen(?: sie)? .*|impressum.*|datenschutz.*|agb|kontakt|lesedauer.*|link kopieren|link kopiert|empfehlen|zum seitenanfang|nach oben|zurück.*|mehr laden|alle rechte vorbehalten.*",
    r"|compartir.*|imprimir|guardar|suscr[íi]b.*|iniciar sesión|inicio|buscar|publicidad|etiquetas.*|archivado en.*|síguenos.*|enviar por.*|copiar (?:enlace|link)|ir a.*|escuchar.*|condividi.*|stampa|pubblicità|iscriviti.*|accedi|compartilhe.*|publicidade|assine.*|deel.*|delen|advertentie|поделиться.*|реклама|подписаться.*|подписывайтесь.*|теги.*|печать|войти|главная|شیئر کریں.*|اشتہار|ٹیگز.*|پرنٹ|شارك.*|إعلان.*|طباعة|تابعنا.*|اشترك.*)\s*[|•·:»>]*$",
);

wording!(
    /// A time of publication that is no date: “3 hours ago”.
    stamp,
    r"^(?:(?:publié|published|posted|updated|mis à jour|modifié|aktualisiert|publicado|actualizado|last updated|created)\b.{0,70}|.{0,40}\b(?:il y a|vor|hace|há) \d+ .{0,30}|.{0,30}\b\d+ (?:hours?|minutes?|mins?|days?|weeks?|months?|years?|hrs?) ago.{0,30})$",
);

wording!(
    /// What a site says of itself to win readers; prose that has it twice is no text.
    pitch,
    r"\b(?:newsletters?|subscri(?:be|bers?|ption)|become a (?:member|supporter)|donat(?:e|ion)|sign up|our (?:journalism|readers|members|app|website|site|cookies)|support (?:our|us|independent|the journalism)|independent journalism|free trial|unlimited access|cookies?|privacy policy|terms of (?:use|service)|by signing up|your inbox|javascript|your browser|abonn(?:ez|ement|é)|s.abonner|inscrivez|publicité personnalisée|abonnieren|jetzt testen|suscr[íi]bete|boletín|подписаться|member today|for (?:just|only|as little as) [$£€]\d)\b",
);

wording!(
    /// Sentences in a note that belong to the site.
    site_sentence,
    r"\b(?:click here|read more|view more|more opinion|sign up|subscribe|follow (?:us|cnn|our|the .{2,30}) on|download (?:the|our) app|share (?:this|your)|submit (?:a|your)|write to us|letters to the editor|send (?:us|your)|join us|for more)\b",
);

wording!(
    /// The words that tell the kind of a text, before a title.
    kind,
    r"^(opinion|op-?ed|oped|comment|commentary|analysis|editorial|column|viewpoint|perspective|essay|guest (?:post|essay|column|opinion)|letters?|explainer|exclusive|kommentar|gastbeitrag|meinung|kolumne|leitartikel|gastkommentar|tribune|chronique|éditorial|point de vue|opinión|columna|análisis|editoriale|opinione|opinião|мнение|колонка|کالم|اداریہ|مضمون|رأي|مقال)\s*(?:[:：|]|\s[–—-])\s*",
);

wording!(
    /// The same, behind a title.
    kind_behind,
    r"\s*[–—|-]\s*(op-?ed|oped|opinion|analysis|commentary|comment|editorial|essay)\s*$",
);

wording!(
    /// The breaks between the steps of a path through a site.
    breadcrumb,
    r"\s[»›>→/]\s|\s::\s",
);
