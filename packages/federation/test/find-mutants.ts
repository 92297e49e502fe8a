import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** One check taken out of the verifying code. */
export interface Mutant {
  readonly file: string;
  /** Where it is and what it was, for whoever reads that no vector noticed. */
  readonly name: string;
  /** The file's text without the check. */
  readonly source: string;
}

/** The code that decides what is taken; beside it a file may sign, write or read what was verified before. */
const verifying = [
  ...["base64url", "json", "jws", "general-jws", "hash", "names", "keys", "trust", "body"],
  ...["root", "registry", "entry", "checkpoint", "receipt", "request", "join-request"],
  ...["item-rules", "closed-epochs"],
].map((name) => `${name}.ts`);
/** Of `refusesMember` and `trustExpired` a whole sync makes use; its tests hold them. */
const notVerifying = /^(sign|write|generate|decode|readSigningKey|thumbprint|refusesMember|trustExpired)/;
const limitsOfSchemas = new Set(["min", "max", "regex", "refine", "positive", "nonnegative", "url", "int"]);

const src = join(import.meta.dirname, "../src");

export function findMutants(): Mutant[] {
  return verifying.flatMap((file) => {
    const text = readFileSync(join(src, file), "utf8");
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2024, true);
    return edits(tree).map(({ node, replacement }) => ({
      file,
      name: nameOf(tree, node, replacement),
      source: text.slice(0, node.getStart()) + replacement + text.slice(node.end),
    }));
  });
}

interface Edit {
  readonly node: ts.Node;
  readonly replacement: string;
}

function edits(tree: ts.SourceFile): Edit[] {
  const found: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && notVerifying.test(node.name?.text ?? "")) return;
    if (ts.isVariableDeclaration(node) && node.name.getText() === "privateJwk") return;
    found.push(...editsAt(node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function editsAt(node: ts.Node): Edit[] {
  if (ts.isIfStatement(node)) return without(node.expression, "false");
  if (ts.isReturnStatement(node) && node.expression && isCondition(node.expression))
    return without(node.expression, "true");
  if (ts.isArrowFunction(node) && isCondition(node.body)) return without(node.body, "true");
  if (ts.isConditionalExpression(node) && refuses(node))
    return without(node.condition, refusesWhenTrue(node) ? "false" : "true");
  if (ts.isCallExpression(node)) return schemaEdits(node);
  return [];
}

/** A condition as a whole, and each of the conditions that it is made of. */
function without(condition: ts.Node, answer: "true" | "false"): Edit[] {
  if (ts.isParenthesizedExpression(condition)) return without(condition.expression, answer);
  const parts = ts.isBinaryExpression(condition) ? partsOf(condition, answer) : [];
  return [{ node: condition, replacement: answer }, ...parts.flatMap((part) => without(part, answer))];
}

/** `a || b` refuses for either, `a && b` is true only for both: each part is a check of its own. */
function partsOf(condition: ts.BinaryExpression, answer: "true" | "false"): ts.Expression[] {
  const joins = answer === "false" ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken;
  return condition.operatorToken.kind === joins ? [condition.left, condition.right] : [];
}

const comparing = new Set([
  ...[ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken],
  ...[ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken],
  ...[ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken],
]);

function isCondition(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken)
    return isCondition(node.left) || isCondition(node.right);
  return comparing.has(kind);
}

const refuses = (node: ts.ConditionalExpression) => isRefusal(node.whenTrue) !== isRefusal(node.whenFalse);
const refusesWhenTrue = (node: ts.ConditionalExpression) => isRefusal(node.whenTrue);

/** A reason by its name, `refused(…)`, or `{ ok: false, … }`. */
function isRefusal(node: ts.Expression): boolean {
  if (ts.isStringLiteral(node)) return true;
  return /^refused\(|^\{ ok: false|^undefined$/.test(node.getText());
}

function schemaEdits(node: ts.CallExpression): Edit[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression: subject, name } = node.expression;
  if (subject.getText() === "z") return typeEdits(node, name.text);
  if (!limitsOfSchemas.has(name.text) || !isSchema(subject)) return [];
  return [{ node, replacement: subject.getText() }];
}

function typeEdits(node: ts.CallExpression, type: string): Edit[] {
  const args = node.arguments.map((one) => one.getText()).join(", ");
  if (type === "strictObject") return [{ node, replacement: `z.object(${args})` }];
  if (type === "literal" || type === "enum") return [{ node, replacement: "z.any()" }];
  if (type === "url") return [{ node, replacement: "z.string()" }];
  return [];
}

const schemaNames = /^(z\.|distinctKeys|ordinal|count|seconds|hash|publicJwk)/;
function isSchema(subject: ts.Expression): boolean {
  return schemaNames.test(subject.getText().replace(/\s/g, ""));
}

function nameOf(tree: ts.SourceFile, node: ts.Node, replacement: string): string {
  const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
  const was = node.getText().replace(/\s+/g, " ");
  const now = replacement.replace(/\s+/g, " ");
  return `${tree.fileName}:${line + 1}: ${was} → ${now}`;
}
