import type { Hazard } from "@/lib/model/hazard"

export const FOREIGN_WORDS: readonly (readonly [string, Hazard])[] = [
  ["gaz", "gas"],
  ["gas", "gas"],
  ["gás", "gas"],
  ["газ", "gas"],
  ["газом", "gas"],
  ["газа", "gas"],
]
