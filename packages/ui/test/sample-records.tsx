import {
  Accordion,
  Alert,
  ButtonLink,
  Card,
  CardList,
  CopyField,
  DescriptionList,
  Diff,
  EmptyState,
  ExitPageExplainer,
  Page,
  PageHeading,
  Pagination,
  ProcessList,
  ProgressChecklist,
  Search,
  SideNav,
  type Site,
  StatusTag,
  SummaryBox,
  Table,
  Tabs,
  Tag,
  Timeline,
} from "../src/index.ts";
import { useSay } from "./say.ts";

const members = [
  { name: "Gulf Breeze Motel", county: "Harrison", sector: "Lodging", employees: 41, state: "good" as const },
  {
    name: "Delta Freight & Storage",
    county: "Washington",
    sector: "Trucking",
    employees: 212,
    state: "waiting" as const,
  },
  {
    name: "Pine Belt Family Clinic",
    county: "Forrest",
    sector: "Health care",
    employees: 87,
    state: "attention" as const,
  },
  { name: "Hill Country Nursery", county: "Marion", sector: "Farming", employees: 9, state: "new" as const },
];

/** Every component that shows something. */
export function SampleRecords({ site }: { site: Site }) {
  const es = site.locale === "es";
  const say = (en: string, spanish: string) => (es ? spanish : en);
  return (
    <Page
      site={site}
      title={say("Members", "Miembros")}
      width="wide"
      side={
        <SideNav
          items={[
            { href: "/a", label: say("All members", "Todos los miembros"), current: true },
            { href: "/b", label: say("By county", "Por condado") },
            { href: "/c", label: say("By sector", "Por sector") },
            { href: "/d", label: say("By size", "Por tamaño") },
            { href: "/e", label: say("By level", "Por nivel") },
            { href: "/f", label: say("Due soon", "Por vencer") },
          ]}
        />
      }
    >
      <PageHeading
        title={say("Members", "Miembros")}
        over="MBR-2F7K-93"
        actions={<ButtonLink href="/join">{say("Join", "Únase")}</ButtonLink>}
      />
      <Notices />
      <Lists />
      <Progress />
      <Rest />
    </Page>
  );
}

function Notices() {
  const say = useSay();
  return (
    <>
      <Alert kind="success" announce>
        {say("Your answers are saved.", "Sus respuestas se guardaron.")}
      </Alert>
      <Alert kind="warning" heading={say("Your membership ends in 30 days", "Su membresía vence en 30 días")}>
        <p>
          {say(
            "Renew it now; nothing is lost if you do it early.",
            "Renuévela ahora; no pierde nada si lo hace antes.",
          )}
        </p>
      </Alert>
      <SummaryBox heading={say("What members promise", "A qué se comprometen los miembros")}>
        <ul class="usa-list">
          <li>
            {say("Train employees to see the signs.", "Capacitar al personal para reconocer las señales.")}
          </li>
          <li>{say("Adopt a policy and name a contact.", "Adoptar una política y nombrar un contacto.")}</li>
        </ul>
      </SummaryBox>
      <Tabs
        label={say("Views", "Vistas")}
        items={[
          { href: "#l", label: say("To decide", "Por decidir"), count: "7", current: true },
          { href: "#m", label: say("Asked for more", "Se pidió más"), count: "0" },
          { href: "#n", label: say("Approved", "Aprobadas"), count: "428" },
          { href: "#o", label: say("Denied", "Denegadas"), count: "17" },
        ]}
      />
      <Search action="/members" value="motel" label={say("Find a member", "Busque un miembro")} />
    </>
  );
}

