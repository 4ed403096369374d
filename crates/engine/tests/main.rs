//! Engines driven by hand: inputs in, actions out, and what a workspace looks like to everybody who watches.

mod breaking;
mod draws;
mod durability;
mod repeats;
mod script;
mod telling;
mod views;
mod waking;
