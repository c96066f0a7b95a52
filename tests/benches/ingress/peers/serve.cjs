// Says where a server listens, and how much it has heard once nobody wants it any more.
exports.serve = (server, heard) => {
  const { address, port } = server.address();
  console.log(`${address}:${port}`);
  process.stdin.resume();
  process.stdin.on("end", () => {
    console.log(`${heard()} 0 0`);
    process.exit(0);
  });
};
