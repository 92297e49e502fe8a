import { describeRouteSecurity } from "@concord/testing";
import { memberRules } from "./portal-member.ts";
import { portalSuite } from "./portal-suite.ts";

describeRouteSecurity("the pages of members", portalSuite("member", memberRules));
