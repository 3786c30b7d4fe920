import { fileRequest } from "@/lib/dispatch/file-request"
import { createCustomer } from "@/lib/identity/customers/create-customer"
import { inviteCustomer } from "@/lib/identity/customers/invite-customer"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import type { Premises } from "@/lib/model/premises"
import { Id } from "@/lib/model/text"
import { getCaller } from "@/lib/requests/callers/get-caller"
import { callToFile } from "./call-to-file"
import { customerInDanger, withCaller } from "./caller-in-danger"
import type { Call, NewCaller } from "./contract"
import { emergencyToFile, isEmergencyCall } from "./emergency-to-file"

/**
 * Files what somebody has called about, and returns the request. A caller who is no customer yet becomes one; where the
 * number is a customer's, the form asks which of them is calling. An emergency needs nothing but a place: who is calling
 * is asked after it was sent.
 * @throws AppError `forbidden` by the policy, `invalid` for what is missing, and as `createCustomer`, `inviteCustomer` and
 *   `fileRequest` do
 */
export async function takeCall(actor: Actor, call: Call) {
  permit(actor, "request.take")
  const chosen = Id.safeParse(call.known).data
  const known = { ...call, customerId: call.customerId ?? chosen }
  if (isEmergencyCall(known)) return takeEmergency(actor, known)
  const places = known.customerId ? (await getCaller(actor, { id: known.customerId })).places : []
  const { request, caller } = callToFile(known, places)
  const customerId = known.customerId ?? (await newCustomer(actor, caller, request.premises, call.known === "another"))
  return fileRequest(actor, { ...request, customerId })
}

async function takeEmergency(actor: Actor, call: Call) {
  const customer = call.customerId ? await getCaller(actor, { id: call.customerId }).catch(unlessGone) : undefined
  const request = emergencyToFile(call, customer?.places ?? [])
  const customerId = customer?.id ?? (await customerInDanger(actor, call, request.premises))
  return fileRequest(actor, { ...withCaller(request, call, customerId !== undefined), customerId })
}

/** A customer may delete their account while somebody calls about their home. */
function unlessGone(thrown: unknown): undefined {
  if (!(thrown instanceof AppError && thrown.code === "not_found")) throw thrown
}

async function newCustomer(actor: Actor, caller: NewCaller | undefined, at: Premises, another: boolean) {
  if (!caller) throw new Error("Nobody has called.")
  const { about, ...person } = caller
  const premises = about.includes("home") ? at : undefined
  const { id } = await createCustomer(actor, { ...person, premises, another }).catch(askWho)
  if (about.includes("invite") && person.email) await inviteCustomer(actor, { id })
  return id
}

/** Fields as the form names them. That the number or address is a customer's is a question to whoever is on the phone. */
function askWho(thrown: unknown): never {
  if (!(thrown instanceof AppError && thrown.fields)) throw thrown
  const { message, customers, fields } = thrown
  const renamed = Object.fromEntries(Object.entries(fields).map(([name, it]) => [`caller.${name}`, it]))
  const asked = customers && { known: "Ask who is calling, and choose them" }
  throw new AppError("invalid", message, { fields: { ...renamed, ...asked }, ...(customers && { customers }) })
}
