/** Correctness at scale: what was planted against what the program finds. */
import { spawnSync } from 'node:child_process';
import { RASID } from './ours.mjs';

/** A count that differs: `{what, expected, found}`. */
function compare(what, expected, found, differences) {
  for (const key of new Set([...Object.keys(expected), ...found.keys()])) {
    const [planted, counted] = [expected[key] ?? 0, found.get(key) ?? 0];
    if (planted !== counted) differences.push({ what: `${what} ${key}`, expected: planted, found: counted });
  }
}

function tally(lines, keyOf) {
  const counts = new Map();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function* records(output) {
  let start = 0;
  for (let end = output.indexOf('\n'); end >= 0; end = output.indexOf('\n', start)) {
    if (end > start) yield JSON.parse(output.slice(start, end));
    start = end + 1;
  }
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RASID, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}

/** Mentions of `entities --mentions`, by type and id (countries with their kind). */
function checkEntities(folder, manifest, differences) {
  const kinds = 'name,demonym,capital,territory,city';
  const output = run('entities', folder, '--mentions', '--format', 'ndjson', '--kinds', kinds);
  const mentions = [...records(output)];
  const expected = {};
  for (const [id, counts] of Object.entries(manifest.countries)) {
    for (const [kind, count] of Object.entries(counts)) expected[`${id} ${kind}`] = count;
  }
  const of = (type, keyOf) => tally(mentions, mention => (mention.type === type ? keyOf(mention) : null));
  compare(
    'country',
    expected,
    of('country', mention => `${mention.id} ${mention.kind}`),
    differences,
  );
  compare(
    'alliance',
    manifest.alliances,
    of('alliance', mention => mention.id),
    differences,
  );
  compare(
    'minister',
    manifest.ministers,
    of('minister', mention => String(mention.id)),
    differences,
  );
  return Object.keys(expected).length + Object.keys(manifest.alliances).length + Object.keys(manifest.ministers).length;
}

/** Rows of `entities --json`: the same totals as the mentions, by the counting path. */
function checkTotals(folder, manifest, differences) {
  const { corpus, rows } = JSON.parse(
    run('entities', folder, '--json', '--top', '0', '--kinds', 'name,demonym,capital,territory,city'),
  );
  const found = tally([], () => null);
  for (const row of rows) found.set(`${row.type} ${row.id}`, row.mentions);
  const expected = {};
  for (const [id, kinds] of Object.entries(manifest.countries)) {
    expected[`country ${id}`] = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  }
  for (const [id, count] of Object.entries(manifest.alliances)) expected[`alliance ${id}`] = count;
  for (const [id, count] of Object.entries(manifest.ministers)) expected[`minister ${id}`] = count;
  compare('total', expected, found, differences);
  compare(
    'corpus',
    { articles: manifest.articles, tokens: manifest.words },
    new Map([
      ['articles', corpus.articles],
      ['tokens', corpus.tokens],
    ]),
    differences,
  );
  return Object.keys(expected).length + 2;
}

function checkDates(folder, manifest, differences) {
  const output = run('timeline', folder, '--mentions', '--format', 'ndjson');
  const found = tally(records(output), mention => mention.value);
  compare('date', manifest.dates, found, differences);
  return Object.keys(manifest.dates).length;
}

/**
 * Compares every planted count with what `entities` and `timeline` say. A command that fails counts as one difference.
 *
 * @returns `{checked, differences}`: the number of counts compared and those that differ
 */
export function checkPlanted(folder, manifest) {
  const differences = [];
  let checked = 0;
  for (const check of [checkEntities, checkTotals, checkDates]) {
    try {
      checked += check(folder, manifest, differences);
    } catch (error) {
      differences.push({ what: `${check.name}: ${error.message.split('\n')[0]}`, expected: '', found: '' });
    }
  }
  return { checked, differences };
}
