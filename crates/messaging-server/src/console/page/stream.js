// Server-sent events by fetch(), because EventSource cannot send a header, and a token has no place in an address.

import { refusal } from "./call.js";
import { lock, refresh } from "./server.js";
import { opening } from "./session.js";
import { isMine, myTurn, turn } from "./turn.js";

const LEAST = 500;
const MOST = 10_000;

/** Waits, or until there is a reason to try at once. */
export function pause(ms) {
  return new Promise((done) => {
    const timer = setTimeout(end, ms);
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      document.removeEventListener("visibilitychange", end);
      done();
    }
    addEventListener("online", end);
    document.addEventListener("visibilitychange", end);
  });
}

/** How long to wait after so many failures, never all pages at once. */
export function backoff(tries) {
  const wait = Math.min(LEAST * 2 ** tries, MOST);
  return wait / 2 + Math.random() * wait / 2;
}

/**
 * Reads a stream whenever this window reads: `path()` is asked for before every try, so it can say where to go on.
 * `onState` hears `open`, `waiting`, `asleep` and, if there is no such stream, `absent`.
 */
export async function follow(path, { onEvent, onState }) {
  let tries = 0;
  for (;;) {
    await myTurn();
    const abort = new AbortController();
    const leave = () => abort.abort();
    turn.addEventListener("lost", leave, { once: true });
    try {
      // This notices another server before we ask it to go on where the old one was.
      await refresh();
      const headers = { ...opening(), accept: "text/event-stream" };
      const response = await fetch(path(), { headers, cache: "no-store", signal: abort.signal });
      if (response.status === 401) return lock();
      if (response.status === 404) return onState("absent");
      if (!response.ok) throw await refusal(response);
      tries = 0;
      onState("open");
      await read(response.body, onEvent);
    } catch (error) {
      if (error.message === "locked" || error.status === 401) return undefined;
    } finally {
      turn.removeEventListener("lost", leave);
    }
    onState(isMine() ? "waiting" : "asleep");
    if (isMine()) await pause(backoff(tries));
    tries += 1;
  }
}

async function read(body, onEvent) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let event = { name: "message", id: "", data: [] };
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split(/\r?\n/);
    rest = lines.pop();
    for (const line of lines) {
      if (line !== "") {
        take(event, line);
        continue;
      }
      if (event.data.length > 0) onEvent({ name: event.name, id: event.id, data: event.data.join("\n") });
      event = { name: "message", id: "", data: [] };
    }
  }
}

function take(event, line) {
  const colon = line.indexOf(":");
  if (colon === 0) return;
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  if (field === "data") event.data.push(value);
  else if (field === "event") event.name = value;
  else if (field === "id") event.id = value;
}
