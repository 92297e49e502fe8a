import { describeRouteSecurity } from "@concord/testing";
import { publicRules } from "./portal-public.ts";
import { portalSuite } from "./portal-suite.ts";

describeRouteSecurity("the public pages", portalSuite("public", publicRules));
