/**
 * Whether an SPDX licence expression can be met with accepted licences: one side of OR, both sides of AND.
 * `WITH` and anything else that is not understood is not accepted.
 */
export function satisfies(expression: string, accepts: (id: string) => boolean): boolean {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const any = (): boolean => {
    let met = all();
    while (tokens[at] === "OR") {
      at += 1;
      met = all() || met;
    }
    return met;
  };
  const all = (): boolean => {
    let met = one();
    while (tokens[at] === "AND") {
      at += 1;
      met = one() && met;
    }
    return met;
  };
  const one = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token !== "(") return token !== undefined && accepts(token);
    const met = any();
    const closed = tokens[at] === ")";
    at += 1;
    return met && closed;
  };
  const met = any();
  return met && at === tokens.length;
}
