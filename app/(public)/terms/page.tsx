import type { Metadata } from "next"
import { LegalPage } from "@/components/shell/legal-page"
import { LEGAL_TEXTS } from "@/lib/oversight/legal-texts/contract"
import { loadLegalText } from "../legal-text"

const name = "termsOfUse"
export const metadata: Metadata = { title: LEGAL_TEXTS[name].title }

export default async function TermsPage() {
  return <LegalPage name={name} {...(await loadLegalText({ name }))} />
}
