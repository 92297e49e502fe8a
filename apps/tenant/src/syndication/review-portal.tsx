import type { RenderOptions } from "@concord/content";
import { type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { type Attempt, attempt, readForm } from "../portal/forms.ts";
import { tokensOf } from "../profile/index.ts";
import { adoptItem, declineItem, editOverlay } from "./adopt-item.ts";
import { messages } from "./messages.ts";
import { overlayOfForm } from "./overlay-form.ts";
import { ownOverlay } from "./own-contact.ts";
import { type Review, readIncomingFile, reviewItem } from "./review-item.ts";
import type { ReviewState } from "./views/decision-forms.tsx";
import { timesOf } from "./views/network-page.tsx";
import { ReviewPage } from "./views/review-page.tsx";

const base = "/office/network/incoming/:item";
const outcomes = ["adopted", "declined", "saved"] as const;

/** One item of another member: read it, adopt it with our own parts, apply its update, or leave it aside. */
export function reviewRoutes(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get(base, async (c) => {
    const done = outcomes.find((one) => one === c.req.query("done"));
    return show(c, await readReview(c), { done });
  });
  app.get("/office/network/files/:item/:sha256", async (c) => {
    const { item, sha256 } = c.req.param();
    const file = await readIncomingFile(c.get("context"), { item, sha256 });
    const headers = {
      "Content-Type": file.type,
      "Content-Length": String(file.size),
      "Cache-Control": "private, max-age=3600",
    };
    return c.body(file.stream, 200, headers);
  });
  app.post(`${base}/adopt`, async (c) => {
    const { values } = await readForm(c);
    const review = await readReview(c);
    const overlay = review.body ? overlayOfForm(values, review.body) : undefined;
    const done = await attempt(c, [messages], () =>
      adoptItem(c.get("context"), { ...reviewed(c, values), overlay }),
    );
    return finish(c, done, "adopted", { form: "overlay", values });
  });
  app.post(`${base}/apply`, async (c) => {
    const { values } = await readForm(c);
    const input = { ...reviewed(c, values), ...chosenParts(values) };
    const done = await attempt(c, [messages], () => adoptItem(c.get("context"), input));
    return finish(c, done, "adopted", { form: "adopt", values });
  });
  app.post(`${base}/overlay`, async (c) => {
    const { values } = await readForm(c);
    const { pinned } = await readReview(c);
    const overlay = pinned ? overlayOfForm(values, pinned) : undefined;
    const { item } = reviewed(c, values);
    const done = await attempt(c, [messages], () => editOverlay(c.get("context"), { item, overlay }));
    return finish(c, done, "saved", { form: "overlay", values });
  });
  app.post(`${base}/decline`, async (c) => {
    const { values } = await readForm(c);
    const note = typeof values.note === "string" ? values.note : "";
    const done = await attempt(c, [messages], () =>
      declineItem(c.get("context"), { ...reviewed(c, values), note }),
    );
    return finish(c, done, "declined", { form: "decline", values });
  });
  return app;
}

function readReview(c: PortalContext): Promise<Review> {
  return reviewItem(c.get("context"), { item: c.req.param("item") ?? "" });
}

/** The item of the address and the revision that the page showed. */
function reviewed(c: PortalContext, values: FormValues): { item: string; revision: number } {
  return { item: c.req.param("item") ?? "", revision: Number(values.revision) };
}

/** The checked parts of the form that offers them; the form of a single change has none to choose. */
function chosenParts(values: FormValues): { parts?: string[] } {
  if (values.choose !== "parts") return {};
  const checked = Object.entries(values).filter(([name]) => /^part\.\d+$/.test(name));
  return { parts: checked.flatMap(([, path]) => path ?? []) };
}

type Failed = NonNullable<ReviewState["failed"]>;

async function finish(
  c: PortalContext,
  done: Attempt<unknown>,
  outcome: (typeof outcomes)[number],
  came: Pick<Failed, "form" | "values">,
): Promise<Response> {
  if (!done.ok)
    return show(c, await readReview(c), { failed: { ...came, errors: done.errors } }, done.status);
  const path = `/office/network/incoming/${c.req.param("item")}?done=${outcome}`;
  return c.redirect(localHref(c.get("site"), path), 303);
}

function show(c: PortalContext, review: Review, state: ReviewState, status: 200 | 409 | 422 = 200) {
  const times = timesOf(c.get("site"));
  const options = renderOptions(c, review.feedItem.item);
  const suggested = ownOverlay(c.get("context").tenant.profile);
  const props = { review, state, options, times, suggested };
  return c.html(<ReviewPage site={c.get("site")} {...props} />, status);
}

/** Content as it would read here: our hotlines and names, and files that only the office may open yet. */
function renderOptions(c: PortalContext, item: string): RenderOptions {
  const { locale, tenant } = c.get("context");
  return {
    ...tokensOf(tenant.profile, locale),
    locale,
    assetUrl: (sha256) => localHref(c.get("site"), `/office/network/files/${item}/${sha256}`),
  };
}
