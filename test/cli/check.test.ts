/** `rasid check` as a CI job sees it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { type Outcome, rasid } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
for (const turn of [1, 2, 3, 4]) files.write(`corpus/${turn}.txt`, page(turn));
files.write('corpus/long.txt', `${page(5)}${'وقالت الحكومة إن العمل مستمر. '.repeat(20)}\n`);
files.write('corpus/undated.txt', page(6).replace('2024-05-31', '').replace('12 يونيو 2024', 'الصيف'));
const CORPUS = files.path('corpus');

function check(args: readonly string[], env: Record<string, string> = {}): Outcome {
  return rasid(['check', CORPUS, ...args], { cwd: files.folder, env });
}

function rows(outcome: Outcome): Record<string, unknown>[] {
  return JSON.parse(outcome.stdout).rows;
}

function demand(content: unknown): string {
  return files.write('checks.json', JSON.stringify(content));
}

describe('demands', () => {
  test('pass with 0, fail with 1, warn with 0', () => {
    expect(check(['--assert', 'articles>=6', '--assert', 'tokens=1..100000'])).toMatchObject({ code: 0, stderr: '' });
    expect(check(['--assert', 'articles>=7'])).toMatchObject({ code: 1, stderr: '' });
    expect(check(['--assert', 'warn:articles>=7']).code).toBe(0);
    expect(check(['--assert', 'warn:articles>=7', '--max-warnings', '0']).code).toBe(1);
    expect(check(['--assert', 'warn:articles>=7', '--max-warnings', '1']).code).toBe(0);
  });

  test('of a file, with levels', () => {
    const checks = demand({
      assert: {
        articles: ['error', '>=6'],
        tokens: '<=5',
        'date.missing.percent': ['warn', '<=5'],
        'entity.alliance.NATO.articles': ['error', '>=6'],
        'keyword.حكومة.count': ['error', '>=20'],
      },
    });
    const outcome = check(['--checks', checks, '--json']);
    expect(outcome.code).toBe(1);
    expect(rows(outcome).map(({ metric, status }) => [metric, status])).toEqual([
      ['articles', 'pass'],
      ['tokens', 'fail'],
      ['date.missing.percent', 'warn'],
      ['entity.alliance.NATO.articles', 'pass'],
      ['keyword.حكومة.count', 'pass'],
    ]);
  });

  test('rasid.check.json of the working directory is read, that of the corpus is not', () => {
    files.write('corpus/rasid.check.json', '{"assert": {"articles": "<0"}}');
    expect(check([]).stderr).toBe('rasid: error: nothing to check: --checks FILE, --assert or --baseline FILE\n');
    files.write('here/rasid.check.json', '{"assert": {"articles": ">100"}}');
    expect(rasid(['check', CORPUS], { cwd: files.path('here') }).code).toBe(1);
  });

  test('a failure says wanted, got, and the three articles that moved it most', () => {
    const tokens = rows(check(['--assert', 'tokens<=100', '--json']))[0] as {
      articles: { path: string; by: number }[];
    };
    expect(tokens).toMatchObject({ status: 'fail', wanted: '<=100', got: expect.any(Number) });
    expect(tokens.articles).toHaveLength(3);
    expect(tokens.articles[0].path).toBe(`${CORPUS}/long.txt`);
    const { stdout } = check(['--assert', 'date.missing.percent<=5']);
    expect(stdout).toContain('fail date.missing.percent: wanted <=5, got 16.6667');
    expect(stdout).toContain(`  ${CORPUS}/undated.txt:1 +16.6667`);
    expect(stdout).toContain('1 failed, 0 warnings, 0 passed');
  });

  test('an unread input is 3, whatever else fails', () => {
    const bad = files.write('bad.txt', Buffer.from([0x80, 0x81]));
    expect(rasid(['check', CORPUS, bad, '--assert', 'articles>=100']).code).toBe(3);
    expect(rasid(['check', CORPUS, bad, '--assert', 'articles>=100', '--allow-partial']).code).toBe(1);
    expect(rasid(['check', CORPUS, bad, '--assert', 'files.unread=0', '--allow-partial']).code).toBe(1);
  });
});

const REFUSED: readonly (readonly [string, string])[] = [
  ['tokns>=5', 'unknown metric "tokns"; near: tokens'],
  ['keyword.كلمة.perMilion>=5', 'near: keyword.كلمة.perMillion'],
  ['entity.alliance.NATTO.articles>=5', 'no alliance "NATTO"; near: NATO'],
  ['entity.allianc.NATO.articles>=5', 'unknown type "allianc" (country, alliance, minister)'],
  ['encoding.utf8>=5', 'is no name under which an encoding is reported'],
  ['__proto__>=5', 'unknown metric'],
  ['date.missing>=5', 'near: date.missing.percent'],
  ['Tokens>=5', 'near: tokens'],
  ['entity.alliance.NATO>=5', 'near: entity.alliance.NATO.mentions, entity.alliance.NATO.articles'],
  ['entity.alliance.NATO.article>=5', 'near: entity.alliance.NATO.articles'],
  ['entity.country.مصر.articles>=5', 'no country "مصر"; near: EG'],
  ['entity.minister.XX:foreign.articles=0', 'no minister "XX:foreign"'],
  ['entity.minister.US:nonsense.articles=0', 'no minister "US:nonsense"'],
  ['tokens', 'expected METRIC and a demand'],
  ['tokens>=many', 'expected METRIC and a demand'],
  ['tokens>=-5%', 'the baseline has no figure for it'],
];

describe('every figure of --list-metrics', () => {
  const values = new Map(rows(check(['--list-metrics', '--json'])).map(({ metric, value }) => [String(metric), value]));
  const fixed = [...values].filter(([, value]) => value !== undefined);

  test('meets its own value, as the program prints it', () => {
    const demands = fixed.filter(([, value]) => value !== null);
    expect(demands.length).toBeGreaterThan(28);
    const { code, stdout } = check([
      ...demands.flatMap(([metric, value]) => ['=', '>=', '<='].flatMap(sign => ['--assert', metric + sign + value])),
      '--json',
    ]);
    expect(rows({ code, stdout, stderr: '' }).filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(code).toBe(0);
  });

  test('that cannot be said meets nothing', () => {
    const unsaid = fixed.filter(([, value]) => value === null).map(([metric]) => metric);
    for (const metric of unsaid) expect(check(['--assert', `${metric}>=0`]).code).toBe(1);
    expect(unsaid).toEqual(['heaps']);
  });
});

describe('the articles that moved a figure most', () => {
  const own = scratch();
  // 6 types of 11 tokens; without the first article 4 of 5, without the second 5 of 8, without the third 5 of 9.
  own.write('in/1.txt', 'مدرسة كتاب قلم مكتب مدرسة كتاب\n');
  own.write('in/2.txt', 'مدرسة كتاب شمس\n');
  own.write('in/3.txt', 'سماء كتاب\n');
  const moved = (assert: string): [string, number][] =>
    rows(rasid(['check', own.path('in'), '--parts', 'all', '--assert', assert, '--json'])).flatMap(({ articles }) =>
      (articles as { path: string; by: number }[]).map(({ path, by }): [string, number] => [
        path.slice(-5),
        Math.round(by * 1e4) / 1e4,
      ]),
    );

  test('types: those that no other article has', () => {
    expect(moved('types<=1')).toEqual([
      ['1.txt', 2],
      ['2.txt', 1],
      ['3.txt', 1],
    ]);
    expect(moved('hapaxes<=1')).toEqual([
      ['1.txt', 2],
      ['2.txt', 1],
      ['3.txt', 1],
    ]);
  });

  test('types per token: the figure less what it would be without the article', () => {
    const without = [4 / 5, 5 / 8, 5 / 9];
    expect(moved('ttr>=0.99')).toEqual(
      without.map((rest, index) => [`${index + 1}.txt`, Math.round((6 / 11 - rest) * 1e4) / 1e4]),
    );
  });

  test('numbers of articles: each counts once, those with the most first', () => {
    expect(moved('keyword.كتاب.count<=0')).toEqual([
      ['1.txt', 2],
      ['2.txt', 1],
      ['3.txt', 1],
    ]);
    expect(moved('keyword.كتاب.articles<=0')).toEqual([
      ['1.txt', 1],
      ['2.txt', 1],
      ['3.txt', 1],
    ]);
    expect(moved('words.per.article.median<=1')).toEqual([['1.txt', 0.5]]);
  });

  test('first and last dates of the text: the articles that name them', () => {
    const { articles } = rows(check(['--assert', 'timeline.first>=2030', '--json']))[0];
    expect(articles).toHaveLength(3);
    expect(rows(check(['--assert', 'sources>=99', '--json']))[0].articles).toBeDefined();
  });
});

describe('usage errors, never a pass', () => {
  test.each(REFUSED)('%s', (text, message) => {
    const { code, stdout, stderr } = check(['--assert', text]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  test.each([
    [{ asert: {} }, '#/asert: unknown key'],
    [{ assert: { tokens: ['fatal', '>=5'] } }, '#/assert/tokens: expected'],
    [{ assert: { tokens: 5 } }, '#/assert/tokens: expected'],
    [{ assert: { tokns: '>=5' } }, '#/assert/tokns: unknown metric'],
    [{ assert: [] }, '#/assert: expected an object'],
    [{ baseline: { file: 5 } }, '#/baseline/file: expected a path'],
    [{ baseline: { file: 'x', tolerance: { tokens: 'much' } } }, '#/baseline/tolerance/tokens: expected'],
    [
      { assert: { tokens: '>=1' }, baseline: { tolerance: { tokns: 5 } } },
      '#/baseline/tolerance: unknown metric "tokns"',
    ],
  ])('%j', (content, message) => {
    const { code, stderr } = check(['--checks', demand(content)]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`checks.json${message}`) });
  });
});

describe('baselines', () => {
  const FILE = files.path('baseline.json');

  test('are written by --update, the same bytes again, and pass against themselves', () => {
    expect(check(['--baseline', FILE]).stderr).toContain('no such file or folder (ENOENT); --update makes it');
    expect(check(['--baseline', FILE, '--update', '--assert', 'keyword.حكومة.count>=1']).code).toBe(0);
    const first = readFileSync(FILE, 'utf8');
    expect(JSON.parse(first)).toMatchObject({
      schema: 'baseline/1',
      figures: { articles: 6, 'keyword.حكومة.count': expect.any(Number) },
    });
    expect(check(['--baseline', FILE, '--update']).code).toBe(0);
    expect(readFileSync(FILE, 'utf8')).toBe(first);
    const outcome = check(['--baseline', FILE, '--json']);
    expect(outcome.code).toBe(0);
    expect(
      rows(outcome).every(({ status, change }) => status === 'pass' && (change === 0 || change === undefined)),
    ).toBe(true);
  });

  test('a difference is shown old → new; tolerances and changes judge it', () => {
    const one = [`${CORPUS}/1.txt`, `${CORPUS}/2.txt`, `${CORPUS}/3.txt`, `${CORPUS}/4.txt`, `${CORPUS}/long.txt`];
    const { code, stdout } = rasid(['check', ...one, '--baseline', FILE]);
    expect(code).toBe(1);
    expect(stdout).toContain('fail articles: wanted as in the baseline, got 5 (6 → 5, -16.67%)');
    const loose = demand({
      baseline: { file: 'baseline.json', tolerance: { '*': '20%', 'timeline.*': null, 'date.*': null } },
    });
    const judged = rasid([
      'check',
      ...one,
      '--checks',
      loose,
      '--assert',
      'articles>=-20%',
      '--assert',
      'articles=±5%',
      '--json',
    ]);
    const found = rows(judged);
    expect(found.slice(0, 2).map(({ metric, status }) => [metric, status])).toEqual([
      ['articles', 'pass'],
      ['articles', 'fail'],
    ]);
    expect(found.some(({ metric }) => String(metric).startsWith('timeline.'))).toBe(false);
    expect(found.find(({ metric, wanted }) => metric === 'articles' && wanted === '±20%')?.status).toBe('pass');
  });

  test('an update tells what changed and fails for nothing of it', () => {
    const copy = files.write('copy.json', readFileSync(FILE, 'utf8'));
    const { code, stdout } = rasid(['check', `${CORPUS}/1.txt`, '--baseline', copy, '--update', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).rows[0]).toMatchObject({
      metric: 'articles',
      old: 6,
      got: 1,
      wanted: 'updated',
      status: 'pass',
    });
    expect(JSON.parse(readFileSync(copy, 'utf8')).figures.articles).toBe(1);
  });

  test('of other settings are refused', () => {
    for (const [args, name] of [
      [['--stem', 'none'], 'stem'],
      [['--parts', 'body'], 'parts'],
      [['--keep-duplicates'], 'keepDuplicates'],
    ] as const) {
      const { code, stdout, stderr } = check(['--baseline', FILE, ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('was made with other settings: ');
      expect(stderr).toContain(name);
    }
    const other = JSON.parse(readFileSync(FILE, 'utf8'));
    other.options.lexicon = '0123456789ab';
    const { code, stderr } = check(['--baseline', files.write('other.json', JSON.stringify(other))]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('other settings: lexicon') });
  });

  test('that are none are refused', () => {
    for (const content of [
      '{',
      '[]',
      '{"schema": "keywords/1"}',
      '{"schema": "baseline/1", "options": {}, "figures": {"x": []}}',
    ])
      expect(check(['--baseline', files.write('none.json', content)]).code).toBe(2);
  });

  test('an output never takes the place of the demands or the baseline', () => {
    const checks = demand({ assert: { tokens: '>=1' } });
    expect(check(['--checks', checks, '-o', checks]).code).toBe(2);
    expect(check(['--baseline', FILE, '-o', FILE]).code).toBe(2);
    expect(readFileSync(FILE, 'utf8')).toContain('baseline/1');
  });
});

describe('reporters', () => {
  const FAILING = ['--assert', 'tokens<=100', '--assert', 'warn:articles>=7', '--assert', 'articles>=1'];

  test('JUnit XML counts cases and failures', () => {
    const { stdout } = check([...FAILING, '--reporter', 'junit']);
    expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/u);
    expect(stdout).toContain('tests="3" failures="1" errors="0"');
    expect(stdout.match(/<testcase /gu)).toHaveLength(3);
    expect(stdout.match(/<failure message="tokens: wanted &lt;=100/gu)).toHaveLength(1);
  });

  test('several at once, some to files', () => {
    const { code, stdout } = check([
      ...FAILING,
      '--reporter',
      `table,junit:${files.path('out.xml')},markdown:${files.path('out.md')}`,
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^status/u);
    expect(stdout).not.toContain('<?xml');
    expect(readFileSync(files.path('out.xml'), 'utf8')).toContain('</testsuites>');
    expect(readFileSync(files.path('out.md'), 'utf8')).toMatch(/^\| status \|/u);
    expect(check([...FAILING, '--reporter', 'junti']).code).toBe(2);
    expect(check([...FAILING, '--reporter', 'junit:']).code).toBe(2);
  });

  test('GitHub gets annotations and a summary by itself, beside the results', () => {
    const summary = files.path('summary.md');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
    const { code, stdout, stderr } = check([...FAILING, '--json'], env);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).rows).toHaveLength(3);
    expect(stderr.split('\n').map(line => line.slice(0, 8))).toEqual(['::error ', '::warnin', '']);
    expect(stderr).toContain(`file=${CORPUS}/long.txt,line=1,title=rasid check%3A tokens::tokens: wanted <=100`);
    check(FAILING, env);
    expect(readFileSync(summary, 'utf8').match(/### rasid check/gu)).toHaveLength(2);
    expect(check([...FAILING, '--reporter', 'github'], env)).toMatchObject({
      stderr: '',
      stdout: expect.stringMatching(/^::error /u),
    });
    expect(existsSync(`${summary}.tmp`)).toBe(false);
  });

  test('names that look like commands or markup are text', () => {
    const evil = files.write('evil/x,y%0A::error::<b>&"\u001b[31m.txt', page(9));
    const { stdout } = rasid(['check', evil, '--assert', 'tokens<=1', '--reporter', 'github,junit,markdown,table']);
    expect(stdout.split('\n').filter(line => line.startsWith('::'))).toHaveLength(1);
    expect(stdout).not.toContain('\u001b');
    const marked = rasid(['check', evil, '--assert', 'tokens<=1', '--reporter', 'junit,markdown']).stdout;
    expect(marked).not.toContain('<b>');
    expect(stdout).toContain(
      `file=${evil.replace('\u001b', '<U+001B>').replaceAll('%', '%25').replaceAll(',', '%2C').replaceAll(':', '%3A')}`,
    );
  });
});

describe('--list-metrics', () => {
  test('names every figure, with values where there is a corpus', () => {
    const names = JSON.parse(rasid(['check', '--list-metrics', '--json']).stdout).rows.map(
      (row: { metric: string }) => row.metric,
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'tokens',
        'date.missing.percent',
        'timeline.dates',
        'files.unread',
        'keyword.WORD.perMillion',
      ]),
    );
    const listed = check(['--list-metrics', '--json']);
    const values = new Map(rows(listed).map(({ metric, value }) => [metric, value]));
    expect(values.get('articles')).toBe(6);
    const statistics = JSON.parse(rasid(['statistics', CORPUS, '--json']).stdout).rows as {
      metric: string;
      value: unknown;
    }[];
    for (const { metric, value } of statistics) expect([metric, values.get(metric)]).toEqual([metric, value]);
  });
});
