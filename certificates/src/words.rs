//! The fixed words of the sheet, in the four languages, as they are used in Belgium.

use chrono::{Datelike, NaiveDate};

use crate::sheet::{Language, Level};

/// The words of one language, at one level.
pub(crate) struct Words {
    /// The heading of the page.
    pub heading: &'static str,
    /// What the holder has become.
    pub role: &'static str,
    pub level: &'static str,
    pub awarded_to: &'static str,
    /// Goes on after the holder's name.
    pub statement: &'static str,
    pub competencies: &'static str,
    pub issued_on: &'static str,
    pub valid_until: &'static str,
    pub number: &'static str,
    pub verify: &'static str,
    /// What a paper copy is worth.
    pub print_note: &'static str,
    pub demonstration: &'static str,
    pub specimen: &'static str,
    /// Across the page of a specimen.
    pub watermark: &'static str,
    pub qr_alt: &'static str,
    pub link_alt: &'static str,
    pub seal_alt: &'static str,
    /// Before the issuer's name: what the signature field is.
    pub seal_of: &'static str,
}

pub(crate) fn words(language: Language, level: Level) -> Words {
    match language {
        Language::Nl => dutch(level),
        Language::Fr => french(level),
        Language::De => german(level),
        Language::En => english(level),
    }
}

fn dutch(level: Level) -> Words {
    let (name, statement) = match level {
        Level::Basic => ("Basisniveau", "die alle competenties van het basisniveau heeft bewezen"),
        Level::Expert => ("Expertenniveau", "die alle competenties van het expertenniveau heeft bewezen"),
    };
    Words {
        heading: "Connectoobrevet",
        role: "Digitale helper",
        level: name,
        awarded_to: "Dit brevet is uitgereikt aan",
        statement,
        competencies: "Bewezen competenties",
        issued_on: "Uitgereikt op",
        valid_until: "Geldig tot en met",
        number: "Nummer",
        verify: "Controleer dit brevet",
        print_note: "Dit pdf-bestand is elektronisch verzegeld. Een afdruk bewijst niets op zich: controleer hem online.",
        demonstration: "Demonstratie: dit zegel is een demonstratiezegel en dit brevet heeft geen officiële waarde.",
        specimen: "Specimen: dit is een voorbeeld zonder waarde.",
        watermark: "SPECIMEN",
        qr_alt: "QR-code met het adres van de pagina waar u dit brevet controleert",
        link_alt: "Controleer dit brevet online",
        seal_alt: "Getekend zegel van het programma Connectoo",
        seal_of: "Elektronisch zegel van",
    }
}

fn french(level: Level) -> Words {
    let (name, statement) = match level {
        Level::Basic => ("Niveau de base", "qui a démontré toutes les compétences du niveau de base"),
        Level::Expert => ("Niveau expert", "qui a démontré toutes les compétences du niveau expert"),
    };
    Words {
        heading: "Brevet Connectoo",
        role: "Aidante ou aidant numérique",
        level: name,
        awarded_to: "Ce brevet est décerné à",
        statement,
        competencies: "Compétences démontrées",
        issued_on: "Délivré le",
        valid_until: "Valable jusqu’au (inclus)",
        number: "Numéro",
        verify: "Vérifiez ce brevet",
        print_note: "Ce fichier PDF porte un cachet électronique. Une copie imprimée ne prouve rien seule\u{a0}: vérifiez-la en ligne.",
        demonstration: "Démonstration\u{a0}: ce cachet est un cachet de démonstration et ce brevet n’a aucune valeur officielle.",
        specimen: "Spécimen\u{a0}: ceci est un exemple sans valeur.",
        watermark: "SPÉCIMEN",
        qr_alt: "Code QR avec l’adresse de la page où vous vérifiez ce brevet",
        link_alt: "Vérifiez ce brevet en ligne",
        seal_alt: "Cachet dessiné du programme Connectoo",
        seal_of: "Cachet électronique de",
    }
}

fn german(level: Level) -> Words {
    let (name, statement) = match level {
        Level::Basic => ("Grundstufe", "nach Nachweis aller Kompetenzen der Grundstufe"),
        Level::Expert => ("Expertenstufe", "nach Nachweis aller Kompetenzen der Expertenstufe"),
    };
    Words {
        heading: "Connectoo-Brevet",
        role: "Digitale Helferin oder digitaler Helfer",
        level: name,
        awarded_to: "Dieses Brevet wird verliehen an",
        statement,
        competencies: "Nachgewiesene Kompetenzen",
        issued_on: "Ausgestellt am",
        valid_until: "Gültig bis einschließlich",
        number: "Nummer",
        verify: "Prüfen Sie dieses Brevet",
        print_note: "Diese PDF-Datei ist elektronisch besiegelt. Ein Ausdruck allein beweist nichts: Prüfen Sie ihn online.",
        demonstration: "Demonstration: Dieses Siegel ist ein Demonstrationssiegel und dieses Brevet hat keinen amtlichen Wert.",
        specimen: "Muster: Dies ist ein Beispiel ohne Wert.",
        watermark: "MUSTER",
        qr_alt: "QR-Code mit der Adresse der Seite, auf der Sie dieses Brevet prüfen",
        link_alt: "Prüfen Sie dieses Brevet online",
        seal_alt: "Gezeichnetes Siegel des Programms Connectoo",
        seal_of: "Elektronisches Siegel:",
    }
}

fn english(level: Level) -> Words {
    let (name, statement) = match level {
        Level::Basic => ("Basic level", "who has demonstrated every competency of the basic level"),
        Level::Expert => ("Expert level", "who has demonstrated every competency of the expert level"),
    };
    Words {
        heading: "Connectoo brevet",
        role: "Digital helper",
        level: name,
        awarded_to: "This brevet is awarded to",
        statement,
        competencies: "Competencies demonstrated",
        issued_on: "Issued on",
        valid_until: "Valid until (inclusive)",
        number: "Number",
        verify: "Check this brevet",
        print_note: "This PDF file carries an electronic seal. A printout proves nothing by itself: check it online.",
        demonstration: "Demonstration: this seal is a demonstration seal and this brevet has no official value.",
        specimen: "Specimen: this is an example without value.",
        watermark: "SPECIMEN",
        qr_alt: "QR code with the address of the page where you check this brevet",
        link_alt: "Check this brevet online",
        seal_alt: "Drawn seal of the Connectoo programme",
        seal_of: "Electronic seal of",
    }
}

/// A civil date in words: “1er décembre 2026”, “1. Dezember 2026”, “1 december 2026”.
pub(crate) fn date_in_words(date: NaiveDate, language: Language) -> String {
    let month = months(language)[date.month0() as usize];
    let (day, year) = (date.day(), date.year());
    match language {
        Language::Fr if day == 1 => format!("1er {month} {year}"),
        Language::De => format!("{day}. {month} {year}"),
        Language::Nl | Language::Fr | Language::En => format!("{day} {month} {year}"),
    }
}

#[rustfmt::skip]
fn months(language: Language) -> [&'static str; 12] {
    match language {
        Language::Nl => ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
        Language::Fr => ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        Language::De => ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        Language::En => ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    }
}
