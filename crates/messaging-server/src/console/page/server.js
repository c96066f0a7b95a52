// The server as the page knows it: what it last said of itself, and whether it is still the same one.

import { call } from "./call.js";
import { isOpened } from "./session.js";

const EVERY = 2_000;
const EVERY_UNSEEN = 15_000;

/** Tells `status` (detail: what the server said), `trouble` (detail: the error), `restart` and `locked`. */
export const server = new EventTarget();

let seen;
let asking;
let locked = false;
let timer;

/** Asks the server how it is, once at a time. */
export function refresh() {
  asking ??= read().finally(() => { asking = undefined; });
  return asking;
}

/** Asks again in a moment, because something has happened. */
export function soon() {
  schedule(200);
}

/** Asks from now on, again and again. */
export function watch() {
  document.addEventListener("visibilitychange", soon);
  schedule(0);
}

/** The token does not fit: nothing will, until there is another one. */
export function lock() {
  locked = true;
  clearTimeout(timer);
  server.dispatchEvent(new Event("locked"));
}

async function read() {
  if (!isOpened()) lock();
  if (locked) throw new Error("locked");
  try {
    const status = await call("GET", "api/status", undefined, 5_000);
    const now = performance.now();
    // It was not up when we last saw one, so this is another one: its numbers begin again.
    const other = seen && (status.uptime_ms < seen.uptime || now - status.uptime_ms > seen.at);
    seen = { uptime: status.uptime_ms, at: now };
    if (other) server.dispatchEvent(new Event("restart"));
    server.dispatchEvent(new CustomEvent("status", { detail: status }));
    return status;
  } catch (error) {
    if (error.status === 401) lock();
    else server.dispatchEvent(new CustomEvent("trouble", { detail: error }));
    throw error;
  }
}

function schedule(wait) {
  clearTimeout(timer);
  if (locked) return;
  timer = setTimeout(async () => {
    // What went wrong was told.
    await refresh().catch(() => {});
    schedule(document.hidden ? EVERY_UNSEEN : EVERY);
  }, wait);
}
