/** The walls of the house: which room may know which. No import runs upward, and there is no circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');

/** What each room may import from; itself is understood. See docs/house.md for the reasons. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  version: [],
  text: [],
  lexicon: ['text', 'errors'],
  time: ['text', 'lexicon'],
  corpus: ['errors', 'text'],
  article: ['corpus', 'text', 'time', 'lexicon'],
  entities: ['article', 'text', 'lexicon'],
  analysis: ['entities', 'time', 'article', 'text', 'lexicon'],
  report: [],
  cli: ['analysis', 'article', 'corpus', 'entities', 'errors', 'lexicon', 'report', 'text', 'time', 'version'],
  index: ['analysis', 'article', 'cli', 'corpus', 'entities', 'errors', 'lexicon', 'report', 'text', 'time', 'version'],
};

/** Node modules that only these rooms may touch: files are the business of corpus, of one file of lexicon, and of cli. */
const FILE_SYSTEM_ROOMS = new Set(['corpus', 'cli']);
const FILE_SYSTEM_FILES = new Set(['lexicon/load.ts', 'lexicon/compile.ts']);

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu);
  return [...found].map(([, target]) => ({
    from: file,
    to: target.startsWith('.') ? relative(SOURCE, resolve(SOURCE, dirname(file), target)) : target,
  }));
}

const roomOf = (file: string): string => file.split('/')[0].replace(/\.ts$/u, '');
const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('has no room without a rule', () => {
    expect([...new Set(files.map(roomOf))].filter(room => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('lets no import run upward', () => {
    const wrong = imports
      .filter(({ to }) => to.endsWith('.ts'))
      .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !MAY_IMPORT[roomOf(from)].includes(roomOf(to)));
    expect(wrong).toEqual([]);
  });

  it('has no circle of files', () => {
    const next = new Map(files.map(file => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]));
    const done = new Set<string>();
    const circle = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const target of next.get(file) ?? []) {
        const found = circle(target, [...path, file]);
        if (found) return found;
      }
      done.add(file);
      return undefined;
    };
    expect(files.map(file => circle(file, [])).find(found => found)).toBeUndefined();
  });

  it('keeps the file system to the rooms that own it', () => {
    const wrong = imports
      .filter(({ to }) => /^(?:node:)?fs(?:\/promises)?$/u.test(to))
      .filter(({ from }) => !FILE_SYSTEM_ROOMS.has(roomOf(from)) && !FILE_SYSTEM_FILES.has(from));
    expect(wrong).toEqual([]);
  });

  it('keeps clock, locale and environment out of the core', () => {
    const core = files.filter(file => !['cli', 'corpus', 'index', 'version'].includes(roomOf(file)));
    const forbidden = /Date\.now\(|new Date\((?:\)|['"`\w])|localeCompare|toLocale\w+\(|process\.env|Math\.random\(/u;
    const wrong = core.filter(file =>
      forbidden.test(readFileSync(join(SOURCE, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '')),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps invisible characters out of the source', () => {
    const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;
    expect(files.filter(file => invisible.test(readFileSync(join(SOURCE, file), 'utf8')))).toEqual([]);
  });
});
