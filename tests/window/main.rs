//! What an editor does in the window, and what comes of it: clicks, keys and files go in by the names that a screen
//! reader says; what stands in the window, on the pages and on the disk comes out.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod arranging;
mod board;
mod driver;
mod export;
mod files;
mod intake;
mod looking;
mod matter;
mod names;
mod people;
mod preflight;
mod production;
mod proofs;
mod safety;
mod screen;
mod variants;
mod writing;

#[path = "../common/mod.rs"]
mod common;
