/**
 * The way down a page, line by line: which section a line stands in, and which article. Conservative: a line that no
 * rule claims is body.
 */

import type { Finding } from './findings.ts';
import { decideFront, type FrontDecisions, firstParagraph } from './front.ts';
import { isParagraph } from './lines.ts';
import type { Decision, Page, PageLine } from './page.ts';
import { opensArticle } from './related.ts';

type Section = 'front' | 'body' | 'headlines' | 'values' | 'comments';

/** Most lines that a list of tags, and most that an unbulleted list of headlines, is believed to have. */
const MOST_TAGS = 40;
const MOST_HEADLINES = 40;

class Walk {
  readonly decisions: Decision[] = [];
  readonly #page: Page;
  #section: Section = 'front';
  #article = 0;
  #articles = 0;
  #front: FrontDecisions;
  /** Index of the first paragraph of the article at hand. */
  #paragraph: number;
  /** A source, tags or a sign-off has closed the article. */
  #ended = false;
  /** What the lines of section `values` are values of, and how many there have been. */
  #values: { readonly finding: Finding; lines: number } | undefined;
  #listed = 0;

  constructor(page: Page) {
    this.#page = page;
    this.#paragraph = firstParagraph(page, 0, page.lines.length);
    this.#front = decideFront(page, 0, this.#paragraph, page.lines.length);
  }

  step(at: number): void {
    const line = this.#page.lines[at];
    if (this.#section === 'front' && at >= this.#paragraph) this.#section = 'body';
    if (line.finding && this.#counts(line.finding, at)) this.#found(line, line.finding, at);
    else this.#plain(line, at);
  }

  #decide(part: Decision['part'], rule: string, article = this.#article): void {
    this.decisions.push({ part, rule, article });
  }

  /** Whether a finding counts where it stands. */
  #counts(finding: Finding, at: number): boolean {
    if (finding.where === 'anywhere') return true;
    if (finding.where === 'front') return this.#section === 'front' || this.#ended;
    return this.#section !== 'body' || this.#ended || at === this.#paragraph;
  }

  #found(line: PageLine, finding: Finding, at: number): void {
    const effect = finding.label?.opens;
    if (this.#section === 'comments' && effect === undefined) return this.#decide('furniture', 'comments', 0);
    if (effect === 'related' && finding.alone) return this.#related(finding, at);
    if (effect === 'headlines' && finding.alone) return this.#list(finding, at);
    if (effect === 'comments') return this.#comments(finding, at);
    if (finding.part === 'date' && this.#isVisit(line, finding, at)) return this.#decide('furniture', 'page-view-date');
    this.#decide(finding.part, finding.rule);
    this.#values =
      finding.alone && (effect === 'values' || effect === 'value' || finding.part === 'date')
        ? { finding, lines: 0 }
        : undefined;
    if (this.#values) this.#section = 'values';
    else if (this.#section !== 'front' && this.#section !== 'headlines') this.#section = 'body';
    if ((finding.part === 'source' || finding.part === 'tags') && at > this.#paragraph) this.#ended = true;
  }

  /** A date above the headline, with weekday or month in words and no hour: the day of the visit, not of the article. */
  #isVisit(line: PageLine, finding: Finding, at: number): boolean {
    if (this.#section !== 'front' || finding.rule === 'published') return false;
    const before = [...this.#front].every(([index, { part }]) => part !== 'title' || index > at);
    const hasTitle = [...this.#front.values()].some(({ part }) => part === 'title');
    if (!before || !hasTitle) return false;
    return (
      finding.rule === 'updated' || (line.shape.words >= 1 && !this.#page.text.slice(line.from, line.to).includes(':'))
    );
  }

  #related(finding: Finding, at: number): void {
    const kind = opensArticle(this.#page, at, this.#ended);
    if (kind !== 'article') {
      this.#decide('furniture', `${finding.rule}-label`, this.#article);
      if (kind === 'headlines') this.#openList();
      return;
    }
    this.#decide('furniture', `${finding.rule}-label`, 0);
    this.#article = ++this.#articles;
    const next = this.#nextLabel(at + 1);
    this.#paragraph = firstParagraph(this.#page, at + 1, next);
    this.#front = decideFront(this.#page, at + 1, this.#paragraph, next);
    this.#section = 'front';
    this.#ended = false;
  }

  /** Index of the next label that opens something, from `from` on: no front reaches over it. */
  #nextLabel(from: number): number {
    const { lines } = this.#page;
    for (let i = from; i < lines.length; i++) {
      const effect = lines[i].finding?.label?.opens;
      if (lines[i].finding?.alone && (effect === 'related' || effect === 'headlines' || effect === 'comments'))
        return i;
    }
    return lines.length;
  }

  #list(finding: Finding, at: number): void {
    this.#decide('headlines', finding.rule, this.#ended ? 0 : this.#article);
    if (at < this.#paragraph && this.#section === 'front' && this.#frontHasTitleAfter(at)) return;
    this.#openList();
  }

  /** A list label above the headline: what follows is judged by the front, which knows the article. */
  #frontHasTitleAfter(at: number): boolean {
    return [...this.#front].some(([index, { part }]) => part === 'title' && index > at);
  }

  #openList(): void {
    this.#section = 'headlines';
    this.#listed = 0;
  }

  #comments(finding: Finding, at: number): void {
    this.#decide('furniture', finding.rule, 0);
    if (!finding.alone || at <= this.#paragraph) return;
    if (this.#wordsFrom(at + 1, this.#page.lines.length) <= this.#wordsFrom(0, at)) this.#section = 'comments';
  }

  /** Words of the paragraphs between two lines: comments may be long, but hardly longer than what they comment on. */
  #wordsFrom(from: number, to: number): number {
    let words = 0;
    for (let i = from; i < to; i++) if (!this.#page.lines[i].finding) words += this.#page.lines[i].shape.words;
    return words;
  }

  #plain(line: PageLine, at: number): void {
    if (this.#section === 'comments') return this.#decide('furniture', 'comments', 0);
    if (this.#section === 'headlines' && this.#isListed(line))
      return this.#decide('headlines', 'list', this.#ended ? 0 : this.#article);
    if (this.#section === 'values' && this.#isValue(line)) {
      const { part, rule } = this.#values!.finding;
      this.#values!.lines++;
      return this.#decide(part, `${rule}-value`);
    }
    this.#section = at < this.#paragraph ? 'front' : 'body';
    const decided = this.#front.get(at);
    this.#decide(decided?.part ?? 'body', decided?.rule ?? 'text');
  }

  #isListed({ shape }: PageLine): boolean {
    if (!shape.bulleted && (isParagraph(shape) || ++this.#listed > MOST_HEADLINES)) return false;
    return true;
  }

  #isValue({ shape }: PageLine): boolean {
    const { finding, lines } = this.#values!;
    if (shape.terminal || !shape.whole) return false;
    if (finding.label?.opens === 'values') return shape.words <= 5 && lines < MOST_TAGS;
    return lines === 0 && shape.words + shape.numbers <= 8;
  }
}

/** The decision on every line of the page, in order. */
export function walkPage(page: Page): Decision[] {
  const walk = new Walk(page);
  for (let at = 0; at < page.lines.length; at++) walk.step(at);
  return walk.decisions;
}
