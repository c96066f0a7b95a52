//! As much XML as `TwiML` has: elements, attributes, text, the five entities, CDATA and comments.

/// The deepest nesting that is read.
const DEEPEST: usize = 16;

/// An element with what is in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    /// Its own text, joined.
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

/// Reads a whole document, which begins with its first byte.
pub(crate) fn read(text: &str) -> Result<Element, String> {
    let mut open: Vec<Element> = Vec::new();
    let mut rest = text;
    if rest.starts_with("<?xml") {
        rest = rest.split_once("?>").ok_or("the XML declaration has no end")?.1.trim_start();
    }
    if !rest.starts_with('<') {
        return Err("the document does not begin with an element".to_owned());
    }
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").ok_or("a comment has no end")?.1;
        } else if let Some(after) = rest.strip_prefix("<![CDATA[") {
            let (inner, after) = after.split_once("]]>").ok_or("a CDATA section has no end")?;
            open.last_mut().ok_or("there is text outside the root")?.text.push_str(inner);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("</") {
            let (name, after) = after.split_once('>').ok_or("a tag has no end")?;
            let element = open.pop().filter(|element| element.name == name.trim_end());
            let element = element.ok_or_else(|| format!("</{name}> closes nothing"))?;
            match open.last_mut() {
                Some(parent) => parent.children.push(element),
                None => return end(element, after),
            }
            rest = after;
        } else if let Some(after) = rest.strip_prefix('<') {
            let (element, is_whole, after) = tag(after)?;
            if !is_whole && open.len() >= DEEPEST {
                return Err("it is nested too deeply".to_owned());
            }
            match open.last_mut() {
                _ if !is_whole => open.push(element),
                Some(parent) => parent.children.push(element),
                None => return end(element, after),
            }
            rest = after;
        } else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            let text = unescape(text)?;
            open.last_mut().ok_or("there is text outside the root")?.text.push_str(&text);
            rest = after;
        }
    }
    Err("an element has no end".to_owned())
}

fn end(root: Element, rest: &str) -> Result<Element, String> {
    if rest.trim().is_empty() { Ok(root) } else { Err("something follows the root".to_owned()) }
}

/// Reads a tag after its `<`: the element, whether it ended itself, and what follows.
fn tag(text: &str) -> Result<(Element, bool, &str), String> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | ':' | '.');
    let (name, mut rest) = text.split_at(text.find(|letter| !is_name(letter)).unwrap_or(text.len()));
    if name.is_empty() {
        return Err("a tag has no name".to_owned());
    }
    let mut element = Element { name: name.to_owned(), ..Element::default() };
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>") {
            return Ok((element, true, after));
        }
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((element, false, after));
        }
        let (name, after) = rest.split_once('=').ok_or_else(|| format!("the tag of {} has no end", element.name))?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|letter| matches!(letter, '"' | '\''));
        let quote = quote.ok_or_else(|| format!("an attribute of {} is not quoted", element.name))?;
        let value = after.get(1..).and_then(|after| after.split_once(quote));
        let (value, after) = value.ok_or_else(|| format!("an attribute of {} has no end", element.name))?;
        element.attributes.push((name.trim().to_owned(), unescape(value)?));
        rest = after;
    }
}

fn unescape(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (entity, after) = after.split_once(';').ok_or("an & is not escaped")?;
        out.push_str(before);
        out.push(character(entity).ok_or_else(|| format!("the entity &{entity}; is unknown"))?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn character(entity: &str) -> Option<char> {
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twiml_is_read() {
        let root = read(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>\n <!-- hi -->\n <Message to='+1555'>a &lt;b&gt; \
             &amp; c&#33;&#x21;</Message><Message><Body><![CDATA[<&>]]></Body><Media>u</Media></Message></Response>\n",
        )
        .unwrap();
        assert_eq!((root.name.as_str(), root.children.len()), ("Response", 2));
        assert_eq!(root.children[0].text, "a <b> & c!!");
        assert_eq!(root.children[0].attributes, [("to".to_owned(), "+1555".to_owned())]);
        assert_eq!(root.children[1].children[0].text, "<&>");
        assert_eq!(read("<Response/>").unwrap(), Element { name: "Response".to_owned(), ..Element::default() });
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for wrong in [
            "",
            " <Response/>",
            "hello",
            "<Response>",
            "<Response></Reply>",
            "<Response/><Response/>",
            "<Response a=b/>",
            "<Response>a & b</Response>",
            "<Response>&nope;</Response>",
            "<>",
            "<a",
            "<a b",
            "<a b='",
            "</a>",
            "<!--",
            "<é/>",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert!(read(&"<a>".repeat(100_000)).is_err());
    }
}
