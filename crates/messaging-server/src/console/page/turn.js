// Which window reads. A browser opens six connections to a server for all its windows together, and this page keeps
// three: with two windows at it, the second could not even send. So the one that was used last reads, and the others
// go on where they were when somebody comes back to them.

const NAME = "messaging.console";

let mine = false;
/** Tells `mine` and `lost`. */
export const turn = new EventTarget();

/** Whether this window reads. */
export function isMine() {
  return mine;
}

/** Resolves as soon as this window reads. */
export function myTurn() {
  if (mine) return Promise.resolve();
  return new Promise((done) => turn.addEventListener("mine", done, { once: true }));
}

/** Takes turns with the other windows, from now on. */
export function takeTurns() {
  addEventListener("focus", take);
  document.addEventListener("visibilitychange", take);
  take();
}

function take() {
  if (mine || document.hidden) return;
  // Pages without TLS that are not on this machine have no locks: all of them read.
  if (!navigator.locks) return tell(true);
  navigator.locks.request(NAME, { steal: true }, () => {
    tell(true);
    return new Promise(() => {});
  }).catch(() => tell(false));
}

function tell(now) {
  mine = now;
  turn.dispatchEvent(new Event(now ? "mine" : "lost"));
}
