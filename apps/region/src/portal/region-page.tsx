import { Page, type PageProps } from "@concord/ui";
import type { PropsWithChildren } from "hono/jsx";
import { signScriptHref, stylesheetHref } from "./site-files.ts";

/** `signs`: keepers sign on it. */
type Props = Omit<PageProps, "head"> & { readonly signs?: boolean };

/** A page of this site: the shared frame, with the site's own few rules. */
export function RegionPage(props: PropsWithChildren<Props>) {
  const { children, signs = false, ...page } = props;
  const head = (
    <>
      <link rel="stylesheet" href={stylesheetHref} />
      {signs && <script type="module" src={signScriptHref} />}
    </>
  );
  return (
    <Page {...page} head={head}>
      {children}
    </Page>
  );
}
