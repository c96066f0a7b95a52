//! Whether the store's file can be opened, without opening it: that would lock it, and count as a life of the node.

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use super::Check;
use crate::{config::StorePlace, exit::Exit};

/// What every SQLite file starts with (<https://www.sqlite.org/fileformat.html>).
const MAGIC: &[u8] = b"SQLite format 3\0";

const NAME: &str = "store";

pub(super) fn check(store: &StorePlace) -> Check {
    match store {
        StorePlace::Memory => {
            Check::warn(NAME, "in memory: gone when the gateway ends", "write `store = \"sqlite:./messaging.db\"`")
        }
        StorePlace::Sqlite(path) => file(path),
    }
}

fn file(path: &Path) -> Check {
    let shown = path.display();
    let fail = |what: String, next: &str| Check::fail(NAME, Exit::Config, what, next);
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => fail(format!("{shown} is a folder"), "name a file: `store = \"sqlite:PATH\"`"),
        Ok(found) if found.permissions().readonly() => {
            fail(format!("{shown} is read-only"), "make the file and its folder writable for this user")
        }
        Ok(found) => match head(path) {
            Ok(head) if found.len() == 0 || head == MAGIC => Check::ok(NAME, format!("{shown}, {} bytes", found.len())),
            Ok(_) => fail(format!("{shown} is not an SQLite file"), "restore it from a backup, or name another file"),
            Err(cause) => fail(format!("{shown} cannot be read: {cause}"), "let this user read and write it"),
        },
        Err(_) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_owned);
            match fs::metadata(&folder) {
                Ok(found) if found.is_dir() && !found.permissions().readonly() => {
                    Check::ok(NAME, format!("{shown} will be created"))
                }
                _ => {
                    let what = format!("{shown} cannot be created: {} is no folder to write to", folder.display());
                    fail(what, "create the folder, or name another file")
                }
            }
        }
    }
}

fn head(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(MAGIC.len());
    File::open(path)?.take(16).read_to_end(&mut head)?;
    Ok(head)
}
