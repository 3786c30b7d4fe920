import { z } from "zod"
import { Needs, NeedsChange } from "@/lib/identity/needs/contract"
import { contract, operation } from "@/lib/model/operation"
import { Id } from "@/lib/model/text"
import { ServiceRequest } from "@/lib/requests/contract"
import {
  CategoryStep,
  DangerStep,
  DetailsStep,
  Draft,
  OnDraft,
  PremisesStep,
  ReportStep,
  SafetyCheckStep,
  TypedAnswers,
  UnfinishedRequest,
} from "./contract"

const Which = OnDraft.pick({ draft: true })

export const drafting = {
  list: contract({ access: "account", input: z.object({}), output: z.object({ items: z.array(UnfinishedRequest) }) }),
  /** Nothing when there is no such draft: it was discarded, or forgotten. */
  get: contract({ access: "account", input: Which, output: Draft.nullable() }),
  begin: contract({ access: "account", input: SafetyCheckStep, output: Draft }),
  saveSafetyCheck: contract({ access: "account", input: SafetyCheckStep.extend(OnDraft.shape), output: Draft }),
  saveCategory: contract({ access: "account", input: CategoryStep.extend(OnDraft.shape), output: Draft }),
  saveDetails: contract({ access: "account", input: DetailsStep.extend(OnDraft.shape), output: Draft }),
  saveDanger: contract({ access: "account", input: DangerStep.extend(OnDraft.shape), output: Draft }),
  savePremises: contract({ access: "account", input: PremisesStep.extend(OnDraft.shape), output: Draft }),
  /** For scripts of our pages; it is no part of the API. */
  keepTyped: operation({
    method: "post",
    path: "/requests/new/{draft}/typed",
    tag: "Drafts",
    access: "account",
    status: 200,
    summary: "Keep what was typed",
    input: TypedAnswers,
    output: z.object({ version: z.number().int() }),
  }),
  saveNeeds: contract({ access: "account", input: NeedsChange.extend(Which.shape), output: Needs }),
  attach: contract({ access: "account", input: Which, output: z.void() }),
  /** With the name of what was removed, if it was still there. */
  detach: contract({
    access: "account",
    input: Which.extend({ id: Id }),
    output: Which.extend({ name: z.string().optional() }),
  }),
  /** The request that it has become, now or before; nothing when it was discarded. */
  file: contract({ access: "account", input: OnDraft, output: ServiceRequest.nullable() }),
  /** Sends the emergency that the answer about danger tells of; nothing as with `file`. */
  report: contract({ access: "account", input: ReportStep.extend(OnDraft.shape), output: ServiceRequest.nullable() }),
  discard: contract({ access: "account", input: Which, output: z.void() }),
}
