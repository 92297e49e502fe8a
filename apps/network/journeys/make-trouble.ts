import { localSite, Visitor } from "@concord/testing";
import { drawDusk } from "../test/draw-noise.ts";
import { until } from "../test/tenant-program.ts";
import { adoptTitle } from "../test/walk-share.ts";
import {
  offerTraining,
  publishTraining,
  rewriteTraining,
  type Written,
  writeTraining,
} from "../test/write-training.ts";
import { contradictsItself, keyOf, updatesWhatIsGone } from "./lies.ts";
import { type OpenNetwork, startOpenNetwork } from "./open-network.ts";

/** What each state shares, by the word that its pages are found by. */
export const shared = {
  port: { en: "Signs to know at the port", es: "Señales que conocer en el puerto" },
  night: { en: "Night shifts on the coast", es: "Turnos de noche en la costa" },
  voices: { en: "What survivors told us", es: "Lo que nos contaron los sobrevivientes" },
  trucks: { en: "Truck stops after dark", es: "Paradas de camiones de noche" },
  desk: { en: "At the hotel front desk", es: "En la recepción del hotel" },
  clinic: { en: "In the clinic’s waiting room", es: "En la sala de espera de la clínica" },
  rest: { en: "Rest areas on the interstate", es: "Áreas de descanso en la interestatal" },
} as const;

/** Where the list of members was signed so long ago that it runs out ten days from now. */
const foundedDaysAgo = 354.5;

/**
 * A network in which much goes wrong, each from its real cause and by what offices do on their pages. Seen from
 * Mississippi: Kentucky was switched off before it could apply a recall and an erasure; Georgia's key signed two
 * things that cannot both be true; Tennessee updates what it took back; a file of Texas's does not come; Alabama's
 * update waits for a decision; the list of members soon runs out. West Virginia was never there.
 */
export async function startTroubledNetwork(): Promise<OpenNetwork> {
  const net = await startOpenNetwork(["ms", "al", "ga", "ky", "tn", "tx"], foundedDaysAgo);
  try {
    await aWeekAgo(net);
    await takeBack(net);
    await sinceYesterday(net);
  } catch (error) {
    await net.stop();
    throw error;
  }
  return net;
}

async function aWeekAgo(net: OpenNetwork): Promise<void> {
  net.clock.move(7);
  const ms = await office(net, "ms");
  for (const title of ["port", "night", "voices"] as const) await share(ms, title);
  await share(await office(net, "al"), "trucks");
  await share(await office(net, "ga"), "desk");
  await adoptTitle(ms, shared.trucks.en);
  await adoptTitle(ms, shared.desk.en);
  const tn = await office(net, "tn");
  await share(tn, "clinic");
  await untilListed(ms, "clinic");
  const clinic = await endItem(tn, "clinic", "recall", "A number in it was wrong");
  net.be("tn", updatesWhatIsGone(net, "tn", { key: await keyOf(net, "tn"), item: clinic }));
  await untilHeld(ms, "voices", 6);
}

/** Kentucky holds all of it and hears of nothing more. */
async function takeBack(net: OpenNetwork): Promise<void> {
  net.clock.move(4);
  await askAll(await office(net, "ms"));
  await net.switchOff("ky");
  net.clock.move(3);
  const ms = await office(net, "ms");
  await endItem(ms, "night", "recall", "It names an exit that is closed at night");
  net.clock.move(2);
  await endItem(await office(net, "ms"), "voices", "erase", "Somebody in it withdrew consent");
}

async function sinceYesterday(net: OpenNetwork): Promise<void> {
  net.clock.move(1);
  net.be("ga", contradictsItself(net, "ga", await keyOf(net, "ga")));
  const asksForFile = (request: Request) => new URL(request.url).pathname.startsWith("/federation/v1/blobs/");
  net.be("tx", async (request, answer) =>
    asksForFile(request) ? new Response(null, { status: 503 }) : await answer(),
  );
  await share(await office(net, "tx"), "rest");
  const al = await office(net, "al");
  await revise(
    al,
    "trucks",
    "Look twice at who speaks and who stays silent, and note the plate before you call.",
  );
  const ms = await office(net, "ms");
  await untilListed(ms, "trucks", "?status=update-available");
  net.clock.move(0);
  const now = await office(net, "ms");
  await now.open("/office/network/rules");
  await now.submit("/office/network/rules/us-ga", { toolkit: "block" });
  await askAll(now);
}

async function askAll(visitor: Visitor): Promise<void> {
  await visitor.open("/office/network");
  await visitor.submit("/office/network/sync");
}

/** An officer who has just signed in. */
async function office(net: OpenNetwork, code: string): Promise<Visitor> {
  const visitor = new Visitor(localSite, net.url(code, ""));
  await visitor.signIn(`officer@${code}.example`);
  return visitor;
}

const said = {
  said: "Look twice at who speaks and who stays silent.",
  saidInSpanish: "Mire dos veces quién habla y quién calla.",
};

async function share(visitor: Visitor, name: keyof typeof shared): Promise<void> {
  const id = await writeTraining(visitor, { ...shared[name], ...said, picture: drawDusk(640, 240) });
  await offerTraining(visitor, id);
  if (!(await publishTraining(visitor, id))) throw new Error(`not to be published: ${visitor.text}`);
}

async function revise(visitor: Visitor, name: keyof typeof shared, words: string): Promise<void> {
  await visitor.open("/office/trainings");
  const [id = ""] = /trn_[0-9a-f]+/.exec(rowWith(visitor, shared[name].en)) ?? [];
  const next: Written = { ...shared[name], ...said, said: words };
  await rewriteTraining(visitor, id, next);
  await offerTraining(visitor, id);
  await publishTraining(visitor, id, { significance: "major" });
}

/** Takes an item back and gives its id on the network. */
async function endItem(
  visitor: Visitor,
  name: keyof typeof shared,
  op: "recall" | "erase",
  reason: string,
): Promise<string> {
  const item = await itemOf(visitor, name);
  const page = `/office/network/published/${item}/end`;
  await visitor.open(page);
  const { status } = await visitor.submit(page, { op, reason });
  if (status !== 200) throw new Error(`not taken back: ${visitor.text}`);
  return item;
}

async function itemOf(visitor: Visitor, name: keyof typeof shared): Promise<string> {
  await visitor.open("/office/network/published");
  return /published\/([\w.-]+)/.exec(rowWith(visitor, shared[name].en))?.[1] ?? "";
}

function rowWith(visitor: Visitor, title: string): string {
  return visitor.seen.html.split("<tr").find((row) => row.includes(title)) ?? "";
}

async function untilListed(visitor: Visitor, name: keyof typeof shared, query = ""): Promise<void> {
  await until(async () => {
    await visitor.open(`/office/network/incoming${query}`);
    return rowWith(visitor, shared[name].en) !== "";
  });
}

/** Until so many offices have confirmed that they hold it. */
async function untilHeld(visitor: Visitor, name: keyof typeof shared, offices: number): Promise<void> {
  const item = await itemOf(visitor, name);
  await until(async () => {
    await visitor.open(`/office/network/published/${item}`);
    return visitor.text.split("Revision 1, the newest").length - 1 >= offices;
  });
}
