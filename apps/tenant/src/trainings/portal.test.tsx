import type { Visitor } from "@concord/testing";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyByForm, business } from "../../test/apply.ts";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { approveApplication } from "../membership/index.ts";
import { listApplications } from "../membership/review.ts";
import { createTraining, enroll, publishLocally } from "./index.ts";
import { readStaffRoster } from "./roster.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let office: Visitor;

beforeAll(async () => {
  tenant = await tenantHarness();
  await tenant.officer("olive@office.example");
  office = tenant.visitor();
  await office.signIn("olive@office.example");
});
afterAll(() => tenant.close());

const idIn = (path: string, prefix: string) => new RegExp(`${prefix}_[0-9a-f]+`).exec(path)?.[0] ?? "";
const both = (name: string, text: string) => ({
  [`${name}.en`]: text,
  [`${name}.es`]: `${text}, en español`,
});

async function offered(title: string) {
  const context = tenant.context(await tenant.officer("olive@office.example"));
  const training = await createTraining(context, { body: sampleTraining(title) });
  return publishLocally(context, { trainingId: training.id });
}

async function linkInMail(email: string, pattern: RegExp): Promise<string> {
  const visitor = tenant.visitor();
  await visitor.open(`/mailbox?to=${encodeURIComponent(email)}`);
  await visitor.open(/href="(\/mailbox\/mai_\w+)"/.exec(visitor.seen.html)?.[1] ?? "");
  return pattern.exec(visitor.seen.html)?.[1] ?? "";
}

const form = {
  ...both("title", "Truck stops"),
  ...both("summary", "What drivers see"),
  ...both("audience", "Drivers"),
  ...both("objectives", "See the signs"),
  minutes: "15",
  ...both("lessons.0.title", "On the road"),
  ...both("lessons.0.text", "Look **twice**, then call {{hotline:national}}."),
  ...both("lessons.0.alt", "A truck at night"),
  passMark: "100",
  ...both("questions.0.prompt", "Whom do you call?"),
  ...both("questions.0.options.0.text", "The hotline"),
  ...both("questions.0.options.1.text", "Nobody"),
  "questions.0.right": "0",
  ...both("questions.0.explanation", "They know what to do"),
  lessonCount: "1",
  questionCount: "1",
};

async function picture() {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#a06a20" } })
    .withExif({ IFD0: { ImageDescription: "secret place" } })
    .png()
    .toBuffer();
  return new File([Uint8Array.from(png)], "truck.png", { type: "image/png" });
}

