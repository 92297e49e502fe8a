import { z } from "zod";

/** Who a person is to the program; one person may hold several, each for one member or board. */
export const role = z.enum(["officer", "member", "learner"]);
export type Role = z.infer<typeof role>;

/**
 * Who acts. `person` is signed in, `token` is a system with scopes, `system` is the instance itself
 * (a job, an import), `public` is anybody.
 */
export interface Actor {
  readonly kind: "public" | "person" | "token" | "system";
  /** Person, token or job id; "public" for anybody. */
  readonly id: string;
  readonly personId?: string;
  readonly email?: string;
  readonly name?: string;
  readonly roles: readonly Role[];
  /** Memberships the person acts for. */
  readonly memberIds: readonly string[];
  /** Permissions a token is limited to. */
  readonly scopes?: readonly string[];
}

export const publicActor: Actor = { kind: "public", id: "public", roles: [], memberIds: [] };

/** The instance acting by itself; `job` names what runs. */
export function systemActor(job: string): Actor {
  return { kind: "system", id: `system:${job}`, roles: [], memberIds: [] };
}

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email("identity.email"));

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

export const signInRequest = z.object({ email, to: z.string().max(500).optional() });

/** Only a path of this site may follow a sign-in, so that a link cannot send people elsewhere. */
export function safeReturnPath(path: string | undefined, fallback: string): string {
  if (!path || !/^\/(?![/\\])[\w\-./?=&%]*$/.test(path)) return fallback;
  return path;
}

export interface Session {
  readonly id: string;
  readonly email: string;
}

/** Sign-in links and sessions. better-auth owns both; it is called here and mounted nowhere. */
export interface Sessions {
  requestLink(request: { email: string; locale: string; returnTo?: string }): Promise<void>;
  /** Spends a link's token. Gives the `Set-Cookie` values of the new session, or undefined when it was spent or too old. */
  spendLink(token: string): Promise<{ email: string; cookies: readonly string[] } | undefined>;
  read(headers: Headers): Promise<Session | undefined>;
  end(headers: Headers): Promise<readonly string[]>;
}
