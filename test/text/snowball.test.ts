import { stemmer } from '@orama/stemmers/arabic';
import { describe, expect, it } from 'vitest';
import { SNOWBALL } from '../../src/text/snowball.ts';
import { readTable } from '../examples/read-table.ts';

describe('SNOWBALL', () => {
  it('is the published stemmer on every example', () => {
    for (const [form] of readTable('lemmas')) expect(SNOWBALL.analyse(form).lemma).toBe(stemmer(form));
  });

  it('leaves broken plurals apart, which light joins', () => {
    expect(SNOWBALL.analyse('وزراء').lemma).not.toBe(SNOWBALL.analyse('وزير').lemma);
  });
});
