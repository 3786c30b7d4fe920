import type { UnsentHere } from "@/components/requests/unsent-here"
import type { KeptWords } from "@/lib/requests/unsent/contract"

type Latest = KeptWords & { isOnItsWay?: true }

/** What this window knows last of what is half written, by account, request and kind. Gone with the document. */
const latest = new Map<string, Latest>()

type Place = Pick<UnsentHere, "id" | "kind">

const keyOf = ({ id, kind }: Place) => `${document.documentElement.dataset.account} ${id} ${kind}`

/** The words that a page was made with, or what has become of them since: a page that one goes back to is an old one. */
export function newest(place: Place, given: KeptWords): KeptWords {
  const last = latest.get(keyOf(place))
  return last && (last.isOnItsWay || last.version >= given.version) ? last : given
}

export const note = (place: Place, words: Latest): void => void latest.set(keyOf(place), words)

/** What was on its way did not arrive: where it is kept is not known here. */
export function forgetOnItsWay(place: Place): void {
  if (latest.get(keyOf(place))?.isOnItsWay) latest.delete(keyOf(place))
}

/** What this window has sent last, with the version that it knew then, until its person writes again. */
const sent = new Map<string, KeptWords>()

export const noteSent = (place: Place, words: KeptWords): void => void sent.set(keyOf(place), words)

export const forgetSent = (place: Place): void => void sent.delete(keyOf(place))

/**
 * What this window has sent, where a page comes with words that another window has begun since: its own box stays empty, lest
 * they are sent as its next.
 */
export function sentBefore(place: Place, given: KeptWords): KeptWords | undefined {
  const last = sent.get(keyOf(place))
  const isOther = last && given.version > last.version && given.text !== "" && given.text !== last.text
  return isOther ? last : undefined
}
