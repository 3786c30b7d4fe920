import postgres from "postgres"

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 16 })

/**
 * The least that an update of a status can be: who asks is not looked up, nothing is checked, and the request is read,
 * written with its event and read again, in three statements.
 */
export async function PUT(request: Request) {
  const { id, to, version } = await request.json()
  await sql`select * from service_requests where id = ${id}`
  await sql`
    with moved as (
      update service_requests set status = ${to}, version = version + 1, updated_at = now()
      where id = ${id} and version = ${version} returning id)
    insert into request_events (request_id, kind, data, visible_to_customer)
    select id, 'moved', ${sql.json({ to })}, true from moved`
  const [row = {}] = await sql`select * from service_requests where id = ${id}`
  return Response.json(row)
}
