// Reactions by their names, as Slack calls the common ones.

const SIGNS = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", eyes: "👀", white_check_mark: "✅", heavy_check_mark: "✔️",
  x: "❌", heart: "❤️", tada: "🎉", rocket: "🚀", fire: "🔥", joy: "😂", smile: "😄", cry: "😢", wave: "👋", pray: "🙏",
  clap: "👏", raised_hands: "🙌", thinking_face: "🤔", hourglass: "⌛", hourglass_flowing_sand: "⏳", warning: "⚠️",
  question: "❓", bulb: "💡", ok_hand: "👌", "100": "💯", robot_face: "🤖", star: "⭐", coffee: "☕", tea: "🍵",
};

/** The sign of a name, or the name between colons. */
export function sign(name) {
  return SIGNS[name] ?? `:${name}:`;
}
