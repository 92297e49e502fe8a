export { enterNetwork } from "./enter-network.ts";
export { joinedFolder } from "./joining-folder.ts";
export { lookAgainCron, lookAgainIfAsked, lookAgainQueue } from "./look-again.ts";
export { lookForKeyIfAsked } from "./take-new-key.ts";
