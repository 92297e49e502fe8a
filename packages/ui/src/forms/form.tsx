import type { PropsWithChildren } from "hono/jsx";
import { useChrome, useSite } from "../page/site-scope.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FormContext, type FormErrors, type FormValues } from "./form-scope.tsx";

export interface FormProps {
  readonly action: string;
  readonly method?: "post" | "get";
  /** Needed only where a page has two forms with the same field names. */
  readonly id?: string;
  readonly errors?: FormErrors;
  /** Fills every field that has no `value` of its own, so that nothing typed is lost. */
  readonly values?: FormValues;
  /** The site's token unless given. */
  readonly csrf?: string;
  /** A form with a FileField. */
  readonly upload?: boolean;
  /** Where scripts post what is typed so far, as the form itself would (files left out); it answers 204. */
  readonly autosave?: string;
  /** Leaves out the line on required fields, for a form of one button. */
  readonly plain?: boolean;
  readonly label?: string;
}

/** A form with its CSRF token and, where it came back with faults, the error summary above it. */
export function Form(props: PropsWithChildren<FormProps>) {
  const t = useChrome();
  const site = useSite();
  const { action, method = "post", id, errors = {}, values = {}, upload, autosave, plain, label } = props;
  const failed = Object.keys(errors).length > 0;
  return (
    <FormContext.Provider value={{ errors, values, ...(id !== undefined && { id }) }}>
      {failed && <ErrorSummary errors={errors} {...(id !== undefined && { form: id })} />}
      <form
        class={plain ? "cc-form cc-form--plain" : "cc-form"}
        action={action}
        method={method}
        id={id}
        aria-label={label}
        enctype={upload ? "multipart/form-data" : undefined}
        data-enhance
        data-autosave={autosave}
        novalidate
      >
        {method === "post" && <input type="hidden" name="_csrf" value={props.csrf ?? site.csrf} />}
        {!plain && <p class="cc-form__note">{t("form.requiredNote")}</p>}
        {props.children}
        {autosave && (
          <p
            class="cc-form__note"
            role="status"
            data-autosave-status
            data-saved={t("form.saved")}
            data-unsaved={t("form.unsaved")}
          />
        )}
      </form>
      {autosave && <script src={site.assets.href("autosave.js")} defer />}
    </FormContext.Provider>
  );
}
