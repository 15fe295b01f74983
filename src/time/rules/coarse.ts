/** Decades, centuries, quarters, halves and seasons. The year of a quarter or season is joined to it afterwards. */
import type { Direction } from '../expression.ts';
import { readDirection, stepsOf } from '../phrases/direction.ts';
import { type Read, readNumberWords, readOrdinal } from '../phrases/number.ts';
import { readEra } from '../phrases/year.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { point, type Rule } from './rule.ts';

type CenturyFields = {
  readonly century?: number;
  readonly shift?: { unit: 'CE'; amount: number };
  readonly bc?: true;
  readonly calendar?: 'hijri';
};

function centuryNumber(view: TokenView, at: number): Read<number> | null {
  const from = view.form(at) === '\u0627\u0644' && view.number(at + 1) > 0 ? at + 1 : at;
  if (view.number(from) > 0 && view.number(from) <= 30) return { value: view.number(from), end: from + 1 };
  const ordinal = readOrdinal(view, from);
  if (ordinal && view.single(from)?.definite) return ordinal;
  const words = readNumberWords(view, from);
  return words && words.value <= 30 && view.single(from)?.definite ? words : null;
}

/** «القرن العشرين», «القرن الماضي», «القرن الـ19», «القرن الخامس قبل الميلاد». */
function readCentury(view: TokenView, at: number): Read<CenturyFields> | null {
  if (view.single(at)?.senses.century === undefined || view.beginsLine(at + 1)) return null;
  const direction = readDirection(view, at + 1);
  if (direction)
    return { value: { shift: { unit: 'CE', amount: stepsOf(direction.value as Direction) } }, end: direction.end };
  const number = centuryNumber(view, at + 1);
  if (!number) return null;
  const era = readEra(view, number.end, number.value);
  return {
    value: {
      century: number.value,
      ...(era.value.bc && { bc: true as const }),
      ...(era.value.calendar && { calendar: 'hijri' as const }),
    },
    end: era.end,
  };
}

export const century: Rule = {
  name: 'century',
  wakes: Wake.Century,
  read(view, at) {
    const read = readCentury(view, at);
    return read && point(at, read.end, read.value);
  },
};

const DEGREES = 6;

/** «درجات حرارة في بداية الثلاثينات»: the thermometer. */
function isTemperature(view: TokenView, at: number): boolean {
  for (let i = at - 1; i >= at - DEGREES && !view.beginsLine(i + 1); i--)
    if (view.single(i)?.senses.degree !== undefined) return true;
  return view.single(at + 1)?.senses.degree !== undefined;
}

/** «في الثلاثينيات من عمره»: an age. */
function isAge(view: TokenView, at: number): boolean {
  return view.senses(at)?.ageAfter !== undefined || (view.is(at, 'of') && view.senses(at + 1)?.ageAfter !== undefined);
}

export const decade: Rule = {
  name: 'decade',
  wakes: Wake.Decade | Wake.DecadeHead,
  read(view, at) {
    const head = view.single(at)?.senses.unit?.startsWith('DE.1') || view.single(at)?.senses.unit === 'Y.n' ? 1 : 0;
    const word = view.single(at + head);
    if (word?.senses.decade === undefined || (head === 1 && (word.clitics !== '' || view.beginsLine(at + 1))))
      return null;
    const end = at + head + 1;
    if (isAge(view, end) || isTemperature(view, at)) return null;
    const from = view.is(end, 'of') ? end + 1 : end;
    const read = view.beginsLine(from) || (view.single(from)?.clitics ?? '') !== '' ? null : readCentury(view, from);
    const tens = word.senses.decade;
    if (!read) return point(at, end, { decade: tens });
    return point(at, read.end, { decade: tens, ...read.value });
  },
};

const LAST_OF: Readonly<Record<string, number>> = { Q: 4, H: 2 };
/** «النصف الأول» is half a match and «الفصل الأول» a chapter, unless «من العام» follows. */
const QUARTER = '\u0627\u0644\u0631\u0628\u0639'; // الربع

export const fraction: Rule = {
  name: 'fraction',
  wakes: Wake.Fraction,
  read(view, at) {
    const word = view.single(at);
    const kind = word?.senses.fraction;
    const ordinal = kind === undefined || view.beginsLine(at + 1) ? null : readOrdinal(view, at + 1);
    if (kind !== undefined && word?.definite && kind !== 'T') {
      const direction = readDirection(view, at + 1);
      if (kind === 'Q' && direction && direction.value !== 'last')
        return point(at, direction.end, { quarter: 0, direction: direction.value });
      const last =
        ordinal === null && direction?.value === 'last' ? { value: LAST_OF[kind], end: direction.end } : ordinal;
      if (!last || last.value > LAST_OF[kind] || view.single(at + 1)?.clitics !== '') return null;
      const found = point(at, last.end, kind === 'Q' ? { quarter: last.value } : { half: last.value });
      const sure = kind === 'Q' && view.words.vocabulary.form(view.tokens.types[at]).endsWith(QUARTER);
      return sure ? found : { ...found, weak: true };
    }
    return null;
  },
};

export const season: Rule = {
  name: 'season',
  wakes: Wake.Season | Wake.This,
  read(view, at) {
    const from = view.single(at)?.senses.this === 'present' ? at + 1 : at;
    const word = view.single(from);
    if (word?.senses.season === undefined || (from > at && (word.clitics !== '' || view.beginsLine(from)))) return null;
    const direction = word.definite ? readDirection(view, from + 1) : null;
    const pointed = direction ?? (from > at ? { value: 'present' as const, end: from + 1 } : null);
    if (pointed && pointed.value !== 'new')
      return point(at, pointed.end, { season: word.senses.season, direction: pointed.value });
    return { ...point(at, from + 1, { season: word.senses.season }), weak: true };
  },
};
