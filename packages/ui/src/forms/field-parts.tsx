import type { Child, PropsWithChildren } from "hono/jsx";
import { useChrome } from "../page/site-scope.tsx";
import type { FieldState } from "./form-scope.tsx";

/** What every field takes. Label and hint are in the page's language. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly required?: boolean;
  readonly value?: string;
  readonly disabled?: boolean;
}

export function FieldShell({
  field,
  label,
  hint,
  required,
  children,
}: PropsWithChildren<{ field: FieldState; label: string; hint?: Child; required?: boolean }>) {
  return (
    <div class={field.error ? "usa-form-group usa-form-group--error" : "usa-form-group"}>
      <label class={field.error ? "usa-label usa-label--error" : "usa-label"} for={field.id}>
        {label} {required && <RequiredMark />}
      </label>
      {hint && (
        <div class="usa-hint" id={field.hintId}>
          {hint}
        </div>
      )}
      <FieldError field={field} />
      {children}
    </div>
  );
}

/** A group of controls with one question: the question is the legend. */
export function GroupShell({
  field,
  label,
  hint,
  required,
  children,
}: PropsWithChildren<{ field: FieldState; label: string; hint?: Child; required?: boolean }>) {
  return (
    <fieldset
      class={
        field.error ? "usa-fieldset usa-form-group usa-form-group--error" : "usa-fieldset usa-form-group"
      }
      aria-describedby={describedBy(field, hint !== undefined)}
    >
      <legend class="usa-legend cc-legend">
        {label} {required && <RequiredMark />}
      </legend>
      {hint && (
        <div class="usa-hint" id={field.hintId}>
          {hint}
        </div>
      )}
      <FieldError field={field} />
      {children}
    </fieldset>
  );
}

function RequiredMark() {
  const t = useChrome();
  return (
    <abbr class="usa-hint usa-hint--required" title={t("form.required")}>
      *
    </abbr>
  );
}

/** Always in the document, so that in-page validation has somewhere to write. */
function FieldError({ field }: { field: FieldState }) {
  const t = useChrome();
  return (
    <span class="usa-error-message" id={field.errorId} hidden={!field.error}>
      <span class="usa-sr-only">{t("form.error")} </span>
      <span data-message>{field.error}</span>
    </span>
  );
}

/** The ids that describe a control: its hint, its error, and what else is named. */
export function describedBy(
  field: FieldState,
  hint: boolean,
  ...more: readonly string[]
): string | undefined {
  const ids = [...(hint ? [field.hintId] : []), ...(field.error ? [field.errorId] : []), ...more];
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** What a control carries for assistive technology and for in-page validation. */
export function controlAttributes(field: FieldState, props: FieldProps, ...more: readonly string[]) {
  return {
    id: field.id,
    name: props.name,
    required: props.required,
    disabled: props.disabled,
    "aria-describedby": describedBy(field, props.hint !== undefined, ...more),
    "aria-invalid": field.error ? ("true" as const) : undefined,
    "data-error": field.errorId,
  };
}
