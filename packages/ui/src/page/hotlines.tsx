import { ExitButton } from "./exit-page.tsx";
import type { Hotline } from "./site.ts";
import { useChrome, useSite } from "./site-scope.tsx";

const digits = (number: string) => number.replace(/[^0-9+]/g, "");

/** The strip above every public page. The exit comes first for the keyboard and stands last for the eye. */
export function HelpStrip({ exit }: { exit: boolean }) {
  const t = useChrome();
  const { hotlines, helpHref } = useSite();
  const hotline = hotlines[0];
  return (
    <section class="cc-strip" aria-label={t("help.label")}>
      <div class="cc-width cc-strip__inner">
        {exit && <ExitButton />}
        {hotline && (
          <p class="cc-strip__hotline">
            <strong class="cc-strip__name">{hotline.name}</strong> <HotlineWays hotline={hotline} brief />
          </p>
        )}
        {helpHref && (
          <a class="cc-strip__help" href={helpHref} rel="noreferrer">
            {t("help.more")}
          </a>
        )}
      </div>
    </section>
  );
}

/** Call, text, TTY and chat as links that a phone understands; the strip has no room for the last. */
export function HotlineWays({ hotline, brief }: { hotline: Hotline; brief?: boolean }) {
  const t = useChrome();
  return (
    <span class="cc-ways">
      <span class="cc-ways__way">
        <span class="cc-ways__how">{t("help.call")} </span>
        <a href={`tel:${digits(hotline.phone)}`}>{hotline.phone}</a>
      </span>
      {hotline.text && (
        <span class="cc-ways__way">
          {" "}
          <span class="cc-ways__how">{t(brief ? "help.text-brief" : "help.text")}</span>{" "}
          <a href={`sms:${digits(hotline.text)}`}>{hotline.text}</a>
        </span>
      )}
      {hotline.tty && (
        <span class="cc-ways__way cc-ways__way--tty">
          {" "}
          <span class="cc-ways__how">{t("help.tty")}</span>{" "}
          <a href={`tel:${digits(hotline.tty)}`}>{hotline.tty}</a>
        </span>
      )}
      {hotline.chatHref && !brief && (
        <span class="cc-ways__way">
          {" "}
          <a href={hotline.chatHref} rel="noreferrer">
            {t("help.chat")}
          </a>
        </span>
      )}
    </span>
  );
}

/** Stands beside every free-text field, where a disclosure could be typed. */
export function HotlineNote({ id }: { id?: string }) {
  const t = useChrome();
  const hotline = useSite().hotlines[0];
  return (
    <div class="cc-hotline-note" id={id}>
      <p>{t("help.beside")}</p>
      {hotline && (
        <p>
          <strong>{hotline.name}</strong> <HotlineWays hotline={hotline} />
        </p>
      )}
    </div>
  );
}

/** All hotlines; where the day of a number's last check is recorded, it stands beside the number. */
export function HotlineList() {
  return (
    <ul class="cc-hotlines">
      {useSite().hotlines.map((hotline) => (
        <li>
          <strong>{hotline.name}</strong>
          <HotlineWays hotline={hotline} />
          {hotline.note && <span class="cc-hotlines__note">{hotline.note}</span>}
          {hotline.languages && <span class="cc-hotlines__note">{hotline.languages}</span>}
          {hotline.lastVerified && (
            <span class="cc-hotlines__note">
              <LastCheck day={hotline.lastVerified} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function LastCheck({ day }: { day: string }) {
  return <>{useChrome()("help.verified", { date: new Date(`${day}T12:00:00Z`) })}</>;
}

/** For the page of help, where sources stand: of which numbers no check is recorded, said once. */
export function UnrecordedChecks() {
  const t = useChrome();
  const { hotlines } = useSite();
  const silent = hotlines.filter(({ lastVerified }) => lastVerified === undefined);
  if (silent.length === 0) return null;
  return (
    <p class="cc-hotlines__note">
      {silent.length === hotlines.length
        ? t("help.none-verified")
        : t("help.unverified", { names: silent.map(({ name }) => name).join(", ") })}
    </p>
  );
}
