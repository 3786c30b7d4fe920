/**
 * What sentences about danger, and those that only sound like it, speak of. Unlike concepts, on which rules are built,
 * these may be loose: the statistics weigh them, and share what they learn of one language with all others.
 */
export const TOPICS = [
  // What people tell of danger.
  "leaving",
  "airing",
  "rescue",
  "shutting",
  "nose",
  /** What escaping gas is said to smell like. */
  "likeness",
  "noise",
  "bubbles",
  "plants",
  "digging",
  "damage",
  "carrier",
  "unlit",
  "unwell",
  "unconscious",
  "person",
  "animal",
  "better",
  "appliance",
  "exhaust",
  "embers",
  "flame",
  "soot",
  "steam",
  "detector",
  "beeping",
  "battery",
  "still",
  "blast",

  // What they ask for otherwise.
  "past",
  "bill",
  "account",
  "visit",
  "reading",
  "moving",
  "fitting",
  "trade",
  "paper",
  "teaching",
  "news",
  "job",
  "thanks",
  "mended",
  "sound",
  "denial",
  "cover",
  "water",
  "odour",
  "figure",
  "ringing",
  "cold",
  "complaint",
  "supposing",
] as const
export type Topic = (typeof TOPICS)[number]

/** The words of one language for each topic, written as those of concepts are. */
export type TopicWords = Record<Topic, string>
