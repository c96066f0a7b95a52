// The web chat's page. What a person wrote is shown at once, kept until the server has it, and sent again under the
// same client_id for as long as that takes; what the stream says is the truth, and settles it.

const here = new URL(".", import.meta.url);
const KEY = "messaging.chat";
const LONGEST_PAUSE = 30_000;
const $ = (id) => document.getElementById(id);
const [log, form, text, state, problem, newest, template] =
  ["log", "form", "text", "state", "problem", "newest", "line"].map($);

// ---- what is remembered: the visitor, the last cursor they saw, what the server does not have yet ----

const memory = { visitor: null, cursor: 0, outbox: [] };

function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
    if (/^[0-9a-f]{32}$/.test(kept.visitor)) {
      memory.visitor = kept.visitor;
      memory.cursor = Number.isSafeInteger(kept.cursor) ? kept.cursor : 0;
      memory.outbox = Array.isArray(kept.outbox) ? kept.outbox.filter((m) => m?.client_id && m?.text) : [];
    }
  } catch { /* storage is closed to this frame: the conversation lives as long as the page */ }
}

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch { /* as above */ }
}

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Pages without TLS have no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const pause = (ms) => new Promise((done) => {
  const timer = setTimeout(done, ms);
  addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
});

/** Waits longer after every failure, never all pages at once. */
function backoff() {
  let wait = 500;
  return { reset: () => { wait = 500; }, wait: (least = 0) => {
    wait = Math.min(wait * 2, LONGEST_PAUSE);
    return pause(Math.max(least, wait / 2 + Math.random() * wait / 2));
  } };
}

// ---- lines: text nodes only ----

const lines = new Map();   // client_id -> element of a line that is ours
const settled = new Map();   // cursor -> element of an answer
let atEnd = true;

function put(line) {
  const item = template.content.cloneNode(true).firstElementChild;
  const own = line.role === "user";
  item.classList.toggle("own", own);
  item.querySelector(".who").textContent = own ? "You: " : "Answer: ";
  linkify(item.querySelector(".text"), line.text ?? "");
  for (const media of line.media ?? []) {
    const entry = document.createElement("li");
    entry.append(link(media.url, media.name ?? media.url));
    item.querySelector(".media").append(entry);
  }
  for (const action of line.actions ?? []) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.label;
    button.addEventListener("click", () => { write(action.value || action.label); text.focus(); });
    item.querySelector(".actions").append(button);
  }
  date(item, line.at);
  // What has no place in the conversation yet stays below what has one.
  log.insertBefore(item, line.cursor ? unsettled() : null);
  follow(own);
  return item;
}

const unsettled = () => log.querySelector(".pending");

function date(item, at) {
  const when = at ? new Date(at) : new Date();
  const time = item.querySelector("time");
  time.dateTime = when.toISOString();
  time.title = when.toLocaleString();
  time.textContent = when.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

function mark(item, name, words) {
  item.classList.remove("pending", "failed");
  if (name) item.classList.add(name);
  item.querySelector(".mark").textContent = words;
}

/** A link where the address is http(s), plain text where it is anything else. */
function link(address, words) {
  let url;
  try { url = new URL(address); } catch { return document.createTextNode(words); }
  if (url.protocol !== "https:" && url.protocol !== "http:") return document.createTextNode(words);
  const anchor = document.createElement("a");
  anchor.href = url.href;
  anchor.rel = "noopener noreferrer nofollow ugc";
  anchor.target = "_blank";
  anchor.textContent = words;
  return anchor;
}

function linkify(element, words) {
  let last = 0;
  for (const match of words.matchAll(/https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}]/g)) {
    element.append(words.slice(last, match.index), link(match[0], match[0]));
    last = match.index + match[0].length;
  }
  element.append(words.slice(last));
}

function follow(always) {
  if (atEnd || always) log.scrollTop = log.scrollHeight;
  newest.hidden = atEnd || always;
}

log.addEventListener("scroll", () => {
  atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 48;
  if (atEnd) newest.hidden = true;
});
newest.addEventListener("click", () => { atEnd = true; follow(true); text.focus(); });

function complain(words) {
  problem.textContent = words;
  problem.hidden = !words;
}

// ---- reading: the stream, from the last line shown ----

let shown = 0;
let source;
const reconnect = backoff();

function show(line) {
  if (line.cursor <= shown) return;
  if (line.role !== "user") stopWriting();
  shown = line.cursor;
  const ours = line.client_id && lines.get(line.client_id);
  if (ours) {
    // Its place is where the server put it: after everything that has one.
    date(ours, line.at);
    mark(ours, "", "✓ sent");
    const after = unsettled();
    if (ours.nextElementSibling !== after) log.insertBefore(ours, after);
    follow(true);
  } else {
    const item = put(line);
    if (line.role === "user") mark(item, "", "✓ sent");
    else settled.set(line.cursor, item);
    if (line.delivery) reach({ of: line.cursor, status: line.delivery, problem: line.problem });
    if (line.client_id) lines.set(line.client_id, item);
  }
  if (line.client_id) memory.outbox = memory.outbox.filter((message) => message.client_id !== line.client_id);
  memory.cursor = Math.max(memory.cursor, line.cursor);
  keep();
}

// An answer while it is being written; the message that settles it holds the whole text, whatever was missed.
let writing = null;

