import type { Language } from "./concept"
import { ARABIC } from "./languages/arabic"
import { ENGLISH } from "./languages/english"
import { FRENCH } from "./languages/french"
import { GERMAN } from "./languages/german"
import { HINDI } from "./languages/hindi"
import { POLISH } from "./languages/polish"
import { SPANISH } from "./languages/spanish"

/** The languages that customers write in. One text may mix them. */
export const LANGUAGES: readonly Language[] = [ENGLISH, SPANISH, FRENCH, GERMAN, POLISH, HINDI, ARABIC]
