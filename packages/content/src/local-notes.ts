import type { AnyBlock } from "./block.ts";
import type { Text } from "./localized.ts";
import type { Overlay } from "./overlay.ts";
import type { Body } from "./parse.ts";

interface Host {
  readonly id: string;
  readonly blocks: AnyBlock[];
}

const defaultTitle: Text = { en: "From your state office", es: "De la oficina de su estado" };

/** Adds an office's law notes and contacts where they belong: in the place named, else in the last part that has blocks. */
export function withLocalNotes(body: Body, overlay: Overlay): Body {
  if (overlay.lawNotes.length === 0 && overlay.contacts.length === 0) return body;
  switch (body.schema) {
    case "concord.training/1":
      return { ...body, lessons: placed(body.lessons, overlay) };
    case "concord.series/1": {
      const live = placed(
        body.parts.filter((part) => part.type === "live"),
        overlay,
      );
      return { ...body, parts: body.parts.map((part) => live.find(({ id }) => id === part.id) ?? part) };
    }
    case "concord.toolkit/1": {
      const own = { id: "local-guide", type: "guide" as const, title: defaultTitle, summary: defaultTitle };
      const notes = placed([{ ...own, blocks: [] }], overlay);
      return { ...body, items: [...body.items.filter(({ id }) => id !== own.id), ...notes] };
    }
    default:
      return body;
  }
}

function placed<T extends Host>(hosts: readonly T[], overlay: Overlay): T[] {
  const last = hosts.at(-1)?.id;
  const known = new Set(hosts.map(({ id }) => id));
  return hosts.map((host) => {
    const isHere = (place: string | undefined) =>
      place === host.id || (host.id === last && !known.has(place ?? ""));
    const own = [
      ...overlay.lawNotes.filter(({ place }) => isHere(place)).map(lawBlock),
      ...(host.id === last ? contactBlocks(overlay) : []),
    ];
    const ids = new Set(own.map(({ id }) => id));
    return { ...host, blocks: [...host.blocks.filter(({ id }) => !ids.has(id)), ...own] };
  });
}

function lawBlock(note: Overlay["lawNotes"][number]): AnyBlock {
  const source = note.checkedOn === undefined ? note.citation : `${note.citation} (${note.checkedOn})`;
  const markdown = Object.fromEntries(
    Object.entries(note.markdown).map(([language, text]) => [
      language,
      `${text}\n\n*${escapeMarkdown(source)}*`,
    ]),
  );
  return { id: `local-law-${note.id}`, type: "callout", tone: "law", title: note.title, markdown };
}

function contactBlocks(overlay: Overlay): AnyBlock[] {
  if (overlay.contacts.length === 0) return [];
  const title = overlay.contactsTitle ?? defaultTitle;
  return [{ id: "local-contacts", type: "contacts", title, contacts: overlay.contacts }];
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|]/g, "\\$&");
}
