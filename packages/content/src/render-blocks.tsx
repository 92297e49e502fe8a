import { type AnyBlock, type Block, isKnownBlock } from "./block.ts";
import { type ContentMessage, messages } from "./messages.ts";
import { Picture, Video } from "./render-media.tsx";
import type { RenderOptions } from "./render-options.ts";
import { Contacts, HotlineCard } from "./render-people.tsx";
import { Prose, Title, Words } from "./render-words.tsx";

/** Blocks as HTML for a page; parts of a later version of the format become a notice. */
export function renderBlocks(blocks: readonly AnyBlock[], options: RenderOptions) {
  const base = options.baseLevel ?? 2;
  const heading = blocks.findIndex(({ type }) => type === "heading");
  return (
    <div class="concord-content usa-prose">
      {blocks.map((block, at) => (
        // A titled part is below the heading it follows; where none came yet it must not skip a level.
        <AnyPart block={block} options={options} level={heading >= 0 && at > heading ? base + 1 : base} />
      ))}
    </div>
  );
}

interface Placed {
  readonly options: RenderOptions;
  /** Of a part's own title. */
  readonly level: number;
}

function AnyPart({ block, options, level }: Placed & { block: AnyBlock }) {
  if (isKnownBlock(block)) return <Part block={block} options={options} level={level} />;
  return (
    <div class="usa-alert usa-alert--info usa-alert--slim">
      <div class="usa-alert__body">
        <p class="usa-alert__text">{messages.in(options.locale)("render.unsupported")}</p>
      </div>
    </div>
  );
}

function Part({ block, options, level }: Placed & { block: Block }) {
  switch (block.type) {
    case "heading":
      return (
        <Title level={(options.baseLevel ?? 2) - 1 + block.level} value={block.text} options={options} />
      );
    case "markdown":
      return <Prose value={block.markdown} options={options} />;
    case "callout":
      return <Callout block={block} options={options} level={level} />;
    case "image":
      return <Picture block={block} options={options} />;
    case "video":
      return <Video block={block} options={options} />;
    case "checklist":
      return <Checklist block={block} options={options} level={level} />;
    case "entries":
      return <Entries block={block} options={options} level={level} />;
    case "scenario":
      return <Scenario block={block} options={options} />;
    case "hotline":
      return <HotlineCard block={block} options={options} />;
    case "contacts":
      return <Contacts block={block} options={options} level={level} />;
    case "question":
      return <Practice block={block} options={options} />;
  }
}

type Props<K extends Block["type"]> = { block: Extract<Block, { type: K }>; options: RenderOptions };

const tones = {
  info: ["usa-alert--info", "render.tone.info"],
  remember: ["usa-alert--success", "render.tone.remember"],
  safety: ["usa-alert--warning", "render.tone.safety"],
  law: ["usa-alert--info", "render.tone.law"],
} as const satisfies Record<string, readonly [string, ContentMessage]>;

function Callout({ block, options, level }: Props<"callout"> & { level: number }) {
  const [style, label] = tones[block.tone];
  const title = block.title ?? { [options.locale]: messages.in(options.locale)(label) };
  return (
    <div class={`usa-alert ${style} concord-callout`}>
      <div class="usa-alert__body">
        <Title level={level} value={title} options={options} />
        <Prose value={block.markdown} options={options} />
      </div>
    </div>
  );
}

function Checklist({ block, options, level }: Props<"checklist"> & { level: number }) {
  return (
    <div>
      {block.title && <Title level={level} value={block.title} options={options} />}
      <ul class="usa-list concord-checklist">
        {block.items.map((item) => (
          <li>
            <Words value={item.text} options={options} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entries({ block, options, level }: Props<"entries"> & { level: number }) {
  return (
    <div>
      {block.title && <Title level={level} value={block.title} options={options} />}
      <dl class="concord-entries">
        {block.entries.map((entry) => (
          <>
            <dt>
              <Words value={entry.term} options={options} />
            </dt>
            <dd>
              <Prose value={entry.detail} options={options} />
            </dd>
          </>
        ))}
      </dl>
    </div>
  );
}

function Scenario({ block, options }: Props<"scenario">) {
  return (
    <section class="usa-summary-box concord-scenario">
      <div class="usa-summary-box__body">
        <Prose value={block.situation} options={options} />
        <p>
          <strong>
            <Words value={block.ask} options={options} />
          </strong>
        </p>
        <details>
          <summary>{messages.in(options.locale)("render.answer")}</summary>
          <Prose value={block.answer} options={options} />
        </details>
      </div>
    </section>
  );
}

function Practice({ block, options }: Props<"question">) {
  const { question } = block;
  return (
    <section class="usa-summary-box concord-practice">
      <div class="usa-summary-box__body">
        <p>
          <strong>
            <Words value={question.prompt} options={options} />
          </strong>
        </p>
        <ul class="usa-list">
          {question.options.map((option) => (
            <li>
              <Words value={option.text} options={options} />
            </li>
          ))}
        </ul>
        <details>
          <summary>{messages.in(options.locale)("render.answer")}</summary>
          <ul class="usa-list">
            {question.options
              .filter(({ correct }) => correct)
              .map((option) => (
                <li>
                  <Words value={option.text} options={options} />
                </li>
              ))}
          </ul>
          <p>
            <Words value={question.explanation} options={options} />
          </p>
        </details>
      </div>
    </section>
  );
}
