/** Numbers, dates and durations as people of each language write them. Only the screen and documents convert units. */
export type Language = 'vi' | 'en'

const locales = { vi: 'vi-VN', en: 'en-GB' } as const
const numberFormats = new Map<string, Intl.NumberFormat>()
const collators = new Map<Language, Intl.Collator>()

/** `1.234,5` in Vietnamese, `1,234.5` in English; at most `most` decimals, at least `least`. */
export function formatNumber(value: number, language: Language, most = 2, least = 0): string {
  const key = `${language} ${most} ${least}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locales[language], {
      maximumFractionDigits: most,
      minimumFractionDigits: Math.min(least, most),
    })
    numberFormats.set(key, format)
  }
  return format.format(value)
}

/**
 * Reads a number as typed: decimal comma or point, spaces, and the language's grouping when it stands in threes
 * (`1.234` is one thousand two hundred in Vietnamese). Null when it is not a number.
 */
export function parseNumber(text: string, language: Language): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace('−', '-')
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(plain)) return null
  const grouping = language === 'vi' ? '.' : ','
  const grouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(\\${grouping}\\d{3})+([^\\d${grouping}]\\d+)?$`)
  const separators = plain.replace(/[^.,]/g, '')
  let usual: string
  if (grouped.test(plain)) usual = plain.split(grouping).join('').replace(',', '.')
  else if (separators.length <= 1) usual = plain.replace(',', '.')
  else return null
  const value = Number(usual)
  return Number.isFinite(value) ? value : null
}

/** A duration in words: `7 phút 40 giây`, `7 min 40 s`; whole seconds, rounded up so that no time is understated. */
export function formatDuration(seconds: number, language: Language): string {
  const { negative, hours, minutes, rest } = split(seconds)
  const unit = language === 'vi' ? { h: ' giờ', m: ' phút', s: ' giây' } : { h: ' h', m: ' min', s: ' s' }
  const parts: string[] = []
  if (hours > 0) parts.push(`${hours}${unit.h}`)
  if (minutes > 0) parts.push(`${minutes}${unit.m}`)
  if (rest > 0 || parts.length === 0) parts.push(`${rest}${unit.s}`)
  return (negative ? '−' : '') + parts.join(' ')
}

/** A duration for tables, `7:40` (minutes:seconds), or `1:07:40`; rounded up like `formatDuration`. */
export function formatClock(seconds: number): string {
  const { negative, hours, minutes, rest } = split(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
  return (negative ? '−' : '') + text
}

function split(seconds: number) {
  // 1e-6 s of slack: 60.000000001 is a minute, not a minute and one second.
  const whole = Math.ceil(Math.abs(seconds) - 1e-6)
  return {
    negative: seconds < 0 && whole > 0,
    hours: Math.floor(whole / 3600),
    minutes: Math.floor((whole % 3600) / 60),
    rest: whole % 60,
  }
}

/** `15:04 23/11/2026` in Vietnamese, `23 Nov 2026, 15:04` in English; local time. */
export function formatDateTime(when: string | number | Date, language: Language): string {
  return language === 'vi'
    ? `${formatTime(when)} ${formatDate(when, language)}`
    : `${formatDate(when, language)}, ${formatTime(when)}`
}

/** `23/11/2026` in Vietnamese, `23 Nov 2026` in English. */
export function formatDate(when: string | number | Date, language: Language): string {
  const date = new Date(when)
  if (Number.isNaN(date.getTime())) return String(when)
  if (language === 'vi') {
    return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`
  }
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(date)
}

/** `15:04`. */
export function formatTime(when: string | number | Date): string {
  const date = new Date(when)
  return Number.isNaN(date.getTime()) ? String(when) : `${two(date.getHours())}:${two(date.getMinutes())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** Orders names as a Vietnamese (or English) register does, numbers inside them by value: P2 before P10. */
export function collator(language: Language): Intl.Collator {
  let found = collators.get(language)
  if (!found) {
    found = new Intl.Collator(language, { numeric: true, sensitivity: 'variant' })
    collators.set(language, found)
  }
  return found
}

/** Text without case, accents and đ: what a search compares, whichever way the keyboard composed the letters. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}