test("the office writes a training with a picture; a fault loses nothing; it is offered and learned in Spanish", async () => {
  await office.open("/office/trainings/new");
  const faulty = { ...form, "summary.es": "", "lessons.0.text.en": "Call 601-555-0123 now" };
  await office.submit("/office/trainings/new", { ...faulty, "lessons.0.file": await picture(), go: "save" });
  expect(office.seen.status).toBe(422);
  expect(office.text).toContain("instead of a phone number");
  expect(office.seen.html).toContain("Truck stops, en español");
  expect(office.text).toContain("A picture is already there");

  await office.submit("/office/trainings/new", { ...form, go: "save" });
  expect(office.seen.status).toBe(200);
  const id = idIn(office.seen.path, "trn");
  const visitor = tenant.visitor();
  expect((await visitor.open(`/trainings/${id}`)).status).toBe(404);
  await office.submit(`/office/trainings/${id}/offer`);
  expect(office.text).toContain("Done: The training is in the catalog now.");

  await visitor.open("/es/trainings");
  expect(visitor.text).toContain("Truck stops, en español");
  await visitor.signIn("lupe@example.org", `/es/trainings/${id}`);
  expect(visitor.seen.path).toBe(`/es/trainings/${id}`);
  expect(visitor.seen.html).toMatch(
    /<img src="\/trainings\/assets\/[0-9a-f]{64}" alt="A truck at night, en español"/,
  );
  expect(visitor.text).toContain("On the road, en español con una imagen");
  await visitor.submit(`/trainings/${id}/start`.replace(/^/, "/es"), { name: "Lupe López", locale: "es" });
  const enrollment = idIn(visitor.seen.path, "enr");
  expect(visitor.text).toContain("On the road, en español Pendiente con una imagen");
  await visitor.open(`/es/learn/${enrollment}/lessons/lesson-1`);
  expect(visitor.text).toMatch(/Look twice ?, then call [^.]*888-373-7888/);
  const image = /src="(\/trainings\/assets\/[0-9a-f]{64})"/.exec(visitor.seen.html)?.[1] ?? "";
  const asset = await visitor.open(image);
  expect(asset.headers.get("content-type")).toBe("image/webp");
  expect(asset.headers.get("cache-control")).toContain("immutable");
  expect(asset.html).not.toContain("secret place");
  await visitor.open(`/es/learn/${enrollment}/lessons/lesson-1`);
  await visitor.submit(`/es/learn/${enrollment}/lessons/lesson-1`);
  expect(visitor.seen.path).toBe(`/es/learn/${enrollment}/quiz`);
  await visitor.submit(`/es/learn/${enrollment}/quiz`, { "question-1": "option-2" });
  expect(visitor.seen.status).toBe(422);
  expect(visitor.text).toContain("Todavía no");
  await visitor.submit(`/es/learn/${enrollment}/quiz`, { "question-1": "option-1" });
  expect(visitor.text).toContain("Aprobado");
  await visitor.open(`/es/learn/${enrollment}/done`);
  expect(visitor.text).toContain("Gracias, Lupe López");
  await visitor.open("/es/learn");
  expect(visitor.seen.html).toMatch(/\/certificates\/crt_[0-9a-f]+\.pdf/);
  expect(visitor.seen.html).toContain("Magnolia Learning</title>");
});

test("a member's file and an unknown hotline are refused at their fields, and what was typed stays", async () => {
  const firm = business({ legalName: "Sworn Inn LLC", contactEmail: "sworn@inn.example" });
  await applyByForm(tenant.visitor(), firm);
  const [handedIn] = await tenant.tenant.database.sql`select sha256, size from membership_files limit 1`;
  const hidden = {
    "lessons.0.picture.sha256": String(handedIn?.sha256),
    "lessons.0.picture.size": String(handedIn?.size),
    "lessons.0.picture.type": "image/png",
  };
  const wrong = {
    "lessons.0.text.es": "Llame a {{hotline:nacional}}.",
    "questions.0.prompt.en": "Is it {{hotline:911}}?",
  };
  await office.open("/office/trainings/new");
  await office.submit("/office/trainings/new", { ...form, ...hidden, ...wrong, go: "save" });
  expect(office.seen.status).toBe(422);
  expect(office.seen.html).toContain('value="Is it {{hotline:911}}?"');
  const said = (field: string) =>
    new RegExp(`id="field-${field}-error">.*?data-message="true">([^<]*)<`).exec(office.seen.html)?.[1];
  expect(said("lessons-0-file")).toContain("was not uploaded for a training");
  expect(said("lessons-0-text-es")).toMatch(/\{\{hotline:nacional\}\} is no hotline.*national/);
  expect(said("questions-0-prompt-en")).toContain("{{hotline:911}}");
});

test("lessons and questions are added and taken away without scripts", async () => {
  await office.open("/office/trainings/new");
  await office.submit("/office/trainings/new", { ...form, go: "add-lesson" });
  expect(office.seen.html).toContain('name="lessons.1.title.es"');
  expect(office.seen.html).toContain("Truck stops, en español");
  await office.submit("/office/trainings/new", { ...form, lessonCount: "2", go: "remove-lesson" });
  expect(office.seen.html).not.toContain('name="lessons.1.title.es"');
});

test("an asset that no offered training names is not served", async () => {
  const { sha256 } = await tenant.tenant.blobs.put(new TextEncoder().encode("a member's evidence"));
  expect((await tenant.visitor().open(`/trainings/assets/${sha256}`)).status).toBe(404);
  expect((await tenant.visitor().open("/trainings/assets/nonsense")).status).toBe(422);
});

