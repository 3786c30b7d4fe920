import { z } from "zod"
import { prose } from "@/lib/model/text"

/** The texts about the service that the utility answers for, each a setting, with the page that shows it. */
export const LEGAL_TEXTS = {
  privacyNotice: { path: "/privacy", title: "Privacy notice" },
  accessibilityStatement: { path: "/accessibility", title: "Accessibility statement" },
  termsOfUse: { path: "/terms", title: "Terms of use" },
} as const
export type LegalTextName = keyof typeof LEGAL_TEXTS
export const LEGAL_TEXT_NAMES = Object.keys(LEGAL_TEXTS) as [LegalTextName, ...LegalTextName[]]

const HOW = "Lines that begin with ## are headings, and with - items of a list. Null for our own text"
const text = (name: string) => prose(name, { max: 30_000 }).nullable().describe(HOW)

/** What administrators have written instead of our own texts. */
export const LegalTexts = z.object({
  privacyNotice: text("a privacy notice"),
  accessibilityStatement: text("an accessibility statement"),
  termsOfUse: text("terms of use"),
})

export const NO_LEGAL_TEXTS: z.infer<typeof LegalTexts> = {
  privacyNotice: null,
  accessibilityStatement: null,
  termsOfUse: null,
}

export const LegalTextToShow = z.object({ name: z.enum(LEGAL_TEXT_NAMES) })
export const ShownLegalText = z.object({ text: z.string() })
