/** Letters of other scripts that look like Latin ones, as they are pasted from elsewhere or meant to deceive. */
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  [
    ["аеорсухіјѕһԁӏкмтвнгꙅ", "aeopcyxijshdlkmtbhrs"],
    ["αορνικετυσηχ", "aopviketusnx"],
    ["ıɡⅼʟɢ", "igllg"],
  ].flatMap(([from = "", to = ""]) => [...from].map((letter, i) => [letter, to[i] ?? ""])),
)
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join("")}]`, "giu")
const MIXED = /\p{L}+/gu

/** Digits and signs that stand for letters; a one for two of them. */
const FIGURES: Record<string, string> = { "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s" }
const WITH_FIGURES = /(?<![\p{L}\p{N}])(?=[a-z0-9@$!]*[0-9@$!])(?=[a-z0-9@$!]*[a-z])[a-z0-9@$!]{2,12}/giu

/** Letters set apart by single signs: three in a row at least, and where there are such, two as well. */
const APART = /(?<![\p{L}\p{N}])\p{L}\p{M}*(?:[ ._*·-]\p{L}\p{M}*){2,}(?![\p{L}\p{N}])/gu
const TWO_APART = /(?<![\p{L}\p{N}])\p{L}\p{M}*[ ._*·-]\p{L}\p{M}*(?![\p{L}\p{N}])/gu
const BETWEEN = /[ ._*·-]/g

/** Beginnings of words for danger, looked for in what was set apart or written with figures. */
const TELLING =
  /smell|smel|stink|gas|gaz|leak|alarm|monox|hiss|fumes|huele|fuga|odeur|fuite|riech|geruch|leck|czad|wyciek|help|fire|boiler|meter|kitchen/i
const TELLINGS = new RegExp(TELLING, "gi")

/** English words that people in haste write without their vowels. */
const HASTY =
  `smell smells smelling gas leak leaks leaking hissing alarm beeping carbon monoxide detector kitchen boiler meter
  cooker please help can house pipe from strong fumes burst cellar stairs street flames headache dizzy sick`.split(
    /\s+/,
  )
const CLIPPED = new Map([
  ...HASTY.map((word) => [clipped(word), word] as const),
  ["sml", "smell"],
  ["smllng", "smelling"],
])
const SURE = new Set(["smll", "smlls", "smllng", "sml", "lkng", "mnxd", "hssng"])
const CLIPPED_WORD = /(?<!\p{L})[a-z][bcdfghjklmnpqrstvwxz]{1,9}(?!\p{L})/giu

/**
 * A text as it is meant where its letters are set apart, borrowed from other scripts, replaced by figures, or its vowels
 * left out; undefined where nothing of that is seen.
 */
export function undisguised(text: string): string | undefined {
  const plain = [fromLookalikes, joined, fromFigures, withVowels].reduce((said, step) => step(said), text)
  return plain === text ? undefined : plain
}

function fromLookalikes(text: string): string {
  return text.replace(MIXED, (word) =>
    /\p{sc=Latin}/u.test(word) && /[\p{sc=Cyrillic}\p{sc=Greek}ı]/u.test(word)
      ? word.replace(LOOKALIKE, (letter) => LOOKALIKES[letter.toLowerCase()] ?? letter)
      : word,
  )
}

function joined(text: string): string {
  if (text.search(APART) < 0) return text
  const join = (apart: string) => apart.replace(BETWEEN, "").replace(TELLINGS, " $& ").trim()
  return text.replace(APART, join).replace(TWO_APART, join)
}

function fromFigures(text: string): string {
  return text.replace(WITH_FIGURES, (word) => {
    const read = word.replace(/[034577@$]/g, (sign) => FIGURES[sign] ?? sign)
    const meant = [read.replace(/[1!]/g, "i"), read.replace(/[1!]/g, "l")].find((one) => TELLING.test(one))
    return meant ?? (read.toLowerCase() === "of" ? read : word)
  })
}

/** Two such words are no chance, or one that is nothing else. */
function withVowels(text: string): string {
  const found = (text.match(CLIPPED_WORD) ?? []).map((word) => word.toLowerCase()).filter((word) => CLIPPED.has(word))
  if (found.length < 2 && !found.some((word) => SURE.has(word))) return text
  return text.replace(CLIPPED_WORD, (word) => CLIPPED.get(word.toLowerCase()) ?? word)
}

function clipped(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aeiouy]/g, "")
}
