/**
 * The whole program against the hand-made expectations of `fixtures/expected`. The floors are pinned: they may be raised
 * and are never quietly lowered. On failure the differences are printed.
 */
import { describe, expect, it } from 'vitest';
import {
  type Agreement,
  agreement,
  type ExpectedArticle,
  type ExpectedEntity,
  type ExpectedMinister,
  type ExpectedTime,
  expectedFiles,
} from '../support/expected.ts';
import { ndjson, rasid } from '../support/program.ts';

const COUNTED = 'title,dateline,body,related';
const CORPUS = 'fixtures/corpus';

interface MentionRow {
  readonly path: string;
  readonly line: number;
  readonly part: string;
  readonly type: string;
  readonly id: string | null;
  readonly kind: string;
  readonly surface: string;
  readonly office: string;
  readonly country: string | null;
  readonly person: { readonly name: string } | null;
  readonly value: string;
}

const files = expectedFiles();
const kept = ['--parts', COUNTED, '--keep-duplicates'];

function rowsOf(command: string): MentionRow[] {
  const { code, stdout, stderr } = rasid([command, CORPUS, ...kept, '--mentions', '--format', 'ndjson']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return ndjson<MentionRow>(stdout).map(row => ({ ...row, path: row.path.replace(`${CORPUS}/`, '') }));
}

/** Expected items of every article in the counted parts, as keys. */
function keysOf<T extends { readonly line: number; readonly part: string }>(
  pick: (article: ExpectedArticle) => readonly T[],
  key: (item: T) => string,
): string[] {
  return files.flatMap(({ file, articles }) =>
    articles.flatMap(article =>
      pick(article)
        .filter(({ part }) => ['title', 'dateline', 'body'].includes(part))
        .flatMap(item =>
          Array<string>((item as { count?: number }).count ?? 1).fill(`${file}:${item.line} ${key(item)}`),
        ),
    ),
  );
}

function hold(result: Agreement, floors: { readonly precision: number; readonly recall: number }): void {
  const { precision, recall, missing, surplus } = result;
  const told = `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}\nmissing:\n  ${missing.join('\n  ')}\nsurplus:\n  ${surplus.join('\n  ')}`;
  expect(precision, told).toBeGreaterThanOrEqual(floors.precision);
  expect(recall, told).toBeGreaterThanOrEqual(floors.recall);
}

describe('the fixtures, read as a person reads them', () => {
  const entities = rowsOf('entities');
  const times = rowsOf('timeline');
  const found = (type: string, key: (row: MentionRow) => string): string[] =>
    entities.filter(row => row.type === type).map(row => `${row.path}:${row.line} ${key(row)}`);

  it('countries: id and kind', () => {
    const key = ({ id, kind }: { readonly id: string | null; readonly kind: string }): string => `${id} ${kind}`;
    hold(
      agreement(
        keysOf<ExpectedEntity>(article => article.countries, key),
        found('country', key),
      ),
      { precision: 0.97, recall: 0.97 },
    );
  });

  it('alliances: id and anaphor', () => {
    const key = ({ id, kind }: { readonly id: string | null; readonly kind: string }): string =>
      `${id} ${kind === 'anaphor' ? kind : 'name'}`;
    hold(
      agreement(
        keysOf<ExpectedEntity>(article => article.alliances, key),
        found('alliance', key),
      ),
      { precision: 0.95, recall: 0.95 },
    );
  });

  it('ministers: office and country', () => {
    const key = ({ office, country }: { readonly office: string; readonly country: string | null }): string =>
      `${office.split(':')[0]} ${country}`;
    hold(
      agreement(
        keysOf<ExpectedMinister>(article => article.ministers, key),
        found('minister', key),
      ),
      { precision: 0.8, recall: 0.8 },
    );
  });

  it('time expressions: span and value', () => {
    const key = ({ surface, value }: { readonly surface: string; readonly value: string }): string =>
      `${surface} = ${value}`;
    const got = times.filter(({ part }) => part !== 'date').map(row => `${row.path}:${row.line} ${key(row)}`);
    hold(
      agreement(
        keysOf<ExpectedTime>(article => article.times, key),
        got,
      ),
      { precision: 0.9, recall: 0.9 },
    );
  });
});
