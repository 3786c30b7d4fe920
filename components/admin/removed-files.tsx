import type { z } from "zod"
import { RemovedFileForm } from "@/components/admin/removed-file-form"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import type { FormAction } from "@/lib/http/form-state"
import { REMOVED_FILE_DECISIONS } from "@/lib/model/removed-file"
import type { FileUsage } from "@/lib/oversight/file-usage/contract"

type Removed = z.infer<typeof FileUsage>["removed"]

interface RemovedFilesProps {
  files: Removed
  isScanned: boolean
  decide: FormAction
}

/** The files in which something harmful was found, where they are, what it was, and what may be done with each. */
export function RemovedFiles({ files, isScanned, decide }: RemovedFilesProps) {
  if (files.length === 0)
    return <Muted>{isScanned ? "No files removed." : "No virus scanner is set up (CLAMD_HOST)."}</Muted>
  return (
    <div className="space-y-4">
      <Muted small>Each is kept in the quarantine of the store for 30 days, under its ID. Nobody can open it.</Muted>
      <ul className="space-y-4">
        {files.map((file) => (
          <li key={file.id} className="space-y-1">
            <RemovedFile file={file} />
            {REMOVED_FILE_DECISIONS.map((decision) => (
              <RemovedFileForm key={decision} id={file.id} decision={decision} decide={decide} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

const RemovedFile = ({ file: { id, requestId, name, threat, removedAt } }: { file: Removed[number] }) => (
  <div>
    <bdi className="font-semibold wrap-anywhere">{name}</bdi>
    <p className="wrap-anywhere">
      {threat}, <Time value={removedAt} />
    </p>
    <p className="text-sm text-muted wrap-anywhere">
      {requestId ? <Link href={`/desk/requests/${requestId}`}>Open request</Link> : "In an unsent request"}, file {id}
    </p>
  </div>
)
