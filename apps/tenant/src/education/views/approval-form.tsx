import { Button, DateField, FileField, Form, SelectField, type Site, TextField } from "@concord/ui";
import { messages } from "../messages.ts";
import { deliveryModes } from "../model.ts";
import type { Filled } from "./board-page.tsx";
import { languageText } from "./words.tsx";

export interface Course {
  readonly id: string;
  readonly title: string;
  readonly kind: "training" | "session";
}

interface ApprovalFormProps {
  readonly site: Site;
  readonly action: string;
  readonly courses: readonly Course[];
  readonly filled?: Filled | undefined;
}

/** A board's decision as its letter says it: one course, one format, one language. */
export function ApprovalForm({ site, action, courses, filled }: ApprovalFormProps) {
  const t = messages.in(site.locale);
  const options = (kind: Course["kind"]) =>
    courses.filter((course) => course.kind === kind).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Form id="approval" action={action} values={filled?.values ?? {}} errors={filled?.errors ?? {}} upload>
      <SelectField
        name="activityId"
        label={t("board.course")}
        hint={t("board.course-hint")}
        groups={[
          { label: t("board.training-group"), options: options("training") },
          { label: t("board.session-group"), options: options("session") },
        ]}
        required
      />
      <SelectField
        name="mode"
        label={t("board.mode")}
        options={deliveryModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        required
      />
      <SelectField
        name="locale"
        label={t("board.locale")}
        options={site.locales.map((value) => ({ value, label: languageText(value, site.locale) }))}
        required
      />
      <TextField
        name="contactHours"
        label={t("board.hours")}
        type="number"
        inputmode="decimal"
        width="2xs"
        required
      />
      <TextField name="approvalNumber" label={t("board.number")} width="lg" required />
      <DateField name="approvedOn" label={t("board.approved-on")} required />
      <DateField name="expiresOn" label={t("board.expires-on")} />
      <TextField name="citation" label={t("board.citation")} hint={t("board.citation-hint")} />
      <TextField name="citationUrl" type="url" label={t("board.citation-url")} />
      <FileField
        name="letter"
        label={t("board.letter")}
        accept="application/pdf,image/png,image/jpeg"
        types={t("board.letter-types")}
        maxMegabytes={10}
      />
      <Button>{t("board.save")}</Button>
    </Form>
  );
}
