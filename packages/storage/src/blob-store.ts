/** Bytes by their SHA-256, lower-case hex. What is there never changes. */
export interface BlobStore {
  /** Keeps bytes and gives their name. Throws `storage.hash-mismatch` or `storage.too-large`, and then keeps nothing. */
  put(bytes: Uint8Array | AsyncIterable<Uint8Array>, expect?: Expected): Promise<StoredBlob>;
  /** A stream of the bytes, or of a part of them with both ends included; undefined where there are none. */
  open(sha256: string, range?: ByteRange): Promise<OpenBlob | undefined>;
  read(sha256: string): Promise<Uint8Array | undefined>;
  has(sha256: string): Promise<boolean>;
  /** In bytes; undefined where there are none. */
  size(sha256: string): Promise<number | undefined>;
  /** Those that were last put so many milliseconds ago or longer, in no order. */
  notPutFor(ms: number): AsyncIterable<string>;
  /** With `notPutForMs` only what was last put so long ago: whoever hands it in again just now finds it there. */
  delete(sha256: string, notPutForMs?: number): Promise<void>;
  /** A store of its own beside this one, in a place named by lower-case letters: neither sees what the other keeps. */
  within(space: string): BlobStore;
}

export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
}

export interface Expected {
  readonly sha256?: string;
  readonly maxBytes?: number;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface OpenBlob {
  /** Of the whole blob, also where only a part is streamed. */
  readonly size: number;
  readonly stream: ReadableStream<Uint8Array>;
}

/** By the wall clock, as the file system and the bucket have it. */
export function isPast(lastPut: number, ms: number): boolean {
  return performance.timeOrigin + performance.now() - lastPut >= ms;
}

/** A name that is no SHA-256 never reaches a file system or a bucket. */
export function isBlobName(sha256: string): boolean {
  return /^[0-9a-f]{64}$/.test(sha256);
}

/** Never the name of a blob, of the folder of its first two digits or of half-written files, or a way out. */
export function spaceName(space: string): string {
  if (/^(?!incoming$)[g-z][a-z]{2,20}$/.test(space)) return space;
  throw new Error(`"${space}" does not name a space of a blob store`);
}
