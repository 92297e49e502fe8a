import { useChrome } from "../page/site-scope.tsx";
import { type FormErrors, fieldId } from "./form-scope.tsx";

/** Takes the focus when the page opens (by script), and links to every field at fault. */
export function ErrorSummary({ errors, form }: { errors: FormErrors; form?: string }) {
  const t = useChrome();
  const { form: whole, ...fields } = errors;
  const faults = Object.entries(fields);
  return (
    <div class="usa-alert usa-alert--error cc-error-summary" role="alert" tabindex={-1} data-error-summary>
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading">
          {faults.length > 0 ? t("form.errorSummary", { count: faults.length }) : t("form.errorSummaryForm")}
        </h2>
        {whole && <p class="usa-alert__text">{whole}</p>}
        {faults.length > 0 && (
          <ul class="usa-list">
            {faults.map(([name, message]) => (
              <li>
                <a href={`#${fieldId(name, form)}`}>{message}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
