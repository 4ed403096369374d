//! How a value of the domain is written in the journal: the traits and macros behind the tables of this
//! module's neighbours.
//!
//! A table repeats the shape of a domain type and makes a serde type of `store` from it, so the domain
//! derives nothing. Patterns name every field and variant: what the domain gains or renames does not
//! compile here until the table says how it is written. The golden files hold the names still.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, de::DeserializeOwned};

/// A domain type with a written form. Total both ways: whatever serde accepts is a value.
pub trait Form: Sized {
    type Written: Serialize + DeserializeOwned;
    fn write(&self) -> Self::Written;
    fn read(written: Self::Written) -> Self;
}

/// Types that are written as they are.
macro_rules! plain {
    ($($type:ty),*) => {$(
        impl Form for $type {
            type Written = $type;
            fn write(&self) -> $type {
                self.clone()
            }
            fn read(written: $type) -> Self {
                written
            }
        }
    )*};
}

plain!(bool, u8, u32, u64, String);

/// Newtypes over `u64` that are written as the number.
macro_rules! numbers {
    ($($type:ident),* $(,)?) => {$(
        impl Form for $type {
            type Written = u64;
            fn write(&self) -> u64 {
                self.0
            }
            fn read(written: u64) -> Self {
                Self(written)
            }
        }
    )*};
}

/// Structs, written as objects with the same field names.
macro_rules! structs {
    ($($name:ident { $($(#[$meta:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        const _: () = {
            #[derive(serde::Serialize, serde::Deserialize)]
            pub struct Written {
                $($(#[$meta])* $field: <$type as Form>::Written,)*
            }

            impl Form for $name {
                type Written = Written;
                fn write(&self) -> Written {
                    let Self { $($field),* } = self;
                    Written { $($field: $field.write()),* }
                }
                fn read(written: Written) -> Self {
                    Self { $($field: Form::read(written.$field)),* }
                }
            }
        };
    )*};
}

/// Enums: a bare variant is written as its name in snake case, one with content as `{"name": content}`.
macro_rules! enums {
    ($($name:ident { $(
        $(#[$meta:meta])* $variant:ident
        $(($single:ident: $single_type:ty))?
        $({ $($field:ident: $type:ty),* $(,)? })?
    ),* $(,)? })*) => {$(
        const _: () = {
            #[derive(serde::Serialize, serde::Deserialize)]
            #[serde(rename_all = "snake_case")]
            pub enum Written {
                $(
                    $(#[$meta])* $variant
                    $((<$single_type as Form>::Written))?
                    $({ $($field: <$type as Form>::Written),* })?,
                )*
            }

            impl Form for $name {
                type Written = Written;
                fn write(&self) -> Written {
                    match self {
                        $(
                            Self::$variant $(($single))? $({ $($field),* })? =>
                                Written::$variant $(($single.write()))? $({ $($field: $field.write()),* })?,
                        )*
                    }
                }
                fn read(written: Written) -> Self {
                    match written {
                        $(
                            Written::$variant $(($single))? $({ $($field),* })? =>
                                Self::$variant $((Form::read($single)))? $({ $($field: Form::read($field)),* })?,
                        )*
                    }
                }
            }
        };
    )*};
}

pub(super) use {enums, numbers, structs};

impl<T: Form> Form for Box<T> {
    type Written = T::Written;
    fn write(&self) -> T::Written {
        (**self).write()
    }
    fn read(written: T::Written) -> Self {
        Self::new(T::read(written))
    }
}

impl<T: Form> Form for Option<T> {
    type Written = Option<T::Written>;
    fn write(&self) -> Self::Written {
        self.as_ref().map(T::write)
    }
    fn read(written: Self::Written) -> Self {
        written.map(T::read)
    }
}

impl<T: Form> Form for Vec<T> {
    type Written = Vec<T::Written>;
    fn write(&self) -> Self::Written {
        self.iter().map(T::write).collect()
    }
    fn read(written: Self::Written) -> Self {
        written.into_iter().map(T::read).collect()
    }
}

impl<A: Form, B: Form> Form for (A, B) {
    type Written = (A::Written, B::Written);
    fn write(&self) -> Self::Written {
        (self.0.write(), self.1.write())
    }
    fn read(written: Self::Written) -> Self {
        (A::read(written.0), B::read(written.1))
    }
}

impl<T: Form<Written: Ord> + Ord> Form for BTreeSet<T> {
    type Written = BTreeSet<T::Written>;
    fn write(&self) -> Self::Written {
        self.iter().map(T::write).collect()
    }
    fn read(written: Self::Written) -> Self {
        written.into_iter().map(T::read).collect()
    }
}

impl<K: Form<Written: Ord> + Ord, V: Form> Form for BTreeMap<K, V> {
    type Written = BTreeMap<K::Written, V::Written>;
    fn write(&self) -> Self::Written {
        self.iter().map(|(key, value)| (key.write(), value.write())).collect()
    }
    fn read(written: Self::Written) -> Self {
        written.into_iter().map(|(key, value)| (K::read(key), V::read(value))).collect()
    }
}
