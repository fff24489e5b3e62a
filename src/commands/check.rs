//! x
use super::{Context, Reply};
use crate::failure::Failure;
pub(super) fn run(
    _: &mut Context<'_>,
    _: Option<std::path::PathBuf>,
    _: crate::cli::TextOrJson,
    _: Option<&str>,
) -> Result<Reply, Failure> {
    Ok(Reply::default())
}
/// x
pub(super) fn render(_: &[crate::guide::Diagnostic], _: &Context<'_>) -> String {
    String::new()
}
