/** The goals of speed and memory, and whether figures meet them. */

const LUCENE = 'Lucene ArabicAnalyzer';
const WC = 'wc -w (no Arabic)';

function ratio(figures, name, peer) {
  return figures.has(name) && figures.has(peer) ? figures.get(name).cpu / figures.get(peer).cpu : null;
}

/** Goals as `{goal, limit, value}`; `value` is null when it could not be measured, as memory below 200 MB of text. */
export function goalsOf(figures, mb) {
  const memory = mb >= 200 ? (figures.get('rasid keywords')?.memory ?? null) : null;
  return [
    { goal: 'keywords: CPU / Lucene', limit: 0.5, value: ratio(figures, 'rasid keywords', LUCENE) },
    { goal: 'keywords: CPU / wc', limit: 2, value: ratio(figures, 'rasid keywords', WC) },
    { goal: 'report: CPU / Lucene', limit: 1, value: ratio(figures, 'rasid report', LUCENE) },
    { goal: 'keywords: memory in MB, at 200 MB of text', limit: 250, value: memory },
  ];
}

/** One row of a table of goals: goal, limit, value, verdict. */
export function goalRow({ goal, limit, value }) {
  if (value === null) return [goal, `≤ ${limit}`, '', 'not measured'];
  return [goal, `≤ ${limit}`, value.toFixed(value < 100 ? 2 : 0), value <= limit ? 'met' : '**missed**'];
}

/** CPU time over that of Lucene and of wc, as text; empty when the peer was not measured. */
export function ratiosOf(figures, name) {
  return [LUCENE, WC].map(peer => ratio(figures, name, peer)?.toFixed(2) ?? '');
}
