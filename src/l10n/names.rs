//! Which variables a message names, so that a page can list the figures its sentences use.

use memchr::memchr_iter;

use super::Words;

impl Words {
    /// Tells the variables that a guide's message and its attributes name, each as often as it stands there.
    pub fn names_in(&self, id: &str, tell: impl FnMut(&str)) {
        let found = self.guides.messages(&self.files).find(id.into());
        found.into_iter().flat_map(|found| named(found.message)).for_each(tell);
    }
}

/// What stands behind dollar signs; one within text names what no guide has.
pub(super) fn named(message: &str) -> impl Iterator<Item = &str> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let name = move |at: usize| {
        let rest = &message[at + 1..];
        &rest[..rest.bytes().position(|byte| !is_name(byte)).unwrap_or(rest.len())]
    };
    memchr_iter(b'$', message.as_bytes()).map(name).filter(|name| !name.is_empty())
}
