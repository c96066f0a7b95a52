// The token comes in the fragment of the address, which no browser sends anywhere; it is kept for this tab only.

const KEY = "messaging.token";

function given() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  return fragment.get("token") ?? fragment.get("t");
}

function recall() {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function keep(fresh) {
  try {
    sessionStorage.setItem(KEY, fresh);
  } catch { /* storage is closed: the token lives as long as the page */ }
  // Nobody can read it over a shoulder, and it is in no bookmark.
  history.replaceState(null, "", location.pathname + location.search);
  return fresh;
}

const fresh = given();
const token = fresh ? keep(fresh) : recall();

// An address with a new token, pasted into this tab, changes only the fragment.
addEventListener("hashchange", () => { if (given()) location.reload(); });

/** The headers that open the console. */
export function opening() {
  return { authorization: `Bearer ${token}` };
}

/** Whether there is anything to open it with. */
export function isOpened() {
  return token !== "";
}
