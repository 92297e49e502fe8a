import { Button, Form, type Site } from "@concord/ui";
import type { InstanceStatus } from "../../instances/instance.ts";
import { messages } from "../messages.ts";

/** Switches an instance off or on; nothing while it is on its way. `text` replaces the button's own words. */
export function SwitchForm(props: {
  site: Site;
  code: string;
  name: string;
  status: InstanceStatus;
  text?: string;
  look?: "primary" | "outline";
}) {
  const { site, code, name, status, text, look = "outline" } = props;
  const t = messages.in(site.locale);
  if (!["ready", "stopped", "failed"].includes(status.phase)) return null;
  const change = status.phase === "ready" ? "stop" : "start";
  const word = t(change === "stop" ? "lobby.switch-off" : "lobby.switch-on");
  return (
    <Form action={`/instances/${code}/${change}`} plain>
      <input type="hidden" name="to" value={site.path} />
      <input type="hidden" name="locale" value={site.locale} />
      <Button look={look} {...(text ? {} : { label: t("lobby.switch-of", { change: word, state: name }) })}>
        {text ?? word}
      </Button>
    </Form>
  );
}
