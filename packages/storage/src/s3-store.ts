import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { type BlobStore, isBlobName, isPast, type StoredBlob, spaceName } from "./blob-store.ts";
import { hashWhile } from "./hash-while.ts";

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keeps blobs in a bucket of an S3-compatible store, and makes the bucket where there is none. */
export async function openS3Store(settings: S3Settings): Promise<BlobStore> {
  const { bucket: Bucket, accessKeyId, secretAccessKey } = settings;
  const client = new S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Stores other than Amazon's often refuse the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  await ensureBucket(client, Bucket);
  return storeIn(client, Bucket, "");
}

function storeIn(client: S3Client, Bucket: string, prefix: string): BlobStore {
  const at = (sha256: string) => ({ Bucket, Key: `${prefix}${sha256}` });
  const get = async (sha256: string, Range?: string) => {
    if (!isBlobName(sha256)) return undefined;
    return client
      .send(new GetObjectCommand({ ...at(sha256), ...(Range ? { Range } : {}) }))
      .catch(undefinedIfMissing);
  };
  const head = async (sha256: string) => {
    if (!isBlobName(sha256)) return undefined;
    return client.send(new HeadObjectCommand(at(sha256))).catch(undefinedIfMissing);
  };
  return {
    put: (bytes, expect) =>
      // The name is known only after the last byte, so a stream waits in a file.
      throughFile(bytes, expect, async (path, { sha256, size }) => {
        const Body = createReadStream(path);
        await client.send(new PutObjectCommand({ ...at(sha256), Body, ContentLength: size }));
      }),
    async open(sha256, range) {
      const found = await get(sha256, range && `bytes=${range.start}-${range.end}`);
      if (!found?.Body) return undefined;
      const total = Number(/\/(\d+)$/.exec(found.ContentRange ?? "")?.[1] ?? found.ContentLength ?? 0);
      return { size: total, stream: found.Body.transformToWebStream() };
    },
    read: async (sha256) => (await get(sha256))?.Body?.transformToByteArray(),
    size: async (sha256) => (await head(sha256))?.ContentLength,
    has: async (sha256) => (await head(sha256)) !== undefined,
    notPutFor: (ms) => oldIn(client, Bucket, prefix, ms),
    async delete(sha256, notPutForMs = 0) {
      if (!isBlobName(sha256)) return;
      const lastPut = notPutForMs > 0 && (await head(sha256))?.LastModified;
      if (lastPut && !isPast(lastPut.getTime(), notPutForMs)) return;
      await client.send(new DeleteObjectCommand(at(sha256)));
    },
    within: (space) => storeIn(client, Bucket, `${prefix}${spaceName(space)}/`),
  };
}

/** Of one space: what lies deeper belongs to another. */
async function* oldIn(client: S3Client, Bucket: string, Prefix: string, ms: number): AsyncGenerator<string> {
  let ContinuationToken: string | undefined;
  do {
    const asked = new ListObjectsV2Command({ Bucket, Prefix, Delimiter: "/", ContinuationToken });
    const page = await client.send(asked);
    for (const { Key = "", LastModified } of page.Contents ?? []) {
      const name = Key.slice(Prefix.length);
      if (isBlobName(name) && LastModified && isPast(LastModified.getTime(), ms)) yield name;
    }
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
}

async function ensureBucket(client: S3Client, Bucket: string): Promise<void> {
  const there = await client.send(new HeadBucketCommand({ Bucket })).then(
    () => true,
    (error: unknown) => undefinedIfMissing(error) ?? false,
  );
  if (there) return;
  // Several instances may start at once on a new store.
  await client.send(new CreateBucketCommand({ Bucket })).catch((error: unknown) => {
    if (!(error instanceof Error && error.name.startsWith("BucketAlready"))) throw error;
  });
}

async function throughFile(
  bytes: Parameters<BlobStore["put"]>[0],
  expect: Parameters<BlobStore["put"]>[1],
  send: (path: string, stored: StoredBlob) => Promise<void>,
): Promise<StoredBlob> {
  const folder = await mkdtemp(join(tmpdir(), "concord-upload-"));
  try {
    const path = join(folder, "blob");
    const { chunks, done } = hashWhile(bytes, expect);
    const file = await open(path, "wx", 0o600);
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    const stored = done();
    await send(path, stored);
    return stored;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof Error && ["NoSuchKey", "NotFound", "NoSuchBucket"].includes(error.name))
    return undefined;
  throw error;
}
