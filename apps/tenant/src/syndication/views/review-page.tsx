import { licenceText, type Overlay, overlayFaults } from "@concord/content";
import { Alert, ButtonLink, DescriptionList, type Detail, localHref, SummaryBox } from "@concord/ui";
import { messages } from "../messages.ts";
import type { Review } from "../review-item.ts";
import { ApplyForm, DeclineForm, OverlayForm, type ReviewProps } from "./decision-forms.tsx";
import { ItemStatus, kindWord, languagesOf, NetworkPage, titleOf } from "./network-page.tsx";
import { ReadableBody } from "./readable-body.tsx";

/** One item of another member: what it is, what changed, what stays ours, and the decision. */
export function ReviewPage(props: ReviewProps) {
  const { site, review, state } = props;
  const t = messages.in(site.locale);
  const { body, feedItem } = review;
  const title = titleOf(site, body && "title" in body ? body.title : (review.incoming?.title ?? {}));
  return (
    <NetworkPage
      site={site}
      title={title}
      over={kindWord(site, feedItem.kind)}
      failed={Boolean(state.failed)}
    >
      {state.done && (
        <Alert kind="success" announce>
          {t(`review.done.${state.done}`)}
          {state.done === "adopted" && review.takenAt && (
            <>
              {" "}
              <a href={localHref(site, review.takenAt)}>{t("review.see", { title })}</a>
            </>
          )}
        </Alert>
      )}
      <Notices {...props} />
      <UnknownHotlines {...props} />
      <h2>{t("review.facts")}</h2>
      <DescriptionList items={facts(props)} />
      <Decision {...props} />
      {body && (
        <>
          <h2>{t("review.content")}</h2>
          <ReadableBody body={body} options={props.options} />
        </>
      )}
      {mayDecide(review) && <OverlayForm {...props} />}
    </NetworkPage>
  );
}

function Notices({ site, review: { feedItem, body, files } }: ReviewProps) {
  const t = messages.in(site.locale);
  if (feedItem.status !== "live") return <Alert kind="warning">{t(`review.gone.${feedItem.status}`)}</Alert>;
  if (files.here < files.of) return <Alert kind="warning">{t("review.files-some", files)}</Alert>;
  return body ? null : <Alert kind="warning">{t("review.unreadable")}</Alert>;
}

/** What peers send is never refused for it, but nobody should learn it from a reader. */
function UnknownHotlines({ site, review: { feedItem, unknownHotlines } }: ReviewProps) {
  if (unknownHotlines.length === 0) return null;
  const tokens = unknownHotlines.join(", ");
  const text = messages.in(site.locale)("review.hotlines", { tokens, from: feedItem.feedName });
  return <Alert kind="warning">{text}</Alert>;
}

function facts({ site, review, times }: ReviewProps): Detail[] {
  const t = messages.in(site.locale);
  const { feedItem, incoming, body, files } = review;
  const languages = body && "languages" in body ? languagesOf(site, body.languages) : "";
  const pinned = incoming?.pinnedRevision;
  const row = (term: string, detail: Detail["detail"] | undefined): Detail[] =>
    detail ? [{ term, detail }] : [];
  return [
    ...row(t("incoming.status"), incoming && <ItemStatus site={site} status={incoming.status} />),
    ...row(t("review.from"), feedItem.feedName),
    ...row(
      t("review.replaces"),
      review.replaces && t("review.replaces-value", { title: titleOf(site, review.replaces) }),
    ),
    ...row(t("review.attribution"), incoming?.attribution ?? undefined),
    ...row(t("review.licence"), feedItem.licence && licenceText(feedItem.licence)),
    ...row(t("review.languages"), languages),
    ...row(
      t("review.revision"),
      t("review.revision-value", { revision: feedItem.revision, date: times.day(feedItem.revisedAt) }),
    ),
    ...row(t("review.pinned"), pinned ? <Pinned site={site} review={review} revision={pinned} /> : undefined),
    ...row(
      t("review.significance"),
      feedItem.revision > 1 ? t(`review.significance.${feedItem.significance}`) : undefined,
    ),
    ...row(
      t("review.files"),
      files.here === files.of ? t("review.files-all", { count: files.of }) : t("review.files-some", files),
    ),
    ...row(t("review.reason"), feedItem.reason),
    ...row(t("review.note"), incoming?.note ?? undefined),
  ];
}

