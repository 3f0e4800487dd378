//! Public licences: a name goes in; what it allows, its printed name and its address come out.
//!
//! The Creative Commons licences are known by every way in which people write them; any other licence is its own name,
//! perhaps with an address.

use std::fmt;

/// A licence as the editor named it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Licence {
    /// Its name as written: `CC-BY-4.0`, `CC BY-SA 3.0`, `Open Government Licence v3.0`, or the address of one of
    /// Creative Commons; may be empty.
    pub name: String,
    /// Its address, where its name is not enough.
    pub url: Option<String>,
}

impl Licence {
    /// The licence of Creative Commons that it is.
    pub fn creative_commons(&self) -> Option<CreativeCommons> {
        CreativeCommons::parse(&self.name)
    }

    /// The name as it is printed.
    pub fn printed_name(&self) -> String {
        self.creative_commons().map_or_else(|| self.name.trim().to_string(), |known| known.to_string())
    }

    /// Its address: the one that was given, else that of a known licence.
    pub fn address(&self) -> Option<String> {
        self.url.clone().or_else(|| self.creative_commons()?.address())
    }
}

/// A licence of Creative Commons, or its waiver CC0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CreativeCommons {
    /// What it asks for.
    pub terms: Terms,
    /// Its version; `None` where the editor named none, so that it has no address.
    pub version: Option<Version>,
    /// The two letters of the country to whose law a version before 4.0 was fitted, in small letters.
    pub port: Option<[u8; 2]>,
}

/// What a licence of Creative Commons asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Terms {
    /// CC0: nothing.
    Zero,
    /// The author is named.
    By,
    /// And changed texts are under the same licence.
    BySa,
    /// And no changed text is given on.
    ByNd,
    /// And no money is made of it.
    ByNc,
    /// No money, the same licence.
    ByNcSa,
    /// No money, no changes.
    ByNcNd,
}

/// A version of the licences of Creative Commons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// 1.0, of 2002.
    V1_0,
    /// 2.0, of 2004.
    V2_0,
    /// 2.5, of 2005.
    V2_5,
    /// 3.0, of 2007.
    V3_0,
    /// 4.0, of 2013: one for all countries.
    V4_0,
}

impl Version {
    /// All, the newest first.
    pub const ALL: [Version; 5] = [Version::V4_0, Version::V3_0, Version::V2_5, Version::V2_0, Version::V1_0];

    /// Its number.
    pub fn number(self) -> &'static str {
        match self {
            Version::V1_0 => "1.0",
            Version::V2_0 => "2.0",
            Version::V2_5 => "2.5",
            Version::V3_0 => "3.0",
            Version::V4_0 => "4.0",
        }
    }
}

impl Terms {
    /// All, those that ask for least first.
    pub const ALL: [Terms; 7] =
        [Terms::Zero, Terms::By, Terms::BySa, Terms::ByNd, Terms::ByNc, Terms::ByNcSa, Terms::ByNcNd];

    /// The name without version: `CC BY-SA`.
    pub fn name(self) -> &'static str {
        match self {
            Terms::Zero => "CC0",
            Terms::By => "CC BY",
            Terms::BySa => "CC BY-SA",
            Terms::ByNd => "CC BY-ND",
            Terms::ByNc => "CC BY-NC",
            Terms::ByNcSa => "CC BY-NC-SA",
            Terms::ByNcNd => "CC BY-NC-ND",
        }
    }

    /// The full name without version.
    pub fn full_name(self) -> &'static str {
        match self {
            Terms::Zero => "Creative Commons Zero",
            Terms::By => "Creative Commons Attribution",
            Terms::BySa => "Creative Commons Attribution-ShareAlike",
            Terms::ByNd => "Creative Commons Attribution-NoDerivatives",
            Terms::ByNc => "Creative Commons Attribution-NonCommercial",
            Terms::ByNcSa => "Creative Commons Attribution-NonCommercial-ShareAlike",
            Terms::ByNcNd => "Creative Commons Attribution-NonCommercial-NoDerivatives",
        }
    }

    /// Whether no changed text may be given on.
    pub fn forbids_changes(self) -> bool {
        matches!(self, Terms::ByNd | Terms::ByNcNd)
    }

    /// Whether no money may be made of it.
    pub fn forbids_sale(self) -> bool {
        matches!(self, Terms::ByNc | Terms::ByNcSa | Terms::ByNcNd)
    }

    fn of(words: &[&str]) -> Option<Terms> {
        let (mut by, mut nc, mut nd, mut sa) = (false, false, false, false);
        for word in words {
            let flag = match *word {
                "by" | "attribution" => &mut by,
                "nc" | "noncommercial" => &mut nc,
                "nd" | "noderivatives" | "noderivs" => &mut nd,
                "sa" | "sharealike" => &mut sa,
                _ => return None,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
        }
        Some(match (by, nc, nd, sa) {
            (true, false, false, false) => Terms::By,
            (true, false, false, true) => Terms::BySa,
            (true, false, true, false) => Terms::ByNd,
            (true, true, false, false) => Terms::ByNc,
            (true, true, false, true) => Terms::ByNcSa,
            (true, true, true, false) => Terms::ByNcNd,
            _ => return None,
        })
    }
}

