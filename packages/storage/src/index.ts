export type { BlobStore } from "./blob-store.ts";
export { syncFolder, writeDurably } from "./durable-file.ts";
export { openFolderStore } from "./folder-store.ts";
export { loadOrCreateKeyFile } from "./key-file.ts";
export { openS3Store } from "./s3-store.ts";
