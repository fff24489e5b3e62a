//! What several kinds of evidence tell of Azure in the same shape: VMs, disks, extensions, systems.

pub(super) mod container;
pub(super) mod disk;
pub(super) mod extension_state;
pub(super) mod restore_points;
pub(super) mod subject;
pub(super) mod system;
