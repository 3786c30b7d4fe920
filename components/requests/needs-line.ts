import { NEED_NAMES, type Need } from "@/lib/model/need"

/** Needs as one line, such as "Baby or young child, medical equipment". */
export const needsLine = (needs: readonly Need[]): string =>
  needs.map((need, at) => (at === 0 ? NEED_NAMES[need] : NEED_NAMES[need].toLowerCase())).join(", ")
