/**
 * What sentences about danger, and those that only sound like it, speak of. Unlike concepts, on which rules are built,
 * these may be loose: the statistics weigh them, and share what they learn of one language with all others. True of those
 * without which nothing speaks of a danger.
 */
const SPEAKS_OF_DANGER = {
  // What people tell of danger.
  leaving: true,
  airing: true,
  rescue: false,
  shutting: true,
  nose: true,
  /** What escaping gas is said to smell like. */
  likeness: true,
  noise: true,
  bubbles: true,
  plants: true,
  digging: true,
  damage: true,
  carrier: true,
  unlit: true,
  unwell: true,
  unconscious: true,
  person: false,
  animal: false,
  better: true,
  appliance: true,
  exhaust: true,
  embers: true,
  flame: true,
  soot: true,
  steam: true,
  detector: true,
  beeping: true,
  battery: false,
  still: false,
  blast: true,
  threat: true,

  // What they ask for otherwise.
  past: false,
  bill: false,
  account: false,
  visit: false,
  reading: false,
  moving: false,
  fitting: false,
  trade: false,
  paper: false,
  teaching: false,
  news: false,
  job: false,
  thanks: false,
  mended: false,
  sound: false,
  denial: false,
  cover: false,
  water: false,
  odour: false,
  figure: false,
  ringing: false,
  cold: false,
  complaint: false,
  supposing: false,
} as const
export type Topic = keyof typeof SPEAKS_OF_DANGER
export const TOPICS = Object.keys(SPEAKS_OF_DANGER) as Topic[]

/** The words of one language for each topic, written as those of concepts are. */
export type TopicWords = Record<Topic, string>

/** The topics without which nothing speaks of a danger. */
export const DANGER_TOPICS: ReadonlySet<Topic> = new Set(TOPICS.filter((topic) => SPEAKS_OF_DANGER[topic]))
