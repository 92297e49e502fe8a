import { describeRouteSecurity } from "@concord/testing";
import { mostDocumentBytes } from "../src/desk/model.ts";
import { deskOf } from "./keepers.ts";
import { regionNetwork } from "./network.ts";

type World = Awaited<ReturnType<typeof open>>;

async function open() {
  const net = await regionNetwork(["us-ms", "us-al"]);
  const desk = deskOf(net);
  const { id, text, key } = await desk.ask("us-ia");
  const begun = await desk.draft({ ceremony: "suspend", member: "us-al" });
  const { location } = await desk.handIn(await desk.sign(begun, 1));
  const app = { routes: net.instance.routes, fetch: net.instance.fetch };
  const origin = "http://region.localhost";
  return {
    app,
    origin,
    desk,
    asked: { id, text, kid: key.kid },
    begun,
    proposal: location,
    close: net.close,
  };
}

const anyone = "anyone" as const;
const draft = "/network/desk/draft?ceremony=renew";

// Nobody signs in at this site: a write is believed for the signatures in it. What is tried is everything else.
describeRouteSecurity<World>("the keepers' desk", {
  open,
  actors: {},
  accepts: "form",
  maxBodyBytes: mostDocumentBytes,
  covers: (route) => /\/network\/(desk|requests)/.test(route),
  rules: [
    { route: "GET /network/desk", allow: anyone },
    {
      route: "GET /network/desk/begin/:ceremony",
      allow: anyone,
      paths: ({ asked }) => ({ own: `/network/desk/begin/add?request=${asked.id}` }),
    },
    { route: "GET /network/desk/draft", allow: anyone, paths: () => ({ own: draft }) },
    {
      route: "GET /network/desk/draft/:file{(registry|root)\\.partial}",
      allow: anyone,
      paths: () => ({ own: draft.replace("draft", "draft/registry.partial") }),
      reached: [409],
    },
    {
      route: "GET /network/desk/proposals/:id",
      allow: anyone,
      paths: ({ proposal }) => ({ own: proposal }),
    },
    {
      route: "GET /network/desk/proposals/:id/:file{(registry|root)\\.partial}",
      allow: anyone,
      paths: ({ proposal }) => ({ own: `${proposal}/registry.partial` }),
    },
    {
      route: "POST /network/desk/documents",
      allow: anyone,
      body: async ({ desk, begun }) => ({ document: await desk.sign(begun, 1) }),
    },
    {
      route: "GET /network/desk/proposals/:id/withdraw",
      allow: anyone,
      paths: ({ proposal }) => ({ own: `${proposal}/withdraw` }),
    },
    {
      route: "POST /network/desk/withdrawals",
      allow: anyone,
      body: async ({ desk, proposal }) => ({ document: await desk.withdrawal(proposal, 1) }),
    },
    { route: "GET /network/desk/trial-keepers", allow: anyone },
    {
      route: "GET /network/desk/trial-keepers/:place{[1-9]}/:document{registry|root}",
      allow: anyone,
      paths: () => ({ own: "/network/desk/trial-keepers/1/root" }),
    },
    { route: "GET /network/requests", allow: anyone },
    { route: "POST /network/requests", allow: anyone, body: ({ asked }) => ({ request: asked.text }) },
    {
      route: "GET /network/requests/:kid{[A-Za-z0-9_-]{43}}",
      allow: anyone,
      paths: ({ asked }) => ({ own: `/network/requests/${asked.kid}` }),
    },
    {
      route: "GET /network/requests/:id/request.join",
      allow: anyone,
      paths: ({ asked }) => ({ own: `/network/requests/${asked.id}/request.join` }),
    },
    {
      route: "POST /api/v1/network/requests",
      allow: anyone,
      except: { allowed: "it takes no form; desk.test.ts asks by it" },
    },
    {
      route: "GET /api/v1/network/requests/:kid",
      allow: anyone,
      paths: ({ asked }) => ({ own: `/api/v1/network/requests/${asked.kid}` }),
    },
  ],
});
