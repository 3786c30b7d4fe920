import { bitsOf } from "./concept"
import { ReadText } from "./read-text"
import { TOPICS, type Topic } from "./topics/topic"

const ILL = bitsOf("ill", "faint")
const numbersOf = (...topics: Topic[]) => new Set(topics.map((topic) => TOPICS.indexOf(topic)))
const UNCONSCIOUS = numbersOf("unconscious")
const PEOPLE = numbersOf("unconscious", "unwell", "person", "rescue", "blast")
const HARM = numbersOf("unconscious", "rescue", "blast")
/** That somebody is still there, in the languages we read. */
const INSIDE =
  /\b(inside|indoors|trapped|stuck in|drinnen|eingesperrt|dedans|l'intérieur|coincée?s?|dentro|atrapad[oa]s?|wewnątrz|w środku)\b|अंदर|फंसे|بالداخل|في الداخل/iu

const speaksOf = (read: ReadText, topics: ReadonlySet<number>): boolean =>
  read.topics.some(({ topic }) => topics.has(topic))

/** Whether a text tells that somebody is ill or does not wake up. */
export function tellsOfIllness(text: string): boolean {
  const read = new ReadText(text)
  return (
    speaksOf(read, UNCONSCIOUS) ||
    read.tokens.some((_, at) => read.judgesOf(at).some((passage) => passage.has(at, ILL)))
  )
}

/** Whether a text speaks of people, where and how they are, of those who come to help, or of a blast. */
export const speaksOfPeople = (text: string): boolean => INSIDE.test(text) || speaksOf(new ReadText(text), PEOPLE)

/** Whether a text tells of somebody who does not wake up or is still there, of those who come to help, of fire or a blast. */
export const tellsOfHarm = (text: string): boolean => INSIDE.test(text) || speaksOf(new ReadText(text), HARM)
