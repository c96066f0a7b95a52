use serde_json::Value;

use super::{
    chunk::Chunk,
    stream::{MOST_TEXT, Mode, Stream},
};
use crate::slack::{
    api::{Arguments, Refusal},
    ts::Ts,
};

/// Most blocks that come as chunks, and most that come with the end.
pub(super) const MOST_BLOCKS: usize = 50;

/// What a call adds to an answer, and in which way.
pub(super) struct Payload {
    mode: Mode,
    chunks: Vec<Chunk>,
}

impl Payload {
    /// Reads `markdown_text` or `chunks`; none if the call has neither.
    pub(super) fn read(arguments: &Arguments) -> Result<Option<Self>, Refusal> {
        let text = arguments.text("markdown_text")?;
        let chunks = arguments.structure("chunks").map_err(|()| Refusal::new("invalid_chunks"))?;
        let chunks = chunks.as_ref().map(Chunk::read_all).transpose()?.filter(|chunks| !chunks.is_empty());
        match (text, chunks) {
            (Some(_), Some(_)) => {
                Err(Refusal::arguments("markdown_text and chunks exclude each other [json-pointer:/chunks]"))
            }
            (Some(text), None) if text.chars().count() > MOST_TEXT => Err(Refusal::new("msg_too_long")),
            (Some(text), None) => Ok(Some(Self { mode: Mode::Text, chunks: vec![Chunk::Markdown(text.to_owned())] })),
            (None, Some(chunks)) => Ok(Some(Self { mode: Mode::Chunks, chunks })),
            (None, None) => Ok(None),
        }
    }

    /// The stream as it is with this in it.
    pub(super) fn added_to(self, stream: &Stream) -> Result<Stream, Refusal> {
        if stream.mode.is_some_and(|mode| mode != self.mode) {
            return Err(Refusal::new("streaming_mode_mismatch"));
        }
        let mut grown = stream.clone();
        grown.mode = Some(self.mode);
        grown.grow(self.chunks);
        if grown.weight() > MOST_TEXT {
            return Err(Refusal::new("msg_too_long"));
        }
        if grown.blocks() > MOST_BLOCKS {
            return Err(Refusal::new("msg_blocks_too_many"));
        }
        Ok(grown)
    }
}

/// The message a call is about.
pub(super) fn place(arguments: &Arguments) -> Result<(String, Ts), Refusal> {
    let channel = arguments.required("channel")?.to_owned();
    let ts = Ts::read(arguments.required("ts")?).ok_or_else(|| Refusal::new("message_not_found"))?;
    Ok((channel, ts))
}

/// The `blocks` that an answer ends with.
pub(super) fn tail(arguments: &Arguments) -> Result<Vec<Value>, Refusal> {
    let format = || Refusal::new("invalid_blocks_format");
    let Some(blocks) = arguments.structure("blocks").map_err(|()| format())? else { return Ok(Vec::new()) };
    let Value::Array(blocks) = blocks else { return Err(format()) };
    if blocks.len() > MOST_BLOCKS {
        return Err(Refusal::new("msg_blocks_too_many"));
    }
    if !blocks.iter().all(|block| block.get("type").is_some_and(Value::is_string)) {
        return Err(Refusal::new("invalid_blocks").saying("missing required field: type [json-pointer:/blocks]"));
    }
    Ok(blocks)
}
