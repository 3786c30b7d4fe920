import { isStored } from "@/lib/platform/storage/read-file"
import type { Attachment } from "@/lib/requests/attachments/contract"
import type { ExportedField } from "@/lib/requests/request-fields"
import { archivePaths } from "./archive-paths"
import { listActivity } from "./list-activity"
import {
  deletedRequestsOf,
  draftsOf,
  homesOf,
  keysFor,
  needsOf,
  profileOf,
  requestsOf,
  sessionsOf,
} from "./personal-records"

/** A file that the data has named, and where in the archive it goes. */
export interface NamedFile {
  id: string
  path: string
}

/**
 * Everything kept about a customer as pieces of one JSON text, with a few requests in memory at a time. It passes each
 * attachment that belongs into the archive to `name`; one whose file is missing is still listed and marked.
 */
export async function* exportedData(accountId: string, name: (file: NamedFile) => void): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(new Date())},\n"profile":${JSON.stringify(await profileOf(accountId))}`
  yield `,\n"thirdParties":${JSON.stringify(await keysFor(accountId))}`
  yield `,\n"homes":${JSON.stringify(await homesOf(accountId))}`
  yield `,\n"needs":${JSON.stringify(await needsOf(accountId))}`
  yield* list("sessions", flat(sessionsOf(accountId)))
  yield* list("activity", flat(listActivity(accountId)))
  yield `,\n"drafts":${JSON.stringify(await draftsWithFiles(accountId, name))}`
  yield* list("requests", requestsWithFiles(accountId, name))
  yield `,\n"deletedRequests":${JSON.stringify(await deletedRequestsOf(accountId))}}\n`
}

async function* list(name: string, rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `,\n"${name}":[`
  let separator = "\n"
  for await (const row of rows) {
    yield separator + JSON.stringify(row)
    separator = ",\n"
  }
  yield "]"
}

async function* flat<Row>(batches: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const batch of batches) yield* batch
}

async function draftsWithFiles(accountId: string, name: (file: NamedFile) => void) {
  const pathOf = archivePaths("draft")
  const listed = []
  for (const draft of await draftsOf(accountId))
    listed.push({ ...draft, attachments: await withPaths(pathOf, draft.attachments, name) })
  return listed
}

async function* requestsWithFiles(accountId: string, name: (file: NamedFile) => void) {
  for await (const request of requestsOf(accountId)) {
    const { id, reference, category, priority, status, title, description, premises, contactPreference } = request
    const { safetyCheck, contactPhone, everyoneOutside, anyoneUnwell, externalReference, channel } = request
    yield {
      ...{ id, reference, category, priority, status, title, description, premises, contactPreference },
      ...{ safetyCheck, contactPhone, everyoneOutside, anyoneUnwell, externalReference, channel },
      assignee: request.assignee?.name ?? null,
      createdAt: request.createdAt,
      updatedAt: request.updatedAt,
      attachments: await withPaths(archivePaths(reference), request.attachments, name),
      timeline: request.timeline.map(({ requestId: _, ...event }) => event),
    } satisfies Record<ExportedField | "attachments" | "timeline", unknown>
  }
}

async function withPaths(
  pathOf: ReturnType<typeof archivePaths>,
  files: Attachment[],
  name: (file: NamedFile) => void,
) {
  const listed = []
  for (const { id, name: called, mediaType, bytes, createdAt } of files) {
    const stored = await isStored(id)
    const path = stored ? pathOf(called) : null
    if (path) name({ id, path })
    listed.push({ name: called, mediaType, bytes, createdAt, file: path, missing: !stored })
  }
  return listed
}
