export { ensureUiAssets, type UiAssets, uiAssets } from "./assets/ui-assets.ts";
export type {
  Brand,
  BrandLayout,
  Typeface,
} from "./brand/brand.ts";
export { brandHrefs, brandRoutes, brandStylesheet } from "./brand/brand-stylesheet.ts";
export { checkContrast } from "./brand/check-contrast.ts";
export { type Bar, BarChart } from "./charts/bar-chart.tsx";
export { LineChart } from "./charts/line-chart.tsx";
export { CountyMap, StateMap } from "./charts/map.tsx";
export { Alert, SummaryBox } from "./display/alert.tsx";
export { Meter, ProgressChecklist } from "./display/checklist.tsx";
export { Diff } from "./display/diff.tsx";
export { Accordion } from "./display/disclosure.tsx";
export { Pagination } from "./display/pagination.tsx";
export {
  Card,
  CardList,
  CopyField,
  DescriptionList,
  type Detail,
  EmptyState,
  Figures,
} from "./display/records.tsx";
export { ProcessList, StepIndicator, Timeline } from "./display/steps.tsx";
export { type Column, Table } from "./display/table.tsx";
export { type Status, StatusTag, Tag } from "./display/tag.tsx";
export { WholeCodes } from "./display/whole-codes.tsx";
export { Actions, Button, ButtonLink } from "./forms/button.tsx";
export {
  Checkbox,
  CheckboxGroup,
  Fieldset,
  type Option,
  type OptionGroup,
  RadioGroup,
  SelectField,
} from "./forms/choices.tsx";

export { Form } from "./forms/form.tsx";
export { type FormErrors, type FormValues, fieldId } from "./forms/form-scope.tsx";
export { Search } from "./forms/search.tsx";
export { DateField, FileField, TextArea, TextField } from "./forms/text-fields.tsx";
export { Breadcrumb } from "./page/breadcrumb.tsx";
export { demonstrationNotice } from "./page/demonstration-banner.tsx";
export { ExitPageExplainer } from "./page/exit-page.tsx";
export { FramedPage } from "./page/framed-page.tsx";
export { Columns, Hero, PageHeading, Section } from "./page/heading.tsx";
export { HotlineList, HotlineWays, LastCheck, UnrecordedChecks } from "./page/hotlines.tsx";
export { Page, type PageProps } from "./page/page.tsx";
export { SideNav, Tabs } from "./page/side-nav.tsx";
export {
  type Hotline,
  languageName,
  localHref,
  type NavItem,
  type Site,
} from "./page/site.ts";
export { useSite } from "./page/site-scope.tsx";
