//! Text, whatever it is about: decoded, made visible, escaped, wrapped, summed up; days; identifiers and times of Azure.

pub mod azure_id;
pub mod azure_time;
pub mod checksum;
pub mod csv;
pub mod day;
pub mod encoding;
pub mod home;
pub mod markdown;
pub mod number;
pub mod page;
pub mod position;
pub mod room;
pub mod sanitise;
pub mod wrap;
pub mod zone;
