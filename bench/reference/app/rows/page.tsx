import postgres from "postgres"

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 4 })

interface Props {
  searchParams: Promise<{ count?: string }>
}

/** So many rows of ten columns from PostgreSQL, in plain markup: what a list of requests says, and nothing else. */
export default async function Page({ searchParams }: Props) {
  const { count = "50" } = await searchParams
  const rows = await sql<Record<string, string>[]>`
    select r.id, reference, title, category, priority, status, c.name, r.premises ->> 'line1' as street, s.name as assignee, r.created_at::text as sent
    from service_requests r join accounts c on c.id = customer_id left join accounts s on s.id = assignee_id
    order by r.id desc limit ${Number(count)}`
  return (
    <table>
      <tbody>
        {rows.map(({ id, reference, ...row }) => (
          <tr key={id}>
            <td>
              <a href={`/requests/${id}`}>{reference}</a>
            </td>
            {Object.entries(row).map(([name, value]) => (
              <td key={name}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
