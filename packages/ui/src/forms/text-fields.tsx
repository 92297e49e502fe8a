import { HotlineNote } from "../page/hotlines.tsx";
import { useChrome } from "../page/site-scope.tsx";
import { controlAttributes, type FieldProps, FieldShell } from "./field-parts.tsx";
import { useField } from "./form-scope.tsx";

export interface TextFieldProps extends FieldProps {
  readonly type?:
    | "text"
    | "email"
    | "tel"
    | "url"
    | "number"
    | "date"
    | "time"
    | "datetime-local"
    | "password";
  /** A token of HTML's autofill (WCAG 1.3.5), such as `organization`, `email`, `street-address`. */
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "decimal" | "tel" | "email" | "url";
  /** The length of what is expected, shown by the field's width. */
  readonly width?: "2xs" | "xs" | "sm" | "md" | "lg" | "xl" | "2xl";
  readonly maxlength?: number;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly pattern?: string;
}

export function TextField(props: TextFieldProps) {
  const t = useChrome();
  const field = useField(props.name);
  const { type = "text", width } = props;
  return (
    <FieldShell field={field} label={props.label} hint={props.hint} required={props.required ?? false}>
      <input
        class={`usa-input${width ? ` usa-input--${width}` : ""}${field.error ? " usa-input--error" : ""}`}
        type={type}
        value={props.value ?? field.value}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        min={props.min}
        max={props.max}
        pattern={props.pattern}
        data-missing={props.required ? t("form.valueMissing", { label: props.label }) : undefined}
        data-invalid={type === "email" ? t("form.badEmail") : undefined}
        {...controlAttributes(field, props)}
      />
    </FieldShell>
  );
}

/** A day; posts `YYYY-MM-DD`. */
export function DateField(props: FieldProps & { min?: string; max?: string; autocomplete?: string }) {
  return <TextField {...props} type="date" width="md" />;
}

export interface TextAreaProps extends FieldProps {
  readonly rows?: number;
  readonly maxlength?: number;
}

/** Free text. The hotline always stands beside it: what is typed here may be a disclosure. */
export function TextArea(props: TextAreaProps) {
  const t = useChrome();
  const field = useField(props.name);
  const noteId = `${field.id}-hotline`;
  return (
    <FieldShell field={field} label={props.label} hint={props.hint} required={props.required ?? false}>
      <div class="cc-beside">
        <div class="cc-beside__field">
          <textarea
            class={field.error ? "usa-textarea usa-input--error" : "usa-textarea"}
            rows={props.rows ?? 5}
            maxlength={props.maxlength}
            data-missing={props.required ? t("form.valueMissing", { label: props.label }) : undefined}
            {...controlAttributes(field, props, noteId)}
          >
            {props.value ?? field.value ?? ""}
          </textarea>
          {props.maxlength && <p class="usa-hint">{t("form.limit", { count: props.maxlength })}</p>}
        </div>
        <HotlineNote id={noteId} />
      </div>
    </FieldShell>
  );
}

/** `accept` as HTML has it; `types` is what a person reads, such as "PDF, DOCX, or JPEG". */
export function FileField(
  props: FieldProps & { accept?: string; types?: string; maxMegabytes?: number; multiple?: boolean },
) {
  const t = useChrome();
  const field = useField(props.name);
  const limit =
    props.types && props.maxMegabytes
      ? t("form.fileLimit", { types: props.types, megabytes: props.maxMegabytes })
      : undefined;
  const hint = limit ? (
    <>
      {props.hint} {limit}
    </>
  ) : (
    props.hint
  );
  return (
    <FieldShell field={field} label={props.label} hint={hint} required={props.required ?? false}>
      <input
        class="cc-file"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        data-missing={props.required ? t("form.valueMissing", { label: props.label }) : undefined}
        {...controlAttributes(field, { ...props, hint })}
      />
    </FieldShell>
  );
}
