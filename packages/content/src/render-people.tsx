import type { Block, Contact } from "./block.ts";
import { hotlineName, phoneHref } from "./hotline.ts";
import { messages } from "./messages.ts";
import type { RenderOptions } from "./render-options.ts";
import { Title, Words } from "./render-words.tsx";

type Props<K extends Block["type"]> = { block: Extract<Block, { type: K }>; options: RenderOptions };

/** A hotline with its numbers from the state's data. */
export function HotlineCard({ block, options }: Props<"hotline">) {
  const t = messages.in(options.locale);
  const hotline = options.hotlines.find(({ id }) => id === block.hotline);
  return (
    <div class="usa-summary-box concord-hotline">
      <div class="usa-summary-box__body">
        {hotline === undefined ? (
          <p>{t("render.hotline-missing")}</p>
        ) : (
          <p>
            <strong>{hotlineName(hotline, options.locale)}</strong>
            {hotline.phone !== undefined && (
              <>
                <br />
                <a href={phoneHref(hotline.phone)}>{hotline.phone}</a>
              </>
            )}
            {hotline.sms !== undefined && (
              <>
                <br />
                {t("render.text-to", { number: hotline.sms })}
              </>
            )}
          </p>
        )}
        {block.note && (
          <p>
            <Words value={block.note} options={options} />
          </p>
        )}
      </div>
    </div>
  );
}

export function Contacts({ block, options, level }: Props<"contacts"> & { level: number }) {
  return (
    <div class="usa-summary-box">
      <div class="usa-summary-box__body">
        {block.title && <Title level={level} value={block.title} options={options} />}
        <ul class="usa-list usa-list--unstyled">
          {block.contacts.map((contact) => (
            <li>
              <ContactLine contact={contact} options={options} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function ContactLine({ contact, options }: { contact: Contact; options: RenderOptions }) {
  return (
    <>
      <strong>
        <Words value={contact.label} options={options} />
      </strong>
      {contact.phone && (
        <>
          {" · "}
          <a href={phoneHref(contact.phone)}>{contact.phone}</a>
        </>
      )}
      {contact.email && (
        <>
          {" · "}
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </>
      )}
      {contact.url && (
        <>
          {" · "}
          <a href={contact.url} rel="noopener noreferrer external">
            {new URL(contact.url).host}
          </a>
        </>
      )}
      {contact.note && (
        <>
          <br />
          <Words value={contact.note} options={options} />
        </>
      )}
    </>
  );
}
