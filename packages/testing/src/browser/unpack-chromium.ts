import { execFile } from "node:child_process";
import { lstat, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface UnpackedChromium {
  readonly executablePath: string;
  /** Its libraries and its font, for machines that have none. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The npm package unpacks into the temporary folder under fixed names, so a process of its own gets another such folder. */
const unpack = (entry: string) =>
  `import chromium from ${JSON.stringify(entry)}; await chromium.executablePath();`;

/** Unpacks the Chromium that npm carries, once for each account of a machine: root's copy is closed to others. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(await readFile(join(dirname(entry), "..", "package.json"), "utf8"));
  const folder = join(tmpdir(), `concord-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!(await isOurs(folder))) {
    const staging = await mkdtemp(`${folder}-`);
    // The package adds its libraries only where it believes to be on Amazon's platform.
    const env = { TMPDIR: staging, HOME: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
    const script = unpack(pathToFileURL(entry).href);
    await run(process.execPath, ["--input-type=module", "-e", script], { env });
    await writeFile(join(staging, "fonts", "fonts.conf"), fontSettings(folder));
    await rename(staging, folder).catch(() => rm(staging, { recursive: true, force: true }));
  }
  if (!(await isOurs(folder))) throw new Error(`${folder} belongs to somebody else: remove it`);
  return {
    executablePath: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  };
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/** The package's own settings name folders that exist on Amazon's platform only. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
