// Called by the build: runs the built program on the fixtures and keeps what the engine compiled beside it.
import { writeFileSync } from 'node:fs';
import { CACHE_PATH, main, script } from '../dist/rasid.cjs';

const CALLS = [
  ['--help'],
  ['report', 'fixtures/corpus'],
  ['report', 'fixtures/corpus', '--format', 'json'],
  ['keywords', 'fixtures/corpus'],
  ['entities', 'fixtures/corpus'],
  ['timeline', 'fixtures/corpus'],
];

process.stdout.setMaxListeners(0);
for (const args of CALLS) await main(args);
writeFileSync(CACHE_PATH, script.createCachedData());
process.exitCode = 0;
