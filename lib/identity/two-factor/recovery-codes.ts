import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { recoveryCodes } from "@/db/schema/credentials"
import { randomLetters } from "@/lib/runtime/random-code"

const HOW_MANY = 10

/** Three groups of five letters: 73 bits, which no list of hashes gives away. */
const newCode = () => Array.from({ length: 3 }, () => randomLetters(5)).join("-")

export const hashOf = (code: string): string =>
  createHash("sha256").update(code.replaceAll("-", "").toUpperCase()).digest("base64url")

/** Ten new codes in place of those there were. They are given out here and kept nowhere. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ codeHash: hashOf(code), accountId })))
  return codes
}
