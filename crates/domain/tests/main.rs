//! Tests of the domain as its callers see it.

mod actions;
mod attributes;
mod forms;
mod properties;
mod refusals;
mod routing;
