import type { Premises } from "@/lib/model/premises"

/** An address as on an envelope. */
export function Address({ line1, line2, town, postcode }: Premises) {
  return <span className="whitespace-pre-line">{[line1, line2, town, postcode].filter(Boolean).join("\n")}</span>
}

/** The whole address on one line. */
export const addressLine = ({ line1, line2, town, postcode }: Premises): string =>
  [line1, line2, town, postcode].filter(Boolean).join(", ")

/** The known identifiers of the supply. */
export function supplyFacts({ mprn, meterSerial }: Premises) {
  return [
    ...(mprn ? [{ term: "MPRN", detail: mprn }] : []),
    ...(meterSerial ? [{ term: "Meter serial number", detail: meterSerial }] : []),
  ]
}
