import { z } from "zod"
import { Phone } from "@/lib/identity/accounts/contract"
import { NamedPerson } from "@/lib/model/person"
import { Id, Instant, KeptId, prose, Version } from "@/lib/model/text"
import { RequestToFile } from "@/lib/requests/contract"

export const FixConfirmation = z
  .object({
    id: Id,
    rating: z
      .number("Choose a number from 1 to 5")
      .int("Choose a number from 1 to 5")
      .min(1, "Choose a number from 1 to 5")
      .max(5, "Choose a number from 1 to 5")
      .optional()
      .describe("How satisfied the customer is, from 1 (not at all) to 5 (very)"),
    comment: prose("a comment", { max: 2000 }).optional().describe("Only with a rating"),
  })
  .superRefine(({ rating, comment }, { addIssue }) => {
    if (comment !== undefined && rating === undefined)
      addIssue({ code: "custom", path: ["rating"], message: "Choose a number from 1 to 5 with your comment" })
  })
export type FixConfirmation = z.infer<typeof FixConfirmation>

export const Reopening = z.object({
  id: Id,
  reason: prose("what is still wrong", {
    min: 5,
    max: 2000,
    missing: "Enter what is still wrong",
  }).describe("What is still wrong. Everybody who can see the request can read it"),
})
export type Reopening = z.infer<typeof Reopening>

export const Cancellation = z.object({
  id: Id,
  reason: prose("a reason", { max: 2000 }).optional(),
})
export type Cancellation = z.infer<typeof Cancellation>

export const Correction = z.object({
  id: Id,
  description: RequestToFile.shape.description.optional().describe("The whole description as it should be"),
  contactPhone: Phone.nullable()
    .optional()
    .describe("A phone that is with the person now. Null: the one of the profile"),
  version: Version,
})
export type Correction = z.infer<typeof Correction>

export const Return = z.object({
  id: Id,
  reason: prose("a reason", { max: 2000 }).describe("Only staff can see it"),
  version: Version,
})
export type Return = z.infer<typeof Return>

export const Proposal = z.object({
  id: Id,
  assigneeId: z.uuid("Choose who to propose"),
  reason: prose("a reason", { max: 2000 }).describe("Only staff can see it"),
})
export type Proposal = z.infer<typeof Proposal>

export const ProposalFilter = z.object({ requestId: Id.optional().describe("Only the one of this request") })
export type ProposalFilter = z.infer<typeof ProposalFilter>

export const Proposed = z.object({
  request: z.object({ id: KeptId, reference: z.string(), title: z.string(), version: z.number().int() }),
  colleague: NamedPerson,
  proposedBy: NamedPerson.nullable(),
  assignee: NamedPerson.nullable(),
  reason: z.string(),
  createdAt: Instant,
})
export type Proposed = z.infer<typeof Proposed>

export const Proposals = z.object({ items: z.array(Proposed) })
