// A text -> whether it was written for a machine: style sheets, scripts and programs, settings, logs. Most of its lines have to say so.

/** Of a longer line its beginning and its end tell what it is. */
const LONGEST_LINE = 400

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      line.length <= LONGEST_LINE ? line : line.slice(0, LONGEST_LINE / 2) + line.slice(-LONGEST_LINE / 2),
    )

/** Share of the lines that match, of those there are. */
const shareOf = (lines: readonly string[], pattern: RegExp): number =>
  lines.length === 0 ? 0 : lines.filter((line) => pattern.test(line)).length / lines.length

/** "a { b: c; d: e }" throughout. */
export function isStyleSheet(text: string): boolean {
  if (!text.includes('{')) return false
  const rules = text
    .split('*/')
    .map((part) => part.replace(/\/\*.*$/s, ''))
    .join('')
    .split('}')
    .slice(0, MOST_RULES)
  const isRule = (rule: string): boolean => {
    const at = rule.lastIndexOf('{')
    const declarations = rule
      .slice(at + 1)
      .split(';')
      .filter((each) => each.trim() !== '')
    const selector = rule.slice(0, at).trim()
    return (
      at >= 0 &&
      declarations.length > 0 &&
      !/[.!?] \p{Lu}|\w(?: [a-z]+){6}/u.test(selector) &&
      declarations.every((each) => /^\s*[\w-]+\s*:[^:]/.test(each))
    )
  }
  const length = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + part.trim().length, 0)
  // What comes after the last brace is no rule.
  return rules.length > 1 && length(rules.slice(0, -1).filter(isRule)) > MOST * length(rules)
}

const MOST_RULES = 500
const MOST = 0.8

/** A line as programs have it, in the languages of web pages and of the shell, and as their comments begin. */
const OF_PROGRAM = new RegExp(
  [
    String.raw`^(?:var|let|const)\s+(?:[\w$]+\s*(?:[=;,:]|$)|[[{])`, // let x = 1
    String.raw`^(?:import|export|from|require|package|using)\b.*(?:;|['"]|\bimport\b.*|\{)$`, // import x from 'y'
    String.raw`^(?:async |export |public |private |static )*(?:function|def|class|struct|enum|interface|fn|func)\b.*[({:;})]$`,
    String.raw`^(?:if|for|while|switch|catch|return|elif|with|except|case)\b.*[({:;})]$|^(?:else|try|finally|fi|done|esac|then|do|pass|end)[:;{]?$`,
    String.raw`^[A-Za-z_$][\w$.[\]'"]*\s*(?:[-+*/|&]?=(?!=)|:=)\s*(?:['"\x60[({]|\S{1,60}[;,]?$)`, // x.y = 1
    String.raw`^['"]?[\w$-]+['"]?\s*:\s*\S.*,$|^['"][^'"]*['"],?$`, // name: 'x',
    String.raw`^(?:this|self|module|process|static)\b[. ]\w+.*[=({]`,
    String.raw`^(?:await )?[\w$.]+\(.*\)[;,]?$`, // print("x")
    String.raw`[={(].*;$|[{]$|^[)}\]]+[;,)]*$`,
    String.raw`^(?://|/\*|\*/|#!|#include|<\?php|\?>)`,
    String.raw`^(?:INSERT INTO|CREATE (?:TABLE|INDEX)|DROP TABLE|ALTER TABLE)\b`,
  ].join('|'),
)
const MOSTLY = 0.6

export const isScript = (text: string): boolean => {
  const lines = linesOf(text)
  // A comment by itself may be a line of prose: "# The dam", "// sent by telex".
  return shareOf(lines, OF_PROGRAM) >= MOSTLY || isPacked(text)
}

/** Without the spaces that words have, and full of marks. */
function isPacked(text: string): boolean {
  const marks = text.match(/[{}()[\];=<>|&$"']/g)?.length ?? 0
  const spaces = text.match(/\s/g)?.length ?? 0
  const ends = text.match(/[;{}]/g)?.length ?? 0
  return marks > 0.08 * text.length && ends > 0.015 * text.length && spaces < 0.12 * text.length
}

const SETTING = /^\[[\w .:"/-]+\]$|^(?:export )?[A-Za-z_][\w.-]*\s*=(?!=)|^[#;]|^[\w.-]+(?:==|>=|~=)[\d.]/
/** `name: value`, in small letters, with no sentence for a value: "minister: We will go." is from a transcript. */
const YAML = /^(?:- )?["']?[a-z_][\w.-]*["']?:(?:\s+\S.{0,80}(?<![.!?]["”’]?))?$|^- \S.{0,60}(?<![.!?]["”’]?)$|^#/
const NEARLY_ALL = 0.9

export function isConfiguration(text: string): boolean {
  const lines = linesOf(text)
  if (/^Manifest-Version: /.test(text)) return true
  if (lines.length > 1 && shareOf(lines, SETTING) >= NEARLY_ALL && shareOf(lines, /^[^#;\s][^=]{0,60}=/) >= 0.5)
    return true
  return (
    lines.length >= 3 && shareOf(lines, YAML) >= NEARLY_ALL && shareOf(lines, /^(?:- )?["']?[a-z_][\w.-]*["']?:/) >= 0.5
  )
}

const LOGGED =
  /^\[?(?:\d{4}-\d\d-\d\d|\w{3} [ \d]\d)\S*(?: [\d:.,+Z]+)?\]?\s+(?:\S+\s+){0,3}?\W?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b|^\S+ \S+ \S+ \[\d\d\/\w{3}\/\d{4}:/
export const isLog = (text: string): boolean => shareOf(linesOf(text), LOGGED) >= MOSTLY
