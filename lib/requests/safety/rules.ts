import type { Hazard } from "@/lib/model/hazard"
import { bitsOf } from "./concept"

interface Near {
  bits: number
  within: number
  sameSentence: boolean
}

export interface HazardRule {
  hazard: Hazard
  /** The word that says that something is wrong. */
  sign: number
  /** Another meaning that must occur within so many words. */
  near?: Near
  /** A third meaning that must occur as well. */
  also?: Near
  /** A meaning within so many words that makes the sign ordinary, unless a word of `unless` is nearer. */
  against?: { bits: number; within: number; unless: number }
  /** Reasons to speak of it while it is silent; nothing against it once it sounds. */
  silent?: number
}

const GAS_PLACES = bitsOf("gas", "pipe", "appliance")

/** Rules that recognise a danger, the most certain first. */
export const HAZARD_RULES: readonly HazardRule[] = [
  { hazard: "gas", sign: bitsOf("stench") },
  { hazard: "gas", sign: bitsOf("reek", "smell"), near: around(bitsOf("gas"), 15) },
  {
    hazard: "gas",
    sign: bitsOf("reek", "smell"),
    near: around(GAS_PLACES | bitsOf("leak", "hiss"), 25),
    against: { bits: bitsOf("odour"), within: 8, unless: GAS_PLACES },
  },
  {
    hazard: "gas",
    sign: bitsOf("reek"),
    against: { bits: bitsOf("odour", "money"), within: 12, unless: bitsOf("gas") },
  },
  { hazard: "gas", sign: bitsOf("leak"), against: { bits: bitsOf("water"), within: 8, unless: bitsOf("gas") } },
  { hazard: "gas", sign: bitsOf("escape"), near: inSentence(bitsOf("gas"), 5) },
  {
    hazard: "gas",
    sign: bitsOf("hiss"),
    near: inSentence(GAS_PLACES | bitsOf("leak"), 15),
    against: { bits: bitsOf("water"), within: 15, unless: GAS_PLACES },
  },
  {
    hazard: "gas",
    sign: bitsOf("strike"),
    near: inSentence(bitsOf("pipe"), 8),
    against: { bits: bitsOf("water", "cover"), within: 8, unless: bitsOf("pipe") },
  },
  { hazard: "gas", sign: bitsOf("explosion"), against: { bits: bitsOf("money"), within: 8, unless: GAS_PLACES } },
  {
    hazard: "carbon_monoxide",
    sign: bitsOf("monoxide"),
    near: inSentence(bitsOf("alarm", "sounding", "poison", "leak", "reek"), 8),
    silent: bitsOf("upkeep"),
  },
  { hazard: "gas", sign: bitsOf("sounding"), near: inSentence(bitsOf("alarm"), 8), also: inSentence(bitsOf("gas"), 5) },
  { hazard: "carbon_monoxide", sign: bitsOf("sounding"), near: inSentence(bitsOf("alarm"), 8) },
  {
    hazard: "carbon_monoxide",
    sign: bitsOf("ill"),
    near: around(GAS_PLACES, 30),
    against: { bits: bitsOf("money"), within: 10, unless: GAS_PLACES },
  },
  {
    hazard: "carbon_monoxide",
    sign: bitsOf("ill"),
    near: inSentence(bitsOf("household"), 10),
    against: { bits: bitsOf("money"), within: 10, unless: GAS_PLACES },
  },
  { hazard: "carbon_monoxide", sign: bitsOf("faint") },
  { hazard: "gas", sign: bitsOf("threat") },
  { hazard: "carbon_monoxide", sign: bitsOf("flame"), near: inSentence(bitsOf("yellow"), 6) },
  { hazard: "carbon_monoxide", sign: bitsOf("soot"), near: around(bitsOf("appliance", "flame", "gas"), 15) },
]

/** All signs of all rules as one bit set. A repair or a question is about one of these. */
export const SIGNS = HAZARD_RULES.reduce((bits, { sign }) => bits | sign, 0)

function around(bits: number, within: number): Near {
  return { bits, within, sameSentence: false }
}

function inSentence(bits: number, within: number): Near {
  return { bits, within, sameSentence: true }
}
