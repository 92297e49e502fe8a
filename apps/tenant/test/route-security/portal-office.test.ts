import { describeRouteSecurity } from "@concord/testing";
import { officeRules } from "./portal-office.ts";
import { portalSuite } from "./portal-suite.ts";

describeRouteSecurity("the pages of the office", portalSuite("office", officeRules));
