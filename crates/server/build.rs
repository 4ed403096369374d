//! Has the server built again when the web parts were: what it carries is found while it compiles.

fn main() {
    for part in ["console", "widget"] {
        println!("cargo:rerun-if-changed=../../web/{part}/dist");
    }
}
