const levels = (count: number) => "[".repeat(count) + "]".repeat(count);
const utf8 = (text: string) => Buffer.from(text).toString("base64");

/** JSON as a payload, a body or a message: `ok`, or the reason. The bytes are base64, since some are no text. */
export function jsonVectors() {
  const cases = [
    ["an object", "ok", utf8('{"a":1}')],
    ["names and words in any language", "ok", utf8('{"ñ":"日本 😀"}')],
    ["one name in two objects", "ok", utf8('[{"a":1},{"a":{"a":2}}]')],
    ["a name that is also a value", "ok", utf8('{"a":"a","b":"a"}')],
    ["an empty name", "ok", utf8('{"":1}')],
    ["a surrogate pair by its escapes", "ok", utf8('"\\ud83d\\ude00"')],
    ["the largest whole numbers", "ok", utf8("[9007199254740991,-9007199254740991]")],
    ["fractions", "ok", utf8("[0.1,-1.5e-7]")],
    ["64 levels", "ok", utf8(levels(64))],
    ["64 levels around a truth", "ok", utf8(levels(64).replace("[]", "[true]"))],
    ["nothing", "not-canonical", ""],
    ["no JSON", "not-canonical", utf8("{a:1}")],
    ["something after the end", "not-canonical", utf8("{} {}")],
    ["a comma too many", "not-canonical", utf8('{"a":1,}')],
    ["a number that is not one", "not-canonical", utf8("NaN")],
    ["a byte order mark", "not-canonical", utf8('\ufeff{"a":1}')],
    ["bytes that are no UTF-8", "not-canonical", Buffer.from([0x22, 0xff, 0x22]).toString("base64")],
    ["a surrogate as UTF-8", "not-canonical", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]).toString("base64")],
    ["a member named twice", "not-canonical", utf8('{"a":1,"a":1}')],
    ["a member named twice, once by an escape", "not-canonical", utf8('{"a":1,"\\u0061":1}')],
    ["a member named twice, deep inside", "not-canonical", utf8('[{"x":{"a":1,"b":[],"a":2}}]')],
    ["a member named twice, with space before the colon", "not-canonical", utf8('{"a":1,"a"\t\r\n :1}')],
    ["a member named twice after a text with quotes", "not-canonical", utf8('{"a":"\\"","a":1}')],
    ["U+0000", "malformed", utf8('["\\u0000"]')],
    ["U+0000 in a name", "malformed", utf8('{"a\\u0000":1}')],
    ["a lone high surrogate", "malformed", utf8('"\\ud83d"')],
    ["a lone low surrogate in a name", "malformed", utf8('{"\\ude00":1}')],
    ["surrogates in the wrong order", "malformed", utf8('"\\ude00\\ud83d"')],
    ["a whole number beyond 2^53-1", "malformed", utf8("[9007199254740992]")],
    ["a negative one", "malformed", utf8("[-9007199254740992]")],
    ["a number beyond a double", "malformed", utf8('{"a":1e400}')],
    ["a large number written with an exponent", "malformed", utf8("[1e300]")],
    ["65 levels", "malformed", utf8(levels(65))],
    ["65 levels of objects", "malformed", utf8(`${'{"a":'.repeat(65)}1${"}".repeat(65)}`)],
  ];
  return cases.map(([name, result, base64]) => ({ name, base64, result }));
}
