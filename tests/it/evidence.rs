//! The corpus of evidence: every file beside what must be read out of it; a new case is a new file.

mod matching;
