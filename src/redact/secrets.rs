//! Tokens, keys and passwords in free text: the spots of every level of its encodings, put back into the text.

use std::{borrow::Cow, ops::Range};

use super::{
    manifests, named,
    rules::{RULES, Rules},
    shapes, tables,
    view::{View, windows_where},
};

/// What stands in place of a secret.
const MASK: &str = "***";

/// Rounds at most: what is beside a masked secret may then show as one.
const ROUNDS: usize = 6;

/// Text in which every secret is replaced by `***`; what is masked once stays as it is.
pub fn mask(text: &str) -> String {
    let rules = &*RULES;
    let mut text = Cow::Borrowed(text);
    for round in 0..ROUNDS {
        let Some(next) = once(&text, round > 0, rules) else { break };
        text = Cow::Owned(next);
    }
    text.into_owned()
}

/// `None` where there is nothing to mask.
fn once(text: &str, again: bool, rules: &Rules) -> Option<String> {
    let mut spots = Vec::new();
    // A key may be longer than a window.
    shapes::blocks(text, &mut spots);
    // In a later round only what is beside a mask can be new.
    let good = |window: &str| !again || window.contains(MASK);
    windows_where(text, good, |from, view| look(view, from, rules, &mut spots));
    spots.retain(|spot| !text[spot.clone()].trim().is_empty());
    spots.sort_unstable_by_key(|spot| (spot.start, std::cmp::Reverse(spot.end)));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for spot in joined(spots) {
        out.push_str(&text[at..spot.start]);
        out.push_str(MASK);
        at = spot.end;
    }
    out.push_str(&text[at..]);
    (out != text).then_some(out)
}

/// The spots without those inside others, and with those that touch made one.
fn joined(spots: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::with_capacity(spots.len());
    for spot in spots {
        match all.last_mut().filter(|last| spot.start <= last.end) {
            Some(last) => last.end = last.end.max(spot.end),
            None => all.push(spot),
        }
    }
    all
}

fn look(view: &View<'_>, from: usize, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    let text = &*view.text;
    let mut found = Vec::new();
    let words = rules.sieve.words(text);
    named::find(text, &words, rules, &mut found);
    let mut covered = 0;
    for at in 0..found.len() {
        if found[at].end > covered {
            let mut tail = vec![found[at].clone()];
            covered = shapes::wrapped(text, found[at].end, &mut tail);
            found.extend(tail.drain(1..));
        }
    }
    shapes::find(text, rules, &mut found);
    manifests::values(text, &mut found);
    tables::columns(text, &words, |head| named::is_secret(head, rules), &mut found);
    spots.extend(found.iter().map(|spot| {
        let spot = view.source(spot);
        from + spot.start..from + spot.end
    }));
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
        check("Password: hunter2, then", "Password: *** then");
        check("password=ab\"cd;user=x", "password=***;user=x");
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
