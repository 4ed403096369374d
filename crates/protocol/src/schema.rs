//! The schemas of the wire for the OpenAPI document: socket frames, which no HTTP address mentions, under
//! names of their own for each side, and everything that is inside them.

use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{Components, RefOr, Schema},
};

use crate::{frame, http, staff, visitor};

/// Every body and frame, and everything that is inside them.
#[must_use]
pub fn components() -> Components {
    let mut found = Vec::new();
    named::<frame::StaffServerFrame>("StaffServerFrame", &mut found);
    named::<frame::VisitorServerFrame>("VisitorServerFrame", &mut found);
    // Type parameters are referred to by name and have to be named themselves.
    whole::<staff::You>(&mut found);
    whole::<staff::Object>(&mut found);
    whole::<staff::Line>(&mut found);
    whole::<staff::Aside>(&mut found);
    whole::<visitor::You>(&mut found);
    whole::<visitor::Object>(&mut found);
    whole::<visitor::Line>(&mut found);
    whole::<visitor::Aside>(&mut found);
    whole::<frame::StaffClientFrame>(&mut found);
    whole::<frame::VisitorClientFrame>(&mut found);
    whole::<http::AnyCommandRequest>(&mut found);
    whole::<http::Welcome>(&mut found);
    let mut components = Components::new();
    components.schemas.extend(found);
    components
}

fn whole<T: ToSchema>(found: &mut Vec<(String, RefOr<Schema>)>) {
    named::<T>(&T::name(), found);
}

fn named<T: ToSchema>(name: &str, found: &mut Vec<(String, RefOr<Schema>)>) {
    T::schemas(found);
    found.push((name.to_owned(), <T as PartialSchema>::schema()));
}

/// Takes `null` out of the type of every property that may be absent: this protocol leaves a fact out
/// and never says null, and a reader should not have to handle both.
pub fn leave_out_instead_of_null(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(leave_out_instead_of_null),
        Value::Object(object) => {
            let required = object.get("required").cloned().unwrap_or(Value::Null);
            if let Some(Value::Object(properties)) = object.get_mut("properties") {
                for (name, property) in properties {
                    if !required
                        .as_array()
                        .is_some_and(|names| names.iter().any(|known| known == name.as_str()))
                    {
                        without_null(property);
                    }
                }
            }
            object.values_mut().for_each(leave_out_instead_of_null);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn without_null(property: &mut Value) {
    let Value::Object(object) = property else { return };
    object.retain(|name, value| name != "default" || !value.is_null());
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = object.get_mut("oneOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    if let [only] = &choices[..] {
        let only = only.clone();
        *property = only;
    }
}
