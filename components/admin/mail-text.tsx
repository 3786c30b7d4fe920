import { Link } from "@/components/ui/link"

const ADDRESS = /(https?:\/\/\S+)/

/** The plain text of a mail, with its addresses as links as mail programs show them. */
export function MailText({ text }: { text: string }) {
  return (
    <p className="whitespace-pre-line wrap-anywhere">
      {text.split(ADDRESS).map((part, i) =>
        ADDRESS.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes, and an address may stand in it twice.
          <Link key={i} href={part}>
            {part}
          </Link>
        ) : (
          part
        ),
      )}
    </p>
  )
}
