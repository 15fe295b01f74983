/** What the project depends on: names on a list, exact versions, no install scripts but one, nothing at run time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/program.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json'));

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const locked = Object.entries(JSON.parse(read('package-lock.json')).packages as Record<string, Locked>).filter(
  ([path]) => path !== '',
);

/** Direct dependencies, each with its reason in docs/house.md. A new one is added here by a person who has looked at it. */
const ALLOWED = [
  '@biomejs/biome',
  '@mozilla/readability',
  '@orama/stemmers',
  '@types/node',
  '@vitest/coverage-v8',
  'ajv',
  'chalk',
  'cli-table3',
  'commander',
  'esbuild',
  'fast-check',
  'fast-glob',
  'knip',
  'linkedom',
  'natural',
  'typescript',
  'valibot',
  'vitest',
];

/** Packages that may run a script when they are installed. fsevents is optional and of macOS alone. */
const SCRIPTS = new Set(['esbuild', 'fsevents']);
/** Names that are not what they seem: in no registry, or one letter from a known one. */
const LOOK_ALIKES =
  /^(?:arabic-stemmer-ts|arabic-stemmer|natural-js|naturals|chalk-cli|commanderjs|cli-table4|valibot-js|esbuild-js|fastglob|linkedom-js|vitests)$/u;

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

describe('dependencies', () => {
  test('none at run time: everything is bundled', () => {
    for (const field of [
      'dependencies',
      'optionalDependencies',
      'peerDependencies',
      'bundleDependencies',
      'bundledDependencies',
    ])
      expect(manifest[field] ?? {}).toEqual({});
  });

  test('direct ones are those of the list', () => {
    expect(Object.keys(manifest.devDependencies).sort()).toEqual(ALLOWED);
  });

  test('versions are exact, and the lockfile has them', () => {
    const versions = new Map(locked.map(([path, { version }]) => [path, version]));
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u);
      expect(versions.get(`node_modules/${name}`), name).toBe(version);
    }
  });

  test('every package of the lockfile has a checksum and comes from the registry', () => {
    for (const [path, { integrity, resolved, link }] of locked) {
      expect(link, path).toBeUndefined();
      expect(integrity, path).toMatch(/^sha512-/u);
      if (resolved !== undefined) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//u);
    }
  });

  test('only esbuild runs a script when it is installed', () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(scripted.filter(name => !SCRIPTS.has(name))).toEqual([]);
  });

  test('no name is one that is not what it seems', () => {
    expect(locked.map(([path]) => nameOf(path)).filter(name => LOOK_ALIKES.test(name))).toEqual([]);
  });

  test('our own scripts run nothing when the package is installed', () => {
    expect(Object.keys(manifest.scripts).filter(name => /^(?:pre|post)?install$/u.test(name))).toEqual([]);
    const npmrc = read('.npmrc');
    for (const line of ['save-exact=true', 'engine-strict=true', 'omit-lockfile-registry-resolved=true'])
      expect(npmrc).toContain(line);
  });

  test('docs/house.md names those that are bundled or build', () => {
    const house = read('docs/house.md');
    for (const name of ['commander', 'chalk', 'cli-table3', 'fast-glob', 'natural', 'valibot', 'esbuild'])
      expect(house).toContain(name);
  });
});
