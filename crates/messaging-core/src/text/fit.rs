use crate::{
    Descriptor, Error, ErrorKind, Result,
    message::{Content, SendMessage},
    text::split,
};

/// The most messages that are made of one: a text beyond that is a mistake, and would be a bill.
pub const MOST_PARTS: usize = 50;

/// Writes out what a provider cannot carry, as it declares: media as links, actions as numbered lines; then splits.
///
/// Each part is a message of its own. Native content, media and actions that can be carried go with the last part.
///
/// # Errors
/// [`Invalid`](ErrorKind::Invalid): it would be more than [`MOST_PARTS`] messages. None of them is made then.
pub fn fit(message: &SendMessage, limits: &Descriptor) -> Result<Vec<SendMessage>> {
    let mut content = message.content.clone();
    let mut lines = Vec::new();
    if !limits.media {
        lines.extend(std::mem::take(&mut content.media).into_iter().map(|media| media.url));
    }
    if !limits.actions {
        let actions = std::mem::take(&mut content.actions);
        lines.extend(actions.into_iter().zip(1..).map(|(action, number)| format!("{number}. {}", action.label)));
    }
    for line in lines {
        if !content.text.is_empty() {
            content.text.push('\n');
        }
        content.text.push_str(&line);
    }
    let mut texts = match limits.max_text {
        Some(max) => split(&content.text, max),
        None => vec![content.text.clone()],
    };
    if texts.len() > MOST_PARTS {
        let message = format!(
            "the text has {} characters and would be {} messages; at most {MOST_PARTS} are made of one text: have the \
             agent write less, or send a link to it",
            content.text.chars().count(),
            texts.len(),
        );
        return Err(Error::new(ErrorKind::Invalid, message));
    }
    let last = texts.pop().unwrap_or_default();
    let part = |content: Content| SendMessage { content, ..message.clone() };
    let mut parts: Vec<_> = texts.into_iter().map(|text| part(Content::text(text))).collect();
    parts.push(part(Content { text: last, ..content }));
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Place,
        message::{Action, Media},
    };

    #[test]
    fn what_cannot_be_carried_is_written_out() {
        let mut content = Content::text("Pick:");
        content.media.push(Media::at("https://x.test/a.png"));
        content.actions = vec![Action::new("Yes", "y"), Action::new("No", "n")];
        let message = SendMessage::new(Place::new("x", ["y"]), content);
        let plain = fit(&message, &Descriptor::new("plain")).unwrap();
        assert_eq!(plain[0].content.text, "Pick:\nhttps://x.test/a.png\n1. Yes\n2. No");
        let rich = fit(&message, &Descriptor::new("rich").with_media().with_actions()).unwrap();
        assert_eq!(rich, [message]);
    }

    #[test]
    fn a_text_without_end_is_refused_as_a_whole() {
        let limits = Descriptor::new("short").with_max_text(10);
        let message = |parts: usize| SendMessage::new(Place::new("x", ["y"]), "x".repeat(10 * parts));
        assert_eq!(fit(&message(MOST_PARTS), &limits).unwrap().len(), MOST_PARTS);
        let error = fit(&message(MOST_PARTS + 1), &limits).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid);
        assert!(error.to_string().contains("510 characters and would be 51 messages"), "{error}");
    }
}
