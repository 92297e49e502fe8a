// The one program behind `npm start` and `npm test`. It needs nothing but Node 20, and is written
// so that an older Node can still read it far enough to say so.
const commands = ["start", "dev", "test", "soak", "bench"];
const [command, ...args] = process.argv.slice(2);

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(
    `Concord needs Node 20 or newer to start; this is ${process.version}. Install a newer Node and try again.`,
  );
  process.exit(1);
}
if (!commands.includes(command)) {
  console.error(`Say one of: ${commands.map((name) => `npm run ${name}`).join(", ")}.`);
  process.exit(1);
}
import("./run/commands.mjs").then(async ({ run }) => {
  process.exitCode = await run(command, args);
});
