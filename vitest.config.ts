import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    pool: 'threads',
    // By itself vitest leaves one core of two idle.
    maxWorkers: '100%',
  },
});
