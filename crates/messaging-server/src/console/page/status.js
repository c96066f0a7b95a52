// The token is in the fragment (#t=…), which no browser sends anywhere; from there it goes into a header.
const token = new URLSearchParams(location.hash.slice(1)).get("t") ?? "";
const state = document.getElementById("state");
const status = document.getElementById("status");

async function read() {
  try {
    const answer = await fetch("api/status", { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(await answer.text());
    const told = await answer.json();
    state.textContent = `messaging ${told.version} is ${told.state}`;
    status.textContent = JSON.stringify(told, null, 2);
  } catch (error) {
    state.textContent = `The status cannot be read: ${error.message}`;
  }
}

read();
setInterval(read, 2000);
