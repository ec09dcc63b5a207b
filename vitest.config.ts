import { defineConfig } from 'vitest/config'

const report = process.env.HEARSAY_TEST_REPORT

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    // The files of a worker share its modules, and with them the model and the browser.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
