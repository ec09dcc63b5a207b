// Light, dark or as the system; this browser remembers the choice.

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const KEY = 'hearsay-theme'

export const theme = $state({ now: remembered() })

function remembered(): Theme {
  const kept = localStorage.getItem(KEY)
  return THEMES.find((name) => name === kept) ?? 'system'
}

export function applyTheme(): void {
  if (theme.now === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme.now
}

export function nextTheme(): void {
  theme.now = THEMES[(THEMES.indexOf(theme.now) + 1) % THEMES.length]
  localStorage.setItem(KEY, theme.now)
  applyTheme()
}
