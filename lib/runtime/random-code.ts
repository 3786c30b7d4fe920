import { randomInt } from "node:crypto"

/** Letters and digits that are not misread or misheard for others: without 0 and O, 1, I and L, and U. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Makes a random code for people to quote and type, with 4.9 bits in each character, from a secure source. */
export const randomCode = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")
