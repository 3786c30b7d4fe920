import { FormattedText } from "@/components/ui/formatted-text"
import { Page, PageTitle } from "@/components/ui/page"
import { LEGAL_TEXTS, type LegalTextName } from "@/lib/oversight/legal-texts/contract"

/** A page whose text the utility sets. */
export const LegalPage = ({ name, text }: { name: LegalTextName; text: string }) => (
  <Page width="text">
    <PageTitle>{LEGAL_TEXTS[name].title}</PageTitle>
    <FormattedText text={text} />
  </Page>
)
