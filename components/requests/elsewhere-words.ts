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

/** Where a search found its words, as far as a list does not show it; empty if it shows all. */
export function elsewhereWords(foundIn: readonly FoundIn[] = [], shown: readonly FoundIn[] = ["reference", "title"]) {
  const elsewhere = foundIn.filter((field) => !shown.includes(field))
  return elsewhere.length > 0 ? `Found in: ${elsewhere.map((field) => NAMES[field]).join(", ")}` : ""
}
