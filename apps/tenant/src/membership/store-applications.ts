import type { Executor, Tx } from "@concord/database";
import { and, asc, count, desc, eq, getTableColumns, gt, inArray, like, ne, or } from "drizzle-orm";
import { notRestricted } from "../records/index.ts";
import { type Application, type ApplicationStatus, searchName } from "./model.ts";
import { containing } from "./store-directory.ts";
import { applications, membershipFiles } from "./tables.ts";

const {
  resumeSha256: _secret,
  searchName: _searched,
  contactEmail: _contact,
  ...shown
} = getTableColumns(applications);

/** The columns that search looks at, from the form. */
function searched(application: Application) {
  const { legalName, doingBusinessAs, contactEmail } = application.form;
  return {
    searchName: searchName(
      ...[legalName, doingBusinessAs].map((name) => (typeof name === "string" ? name : "")),
    ),
    contactEmail: typeof contactEmail === "string" ? contactEmail.trim().toLowerCase() : "",
  };
}

export async function insertApplication(
  tx: Tx,
  application: Application,
  resumeSha256: string,
): Promise<void> {
  await tx.insert(applications).values({ ...application, ...searched(application), resumeSha256 });
}

export async function saveApplication(tx: Tx, application: Application): Promise<void> {
  await tx
    .update(applications)
    .set({ ...application, ...searched(application) })
    .where(eq(applications.id, application.id));
}

export async function findApplication(db: Executor, id: string): Promise<Application | undefined> {
  const [row] = await db.select(shown).from(applications).where(eq(applications.id, id));
  return row;
}

/** Holds the row until the transaction ends, so that two officers cannot decide it twice. */
export async function lockApplication(tx: Tx, id: string): Promise<Application | undefined> {
  const [row] = await tx.select(shown).from(applications).where(eq(applications.id, id)).for("update");
  return row;
}

export async function findApplicationBySecret(
  db: Executor,
  resumeSha256: string,
): Promise<Application | undefined> {
  const [row] = await db.select(shown).from(applications).where(eq(applications.resumeSha256, resumeSha256));
  return row;
}

export async function lockApplicationBySecret(
  tx: Tx,
  resumeSha256: string,
): Promise<Application | undefined> {
  const [row] = await tx
    .select(shown)
    .from(applications)
    .where(eq(applications.resumeSha256, resumeSha256))
    .for("update");
  return row;
}

/** The office's queue: who waits longest comes first. */
export function listQueue(
  db: Executor,
  page: {
    statuses: readonly ApplicationStatus[];
    /** A name or a reference, or a part of one. */
    text?: string | undefined;
    after?: { submittedAt: Date; id: string } | undefined;
    limit: number;
  },
): Promise<Application[]> {
  const { after, text } = page;
  return db
    .select(shown)
    .from(applications)
    .where(
      and(
        inArray(applications.status, [...page.statuses]),
        notRestricted("application", applications.id),
        text
          ? or(
              like(applications.searchName, containing(text)),
              eq(applications.reference, text.toUpperCase()),
              eq(applications.contactEmail, text.toLowerCase()),
            )
          : undefined,
        after &&
          or(
            gt(applications.submittedAt, after.submittedAt),
            and(eq(applications.submittedAt, after.submittedAt), gt(applications.id, after.id)),
          ),
      ),
    )
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(page.limit);
}

/** The renewal of a membership that is not decided yet. */
export async function findOpenRenewal(db: Executor, memberId: string): Promise<Application | undefined> {
  const [row] = await db
    .select(shown)
    .from(applications)
    .where(
      and(
        eq(applications.memberId, memberId),
        eq(applications.kind, "renewal"),
        inArray(applications.status, ["draft", "submitted", "needs-information"]),
      ),
    )
    .limit(1);
  return row;
}

/** The application by which a member came to be one, or its latest renewal. */
export async function findDecidedApplication(db: Executor, memberId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.memberId, memberId), eq(applications.status, "approved")))
    .orderBy(desc(applications.decidedAt))
    .limit(1);
  return row?.id;
}

/** Other applications of the same name or contact, as a hint to whoever decides. */
export function findTwins(
  db: Executor,
  application: { readonly id: string; readonly name: string; readonly email: string },
): Promise<Application[]> {
  return db
    .select(shown)
    .from(applications)
    .where(
      and(
        ne(applications.id, application.id),
        ne(applications.status, "draft"),
        notRestricted("application", applications.id),
        or(
          eq(applications.searchName, searchName(application.name)),
          eq(applications.contactEmail, application.email),
        ),
      ),
    )
    .orderBy(desc(applications.submittedAt))
    .limit(10);
}

export async function countByStatus(db: Executor): Promise<Partial<Record<ApplicationStatus, number>>> {
  const rows = await db
    .select({ status: applications.status, number: count() })
    .from(applications)
    .where(notRestricted("application", applications.id))
    .groupBy(applications.status);
  return Object.fromEntries(rows.map(({ status, number }) => [status, number]));
}

export type MembershipFile = typeof membershipFiles.$inferSelect;

export async function insertFile(tx: Tx, file: MembershipFile): Promise<void> {
  await tx.insert(membershipFiles).values(file);
}

export function filesOf(db: Executor, applicationId: string): Promise<MembershipFile[]> {
  return db
    .select()
    .from(membershipFiles)
    .where(eq(membershipFiles.applicationId, applicationId))
    .orderBy(asc(membershipFiles.addedAt), asc(membershipFiles.id));
}

export async function findFile(db: Executor, id: string): Promise<MembershipFile | undefined> {
  const [row] = await db.select().from(membershipFiles).where(eq(membershipFiles.id, id));
  return row;
}

/** Hands an approved application's files over to the membership. */
export async function adoptFiles(tx: Tx, applicationId: string, memberId: string): Promise<void> {
  await tx.update(membershipFiles).set({ memberId }).where(eq(membershipFiles.applicationId, applicationId));
}
