import type { Letterhead } from "../src/index.ts";

const emblemSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#14384f"/><circle cx="32" cy="32" r="25" fill="none" stroke="#c9a227" stroke-width="1.5"/><path d="M32 14l5 12 13 1-10 8 3 13-11-7-11 7 3-13-10-8 13-1z" fill="#fff"/></svg>`;

/** A fictitious program in a trial. */
export const sampleLetterhead: Letterhead = {
  locale: "en",
  official: false,
  jurisdictionName: "Marlowe",
  brand: {
    name: "Marlowe Businesses Against Trafficking",
    acronym: "MBAT",
    emblemSvg,
    colors: { primary: "#1f5673", primaryDark: "#14384f", accent: "#9a7a14" },
  },
  office: {
    name: "Office of the Secretary of State",
    address: ["401 Chandlery Street", "Port Marlowe, MW 39001"],
    phone: "555-0100",
    email: "office@example.test",
    website: "example.test",
  },
};
