//! Tokens, keys and passwords in free text, found by the forms in which they are pasted.

use super::find::starts_word;

/// What stands in place of a secret.
const MASK: &str = "***";

/// Names before an equals sign or a colon whose value is a secret, longest first where one begins another.
const KEYS: [&str; 20] = [
    "sharedaccesssignature",
    "sharedaccesskey",
    "client_secret",
    "clientsecret",
    "client-secret",
    "refresh_token",
    "access_token",
    "accesstoken",
    "accountkey",
    "authorization",
    "access_key",
    "passphrase",
    "password",
    "api_key",
    "api-key",
    "apikey",
    "passwd",
    "secret",
    "token",
    "sig",
];

/// Text in which every secret is replaced by `***`; what is masked once stays as it is.
pub fn mask(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (keep, drop) = pem(rest)
            .or_else(|| {
                starts_word(text, at).then(|| named(text, at).or_else(|| bearer(rest)).or_else(|| bare(rest)))?
            })
            .unwrap_or((c.len_utf8(), 0));
        out.push_str(&rest[..keep]);
        if drop > 0 {
            out.push_str(MASK);
        }
        at += keep + drop;
    }
    out
}

/// How many bytes to keep, and how many to mask behind them.
type Found = (usize, usize);

/// A key between its lines, or up to the end of the text where the last one is missing.
fn pem(rest: &str) -> Option<Found> {
    let label = rest.strip_prefix("-----BEGIN ")?.split("-----").next()?;
    if !label.ends_with("KEY") && !label.ends_with("KEY BLOCK") {
        return None;
    }
    let end = format!("-----END {label}-----");
    Some((0, rest.find(&end).map_or(rest.len(), |at| at + end.len())))
}

/// `key=value`, `"key": "value"`, `--key value`.
fn named(text: &str, at: usize) -> Option<Found> {
    let rest = &text[at..];
    let key = KEYS.iter().find(|key| {
        let named = rest.get(..key.len()).is_some_and(|name| name.eq_ignore_ascii_case(key));
        named && !rest[key.len()..].starts_with(|c: char| c.is_alphanumeric())
    })?;
    let mut from = key.len();
    let blanks = |from: usize| rest[from..].len() - rest[from..].trim_start_matches([' ', '\t']).len();
    from += usize::from(rest[from..].starts_with(['"', '\'']));
    let gap = blanks(from);
    let is_option = text[..at].ends_with('-') && gap > 0;
    if rest[from + gap..].starts_with(['=', ':']) {
        from += gap + 1;
        from += blanks(from);
    } else if is_option || (*key == "sharedaccesssignature" && rest[from + gap..].starts_with("s")) {
        from += gap;
    } else {
        return None;
    }
    let value = &rest[from..];
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let length = match (quote, *key) {
        (Some(quote), _) => {
            from += 1;
            value[1..].find([quote, '\n']).unwrap_or(value.len() - 1)
        }
        (None, "authorization") => value.find(['\n', '"', '\'']).unwrap_or(value.len()),
        (None, "sig") => value.find(|c: char| c.is_whitespace() || "&;\"'".contains(c)).unwrap_or(value.len()),
        (None, _) => value.find(|c: char| c.is_whitespace() || c == ';').unwrap_or(value.len()),
    };
    (length > 0).then_some((from, length))
}

/// A token behind the word `Bearer`: long, and with a digit in it, so that plain words stay.
fn bearer(rest: &str) -> Option<Found> {
    const WORD: &str = "bearer ";
    let word = rest.get(..WORD.len()).filter(|word| word.eq_ignore_ascii_case(WORD))?;
    let length = run(&rest[word.len()..], |c| c.is_ascii_alphanumeric() || "-._~+/=".contains(c));
    let token = &rest[word.len()..word.len() + length];
    (length >= 12 && token.contains(|c: char| c.is_ascii_digit())).then_some((word.len(), length))
}

/// A secret that needs no name: a JSON web token, or a storage key of 64 bytes in Base64.
fn bare(rest: &str) -> Option<Found> {
    let token = run(rest, |c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if rest.starts_with("eyJ") && token >= 20 && rest[..token].contains('.') {
        return Some((0, token));
    }
    let key = run(rest, |c| c.is_ascii_alphanumeric() || "+/".contains(c));
    (key >= 86 && rest[key..].starts_with("==")).then_some((0, key + 2))
}

fn run(text: &str, good: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !good(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn secrets_are_masked_and_masked_once() {
        let check = |text: &str, expected: &str| {
            assert_eq!(mask(text), expected);
            assert_eq!(mask(expected), expected, "masked again");
        };
        check("https://x.blob/y?sv=2024&sig=a%2Fb%3D&se=1", "https://x.blob/y?sv=2024&sig=***&se=1");
        check("AccountName=a;AccountKey=Zm9v+/==;End=x", "AccountName=a;AccountKey=***;End=x");
        check("SharedAccessSignature=sv=1&sig=x;a", "SharedAccessSignature=***;a");
        check("SharedAccessSignature sr=h&sig=x", "SharedAccessSignature ***");
        check("Password: hunter2, then", "Password: *** then");
        check("password=ab\"cd;x", "password=***;x");
        check("\"password\": \"my pass\", \"a\": 1", "\"password\": \"***\", \"a\": 1");
        check("az login --password 'p w' -u me", "az login --password '***' -u me");
        check("curl -H 'Authorization: Basic dTpw'", "curl -H 'Authorization: ***'");
        check("got Bearer abc.DEF-123456789 here", "got Bearer *** here");
        check("(eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig_x)", "(***)");
        check("-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY----- ok", "*** ok");
        check("a -----BEGIN PRIVATE KEY----- MII", "a ***");
        check(&format!("key {}== end", "Ab1/".repeat(21) + "xy"), "key *** end");
    }

    #[test]
    fn plain_text_is_untouched() {
        let check = |text: &str| assert_eq!(mask(text), text);
        check("The password was changed; the token is gone, the secret too.");
        check("design: sign=1, resign=2, significant");
        check("the bearer certificates of good-news are here");
        check("-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----");
        check("sig = ");
        check("Пароль не меняли: ошибка 400096");
        check("eyJ and eyJabc");
        check("");
    }
}
