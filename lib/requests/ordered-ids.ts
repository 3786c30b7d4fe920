import type { SQL } from "drizzle-orm"
import { dueIdsSql, someDueSql } from "./due-order"
import { idsByIndexSql, someByIndexSql } from "./ids-by-index"
import type { List } from "./list-conditions"
import { isByDue } from "./list-order"

/** The first ids of a list in its order, with what orders them. */
export const orderedIdsSql = (list: List, rows: SQL): SQL =>
  isByDue(list.order) ? dueIdsSql(list, rows) : idsByIndexSql(list, rows)

/** As many of a list's rows as there are, up to so many, in any order. */
export const someRowsSql = (list: List, rows: SQL): SQL =>
  isByDue(list.order) ? someDueSql(list, rows) : someByIndexSql(list, rows)
