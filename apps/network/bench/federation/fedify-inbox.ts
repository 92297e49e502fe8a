import type { webcrypto } from "node:crypto";
import {
  createFederation,
  generateCryptoKeyPair,
  getDocumentLoader,
  MemoryKvStore,
  signObject,
  signRequest,
} from "@fedify/fedify";
import { Create, CryptographicKey, Multikey, Note, Person } from "@fedify/fedify/vocab";

const inbox = "http://inbox.localhost/inbox";
const actorId = new URL("http://actor.localhost/users/origin");
const rsaKeyId = new URL("#main-key", actorId);
const ed25519KeyId = new URL("#key-2", actorId);

/** How an activity is signed. */
export type Signing = "http-signature" | "integrity-proof";

/**
 * Fedify's inbox as its manual sets it up, with everything in its favour: it stores in memory, has no queue before
 * the listener, and finds the actor without a call. What comes back takes as many activities as there are texts.
 */
export async function prepareInbox(texts: readonly string[], signing: Signing): Promise<() => Promise<void>> {
  const rsa = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
  const ed25519 = await generateCryptoKeyPair("Ed25519");
  const actor = await describeActor(rsa.publicKey, ed25519.publicKey);
  let taken = 0;
  const federation = openInbox(actor, () => {
    taken += 1;
  });
  const requests: Request[] = [];
  for (const [at, text] of texts.entries()) {
    const created = createOf(at, text);
    const proved =
      signing === "integrity-proof" ? await signObject(created, ed25519.privateKey, ed25519KeyId) : created;
    const body = JSON.stringify(await proved.toJsonLd());
    const headers = { "content-type": "application/activity+json" };
    const request = new Request(inbox, { method: "POST", headers, body });
    requests.push(
      signing === "http-signature" ? await signRequest(request, rsa.privateKey, rsaKeyId) : request,
    );
  }
  return async () => {
    for (const request of requests) {
      const response = await federation.fetch(request, { contextData: undefined });
      if (!response.ok) throw new Error(`Fedify answered ${response.status}: ${await response.text()}`);
    }
    if (taken !== texts.length) throw new Error(`Fedify took ${taken} of ${texts.length}`);
  };
}

async function describeActor(rsa: webcrypto.CryptoKey, ed25519: webcrypto.CryptoKey): Promise<unknown> {
  const actor = new Person({
    ...{ id: actorId, preferredUsername: "origin", inbox: new URL("/users/origin/inbox", actorId) },
    publicKey: new CryptographicKey({ id: rsaKeyId, owner: actorId, publicKey: rsa }),
    assertionMethods: [new Multikey({ id: ed25519KeyId, controller: actorId, publicKey: ed25519 })],
  });
  return await actor.toJsonLd();
}

function openInbox(actor: unknown, onTaken: () => void) {
  const federation = createFederation<undefined>({
    kv: new MemoryKvStore(),
    // The contexts that it brings along.
    contextLoaderFactory: () => getDocumentLoader(),
    documentLoaderFactory: () => async (url) => ({ document: actor, documentUrl: url, contextUrl: null }),
  });
  federation.setActorDispatcher("/users/{identifier}", (context, identifier) => {
    return new Person({ id: context.getActorUri(identifier), preferredUsername: identifier });
  });
  federation.setInboxListeners("/users/{identifier}/inbox", "/inbox").on(Create, async () => onTaken());
  return federation;
}

function createOf(at: number, text: string): Create {
  const id = new URL(`/creates/${at}`, actorId);
  const note = new Note({ id: new URL(`/notes/${at}`, actorId), attribution: actorId, content: text });
  return new Create({ id, actor: actorId, object: note });
}
