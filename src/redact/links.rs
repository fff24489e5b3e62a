//! Secrets before a host, in the path of one, and in what is piped into a command.

use std::ops::Range;

use memchr::memmem;

use super::{
    look::{could_be_password, is_mixed, is_random},
    rules::Rules,
    value::head,
};

/// Every one of them.
pub(super) fn find(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    pipes(text, rules, spots);
    links(text, rules, spots);
    slashed(text, spots);
}

/// What is piped into a command that reads a secret so: `echo x | sudo -S`.
fn pipes(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    for pipe in memchr::memchr_iter(b'|', text.as_bytes()) {
        let command = head(text, pipe + 1, 60).split('\n').next().unwrap_or_default().to_ascii_lowercase();
        let before = text[text.floor_char_boundary(pipe.saturating_sub(300))..pipe].trim_end_matches(' ');
        let line = before.rsplit('\n').next().unwrap_or_default();
        let says = ["echo ", "printf ", "Write-Output "]
            .into_iter()
            .filter_map(|word| line.rfind(word).map(|at| at + word.len()))
            .max();
        let start = pipe - (text[..pipe].len() - text[..pipe].trim_end_matches(' ').len()) - line.len();
        if let Some(says) = says.filter(|_| rules.pipes.iter().any(|into| command.contains(into.as_str()))) {
            let options = line[says..].len() - line[says..].trim_start_matches("-n ").trim_start_matches("-e ").len();
            let from = start + says + options;
            spots.push(from..start + line.len());
        }
    }
}

/// Passwords before a host, and the paths of hosts that are secrets themselves.
fn links(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    for at in memmem::find_iter(text.as_bytes(), "://") {
        let from = at + 3;
        let place = head(text, from, 300);
        let place =
            &place[..place.find(|c: char| c.is_whitespace() || "\"'<>`?#\\".contains(c)).unwrap_or(place.len())];
        // What follows is a link of its own.
        let place = &place[..place.find("://").unwrap_or(place.len())];
        // The last `@` before the path; a password may hold one.
        let authority = place.find('/').map_or(place, |end| &place[..end]);
        let user = authority.rfind('@').or_else(|| place.rfind('@').filter(|at| place[..*at].contains(':')));
        if let Some(user) = user {
            match place[..user].find(':') {
                Some(colon) => spots.push(from + colon + 1..from + user),
                None if is_mixed(&place[..user]) || is_random(&place[..user]) => spots.push(from..from + user),
                None => {}
            }
        }
        for host in &rules.hosts {
            // Some are below a name of a tenant.
            let tenant = place.find('.').map_or(0, |dot| dot + 1);
            if let Some(found) = [0, tenant].into_iter().find(|at| place[*at..].starts_with(host.as_str())) {
                let start = from + found + host.len();
                let stop = |c: char| c.is_whitespace() || "\"'<>`?#\\),;".contains(c);
                spots.push(start..text[start..].find(stop).map_or(text.len(), |end| start + end));
            }
        }
    }
}

/// `user/x@host`, as Oracle and its tools take it.
fn slashed(text: &str, spots: &mut Vec<Range<usize>>) {
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let sign = |c: &char| c.is_alphanumeric() || "_-./!$%*+?".contains(*c);
        let length: usize = text[..at].chars().rev().take(80).take_while(sign).map(char::len_utf8).sum();
        let word = &text[at - length..at];
        if let Some((user, secret)) = word.rsplit_once('/')
            && !user.is_empty()
            && !user.contains(['/', '.', '@'])
            && could_be_password(secret)
        {
            spots.push(at - secret.len()..at);
        }
    }
}
