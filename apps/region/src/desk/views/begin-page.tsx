import { writeDayOf } from "@concord/runtime";
import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  DescriptionList,
  EmptyState,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  RadioGroup,
  SelectField,
  type Site,
  TextField,
} from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import { messages } from "../messages.ts";
import type { Ceremony } from "../model.ts";
import type { AskedRequest } from "../read-desk.ts";
import type { DeskTrust } from "../read-trust.ts";
import { BackToDesk } from "./document-page.tsx";
import { RootFields } from "./root-fields.tsx";

export interface BeginProps {
  readonly site: Site;
  readonly ceremony: Ceremony;
  readonly trust: DeskTrust;
  /** What was asked, for a ceremony that a request begins. */
  readonly asked?: AskedRequest;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** What one ceremony is, who must be there, what is needed, and its short form. It changes nothing. */
export function BeginPage(props: BeginProps) {
  const { site, ceremony, trust, asked, values, errors } = props;
  const t = messages.in(site.locale);
  const failed = Object.keys(errors).length > 0;
  const byRequest = ceremony === "add" || ceremony === "rotate";
  return (
    <RegionPage site={site} title={t(`ceremony.${ceremony}`)} failed={failed}>
      <PageHeading
        title={t(`ceremony.${ceremony}`)}
        lead={t(`about.${ceremony}`, { until: writeDayOf(new Date(trust.registry.exp * 1000), site) })}
      />
      {ceremony === "retire" && <p>{t("about.not-stolen")}</p>}
      <Needs {...props} />
      {asked && <Asked site={site} asked={asked} />}
      {byRequest && !asked ? (
        <EmptyState title={t("begin.none")} level={2}>
          <p>{t("begin.none-body")}</p>
          <BackToDesk site={site} />
        </EmptyState>
      ) : (
        <Form
          action={localHref(site, "/network/desk/draft")}
          method="get"
          plain={ceremony === "renew" || ceremony === "root"}
          {...{ values, errors }}
        >
          <input type="hidden" name="ceremony" value={ceremony} />
          <Fields {...props} />
          <p>{t("begin.safe")}</p>
          <Actions>
            <Button>{t("begin.next")}</Button>
            <ButtonLink href={localHref(site, "/network/desk")} look="outline">
              {t("begin.cancel")}
            </ButtonLink>
          </Actions>
        </Form>
      )}
      <p>{t("begin.broken-off")}</p>
    </RegionPage>
  );
}

function Needs({ site, ceremony, trust }: BeginProps) {
  const t = messages.in(site.locale);
  const root = ceremony === "root";
  const { threshold, keys } = root ? trust.root.root : trust.signing.registry;
  const calls = ceremony !== "renew" && !root;
  const reads = ceremony === "add" || ceremony === "rotate" || ceremony === "retire";
  return (
    <>
      <h2>{t("begin.who")}</h2>
      <ul class="usa-list">
        <li>{t(root ? "begin.who.root" : "begin.who.keepers", { threshold, keys: keys.length })}</li>
        {root && <li>{t("begin.who.new")}</li>}
        {calls && <li>{t("begin.who.phone")}</li>}
      </ul>
      <h2>{t("begin.need")}</h2>
      <ul class="usa-list">
        <li>{t("begin.need.key")}</li>
        {root && <li>{t("begin.need.pub")}</li>}
        {reads && <li>{t("begin.need.call")}</li>}
        {ceremony === "close" && <li>{t("begin.need.seq")}</li>}
        {ceremony === "retire" && <li>{t("begin.need.to")}</li>}
        {ceremony === "rotate" && <li>{t("begin.need.from")}</li>}
      </ul>
    </>
  );
}

function Asked({ site, asked: { request, waiting, isMember } }: { site: Site; asked: AskedRequest }) {
  const t = messages.in(site.locale);
  const file = `${request.code}.join`;
  return (
    <>
      <h2>{t("begin.request")}</h2>
      <DescriptionList
        items={[
          { term: t("desk.requests.name"), detail: request.name },
          { term: t("desk.requests.code"), detail: <span class="region-code">{request.code}</span> },
          { term: t("desk.requests.address"), detail: request.baseUrl },
          {
            term: t("begin.request.role"),
            detail: request.roles.map((role) => t(`role.${role}`)).join(", "),
          },
          { term: t("desk.requests.until"), detail: writeDayOf(waiting.expiresAt, site) },
          ...(isMember
            ? [
                {
                  term: t("begin.request.endorsed"),
                  detail: t(request.endorsed ? "begin.request.yes" : "begin.request.no"),
                },
              ]
            : []),
        ]}
      />
      <p>
        <a href={`/network/requests/${waiting.id}/request.join`} download={file}>
          {t("begin.request.file")}
        </a>
      </p>
    </>
  );
}

function Fields(props: BeginProps) {
  const { site, ceremony, trust, asked } = props;
  const t = messages.in(site.locale);
  const readOut = (
    <TextField
      name="fingerprint"
      label={t("field.fingerprint")}
      hint={t("field.fingerprint-hint")}
      autocomplete="off"
      width="xl"
      required
    />
  );
  if (ceremony === "add" || ceremony === "rotate")
    return (
      <>
        <input type="hidden" name="request" value={asked?.waiting.id} />
        {readOut}
        {ceremony === "add" ? <Groups {...props} /> : <NumberField site={site} name="from" hint />}
      </>
    );
  if (ceremony === "renew") return null;
  if (ceremony === "root") return <RootFields {...props} />;
  return (
    <>
      <SelectField
        name="member"
        label={t("field.member")}
        options={trust.registry.members.map(({ code, name }) => ({
          value: code,
          label: `${name} (${code})`,
          // The registry is one signed text for all.
          lang: "en",
        }))}
        required
      />
      {ceremony === "retire" && (
        <>
          <TextField
            name="fingerprint"
            label={t("field.old-fingerprint")}
            hint={t("field.old-fingerprint-hint")}
            autocomplete="off"
            width="xl"
            required
          />
          <NumberField site={site} name="to" required />
        </>
      )}
      {ceremony === "close" && <CloseFields site={site} />}
    </>
  );
}

function CloseFields({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <>
      <RadioGroup
        name="cause"
        label={t("field.cause")}
        options={(["stolen", "restored"] as const).map((value) => ({
          value,
          label: t(`field.cause.${value}`),
        }))}
        required
      />
      <NumberField site={site} name="seq" required />
      <TextField
        name="head"
        label={t("field.head")}
        hint={t("field.head-hint")}
        autocomplete="off"
        width="2xl"
        required
      />
    </>
  );
}

function NumberField({
  site,
  name,
  hint,
  required,
}: {
  site: Site;
  name: "from" | "to" | "seq";
  hint?: true;
  required?: true;
}) {
  const t = messages.in(site.locale);
  return (
    <TextField
      name={name}
      label={t(`field.${name}`)}
      {...(hint ? { hint: t("field.from-hint") } : {})}
      inputmode="numeric"
      autocomplete="off"
      width="sm"
      required={required ?? false}
    />
  );
}

/** Everybody is in the first; the others are chosen. */
function Groups({ site, trust }: BeginProps) {
  const t = messages.in(site.locale);
  const others = trust.registry.groups.filter(({ code }) => code !== "all");
  if (others.length === 0) return null;
  return (
    <CheckboxGroup
      name="group"
      label={t("field.group")}
      hint={t("field.group-hint")}
      options={others.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
