//! The bytes of a rich text become tokens.

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word12`
    Word(&'b str, Option<i32>),
    /// `\~` and the like.
    Sign(u8),
    /// `\'e9`
    Hex(u8),
    /// A letter or another byte.
    Byte(u8),
    /// What stands behind `\bin`.
    Binary(&'b [u8]),
}

/// The tokens of a text.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Tokens<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Tokens<'b> {
        Tokens { bytes, at: 0 }
    }

    fn word(&mut self) -> Token<'b> {
        let start = self.at;
        self.skip(32, |byte| byte.is_ascii_alphabetic());
        let word = std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or_default();
        let digits = self.at;
        self.skip(1, |byte| byte == b'-');
        let sign = self.at;
        self.skip(10, |byte| byte.is_ascii_digit());
        let number = match self.at > sign {
            true => std::str::from_utf8(&self.bytes[digits..self.at]).ok().map(|number| {
                // Numbers that do not fit are as large as can be.
                number.parse::<i64>().unwrap_or(0).clamp(i32::MIN.into(), i32::MAX.into()) as i32
            }),
            false => {
                self.at = digits;
                None
            }
        };
        self.skip(1, |byte| byte == b' ');
        if word == "bin" {
            let start = self.at;
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.at = start.saturating_add(length).min(self.bytes.len());
            return Token::Binary(&self.bytes[start..self.at]);
        }
        Token::Word(word, number)
    }

    fn skip(&mut self, most: usize, is_one: impl Fn(u8) -> bool) {
        let rest = &self.bytes[self.at..];
        self.at += rest.iter().take(most).take_while(|byte| is_one(**byte)).count();
    }

    fn hex(&mut self) -> Option<u8> {
        let digits = std::str::from_utf8(self.bytes.get(self.at..self.at + 2)?).ok()?;
        let byte = u8::from_str_radix(digits, 16).ok()?;
        self.at += 2;
        Some(byte)
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(match byte {
            b'{' => Token::Open,
            b'}' => Token::Close,
            b'\\' => match self.bytes.get(self.at).copied() {
                Some(next) if next.is_ascii_alphabetic() => self.word(),
                Some(b'\'') => {
                    self.at += 1;
                    self.hex().map_or(Token::Sign(b'\''), Token::Hex)
                }
                Some(b'\r' | b'\n') => {
                    self.at += 1;
                    Token::Word("par", None)
                }
                Some(next) => {
                    self.at += 1;
                    Token::Sign(next)
                }
                None => return None,
            },
            // Line breaks of the file and other controls mean nothing.
            byte if is_nothing(byte) => return self.next_plain(),
            byte => Token::Byte(byte),
        })
    }
}

impl<'b> Tokens<'b> {
    /// The next token behind bytes that mean nothing; a loop, since there may be millions.
    fn next_plain(&mut self) -> Option<Token<'b>> {
        self.skip(usize::MAX, is_nothing);
        self.next()
    }
}

/// Whether a byte means nothing: a line break of the file, or another control.
fn is_nothing(byte: u8) -> bool {
    byte < b' ' && byte != b'\t'
}
