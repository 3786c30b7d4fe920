import { z } from "zod"
import { Attachment } from "@/lib/requests/attachments/contract"
import { RequestToFile } from "@/lib/requests/contract"

/** Schemas of the filing steps. Each page saves its part of the answers, so that nothing typed is lost. */
export const CategoryStep = RequestToFile.pick({ category: true })
export const DetailsStep = RequestToFile.pick({ title: true, description: true, contactPreference: true })
/** Asked only where the details speak of a danger. */
export const DangerStep = z.object({ happeningNow: RequestToFile.shape.happeningNow.unwrap() })
export const PremisesStep = RequestToFile.pick({ premises: true })

/** Answers so far, checked one by one so that a form can show them again. Filing checks them as a whole. */
const Answers = RequestToFile.partial()

export const Draft = z.object({ answers: Answers, attachments: z.array(Attachment) })
export type Draft = z.infer<typeof Draft>
