import { load } from "@/lib/http/load"
import { contract } from "@/lib/model/operation"
import { LegalTextToShow, ShownLegalText } from "@/lib/oversight/legal-texts/contract"
import { getLegalText } from "@/lib/oversight/legal-texts/get-legal-text"

export const loadLegalText = load(
  contract({ access: "public", input: LegalTextToShow, output: ShownLegalText }),
  getLegalText,
)
