/**
 * What stands behind «إقرأ أيضاً:» alone on its line: a whole article, a list of headlines, or one headline set into the
 * running text, after which the article goes on.
 */
import { isParagraph } from './lines.ts';
import { type Page, sharedStems, stemsOf } from './page.ts';

/** How many lines behind the label are looked at. */
const LOOK_AHEAD = 40;
/** Stems that a headline shares with the paragraph that tells its story. */
const SAME_STORY = 2;

/** Plain lines between the label at `label` and the first paragraph behind it; the paragraph's index, or -1. */
function linesBehind(page: Page, label: number): { heads: number[]; paragraph: number } {
  const heads: number[] = [];
  for (let i = label + 1; i < page.lines.length && i <= label + LOOK_AHEAD; i++) {
    const { finding, shape } = page.lines[i];
    if (finding?.label?.opens && finding.alone) break;
    if (finding) continue;
    if (isParagraph(shape) && !shape.bulleted) return { heads, paragraph: i };
    heads.push(i);
  }
  return { heads, paragraph: -1 };
}

/**
 * What the label at line `label` opens. After a source, tags or sign-off (`ended`) an article; otherwise only when a
 * headline behind the label speaks of what the paragraph behind it tells.
 */
export function opensArticle(page: Page, label: number, ended: boolean): 'article' | 'headlines' | 'nothing' {
  const { heads, paragraph } = linesBehind(page, label);
  if (paragraph < 0) return heads.length > 0 ? 'headlines' : 'nothing';
  if (heads.some(head => page.lines[head].shape.bulleted)) return 'headlines';
  if (heads.length === 0) return ended ? 'article' : 'nothing';
  if (ended && heads.length === 1) return 'article';
  const told = stemsOf(page, page.lines[paragraph]);
  const isOfStory = (head: number): boolean => sharedStems(stemsOf(page, page.lines[head]), told) >= SAME_STORY;
  return heads.some(isOfStory) ? 'article' : 'headlines';
}
