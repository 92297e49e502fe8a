import type { RouteWorld } from "@concord/testing";
import { createApiToken } from "../../src/identity/tokens.ts";
import { startApplication } from "../../src/membership/index.ts";
import { restrictRecord } from "../../src/records/restrict.ts";
import { publishFigures } from "../../src/statistics/index.ts";
import { askPeers } from "../../src/syndication/index.ts";
import { publishItem } from "../../src/syndication/publish-item.ts";
import { listIncoming } from "../../src/syndication/read-network.ts";
import { createTraining, publishLocally } from "../../src/trainings/index.ts";
import { joinedMember } from "../join.ts";
import { sampleTraining } from "../sample-training.ts";
import { trialNetwork } from "../trial-network.ts";
import { submittedApplication } from "./applications.ts";
import { openEducation } from "./education-world.ts";
import { openLearning } from "./learning-world.ts";
import { type Harness, signedIn } from "./signed-in.ts";
import { membersWork, offerWorkplaceToolkit } from "./toolkit-world.ts";

export type TenantWorld = RouteWorld & Awaited<ReturnType<typeof fill>>;

/** One tenant of a network of two, with one of everything that its routes speak of, and people who hold it. */
export async function openWorld(): Promise<TenantWorld> {
  const net = await trialNetwork(["ms", "al"]);
  const [tenant, neighbour] = net.tenants;
  if (!tenant || !neighbour) throw new Error("the network has no two members");
  const filled = await fill(tenant, neighbour);
  const { instance } = tenant;
  return {
    ...filled,
    app: { routes: instance.routes, fetch: (request) => instance.fetch(request) },
    origin: tenant.tenant.origin,
    close: () => net.close(),
  };
}

async function fill(tenant: Harness, neighbour: Harness) {
  const office = await tenant.officer("olive@office.example");
  const officer = { cookie: await signedIn(tenant, "olive@office.example") };
  const second = await tenant.officer("second@office.example");
  const firm = await joinedMember(tenant, "Bay Oyster LLC", "bay@oyster.example");
  const other = await joinedMember(tenant, "Delta Freight Inc", "delta@freight.example");
  const spare = await joinedMember(tenant, "Spare Parts Inc", "spare@parts.example");
  const toolkit = await offerWorkplaceToolkit(tenant);
  const learning = await openLearning(tenant, office, firm, other);
  const education = await openEducation(tenant, office, learning);
  const applications = {
    approve: await submittedApplication(tenant, "Approve Me LLC"),
    ask: await submittedApplication(tenant, "Ask Me LLC"),
    deny: await submittedApplication(tenant, "Deny Me LLC"),
    restricted: await submittedApplication(tenant, "Close Me LLC"),
  };
  const asOffice = tenant.context(office);
  await restrictRecord(asOffice, { kind: "application", id: applications.restricted });
  await publishFigures(asOffice, { month: "2026-10" });
  const shared = await publishItem(asOffice, { kind: "training", id: learning.trainingId });
  return {
    tenant,
    officer: { ...officer, secondPersonId: second.personId ?? "" },
    member: { ...firm, ...(await membersWork(tenant, firm, toolkit.id)) },
    otherMember: { ...other, ...(await membersWork(tenant, other, toolkit.id)) },
    spare,
    toolkit,
    ...learning,
    ...education,
    applications,
    tokenId: (await createApiToken(asOffice, { name: "old system", scopes: ["audit:read"] })).id,
    draftSecret: (await startApplication(tenant.public(), { form: {} })).secret,
    shared: shared.item,
    incoming: await incomingItem(tenant, neighbour),
  };
}

async function incomingItem(tenant: Harness, neighbour: Harness): Promise<string> {
  const theirs = neighbour.context(await neighbour.officer());
  const { id } = await createTraining(theirs, { body: sampleTraining("From next door") });
  await publishLocally(theirs, { trainingId: id });
  await publishItem(theirs, { kind: "training", id });
  await askPeers(tenant.context(), {});
  const [item] = (await listIncoming(tenant.context(), {})).items;
  if (!item) throw new Error("nothing came in");
  return item.item;
}
