import type { Readable } from "node:stream"
import type { FileHome } from "@/lib/model/attachment"

/**
 * Where in a home a file is: in its place, put aside because no row names it any more, or sent for an upload and not judged
 * yet.
 */
export type Shelf = "files" | "quarantine" | "incoming"

/** What is known of a file that was received, and has to be true of what a home keeps. */
export interface Received {
  bytes: number
  /** Of its content, in hexadecimal letters. */
  sha256: string
}

/** Bytes of a file, from the first to the last, both among them and counted from 0. */
export interface ByteRange {
  first: number
  last: number
}

/** A place that keeps files. Each belongs to one installation, which its marker names. */
export interface HomeOfFiles {
  name: FileHome
  /** How an operator finds it. */
  where(): string
  /**
   * Moves the file that was received at `incomingPathOf(id)` into its place, whole or not at all, so that it survives a
   * crash of the machine.
   */
  settle(id: string, received: Received): Promise<void>
  /**
   * An address that takes what is sent for an upload: of exactly this type and length, for so many seconds. Nothing where
   * files only come in through the app.
   */
  sendingAddressOf(id: string, sent: { bytes: number; mediaType: string }, seconds: number): Promise<string | undefined>
  /** Keeps the file that was received at `incomingPathOf(received)` as what was sent for an upload. */
  keepSent(id: string, received: string, is: Received): Promise<void>
  /**
   * Puts a copy of what was sent for an upload in place under another id, where no address of the sender leads, and counts
   * its age from now. Returns false when nothing was sent.
   */
  takeSent(id: string, fileId: string): Promise<boolean>
  /** Deletes what was sent for an upload. */
  removeSent(id: string): Promise<void>
  /** A stream of all of a file, or of a part that it has, which the caller must close; nothing when there is no such file. */
  open(id: string, shelf: Shelf, part?: ByteRange): Promise<Readable | undefined>
  has(id: string, shelf: Shelf): Promise<boolean>
  /** Whether the file is there and can be read by this process. */
  canRead(id: string, shelf: Shelf): Promise<boolean>
  /**
   * An address at which whoever has it can fetch a file for a minute, to be saved under a name and never shown. Nothing
   * where files are only reached through the app, and when there is no such file.
   */
  addressOf(id: string, as: { name: string; mediaType: string }): Promise<string | undefined>
  /** Moves a file, and counts its age from now when it goes into quarantine. Returns false when there is none. */
  move(id: string, from: Shelf, to: Shelf): Promise<boolean>
  /** Deletes a file from all shelves for good. */
  remove(id: string): Promise<void>
  /** Yields the ids of files, 500 at a time, so that memory does not grow with the store. */
  list(shelf: Shelf): AsyncGenerator<string[]>
  /**
   * Returns the ids, among these, of files last written before a moment (milliseconds since 1970). A missing file does not
   * count as old.
   */
  olderThan(before: number, ids: string[], shelf: Shelf): Promise<string[]>
  /** Returns the installation that the home belongs to, if that was marked. */
  readMarker(): Promise<string | undefined>
  /** Marks it as an installation's. Does not replace an existing marker unless told to. */
  writeMarker(id: string, replace: boolean): Promise<void>
  /** Whether files can be written at this moment. */
  canWrite(): Promise<boolean>
}
