// Asks whether somebody means it, in the words of the app.

const dialog = document.getElementById("sure");
const [yes, no] = dialog.querySelectorAll("button");

/** Shows `{ title, text, confirm, deny, style }`; resolves to whether the answer was yes. */
export function sure({ title, text, confirm, deny, style }) {
  dialog.querySelector("h2").textContent = title?.text ?? "Are you sure?";
  dialog.querySelector("p").textContent = text?.text ?? "";
  yes.textContent = confirm?.text ?? "Yes";
  no.textContent = deny?.text ?? "No";
  yes.className = style === "danger" ? "danger" : "primary";
  dialog.returnValue = "";
  dialog.showModal();
  no.focus();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true });
  });
}
