import { db, one } from "@/db/client"
import { pushKeys } from "@/db/schema/notifications"
import { reseal, seal, unseal } from "@/lib/identity/auth/seal"
import { makePushKeys, type PushKeys } from "@/lib/platform/push/push-message"

/** The keys of this utility, made when they are asked for first. Browsers that know the public one take no other's messages. */
export async function readPushKeys(): Promise<PushKeys> {
  const [kept] = await db.select().from(pushKeys)
  const { publicKey, sealedPrivateKey } = kept ?? (await makeKeys())
  const resealed = reseal(sealedPrivateKey)
  if (resealed !== sealedPrivateKey) await db.update(pushKeys).set({ sealedPrivateKey: resealed })
  return { publicKey, privateKey: unseal(sealedPrivateKey) }
}

/** Of two processes that make them at the same time, the keys of one hold. */
async function makeKeys() {
  const { publicKey, privateKey } = makePushKeys()
  await db
    .insert(pushKeys)
    .values({ publicKey, sealedPrivateKey: seal(privateKey) })
    .onConflictDoNothing()
  return one(await db.select().from(pushKeys))
}
