import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { recoveryCodes } from "@/db/schema/credentials"
import { randomCode } from "@/lib/runtime/random-code"

const HOW_MANY = 10

/** A code of three groups of five letters: 73 random bits, too many to find by hashing guesses. */
const newRecoveryCode = () => Array.from({ length: 3 }, () => randomCode(5)).join("-")

/** The hash by which a recovery code is found, however its letters and hyphens are typed. */
export const hashRecoveryCode = (code: string): string =>
  createHash("sha256").update(code.replaceAll("-", "").toUpperCase()).digest("base64url")

/** Replaces an account's recovery codes and returns the ten new ones. Only their hashes are stored. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ codeHash: hashRecoveryCode(code), accountId })))
  return codes
}
