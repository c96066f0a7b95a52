// The keyboard. Letters work only where nobody is typing, and can be switched off.

const KEY = "messaging.letters";
const help = document.getElementById("help");
const letters = document.getElementById("letters");

/** `panes` is what Alt+1, Alt+2, … lead to. */
export function listen(panes, timeline) {
  letters.checked = recall();
  letters.addEventListener("change", () => keep(letters.checked));
  document.getElementById("keys").addEventListener("click", () => help.showModal());
  const plain = {
    "?": () => help.showModal(),
    "/": () => timeline.focusSearch(),
    j: () => timeline.step(1),
    k: () => timeline.step(-1),
    p: () => timeline.pause(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const act = event.altKey ? jump(event, panes) : bare(event, plain);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** By the place of the key: with Alt, some layouts make other signs of the digits. */
function jump(event, panes) {
  const number = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const pane = panes[number - 1];
  if (!pane || event.shiftKey) return undefined;
  return () => {
    if (help.open) help.close();
    pane.composer.focus();
  };
}

function bare(event, plain) {
  if (help.open) return event.key === "?" ? () => help.close() : undefined;
  if (document.querySelector("dialog[open]")) return undefined;
  const typing = event.target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.key === "Escape") return typing ? () => document.getElementById("timeline").focus() : undefined;
  return typing || !letters.checked ? undefined : plain[event.key];
}

function recall() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

function keep(on) {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch { /* storage is closed: it holds until the page is left */ }
}
