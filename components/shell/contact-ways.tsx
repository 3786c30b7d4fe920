import { type Description, DescriptionList } from "@/components/ui/description-list"
import { MailLink, PhoneLink } from "@/components/ui/link"
import { env } from "@/lib/runtime/env"

/** How to reach the utility about anything but an emergency. */
export function ContactWays() {
  const { CONTACT_PHONE: phone, CONTACT_HOURS: hours, CONTACT_EMAIL: email } = env()
  const ways: Description[] = []
  if (phone) ways.push({ term: "Phone", detail: <PhoneLink number={phone} /> })
  if (phone && hours) ways.push({ term: "Opening hours", detail: hours })
  if (email) ways.push({ term: "Email", detail: <MailLink address={email} /> })
  return ways.length > 0 ? (
    <DescriptionList items={ways} />
  ) : (
    <p>Send us a request. It reaches the right team, and you can follow every step until it is done.</p>
  )
}
