/** A Markdown table; numbers are aligned to the right. */
export function markdownTable(head, rows) {
  const numeric = head.map((_, column) => rows.every(row => /^[\d.,–-]*$/.test(String(row[column] ?? ''))));
  const line = cells => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(numeric.map(right => (right ? '---:' : '---'))),
    ...rows.map(row => line(row.map(cell => String(cell ?? '')))),
  ].join('\n');
}
