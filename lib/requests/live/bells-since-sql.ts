import { type SQL, sql } from "drizzle-orm"
import { notifications } from "@/db/schema/notifications"

/** Somebody whose notifications were read, or who was told of an email that may report a danger. */
export interface WrittenBell {
  accountId: string
  /** How many they have not read, 100 at most. Null where theirs are what they were, and only an email came or went. */
  unread: number | null
  /** Whether an email came or went. */
  email: boolean
}

/** So many that changed since then are looked through for one account, wherever that says that it was. */
export const MOST_BELLS = 1000

/**
 * An SQL array of them in JSON: what was committed since a snapshot.
 * @param accountId the only one whose bell is read
 */
export const bellsSinceSql = (since: SQL, accountId?: string): SQL =>
  accountId === undefined ? allSql(since) : ownSql(since, accountId)

const unreadSql = (accountId: SQL) => sql`(
  select count(*)::int from (select from ${notifications} where ${notifications.accountId} = ${accountId}
    and ${notifications.readAt} is null limit 100) unread)`

const isBetweenSql = (since: SQL) => sql`${notifications.changedIn} is not null
  and ${notifications.changedIn} >= pg_snapshot_xmin(${since})
  and ${notifications.changedIn} < pg_snapshot_xmax(pg_current_snapshot())`

const allSql = (since: SQL) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('accountId', it.account_id, 'email', it.email, 'unread', ${unreadSql(sql`it.account_id`)}))
  from (
    select account_id, bool_or(mail_id is not null) as email from ${notifications}
    where ${isBetweenSql(since)} and not pg_visible_in_snapshot(${notifications.changedIn}, ${since})
    group by 1) it), '[]')`

/** A client names the snapshot, so that it may be any: the latest are looked through, and of more than that all is told. */
const ownSql = (since: SQL, accountId: string) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('accountId', ${accountId}::uuid, 'email', it.email,
    'unread', case when it.own then ${unreadSql(sql`${accountId}::uuid`)} end))
  from (
    select count(*) > ${MOST_BELLS} or bool_or(is_new and account_id = ${accountId}::uuid) as own,
      count(*) > ${MOST_BELLS} or bool_or(is_new and mail_id is not null) as email
    from (
      select account_id, mail_id, not pg_visible_in_snapshot(changed_in, ${since}) as is_new from ${notifications}
      where ${isBetweenSql(since)} order by changed_in desc limit ${MOST_BELLS + 1}) latest) it
  where it.own or it.email), '[]')`
