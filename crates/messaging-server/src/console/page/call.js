// One request and its answer, or an error whose message a person can act on.

import { opening } from "./session.js";

export const GONE = "The gateway does not answer. Is it still running?";

/** Where an emulator tells what people did and saw, and takes what they do. */
export function side(vendor, path) {
  return `emulator/${vendor}/_emulator/${path}`;
}

/** The server said no. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Asks our own server for JSON. */
export function call(method, path, body, patience = 40_000) {
  return ask(method, path, opening(), body, patience);
}

/** Asks any server for JSON. */
export async function ask(method, path, headers, body, patience = 40_000) {
  const written = body === undefined ? {} : { "content-type": "application/json" };
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { accept: "application/json", ...headers, ...written },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    throw new Error(error.name === "TimeoutError" ? "No answer came in time." : GONE, { cause: error });
  }
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/** Reads why an answer is a no. */
export async function refusal(response) {
  const text = (await response.text().catch(() => "")).trim();
  return new Refusal(response.status, reason(text) || `The server answered ${response.status}.`);
}

function reason(text) {
  try {
    const told = JSON.parse(text).error;
    return typeof told === "string" ? told : (told?.message ?? text);
  } catch {
    return text;
  }
}
