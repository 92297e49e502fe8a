import type { TokenData } from "./hotline.ts";

export interface RenderOptions extends TokenData {
  readonly locale: string;
  /** Where the bytes with this SHA-256 are served, on this site. */
  readonly assetUrl: (sha256: string) => string;
  /** The first heading level free for content; 2 under a page's title. */
  readonly baseLevel?: 2 | 3 | 4;
}
