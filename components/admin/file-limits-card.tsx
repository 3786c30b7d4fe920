import type { z } from "zod"
import { inMegabytes } from "@/lib/model/attachment"
import type { FileUsage } from "@/lib/oversight/file-usage/contract"

/** What attachments take up beside each limit, and the variable that sets it. */
export function FileLimitsCard({ usage: { files, bytes, limits } }: { usage: z.infer<typeof FileUsage> }) {
  const left = limits.all === null ? "No limit" : `${inMegabytes(Math.max(0, limits.all - bytes))} left`
  const lines = [
    ["All files, with the previews of photos", `${files} files, ${inMegabytes(bytes)}`],
    ["Limit for all files (UPLOAD_GB_IN_ALL)", limits.all === null ? left : `${inMegabytes(limits.all)}, ${left}`],
    ["File (UPLOAD_MB_PER_FILE)", inMegabytes(limits.file)],
    ["Video (UPLOAD_MB_PER_VIDEO)", inMegabytes(limits.video)],
    [
      "Each side of a request (UPLOAD_MB_PER_REQUEST)",
      `${limits.filesOfRequest} files, ${inMegabytes(limits.request)}`,
    ],
    ["Account in a day (UPLOAD_MB_PER_DAY)", inMegabytes(limits.day)],
  ] as const
  return (
    <dl className="space-y-3">
      {lines.map(([term, value]) => (
        <div key={term}>
          <dt className="font-semibold wrap-anywhere">{term}</dt>
          <dd className="text-muted">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
