/**
 * Cost curves: CPU time and memory of `keywords` and `report` against the size of the text and the number of files.
 *
 *     node bench/curves.mjs [--rounds 1] [--seed 1] [--largest 200]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';
import { interleave, requireTime } from './measure.mjs';
import { ours } from './ours.mjs';
import { markdownTable } from './table.mjs';

const COMMANDS = ['keywords', 'report'];
/** Articles of real size: 180 files per MB. */
const SIZES = [12.5, 25, 50, 100, 200].map(mb => ({ mb, files: mb * 180 }));
/** The same amount of text in more and more files. */
const COUNTS = [100, 1000, 10_000, 40_000].map(files => ({ mb: 25, files }));

function measureAt({ mb, files }, seed, rounds) {
  const scratch = mkdtempSync(join(tmpdir(), 'rasid-bench-'));
  try {
    process.stderr.write(`${mb} MB in ${files} files\n`);
    generate({ mb, files, seed, out: scratch });
    const folder = join(scratch, 'pages');
    const figures = interleave(
      COMMANDS.map(command => ({ name: command, command: ours(command, folder) })),
      rounds,
    );
    const cells = COMMANDS.flatMap(command => {
      const { cpu, wall, memory } = figures.get(command);
      return [cpu.toFixed(2), wall.toFixed(2), memory.toFixed(0)];
    });
    return [mb, files, ...cells];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function main() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      largest: { type: 'string', default: '200' },
    },
  });
  requireTime();
  const head = ['MB', 'files', ...COMMANDS.flatMap(name => [`${name}: CPU s`, 'wall s', 'memory MB'])];
  for (const points of [SIZES.filter(({ mb }) => mb <= Number(values.largest)), COUNTS]) {
    const rows = points.map(point => measureAt(point, Number(values.seed), Number(values.rounds)));
    process.stdout.write(`${markdownTable(head, rows)}\n\n`);
  }
}

main();
