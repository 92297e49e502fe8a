/** What a state's figures are divided by; a row of `data/states.csv`. */
export interface Denominator {
  /** The member's code in the network. */
  readonly member: string;
  readonly fips: string;
  readonly name: string;
  /** The postal abbreviation, to be written on a map. */
  readonly postal: string;
  readonly population: number;
  readonly establishments: number;
  /** By NAICS sector, for the few sectors whose count is known. */
  readonly sectorEstablishments: Readonly<Record<string, number>>;
}

export interface Denominators {
  readonly all: readonly Denominator[];
  of(member: string): Denominator | undefined;
}

/** The years and the series that rates name as their source. */
export const sources = {
  establishments: { series: "US Census Bureau, County Business Patterns", year: 2021 },
  sectorEstablishments: { series: "US Census Bureau, County Business Patterns", year: 2022 },
} as const;

/** Members per 1,000 establishments. */
export function ratePerThousand(count: number, establishments: number): number {
  return (count / establishments) * 1000;
}
