/** What a mail server says of one address (RFC 3464). */
export interface ReportedAddress {
  /** Where it went, and to whom we had sent it, in lower case. */
  addresses: readonly string[]
  /** True when it will not be tried again. */
  failed: boolean
  /** Such as 5.1.1 (RFC 3463). */
  status: string
}

const MOST_ADDRESSES = 50

/** What a report says of each address. */
export const readDeliveryReports = (reports: readonly string[]): ReportedAddress[] =>
  reports
    .flatMap((report) =>
      report
        .replace(/\r\n?/g, "\n")
        .split(/\n\s*\n/)
        .flatMap(readGroup),
    )
    .slice(0, MOST_ADDRESSES)

function readGroup(group: string): ReportedAddress[] {
  const fields = new Map<string, string>()
  for (const line of group.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":")
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  const addresses = ["original-recipient", "final-recipient"].flatMap((name) => addressIn(fields.get(name)))
  if (addresses.length === 0) return []
  const status = /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get("status") ?? "")?.[1] ?? ""
  const action = fields.get("action")?.toLowerCase().split(/\s/)[0]
  return [{ addresses, status, failed: action === "failed" && !status.startsWith("4") }]
}

/** An address is written as `rfc822; somebody@example.com`. */
const addressIn = (field = ""): string[] => {
  const address = field
    .replace(/^[^;]*;/, "")
    .trim()
    .replace(/^<(.*)>$/, "$1")
    .toLowerCase()
  return address.includes("@") ? [address] : []
}
