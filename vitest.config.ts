import { defineConfig } from 'vitest/config'

const report = process.env.HEARSAY_TEST_REPORT

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.ts'],
    setupFiles: ['src/testing/fixed-seed.ts'],
    testTimeout: 20_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
