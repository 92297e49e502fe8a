import type { PolicyDocument } from "@concord/content";

/** A filled policy on a page; its title is the page's own, and `level` is that of its sections. */
export function PolicyText(props: { document: PolicyDocument; locale: string; level: 2 | 3 }) {
  const { document, locale, level } = props;
  const Heading = `h${level}` as const;
  const { language, blocks } = document;
  return (
    <div class="usa-prose" lang={language === locale ? undefined : language}>
      {blocks.map((block) => {
        if (block.type === "heading") return block.level === 1 ? null : <Heading>{block.text}</Heading>;
        if (block.type === "paragraph") return <p>{block.text}</p>;
        const lines = block.items.map((item) => <li>{item}</li>);
        return block.ordered ? <ol class="usa-list">{lines}</ol> : <ul class="usa-list">{lines}</ul>;
      })}
    </div>
  );
}
