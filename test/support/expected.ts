/** Hand-made expectations of `fixtures/expected`, and the counting of agreement. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.ts';

interface Placed {
  readonly surface: string;
  readonly line: number;
  readonly part: string;
}

export interface ExpectedEntity extends Placed {
  readonly id: string;
  readonly kind: string;
  readonly count?: number;
}

export interface ExpectedMinister extends Placed {
  readonly person: string | null;
  readonly office: string;
  readonly country: string | null;
}

export interface ExpectedTime extends Placed {
  readonly value: string;
  readonly type: string;
}

export interface ExpectedArticle {
  readonly kind: 'main' | 'related';
  readonly id?: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly basis: string;
  readonly source: string | null;
  readonly lines: Readonly<Record<string, string>>;
  readonly countries: readonly ExpectedEntity[];
  readonly alliances: readonly ExpectedEntity[];
  readonly ministers: readonly ExpectedMinister[];
  readonly times: readonly ExpectedTime[];
}

export interface ExpectedFile {
  readonly file: string;
  readonly duplicateOf?: string;
  readonly articles: readonly ExpectedArticle[];
}

/** All expectations, in the order of their files. */
export function expectedFiles(): ExpectedFile[] {
  const folder = join(ROOT, 'fixtures/expected');
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ExpectedFile);
}

/** Precision and recall of two bags of keys, and what makes the difference. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
}

function bag(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Compares found keys with expected ones, as bags. */
export function agreement(expected: readonly string[], found: readonly string[]): Agreement {
  const [wanted, got] = [bag(expected), bag(found)];
  const missing: string[] = [];
  const surplus: string[] = [];
  for (const key of new Set([...wanted.keys(), ...got.keys()])) {
    const difference = (got.get(key) ?? 0) - (wanted.get(key) ?? 0);
    for (let i = 0; i < Math.abs(difference); i++) (difference < 0 ? missing : surplus).push(key);
  }
  return {
    precision: found.length === 0 ? 1 : (found.length - surplus.length) / found.length,
    recall: expected.length === 0 ? 1 : (expected.length - missing.length) / expected.length,
    missing,
    surplus,
  };
}
