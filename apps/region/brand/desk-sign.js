// Signs the document of this page with a keeper's key. The key file (a JWE under a passphrase: RFC 7516, PBES2 of
// RFC 7518 section 4.8) is opened by the browser's own cryptography and never leaves the page: its fields have no name
// and stand in no form. What is posted is the form "desk-document", with the document and its signatures.
const box = document.getElementById("desk-sign");
const form = document.getElementById("desk-document");
const status = document.getElementById("desk-sign-status");
const file = document.getElementById("desk-key");
const passphrase = document.getElementById("desk-passphrase");
const button = box.querySelector("button");

const ascii = (text) => new TextEncoder().encode(text);
const bytesOf = (segment) =>
  Uint8Array.from(atob(segment.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
const segmentOf = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const say = (key) => {
  status.textContent = box.dataset[`say${key}`];
};

// Beyond this, opening would take minutes.
const mostRounds = 5_000_000;

const wrappingKey = async ({ alg, p2s, p2c }) => {
  const salt = new Uint8Array([...ascii(alg), 0, ...bytesOf(p2s)]);
  const secret = await crypto.subtle.importKey("raw", ascii(passphrase.value), "PBKDF2", false, [
    "deriveKey",
  ]);
  const rounds = { name: "PBKDF2", hash: "SHA-512", salt, iterations: p2c };
  return await crypto.subtle.deriveKey(rounds, secret, { name: "AES-KW", length: 256 }, false, ["unwrapKey"]);
};

const openKey = async (text) => {
  const [head, wrapped, iv, sealed, tag] = text.trim().split(".");
  const header = JSON.parse(new TextDecoder().decode(bytesOf(head)));
  const known = header.alg === "PBES2-HS512+A256KW" && header.enc === "A256GCM";
  if (!known || !(header.p2c > 0 && header.p2c <= mostRounds)) throw new Error("another kind of key file");
  const wrapping = await wrappingKey(header);
  const content = await crypto.subtle.unwrapKey(
    "raw",
    bytesOf(wrapped),
    wrapping,
    "AES-KW",
    "AES-GCM",
    false,
    ["decrypt"],
  );
  const opening = { name: "AES-GCM", iv: bytesOf(iv), additionalData: ascii(head) };
  const whole = new Uint8Array([...bytesOf(sealed), ...bytesOf(tag)]);
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(opening, content, whole)));
};

// RFC 7638 over the members that RFC 8037 requires, in lexical order.
const thumbprintOf = async ({ crv, kty, x }) =>
  segmentOf(await crypto.subtle.digest("SHA-256", ascii(JSON.stringify({ crv, kty, x }))));

const signatureOf = async ({ crv, kty, x, d }, kid, payload) => {
  const key = await crypto.subtle.importKey("jwk", { crv, kty, x, d }, "Ed25519", false, ["sign"]);
  const header = segmentOf(ascii(JSON.stringify({ alg: "Ed25519", kid, typ: box.dataset.typ })));
  const signature = await crypto.subtle.sign("Ed25519", key, ascii(`${header}.${payload}`));
  return { signature: segmentOf(signature), protected: header };
};

const sign = async () => {
  if (!file.files[0]) return say("NoFile");
  say("Busy");
  const jwk = await openKey(await file.files[0].text()).catch(() => undefined);
  if (!jwk) return say("Wrong");
  const kid = await thumbprintOf(jwk);
  if (box.dataset.signed.split(" ").includes(kid)) return say("Twice");
  if (!box.dataset.maySign.split(" ").includes(kid)) return say("Foreign");
  const jws = JSON.parse(form.elements.document.value);
  const signature = await signatureOf(jwk, kid, jws.payload);
  form.elements.document.value = JSON.stringify({ ...jws, signatures: [...jws.signatures, signature] });
  say("Sent");
  file.value = "";
  passphrase.value = "";
  form.submit();
};

const guarded = async () => {
  if (button.disabled) return;
  button.disabled = true;
  await sign().catch(() => say("OldBrowser"));
  button.disabled = false;
};

button.addEventListener("click", guarded);
passphrase.addEventListener("keydown", (event) => {
  if (event.key === "Enter") guarded();
});
// Without scripts the fields are not there at all, and the page says what to do instead.
box.hidden = false;
if (!globalThis.crypto?.subtle) say("OldBrowser");
