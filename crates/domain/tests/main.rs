//! Tests of the domain as its callers see it.

mod actions;
mod forms;
mod properties;
mod refusals;
mod routing;
