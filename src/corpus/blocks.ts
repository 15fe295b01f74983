/** A DOM tree → lines of text: one per block element, white space joined, scripts and styles left out. */

/** As much of a DOM node as is needed here. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

const TEXT = 3;
const ELEMENT = 1;
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR ' +
    'LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const SILENT: ReadonlySet<string> = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'TITLE',
]);

/** Steps of the walk; the stack is our own, so no tree is too deep. */
type Step = { node: DomNode } | { close: true };

function childSteps(node: DomNode, block: boolean): Step[] {
  const steps: Step[] = [...node.childNodes].map(child => ({ node: child }));
  if (block) steps.push({ close: true });
  return steps.reverse();
}

/** The lines of a tree in reading order, none empty. List items begin with a bullet, as pages of text show them. */
export function blockLines(root: DomNode): string[] {
  const lines: string[] = [];
  let pieces: string[] = [];
  const close = (): void => {
    const line = pieces
      .join('')
      .replace(/[\s\u00a0]+/gu, ' ')
      .trim();
    if (line && line !== '\u2022') lines.push(line);
    pieces = [];
  };
  const steps: Step[] = [{ node: root }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('close' in step) close();
    else if (step.node.nodeType === TEXT) pieces.push(step.node.textContent ?? '');
    else if (step.node.nodeType === ELEMENT) {
      const name = step.node.nodeName.toUpperCase();
      if (SILENT.has(name)) continue;
      const block = BLOCKS.has(name);
      if (block) close();
      if (name === 'LI') pieces.push('\u2022 '); // BULLET
      for (const next of childSteps(step.node, block)) steps.push(next);
    }
  }
  close();
  return lines;
}
