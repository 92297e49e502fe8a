import {
  BarChart,
  ButtonLink,
  CountyMap,
  Figures,
  Hero,
  LineChart,
  Page,
  Section,
  type Site,
  StateMap,
} from "../src/index.ts";
import { useSay } from "./say.ts";

const months = ["Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026"];

/** A front page and every chart. */
export function SampleFront({ site }: { site: Site }) {
  const es = site.locale === "es";
  const say = (en: string, spanish: string) => (es ? spanish : en);
  const described = say("Figures of six places.", "Cifras de seis lugares.");
  return (
    <Page site={site} title={say("Home", "Inicio")} width="full">
      <Hero
        title={say(
          "Franklin businesses, trained to see trafficking and to act",
          "Empresas de Franklin capacitadas para reconocer la trata y actuar",
        )}
        lead={say(
          "The Secretary of State’s program gives any business free training, a policy to adopt and signs to post.",
          "El programa del Secretario de Estado ofrece a toda empresa capacitación gratuita, una política para adoptar y carteles para colocar.",
        )}
        actions={
          <>
            <ButtonLink href="/join">{say("Join the program", "Únase al programa")}</ButtonLink>
            <ButtonLink href="/signs" look="outline">
              {say("Learn the warning signs", "Conozca las señales de alerta")}
            </ButtonLink>
          </>
        }
        aside={
          <Figures
            items={[
              { label: say("member businesses", "empresas miembros"), value: "312" },
              {
                label: say("employees trained this year", "empleados capacitados este año"),
                value: es ? "18 406" : "18,406",
                note: say("as of November 2", "al 2 de noviembre"),
              },
            ]}
          />
        }
      />
      <Section title={say("Where members are", "Dónde están los miembros")}>
        <CountyMap
          id="counties"
          stateFips="28"
          title={say("Members by county", "Miembros por condado")}
          description={described}
          areas={[
            { fips: "28047", value: 41 },
            { fips: "28049", value: 63 },
            { fips: "28035", value: 12 },
            { fips: "28059", value: 7 },
            { fips: "28033", value: 22 },
            { fips: "28121", value: 19 },
            { fips: "28089", value: 28 },
          ]}
          asOf={new Date("2026-11-02T12:00:00Z")}
          source={say("public register of members", "registro público de miembros")}
        />
      </Section>
      <Section tone="paper" title={say("Compare", "Comparación")}>
        <Region />
        <Trends />
      </Section>
    </Page>
  );
}

function Region() {
  const say = useSay();
  const described = say("Figures of six places.", "Cifras de seis lugares.");
  return (
    <StateMap
      id="region"
      title={say("Members per 1,000 establishments", "Miembros por cada 1,000 establecimientos")}
      description={described}
      areas={[
        { fips: "28", short: "MS", value: 5.1 },
        { fips: "01", short: "AL", value: 2.4 },
        { fips: "13", short: "GA", value: 1.2 },
        { fips: "21", short: "KY", value: 1.9 },
        { fips: "47", short: "TN", value: 3.3 },
        { fips: "54", short: "WV", value: undefined },
        { fips: "48", short: "TX", value: 0.7 },
      ]}
      notes={[say("Texas counts for-profit firms only.", "Texas cuenta solo empresas con fines de lucro.")]}
    />
  );
}

function Trends() {
  const say = useSay();
  const described = say("Figures of six places.", "Cifras de seis lugares.");
  return (
    <>
      <BarChart
        id="bars"
        title={say("Employees trained", "Empleados capacitados")}
        description={described}
        bars={[
          { label: "Mississippi", value: 18406, strong: true },
          { label: "Alabama", value: 9210 },
          { label: "West Virginia", value: undefined },
          { label: "Kentucky", value: 640, note: say("first year", "primer año") },
        ]}
      />
      <LineChart
        id="line"
        title={say("Members by month", "Miembros por mes")}
        description={described}
        periods={months}
        series={[
          { label: "Mississippi", values: [220, 241, 260, 281, 299, 312] },
          { label: "Alabama", values: [80, 92, undefined, 131, 150, 171] },
        ]}
      />
      <LineChart
        id="multiples"
        title={say("Completions by month", "Finalizaciones por mes")}
        description={described}
        periods={months}
        multiples
        series={["Mississippi", "Alabama", "Georgia", "Kentucky"].map((label, at) => ({
          label,
          values: months.map((_, month) => 40 + ((month * 37 + at * 53) % 90)),
        }))}
      />
    </>
  );
}
