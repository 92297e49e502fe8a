import { Actions, ButtonLink, Page, PageHeading, type Site } from "@concord/ui";

/** A page that says one thing, and the way on. */
export function NoticePage(props: {
  readonly site: Site;
  readonly title: string;
  readonly texts: readonly string[];
  readonly way: { readonly href: string; readonly label: string };
}) {
  const { site, title, texts, way } = props;
  return (
    <Page site={site} title={title}>
      <PageHeading title={title} />
      {texts.map((text) => (
        <p class="usa-intro">{text}</p>
      ))}
      <Actions>
        <ButtonLink href={way.href}>{way.label}</ButtonLink>
      </Actions>
    </Page>
  );
}