function Pinned({ site, review, revision }: Pick<ReviewProps, "site" | "review"> & { revision: number }) {
  const t = messages.in(site.locale);
  const title = titleOf(site, review.incoming?.title ?? {});
  return (
    <span>
      {t("review.pinned-value", { revision })}
      {review.takenAt && (
        <>
          . <a href={localHref(site, review.takenAt)}>{t("review.see", { title })}</a>
        </>
      )}
    </span>
  );
}

function mayDecide({ incoming, body, feedItem, files }: Review): boolean {
  return (
    incoming !== undefined && body !== undefined && feedItem.status === "live" && files.here === files.of
  );
}

/** The forms that fit where the item stands; none for what its maker took back or what is not all here. */
function Decision(props: ReviewProps) {
  const { site, review } = props;
  const { incoming, feedItem } = review;
  if (!incoming || !mayDecide(review)) return null;
  const t = messages.in(site.locale);
  const pinned = incoming.pinnedRevision;
  const open = incoming.status === "new" || incoming.status === "update-available";
  return (
    <>
      {pinned !== null && (
        <>
          <h2>
            {t(inPart(review) ? "review.left-out" : "review.changes", {
              revision: pinned,
              from: feedItem.feedName,
            })}
          </h2>
          {inPart(review) && <p>{t("review.left-out-why", { revision: pinned })}</p>}
          {review.changes.length === 0 && <p>{t("review.no-changes")}</p>}
        </>
      )}
      {pinned !== null && <Ours {...props} overlay={review.overlay} />}
      {pinned !== null && (review.changes.length > 0 || pinned !== feedItem.revision) && (
        <ApplyForm {...props} />
      )}
      {pinned === null && (
        <p>
          <ButtonLink href="#adopting">{t("review.to-decision")}</ButtonLink>
        </p>
      )}
      {open && <DeclineForm {...props} />}
    </>
  );
}

/** The newest revision was taken, and not all of it. */
function inPart({ incoming, feedItem, changes }: Review): boolean {
  return incoming?.pinnedRevision === feedItem.revision && changes.length > 0;
}

function Ours({ site, review, overlay }: ReviewProps & { overlay: Overlay | undefined }) {
  const t = messages.in(site.locale);
  const lines = overlay
    ? [
        ...(overlay.program || overlay.office ? [t("review.ours-names")] : []),
        ...(overlay.contacts.length > 0
          ? [t("review.ours-contacts", { count: overlay.contacts.length })]
          : []),
        ...(overlay.lawNotes.length > 0 ? [t("review.ours-law", { count: overlay.lawNotes.length })] : []),
        ...textsLine(overlay, (count) => t("review.ours-texts", { count })),
      ]
    : [];
  const faults = review.body && overlay ? overlayFaults(review.body, overlay) : [];
  return (
    <>
      <SummaryBox heading={t("review.ours")}>
        {lines.length === 0 ? (
          t("review.ours-none")
        ) : (
          <ul class="usa-list">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
      </SummaryBox>
      {faults.length > 0 && (
        <Alert kind="warning" heading={t("review.faults")} level={3}>
          <ul class="usa-list">
            {faults.map(({ path, reason }) => (
              <li>{t(`review.fault.${reason}`, { path })}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

function textsLine(overlay: Overlay, words: (count: number) => string): string[] {
  const count = Object.keys(overlay.texts).length;
  return count > 0 ? [words(count)] : [];
}
