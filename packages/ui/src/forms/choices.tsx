import type { Child } from "hono/jsx";
import { useChrome } from "../page/site-scope.tsx";
import { controlAttributes, describedBy, type FieldProps, FieldShell, GroupShell } from "./field-parts.tsx";
import { useField } from "./form-scope.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: Child;
  readonly disabled?: boolean;
  /** Of the label in a list, where it is not the page's. */
  readonly lang?: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

/** A list to choose one of; `groups` instead of `options` for a long one. */
export function SelectField(
  props: FieldProps & {
    options?: readonly Option[];
    groups?: readonly OptionGroup[];
    /** The first, empty choice; `false` leaves it out. */
    placeholder?: string | false;
    autocomplete?: string;
  },
) {
  const t = useChrome();
  const field = useField(props.name);
  const value = props.value ?? field.value;
  const option = (one: Option) => (
    <option value={one.value} selected={one.value === value} disabled={one.disabled} lang={one.lang}>
      {one.label}
    </option>
  );
  return (
    <FieldShell field={field} label={props.label} hint={props.hint} required={props.required ?? false}>
      <select
        class={field.error ? "usa-select usa-input--error" : "usa-select"}
        autocomplete={props.autocomplete}
        data-missing={props.required ? t("form.valueMissing", { label: props.label }) : undefined}
        {...controlAttributes(field, props)}
      >
        {props.placeholder !== false && (
          <option value="">{props.placeholder ?? `– ${t("form.select")} –`}</option>
        )}
        {props.options?.map(option)}
        {props.groups?.map((group) => (
          <optgroup label={group.label}>{group.options.map(option)}</optgroup>
        ))}
      </select>
    </FieldShell>
  );
}

export interface ChoiceGroupProps extends Omit<FieldProps, "value"> {
  readonly options: readonly Option[];
  /** Each choice in a box of its own, for few choices with a description. */
  readonly tiles?: boolean;
}

/** One of several. */
export function RadioGroup(props: ChoiceGroupProps & { value?: string }) {
  return <Choices kind="radio" chosen={props.value === undefined ? undefined : [props.value]} {...props} />;
}

/** Any of several; posts the name once for each. */
export function CheckboxGroup(props: ChoiceGroupProps & { values?: readonly string[] }) {
  return <Choices kind="checkbox" chosen={props.values} {...props} />;
}

function Choices(
  props: ChoiceGroupProps & { kind: "radio" | "checkbox"; chosen: readonly string[] | undefined },
) {
  const field = useField(props.name);
  const chosen = props.chosen ?? field.chosen;
  const { kind } = props;
  return (
    <GroupShell field={field} label={props.label} hint={props.hint} required={props.required ?? false}>
      {props.options.map((option, at) => {
        const id = at === 0 ? field.id : `${field.id}-${at + 1}`;
        return (
          <div class={`usa-${kind}`}>
            <input
              class={`usa-${kind}__input${props.tiles ? ` usa-${kind}__input--tile` : ""}`}
              type={kind}
              id={id}
              name={props.name}
              value={option.value}
              checked={chosen.includes(option.value)}
              disabled={option.disabled || props.disabled}
              required={kind === "radio" && props.required}
            />
            <label class={`usa-${kind}__label`} for={id}>
              {option.label}
              {option.description && (
                <span class={`usa-${kind}__label-description`}>{option.description}</span>
              )}
            </label>
          </div>
        );
      })}
    </GroupShell>
  );
}

/** One statement to agree to; posts `value` (or `on`). */
export function Checkbox(props: FieldProps & { checked?: boolean }) {
  const field = useField(props.name);
  const value = props.value ?? "on";
  return (
    <div class={field.error ? "usa-form-group usa-form-group--error" : "usa-form-group"}>
      <span class="usa-error-message" id={field.errorId} hidden={!field.error}>
        <span data-message>{field.error}</span>
      </span>
      <div class="usa-checkbox">
        <input
          class="usa-checkbox__input"
          type="checkbox"
          id={field.id}
          name={props.name}
          value={value}
          checked={props.checked ?? field.chosen.includes(value)}
          required={props.required}
          disabled={props.disabled}
          aria-describedby={describedBy(field, props.hint !== undefined)}
          aria-invalid={field.error ? "true" : undefined}
        />
        <label class="usa-checkbox__label" for={field.id}>
          {props.label}
          {props.required && (
            <span class="usa-hint--required" aria-hidden="true">
              {" "}
              *
            </span>
          )}
        </label>
        {props.hint && (
          <div class="cc-choice-more usa-hint" id={field.hintId}>
            {props.hint}
          </div>
        )}
      </div>
    </div>
  );
}

/** Fields that belong together under one heading. */
export function Fieldset({ legend, hint, children }: { legend: string; hint?: Child; children?: Child }) {
  return (
    <fieldset class="usa-fieldset cc-fieldset">
      <legend class="cc-fieldset__legend">{legend}</legend>
      {hint && <p class="usa-hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
