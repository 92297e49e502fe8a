import { toSeconds } from "@concord/federation";
import { statusOfKind } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { Region } from "../context.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { composeDraft } from "./compose-draft.ts";
import { attached, ceremonyOf, valuesOf, wishOf } from "./desk-forms.ts";
import { fieldWords } from "./error-words.ts";
import { isDraftTime } from "./model.ts";
import { readRequest } from "./read-desk.ts";
import type { DeskDocument } from "./read-document.ts";
import { readTrust } from "./read-trust.ts";
import { BeginPage } from "./views/begin-page.tsx";
import { AlreadyPage, DraftPage } from "./views/document-page.tsx";

/** A ceremony's form, and what it would change. Both only read: the draft is a matter of its address alone. */
export function draftPortal(region: Region): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/network/desk/begin/:ceremony", (c) =>
    begin(c, region, { ...valuesOf(c), ceremony: c.req.param("ceremony") }),
  );
  app.get("/network/desk/draft", (c) => draft(c, region));
  app.get("/network/desk/draft/:file{(registry|root)\\.partial}", async (c) => {
    const { at, ...values } = valuesOf(c);
    const document = await compose(region, values, Number(at));
    if (!document) throw new DomainError("http.not-found", "not-found");
    return attached(c, document.signed, `${document.document}.partial`);
  });
  return app;
}

type Values = ReturnType<typeof valuesOf>;

/** The form, and what is wrong with it where it came back. */
async function begin(c: PortalContext, region: Region, values: Values, error?: DomainError) {
  const { request } = values;
  const asked = typeof request === "string" ? await readRequest(region, request) : undefined;
  const site = c.get("site");
  const props = {
    site,
    ceremony: ceremonyOf(String(values.ceremony)),
    trust: await readTrust(region),
    values,
  };
  const errors = error ? fieldWords(error, site.locale) : {};
  if (error) c.status(statusOfKind[error.kind]);
  return c.html(<BeginPage {...props} errors={errors} {...(asked ? { asked } : {})} />);
}

async function draft(c: PortalContext, region: Region): Promise<Response> {
  const { at, ...values } = valuesOf(c);
  const now = toSeconds(region.clock.now());
  const site = c.get("site");
  // An address that was cut off names nothing to draft.
  if (values.ceremony === undefined) return c.redirect(localHref(site, "/network/desk"), 303);
  const { search, searchParams } = new URL(c.req.url);
  // The address says when the document was written, so that whoever opens it signs the same bytes.
  if (at === undefined) {
    searchParams.set("at", String(now));
    return c.redirect(localHref(site, `/network/desk/draft?${searchParams}`), 303);
  }
  try {
    const document = await compose(region, values, Number(at));
    if (!document) return c.html(<AlreadyPage site={site} />);
    const download = `/network/desk/draft/${document.document}.partial${search}`;
    return c.html(<DraftPage site={site} document={document} download={download} />);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === "http.not-found") throw error;
    return await begin(c, region, values, error);
  }
}

async function compose(region: Region, values: Values, at: number): Promise<DeskDocument | undefined> {
  const wish = wishOf(ceremonyOf(String(values.ceremony)), values);
  if (!Number.isInteger(at) || !isDraftTime(at, toSeconds(region.clock.now()))) {
    throw new DomainError("desk.draft-old", "conflict");
  }
  return await composeDraft(region, wish, at);
}
