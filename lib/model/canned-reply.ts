/** What a canned reply may name of the request that it answers. */
export const PLACEHOLDERS = ["reference", "name", "time"] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** What stands in place of each; left out where it is not known. */
export type ReplyFacts = Partial<Record<Placeholder, string>>

const BRACED = /\{([^{}\s]*)\}/g

const isPlaceholder = (name: string): name is Placeholder => (PLACEHOLDERS as readonly string[]).includes(name)

/** The text with what is known of a request. What is not known stays, so that whoever sends it sees what to fill in. */
export const fillReply = (text: string, facts: ReplyFacts): string =>
  text.replace(BRACED, (braced, name: string) => (isPlaceholder(name) ? (facts[name] ?? braced) : braced))

/** The first word in braces that is no placeholder. */
export const unknownPlaceholder = (text: string): string | undefined =>
  [...text.matchAll(BRACED)].find(([, name = ""]) => !isPlaceholder(name))?.[0]
