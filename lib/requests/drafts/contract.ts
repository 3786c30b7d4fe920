import { z } from "zod"
import { prose } from "@/lib/model/text"
import { Attachment } from "@/lib/requests/attachments/contract"
import { RequestToFile } from "@/lib/requests/contract"
import type { Answer } from "@/lib/requests/request-fields"

/** Schemas of the filing steps. Each page saves its part of the answers, so that nothing typed is lost. */
export const SafetyCheckStep = RequestToFile.pick({ safetyCheck: true }).required()
export const CategoryStep = RequestToFile.pick({ category: true })
export const DetailsStep = RequestToFile.pick({ title: true, description: true, contactPreference: true })
/** Asked only where the details speak of a danger. */
export const DangerStep = z.object({ happeningNow: RequestToFile.shape.happeningNow.unwrap() })
export const PremisesStep = RequestToFile.pick({ premises: true })
/** The one page of an emergency; all but the premises can be skipped. */
export const ReportStep = RequestToFile.pick({
  premises: true,
  contactPhone: true,
  everyoneOutside: true,
  anyoneUnwell: true,
}).extend({
  details: prose("details", { max: 5000 }).optional().describe("Anything else that helps, in the reporter's words"),
})
export type ReportStep = z.infer<typeof ReportStep>

/** The fields that each step asks for. */
const ASKED = {
  ...SafetyCheckStep.shape,
  ...CategoryStep.shape,
  ...DetailsStep.shape,
  ...DangerStep.shape,
  ...PremisesStep.shape,
  ...ReportStep.shape,
} satisfies Record<Answer | keyof ReportStep, z.ZodType>

/** Answers so far, checked one by one so that a form can show them again. Filing checks them as a whole. */
const Answers = z.object(ASKED).partial()

export const Draft = z.object({ answers: Answers, attachments: z.array(Attachment) })
export type Draft = z.infer<typeof Draft>
