import { z } from "zod"
import { LEFT_OUT } from "@/lib/model/kept-filter"
import { NamedPerson } from "@/lib/model/person"
import { STATUSES } from "@/lib/model/status"
import { Id, Instant, KeptId, line, Version } from "@/lib/model/text"
import { RequestFilter, STATUS_FILTERS } from "@/lib/requests/contract"

const { category, priority, assignee, team, area, danger, due, q, sort } = RequestFilter.shape

const Day = z.iso.date("Enter a date, like 2026-11-29")

/** What a view shows: days are those of the utility's time zone. */
export const ViewFilter = z.object({
  status: z
    .array(z.enum([...STATUS_FILTERS, "any"]))
    .max(STATUSES.length + 2)
    .optional()
    .describe("Left out for open requests"),
  category,
  priority,
  assignee,
  team,
  customer: Id.optional().describe("The customer's ID"),
  area,
  danger,
  due,
  dueBy: Day.optional().describe("Due on this day or earlier"),
  from: Day.optional().describe("Received on this day or later"),
  to: Day.optional().describe("Received on this day or earlier"),
  q,
  sort,
  without: z.array(z.enum(LEFT_OUT)).max(LEFT_OUT.length).optional().describe("Columns that are not shown"),
})
export type ViewFilter = z.infer<typeof ViewFilter>

const KeptFilter = ViewFilter.superRefine(({ from, to }, { addIssue }) => {
  if (from !== undefined && to !== undefined && to < from)
    addIssue({ code: "custom", path: ["to"], message: "Enter a day that is not before the first" })
})

const ViewName = line("a name", { max: 60 })
const Shared = z.boolean().describe("Whether everybody at the desk has it. For supervisors and administrators")

export const ViewToSave = z.object({ name: ViewName, filter: KeptFilter, shared: Shared.default(false) })

export const ViewEdit = z.object({
  id: Id,
  name: ViewName.optional(),
  filter: KeptFilter.optional(),
  shared: Shared.optional(),
  version: Version,
})

export const SavedView = z.object({
  id: KeptId,
  name: z.string(),
  filter: ViewFilter.describe("What is not there is not narrowed"),
  shared: z.boolean(),
  owner: NamedPerson,
  editable: z.boolean().describe("Whether you can change or delete it"),
  version: z.number().int(),
  createdAt: Instant,
})
export type SavedView = z.infer<typeof SavedView>

export const SavedViews = z.object({ items: z.array(SavedView) })
