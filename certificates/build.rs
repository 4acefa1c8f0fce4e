//! Takes three serif faces and the sRGB profile out of `typst-assets`: its other ten megabytes stay out of the program.

use std::path::PathBuf;

const FACES: [&str; 3] = ["LibertinusSerif-Regular", "LibertinusSerif-Semibold", "LibertinusSerif-Italic"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for name in FACES {
        let bytes = typst_assets::fonts()
            .find(|bytes| postscript_name(bytes).as_deref() == Some(name))
            .unwrap_or_else(|| panic!("typst-assets no longer holds {name}"));
        std::fs::write(folder.join(format!("{name}.otf")), bytes).expect("OUT_DIR can be written");
    }
    std::fs::write(folder.join("sRGB-v4.icc"), typst_assets::icc::S_RGB_V4).expect("OUT_DIR can be written");
}

fn postscript_name(bytes: &[u8]) -> Option<String> {
    let face = ttf_parser::Face::parse(bytes, 0).ok()?;
    face.names()
        .into_iter()
        .find(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME && name.is_unicode())?
        .to_string()
}
