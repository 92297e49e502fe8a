import { isKnownItem, licenceText, type RenderOptions, type ToolkitBody, wordsIn } from "@concord/content";
import {
  ButtonLink,
  Card,
  CardList,
  DescriptionList,
  localHref,
  Page,
  PageHeading,
  ProcessList,
  type Site,
  Tag,
} from "@concord/ui";
import { type Profile, textIn } from "../../profile/index.ts";
import type { Training } from "../../trainings/index.ts";
import { messages } from "../messages.ts";
import type { Toolkit } from "../model.ts";
import { languagesText, Said } from "./words.tsx";

export interface ReadableToolkit {
  readonly toolkit: Toolkit;
  readonly body: ToolkitBody;
  readonly trainings: ReadonlyMap<string, Training>;
}

/** One toolkit: what it is for, its path, and everything it holds. */
export function ToolkitPage(
  props: ReadableToolkit & { site: Site; profile: Profile; options: RenderOptions },
) {
  const { site, body, options } = props;
  const t = messages.in(site.locale);
  const title = wordsIn(body.title, options);
  const crumbs = [
    { label: t("list.title"), href: localHref(site, "/toolkits") },
    { label: title, href: "" },
  ];
  return (
    <Page site={site} title={title} breadcrumb={crumbs}>
      <PageHeading title={title} lead={<Said value={body.summary} options={options} />} />
      <Facts {...props} />
      <ButtonLink href={localHref(site, "/member/toolkit")}>{t("toolkit.use")}</ButtonLink>
      <h2>{t("toolkit.path")}</h2>
      <ProcessList
        items={body.path.map((step) => ({
          heading: wordsIn(step.title, options),
          content: <StepBody {...props} step={step} />,
        }))}
      />
      <h2>{t("toolkit.holds")}</h2>
      <Items {...props} />
      {body.references.length > 0 && <h2>{t("toolkit.references")}</h2>}
      <ul class="usa-list">
        {body.references.map(({ title: name, source, url }) => (
          <li>
            {url ? (
              <a href={url} rel="noreferrer">
                <Said value={name} options={options} />
              </a>
            ) : (
              <Said value={name} options={options} />
            )}
            {`. ${source}`}
          </li>
        ))}
      </ul>
    </Page>
  );
}

type Props = Parameters<typeof ToolkitPage>[0];

function Facts({ site, profile, toolkit, body, options }: Props) {
  const t = messages.in(site.locale);
  const sectors = profile.sectors.filter(({ code }) => body.sectors.some((one) => isWithin(one, code)));
  const names = sectors.map(({ name }) => textIn(name, site.locale)).join(", ");
  return (
    <DescriptionList
      items={[
        { term: t("toolkit.for"), detail: <Said value={body.audience} options={options} /> },
        ...(names ? [{ term: t("toolkit.sectors"), detail: names }] : []),
        { term: t("toolkit.languages"), detail: languagesText(toolkit.languages, site.locale) },
        {
          term: t("toolkit.from"),
          detail: toolkit.attribution ?? textIn(profile.office.name, site.locale),
        },
        ...(toolkit.licence ? [{ term: t("toolkit.licence"), detail: licenceText(toolkit.licence) }] : []),
      ]}
    />
  );
}

/** Whether a NAICS code lies in a two-digit sector or a range of them, such as 31-33. */
function isWithin(code: string, sector: string): boolean {
  const [first = "", last = first] = sector.split("-");
  const start = code.slice(0, 2);
  return start >= first && start <= last;
}

function StepBody({
  site,
  toolkit,
  body,
  trainings,
  options,
  step,
}: Props & { step: ToolkitBody["path"][number] }) {
  const t = messages.in(site.locale);
  const items = body.items.filter(({ id }) => step.items.includes(id)).filter(isKnownItem);
  const courses = new Map(
    step.trainings.flatMap((name) => {
      const training = trainings.get(name);
      return training ? [[training.id, training]] : [];
    }),
  );
  return (
    <>
      <p>
        <Said value={step.summary} options={options} />
      </p>
      <p class="usa-hint">{t("toolkit.proof", { what: wordsIn(step.evidence, options) })}</p>
      {items.length + courses.size > 0 && (
        <ul class="usa-list">
          {items.map((item) => (
            <li>
              {t("toolkit.items")}{" "}
              <a href={localHref(site, `/toolkits/${toolkit.id}/${item.id}`)}>
                <Said value={item.title} options={options} />
              </a>
            </li>
          ))}
          {[...courses.values()].map((training) => (
            <li>
              {t("toolkit.trainings")}{" "}
              <a href={localHref(site, `/trainings/${training.id}`)}>
                <Said value={training.title} options={options} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Items({ site, toolkit, body, options }: Props) {
  const t = messages.in(site.locale);
  return (
    <CardList columns={2}>
      {body.items.filter(isKnownItem).map((item) => (
        <Card
          title={<Said value={item.title} options={options} />}
          href={localHref(site, `/toolkits/${toolkit.id}/${item.id}`)}
          aside={<Tag>{t(`type.${item.type}`)}</Tag>}
        >
          <p>
            <Said value={item.summary} options={options} />
          </p>
        </Card>
      ))}
    </CardList>
  );
}