function Lists() {
  const say = useSay();
  return (
    <>
      <Table
        caption={say("Members in good standing", "Miembros activos")}
        rows={members}
        columns={[
          { header: say("Name", "Nombre"), cell: (row) => <a href="/m">{row.name}</a> },
          { header: say("County", "Condado"), cell: (row) => row.county },
          { header: say("Sector", "Sector"), cell: (row) => <Tag>{row.sector}</Tag> },
          { header: say("Employees", "Empleados"), cell: (row) => row.employees, numeric: true },
          {
            header: say("Status", "Estado"),
            cell: (row) => <StatusTag status={row.state}>{say("Current", "Vigente")}</StatusTag>,
          },
        ]}
      />
      <Pagination
        previousHref="?page=3"
        nextHref="?page=5"
        page={4}
        pages={12}
        pageHref={(page) => `?page=${page}`}
      />
      <h2>{say("Trainings", "Capacitaciones")}</h2>
      <CardList columns={2}>
        <Card
          title={say("What lodging staff see first", "Lo que el personal de hotel ve primero")}
          href="/t/1"
          meta={say("45 minutes, English and Spanish", "45 minutos, inglés y español")}
          aside={<StatusTag status="good">{say("Completed", "Completada")}</StatusTag>}
        >
          <p>
            {say(
              "Seven scenes at a front desk, and what to do in each.",
              "Siete escenas en una recepción y qué hacer en cada una.",
            )}
          </p>
        </Card>
        <Card
          title={say("Suppliers and labor brokers", "Proveedores e intermediarios laborales")}
          href="/t/2"
          meta={say("30 minutes", "30 minutos")}
        >
          <p>
            {say(
              "Where forced labor hides in a contract.",
              "Dónde se oculta el trabajo forzoso en un contrato.",
            )}
          </p>
        </Card>
      </CardList>
      <DescriptionList
        items={[
          {
            term: say("Legal name", "Nombre legal"),
            detail: "Gulf Breeze Motel LLC",
            action: <a href="/edit">{say("Change", "Cambiar")}</a>,
          },
          { term: say("Locations", "Lugares"), detail: "2" },
        ]}
      />
    </>
  );
}

function Progress() {
  const say = useSay();
  return (
    <>
      <h2>{say("What is due", "Lo pendiente")}</h2>
      <ProgressChecklist
        label={say("Your year", "Su año")}
        items={[
          { label: say("Adopt a policy", "Adoptar una política"), href: "/p", done: true },
          {
            label: say("Train your staff", "Capacitar al personal"),
            href: "/s",
            done: false,
            due: new Date("2027-03-01T12:00:00Z"),
          },
          { label: say("Post the signs", "Colocar los carteles"), href: "/g", done: false, overdue: true },
        ]}
      />
      <CopyField id="code" label={say("Verification code", "Código de verificación")} value="K7PM-4XQ2-9D" />
      <h2>{say("How to join", "Cómo unirse")}</h2>
      <ProcessList
        items={[
          {
            heading: say("Apply", "Presente la solicitud"),
            content: <p>{say("Ten minutes.", "Diez minutos.")}</p>,
          },
          {
            heading: say("We review", "La revisamos"),
            content: <p>{say("Within ten business days.", "En diez días hábiles.")}</p>,
          },
        ]}
      />
      <Timeline
        items={[
          {
            at: new Date("2026-10-02T15:00:00Z"),
            heading: say("Approved", "Aprobada"),
            content: say("By the office.", "Por la oficina."),
          },
          { at: new Date("2026-09-21T15:00:00Z"), heading: say("Received", "Recibida") },
        ]}
      />
    </>
  );
}

function Rest() {
  const say = useSay();
  return (
    <>
      <Diff
        changes={[
          {
            label: say("Lesson 2", "Lección 2"),
            before: "Call the hotline and wait.",
            after: "Call the national hotline, then wait in a safe place.",
            lang: "en",
          },
          { label: say("Lesson 3", "Lección 3"), after: "A new scene at the loading dock.", lang: "en" },
        ]}
      />
      <Accordion
        items={[
          {
            heading: say("Does it cost anything?", "¿Tiene algún costo?"),
            content: <p>{say("No.", "No.")}</p>,
            open: true,
          },
          {
            heading: say("Who can join?", "¿Quién puede unirse?"),
            content: <p>{say("Any business.", "Cualquier empresa.")}</p>,
          },
        ]}
      />
      <EmptyState
        title={say("No sessions yet in Issaquena County", "Aún no hay sesiones en el condado de Issaquena")}
        action={
          <ButtonLink href="/webinars">{say("See online sessions", "Vea las sesiones en línea")}</ButtonLink>
        }
      >
        <p>
          {say(
            "Online sessions are open to every county.",
            "Las sesiones en línea están abiertas a todos los condados.",
          )}
        </p>
      </EmptyState>
      <ExitPageExplainer />
    </>
  );
}
