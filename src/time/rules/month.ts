/** A month by itself: «يوليو 2021», «شهر رمضان», «في مارس», «يوليو/تموز الماضي». */
import { readTail } from '../phrases/date-tail.ts';
import { readMonth } from '../phrases/month.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { point, type Rule } from './rule.ts';

/** «مطلع شعبان»: after an edge even a personal name is a month. */
function isAfterEdge(view: TokenView, at: number): boolean {
  return !view.beginsLine(at) && view.senses(at - 1)?.edge !== undefined && (view.word(at)?.clitics ?? '') === '';
}

/** Words before which even «مارس» is a month: prepositions and edges. */
function isSupported(view: TokenView, at: number): boolean {
  const before = view.senses(at - 1);
  const roles = view.single(at - 1)?.senses.role ?? [];
  if (view.beginsLine(at)) return false;
  return (
    before?.edge !== undefined ||
    roles.some(role => ['in', 'since', 'to', 'within', 'between', 'before', 'after'].includes(role))
  );
}

const BLESSED: ReadonlySet<string> = new Set(['المبارك', 'الكريم', 'الفضيل', 'الأبرك', 'المعظم', 'الحرام']);

export const month: Rule = {
  name: 'month',
  wakes: Wake.Month | Wake.MonthHead,
  read(view, at) {
    const read = readMonth(view, at);
    if (!read) return null;
    const blessed = read.value.calendar === 'hijri' && BLESSED.has(view.form(read.end)) ? 1 : 0;
    const tail = readTail(view, read.end + blessed);
    const { weak, calendar } = read.value;
    const proved = read.head || read.doubled || blessed > 0 || tail.end > read.end + blessed;
    const ramadan = calendar === 'hijri' && read.value.number === 9 && weak === undefined;
    if (!proved && (weak !== undefined || ramadan)) {
      const clitic = view.single(at)?.clitics ?? '';
      if ((weak === 'name' && !isAfterEdge(view, at)) || (!isSupported(view, at) && !'بل'.includes(clitic || 'x')))
        return null;
    }
    if (calendar === 'hijri' && !proved && !isSupported(view, at)) return null;
    if (read.value.system === 'english' && tail.value.year === undefined) return null;
    return point(at, tail.end, {
      month: read.value.number,
      ...tail.value,
      system: read.value.system,
      ...(calendar === 'hijri' && { calendar }),
    });
  },
};
