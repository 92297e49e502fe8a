import type { Block } from "./block.ts";
import { messages } from "./messages.ts";
import type { RenderOptions } from "./render-options.ts";
import { Prose, Words, wordsIn } from "./render-words.tsx";

type Props<K extends Block["type"]> = { block: Extract<Block, { type: K }>; options: RenderOptions };

export function Picture({ block, options }: Props<"image">) {
  return (
    <figure class="concord-figure">
      <img
        src={options.assetUrl(block.blob.sha256)}
        alt={wordsIn(block.alt, options)}
        loading="lazy"
        decoding="async"
      />
      {block.caption && (
        <figcaption class="text-base-dark">
          <Words value={block.caption} options={options} />
        </figcaption>
      )}
    </figure>
  );
}

/** A video never starts by itself; captions come in every language it has, the transcript stands below. */
export function Video({ block, options }: Props<"video">) {
  const t = messages.in(options.locale);
  return (
    <figure class="concord-video">
      {/* biome-ignore lint/a11y/useMediaCaption: the tracks are data, and the schema refuses a video without them */}
      <video
        controls
        preload="metadata"
        aria-label={wordsIn(block.title, options)}
        poster={block.poster && options.assetUrl(block.poster.sha256)}
      >
        <source src={options.assetUrl(block.blob.sha256)} type={block.blob.type} />
        {Object.entries(block.captions).map(([language, file]) => (
          <track
            kind="captions"
            src={options.assetUrl(file.sha256)}
            srclang={language}
            label={languageName(language)}
            default={language === options.locale}
          />
        ))}
      </video>
      <figcaption>
        <Words value={block.title} options={options} />
      </figcaption>
      <details>
        <summary>{t("render.transcript")}</summary>
        <Prose value={block.transcript} options={options} />
      </details>
    </figure>
  );
}

function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}
