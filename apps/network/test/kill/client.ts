import { type AnswersRequests, Visitor } from "@concord/testing";
import { approve, type Firm, handIn, motel, policyFields, startApplication } from "../walk-join.ts";

/** What a client was told of one firm, and so may rely on. */
export interface Told {
  readonly firm: Firm;
  /** The application exists with its file. */
  started?: true;
  submitted?: true;
  approved?: true;
  applicationId?: string;
  secret?: string;
  memberNumber?: string;
  verificationCode?: string;
}

export interface Wire extends AnswersRequests {
  /** Requests that were sent and not answered yet. */
  readonly pending: number;
  /** Requests that were answered. */
  readonly answered: number;
}

/** Counts what goes to the site and what comes back. */
export function countingWire(site: AnswersRequests): Wire {
  const counts = { pending: 0, answered: 0 };
  return {
    get pending() {
      return counts.pending;
    },
    get answered() {
      return counts.answered;
    },
    async fetch(request) {
      counts.pending += 1;
      try {
        const response = await site.fetch(request);
        counts.answered += 1;
        return response;
      } finally {
        counts.pending -= 1;
      }
    },
  };
}

export interface ClientParts {
  readonly wire: Wire;
  readonly origin: string;
  /** Signed in as an officer. */
  readonly office: Visitor;
  readonly token: string;
  readonly newName: () => string;
}

/** Applies for one firm after the other and approves it, by pages or by API, until a request fails. */
export abstract class Client {
  /** One entry for each firm, oldest first: written only after an answer came. */
  readonly log: Told[] = [];
  protected readonly parts: ClientParts;

  constructor(parts: ClientParts) {
    this.parts = parts;
  }

  /** What made it stop; every request fails once the program is killed. */
  async run(): Promise<unknown> {
    try {
      for (;;) {
        const told: Told = { firm: motel(this.parts.newName()) };
        this.log.push(told);
        await this.walk(told);
      }
    } catch (error) {
      return error;
    }
  }

  protected abstract walk(told: Told): Promise<void>;
  /** Sends again what stayed without an answer, as a person or a system would. */
  abstract tryAgain(): Promise<void>;

  protected visitor(): Visitor {
    return new Visitor(this.parts.wire, this.parts.origin);
  }
}

/** A person with a browser, and an officer with another one. */
export class PageClient extends Client {
  #applicant = this.visitor();

  protected async walk(told: Told): Promise<void> {
    this.#applicant = this.visitor();
    await startApplication(this.#applicant, told.firm);
    told.started = true;
    await handIn(this.#applicant, told.firm);
    told.submitted = true;
    await approve(this.parts.office, told.firm);
    told.approved = true;
  }

  async tryAgain(): Promise<void> {
    const last = this.log.at(-1);
    if (!last?.started || last.approved) return;
    if (!last.submitted) {
      // The page that the browser still shows is sent once more; handed in before, it leads to the status.
      await this.#applicant.open("/join/review");
      if (this.#applicant.seen.path === "/join/review") await handIn(this.#applicant, last.firm);
      last.submitted = true;
    }
    const { office } = this.parts;
    await office.open(`/office/applications?q=${encodeURIComponent(last.firm.legalName)}`);
    if (/\/office\/applications\/app_/.test(office.seen.html)) await approve(office, last.firm);
    last.approved = true;
  }
}

/** A system with a token; its user adds the policy by the link that the system was given. */
export class ApiClient extends Client {
  protected async walk(told: Told): Promise<void> {
    await this.#start(told);
    await this.#finish(told);
  }

  async tryAgain(): Promise<void> {
    const last = this.log.at(-1);
    if (!last || last.approved) return;
    if (last.started) return this.#finish(last);
    // The same key again: the first request's answer, a word that it still counts as running, or a first effect.
    const answer = await this.#post("", { form: formOf(last.firm) }, last.firm.legalName);
    if (answer.status !== 201 && answer.status !== 409)
      throw new Error(`a repeated request got ${answer.status}`);
  }

  async #start(told: Told): Promise<void> {
    const { firm } = told;
    const started = await this.#expect(201, this.#post("", { form: formOf(firm) }, firm.legalName));
    told.applicationId = String(started.id);
    told.secret = String(started.secret);
    const applicant = this.visitor();
    await applicant.open(`/join/resume/${told.secret}`);
    await applicant.open("/join/commitments");
    const { status } = await applicant.submit("/join/commitments", policyFields(firm));
    if (status !== 200) throw new Error(`the file was answered with ${status}`);
    told.started = true;
  }

  async #finish(told: Told): Promise<void> {
    if (!told.submitted) {
      await this.#expectOnce(200, this.#post(`/${told.applicationId}/submission`, { secret: told.secret }));
      told.submitted = true;
    }
    const done = await this.#expectOnce(200, this.#post(`/${told.applicationId}/approval`));
    if (done.memberNumber) told.memberNumber = String(done.memberNumber);
    if (done.verificationCode) told.verificationCode = String(done.verificationCode);
    told.approved = true;
  }

  /** A conflict says that the request whose answer was lost had its effect. */
  async #expectOnce(status: number, sent: Promise<Response>): Promise<Record<string, unknown>> {
    const response = await sent;
    return response.status === 409 ? {} : this.#expect(status, Promise.resolve(response));
  }

  async #expect(status: number, sent: Promise<Response>): Promise<Record<string, unknown>> {
    const response = await sent;
    const text = await response.text();
    if (response.status !== status) throw new Error(`answered with ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  async #post(path: string, body?: object, key?: string): Promise<Response> {
    const { wire, origin, token } = this.parts;
    const request = new Request(`${origin}/api/v1/applications${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { "content-type": "application/json" } : {}),
        ...(key ? { "idempotency-key": key.replaceAll(" ", "-") } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return wire.fetch(request);
  }
}

function formOf(firm: Firm) {
  const { legalName, contactEmail, countyFips, level, commitments } = firm;
  const place = { street: "1 Pier", city: "Biloxi", region: "MS", postalCode: "39530", countyFips };
  return {
    ...{ legalName, contactEmail, level, commitments, entityType: "for-profit", sector: "72", employees: 9 },
    ...{ contactName: "Dana Owner", contactPhone: "601-555-0123", publicRecordRead: true, listed: true },
    ...{ signature: "Dana Owner", locations: [{ ...place, published: true }] },
  };
}
