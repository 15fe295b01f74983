/** What the documentation shows is run: the tutorial's commands, the library's examples. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { example, ROOT } from '../support/program.ts';

function blocks(file: string, language: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)]
    .filter(([, of]) => of === language)
    .map(([, , code]) => code.trim());
}

describe('docs/tutorial.md', () => {
  // In their order: later commands read what earlier ones wrote.
  it.each(blocks('docs/tutorial.md', 'sh'))('%s', line => {
    const { code, stdout, stderr } = example(line);
    expect({ code, stderr: stderr.replaceAll(/^rasid: warning: .*\n/gmu, '') }).toEqual({ code: 0, stderr: '' });
    expect(stdout.length > 0 || line.includes(' -o ')).toBe(true);
  });
});

describe('docs/library.md', () => {
  it.each(blocks('docs/library.md', 'js').map(code => [code.split('\n')[0], code]))('%s', (_, code) => {
    // Beside the package, so that its own name resolves.
    const folder = mkdtempSync(join(ROOT, '.rasid-example-'));
    try {
      const file = join(folder, 'example.mjs');
      writeFileSync(file, code);
      const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: ROOT });
      expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
      expect(String(stdout).trim().split('\n').length).toBeGreaterThan(0);
      expect(String(stdout)).not.toContain('undefined');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
