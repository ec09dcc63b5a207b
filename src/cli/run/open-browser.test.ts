import { expect, test } from 'vitest'
import { commandFor } from './open-browser.ts'

test('each system has its own way to open an address; without a desktop there is none', () => {
  const table: [NodeJS.Platform, NodeJS.ProcessEnv, string | undefined][] = [
    ['darwin', {}, 'open'],
    ['win32', {}, 'rundll32'],
    ['linux', { DISPLAY: ':0' }, 'xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
    ['linux', {}, undefined],
  ]
  for (const [platform, env, command] of table) expect(commandFor(platform, env)?.[0], platform).toBe(command)
})
