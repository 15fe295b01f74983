/** Counting by itself, apart from how its outcome is shown: so that it can be done in one piece or by workers in several. */

import type { FoundFile } from '../corpus/names.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Options } from './options.ts';
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

/** A count of some articles. It survives JSON and structured cloning. */
export interface Part {
  readonly schema: number;
  /** Hash of the command and of everything besides the texts that its figures depend on. */
  readonly settings: string;
  /** Documents that were read for it. */
  readonly documents: number;
  /** What the count's `partial` gave. */
  readonly counts: unknown;
}

/** What a worker sends of a batch. */
export interface Outcome {
  readonly part: Part;
  readonly harvest: Harvest;
  /** Hashes of the bodies that the batch has first, for finding duplicates between batches. */
  readonly bodies: readonly number[];
}
