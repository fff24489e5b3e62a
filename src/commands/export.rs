//! x
use super::{Context, Reply};
use crate::failure::Failure;
pub(super) fn run(_: &mut Context<'_>, _: &crate::cli::Export) -> Result<Reply, Failure> {
    Ok(Reply::default())
}
