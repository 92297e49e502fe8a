import type { Chance } from "./random.ts";

/** Words of made-up firms. Nothing here names a real firm on purpose; every address is under `.example`. */
const places = [
  "Bayou",
  "Magnolia",
  "Cypress",
  "Delta",
  "Ridge",
  "Harbor",
  "Cedar",
  "Prairie",
  "Pinewood",
  "Riverbend",
  "Heron",
  "Juniper",
  "Sycamore",
  "Blue Heron",
  "Lantern",
  "Copper Creek",
  "Willow Bend",
  "Sandhill",
  "Oak Hollow",
  "Fernbank",
  "Stillwater",
  "Redbud",
  "Goldenrod",
  "Clearspring",
  "Marigold",
  "Whitetail",
  "Old Mill",
  "Kestrel",
  "Foxglove",
  "Tallgrass",
];

/** By NAICS 2022 sector: what such firms call themselves. */
const trades: Readonly<Record<string, readonly string[]>> = {
  "11": ["Farms", "Produce Growers", "Timber", "Nurseries"],
  "21": ["Aggregates", "Sand & Gravel"],
  "22": ["Water Association", "Electric Cooperative"],
  "23": ["Builders", "Roofing", "Concrete", "Electrical Contractors", "Site Works"],
  "31-33": ["Furniture Works", "Poultry Processing", "Metal Fabrication", "Textiles", "Foods"],
  "42": ["Wholesale", "Restaurant Supply", "Seafood Distributors"],
  "44-45": ["Market", "Hardware", "Pharmacy", "Fuel & Convenience", "Grocery"],
  "48-49": ["Trucking", "Freight Lines", "Charter Bus", "Logistics", "Towing"],
  "51": ["Broadband", "Press"],
  "52": ["Bank", "Credit Union", "Insurance Agency"],
  "53": ["Realty", "Property Management", "Self Storage"],
  "54": ["Law Office", "Engineering", "Accounting", "Surveying"],
  "55": ["Holdings"],
  "56": ["Staffing", "Janitorial", "Security Services", "Landscaping"],
  "61": ["Community College Foundation", "Beauty Academy", "Driving School"],
  "62": ["Clinic", "Home Health", "Nursing Center", "Dental Care", "Regional Hospital", "Counseling"],
  "71": ["Casino Resort", "Fitness", "Fairgrounds"],
  "72": ["Inn", "Motel", "Suites", "Diner", "Barbecue", "Seafood House", "Coffee"],
  "81": ["Salon", "Nail Studio", "Auto Repair", "Church Alliance", "Laundry"],
  "92": ["Water District", "Port Authority", "Library System"],
};

const endings = ["LLC", "Inc.", "Co.", "LLC", "of the South, LLC"];

const first = [
  "Ada",
  "Bram",
  "Celia",
  "Dario",
  "Edna",
  "Felix",
  "Gloria",
  "Hollis",
  "Imani",
  "Jonah",
  "Keisha",
  "Luis",
  "Marisol",
  "Nolan",
  "Odalys",
  "Percy",
  "Quinn",
  "Rosalind",
  "Silas",
  "Tamika",
  "Ulises",
  "Vera",
  "Wendell",
  "Ximena",
  "Yolanda",
  "Zeke",
];
const last = [
  "Abernathy",
  "Bellweather",
  "Castellanos",
  "Dunmore",
  "Eastwick",
  "Fontaine",
  "Guidry",
  "Hartwell",
  "Ibarra",
  "Jessup",
  "Kirkland",
  "Ledbetter",
  "Montoya",
  "Nettles",
  "Okafor",
  "Pruitt",
  "Quintero",
  "Ransom",
  "Satterfield",
  "Thibodeaux",
  "Underhill",
  "Villanueva",
  "Whitfield",
  "Yarbrough",
  "Zeller",
];
const streets = [
  "Main Street",
  "Railroad Avenue",
  "Old Highway 49",
  "Church Street",
  "Industrial Drive",
  "Magnolia Lane",
  "Court Square",
  "River Road",
  "Depot Street",
  "Commerce Parkway",
];

/** Those who are not for profit call themselves otherwise. */
const causes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  nonprofit: {
    "62": [
      "Community Clinic",
      "Family Services",
      "Free Clinic",
      "Home for Elders",
      "Children’s Advocacy Center",
    ],
    "81": ["Church Alliance", "Rotary Fund", "Community Foundation", "Outreach Ministries", "Food Pantry"],
    "61": ["Literacy Council", "Community College Foundation", "Learning Center"],
    "71": ["Arts Council", "Heritage Museum"],
  },
  association: {
    "81": [
      "Hotel & Lodging Association",
      "Truckers Association",
      "Chamber of Commerce",
      "Restaurant Association",
      "Nurses Association",
      "Realtors Association",
    ],
  },
  "public-body": {
    "92": [
      "Water District",
      "Port Authority",
      "Library System",
      "Transit Authority",
      "Housing Authority",
      "Parks Board",
    ],
  },
};

export function firmName(chance: Chance, sector: string, entityType: string): string {
  const named = causes[entityType]?.[sector];
  const place = chance.pick(places);
  if (named) return `${place} ${chance.pick(named)}`;
  const owner = chance.happens(0.3) ? chance.pick(last) : place;
  return `${owner} ${chance.pick(trades[sector] ?? ["Services"])} ${chance.pick(endings)}`;
}

export function personName(chance: Chance): string {
  return `${chance.pick(first)} ${chance.pick(last)}`;
}

export function streetAddress(chance: Chance): string {
  return `${chance.between(10, 4900)} ${chance.pick(streets)}`;
}

/** An address under the reserved `.example` domain (RFC 2606). */
export function emailOf(person: string, firm: string): string {
  const word = (text: string) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replaceAll(/[^a-z]+/g, "");
  return `${word(person)}@${word(firm).slice(0, 40)}.example`;
}
