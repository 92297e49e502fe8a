import { raw } from "hono/html";
import { PageHeading } from "./heading.tsx";
import { Page } from "./page.tsx";
import type { Site } from "./site.ts";

interface FramedPageProps {
  readonly site: Site;
  readonly title: string;
  /** Escaped markup that somebody else wrote, such as the API's documentation. */
  readonly body: string;
  readonly head?: string;
}

/** Markup from elsewhere as a page of this site, with its help, notice and navigation. */
export function FramedPage({ site, title, body, head }: FramedPageProps) {
  return (
    <Page site={site} title={title} width="wide" head={head && raw(head)}>
      <PageHeading title={title} />
      {raw(body)}
    </Page>
  );
}
