//! How much of everything Slack takes. <https://docs.slack.dev/reference/block-kit>

/// Characters of a message's `text`: what Slack recommends, and what `chat.update` takes at all.
pub(crate) const TEXT: usize = 4_000;
/// Blocks of a message.
pub(crate) const BLOCKS: usize = 50;
/// Characters of a header.
pub(super) const HEADER: usize = 150;
/// Rows of a table.
pub(super) const ROWS: usize = 100;
/// Cells of a row.
pub(super) const CELLS: usize = 20;
/// How deep a list is indented.
pub(super) const INDENT: usize = 8;
/// Buttons beyond which a menu is easier to read.
pub(super) const BUTTONS: usize = 5;
/// Elements of a block of actions.
pub(super) const ELEMENTS: usize = 25;
/// Options of a menu.
pub(crate) const OPTIONS: usize = 100;
/// Characters of a button's or an option's label.
pub(super) const LABEL: usize = 75;
/// Characters of a button's value.
pub(super) const BUTTON_VALUE: usize = 2_000;
/// Characters of an option's value.
pub(super) const OPTION_VALUE: usize = 150;
/// Characters of an image's URL.
pub(super) const IMAGE_URL: usize = 3_000;
/// Characters of an image's alternative text and title.
pub(super) const IMAGE_TEXT: usize = 2_000;
/// Images of a message that are shown as such: the text and the actions need blocks too.
pub(crate) const IMAGES: usize = 10;
