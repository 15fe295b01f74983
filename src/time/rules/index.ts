/**
 * The rules, in order. Where several read at one place the longest wins; of equally long ones the earlier in this list.
 * Names come first, so that «14 آذار» is a party before it is a day; ranges before the dates they are made of; the
 * forms that say most before those that say less.
 */
import { blocked } from './blocked.ts';
import { clock } from './clock.ts';
import { century, decade, fraction, season } from './coarse.ts';
import { dayMonth } from './day-month.ts';
import { duration } from './duration.ts';
import { month } from './month.ts';
import { named, vague } from './named.ts';
import { numericDate } from './numeric-date.ts';
import { offset } from './offset.ts';
import { figureRange, weekdayRange } from './paired-days.ts';
import { partOfDay } from './part-of-day.ts';
import { edge, period } from './period.ts';
import { dayRange, yearRange } from './range.ts';
import { relativeDay } from './relative-day.ts';
import type { Rule } from './rule.ts';
import { set } from './set.ts';
import { weekday } from './weekday.ts';
import { bareYear, headedYear } from './year.ts';

export const RULES: readonly Rule[] = [
  blocked,
  named,
  vague,
  yearRange,
  figureRange,
  numericDate,
  weekdayRange,
  dayRange,
  dayMonth,
  month,
  weekday,
  relativeDay,
  clock,
  period,
  edge,
  offset,
  set,
  century,
  decade,
  fraction,
  season,
  headedYear,
  bareYear,
  duration,
  partOfDay,
];
