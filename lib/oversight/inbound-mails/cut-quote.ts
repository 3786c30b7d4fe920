/** Stands above everything that we write in an email, so that an answer can be told from what it answers. */
export const ABOVE = "Please write your answer above this line."

/** "-----Original Message-----", as mail programs write it in several languages. */
const ORIGINAL =
  /^[-_\s]*(original message|original-nachricht|ursprüngliche nachricht|urspr\. nachricht|weitergeleitete nachricht|forwarded message|message d'origine|message original|mensaje original|wiadomość oryginalna|oryginalna wiadomość|messaggio originale|oorspronkelijk bericht)[-_\s]*$/i

/** The lines that Outlook puts above what it quotes. */
const FROM = /^\s*\*?(from|von|de|od|da|van)\s*:\*?\s*\S/i
const SENT =
  /^\s*\*?(sent|date|gesendet|datum|envoyé|enviado( el)?|fecha|wysłano|data|inviato|verzonden|to|an|à|para|do|a|aan|subject|betreff|objet|asunto|temat|oggetto|onderwerp)\s*:\*?\s*\S/i

/** "On 29 November 2026 at 10:00, Northgate Gas wrote:", which may run over three lines. */
const WROTE =
  /^\s*(on|am|le|el|w dniu|dnia|il|op|em)\b.{0,400}(wrote|writes|schrieb|a écrit|escribió|napisał(\(a\)|a)?|pisze|ha scritto|schreef|escreveu)[^\n]{0,200}:\s*$/isu
const DATED_WROTE = /^\s*\S.{0,300}(wrote|schrieb|napisał(\(a\)|a)?|a écrit|escribió)\s*:\s*$/isu

/** No such line is longer, and expressions take their time with what is. */
const LONGEST_WROTE = 700

const SENT_FROM =
  /^\s*(sent from (my|outlook|mail|yahoo)|get outlook for|gesendet (mit|von)|von meinem \S+ gesendet|envoyé de(puis)?|enviado desde|wysłane z|inviato da)\b.{0,80}$/i

const isQuoted = (line: string): boolean => /^\s*>/.test(line)

/**
 * What somebody has written in an answer: without what it quotes, its signature, and what a phone adds. Answers between
 * quoted lines stay.
 */
export function cutQuote(text: string): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0/g, " ")
    .split("\n")
  const end = endOf(lines)
  const kept = dropQuoted(lines.slice(0, end))
  const signature = kept.findIndex((line) => /^--\s?$/.test(line))
  const signed = signature >= 0 ? kept.slice(0, signature) : kept
  return withoutTail(signed)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/** The line where everything below is quoted. */
function endOf(lines: readonly string[]): number {
  for (const [at, line] of lines.entries()) {
    if (line.includes(ABOVE) && !isQuoted(line)) return at
    if (ORIGINAL.test(line)) return at
    if (FROM.test(line) && lines.slice(at + 1, at + 6).filter((it) => SENT.test(it)).length >= 2)
      return isRule(lines[at - 1]) ? at - 1 : at
    const length = wroteAt(lines, at)
    // Quoted lines that follow go one by one, since there may be an answer below them.
    if (length > 0 && !isQuoted(next(lines, at + length))) return at
  }
  return lines.length
}

const isRule = (line = ""): boolean => /^\s*_{5,}\s*$/.test(line)

function next(lines: readonly string[], from: number): string {
  for (let at = from; at < lines.length; at++) if (lines[at]?.trim()) return lines[at] ?? ""
  return ""
}

/** How many lines say who wrote what is quoted below; none if these do not. */
function wroteAt(lines: readonly string[], at: number): number {
  if ((lines[at] ?? "").trim() === "" || isQuoted(lines[at] ?? "")) return 0
  for (const length of [1, 2, 3]) {
    const part = lines.slice(at, at + length)
    if (part.length < length || part.some((line) => line.trim() === "" || isQuoted(line))) return 0
    const joined = part.join("\n")
    if (joined.length > LONGEST_WROTE) return 0
    if (WROTE.test(joined) && /\d/.test(joined)) return length
    if (length === 1 && DATED_WROTE.test(joined) && isQuoted(next(lines, at + 1))) return length
  }
  return 0
}

function dropQuoted(lines: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const length = wroteAt(lines, at)
    if (length > 0) at += length - 1
    else if (!isQuoted(lines[at] ?? "")) kept.push(lines[at] ?? "")
  }
  return kept
}

function withoutTail(lines: readonly string[]): string[] {
  const kept = [...lines]
  while (kept.length > 0 && (kept.at(-1)?.trim() === "" || SENT_FROM.test(kept.at(-1) ?? "") || isRule(kept.at(-1))))
    kept.pop()
  return kept
}
