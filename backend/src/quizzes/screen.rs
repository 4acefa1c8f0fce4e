//! A drawn screen of an invented service: what stands on it from top to bottom, and where it can be clicked.

use crate::locale::Localised;
use serde::{Deserialize, Serialize};

/// A screen with its texts in every language, or in one (`Screen<String>`).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screen<T = Localised> {
    pub title: T,
    pub parts: Vec<Part<T>>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Part<T = Localised> {
    Heading(T),
    Text(T),
    /// Something that the service tells.
    Notice(T),
    /// Something that went wrong.
    Warning(T),
    /// A fact: what it is, and what it says here.
    Row(Row<T>),
    /// Something to fill in, and what stands in it.
    Field(Field<T>),
    Button(Region<T>),
    /// A wide button with room for a note: one of several ways.
    Tile(Region<T>),
    Link(Region<T>),
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row<T = Localised> {
    pub label: T,
    pub value: T,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field<T = Localised> {
    pub label: T,
    #[serde(default = "nothing", skip_serializing_if = "Option::is_none")]
    pub value: Option<T>,
}

/// Where the screen can be clicked: a choice of the scene.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region<T = Localised> {
    pub choice: String,
    /// What stands on it; else the text of the choice.
    #[serde(default = "nothing", skip_serializing_if = "Option::is_none")]
    pub label: Option<T>,
    #[serde(default = "nothing", skip_serializing_if = "Option::is_none")]
    pub note: Option<T>,
}

/// serde would ask for `T: Default` otherwise.
fn nothing<T>() -> Option<T> {
    None
}

impl<T> Screen<T> {
    /// The same screen with other texts.
    pub fn map<'a, U>(&'a self, mut change: impl FnMut(&'a T) -> U) -> Screen<U> {
        let change = &mut change;
        Screen { title: change(&self.title), parts: self.parts.iter().map(|part| part.map(change)).collect() }
    }

    /// Every text on it.
    pub fn texts(&self) -> Vec<&T> {
        let mut texts = vec![&self.title];
        for part in &self.parts {
            match part {
                Part::Heading(text) | Part::Text(text) | Part::Notice(text) | Part::Warning(text) => texts.push(text),
                Part::Row(row) => texts.extend([&row.label, &row.value]),
                Part::Field(field) => texts.extend([Some(&field.label), field.value.as_ref()].into_iter().flatten()),
                Part::Button(region) | Part::Tile(region) | Part::Link(region) => {
                    texts.extend(region.label.iter().chain(&region.note));
                }
            }
        }
        texts
    }

    /// Where it can be clicked.
    pub fn regions(&self) -> impl Iterator<Item = &Region<T>> {
        self.parts.iter().filter_map(|part| part.region().map(|(_, region)| region))
    }

    pub fn offers(&self, choice: &str) -> bool {
        self.regions().any(|region| region.choice == choice)
    }

    /// What is wrong with the screen of a scene with these choices, in words for its author.
    pub fn complaints(&self, scene: &str, choices: &[&str]) -> Vec<String> {
        let mut complaints = Vec::new();
        for (at, region) in self.regions().enumerate() {
            let choice = region.choice.as_str();
            if !choices.contains(&choice) {
                complaints.push(format!("the screen {scene:?} offers {choice:?}, which is no choice of its scene"));
            } else if self.regions().take(at).any(|earlier| earlier.choice == choice) {
                complaints.push(format!("the screen {scene:?} offers {choice:?} twice"));
            }
        }
        if self.regions().next().is_none() {
            complaints.push(format!("the screen {scene:?} offers no choice: add a button, a tile or a link"));
        }
        complaints
    }
}

impl<T> Part<T> {
    /// The region that it is, and how that looks.
    pub fn region(&self) -> Option<(&'static str, &Region<T>)> {
        match self {
            Self::Button(region) => Some(("button", region)),
            Self::Tile(region) => Some(("tile", region)),
            Self::Link(region) => Some(("link", region)),
            _ => None,
        }
    }

    fn map<'a, U>(&'a self, change: &mut impl FnMut(&'a T) -> U) -> Part<U> {
        match self {
            Self::Heading(text) => Part::Heading(change(text)),
            Self::Text(text) => Part::Text(change(text)),
            Self::Notice(text) => Part::Notice(change(text)),
            Self::Warning(text) => Part::Warning(change(text)),
            Self::Row(row) => Part::Row(Row { label: change(&row.label), value: change(&row.value) }),
            Self::Field(field) => {
                Part::Field(Field { label: change(&field.label), value: field.value.as_ref().map(change) })
            }
            Self::Button(region) => Part::Button(region.map(change)),
            Self::Tile(region) => Part::Tile(region.map(change)),
            Self::Link(region) => Part::Link(region.map(change)),
        }
    }
}

impl<T> Region<T> {
    fn map<'a, U>(&'a self, change: &mut impl FnMut(&'a T) -> U) -> Region<U> {
        Region {
            choice: self.choice.clone(),
            label: self.label.as_ref().map(&mut *change),
            note: self.note.as_ref().map(change),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(toml: &str) -> Screen<String> {
        toml::from_str(toml).unwrap()
    }

    const LOG_IN: &str = r#"
        title = "Log in"
        parts = [
            { heading = "Choose your key" },
            { row = { label = "Name", value = "Lea" } },
            { field = { label = "Code" } },
            { tile = { choice = "card", note = "with a reader" } },
            { link = { choice = "help", label = "Help" } },
        ]"#;

    #[test]
    fn a_screen_is_read_and_its_texts_are_changed_one_by_one() {
        let screen = screen(LOG_IN);
        let texts = ["Log in", "Choose your key", "Name", "Lea", "Code", "with a reader", "Help"];
        assert_eq!(screen.texts(), texts);
        assert_eq!(screen.map(|text| text.len()).texts(), texts.map(str::len).each_ref());
        assert!(screen.offers("card") && screen.offers("help") && !screen.offers("code"));
    }

    #[test]
    fn a_region_is_a_choice_of_its_scene_and_stands_there_once() {
        let twice = LOG_IN.replace("\"help\"", "\"card\"");
        let none = "title = 'x'\nparts = []";
        for (screen_of, choices, expected) in [
            (LOG_IN, &["card", "help", "other"][..], &[][..]),
            (LOG_IN, &["card"], &["the screen \"login\" offers \"help\", which is no choice of its scene"]),
            (&twice, &["card"], &["the screen \"login\" offers \"card\" twice"]),
            (none, &["card"], &["the screen \"login\" offers no choice: add a button, a tile or a link"]),
        ] {
            assert_eq!(screen(screen_of).complaints("login", choices), expected);
        }
    }

    #[test]
    fn a_part_that_does_not_exist_is_refused() {
        for part in
            ["{ picture = 'x' }", "{ tile = { choice = 'a', colour = 'red' } }", "{ text = 'a', heading = 'b' }"]
        {
            assert!(toml::from_str::<Screen<String>>(&format!("title = 'x'\nparts = [{part}]")).is_err(), "{part}");
        }
    }
}
