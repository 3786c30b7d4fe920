import { randomInt, randomUUID } from "node:crypto"
import { DEMO_PASSWORD, PEOPLE } from "@/lib/demo/people"

export interface Person {
  name: string
  email: string
  phone: string
  password: string
}

function demo(name: string): Person {
  const person = PEOPLE.find((it) => it.name.startsWith(name))
  if (!person) throw new Error(`Nobody called ${name} lives in the demo world.`)
  return { ...person, password: DEMO_PASSWORD }
}

export const AMARA = demo("Amara")
export const DANIEL = demo("Daniel")
export const PRIYA = demo("Priya")
export const TOM = demo("Tom")
export const GRACE = demo("Grace")
export const MARCUS = demo("Marcus")
export const SUPERVISOR = demo("Helen")
export const ADMINISTRATOR = demo("Alex")

export const PREMISES = {
  line1: "7 Chapel Row",
  town: "Leeds",
  postcode: "LS2 8JT",
  mprn: "1234567890",
  meterSerial: "E6S-22110",
}

/** Premises like those, of nobody else: emergencies at one place are one. */
export const somewhere = () => ({
  ...PREMISES,
  line1: `${randomInt(1, 1_000_000)} Chapel Row`,
  mprn: String(randomInt(1_000_000_000, 9_999_999_999)),
})

/** Somebody nobody has met: tests that change an account bring their own. */
export function newPerson(given: Partial<Person> = {}): Person {
  const id = randomUUID().slice(0, 8)
  return {
    name: `Newcomer ${id}`,
    email: `${id}@example.org`,
    phone: "0151 496 0000",
    password: "correct horse battery",
    ...given,
  }
}

/** Where somebody connects from, as a trusted proxy reports it: how often one address may try is counted. */
export const someAddress = (): string => `198.18.${randomInt(256)}.${randomInt(1, 255)}`
