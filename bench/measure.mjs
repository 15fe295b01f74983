/** Measuring whole processes: CPU, wall clock and peak memory as GNU time reports them. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIME = '/usr/bin/time';

/** The middle value; of an even number the lower middle. */
export function median(values) {
  return [...values].sort((left, right) => left - right)[(values.length - 1) >> 1];
}

/** True when a program is on the PATH. */
export function isInstalled(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** Throws when GNU time, by which everything is measured, is not installed. */
export function requireTime() {
  if (spawnSync(TIME, ['--version']).status !== 0)
    throw new Error(`${TIME} (GNU time) is missing: apt-get install time`);
}

/**
 * Runs a command to its end with its output in a file.
 *
 * @returns `{cpu, wall, memory, output}`: user and system seconds of the process and its children, elapsed seconds, the
 * largest resident set of any one process in MB (1e6 bytes), and what it printed. Throws when the command fails.
 */
export function measure([program, ...args], environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rasid-bench-run-'));
  const file = openSync(join(folder, 'output'), 'w');
  try {
    const run = spawnSync(TIME, ['-f', '%U %S %e %M', '-o', join(folder, 'time'), program, ...args], {
      stdio: ['ignore', file, 'pipe'],
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
    const [user, system, wall, kilobytes] = readFileSync(join(folder, 'time'), 'utf8').trim().split(' ').map(Number);
    const output = readFileSync(join(folder, 'output'), 'utf8');
    return { cpu: user + system, wall, memory: (kilobytes * 1024) / 1e6, output };
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs commands in turns, `rounds` times, the first turn thrown away, so that a slow minute of the machine meets all.
 *
 * @param programs list of `{name, command, environment?}`
 * @returns a map from name to the medians `{cpu, wall, memory}`
 */
export function interleave(programs, rounds, onRun = () => {}) {
  const runs = new Map(programs.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, command, environment } of programs) {
      onRun(name, round);
      const { cpu, wall, memory } = measure(command, environment);
      if (round > 0) runs.get(name).push({ cpu, wall, memory });
    }
  }
  const middle = (list, field) => median(list.map(run => run[field]));
  return new Map(
    [...runs].map(([name, list]) => [
      name,
      { cpu: middle(list, 'cpu'), wall: middle(list, 'wall'), memory: middle(list, 'memory') },
    ]),
  );
}
