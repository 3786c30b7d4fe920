import type { StoreCheck, Tally } from "@/lib/platform/storage/check-store"
import { ownershipProblem } from "@/lib/platform/storage/ownership"

const WIDTH = 39

/** The lines that `npm run files:check` prints about a store, and whether anything is still wrong. */
export function reportOf(check: StoreCheck): { lines: string[]; isWrong: boolean } {
  const { ownership, lost, elsewhere, rowless, astray, mended } = check
  const isOurs = ownership.state === "ours" || ownership.state === "free"
  const isLeft = rowless.count > mended.putAway || astray.count > mended.returned || elsewhere.count > mended.corrected
  const lines = [
    line("Store", ownership.store),
    line("Installation", ownership.id),
    line("Attachments in the database", check.rows),
    line("Files in the store", check.files),
    ...found("Attachments without a file", lost),
    ...found("Attachments with a file elsewhere", elsewhere),
    ...found("Files without an attachment", rowless),
    ...found("Attachments with a file in quarantine", astray),
    line("Files in quarantine", check.quarantined),
  ]
  if (!isOurs) lines.push("", ownershipProblem(ownership))
  if (ownership.state === "free") lines.push("", "The store has no marker yet. The app writes it when it starts.")
  if (mended.returned > 0) lines.push("", `Moved back from quarantine: ${mended.returned}`)
  if (mended.putAway > 0) lines.push("", `Moved to quarantine: ${mended.putAway}`)
  if (mended.corrected > 0) lines.push("", `Attachments that now name the store of their file: ${mended.corrected}`)
  if (mended.forgotten > 0) lines.push("", `Lost pictures of photos that will be made again: ${mended.forgotten}`)
  if (isOurs && isLeft) lines.push("", "To put this right, run: npm run files:check -- --mend")
  if (lost.count > 0)
    lines.push(
      "",
      "To have missing pictures of photos made again, run: npm run files:check -- --mend",
      "Restore the missing files from a backup: each is at <last two letters of its ID>/<ID> in a folder, and at files/<ID> in a bucket.",
    )
  const isWrong = !isOurs || isLeft || lost.count > 0
  if (!isWrong) lines.push("", "No problems found.")
  return { lines, isWrong }
}

const line = (name: string, value: string | number) =>
  `${name.padEnd(WIDTH)}${typeof value === "number" ? value.toLocaleString("en-GB") : value}`

function found(name: string, { count, examples }: Tally): string[] {
  const more = count - examples.length
  return [
    line(name, count),
    ...examples.map((id) => `  ${id}`),
    ...(more > 0 ? [`  and ${more.toLocaleString("en-GB")} more`] : []),
  ]
}