function grow({ run, attempt, at, text }) {
  const name = `${run} ${attempt}`;
  if (writing?.name !== name) {
    stopWriting();
    if (at !== 0) return;
    writing = { name, told: 0, item: put({ role: "assistant", text: "" }) };
    writing.item.setAttribute("aria-busy", "true");
  }
  if (writing.told !== at) return;
  writing.told += new TextEncoder().encode(text).length;
  writing.item.querySelector(".text").append(text);
  follow(false);
}

function stopWriting() {
  writing?.item.remove();
  writing = null;
}

/** How far an answer got, where its platform says so. */
function reach({ of, status, problem }) {
  const item = settled.get(of);
  if (!item) return;
  const failed = ["failed", "undelivered", "canceled"].includes(status);
  mark(item, failed ? "failed" : "", failed ? `! ${status}${problem ? `: ${problem.message}` : ""}` : `✓ ${status}`);
}

function say(words, open = false) {
  state.textContent = words;
  state.classList.toggle("open", open);
}

function listen() {
  source?.close();
  const url = new URL("events", here);
  url.searchParams.set("visitor", memory.visitor);
  url.searchParams.set("after", shown);
  const stream = source = new EventSource(url);
  // What was seen on an earlier visit is not read aloud again.
  const before = memory.cursor;
  log.setAttribute("aria-live", shown < before ? "off" : "polite");
  stream.addEventListener("open", () => { reconnect.reset(); say("Connected", true); });
  stream.addEventListener("message", (event) => {
    const line = JSON.parse(event.data);
    if (line.cursor > before) log.setAttribute("aria-live", "polite");
    show(line);
  });
  stream.addEventListener("delta", (event) => grow(JSON.parse(event.data)));
  stream.addEventListener("delivery", (event) => {
    const step = JSON.parse(event.data);
    shown = Math.max(shown, step.cursor);
    reach(step);
  });
  stream.addEventListener("error", async () => {
    say("Reconnecting…");
    // A cut stream the browser mends by itself, with Last-Event-ID; after a refusal it gives up, and we do not.
    if (stream.readyState !== EventSource.CLOSED || stream !== source) return;
    await reconnect.wait();
    if (stream === source) listen();
  });
}

// ---- writing: one after the other, in order, until the server has it ----

let sending = false;

function write(words) {
  if (!words.trim()) return;
  const message = { client_id: uuid(), text: words, at: new Date().toISOString() };
  memory.outbox.push(message);
  keep();
  pend(message);
  flush();
}

function pend(message) {
  const item = put({ role: "user", text: message.text, at: message.at });
  mark(item, "pending", "… sending");
  lines.set(message.client_id, item);
}

async function flush() {
  if (sending || !memory.visitor) return;
  sending = true;
  const tries = backoff();
  try {
    while (memory.outbox.length > 0) {
      const message = memory.outbox[0];
      const answer = await post("messages", { visitor: memory.visitor, client_id: message.client_id, text: message.text });
      if (answer.later) {
        const item = lines.get(message.client_id);
        if (item) mark(item, "pending", "… not sent yet, trying again");
        await tries.wait(answer.after);
        continue;
      }
      tries.reset();
      memory.outbox = memory.outbox.filter((other) => other.client_id !== message.client_id);
      keep();
      const item = lines.get(message.client_id);
      if (answer.ok && item?.classList.contains("pending")) mark(item, "pending", "✓ accepted");
      if (!answer.ok) {
        if (item) mark(item, "failed", "! not sent");
        complain(`Your message was not taken: ${answer.why}`);
      }
    }
  } finally {
    sending = false;
  }
}

/** Posts JSON. `later`: nobody said no, so the same thing may be sent again. */
async function post(path, body) {
  let response;
  try {
    response = await fetch(new URL(path, here), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return { later: true, after: 0 };
  }
  if (response.ok) return { ok: true, told: await response.json().catch(() => ({})) };
  const later = response.status >= 500 || response.status === 429 || response.status === 408;
  const after = Number(response.headers.get("retry-after") ?? 0) * 1000 || 0;
  const why = (await response.text().catch(() => "")).trim() || `the server answered ${response.status}`;
  return { later, after, why };
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  complain("");
  write(text.value);
  text.value = "";
  text.focus();
});

text.addEventListener("keydown", (event) => {
  // Enter that ends the choice of a character is no Enter.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

$("leave").addEventListener("click", () => {
  if (!confirm("Forget this conversation on this device?")) return;
  source?.close();
  try { localStorage.removeItem(KEY); } catch { /* nothing was kept */ }
  location.reload();
});

// Another tab has begun a new conversation.
addEventListener("storage", (event) => {
  if (event.key !== KEY || !event.newValue) return;
  const { visitor } = JSON.parse(event.newValue);
  if (visitor && memory.visitor && visitor !== memory.visitor) location.reload();
});

// ---- start ----

async function start() {
  recall();
  const tries = backoff();
  while (!memory.visitor) {
    const answer = await post("visitors", {});
    if (answer.ok && answer.told.visitor) {
      memory.visitor = answer.told.visitor;
      keep();
    } else if (answer.later || answer.ok) {
      say("Reconnecting…");
      await tries.wait(answer.after);
    } else {
      say("Not connected");
      complain(answer.why);
      return;
    }
  }
  memory.outbox.forEach(pend);
  listen();
  flush();
}

text.focus();
start();
