import { describeRouteSecurity } from "@concord/testing";
import { learnerRules } from "./portal-learner.ts";
import { portalSuite } from "./portal-suite.ts";

describeRouteSecurity("the pages of learners", portalSuite("learner", learnerRules));
