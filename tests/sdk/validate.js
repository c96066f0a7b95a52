// Answers, line by line, whether Twilio's validator for Node.js takes a webhook; what it cannot read it does not take.
'use strict';

const { parse } = require('node:querystring');
const { createInterface } = require('node:readline');
const { validateRequest, validateRequestWithBody } = require('twilio');

const takes = ({ kind, body, settings, signature, token, url }) => {
  // This validator knows nothing of shared keys.
  if (settings) return false;
  if (kind === 'raw') return validateRequestWithBody(token, signature, url, body);
  return validateRequest(token, signature, url, kind === 'form' ? parse(body) : {});
};

createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
  let answer = false;
  try {
    answer = takes(JSON.parse(line));
  } catch {
    // A validator that fails takes nothing.
  }
  process.stdout.write(`${answer}\n`);
});
