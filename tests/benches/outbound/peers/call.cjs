// Calls through a vendor's own package: call.cjs KIND ADDRESS WARM-UP COUNT UNDER-WAY
const [kind, address, ...numbers] = process.argv.slice(2);
const [warmUp, count, underWay] = numbers.map(Number);

const kinds = {
  slack() {
    const { WebClient } = require("@slack/web-api");
    const client = new WebClient("xoxb-emu", { slackApiUrl: `${address}/api/` });
    return () => client.chat.postMessage({ channel: "C0000000001", text: "Your table is ready." });
  },
  twilio() {
    const client = require("twilio")("AC00000000000000000000000000000001", "secret");
    client.api.baseUrl = address;
    return () =>
      client.messages.create({ to: "+15550100777", from: "+15550100001", body: "Your table is ready." });
  },
};

const call = kinds[kind]();
const all = async (left) => {
  const one = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: underWay }, one));
};

(async () => {
  await all(warmUp);
  const [began, before] = [process.hrtime.bigint(), process.cpuUsage()];
  await all(count);
  const { user, system } = process.cpuUsage(before);
  console.log(count, Number(process.hrtime.bigint() - began) / 1e9, (user + system) / 1e6);
  process.exit(0);
})();
