import { MutedLine } from "@/components/ui/muted"
import type { FoundIn } from "@/lib/requests/contract"

const NAMES: Record<FoundIn, string> = {
  reference: "reference",
  title: "title",
  customer: "name",
  address: "address",
  mprn: "MPRN",
  meterSerial: "meter serial number",
  externalReference: "external reference",
  email: "email",
  phone: "phone",
  description: "description",
}

interface FoundElsewhereProps {
  foundIn?: readonly FoundIn[]
  /** The fields that stand in the list, where what was found is marked. */
  shown: readonly FoundIn[]
}

/** Where a search found its words, as far as a list does not show it. */
export function foundElsewhere({ foundIn = [], shown }: FoundElsewhereProps): string | undefined {
  const elsewhere = foundIn.filter((field) => !shown.includes(field))
  return elsewhere.length === 0 ? undefined : `Found in: ${elsewhere.map((field) => NAMES[field]).join(", ")}`
}

export function FoundElsewhere(found: FoundElsewhereProps) {
  const words = foundElsewhere(found)
  return words ? <MutedLine>{words}</MutedLine> : null
}
