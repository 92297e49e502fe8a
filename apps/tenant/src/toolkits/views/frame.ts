import type { RenderOptions } from "@concord/content";
import type { FormErrors, FormValues, Site } from "@concord/ui";
import type { Tenant } from "../../context.ts";
import type { OpenAdoption } from "../adoption.ts";

/** What every page of a member's work with a toolkit is given. */
export interface DeskFrame {
  readonly site: Site;
  readonly tenant: Tenant;
  readonly options: RenderOptions;
}

export interface AdoptionFrame extends DeskFrame {
  readonly open: OpenAdoption;
}

/** A form that came back, with what was typed. */
export interface FormState {
  readonly values?: FormValues;
  readonly errors?: FormErrors;
}
