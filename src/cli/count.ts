/** Counting by itself, apart from how its outcome is shown: so that it can be done in one piece or by workers in several. */

import type { FoundFile } from '../corpus/names.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Options } from './options.ts';
import type { Part } from './part.ts';
import type { Harvest, Visit } from './run.ts';

/** What is fed article by article, and can be joined with its like: one or more aggregates. */
export interface Count {
  add(visit: Visit): void;
  /** Plain data that survives structured cloning. */
  partial(): unknown;
  /** Takes what {@link partial} of a count of other articles gave. */
  merge(other: unknown): void;
}

/** What counts of one run share: they are made over one vocabulary. */
export interface Counting {
  readonly vocabulary: Vocabulary;
  readonly count: () => Count;
}

/** What a worker is started with. */
export interface Task {
  readonly command: string;
  readonly options: Options;
}

/** What a worker is handed: files, and the hashes of bodies that earlier batches have. */
export interface Batch {
  readonly files: readonly FoundFile[];
  readonly known: readonly number[];
}

/** What a worker sends of a batch. */
export interface Outcome {
  readonly part: Part;
  readonly harvest: Harvest;
  /** Hashes of the bodies that the batch has first, for finding duplicates between batches. */
  readonly bodies: readonly number[];
}
