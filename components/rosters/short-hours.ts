interface Hours {
  startsAt: string
  endsAt: string
}

/** Hours in as few letters as a cell has room for: "8:30–17", "22–6", "0–24". */
export const shortHours = ({ startsAt, endsAt }: Hours): string =>
  `${short(startsAt)}–${endsAt === "00:00" ? "24" : short(endsAt)}`

const short = (time: string): string => time.replace(/:00$/, "").replace(/^0(?=\d)/, "")
