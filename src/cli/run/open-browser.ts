// An address -> opened in the user's browser, if there is one. The address is also printed, so failing is not an error.

import { spawn } from 'node:child_process'

export function openBrowser(url: string): void {
  const command = commandFor(process.platform, process.env)
  if (!command) return
  const child = spawn(command[0], [...command.slice(1), url], { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}

/** On Linux without a desktop there is no browser to open. */
export function commandFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] | null {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null
}
