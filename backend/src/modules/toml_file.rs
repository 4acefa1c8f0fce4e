//! A TOML file read past the keys that nobody knows, so that one misspelt key hides nothing else.

use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::de::{DeTable, DeValue, Deserializer, Error};

/// What an author must mend, and at which byte.
pub struct Fault {
    pub at: usize,
    pub text: String,
    /// What it held is not known: whatever seems to be missing may be just this.
    pub is_unknown_key: bool,
}

/// The file's content, if it can be understood but for keys that are unknown, and every fault that was met.
pub fn read<T: DeserializeOwned>(text: &str) -> (Option<T>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => return (None, vec![fault(&error, false)]),
    };
    loop {
        let error = match T::deserialize(Deserializer::from(document.clone())) {
            Ok(content) => return (Some(content), faults),
            Err(error) => error,
        };
        let key = error.span().filter(|_| error.message().starts_with("unknown field"));
        let is_unknown_key = key.is_some_and(|key| remove(document.get_mut(), &key));
        faults.push(fault(&error, is_unknown_key));
        if !is_unknown_key {
            return (None, faults);
        }
    }
}

fn fault(error: &Error, is_unknown_key: bool) -> Fault {
    Fault { at: error.span().map_or(0, |span| span.start), text: error.message().to_owned(), is_unknown_key }
}

/// Takes the key that stands there out of the table or of one below; false when there is none.
fn remove(table: &mut DeTable<'_>, key: &Range<usize>) -> bool {
    match table.keys().find(|name| name.span() == *key).cloned() {
        Some(name) => table.remove(&name).is_some(),
        None => table.iter_mut().any(|(_, value)| remove_below(value.get_mut(), key)),
    }
}

fn remove_below(value: &mut DeValue<'_>, key: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => remove(table, key),
        DeValue::Array(array) => array.iter_mut().any(|value| remove_below(value.get_mut(), key)),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            false
        }
    }
}
