import { Button, Form, localHref, type Site } from "@concord/ui";
import { canBegin, type LobbyView } from "../../lobby/view-data.ts";
import { messages } from "../messages.ts";
import { hasBegun } from "../tour-model.ts";

/** Clears the ticks, where there is one and both that play can be asked where they stand. */
export function BeginAgain({ site, view }: { site: Site; view: LobbyView }) {
  if (!view.tour || !hasBegun(view.tour) || !canBegin(view)) return null;
  return (
    <Form action={localHref(site, "/tour/begin")} plain>
      <input type="hidden" name="again" value="yes" />
      <Button look="outline">{messages.in(site.locale)("tour.begin-again")}</Button>
    </Form>
  );
}
