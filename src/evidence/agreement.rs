//! Findings of several files together: what they agree on, and what they do not.

use super::{Proposal, Reading};

/// A question with everything that was found about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic<'a> {
    /// The question's id.
    pub question: &'a str,
    /// In the order handed in.
    pub findings: Vec<&'a Proposal>,
    /// The option that all of them name; `None` where they contradict each other.
    pub agreed: Option<&'a str>,
}

/// The findings of all files by question, in the order in which questions first come up.
pub fn topics(readings: &[Reading]) -> Vec<Topic<'_>> {
    let mut topics: Vec<Topic<'_>> = Vec::new();
    for finding in readings.iter().flat_map(|reading| &reading.findings) {
        match topics.iter_mut().find(|topic| topic.question == finding.question) {
            Some(topic) => {
                topic.agreed = topic.agreed.filter(|option| *option == finding.option);
                topic.findings.push(finding);
            }
            None => topics.push(Topic {
                question: &finding.question,
                findings: vec![finding],
                agreed: Some(&finding.option),
            }),
        }
    }
    topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::SourceRef;

    fn reading(findings: &[(&str, &str)]) -> Reading {
        let finding = |(question, option): &(&str, &str)| Proposal {
            question: (*question).to_owned(),
            option: (*option).to_owned(),
            place: SourceRef::default(),
            text: String::new(),
        };
        Reading { findings: findings.iter().map(finding).collect(), ..Reading::default() }
    }

    #[test]
    fn a_question_is_agreed_where_all_files_say_the_same() {
        let check = |files: &[&[(&str, &str)]], expected: &[(&str, usize, Option<&str>)]| {
            let readings: Vec<Reading> = files.iter().map(|file| reading(file)).collect();
            let found: Vec<_> =
                topics(&readings).iter().map(|topic| (topic.question, topic.findings.len(), topic.agreed)).collect();
            assert_eq!(found, expected);
        };
        check(&[], &[]);
        check(&[&[("os", "linux")]], &[("os", 1, Some("linux"))]);
        check(
            &[&[("os", "linux"), ("power", "on")], &[("os", "linux")]],
            &[("os", 2, Some("linux")), ("power", 1, Some("on"))],
        );
        check(&[&[("os", "linux"), ("os", "windows"), ("os", "linux")]], &[("os", 3, None)]);
    }
}
