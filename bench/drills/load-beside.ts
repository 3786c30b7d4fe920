import { fileRequest } from "./customer"

let houses = 0

/** Files and moves for so many seconds, each lane as fast as it is answered. Gives how many a second. */
export async function fileAndMove(
  address: string,
  lanes: readonly Record<string, string>[],
  mover: Record<string, string>,
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(
    lanes.map(async (headers) => {
      while (performance.now() < end) {
        const { id, status } = await fileRequest(address, headers, "maintenance", `${++houses} Live Street`)
        if (!id) throw new Error(`Filing was answered by ${status}.`)
        const moved = await fetch(`${address}/api/v1/requests/${id}/status`, {
          method: "PUT",
          headers: { ...mover, "content-type": "application/json" },
          body: JSON.stringify({ to: "cancelled", note: "For the drill.", version: 1 }),
        })
        if (!moved.ok) throw new Error(`Moving was answered by ${moved.status}: ${await moved.text()}`)
        await moved.arrayBuffer()
        done += 2
      }
    }),
  )
  return done / seconds
}
