import { randomInt } from "node:crypto"

/** No 0 and O, no 1, I and L, no U: nothing that is misread or misheard. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Letters and digits for people to quote and type; unguessable, at 4.9 bits each. */
export const randomCode = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")
