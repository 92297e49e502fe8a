// The one program behind every script of package.json. It needs nothing but Node 20, and is written
// so that an older Node can still read it far enough to say so.
const [command, ...args] = process.argv.slice(2);

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(
    `Concord needs Node 20 or newer to start; this is ${process.version}. Install a newer Node and try again.`,
  );
  process.exit(1);
}
import("./run/commands.mjs").then(async ({ commands, run }) => {
  if (!commands.includes(command)) {
    console.error(`Say one of: ${commands.map((name) => `npm run ${name}`).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  process.exitCode = await run(command, args);
});
