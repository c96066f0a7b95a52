// Answers, line by line, what Twilio's own calculator makes of a text: {"text", "smart"} -> {"encoding", "count", "parts"}.
'use strict';

const { createInterface } = require('node:readline');
const { SegmentedMessage } = require('sms-segments-calculator');

createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
  const { text, smart } = JSON.parse(line);
  const message = new SegmentedMessage(text, 'auto', smart);
  // What is no character of the text is the header that a message of several has. A plain array, because the calculator's
  // own kind puts headers into whatever is mapped.
  const part = (segment) => Array.from(segment).filter((char) => char.raw !== undefined).map((char) => char.raw).join('');
  const parts = message.segments.map(part);
  process.stdout.write(`${JSON.stringify({ encoding: message.encodingName, count: message.segments.length, parts })}\n`);
});
