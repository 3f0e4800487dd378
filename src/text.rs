//! A paragraph becomes lines.

pub mod line;
