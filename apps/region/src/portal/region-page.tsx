import { Page, type PageProps } from "@concord/ui";
import type { PropsWithChildren } from "hono/jsx";
import { stylesheetHref } from "./stylesheet.ts";

/** A page of this site: the shared frame, with the site's own few rules. */
export function RegionPage(props: PropsWithChildren<PageProps>) {
  const { children, ...page } = props;
  return (
    <Page {...page} head={<link rel="stylesheet" href={stylesheetHref} />}>
      {children}
    </Page>
  );
}
