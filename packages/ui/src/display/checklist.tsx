import type { Child } from "hono/jsx";
import { useChrome } from "../page/site-scope.tsx";
import { StatusTag } from "./tag.tsx";

/** How much of something is reached, in words as well as in length. */
export function Meter({
  label,
  value,
  max,
  text,
}: {
  label: string;
  value: number;
  max: number;
  text?: string;
}) {
  const id = `meter-${label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  return (
    <div class="cc-meter">
      <span class="cc-meter__label" id={id}>
        {label}
      </span>
      <progress aria-labelledby={id} value={String(value)} max={String(max)} />
      {text && <span class="cc-meter__text">{text}</span>}
    </div>
  );
}

export interface ChecklistItem {
  readonly label: string;
  readonly href?: string;
  readonly done: boolean;
  readonly due?: Date;
  readonly overdue?: boolean;
  /** What proves it, or what to do. */
  readonly content?: Child;
}

/** What is due and what is done, with its evidence. */
export function ProgressChecklist({ label, items }: { label: string; items: readonly ChecklistItem[] }) {
  const t = useChrome();
  const done = items.filter((item) => item.done).length;
  return (
    <div class="cc-checklist">
      <Meter
        label={label}
        value={done}
        max={items.length}
        text={t("checklist.progress", { done, total: items.length })}
      />
      <ul>
        {items.map((item) => (
          <li>
            <div class="cc-checklist__head">
              {item.href ? <a href={item.href}>{item.label}</a> : <span>{item.label}</span>}
              <StatusTag status={item.done ? "good" : item.overdue ? "attention" : "neutral"}>
                {t(item.done ? "checklist.done" : item.overdue ? "checklist.overdue" : "checklist.todo")}
              </StatusTag>
            </div>
            {item.due && !item.done && <p class="cc-card__meta">{t("checklist.due", { date: item.due })}</p>}
            {item.content && <div>{item.content}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
