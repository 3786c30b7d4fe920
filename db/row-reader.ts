import { Column, type DriverValueDecoder, is, SQL } from "drizzle-orm"

type Fields = { [name: string]: unknown }
type Read = (row: unknown[], at: number) => unknown

/** A select of drizzle's query builder, typed by its rows. */
export interface SelectQuery<Row> extends PromiseLike<Row[]> {
  getSQL: () => SQL
  _: { selectedFields: unknown }
}

/**
 * Plans once how to make an object of a row, and returns the function that does it. Drizzle finds the decoder of each value
 * of each row again. A joined table's object is null when all of its fields are: there was no row to join.
 */
export function readerOf<Row>(fields: unknown): (row: unknown[]) => Row {
  const { read } = plan(fields as Fields)
  return (row) => read(row, 0) as Row
}

function plan(fields: Fields): { width: number; read: Read } {
  let width = 0
  const entries = Object.entries(fields).map(([name, field]) => {
    const inner = isLeaf(field) ? { width: 1, read: leaf(decoderOf(field)) } : group(field as Fields)
    const entry = { name, at: width, read: inner.read }
    width += inner.width
    return entry
  })
  const read: Read = (row, start) => {
    const made: Fields = {}
    for (const { name, at, read } of entries) made[name] = read(row, start + at)
    return made
  }
  return { width, read }
}

function group(fields: Fields) {
  const { width, read } = plan(fields)
  const isThere = (row: unknown[], start: number) => {
    for (let at = start; at < start + width; at++) if (row[at] !== null) return true
    return false
  }
  return { width, read: (row: unknown[], at: number) => (isThere(row, at) ? read(row, at) : null) }
}

const isLeaf = (field: unknown): field is Column | SQL => is(field, Column) || is(field, SQL)

const leaf =
  (decoder: DriverValueDecoder<unknown, unknown>): Read =>
  (row, at) =>
    row[at] === null ? null : decoder.mapFromDriverValue(row[at])

const decoderOf = (field: Column | SQL): DriverValueDecoder<unknown, unknown> =>
  is(field, Column) ? field : (field as unknown as { decoder: DriverValueDecoder<unknown, unknown> }).decoder
