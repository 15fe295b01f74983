/** Tables of examples: text, reference date, expected (joined by ` ; `), note. Lines that begin with # are comments. */
import { readFileSync } from 'node:fs';

export interface Example {
  readonly line: number;
  readonly text: string;
  readonly published: string;
  readonly expected: readonly string[];
  readonly note: string;
}

export function readExamples(name: string): Example[] {
  const lines = readFileSync(new URL(`../examples/${name}`, import.meta.url), 'utf8').split('\n');
  return lines.flatMap((row, index) => {
    if (row === '' || row.startsWith('#')) return [];
    const [text, published, expected, note = ''] = row.split('\t');
    return [{ line: index + 1, text, published, expected: expected.split(' ; '), note }];
  });
}
