import { inspectEach, openPages } from "../test/inspect-pages.ts";
import { officeRules } from "../test/route-security/portal-office.ts";

openPages();

inspectEach(officeRules);
