import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  DateField,
  Fieldset,
  FileField,
  Form,
  Page,
  PageHeading,
  RadioGroup,
  SelectField,
  type Site,
  StepIndicator,
  TextArea,
  TextField,
} from "../src/index.ts";
import { useSay } from "./say.ts";

/** Every form component, one of them at fault. */
export function SampleForm({ site }: { site: Site }) {
  const es = site.locale === "es";
  const say = (en: string, spanish: string) => (es ? spanish : en);
  const errors = {
    email: say(
      "Enter an e-mail address such as name@example.com",
      "Escriba una dirección como nombre@example.com",
    ),
    level: say("Choose a level", "Elija un nivel"),
  };
  return (
    <Page
      site={site}
      title={say("Join the program", "Únase al programa")}
      failed
      breadcrumb={[
        { href: "/", label: say("Home", "Inicio") },
        { href: "/join", label: say("Join the program", "Únase al programa") },
      ]}
    >
      <PageHeading
        title={say("Join the program", "Únase al programa")}
        lead={say(
          "It takes about ten minutes. You can save and come back.",
          "Toma unos diez minutos. Puede guardar y volver.",
        )}
      />
      <StepIndicator
        steps={
          es
            ? ["Su empresa", "Lugares", "Compromisos", "Revisión"]
            : ["Your business", "Locations", "Commitments", "Review"]
        }
        current={2}
      />
      <Form action="/join" upload errors={errors} values={{ email: "front desk", commitments: ["signs"] }}>
        <Facts />
        <Promises />
        <Actions>
          <Button>{say("Save and continue", "Guardar y continuar")}</Button>
          <Button look="outline" name="then" value="later">
            {say("Save for later", "Guardar para después")}
          </Button>
          <ButtonLink href="/" look="plain">
            {say("Cancel", "Cancelar")}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}

function Facts() {
  const say = useSay();
  return (
    <>
      <TextField
        name="legalName"
        label={say("Legal name", "Nombre legal")}
        hint={say("As it stands on your filing with the state.", "Como aparece en su registro estatal.")}
        required
        autocomplete="organization"
      />
      <TextField
        name="email"
        type="email"
        label={say("E-mail", "Correo electrónico")}
        required
        autocomplete="email"
      />
      <TextField
        name="employees"
        label={say("Number of employees", "Número de empleados")}
        inputmode="numeric"
        width="xs"
      />
      <DateField
        name="trained"
        label={say("Date of your last training", "Fecha de su última capacitación")}
      />
      <SelectField
        name="county"
        label={say("County", "Condado")}
        required
        options={[
          { value: "28047", label: "Harrison" },
          { value: "28049", label: "Hinds" },
        ]}
      />
    </>
  );
}

function Promises() {
  const say = useSay();
  return (
    <>
      <RadioGroup
        name="level"
        label={say("Level", "Nivel")}
        required
        tiles
        options={[
          {
            value: "partner",
            label: say("Partner", "Socio"),
            description: say("All employees are trained.", "Se capacita a todo el personal."),
          },
          {
            value: "associate",
            label: say("Associate", "Asociado"),
            description: say("Training is made available.", "Se ofrece la capacitación."),
          },
        ]}
      />
      <CheckboxGroup
        name="commitments"
        label={say("Commitments", "Compromisos")}
        options={[
          { value: "signs", label: say("Post signs", "Colocar carteles") },
          { value: "policy", label: say("Adopt a policy", "Adoptar una política") },
        ]}
      />
      <Fieldset legend={say("Evidence", "Pruebas")}>
        <FileField
          name="policy"
          label={say("Your policy", "Su política")}
          types="PDF, DOCX"
          maxMegabytes={10}
        />
        <TextArea
          name="notes"
          label={say("Anything we should know?", "¿Algo que debamos saber?")}
          maxlength={1000}
        />
      </Fieldset>
      <Checkbox
        name="listed"
        label={say("List us in the public directory", "Publíquennos en el directorio")}
      />
    </>
  );
}
