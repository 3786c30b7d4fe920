/** An emergency as it stands on the page. */
export interface WatchedEmergency {
  /** Changes with each offer. */
  key: string
  /** How often it was reported again. */
  again: number
  /** It is offered to the viewer, or to all supervisors and they are one. */
  isOffered: boolean
  /** The same for all offers of one round. */
  round: string
  /** What a screen reader says of it. */
  text: string
}

export interface WatchedCheck {
  /** Changes when it opens again. */
  key: string
  title: string
}

/** What the open page has told already. Checks are unknown until the first look: those it was opened with are read there. */
export interface Told {
  offers: Map<string, number>
  heard: Set<string>
  checks?: Set<string>
}

export const nothingTold = (): Told => ({ offers: new Map(), heard: new Set() })

/** One that is new to be heard; its key is the same for as long as it need not be heard again by everybody. */
export interface Heard {
  key: string
  tone: "emergency" | "check"
  text: string
}

export interface News {
  emergencies: string
  checks: string
  /** The more urgent of what is new to be heard. */
  tone?: Heard["tone"]
  /** All that is new to be heard. */
  heard: Heard[]
}

/** The keys by which what stands on the page is known among what was heard. */
export const standing = (emergencies: readonly WatchedEmergency[], checks: readonly WatchedCheck[]): Set<string> =>
  new Set([...emergencies.map(({ round }) => round), ...checks.map(({ key }) => key)])

/**
 * What is new since the last look, remembered in `told`. An emergency is heard once in a round, and once more by the person
 * it is then offered to; a check is heard once; a further report is said and not heard.
 */
export function newsOf(told: Told, emergencies: readonly WatchedEmergency[], checks: readonly WatchedCheck[]): News {
  const offers = emergencies.filter(({ key, again }) => again > (told.offers.get(key) ?? -1))
  const unheard = emergencies.filter((it) => soundsOf(it).some((sound) => !told.heard.has(sound)))
  const opened = checks.filter(({ key }) => told.checks && !told.checks.has(key))
  for (const { key, again } of offers) told.offers.set(key, again)
  for (const sound of unheard.flatMap(soundsOf)) told.heard.add(sound)
  told.checks = new Set([...(told.checks ?? []), ...checks.map(({ key }) => key)])
  return {
    emergencies: offers.map(({ text }) => text).join(" "),
    checks: opened.map(checkText).join(" "),
    tone: unheard.length > 0 ? "emergency" : opened.length > 0 ? "check" : undefined,
    heard: [
      ...unheard.map(({ round, text }) => ({ key: round, tone: "emergency" as const, text })),
      ...opened.map((it) => ({ key: it.key, tone: "check" as const, text: checkText(it) })),
    ],
  }
}

const checkText = ({ title }: WatchedCheck) => `Check for danger: ${title}.`

const soundsOf = ({ key, round, isOffered }: WatchedEmergency) => (isOffered ? [round, key] : [round])
