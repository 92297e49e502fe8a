/** Limits are part of the protocol: a peer that accepts less than this is not a peer, one that accepts more is not safe. Bytes and seconds. */
export const limits = {
  entryBytes: 16 * 1024,
  bodyBytes: 1024 * 1024,
  pageBytes: 8 * 1024 * 1024,
  pageEntries: 500,
  blobBytes: 2 * 1024 ** 3,
  /** Checkpoints, requests, receipts and hints. */
  statementBytes: 16 * 1024,
  /** Root and registry documents. */
  trustBytes: 4 * 1024 * 1024,
  checkpointSeconds: 24 * 3600,
  checkpointRenewSeconds: 3600,
  requestSeconds: 300,
  /** How long a request to join may be taken. */
  joinSeconds: 30 * 86_400,
  leewaySeconds: 300,
} as const;
