//! Words in names that are no names, and names that too many people have. All in small letters, without stops.

/// What people are called before their name.
pub(super) const BEFORE: &str = "dr doctor prof professor professeur mr mrs ms miss mx sir dame lord lady maulana mufti allama hafiz \
    hafez begum sahibzada barrister advocate adv engr engineer justice judge ambassador amb senator sen \
    rep rev reverend hon honourable honorable gen general maj major lt lieutenant col colonel brig \
    brigadier capt captain cdr cmdr commander commodore adm admiral marshal air vice wing squadron sqn \
    ldr retd ret herr frau hr fr dipl ing mag monsieur mme mlle madame maître me señor señora sr sra don \
    doña dott проф профессор доктор академик ڈاکٹر پروفیسر مولانا مفتی علامہ بیگم جناب محترمہ محترم جسٹس \
    جنرل دكتور الدكتور الدكتورة أستاذ الأستاذ";

/// What stands before a family name alone; any other word before one word may be a given name.
pub(super) const BEFORE_ANY: &str = "dr doctor prof professor mr mrs ms miss mx sir ڈاکٹر پروفیسر";

/// What stands behind a name and is none: degrees and the like.
pub(super) const BEHIND: &str =
    "phd dphil md mba msc bsc llb llm llmm jd esq retd ret mp mpa mna ma ba edd frs obe mbe cbe kc qc sj";

/// Of these, what may be a family name: it is a degree only behind a comma.
pub(super) const BEHIND_A_COMMA: &str = "ma ba ret mp mna sj";

/// What tells father from son.
pub(super) const GENERATIONS: &str = "jr sr junior senior ii iii iv";

/// Family names, and given names that stand as such, of so many people that an initial before them says nothing.
pub(super) const COMMON: &str = "khan ali ahmed ahmad hussain husain hussein hassan hasan shah malik butt iqbal mahmood raza abbas \
    akhtar bibi singh kumar sharma gupta patel das rahman islam mohamed mohammed muhammad mohammad kim \
    lee park choi li wang zhang chen liu yang huang wu nguyen tran le pham garcia rodriguez hernandez \
    lopez martinez gonzalez perez silva santos иванов иванова";

/// Whether a word, in small letters, is what people are called before their name.
pub(crate) fn is_honorific(word: &str) -> bool {
    has(BEFORE, word)
}

/// Whether a word is on one of these lists.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}
