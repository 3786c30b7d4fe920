import type { Tx } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { isPhoto } from "@/lib/model/picture"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { isScannerSet } from "@/lib/platform/scanner/clamd"
import { enqueuePictures } from "@/lib/requests/pictures/enqueue-pictures"

type NewAttachment = Omit<typeof attachments.$inferInsert, "scan" | "scannedAt" | "threat" | "picture">

/**
 * Writes the rows of new attachments and returns them. What has to be done with a file follows in the same transaction:
 * where there is a scanner, they are held until it has seen them; of photos, pictures are made. There is no other way in:
 * `one-way-in.test.ts`.
 */
export async function insertAttachments(tx: Tx, files: readonly NewAttachment[]) {
  const scan = isScannerSet() ? "pending" : "none"
  const rows = await tx
    .insert(attachments)
    .values(
      files.map((file) => ({ ...file, scan, picture: isPhoto(file.mediaType) ? null : ("none" as const) }) as const),
    )
    .returning()
  if (scan === "pending") for (const { id } of rows) await enqueue(tx, "scan_file", { attachmentId: id }, scanKey(id))
  await enqueuePictures(
    tx,
    rows.filter(({ picture }) => picture === null).map(({ id }) => id),
  )
  return rows
}

/** A file has one job at a time. */
export const scanKey = (id: string): string => `scan:${id}`