test("an employer's link: a name is enough, and the employer sees who finished and when, nothing else", async () => {
  const training = await offered("Front desk");
  const firm = business({ legalName: "Delta Inn LLC", contactEmail: "owner@delta.example" });
  await applyByForm(tenant.visitor(), firm);
  const system = tenant.context();
  const { applications } = await listApplications(system, {});
  const application = applications.find(
    ({ form: filled, handedIn }) => (handedIn ?? filled).legalName === firm.legalName,
  );
  await approveApplication(system, { applicationId: application?.id ?? "" });

  const owner = tenant.visitor();
  await owner.signIn(firm.contactEmail, "/member/roster");
  await owner.submit("/member/roster/link");
  const rosterPath = owner.seen.path;
  const link = /http:\/\/[^/"<]+(\/learn\/with\/[\w-]+)/.exec(owner.seen.html)?.[1] ?? "";

  const clerk = tenant.visitor();
  await clerk.open(link);
  expect(clerk.text).toContain("Delta Inn LLC");
  await clerk.submit(link, { trainingId: training.id, locale: "en", name: "", email: "" });
  expect(clerk.seen.status).toBe(422);
  await clerk.submit(link, { trainingId: training.id, locale: "en", name: "Cleo Clerk", email: "" });
  const enrollment = idIn(clerk.seen.path, "enr");
  const address = /http:\/\/[^/"<]+(\/learn\/return\/[\w-]{43})/.exec(clerk.seen.html)?.[1] ?? "";
  expect((await tenant.visitor().open(`/learn/${enrollment}`)).status).toBe(401);

  const phone = tenant.visitor();
  await phone.open(address);
  await phone.submit(address);
  expect(phone.seen.path).toBe(`/learn/${enrollment}`);
  for (const lesson of ["one", "two"]) {
    await phone.open(`/learn/${enrollment}/lessons/${lesson}`);
    await phone.submit(`/learn/${enrollment}/lessons/${lesson}`);
  }
  await owner.open("/member/roster");
  expect(owner.text).toContain("Not finished");
  await phone.open(`/learn/${enrollment}/quiz`);
  await phone.submit(`/learn/${enrollment}/quiz`, { q1: "hotline" });
  await owner.open("/member/roster");
  expect(owner.text).toContain("Cleo Clerk");
  expect(owner.text).toContain("Finished on November 2, 2026");
  const [main = ""] = /<main[\s\S]*<\/main>/.exec(owner.seen.html) ?? [];
  expect(main).toContain("Cleo Clerk");
  expect(main).not.toMatch(/enr_|quiz|English/);

  await enroll(tenant.public(), {
    trainingId: training.id,
    locale: "en",
    name: "Abe Adams",
    via: link.slice(12),
  });
  const first = await readStaffRoster(tenant.context(), { memberId: idIn(rosterPath, "mem"), limit: 1 });
  // Neither a position nor an order that would tell when somebody began.
  expect(first).toMatchObject({ staff: [{ name: "Abe Adams" }], next: 2 });
  expect(Object.keys(first.staff[0] ?? {}).toSorted()).toEqual(["completedAt", "name", "trainingTitle"]);

  const other = tenant.visitor();
  await other.signIn("nobody@example.org", rosterPath);
  expect(other.seen.status).toBe(403);
  expect(other.text).not.toContain("Cleo Clerk");
  await other.open("/member/roster");
  expect(other.seen).toMatchObject({ status: 200, path: "/member" });
});

test("a session: planned, registered for, calendar file, attended by code, called off", async () => {
  tenant.clock.set("2026-11-12T15:00:00Z");
  await office.open("/office/sessions/new");
  const plan = {
    ...both("title", "November webinar"),
    ...both("description", "Questions and answers"),
    locale: "en",
    day: "2026-11-12",
    from: "10:00",
    to: "09:00",
    joinUrl: "https://meet.example/november",
    capacity: "",
    host: "Coalition",
  };
  await office.submit("/office/sessions/new", plan);
  expect(office.seen.status).toBe(422);
  expect(office.text).toContain("The end must be later");
  await office.submit("/office/sessions/new", { ...plan, to: "11:00" });
  const id = idIn(office.seen.path, "ses");
  const code = /id="attendance-code"[^>]*>([^<]+)</.exec(office.seen.html)?.[1] ?? "";

  const guest = tenant.visitor();
  await guest.open("/trainings");
  expect(guest.text).toContain("November webinar");
  await guest.open(`/trainings/sessions/${id}`);
  expect(guest.seen.html).not.toContain("meet.example");
  await guest.submit(`/trainings/sessions/${id}`, { name: "Gus Guest", email: "not an address" });
  expect(guest.seen.status).toBe(422);
  await guest.submit(`/trainings/sessions/${id}`, { name: "Gus Guest", email: "gus@example.org" });
  expect(guest.text).toContain("gus@example.org");
  const own = await linkInMail("gus@example.org", /http:\/\/[^/"<]+(\/trainings\/registrations\/[\w-]{43})/);
  await guest.open(own);
  expect(guest.seen.html).toContain("https://meet.example/november");
  const file = await guest.open(`${own}.ics`);
  expect(file.headers.get("content-type")).toContain("text/calendar");
  expect(file.html).toContain("DTSTART;TZID=America/Chicago:20261112T100000");
  expect((await guest.open("/trainings/calendar.ics")).html).not.toMatch(/webinar|meet\.example/i);

  await guest.open("/learn/attend");
  await guest.submit("/learn/attend", { code: "AAAAAA", email: "gus@example.org", name: "" });
  expect(guest.seen.status).toBe(422);
  tenant.clock.set("2026-11-12T16:30:00Z");
  await guest.submit("/learn/attend", { code: code.toLowerCase(), email: "gus@example.org", name: "" });
  expect(guest.text).toContain("Your attendance is noted");
  await guest.signIn("gus@example.org", "/learn");
  expect(guest.text).toContain("November webinar");
  expect(guest.seen.html).toMatch(/\/certificates\/crt_[0-9a-f]+\.pdf/);

  await office.open(`/office/sessions/${id}`);
  expect(office.text).toContain("Gus Guest");
  await office.submit(`/office/sessions/${id}/cancel`);
  expect(office.text).toContain("Done: The session is called off.");
  const cancelled = await guest.open(`/trainings/sessions/${id}.ics`);
  expect(cancelled.html).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
  expect(await linkInMail("gus@example.org", /(called off)/)).toBe("called off");
});

test("texts of richer material are edited one by one", async () => {
  const context = tenant.context(await tenant.officer("olive@office.example"));
  const callout = {
    id: "care",
    type: "callout" as const,
    tone: "safety" as const,
    markdown: { en: "Take care", es: "Cuídese" },
  };
  const [first, ...others] = sampleTraining().lessons;
  if (!first) throw new Error("the sample has no lesson");
  const lessons = [{ ...first, blocks: [...first.blocks, callout] }, ...others];
  const { id } = await createTraining(context, { body: sampleTraining("Rich", { lessons }) });
  await office.open(`/office/trainings/${id}/edit`);
  expect(office.seen.html).toContain('name="texts.lessons/one/blocks/care/markdown.es"');
  await office.submit(`/office/trainings/${id}/edit`, {
    "texts.lessons/one/blocks/care/markdown.es": "Cuídese: {{hotline:local}}",
  });
  expect(office.seen.status).toBe(422);
  expect(office.seen.html).toContain('href="#field-texts-lessons-one-blocks-care-markdown-es"');
  await office.submit(`/office/trainings/${id}/edit`, {
    "texts.lessons/one/blocks/care/markdown.es": "Cuídese mucho",
  });
  await office.open(`/office/trainings/${id}`);
  await office.open(`/es/office/trainings/${id}`);
  expect(office.text).toContain("Cuídese mucho");
});

test("public pages carry a course as data that no script policy stops", async () => {
  const training = await offered("Structured </script><b>");
  const visitor = tenant.visitor();
  await visitor.open(`/trainings/${training.id}`);
  const data = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(visitor.seen.html)?.[1] ?? "";
  expect(JSON.parse(data)).toMatchObject({ "@type": "Course", name: "Structured </script><b>" });
});
