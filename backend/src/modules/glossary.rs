//! The glossary: the terms of the course, explained in plain words.

use crate::locale::Localised;

#[derive(Clone, PartialEq, Eq, Debug, diesel::HasQuery, diesel::Insertable)]
#[diesel(table_name = crate::schema::glossary_terms)]
pub struct Term {
    pub id: String,
    pub names: Localised,
    pub explanations: Localised,
}
