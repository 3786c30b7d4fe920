import { index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { PICTURE_SIZES } from "@/lib/model/picture"
import { createdAt, id } from "./columns"
import { attachments } from "./requests"
import { fileHomeEnum } from "./uploads"

export const pictureSizeEnum = pgEnum("picture_size", PICTURE_SIZES)

/** Pictures made of attached photos, without what cameras write into them. Each is a file of its own. */
export const pictures = pgTable(
  "pictures",
  {
    /** Names its file, as the id of an attachment does. */
    id: id(),
    attachmentId: uuid("attachment_id")
      .notNull()
      .references(() => attachments.id, { onDelete: "cascade" }),
    size: pictureSizeEnum("size").notNull(),
    /** In pixels. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    bytes: integer("bytes").notNull(),
    home: fileHomeEnum("home").notNull(),
    sha256: text("sha256").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("pictures_by_attachment").on(t.attachmentId, t.size), index("pictures_by_home").on(t.home, t.id)],
)
