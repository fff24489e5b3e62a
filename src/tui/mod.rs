//! x
use crate::{commands::Context, failure::Failure};
/// x
///
/// # Errors
/// x
pub fn run(_: &mut Context<'_>, _: Option<&str>) -> Result<(), Failure> {
    Ok(())
}
