//! Tests of the domain as its callers see it.

mod actions;
mod properties;
mod refusals;
mod routing;
