export { publishFigures } from "./publish-figures.ts";
export { listUnsentMonths } from "./read-releases.ts";
export { recoveredFigures } from "./recover-figures.ts";
export { figuresReminderCron, figuresReminderQueue, remindOffice } from "./remind-office.ts";
