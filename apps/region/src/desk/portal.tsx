import { bodyLimit, rateLimit, sameOrigin, statusOfKind } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { Region } from "../context.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attached, handedIn } from "./desk-forms.ts";
import { draftPortal } from "./draft-portal.tsx";
import { errorWords } from "./error-words.ts";
import { documentPace, mostDocumentBytes } from "./model.ts";
import { readDesk, readProposal } from "./read-desk.ts";
import { requestPortal } from "./request-portal.tsx";
import { takeDocument } from "./take-document.ts";
import { composeWithdrawal, takeWithdrawal } from "./take-withdrawal.ts";
import { trialPortal } from "./trial-portal.tsx";
import { DeskPage } from "./views/desk-page.tsx";
import { ProposalPage, WithdrawPage } from "./views/document-page.tsx";
import { RefusedPage } from "./views/refused-page.tsx";

/** The desk at which keepers sign, and the page at which others ask. Nobody signs in: a signature is what counts. */
export function deskPortal(region: Region): Hono<PortalEnv> {
  const { clock, origin } = region;
  const app = new Hono<PortalEnv>();
  app.get("/network/desk", async (c) =>
    c.html(
      <DeskPage site={c.get("site")} desk={await readDesk(region)} trial={region.trial !== undefined} />,
    ),
  );
  const checks = [
    sameOrigin(origin),
    rateLimit({ clock, ...documentPace }),
    bodyLimit(mostDocumentBytes),
  ] as const;
  app.post("/network/desk/documents", ...checks, (c) =>
    handIn(c, async (text) => (await takeDocument(region, text)).id),
  );
  app.post("/network/desk/withdrawals", ...checks, (c) => handIn(c, (text) => takeWithdrawal(region, text)));
  app.get("/network/desk/proposals/:id/withdraw", async (c) => {
    const view = await proposalOf(c, region);
    const text = await composeWithdrawal(region, view.proposal);
    return c.html(<WithdrawPage site={c.get("site")} view={view} text={text} />);
  });
  app.get("/network/desk/proposals/:id", async (c) =>
    c.html(<ProposalPage site={c.get("site")} view={await proposalOf(c, region)} />),
  );
  app.get("/network/desk/proposals/:id/:file{(registry|root)\\.partial}", async (c) => {
    const { proposal } = await proposalOf(c, region);
    return attached(c, proposal.signed, `${proposal.document}.partial`);
  });
  app.route("/", draftPortal(region));
  app.route("/", requestPortal(region));
  app.route("/", trialPortal(region));
  return app;
}

async function proposalOf(c: PortalContext, region: Region) {
  const view = await readProposal(region, c.req.param("id") ?? "");
  if (!view) throw new DomainError("http.not-found", "not-found");
  return view;
}

/** Takes what was signed, and shows the document that it is about, or why it was not taken. */
async function handIn(c: PortalContext, take: (text: string) => Promise<string>): Promise<Response> {
  const site = c.get("site");
  try {
    const text = await handedIn(c, "document");
    if (text === "") throw new DomainError("desk.document-empty", "invalid");
    return c.redirect(localHref(site, `/network/desk/proposals/${await take(text)}`), 303);
  } catch (error) {
    const why = error instanceof DomainError ? errorWords(error, site.locale) : undefined;
    if (!(error instanceof DomainError) || why === undefined) throw error;
    const { id } = error.params;
    c.status(statusOfKind[error.kind]);
    return c.html(<RefusedPage site={site} why={why} {...(typeof id === "string" ? { open: id } : {})} />);
  }
}
