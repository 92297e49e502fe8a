import { expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";

test("a rule is shown with its law, what nobody recorded is asked of the office, and no check is claimed", async () => {
  const tenant = await tenantHarness({ profile: "ga" });
  try {
    const visitor = tenant.visitor();
    await visitor.open("/toolkits/posters");
    expect(visitor.text).toContain("Fourteen classes of places");
    expect(visitor.text).toContain("In each public restroom and at the entrance.");
    expect(visitor.text).toContain("O.C.G.A. § 16-5-47");
    expect(visitor.text).toContain("Nobody at the office has recorded a check yet.");
    expect(visitor.text).toMatch(/In force since Ask the office/);
    await visitor.open("/es/toolkits/posters");
    expect(visitor.text).toContain("En cada baño público y en la entrada.");
    expect(visitor.text).toMatch(/Vigente desde Pregunte a la oficina/);
    expect(visitor.text).toContain("Todavía no se ofrece ningún cartel.");
    expect((await visitor.open("/toolkits/posters/awareness.pdf")).status).toBe(404);
    await visitor.open("/toolkits");
    expect(visitor.text).toContain("No toolkit is offered yet");
  } finally {
    await tenant.close();
  }
});
