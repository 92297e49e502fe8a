import type { Executor } from "@concord/database";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Sessions } from "./model.ts";
import { authAccounts, authSessions, authUsers, authVerifications } from "./tables.ts";

export interface SessionSettings {
  readonly db: Executor;
  readonly origin: string;
  readonly secret: string;
  /** Called with the one-time token of a sign-in link; puts the message into the outbox. */
  readonly sendLink: (link: {
    email: string;
    token: string;
    locale: string;
    returnTo?: string;
  }) => Promise<void>;
}

const linkMinutes = 15;
const sessionHours = 8;

export function createSessions(settings: SessionSettings): Sessions {
  const auth = createAuth(settings);
  const headers = () => new Headers({ origin: settings.origin });
  return {
    async requestLink({ email, locale, returnTo }) {
      await auth.api.signInMagicLink({ body: { email, metadata: { locale, returnTo } }, headers: headers() });
    },
    async spendLink(token) {
      const { response, headers: sent } = await auth.api
        .magicLinkVerify({ query: { token }, headers: headers(), returnHeaders: true })
        .catch((error: unknown) => {
          // A spent or unknown token answers with a redirect to an error page.
          if (error instanceof Error && "status" in error) return { response: undefined, headers: undefined };
          throw error;
        });
      if (!response || !sent) return undefined;
      return { email: response.user.email, cookies: sent.getSetCookie() };
    },
    async read(requestHeaders) {
      const found = await auth.api.getSession({ headers: requestHeaders });
      return found ? { id: found.session.id, email: found.user.email } : undefined;
    },
    async end(requestHeaders) {
      const { headers: sent } = await auth.api.signOut({ headers: requestHeaders, returnHeaders: true });
      return sent.getSetCookie();
    },
  };
}

/** A `__Host-` cookie cannot be set or read by a sibling domain; browsers accept it over https only. */
function cookiesOf(origin: string) {
  if (!origin.startsWith("https:")) return { cookiePrefix: "concord", useSecureCookies: false };
  // With `useSecureCookies` the library would put `__Secure-` before the name.
  return {
    cookiePrefix: "__Host-concord",
    useSecureCookies: false,
    defaultCookieAttributes: { secure: true },
  };
}

function createAuth(settings: SessionSettings) {
  return betterAuth({
    baseURL: settings.origin,
    secret: settings.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(settings.db, {
      provider: "pg",
      schema: {
        user: authUsers,
        session: authSessions,
        account: authAccounts,
        verification: authVerifications,
      },
    }),
    session: { expiresIn: sessionHours * 3_600, updateAge: 900 },
    advanced: cookiesOf(settings.origin),
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        storeToken: "hashed",
        async sendMagicLink({ email, token, metadata }) {
          const returnTo = typeof metadata?.returnTo === "string" ? { returnTo: metadata.returnTo } : {};
          await settings.sendLink({ email, token, locale: String(metadata?.locale ?? "en"), ...returnTo });
        },
      }),
    ],
  });
}
