import { type Logger as PinoLogger, pino } from "pino";

export type Logger = PinoLogger;

/** Fields that may hold personal data or secrets; pino replaces their values before a line is written. */
const redacted = [
  "email",
  "name",
  "phone",
  "address",
  "token",
  "password",
  "cookie",
  "authorization",
  "licenseNumber",
];

export interface LoggerOptions {
  readonly level?: string;
  /** Where lines go; standard output unless given. */
  readonly destination?: { write(line: string): void };
}

/** Structured JSON lines. Log ids and codes, never what a person typed. */
export function createLogger(options: LoggerOptions = {}): Logger {
  const paths = redacted.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const settings = {
    level: options.level ?? "info",
    base: null,
    redact: { paths, censor: "[redacted]" },
    serializers: { err: serializeError },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/** A driver's message may carry SQL and parameters, so only the class, the code and the frames are kept. */
function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  const code = "code" in error ? String(error.code) : undefined;
  const cause = error.cause instanceof Error ? serializeError(error.cause) : undefined;
  return { type: error.name, code, stack: frames.slice(0, 12), cause };
}
