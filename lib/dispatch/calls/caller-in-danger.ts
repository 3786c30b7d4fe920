import { db } from "@/db/client"
import { createCustomer } from "@/lib/identity/customers/create-customer"
import { inviteCustomer } from "@/lib/identity/customers/invite-customer"
import { customersWithPhone } from "@/lib/identity/customers/known-customers"
import type { Actor } from "@/lib/model/actor"
import { cleanLine } from "@/lib/model/clean-text"
import { AppError } from "@/lib/model/errors"
import { fold } from "@/lib/model/fold-words"
import { Premises } from "@/lib/model/premises"
import type { RequestToFile } from "@/lib/requests/contract"
import { type Call, NewCaller } from "./contract"

/** Longer than anybody's name or address; it is cut, so that it stops nothing. */
const LONGEST = 300

/** What was typed of a caller in danger, and as much of it as can be read. */
function heard({ caller = {}, known }: Call) {
  const typed = (name: string) => cleanLine(String(caller[name] ?? "")).slice(0, LONGEST)
  const [name, phone, email] = [typed("name"), typed("phone"), typed("email")]
  const read = NewCaller.shape
  return {
    ...{ name, phone, email },
    number: read.phone.safeParse(phone).data,
    address: read.email.safeParse(email || undefined).data,
    about: read.about.safeParse(caller.about).data ?? [],
    isAnother: known === "another",
  }
}
type Heard = ReturnType<typeof heard>

/**
 * The customer for whom an emergency is sent: the one who has the number, unless another name was given; or a new one, if
 * a name and a number can be read. Undefined where that cannot be told, which stops nothing.
 */
export async function customerInDanger(actor: Actor, call: Call, at: RequestToFile["premises"]) {
  const told = heard(call)
  const { name, number, isAnother } = told
  if (!number) return undefined
  const known = isAnother ? [] : await customersWithPhone(db, number)
  const [one, ...others] = known
  if (one && others.length === 0 && (!name || isSame(name, one.name))) return one.id
  return name && known.length === 0 ? newCustomer(actor, told, at).catch(unlessRefused) : undefined
}

const isSame = (a: string, b: string): boolean => fold(cleanLine(a)).text === fold(cleanLine(b)).text

async function newCustomer(actor: Actor, told: Heard, at: RequestToFile["premises"]): Promise<string> {
  const { name, number: phone = "", address: email, about, isAnother: another } = told
  const premises = about.includes("home") ? Premises.safeParse(at).data : undefined
  const { id } = await createCustomer(actor, { name: name.slice(0, 200), phone, email, premises, another })
  if (about.includes("invite") && email) await inviteCustomer(actor, { id }).catch(unlessRefused)
  return id
}

function unlessRefused(thrown: unknown): undefined {
  if (!(thrown instanceof AppError)) throw thrown
}

/** An emergency with what was typed of its caller and stands nowhere else. */
export function withCaller(request: RequestToFile, call: Call, isCustomer: boolean): RequestToFile {
  const { name, phone, email, address } = heard(call)
  const contactPhone = request.contactPhone ?? (isCustomer || !phone ? undefined : phone.slice(0, 100))
  const said = [
    name && !isCustomer && `Caller: ${name}`,
    phone && !isCustomer && contactPhone !== phone && `Caller’s phone: ${phone}`,
    email && !(isCustomer && address) && `Caller’s email: ${email}`,
  ].filter(Boolean)
  const description = [request.description, said.join("\n")].filter(Boolean).join("\n\n")
  return { ...request, description, ...(contactPhone && { contactPhone }) }
}
