// What became of telling the application that a person wrote, in words.

import { span } from "./moment.js";

/** Reads `delivery` of an emulator's answer; `vendor` is who told, `retries` what it does after a no. */
export function fate(delivery, vendor, retries) {
  if (!delivery) return { ok: false, words: "nobody told", title: `${vendor} has no webhook to call: nobody was told` };
  const { status, ms, error } = delivery;
  if (!error && status >= 200 && status < 300) {
    return { ok: true, words: span(ms), title: `acknowledged with ${status} after ${span(ms)}` };
  }
  const what = [status, error].filter(Boolean).join(" ");
  return { ok: false, words: what, title: `${vendor}’s webhook failed: ${what}. ${retries}` };
}

/** Why what a person did on Slack came to nothing, as they read it; empty if it came to something. */
export function trouble({ status, error }) {
  if (!error) return "";
  if (error === "operation_timeout") return "The app did not respond within 3 seconds (operation_timeout).";
  return `The app did not understand it: ${[status && `it answered ${status}`, error].filter(Boolean).join(", ")}.`;
}
