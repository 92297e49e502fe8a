import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { connect } from "@concord/database";
import { expect } from "vitest";
import { serverOf } from "../tenant-program.ts";
import { policyOf } from "../walk-join.ts";
import type { Told } from "./client.ts";

type Sql = ReturnType<typeof connect>;

/** The database of a running tenant, seen by its owner and not through the product. */
export function openBooks(dataDir: string, code: string): Sql {
  const host = encodeURIComponent(serverOf(dataDir).sockets);
  return connect(`postgres://concord_owner@${host}/tenant_${code}`, { max: 1 });
}

/** Nothing that was acknowledged is lost, and nothing at all is doubled or half done. */
export async function checkBooks(sql: Sql, dataDir: string, told: readonly Told[]): Promise<void> {
  await checkMembers(sql);
  await checkFiles(sql, dataDir);
  const names = told.map(({ firm }) => firm.legalName);
  const found = await readFirms(sql, names);
  for (const one of told) {
    const { legalName } = one.firm;
    const row = found.get(legalName) ?? [];
    expect(row.length, `${legalName} is doubled`).toBeLessThanOrEqual(1);
    const [firm] = row;
    if (one.started) expect(firm, `${legalName} is lost`).toBeDefined();
    if (one.started) expect(firm?.files, `the file of ${legalName}`).toContain(sha256(policyOf(one.firm)));
    if (one.submitted) expect(["submitted", "approved"], legalName).toContain(firm?.status);
    if (one.approved) expect(firm, legalName).toMatchObject({ status: "approved", members: 1 });
    if (one.memberNumber) {
      const { memberNumber, verificationCode } = one;
      expect(firm, legalName).toMatchObject({ number: memberNumber, code: verificationCode });
    }
  }
}

/** Every member has one number, certificate, letter, message, event and audit row; numbers leave no gap. */
async function checkMembers(sql: Sql): Promise<void> {
  const members = await sql<{ id: string; number: string }[]>`select id, number from members order by number`;
  const numbers = members.map(({ number }) => Number(number.slice(-5)));
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  const once = members.map(({ id }) => id).sort();
  const owners = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id).sort();
  expect(await owners(sql`select member_id as id from certificates where kind = 'membership'`)).toEqual(once);
  expect(await owners(sql`select member_id as id from membership_letters where kind = 'approval'`)).toEqual(
    once,
  );
  expect(await owners(sql`select member_id as id from member_events where kind = 'joined'`)).toEqual(once);
  expect(await owners(sql`select about_id as id from mails where kind = 'membership.approval'`)).toEqual(
    once,
  );
  expect(
    await owners(sql`select subject_id as id from audit_entries where action = 'membership.approved'`),
  ).toEqual(once);
  expect(
    await owners(sql`select member_id as id from membership_applications where status = 'approved'`),
  ).toEqual(once);
}

/** Every file that the books speak of is there, whole. */
async function checkFiles(sql: Sql, dataDir: string): Promise<void> {
  const files = await sql<{ sha256: string }[]>`select distinct sha256 from membership_files`;
  for (const { sha256: name } of files) {
    expect(sha256(await readFile(join(dataDir, "blobs", name.slice(0, 2), name)))).toBe(name);
  }
}

interface FirmRow {
  readonly name: string;
  readonly status: string;
  readonly files: readonly string[];
  readonly members: number;
  readonly number: string | null;
  readonly code: string | null;
}

async function readFirms(sql: Sql, names: readonly string[]): Promise<Map<string, FirmRow[]>> {
  const rows = await sql<FirmRow[]>`
    select a.form ->> 'legalName' as name, a.status,
      array(select f.sha256 from membership_files f where f.application_id = a.id) as files,
      (select count(*)::int from members m where m.legal_name = a.form ->> 'legalName') as members,
      m.number, (select c.code from certificates c where c.member_id = m.id) as code
    from membership_applications a left join members m on m.id = a.member_id
    where a.form ->> 'legalName' = any(${sql.array([...names])})`;
  return Map.groupBy(rows, ({ name }) => name);
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
