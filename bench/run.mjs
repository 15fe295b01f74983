/**
 * The speed suite: our commands and public peers side by side on a generated corpus, then the planted counts.
 *
 *     npm run bench -- [--mb 50] [--files N] [--seed 1] [--rounds 3] [--keep] [--no-peers] [--no-check]
 *
 * Prints Markdown. Exit code 1 when a planted count differs; a missed goal is only marked.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPlanted } from './correctness.mjs';
import { generate } from './generate.mjs';
import { goalRow, goalsOf, ratiosOf } from './goals.mjs';
import { interleave, measure, requireTime } from './measure.mjs';
import { ours } from './ours.mjs';
import { PEERS } from './peers/index.mjs';
import { markdownTable } from './table.mjs';

const COMMANDS = ['keywords', 'entities', 'timeline', 'report'];

function say(line) {
  process.stderr.write(`${line}\n`);
}

function settings() {
  const { values } = parseArgs({
    options: {
      mb: { type: 'string', default: '50' },
      files: { type: 'string' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '3' },
      keep: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: true },
      check: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const mb = Number(values.mb);
  return {
    ...values,
    mb,
    files: values.files === undefined ? Math.round(mb * 180) : Number(values.files),
    seed: Number(values.seed),
    rounds: Number(values.rounds),
  };
}

/** Our commands that run on this build; one that fails is told and left out. */
function ourPrograms(folder) {
  return COMMANDS.map(command => ({ name: `rasid ${command}`, share: 1, command: ours(command, folder) })).filter(
    program => {
      try {
        measure(program.command);
        return true;
      } catch (error) {
        say(`left out: ${program.name}: ${error.message}`);
        return false;
      }
    },
  );
}

function peerPrograms(folder, scratch) {
  const programs = [];
  for (const { name, sample = 1, prepare } of PEERS) {
    const { missing, ...program } = prepare(folder, scratch, sample);
    if (missing) say(`left out: ${name}: ${missing}`);
    else programs.push({ name, share: sample, ...program });
  }
  return programs;
}

/** Figures of the whole corpus: those of a sample divided by its share (memory stays as measured). */
function scaled(figures, programs) {
  for (const { name, share } of programs) {
    const figure = figures.get(name);
    figures.set(name, { cpu: figure.cpu / share, wall: figure.wall / share, memory: figure.memory, share });
  }
  return figures;
}

function speedTable(figures, mb) {
  const head = ['program', 'CPU s', 'wall s', 'MB per CPU s', 'memory MB', 'CPU / Lucene', 'CPU / wc'];
  const rows = [...figures].map(([name, { cpu, wall, memory, share }]) => [
    share < 1 ? `${name} (from a sample of ${share * 100} %)` : name,
    cpu.toFixed(2),
    wall.toFixed(2),
    (mb / cpu).toFixed(1),
    memory.toFixed(0),
    ...ratiosOf(figures, name),
  ]);
  return markdownTable(head, rows);
}

function checkTable({ checked, differences }) {
  if (differences.length === 0) return `Planted counts: ${checked} compared, all exact.`;
  const rows = differences.slice(0, 40).map(({ what, expected, found }) => [what, expected, found]);
  const more = differences.length > rows.length ? `\n\n… and ${differences.length - rows.length} more.` : '';
  const head = `Planted counts: ${checked} compared, **${differences.length} differ**.`;
  return `${head}\n\n${markdownTable(['count', 'planted', 'found'], rows)}${more}`;
}

function main() {
  const { mb, files, seed, rounds, keep, peers, check } = settings();
  requireTime();
  const scratch = mkdtempSync(join(tmpdir(), 'rasid-bench-'));
  try {
    say(`generating ${mb} MB in ${files} files: ${scratch}`);
    const manifest = generate({ mb, files, seed, out: scratch });
    const folder = join(scratch, 'pages');
    const programs = [...ourPrograms(folder), ...(peers ? peerPrograms(folder, scratch) : [])];
    const figures = scaled(
      interleave(programs, rounds, (name, round) => say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${name}`)),
      programs,
    );
    const machine = `${cpus().length} cores (${cpus()[0].model}), Node ${process.versions.node}`;
    const corpus = `${mb} MB, ${files} files, ${manifest.words} words counted, seed ${seed}`;
    process.stdout.write(`${corpus}; ${machine}; medians of ${rounds} interleaved runs.\n\n`);
    process.stdout.write(`${speedTable(figures, mb)}\n\n`);
    process.stdout.write(`${markdownTable(['goal', 'limit', 'value', ''], goalsOf(figures, mb).map(goalRow))}\n\n`);
    if (check) {
      const outcome = checkPlanted(folder, manifest);
      process.stdout.write(`${checkTable(outcome)}\n`);
      if (outcome.differences.length > 0) process.exitCode = 1;
    }
  } finally {
    if (keep) say(`kept: ${scratch}`);
    else rmSync(scratch, { recursive: true });
  }
}

main();
