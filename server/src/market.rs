//! What the published figures mean: how short an occupation is, and which courses fit somebody best.

pub mod rank;
pub mod shortage;
