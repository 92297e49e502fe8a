import type { PropsWithChildren } from "hono/jsx";

export type ButtonLook = "primary" | "outline" | "plain" | "danger";

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: "usa-button",
  outline: "usa-button usa-button--outline",
  plain: "usa-button usa-button--unstyled",
  danger: "usa-button usa-button--secondary",
};

/** Submits its form. `name` and `value` tell which of several buttons was used; `action` sends it elsewhere. */
export function Button(
  props: PropsWithChildren<{
    look?: ButtonLook;
    name?: string;
    value?: string;
    action?: string;
    type?: "submit" | "button" | "reset";
    disabled?: boolean;
    label?: string;
  }>,
) {
  return (
    <button
      class={looks[props.look ?? "primary"]}
      type={props.type ?? "submit"}
      name={props.name}
      value={props.value}
      formaction={props.action}
      disabled={props.disabled}
      aria-label={props.label}
    >
      {props.children}
    </button>
  );
}

/** A link that is the next step. `download` for a file. */
export function ButtonLink(
  props: PropsWithChildren<{ href: string; look?: ButtonLook; download?: boolean | string; label?: string }>,
) {
  return (
    <a
      class={looks[props.look ?? "primary"]}
      href={props.href}
      download={props.download}
      aria-label={props.label}
    >
      {props.children}
    </a>
  );
}

/** Buttons side by side, the main one first. */
export function Actions({ children }: PropsWithChildren) {
  return <div class="cc-actions">{children}</div>;
}
