import type { Command } from "../command.ts";
import { epochClose } from "./epoch-close.ts";
import { found } from "./found.ts";
import { join } from "./join.ts";
import { keyMake } from "./key-make.ts";
import { keysRetire } from "./keys-retire.ts";
import { keysRotate } from "./keys-rotate.ts";
import { memberAdd } from "./member-add.ts";
import { memberStatus } from "./member-status.ts";
import { registryRenew } from "./registry-renew.ts";
import { rootRotate } from "./root-rotate.ts";
import { sign } from "./sign.ts";
import { verify } from "./verify.ts";

/** In the order in which a network needs them. */
export const commands: readonly Command[] = [
  keyMake,
  found,
  sign,
  join,
  memberAdd,
  ...memberStatus,
  keysRotate,
  keysRetire,
  epochClose,
  registryRenew,
  rootRotate,
  verify,
];
