/** Demands, tolerances, names of figures: what is right, what is not, and what is no such thing. */
import { describe, expect, test } from 'vitest';
import { isNear, parseTolerance, type Tolerance, toleranceOf } from '../../src/analysis/check/baseline.ts';
import {
  meets,
  missDirection,
  parseExpression,
  percentChange,
  type Value,
} from '../../src/analysis/check/expression.ts';
import { Ledger, Owners } from '../../src/analysis/check/ledger.ts';
import { parseMetric } from '../../src/analysis/check/metric.ts';
import { type Assertion, checkFigures } from '../../src/analysis/check.ts';
import type { Reading } from '../../src/article/reading.ts';

const MET: readonly (readonly [text: string, value: Value, met: boolean, old?: Value])[] = [
  ['>=100', 100, true],
  ['>=100', 99.9, false],
  ['<= 5', 5, true],
  ['<5', 5, false],
  ['>5', 5, false],
  ['=3', 3, true],
  ['==3', 3, true],
  ['!=3', 3, false],
  ['!=3', 4, true],
  ['-1.5..2', -1.5, true],
  ['100..900', 901, false],
  ['>=2024-05', '2024-05-31', true],
  ['<=2024-05-30', '2024-05-31', false],
  ['2024-01-01..2024-12', '2024-12-31', true],
  ['=2024', '2024-05-31', true],
  ['<=1999', '2024-05-31', false],
  ['1900..2039', '1900', true],
  ['=0.47536732929991354', 0.47536732929991354, true],
  ['>=1', null, false],
  ['!=1', null, false],
  ['>=1', '2024-05-31', false],
  ['!=1', '2024-05-31', false],
  ['>=2024-01-01', 5, false],
  ['>=-5%', 95, true, 100],
  ['>=-5%', 94, false, 100],
  ['-5%..+10%', 111, false, 100],
  ['±2%', 102, true, 100],
  ['+-2%', 97, false, 100],
  ['±2%', 1, false, 0],
  ['±0%', 0, true, 0],
  ['±2%', 5, false],
];

describe('demands', () => {
  test.each(MET.map(([text, value, met, old = null]) => ({ text, value, met, old })))(
    '$text of $value is $met (baseline $old)',
    ({ text, value, met, old }) => expect(meets(parseExpression(text)!, value, old)).toBe(met),
  );

  test.each([
    '',
    '5',
    '>=',
    '>=x',
    '>= 5 6',
    '5..',
    '..5',
    '9..1',
    '5%..6',
    '±5',
    '±-5%',
    '>=2024-01-01%',
    '>=1e9',
    '>=Infinity',
    '>>5',
    '~5',
  ])('%s is none', text => expect(parseExpression(text)).toBeUndefined());

  test('say in which direction they are missed', () => {
    expect(missDirection(parseExpression('5..9')!, 4)).toBe(-1);
    expect(missDirection(parseExpression('5..9')!, 10)).toBe(1);
    expect(missDirection(parseExpression('>5')!, 5)).toBe(-1);
    expect(missDirection(parseExpression('<5')!, 5)).toBe(1);
    expect(missDirection(parseExpression('±1%')!, 90, 100)).toBe(-1);
    expect(missDirection(parseExpression('>5')!, null)).toBe(0);
  });

  test('a change from nothing cannot be said', () => {
    expect(percentChange(0, 5)).toBeNull();
    expect(percentChange(0, 0)).toBe(0);
    expect(percentChange(-10, -5)).toBe(50);
  });
});

describe('tolerances', () => {
  const tolerances = new Map<string, Tolerance | null>([
    ['*', parseTolerance('2%')!],
    ['keyword.*', parseTolerance('10%', 'warn')!],
    ['articles', parseTolerance(0)!],
    ['sources', null],
  ]);

  test('the name wins, then the longest prefix, then none', () => {
    expect(toleranceOf('tokens', tolerances)?.percent).toBe(2);
    expect(toleranceOf('keyword.كلمة.count', tolerances)).toMatchObject({ percent: 10, level: 'warn' });
    expect(toleranceOf('articles', tolerances)?.absolute).toBe(0);
    expect(toleranceOf('sources', tolerances)).toBeNull();
    expect(toleranceOf('tokens', new Map())?.absolute).toBe(0);
  });

  test('near is near', () => {
    expect(isNear(100, 102, parseTolerance('2%')!)).toBe(true);
    expect(isNear(100, 103, parseTolerance('±2%')!)).toBe(false);
    expect(isNear(100, 105, parseTolerance(5)!)).toBe(true);
    expect(isNear(0, 1, parseTolerance('50%')!)).toBe(false);
    expect(isNear(null, null, parseTolerance(0)!)).toBe(true);
    expect(isNear(null, 1, parseTolerance('100%')!)).toBe(false);
    for (const text of ['', 'x', '-2%', '2%%', '1e3']) expect(parseTolerance(text)).toBeUndefined();
  });
});

