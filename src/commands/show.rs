//! x
use super::{Context, Reply};
use crate::failure::Failure;
pub(super) fn run(_: &mut Context<'_>, _: &str) -> Result<Reply, Failure> {
    Ok(Reply::default())
}