impl CreativeCommons {
    /// Reads `CC BY 4.0`, `cc-by-sa-3.0-de`, `CC0`, “Creative Commons Attribution 4.0 International” or the address of
    /// a licence; `None` for everything else.
    pub fn parse(name: &str) -> Option<CreativeCommons> {
        let name = name.trim().to_lowercase();
        let path = ["https://", "http://"].iter().find_map(|scheme| name.strip_prefix(scheme));
        if let Some(path) = path {
            let path = path.strip_prefix("www.").unwrap_or(path).strip_prefix("creativecommons.org/")?;
            let path = path.strip_prefix("licenses/").or_else(|| path.strip_prefix("publicdomain/"))?;
            // What follows the version in an address: a country, or the page itself.
            let steps =
                path.split(['/', '#', '?']).filter(|step| !step.starts_with("deed") && *step != "legalcode");
            return CreativeCommons::of_words(&steps.collect::<Vec<_>>().join("-"));
        }
        let name = name.replace("creative commons", "cc").replace("creativecommons", "cc");
        let rest = name.strip_prefix("cc")?;
        CreativeCommons::of_words(rest)
    }

    fn of_words(words: &str) -> Option<CreativeCommons> {
        const FILLING: [&str; 8] =
            ["license", "licence", "international", "unported", "generic", "universal", "the", "v"];
        let words = words.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty());
        let mut words: Vec<&str> = words.filter(|word| !FILLING.contains(word)).collect();
        let is_version = |word: &&str| word.trim_start_matches('v').starts_with(|c: char| c.is_ascii_digit());
        let zero = matches!(words.first(), Some(&"0" | &"zero"));
        if zero {
            words.remove(0);
        }
        let at = words.iter().position(is_version).unwrap_or(words.len());
        let terms = match zero {
            true if at == 0 => Terms::Zero,
            true => return None,
            false => Terms::of(&words[..at])?,
        };
        let version = match words.get(at) {
            Some(number) => {
                let number = number.trim_start_matches('v');
                let long = if number.contains('.') { number.to_string() } else { format!("{number}.0") };
                Some(Version::ALL.into_iter().find(|version| version.number() == long)?)
            }
            // There is only one.
            None if zero => Some(Version::V1_0),
            None => None,
        };
        if zero && version != Some(Version::V1_0) {
            return None;
        }
        let port = match words.get(at + 1..).unwrap_or_default() {
            [] => None,
            [port] if version.is_some_and(|version| version < Version::V4_0) && !zero => {
                let letters: [u8; 2] = port.as_bytes().try_into().ok()?;
                Some(letters).filter(|letters| letters.iter().all(u8::is_ascii_lowercase)).map(Some)?
            }
            _ => return None,
        };
        Some(CreativeCommons { terms, version, port })
    }

    fn port(&self) -> Option<&str> {
        self.port.as_ref().and_then(|letters| std::str::from_utf8(letters).ok())
    }

    /// Its address; `None` without a version.
    pub fn address(&self) -> Option<String> {
        let number = self.version?.number();
        let terms = match (self.terms, self.version) {
            (Terms::Zero, _) => {
                return Some(format!("https://creativecommons.org/publicdomain/zero/{number}/"));
            }
            // The first version names its terms in another order.
            (Terms::ByNcNd, Some(Version::V1_0)) => "by-nd-nc".to_string(),
            (terms, _) => terms.name().trim_start_matches("CC ").to_lowercase(),
        };
        let port = self.port().map(|port| format!("{port}/")).unwrap_or_default();
        Some(format!("https://creativecommons.org/licenses/{terms}/{number}/{port}"))
    }

    /// Its full name: “Creative Commons Attribution 4.0 International”.
    pub fn full_name(&self) -> String {
        let mut name = self.terms.full_name().to_string();
        let Some(version) = self.version else { return name };
        name.push(' ');
        name.push_str(version.number());
        let range = match (self.terms, version, self.port()) {
            (Terms::Zero, ..) => "Universal".to_string(),
            (_, _, Some(port)) => port.to_uppercase(),
            (_, Version::V4_0, None) => "International".to_string(),
            (_, Version::V3_0, None) => "Unported".to_string(),
            (_, _, None) => "Generic".to_string(),
        };
        name + " " + &range
    }
}

