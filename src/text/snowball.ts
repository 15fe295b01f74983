/**
 * `--stem snowball`: the Snowball Arabic stemmer (snowballstem.org), by way of `@orama/stemmers`, which agrees with it
 * on every word of its reference list. Offered for comparison with other tools; its stems are no words.
 */
import { stemmer } from '@orama/stemmers/arabic';
import type { Stemmer } from './stemmer.ts';

export const SNOWBALL: Stemmer = {
  name: 'snowball',
  analyse: form => ({ lemma: stemmer(form), origin: 'rule', pos: undefined, start: 0, end: form.length, cost: 0 }),
};