describe('names', () => {
  const figures = new Set(['tokens', 'date.missing.percent']);
  test.each([
    ['tokens', { kind: 'figure' }],
    ['keyword.حكومة.perMillion', { kind: 'keyword', word: 'حكومة', field: 'perMillion' }],
    ['keyword.a.b.count', { kind: 'keyword', word: 'a.b' }],
    ['entity.alliance.NATO.articles', { kind: 'entity', type: 'alliance', id: 'NATO', field: 'articles' }],
    ['entity.minister.EG:foreign.mentions', { kind: 'entity', id: 'EG:foreign' }],
    ['encoding.windows-1256', { kind: 'encoding' }],
  ])('%s is one', (name, parts) => expect(parseMetric(name, figures)).toMatchObject(parts));

  test.each([
    '',
    'token',
    'keyword.x',
    'keyword..count',
    'keyword.x.rate',
    'entity.NATO.articles',
    'entity.alliance.NATO',
    'entity.alliance..articles',
    '__proto__',
    'constructor',
  ])('%s is none', name => expect(parseMetric(name, figures)).toBeUndefined());
});

describe('findings', () => {
  const demand = (metric: string, text: string, level: Assertion['level'] = 'error'): Assertion => ({
    metric,
    level,
    expression: parseExpression(text)!,
  });

  test('stand in the order of the demands, those of the baseline by name', () => {
    const figures = new Map<string, Value>([
      ['tokens', 90],
      ['articles', 3],
      ['date.last', '2024-06-01'],
    ]);
    const old = new Map<string, Value>([
      ['tokens', 100],
      ['date.last', '2024-05-31'],
      ['articles', 3],
    ]);
    const tolerances = new Map([['*', parseTolerance('5%')!]]);
    const found = checkFigures(figures, [demand('tokens', '>=-5%', 'warn'), demand('articles', '>=1')], {
      figures: old,
      tolerances,
    });
    expect(found.map(({ metric, status, change }) => [metric, status, change])).toEqual([
      ['tokens', 'warn', -10],
      ['articles', 'pass', 0],
      ['articles', 'pass', 0],
      ['tokens', 'fail', -10],
    ]);
    const exact = checkFigures(figures, [], { figures: old, tolerances: new Map() });
    expect(exact.map(({ metric, status }) => [metric, status])).toEqual([
      ['articles', 'pass'],
      ['date.last', 'fail'],
      ['tokens', 'fail'],
    ]);
  });

  test('a figure that is gone is no pass', () => {
    expect(checkFigures(new Map(), [demand('tokens', '<=5')])[0].status).toBe('fail');
    const baseline = { figures: new Map([['tokens', 5]]), tolerances: new Map([['*', parseTolerance('900%')!]]) };
    expect(checkFigures(new Map(), [], baseline)[0].status).toBe('fail');
  });
});

describe('the ledger', () => {
  test('an influence is the figure with the article less the figure without it', () => {
    const ledger = new Ledger();
    const article = (id: string): Reading => ({ article: { id, path: id, line: 1 } }) as unknown as Reading;
    for (const [id, above, below] of [
      ['a', 1, 10],
      ['b', 9, 10],
      ['c', 0, 0],
    ] as const) {
      ledger.begin(article(id));
      ledger.add('above', above);
      ledger.add('below', below);
    }
    expect(ledger.influences('above')).toEqual([1, 9, 0]);
    expect(ledger.influences('above', 'below').map(value => Number(value.toFixed(6)))).toEqual([-0.4, 0.4, 0]);
    expect(ledger.influences('above', 'nothing')).toEqual([0, 0, 0]);
  });

  test("a thing is an article's own when no other has it, whichever came first", () => {
    const ledger = new Ledger();
    const owners = new Owners();
    for (const [article, things] of [
      [3, 5, 7],
      [3, 3, 9],
    ].entries()) {
      ledger.begin({ article: { id: `${article}`, path: '', line: 1 } } as unknown as Reading);
      for (const thing of things) owners.meet(thing, article);
    }
    owners.write(ledger, 'ownTypes');
    expect(ledger.influences('ownTypes')).toEqual([2, 1]);
  });
});
