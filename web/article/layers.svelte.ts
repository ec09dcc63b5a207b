// Which marks of an article are shown; kept from one article to the next.

export const layers = $state({ statements: true, events: true, places: true, details: false, furniture: true })
