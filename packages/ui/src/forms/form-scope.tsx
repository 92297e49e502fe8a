import { createContext, useContext } from "hono/jsx";

/** A message for each field at fault, in the page's language and in the fields' order; `form` is the form itself. */
export type FormErrors = Readonly<Record<string, string>>;

/** What the person typed, as it was posted; a list for checkboxes. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

interface FormState {
  readonly id?: string;
  readonly errors: FormErrors;
  readonly values: FormValues;
}

export const FormContext = createContext<FormState>({ errors: {}, values: {} });

export interface FieldState {
  readonly id: string;
  readonly hintId: string;
  readonly errorId: string;
  readonly error?: string;
  readonly value?: string;
  readonly chosen: readonly string[];
}

/** A field's ids, its error and what was typed into it, from the Form around it. */
export function useField(name: string): FieldState {
  const { id: form, errors, values } = useContext(FormContext);
  const id = fieldId(name, form);
  const posted = values[name];
  const chosen = posted === undefined ? [] : typeof posted === "string" ? [posted] : posted;
  const state = { id, hintId: `${id}-hint`, errorId: `${id}-error`, chosen };
  const [value] = chosen;
  return {
    ...state,
    ...(errors[name] !== undefined && { error: errors[name] }),
    ...(value !== undefined && { value }),
  };
}

/** The id that an error summary links to: of the control, or of a group's first control. */
export function fieldId(name: string, form?: string): string {
  const safe = name.replace(/[^A-Za-z0-9_-]+/g, "-");
  return form ? `${form}-${safe}` : `field-${safe}`;
}
