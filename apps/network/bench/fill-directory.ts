import type { connect } from "@concord/database";

const words = [
  ["Amber", "Bayou", "Cedar", "Delta", "Ember", "Fable", "Grove", "Harbor", "Iris", "Juniper", "Lantern"],
  ["Bridge", "Crossing", "Field", "Gate", "Hollow", "Landing", "Mill", "Point", "Ridge", "Spring", "View"],
  ["Bakery", "Clinic", "Diner", "Farms", "Freight", "Inn", "Motel", "Nails", "Salon", "Staffing", "Towing"],
] as const;
const counties = ["28001", "28033", "28035", "28047", "28049", "28059", "28089", "28121"];
const sectors = ["11", "23", "31-33", "44-45", "48-49", "54", "62", "72", "81"];

/** Puts members into the directory by SQL, with one or two locations each, as unevenly as life is. */
export async function fillDirectory(sql: ReturnType<typeof connect>, count: number): Promise<void> {
  // The hash of a number stands for chance, and is the same in every run.
  const pick = (list: readonly string[], by: string) =>
    `(array[${list.map((word) => `'${word}'`).join(",")}])[1 + abs(hashint4(${by}) % ${list.length})]`;
  const name = `concat_ws(' ', ${pick(words[0], "n")}, ${pick(words[1], "n + 1000000")}, ${pick(words[2], "n + 2000000")}, n)`;
  await sql.unsafe(`
    insert into members (id, number, legal_name, sort_name, search_name, entity_type, sector, employees,
      level, commitments, status, listed, contact_name, contact_email, locale, joined_on, valid_from, valid_until)
    select 'mem_' || lpad(to_hex(n), 32, '0'), 'BENCH-2026-' || lpad(n::text, 6, '0'), named, lower(named),
      lower(named), 'for-profit', ${pick(sectors, "n + 3000000")}, n % 400, 'member', '{}',
      case when n % 20 = 0 then 'lapsed' else 'active' end, n % 10 <> 0, 'A Person',
      'person' || n || '@bench.example', 'en', date '2025-01-01' + n % 600, date '2026-01-01', date '2026-12-31'
    from (select n, ${name} as named from generate_series(1, ${count}) n) made`);
  await sql.unsafe(`
    insert into member_locations (id, member_id, position, street, city, region, postal_code, county_fips, published)
    select 'loc_' || lpad(to_hex(n * 2 + at), 32, '0'), 'mem_' || lpad(to_hex(n), 32, '0'), at, n || ' Main Street',
      'Town ' || n % 90, 'MS', '39530', ${pick(counties, "n + 4000000 + at")}, n % 7 <> 0
    from generate_series(1, ${count}) n, generate_series(0, 1) at where at = 0 or n % 3 = 0`);
  await sql.unsafe("vacuum analyze members, member_locations");
}
