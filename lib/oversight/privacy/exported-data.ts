import { isOpenable } from "@/lib/model/attachment"
import { nameOfCopy, PICTURE_TYPE } from "@/lib/model/picture"
import { isStored } from "@/lib/platform/storage/read-file"
import type { Attachment } from "@/lib/requests/attachments/contract"
import type { ExportedField } from "@/lib/requests/request-fields"
import { archivePaths } from "./archive-paths"
import { copiesOfOthers } from "./copies-of-others"
import { listActivity } from "./list-activity"
import {
  deletedRequestsOf,
  draftsOf,
  emailsOf,
  homesOf,
  keysFor,
  needsOf,
  profileOf,
  requestsOf,
  sessionsOf,
  toldOf,
  unsentOf,
  wishesOf,
} from "./personal-records"

/** A file that the data has named, and where in the archive it goes. */
export interface NamedFile {
  id: string
  path: string
}

/**
 * Everything kept about a customer as pieces of one JSON text, with a few requests in memory at a time. It passes each
 * attachment that belongs into the archive to `name`, or the copy of a photo that others sent; one whose file is missing is
 * still listed and marked.
 */
export async function* exportedData(accountId: string, name: (file: NamedFile) => void): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(new Date())},\n"profile":${JSON.stringify(await profileOf(accountId))}`
  yield `,\n"thirdParties":${JSON.stringify(await keysFor(accountId))}`
  yield `,\n"homes":${JSON.stringify(await homesOf(accountId))}`
  yield `,\n"needs":${JSON.stringify(await needsOf(accountId))}`
  yield* notifications(accountId)
  yield `,\n"emails":${JSON.stringify(await emailsOf(accountId))}`
  yield* list("sessions", flat(sessionsOf(accountId)))
  yield* list("activity", flat(listActivity(accountId)))
  yield `,\n"drafts":${JSON.stringify(await draftsWithFiles(accountId, name))}`
  yield `,\n"unsentMessages":${JSON.stringify(await unsentOf(accountId))}`
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

/** How they want to be told, and what they were told of. */
async function* notifications(accountId: string): AsyncGenerator<string> {
  yield `,\n"notifications":${JSON.stringify(await wishesOf(accountId)).slice(0, -1)}`
  yield* list("told", toldOf(accountId))
  yield "}"
}

async function* flat<Row>(batches: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const batch of batches) yield* batch
}

async function draftsWithFiles(accountId: string, name: (file: NamedFile) => void) {
  const pathOf = archivePaths("draft")
  const listed = []
  for (const draft of await draftsOf(accountId))
    listed.push({ ...draft, attachments: await withPaths(accountId, pathOf, draft.attachments, name) })
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
      followUpOf: request.followUpOf?.reference ?? null,
      rating: request.rating,
      createdAt: request.createdAt,
      updatedAt: request.updatedAt,
      attachments: await withPaths(accountId, archivePaths(reference), request.attachments, name),
      timeline: request.timeline.map(({ requestId: _, ...event }) => event),
    } satisfies Record<ExportedField | "attachments" | "timeline", unknown>
  }
}

async function withPaths(
  accountId: string,
  pathOf: ReturnType<typeof archivePaths>,
  files: Attachment[],
  name: (file: NamedFile) => void,
) {
  const copies = await copiesOfOthers(accountId, files)
  const listed = []
  for (const { id, name: called, mediaType, bytes, scan, createdAt } of files) {
    const copy = copies.get(id)
    const given = copy === undefined ? id : copy
    const stored = given !== null && (await isStored(given))
    // What the virus scanner holds or has removed is named and not given away.
    const named = copy ? ([nameOfCopy(called), PICTURE_TYPE] as const) : ([called, mediaType] as const)
    const path = stored && isOpenable(scan) ? pathOf(...named) : null
    if (path && given) name({ id: given, path })
    listed.push({
      name: called,
      mediaType,
      bytes,
      scan,
      createdAt,
      file: path,
      missing: given !== null && !stored && isOpenable(scan),
    })
  }
  return listed
}
