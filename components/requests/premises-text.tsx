import type { Premises } from "@/lib/model/premises"

/** An address as on an envelope. */
export function Address({ line1, line2, town, postcode }: Premises) {
  return <span className="whitespace-pre-line">{[line1, line2, town, postcode].filter(Boolean).join("\n")}</span>
}

/** The whole address on one line. */
export const addressLine = ({ line1, line2, town, postcode }: Premises): string =>
  [line1, line2, town, postcode].filter(Boolean).join(", ")

const FLAT = /^(flat|apartment|apt|unit|floor|room|suite|studio)\b/i

/** The whole address on one line that may be cut off: the street first, which tells more than the number of a flat. */
export function placeLine({ line1, line2, town, postcode }: Premises): string {
  const parts = [...line1.split(","), line2 ?? ""].map((part) => part.trim()).filter(Boolean)
  const street = parts.findIndex((part) => !FLAT.test(part))
  const first = street > 0 ? [parts[street], ...parts.toSpliced(street, 1)] : parts
  return [...first, town, postcode].filter(Boolean).join(", ")
}

/** The known identifiers of the supply. */
export function supplyFacts({ mprn, meterSerial }: Premises) {
  return [
    ...(mprn ? [{ term: "MPRN", detail: mprn }] : []),
    ...(meterSerial ? [{ term: "Meter serial number", detail: meterSerial }] : []),
  ]
}
