/**
 * Start-up: `--help` and a report of five small pages against an empty Node program, by wall clock.
 *
 *     node bench/startup.mjs [--rounds 21]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';
import { goalRow } from './goals.mjs';
import { median } from './measure.mjs';
import { ours, RASID } from './ours.mjs';
import { markdownTable } from './table.mjs';

function milliseconds([program, ...args]) {
  const start = process.hrtime.bigint();
  const run = spawnSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (run.status !== 0) throw new Error(`${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
  return elapsed;
}

/** Medians in milliseconds by name, every round running each program once. */
function medians(programs, rounds) {
  const times = new Map(programs.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, command] of programs) {
      const elapsed = milliseconds(command);
      if (round > 0) times.get(name).push(elapsed);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

function main() {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '21' } } });
  const scratch = mkdtempSync(join(tmpdir(), 'rasid-bench-'));
  try {
    generate({ mb: 0.03, files: 5, out: scratch });
    const found = medians(
      [
        ['node -e 0', ['node', '-e', '0']],
        ['rasid --help', ['node', RASID, '--help']],
        ['rasid report, five pages', ours('report', join(scratch, 'pages'))],
      ],
      Number(values.rounds),
    );
    const base = found.get('node -e 0');
    const rows = [...found].map(([name, time]) => [name, time.toFixed(1), (time - base).toFixed(1)]);
    const goals = [
      { goal: '--help over node -e 0, ms', limit: 25, value: found.get('rasid --help') - base },
      { goal: 'five-page report over node -e 0, ms', limit: 60, value: found.get('rasid report, five pages') - base },
    ];
    process.stdout.write(`${markdownTable(['program', 'wall ms', 'over node -e 0'], rows)}\n\n`);
    process.stdout.write(`${markdownTable(['goal', 'limit', 'value', ''], goals.map(goalRow))}\n`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

main();
