import { spelled, type Token } from "../tokens"
import { TOPIC_WORDS } from "./languages"
import { TOPICS } from "./topic"

interface Pattern {
  language: number
  topic: number
  parts: { word: string; isStem: boolean }[]
}

export interface FoundTopic {
  topic: number
  at: number
}

const KEY = 2
const words = new Map<string, Pattern[]>()
const stems = new Map<string, Pattern[]>()
for (const [language, lists] of TOPIC_WORDS.entries())
  for (const [topic, name] of TOPICS.entries())
    for (const phrase of lists[name].split(",")) {
      const parts = phrase
        .trim()
        .split(/[\s-]+/)
        .filter(Boolean)
        .map(partOf)
      const [first] = parts
      if (!first) continue
      const [index, key] = first.isStem ? [stems, first.word.slice(0, KEY)] : [words, first.word]
      const there = index.get(key)
      if (there) there.push({ language, topic, parts })
      else index.set(key, [{ language, topic, parts }])
    }

/** What a text speaks of in one of the languages, in the order it does. */
export function topicsIn(tokens: readonly Token[], isSpoken: (language: number, at: number) => boolean): FoundTopic[] {
  const found: FoundTopic[] = []
  for (const [at, { word, bare }] of tokens.entries())
    for (const one of bare ? [word, bare] : [word]) {
      for (const { language, topic, parts } of words.get(one) ?? [])
        if (isSpoken(language, at) && follows(tokens, at, parts)) found.push({ topic, at })
      for (const { language, topic, parts } of stems.get(one.slice(0, KEY)) ?? [])
        if (one.startsWith(parts[0]?.word ?? "") && isSpoken(language, at) && follows(tokens, at, parts))
          found.push({ topic, at })
    }
  return found
}

function follows(tokens: readonly Token[], at: number, parts: Pattern["parts"]): boolean {
  for (let next = 1; next < parts.length; next++) {
    const [token, part] = [tokens[at + next], parts[next]]
    if (!token || !part) return false
    if (!matches(token.word, part) && !(token.bare && matches(token.bare, part))) return false
  }
  return true
}

const matches = (found: string, { word, isStem }: Pattern["parts"][number]) =>
  isStem ? found.startsWith(word) : found === word

function partOf(pattern: string): { word: string; isStem: boolean } {
  const isStem = pattern.endsWith("*")
  return { word: spelled(isStem ? pattern.slice(0, -1) : pattern), isStem }
}
