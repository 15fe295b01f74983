/** Names of offices for people: the first spelling of each portfolio in `office-words.json`. */
import { readDataJson } from './load.ts';

interface OfficeSource {
  readonly portfolios: readonly { readonly office: string; readonly names: readonly string[] }[];
}

/** Build step: office → Arabic name of the portfolio. The file's schema is checked where its phrases are compiled. */
export function compileOfficeLabels(text: string): string {
  const { portfolios } = JSON.parse(text) as OfficeSource;
  return JSON.stringify(Object.fromEntries(portfolios.map(({ office, names }) => [office, names[0]])));
}

/** Arabic names of portfolios by office: `foreign` → الخارجية. */
export function loadOfficeLabels(): ReadonlyMap<string, string> {
  return new Map(Object.entries(readDataJson<Record<string, string>>('office-labels.json')));
}
