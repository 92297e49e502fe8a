export { addDays, addMonths, type Day, dayIn, daysBetween } from "./calendar.ts";
export { type Clock, systemClock } from "./clock.ts";
export { ConfigError, parseEnvironment } from "./config.ts";
export { DomainError, type ErrorKind, type ErrorParams, type FieldError, paramsForWords } from "./errors.ts";
export { createIds, type Ids } from "./ids.ts";
export { createLogger, type Logger } from "./logger.ts";
export {
  type Catalog,
  type Locale,
  loadMessages,
  type MessageSource,
  type Translate,
} from "./messages.ts";
export { asWrittenHere, writeNumber } from "./numbers.ts";
export { closeOnSignal, Shutdown } from "./shutdown.ts";
export { type Place, writeDayOf, writeDaysAgo, writeMoment } from "./times.ts";
