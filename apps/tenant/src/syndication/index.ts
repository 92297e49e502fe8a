export { adoptItem, declineItem, editOverlay } from "./adopt-item.ts";
export { applyByRule, applyByRuleQueue } from "./apply-by-rule.ts";
export { endItem } from "./end-item.ts";
export {
  forgetFiles,
  forgetFilesQueue,
  sweepFiles,
  sweepFilesCron,
  sweepFilesQueue,
} from "./forget-files.ts";
export { supportsItem, syndicationHandlers } from "./handle-items.ts";
export { ownOverlay } from "./own-contact.ts";
export { publishItem } from "./publish-item.ts";
export { askPeers, listIncoming, listPublished } from "./read-network.ts";
export { recoveredHandlers } from "./recover-own.ts";
export { forgetShared } from "./store-undone.ts";
export {
  networkAlertsCron,
  networkAlertsQueue,
  tellOffice,
  tellSoon,
} from "./tell-office.ts";
export { undoneHandlers } from "./undo-items.ts";