/// The name as it is printed: `CC BY-SA 3.0 DE`.
impl fmt::Display for CreativeCommons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.terms.name())?;
        if let Some(version) = self.version {
            write!(f, " {}", version.number())?;
        }
        match self.port() {
            Some(port) => write!(f, " {}", port.to_uppercase()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn creative_commons_is_known_however_it_is_written() {
        for (written, name, address) in [
            ("CC-BY-4.0", "CC BY 4.0", "licenses/by/4.0/"),
            ("cc by sa 3.0", "CC BY-SA 3.0", "licenses/by-sa/3.0/"),
            ("CC BY-SA 3.0 DE", "CC BY-SA 3.0 DE", "licenses/by-sa/3.0/de/"),
            ("CC BY-NC-ND 1.0", "CC BY-NC-ND 1.0", "licenses/by-nd-nc/1.0/"),
            ("CC BY-NC-ND v4", "CC BY-NC-ND 4.0", "licenses/by-nc-nd/4.0/"),
            ("CC0", "CC0 1.0", "publicdomain/zero/1.0/"),
            ("CC0-1.0", "CC0 1.0", "publicdomain/zero/1.0/"),
            ("Creative Commons Attribution-NonCommercial 2.5 Generic", "CC BY-NC 2.5", "licenses/by-nc/2.5/"),
            ("https://creativecommons.org/licenses/by-nd/4.0/deed.ur", "CC BY-ND 4.0", "licenses/by-nd/4.0/"),
            ("http://creativecommons.org/licenses/by/2.0/fr/", "CC BY 2.0 FR", "licenses/by/2.0/fr/"),
        ] {
            let licence = Licence { name: written.into(), url: None };
            assert_eq!(licence.printed_name(), name);
            assert_eq!(
                licence.address(),
                Some(format!("https://creativecommons.org/{address}")),
                "{written}"
            );
        }
    }

    #[test]
    fn what_creative_commons_never_wrote_is_not_taken_for_theirs() {
        for other in
            ["MIT", "CC BY-SA-ND 4.0", "CC BY 5.0", "CC BY BY 4.0", "CC BY 4.0 de", "CC", "ccc by", ""]
        {
            assert_eq!(CreativeCommons::parse(other), None, "{other}");
        }
        let without_version = CreativeCommons::parse("CC BY").unwrap();
        assert_eq!((without_version.version, without_version.address()), (None, None));
    }

    #[test]
    fn full_names_say_where_a_version_holds() {
        let full = |name| CreativeCommons::parse(name).unwrap().full_name();
        assert_eq!(full("CC BY 4.0"), "Creative Commons Attribution 4.0 International");
        assert_eq!(full("CC BY-SA 3.0"), "Creative Commons Attribution-ShareAlike 3.0 Unported");
        assert_eq!(full("CC BY 2.0"), "Creative Commons Attribution 2.0 Generic");
        assert_eq!(full("CC0"), "Creative Commons Zero 1.0 Universal");
    }
}
