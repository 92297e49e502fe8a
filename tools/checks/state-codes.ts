import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Check } from "./check.ts";
import { isExempt, isTest, isTypeScript, listFiles } from "./files.ts";

const profiles = "apps/tenant/profiles";

/** Where a trial network is made up, states may be named; everywhere else they are data. */
const trial = /(^|\/)(trial|bench)\/|^tools\//;

/** A state is a profile: no code anywhere else may know one by its code. */
export const stateCodes: Check = {
  name: "state codes",
  async run(root) {
    const codes = new Set(existsSync(join(root, profiles)) ? readdirSync(join(root, profiles)) : []);
    const faults = listFiles(root)
      .filter((path) => isTypeScript(path) && !isTest(path) && !isExempt(path) && !trial.test(path))
      .flatMap((path) => faultsOfFile(path, readFileSync(join(root, path), "utf8"), codes));
    return { faults };
  },
};

function faultsOfFile(path: string, text: string, codes: ReadonlySet<string>): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    const code = stateIn(node, codes);
    if (code) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      faults.push(
        `${path}:${line} names the state "${code}"; what a state does belongs in ${profiles}/${code}.`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** A whole string such as "al" or "us-al", or an object with the codes of two states as its keys. */
function stateIn(node: ts.Node, codes: ReadonlySet<string>): string | undefined {
  if (namesProperty(node)) return undefined;
  if (ts.isStringLiteralLike(node)) {
    const code = /^(?:us-)?([a-z]{2})(?:\.localhost.*)?$/i.exec(node.text)?.[1]?.toLowerCase();
    return code !== undefined && codes.has(code) ? code : undefined;
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const keys = node.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
  const states = keys.filter((key) => codes.has(key.toLowerCase()));
  return states.length > 1 ? states[0]?.toLowerCase() : undefined;
}

/** `"tx" in context` and `Omit<Unit, "tx">` speak of a property, as a transaction, and not of a state. */
function namesProperty({ parent }: ts.Node): boolean {
  if (parent === undefined) return false;
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InKeyword;
  return ts.isLiteralTypeNode(parent) && ts.isTypeReferenceNode(parent.parent);
}
