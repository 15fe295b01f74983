/** Counting by several workers gives the bytes that one gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rasidProcess } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

/** Fixtures twice, so that every article stands in two batches, and files that cannot be read among them. */
function withTwins(): string {
  const { folder, write } = scratch();
  for (const name of readdirSync('fixtures/corpus').slice(0, 14)) {
    const page = readFileSync(`fixtures/corpus/${name}`);
    write(`a-${name}`, page);
    write(`z-${name}`, page);
  }
  write('m-broken.txt', Buffer.from([0xd9, 0xff, 0xfe, 0x00, 0xc3]));
  write('n-records.ndjson', '{"id":"1","text":"قال الوزير إن القمة غدا"}\nno record\n');
  return folder;
}

const folder = withTwins();

describe('workers', () => {
  test.each([
    ['report'],
    ['keywords', '--top', '0'],
    ['entities', '--kinds', 'name,demonym,capital'],
    ['timeline', '--limit', '0', '--contains', 'وزير', '--keep-duplicates'],
  ])(
    'of %s change no byte',
    (command, ...options) => {
      const [one, two, four] = ['1', '2', '4'].map(jobs =>
        rasidProcess([command, folder, ...options, '--json', '--jobs', jobs]),
      );
      expect(one.code).toBe(3);
      expect(JSON.parse(one.stdout).errors).toHaveLength(2);
      expect(two).toEqual(one);
      expect(four).toEqual(one);
    },
    120_000,
  );

  test('are at least one', () => {
    const { code, stdout, stderr } = rasidProcess(['keywords', folder, '--jobs', '0']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('at least 1');
  });

  test('leave a wrong filter to the one that started them', () => {
    const { code, stdout, stderr } = rasidProcess(['report', folder, '--contains', ' ', '--jobs', '2']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
