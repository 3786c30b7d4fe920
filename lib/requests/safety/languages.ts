import type { Language } from "./concept"
import { ARABIC } from "./languages/arabic"
import { ENGLISH } from "./languages/english"
import { FRENCH } from "./languages/french"
import { GERMAN } from "./languages/german"
import { HINDI } from "./languages/hindi"
import { POLISH } from "./languages/polish"
import { SPANISH } from "./languages/spanish"

/** What customers write in. Any of these may be mixed in one text. */
export const LANGUAGES: readonly Language[] = [ENGLISH, SPANISH, FRENCH, GERMAN, POLISH, HINDI, ARABIC]
