// Typed coordinates <-> degrees: "42.97, 20.78", "42.97 N 20.78 E", "42°58′12″ N, 20°46′48″ E".

export interface Point {
  lat: number
  lon: number
}

const NUMBER = String.raw`(\d{1,3}(?:\.\d+)?)`
/** 42°58′12.5″ with whatever marks keyboards have for these. */
const DEGREES = String.raw`([-+−]?)${NUMBER}\s*(?:[°º]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["”″]|''|′′)\s*)?`
const PAIR = new RegExp(String.raw`^\s*${DEGREES}([NS]?)\s*[,;\s]\s*${DEGREES}([EW]?)\s*$`, 'i')

/** Null for what is no point on Earth. */
export function parsePoint(typed: string): Point | null {
  const parts = PAIR.exec(typed)
  if (!parts) return null
  const [, sign, degrees, minutes, seconds, side, sign2, degrees2, minutes2, seconds2, side2] = parts
  const lat = degreesOf([sign, degrees, minutes, seconds, side], 'S')
  const lon = degreesOf([sign2, degrees2, minutes2, seconds2, side2], 'W')
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}

function degreesOf([sign, degrees, minutes = '0', seconds = '0', side = '']: (string | undefined)[], below: string) {
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600
  const isBelow = (sign !== '' && sign !== '+') !== (side.toUpperCase() === below)
  return rounded(isBelow ? -value : value)
}

/** To about a metre. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

export const written = ({ lat, lon }: Point): string => `${lat}, ${lon}`
