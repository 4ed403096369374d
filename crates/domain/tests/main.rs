//! Tests of the domain as its callers see it.

mod properties;
mod routing;
