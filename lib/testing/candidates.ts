import type { Candidate } from "@/lib/dispatch/assignment/candidate"

/** Somebody as assignment sees them: there, with room, and able to do what the test is about. */
export const personOf = (number: number, traits: Partial<Candidate> = {}): Candidate => ({
  id: `p${number}`,
  number,
  name: `Person ${number}`,
  role: "staff",
  available: true,
  capacity: 8,
  categories: [],
  levels: {},
  areas: [],
  shift: undefined,
  onCall: undefined,
  absence: undefined,
  open: 0,
  weight: 0,
  emergencies: 0,
  turn: 0,
  ...traits,
})
