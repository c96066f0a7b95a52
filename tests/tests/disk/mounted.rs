use messaging_tests::tool::tool;

/// The words that run a program where a folder is mounted otherwise, for that program alone; nothing where this machine
/// does not allow it.
pub(crate) fn mounted(mount: &str) -> Option<Vec<String>> {
    let unshare = tool("MESSAGING_UNSHARE")?;
    let script = format!("{mount} && exec \"$0\" \"$@\"");
    let words = [unshare.to_str().unwrap(), "--map-root-user", "--mount", "sh", "-c", &script];
    Some(words.map(str::to_owned).into())
}
