import { z } from "@hono/zod-openapi";
import { activityView } from "./contract.ts";
import { deliveryModes } from "./model.ts";

export const licenseView = z
  .object({
    id: z.string(),
    /** Postal code of the state that issued it, in lower case. */
    jurisdiction: z.string(),
    boardId: z.string(),
    profession: z.string(),
    number: z.string(),
    createdAt: z.iso.datetime(),
  })
  .openapi("License");

/** `boardId` and `profession` as the boards of this state have them. */
export const licenseRequest = z
  .object({ jurisdiction: z.string(), boardId: z.string(), profession: z.string(), number: z.string() })
  .openapi("LicenseRequest");

export const ownLicenses = z
  .object({
    licenses: z.array(licenseView),
    /** What boards counted, as it stood on the day of completion. */
    credits: z.array(
      z.object({
        id: z.string(),
        boardId: z.string(),
        profession: z.string(),
        licenseNumber: z.string(),
        activity: activityView,
        title: z.string(),
        mode: z.enum(deliveryModes),
        locale: z.string(),
        contactHours: z.number(),
        approvalNumber: z.string(),
        completedOn: z.iso.date(),
        /** Whether a roster told the board of it. */
        reported: z.boolean(),
      }),
    ),
  })
  .openapi("OwnLicenses");
