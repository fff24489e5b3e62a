//! How much is looked at, counted for the tests: nothing may be looked at again and again.

#[cfg(test)]
thread_local! {
    static LOOKED_AT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// So many bytes are looked at one by one.
pub(super) fn looked_at(_bytes: usize) {
    #[cfg(test)]
    LOOKED_AT.set(LOOKED_AT.get() + _bytes);
}

#[cfg(test)]
mod tests {
    mod slow {
        use super::super::{
            super::{mask, names::Names},
            *,
        };

        /// A value that is no secret is looked at for each name before it, as far as it shows that.
        const MOST: usize = 250;

        /// How often each byte of a text is looked at, one that repeats what is given.
        fn looks(unit: &str, size: usize) -> usize {
            let text = unit.repeat(size / unit.len());
            LOOKED_AT.set(0);
            let names = Names::learned([("vm", "vm-web-01"), ("vm", "a")].into_iter(), || [text.as_str()].into_iter());
            assert!(!mask(&names.replace(&text)).is_empty());
            LOOKED_AT.get() / text.len()
        }

        #[test]
        fn a_byte_is_looked_at_as_often_in_a_long_text_as_in_a_short_one() {
            let check = |unit: &str| {
                let (short, long) = (looks(unit, 1 << 15), looks(unit, 1 << 17));
                assert!(long <= short + short / 8 + 1 && long <= MOST, "{unit:?}: {short}, then {long}");
            };
            let wrapped: String =
                (0..76_u8).map(|at| char::from(b"aB3dE6gH9kLmN0pQ"[usize::from(at % 16 * 7 % 16)])).collect();
            check("The backup of the machine failed again last night, and nobody knows why. ");
            check("2026-11-24T10:20:30Z host waagent[12]: INFO VM web01 at 10.0.0.4 reports 0x80070005\n");
            check(&format!("{wrapped}\n"));
            check(&format!("key={wrapped}\n"));
            check("password = AccountKey=; token: Bearer sig= \n");
            check("password = x\n");
            check("password: \n");
            check("password ");
            check("password-");
            check("a-");
            check("\\\"a\\\": ");
            check("%2525");
            check("-----BEGIN ");
            check("|password|");
            check("---|---\n");
            check("password=\"");
            check("{\"password\":");
            check("code=");
            check("10.user:");
            check("(-p<");
            check("--data:secret://token");
            check("::account=\"");
            check("\"sig={@é");
            check("=\"+a/b/user");
            check("((((");
            check("vm-web-0");
            check("aaaaaaaa");
            check("user@host.");
            check("https://");
            check("00-");
            check("0a.0a:");
            check("Пароль ");
        }
    }
}
