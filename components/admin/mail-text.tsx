import { Link } from "@/components/ui/link"

const ADDRESS = /https?:\/\/\S+/g

/** The plain text of a mail, with its addresses as links as mail programs show them. */
export function MailText({ text }: { text: string }) {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => ({ address, index }))
  const ends = addresses.map(({ address, index }) => index + address.length)
  return (
    <p className="whitespace-pre-line wrap-anywhere">
      {addresses.map(({ address, index }, i) => (
        <span key={index}>
          {text.slice(ends[i - 1] ?? 0, index)}
          <Link href={address}>{address}</Link>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </p>
  )
}
