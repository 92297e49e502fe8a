import type { Context } from "../context.ts";
import { readSession } from "../trainings/index.ts";
import { activityOf, type DeliveryMode } from "./model.ts";

/** The one way in which an activity is taken: a training by oneself, a session as it is held. */
export async function modeOf(context: Context, activityId: string): Promise<DeliveryMode> {
  if (activityOf(activityId).kind === "training") return "self-paced";
  const { session } = await readSession(context, { sessionId: activityId });
  return session.mode;
}
