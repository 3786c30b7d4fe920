import { randomBytes } from "node:crypto"
import postgres from "postgres"
import { v7 } from "uuid"

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 16 })

/**
 * The least that filing can be: nothing is judged, nobody is chosen, and the request is written with its events and read
 * again, in two statements. Its premises are those of another request.
 */
export async function POST(request: Request) {
  const { customerId, assigneeId, premisesId, premises, title, description } = await request.json()
  const id = v7()
  const reference = `GR-${randomBytes(5).toString("hex").toUpperCase().slice(0, 9)}`
  await sql`
    with filed as (
      insert into service_requests
        (id, reference, customer_id, assignee_id, category, priority, title, description, premises, premises_id, contact_preference)
      values (${id}, ${reference}, ${customerId}, ${assigneeId}, 'meter_fault', 'normal', ${title}, ${description},
        ${sql.json(premises)}, ${premisesId}, 'phone') returning id)
    insert into request_events (request_id, kind, data, visible_to_customer)
    select id, kind::event_kind, ${sql.json({ category: "meter_fault" })}, true from filed, (values ('filed'), ('assigned')) kinds (kind)`
  const [row = {}] = await sql`select * from service_requests where id = ${id}`
  return Response.json(row, { status: 201 })
}
