export { publishFigures } from "./publish-figures.ts";
export { figuresReminderCron, figuresReminderQueue, remindOffice } from "./remind-office.ts";
