// What people call the places that conversations are in.

/** Names of channels, direct messages and people, by the vendor's id. */
export const names = new Map();

/** A conversation's reference, such as `twilio:direct:+15550100001,+15550100002`, in a few words. */
export function whereabouts(reference) {
  if (!reference) return "";
  const [, kind = "", ...rest] = reference.split(":");
  const parts = rest.join(":").split(",").map(decoded);
  const last = parts.at(-1) ?? "";
  switch (kind) {
    case "direct": return address(last);
    case "channel":
    case "dm": return names.get(last) ?? `${kind} ${short(last)}`;
    case "thread": return `${names.get(parts.at(-2)) ?? short(parts.at(-2) ?? "")} › thread`;
    case "visitor": return `visitor ${last.slice(0, 6)}`;
    case "conv": return `conversation ${short(last)}`;
    default: return `${kind} ${short(last)}`.trim();
  }
}

/** A phone's address: its channel and its number. */
export function address(text) {
  return text.startsWith("whatsapp:") ? `WhatsApp ${text.slice(9)}` : `SMS ${text}`;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function short(id) {
  return id.length > 14 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id;
}
