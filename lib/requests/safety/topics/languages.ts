import { ARABIC_TOPICS } from "./arabic"
import { ENGLISH_TOPICS } from "./english"
import { FRENCH_TOPICS } from "./french"
import { GERMAN_TOPICS } from "./german"
import { HINDI_TOPICS } from "./hindi"
import { POLISH_TOPICS } from "./polish"
import { SPANISH_TOPICS } from "./spanish"
import type { TopicWords } from "./topic"

/** In the order of the languages of the rules. */
export const TOPIC_WORDS: readonly TopicWords[] = [
  ENGLISH_TOPICS,
  SPANISH_TOPICS,
  FRENCH_TOPICS,
  GERMAN_TOPICS,
  POLISH_TOPICS,
  HINDI_TOPICS,
  ARABIC_TOPICS,
]
