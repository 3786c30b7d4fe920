import { z } from "zod"
import { code, Id, Instant, line, prose } from "@/lib/model/text"
import { Attachment } from "@/lib/requests/attachments/contract"
import { RequestToFile } from "@/lib/requests/contract"
import type { Answer } from "@/lib/requests/request-fields"

/** Schemas of the filing steps. Each page saves its part of the answers, so that nothing typed is lost. */
export const SafetyCheckStep = z.object({ safetyCheck: RequestToFile.shape.safetyCheck.unwrap() })
export const CategoryStep = RequestToFile.pick({ category: true })
export const DetailsStep = RequestToFile.pick({ title: true, description: true, contactPreference: true })
/** Asked only where the details speak of a danger. */
export const DangerStep = z.object({ happeningNow: RequestToFile.shape.happeningNow.unwrap() })
export const PremisesStep = RequestToFile.pick({ premises: true })
/** Far more than a field is for. It is cut rather than refused. */
const MOST_TYPED = 200_000
const cutTo = (most: number) => (value: string) => value.slice(0, most).trim()

/** Where an emergency is, as far as whoever passes by can tell. */
const EmergencyPlace = z.object(
  {
    // Some say where it is in several sentences.
    line1: line("the first line of the address", {
      max: MOST_TYPED,
      missing: "Enter the building and street",
    }).overwrite(cutTo(2000)),
    line2: line("the second line of the address", { max: MOST_TYPED }).overwrite(cutTo(300)).optional(),
    town: line("a town or city", { max: MOST_TYPED }).overwrite(cutTo(100)).optional(),
    postcode: code("a postcode", { max: MOST_TYPED })
      .overwrite((value) => value.slice(0, 100).toUpperCase())
      .optional(),
    mprn: code("the MPRN", { max: MOST_TYPED }).overwrite(cutTo(100)).optional(),
    meterSerial: code("the meter serial number", { max: MOST_TYPED }).overwrite(cutTo(100)).optional(),
  },
  "Enter where it is",
)
const MOST_DETAILS = 5000

/**
 * The one page of an emergency; all but the building and street can be skipped. It is not refused for anything else: a
 * phone number stays as it was typed, and too long a text is cut.
 */
export const ReportStep = RequestToFile.pick({ everyoneOutside: true, anyoneUnwell: true }).extend({
  premises: EmergencyPlace,
  contactPhone: line("a phone number", { max: MOST_TYPED })
    .overwrite(cutTo(100))
    .optional()
    .describe("A phone that is with the person who reports it"),
  details: prose("details", { max: MOST_TYPED })
    .overwrite(cutTo(MOST_DETAILS))
    .optional()
    .describe(`Anything else that helps, in the reporter's words. The first ${MOST_DETAILS} characters are kept`),
})
export type ReportStep = z.infer<typeof ReportStep>

/** The fields that each step asks for. */
const ASKED = {
  // Those of an ordinary request are checked as it needs them.
  ...ReportStep.shape,
  ...SafetyCheckStep.shape,
  ...CategoryStep.shape,
  ...DetailsStep.shape,
  ...DangerStep.shape,
  ...PremisesStep.shape,
} satisfies Record<Answer | keyof ReportStep, z.ZodType>

/** Answers so far, checked one by one so that a form can show them again. Filing checks them as a whole. */
const Answers = z.object(ASKED).partial()

/** What stands in a form by dotted name, whether it is a valid answer or not. */
const Typed = z.record(z.string().max(100), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(50)]))

/** The pages whose answers are kept as people type. */
export const TYPED_STEPS = ["category", "details", "premises", "report"] as const
export type TypedStep = (typeof TYPED_STEPS)[number]

export const Draft = z.object({
  id: Id,
  version: z.number().int(),
  answers: Answers,
  /** By page: what was typed there and not saved by its button yet. */
  typed: z.partialRecord(z.enum(TYPED_STEPS), Typed),
  attachments: z.array(Attachment),
  /** The request that it has become. */
  filedAs: Id.optional(),
})
export type Draft = z.infer<typeof Draft>

/**
 * What a form about a draft carries besides its answers: which one, the version that its person saw, and a name for the
 * window that it stands in.
 */
export const OnDraft = z.object({
  draft: Id,
  version: z.number().int().optional(),
  window: z.string().max(40).optional(),
})
export type OnDraft = z.infer<typeof OnDraft>

export const TypedAnswers = OnDraft.extend({ step: z.enum(TYPED_STEPS), typed: Typed })
export type TypedAnswers = z.infer<typeof TypedAnswers>

/** A line of the list of unfinished requests. */
export const UnfinishedRequest = Draft.pick({ id: true }).extend({
  // A title that was typed and not saved yet names it as well, valid or not.
  answers: Answers.extend({ title: z.string().optional() }),
  updatedAt: Instant,
})
export type UnfinishedRequest = z.infer<typeof UnfinishedRequest>
