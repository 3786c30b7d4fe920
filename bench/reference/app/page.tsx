import { connection } from "next/server"

/** A bare page. */
export default async function Page() {
  await connection()
  return <h1>Hello</h1>
}
