// Times and durations as people read them.

const second = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
});
const exact = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hourCycle: "h23",
});

/** Writes a moment, in milliseconds since 1970, into a `<time>`. */
export function date(element, at, { exactly = false } = {}) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return;
  element.dateTime = moment.toISOString();
  element.title = moment.toLocaleString();
  element.textContent = (exactly ? exact : second).format(moment);
}

/** A duration given in milliseconds. */
export function span(ms) {
  if (!Number.isFinite(ms)) return "";
  if (Number.isInteger(ms) && ms < 1_000) return `${ms} ms`;
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(ms < 9_950 ? 2 : 1)} s`;
  return `${Math.round(ms / 60_000)} min`;
}
