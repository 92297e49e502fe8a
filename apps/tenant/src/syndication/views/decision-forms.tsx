import type { ChangedPart, Overlay, RenderOptions } from "@concord/content";
import {
  Alert,
  Button,
  Checkbox,
  Diff,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  type Site,
  TextArea,
} from "@concord/ui";
import { messages } from "../messages.ts";
import { formOfOverlay } from "../overlay-form.ts";
import type { Review } from "../review-item.ts";
import { type Times, titleOf } from "./network-page.tsx";
import { OverlayFields } from "./overlay-fields.tsx";

export interface ReviewState {
  readonly done?: "adopted" | "declined" | "saved" | undefined;
  /** Which form came back with faults. */
  readonly failed?: {
    readonly form: "adopt" | "overlay" | "decline";
    readonly values: FormValues;
    readonly errors: FormErrors;
  };
}

export interface ReviewProps {
  readonly site: Site;
  readonly review: Review;
  readonly state: ReviewState;
  readonly options: RenderOptions;
  readonly times: Times;
  /** What the form begins with where nothing of ours is kept yet. */
  readonly suggested: Overlay;
}

/** An update is applied whole or in part: what is ours is kept. */
export function ApplyForm({ site, review, state }: ReviewProps) {
  const t = messages.in(site.locale);
  const { feedItem, parts } = review;
  const failed = state.failed?.form === "adopt" ? { errors: state.failed.errors } : {};
  const several = parts.length > 1;
  return (
    <>
      <p>{t("review.apply-why")}</p>
      {several && <p>{t("review.choose-why")}</p>}
      <Form
        id="apply"
        action={localHref(site, `/office/network/incoming/${feedItem.item}/apply`)}
        plain
        {...failed}
      >
        <input type="hidden" name="revision" value={String(feedItem.revision)} />
        {several && <input type="hidden" name="choose" value="parts" />}
        {parts.map((part, at) => (
          <PartToTake part={part} at={at} several={several} values={state.failed?.values} />
        ))}
        <Button>{t(several ? "review.apply-checked" : "review.apply")}</Button>
      </Form>
    </>
  );
}

/** What changed in one part, under the box that takes it; a lone one is taken with the update. */
function PartToTake(props: {
  part: ChangedPart;
  at: number;
  several: boolean;
  values: FormValues | undefined;
}) {
  const { part, at, several, values } = props;
  const name = `part.${at}`;
  const changes = part.changes.map(({ where, before, after, language }) => ({
    label: where,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(language === undefined ? {} : { lang: language }),
  }));
  const checked = values === undefined || values[name] === part.path;
  return (
    <>
      {several && <Checkbox name={name} value={part.path} label={part.where} checked={checked} />}
      <Diff changes={changes} level={3} />
    </>
  );
}

export function DeclineForm({ site, review: { feedItem }, state }: ReviewProps) {
  const t = messages.in(site.locale);
  const { values, errors } = state.failed?.form === "decline" ? state.failed : { values: {}, errors: {} };
  return (
    <details class="cc-stack" open={state.failed?.form === "decline"}>
      <summary>{t("review.decline-title")}</summary>
      <Form
        id="decline"
        action={localHref(site, `/office/network/incoming/${feedItem.item}/decline`)}
        values={values}
        errors={errors}
      >
        <input type="hidden" name="revision" value={String(feedItem.revision)} />
        <TextArea name="note" label={t("review.decline-note")} rows={3} maxlength={2_000} required />
        <Button look="outline">{t("review.decline")}</Button>
      </Form>
    </details>
  );
}

/** Adopts a new item with our own parts, or changes them on one that is adopted. */
export function OverlayForm(props: ReviewProps) {
  const { site, review, state, suggested } = props;
  const t = messages.in(site.locale);
  const { feedItem, incoming } = review;
  const pinned = incoming?.pinnedRevision ?? null;
  const body = pinned === null ? review.body : review.pinned;
  const overlay = review.overlay ?? (pinned === null ? suggested : undefined);
  if (!body) return null;
  const came = state.failed && state.failed.form !== "decline" ? state.failed : undefined;
  const values =
    came?.form === "adopt" && pinned !== null
      ? formOfOverlay(overlay)
      : (came?.values ?? formOfOverlay(overlay));
  const target = pinned === null ? "adopt" : "overlay";
  return (
    <>
      {pinned === null ? (
        <WhatAdoptingDoes {...props} />
      ) : (
        <>
          <h2>{t("review.edit-title")}</h2>
          <p>{t("review.adopt-why")}</p>
        </>
      )}
      <Form
        id="overlay"
        action={localHref(site, `/office/network/incoming/${feedItem.item}/${target}`)}
        values={values}
        errors={came?.errors ?? {}}
        plain
      >
        <input type="hidden" name="revision" value={String(feedItem.revision)} />
        <OverlayFields site={site} body={body} values={values} />
        <Button>{t(pinned === null ? "review.adopt" : "review.save")}</Button>
      </Form>
    </>
  );
}

/** The heading is where the page's link to the decision leads, and takes the focus. */
function WhatAdoptingDoes({ site, review: { feedItem, body } }: ReviewProps) {
  const t = messages.in(site.locale);
  const effect = {
    state: site.jurisdictionName ?? site.title,
    from: feedItem.feedName,
    title: body && "title" in body ? titleOf(site, body.title) : "",
  };
  return (
    <>
      <h2 id="adopting" tabindex={-1}>
        {t("review.adopt-title")}
      </h2>
      <p class="usa-intro">{t("review.adopt-effect", effect)}</p>
      <Alert>{t("review.no-credit")}</Alert>
      <p>{t("review.adopt-optional")}</p>
    </>
  );
}
