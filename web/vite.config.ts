// The pages' sources -> dist/web, which the server reads at its start.

import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [
    svelte({
      configFile: false,
      compilerOptions: {
        runes: true,
        // App.svelte creates a page for each address, so its data does not change under it.
        warningFilter: ({ code }) => code !== 'state_referenced_locally',
      },
    }),
  ],
  // What stands inline, the policy of the server forbids.
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  logLevel: 'warn',
})
