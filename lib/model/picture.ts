/** The pictures that are made of a photo: one for lists, one to look at. */
export const PICTURE_SIZES = ["small", "large"] as const
export type PictureSize = (typeof PICTURE_SIZES)[number]

/** The longer edge of each at most, in pixels. */
export const PICTURE_EDGES: Record<PictureSize, number> = { small: 320, large: 1600 }

export const PICTURE_TYPE = "image/webp"

/** Whether the pictures of a file have been made, or it has none. Undecided is null. */
export const PICTURE_STATES = ["made", "none"] as const
export type PictureState = (typeof PICTURE_STATES)[number]

/** Whether pictures can be made of a file of this type. */
export const isPhoto = (mediaType: string): boolean => mediaType.startsWith("image/")

/** How the copy of a photo is called. */
export const nameOfCopy = (name: string): string => `${name.replace(/\.\w{1,5}$/, "")}.webp`
