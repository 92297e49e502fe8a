import { type RenderOptions, renderBlocks } from "@concord/content";
import {
  Accordion,
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  type FormErrors,
  localHref,
  PageHeading,
  type Site,
  TextField,
} from "@concord/ui";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { OfferedBody, Training } from "../model.ts";
import { TrainingStatusTag } from "./office-list-page.tsx";
import { spoken } from "./words.ts";

interface OfficeTrainingProps {
  readonly site: Site;
  readonly training: Training;
  readonly body: OfferedBody;
  readonly options: RenderOptions;
  readonly errors?: FormErrors;
}

/** One training as the office works on it: what is in it, and whether it is offered. */
export function OfficeTrainingPage({ site, training, body, options, errors = {} }: OfficeTrainingProps) {
  const t = messages.in(site.locale);
  const title = spoken(body.title, site.locale).text;
  const { latestRevision: latest, offeredRevision: offered, status } = training;
  return (
    <OfficePage site={site} title={title} failed={Object.keys(errors).length > 0}>
      <PageHeading
        title={title}
        lead={spoken(body.summary, site.locale).text}
        over={<TrainingStatusTag site={site} status={status} />}
      />
      <Done
        site={site}
        words={{
          saved: t("office.done.saved"),
          offered: t("office.done.offered"),
          withdrawn: t("office.done.withdrawn"),
        }}
      />
      {errors.form && (
        <Alert kind="error" announce>
          {errors.form}
        </Alert>
      )}
      {status === "published" && offered !== null && offered !== latest && (
        <Alert>{t("office.changed", { latest, offered })}</Alert>
      )}
      {training.source === "adopted" && training.attribution && (
        <p>{t("training.from", { attribution: training.attribution })}</p>
      )}
      <Acts site={site} training={training} />
      <h2>{t("office.content")}</h2>
      <Accordion items={contentOf(site, body, options)} />
      {status === "published" && <Withdraw site={site} training={training} />}
    </OfficePage>
  );
}

function Acts({ site, training }: { site: Site; training: Training }) {
  const t = messages.in(site.locale);
  const { id, latestRevision, offeredRevision, status, source } = training;
  const offers = status !== "recalled" && (status !== "published" || offeredRevision !== latestRevision);
  return (
    <Form action={localHref(site, `/office/trainings/${id}/offer`)} plain>
      <Actions>
        {offers && (
          <Button>
            {offeredRevision === null
              ? t("office.offer")
              : t("office.offer-revision", { revision: latestRevision })}
          </Button>
        )}
        {source === "own" && (
          <ButtonLink href={localHref(site, `/office/trainings/${id}/edit`)} look="outline">
            {t("office.edit")}
          </ButtonLink>
        )}
        <ButtonLink href={localHref(site, `/trainings/${id}`)} look="plain">
          {t("office.see")}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

function Withdraw({ site, training }: { site: Site; training: Training }) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("office.withdraw")}</h2>
      <p>{t("office.withdraw-hint")}</p>
      <Form action={localHref(site, `/office/trainings/${training.id}/withdraw`)} id="withdraw" plain>
        <TextField name="reason" label={t("office.withdraw-reason")} />
        <Button look="danger">{t("office.withdraw")}</Button>
      </Form>
    </>
  );
}

function contentOf(site: Site, body: OfferedBody, options: RenderOptions) {
  if (body.schema === "concord.training/1")
    return body.lessons.map(({ id, title, blocks }) => ({
      id,
      heading: spoken(title, site.locale).text,
      content: renderBlocks(blocks, { ...options, baseLevel: 3 }),
    }));
  return body.parts.map((part) => ({
    id: part.id,
    heading: spoken(part.title, site.locale).text,
    content: (
      <>
        <p>{spoken(part.summary, site.locale).text}</p>
        {part.type === "live" &&
          renderBlocks([...part.blocks, ...part.presenter], { ...options, baseLevel: 3 })}
      </>
    ),
  }));
}
