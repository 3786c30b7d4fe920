import { z } from "zod"
import { contract } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { Attachment } from "@/lib/requests/attachments/contract"
import { RequestToFile, ServiceRequest } from "@/lib/requests/contract"
import type { Answer } from "@/lib/requests/request-fields"

/** The steps of filing a request on pages. Each saves its part of the answers, so that nothing typed is lost. */
export const CategoryStep = RequestToFile.pick({ category: true })
export const DetailsStep = RequestToFile.pick({ title: true, description: true, contactPreference: true })
/** Asked only where the details speak of a danger. */
export const DangerStep = z.object({ happeningNow: RequestToFile.shape.happeningNow.unwrap() })
export const PremisesStep = RequestToFile.pick({ premises: true })

/** Whatever is asked for, by the page that does. */
const ASKED = {
  ...CategoryStep.shape,
  ...DetailsStep.shape,
  ...DangerStep.shape,
  ...PremisesStep.shape,
} satisfies Record<Answer, z.ZodType>

/** What was answered so far, good enough to show in a form again; checked whole when it is filed. */
const Answers = z.object(ASKED).partial()

export const Draft = z.object({ answers: Answers, attachments: z.array(Attachment) })
export type Draft = z.infer<typeof Draft>

const Nothing = z.object({})

export const drafting = {
  get: contract({ access: "account", input: Nothing, output: Draft }),
  saveCategory: contract({ access: "account", input: CategoryStep, output: z.void() }),
  saveDetails: contract({ access: "account", input: DetailsStep, output: z.void() }),
  saveDanger: contract({ access: "account", input: DangerStep, output: z.void() }),
  savePremises: contract({ access: "account", input: PremisesStep, output: z.void() }),
  attach: contract({ access: "account", input: Nothing, output: z.void() }),
  detach: contract({ access: "account", input: One, output: z.void() }),
  /** Nothing when there was nothing left to file: it has been filed already, or was discarded. */
  file: contract({ access: "account", input: Nothing, output: ServiceRequest.nullable() }),
  discard: contract({ access: "account", input: Nothing, output: z.void() }),
}
