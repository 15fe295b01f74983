/** Pages in the form of real ones: headline, date line, headline again, body, source, tags, sometimes a related article. */
import { publicationDay, publicationStamp } from './dates.mjs';
import { SentenceWriter } from './sentence.mjs';

const SOURCES = ['بوابة الأفق', 'صحيفة المرصد', 'شبكة الضفاف', 'موقع السنديان'];
const WORD = /[\p{L}\p{M}]+/gu;

/** Body paragraphs of at least `bytes` UTF-8 bytes (at least one), of one or two sentences. */
function paragraphs(writer, random, bytes) {
  const lines = [`${writer.lead()} ${writer.sentence()}`];
  let size = Buffer.byteLength(lines[0]);
  while (size < bytes) {
    const line = random.chance(0.6) ? writer.sentence() : `${writer.sentence()} ${writer.sentence()}`;
    lines.push(line);
    size += Buffer.byteLength(line) + 1;
  }
  return lines;
}

function wordsIn(lines) {
  return lines.reduce((sum, line) => sum + (line.match(WORD)?.length ?? 0), 0);
}

function relatedArticle({ words, random, seed }, bytes) {
  const writer = new SentenceWriter({ words, random, seed, ledger: null, published: null });
  return ['إقرأ أيضاً:', writer.headline(), ...paragraphs(writer, random, bytes)];
}

/** One page of about `bytes` UTF-8 bytes; what its main article holds goes into the ledger. */
export function writePage({ words, random, ledger, seed, bytes }) {
  const published = random.chance(0.75) ? publicationDay(random) : null;
  const writer = new SentenceWriter({ words, random, ledger, published, seed });
  const related = bytes > 2500 && random.chance(0.4) ? 0.3 : 0;
  const title = writer.headline();
  const body = paragraphs(writer, random, bytes * (1 - related) - 500);
  ledger.articles++;
  ledger.words += wordsIn([title, ...body]);

  const lines = [title];
  if (published !== null) lines.push(`تاريخ النشر: ${publicationStamp(published)}`);
  if (random.chance(0.5)) lines.push(title);
  lines.push(...body);
  if (random.chance(0.8)) lines.push(`المصدر: ${random.pick(SOURCES)}`);
  if (random.chance(0.7)) lines.push(`كلمات دلالية: ${title}`);
  if (related > 0) lines.push(...relatedArticle({ words, random, seed }, bytes * related));
  else if (random.chance(0.1)) lines.push('اترك تعليقاً', 'تم إضافة تعليقك بنجاح!');
  return `${lines.join('\n')}\n`;
}
