//! The glossary: the terms of the course, explained in plain words, and where lessons use them.

use super::terms::Terms;
use crate::locale::{Language, Localised};
use std::sync::OnceLock;

#[derive(Clone, PartialEq, Eq, Debug, diesel::HasQuery, diesel::Insertable)]
#[diesel(table_name = crate::schema::glossary_terms)]
pub struct Term {
    pub id: String,
    pub names: Localised,
    pub explanations: Localised,
    pub forms: Forms,
}

crate::db::jsonb! {
    /// Other forms of a name that lessons use, by language.
    #[derive(Eq, Default)]
    #[serde(default)]
    pub struct Forms {
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub nl: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub fr: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub de: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub en: Vec<String>,
    }
}

impl Forms {
    pub fn get(&self, language: Language) -> &[String] {
        match language {
            Language::Nl => &self.nl,
            Language::Fr => &self.fr,
            Language::De => &self.de,
            Language::En => &self.en,
        }
    }

    pub fn is_empty(&self) -> bool {
        Language::ALL.iter().all(|language| self.get(*language).is_empty())
    }
}

impl Term {
    /// Its name and the other forms of it in a language.
    pub fn written(&self, language: Language) -> impl Iterator<Item = &str> {
        std::iter::once(self.names.get(language)).chain(self.forms.get(language).iter().map(String::as_str))
    }
}

/// The whole glossary, with what finds its terms in a text.
#[derive(Default)]
pub struct Glossary {
    pub terms: Vec<Term>,
    found: [OnceLock<Terms>; 4],
}

impl Glossary {
    pub fn new(terms: Vec<Term>) -> Self {
        Self { terms, found: Default::default() }
    }

    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// What finds the terms in texts of a language.
    pub fn of(&self, language: Language) -> &Terms {
        self.found[language as usize].get_or_init(|| Terms::new(&self.terms, language))
    }
}
