import { messages } from "../messages.ts";
import { goalHref } from "../task-words.ts";

export interface BarLink {
  readonly href: string;
  readonly label: string;
}

interface StateBarProps {
  readonly locale: string;
  readonly port: number;
  /** Of the step; none when all is done. */
  readonly number?: number;
  readonly title: string;
  readonly say: string;
  /** Left out where the reader is there already. */
  readonly go?: BarLink;
}

/** One slim line on a state's own page: which step, what to do now, and the link that leads there. */
export function StateBar({ locale, port, number, title, say, go }: StateBarProps) {
  const t = messages.in(locale);
  return (
    <nav class="tour-bar" aria-label={t("bar.label")}>
      <div class="cc-width tour-bar__inner">
        <p class="tour-bar__step">
          <span class="tour-bar__name">{t("bar.label")}</span>{" "}
          <span>
            {number ? `${t("bar.step", { number })} · ` : ""}
            <strong>{title}</strong>
          </span>
        </p>
        <p class="tour-bar__say">{say}</p>
        <p class="tour-bar__links">
          {go && (
            <>
              <a class="tour-bar__go" href={go.href}>
                {go.label}
              </a>{" "}
            </>
          )}
          <a class="tour-bar__all" href={goalHref({ code: "", path: "/tour" }, port, locale)}>
            {t("bar.all")}
          </a>
        </p>
      </div>
    </nav>
  );
}
