import type { CallerPlace } from "@/lib/requests/callers/contract"
import type { RequestToFile } from "@/lib/requests/contract"
import type { Call } from "./contract"

/**
 * Which of the caller's places it is about; undefined for an address that is typed, or has to be asked for. Whoever is
 * chosen by their number stands on the page with their home, which is meant where no other address is typed.
 */
export function placeChosen(call: Call, places: readonly CallerPlace[]): RequestToFile["premises"] | undefined {
  const isByNumber = call.known !== undefined && call.place === undefined && !call.premises?.line1
  return (places.find(({ name }) => name === call.place) ?? (isByNumber ? places[0] : undefined))?.premises
}

/** What is wrong where the page offers places, and neither one of them nor another address is chosen. */
export const placeToChoose = ({ place, premises }: Call, places: readonly CallerPlace[]) =>
  places.length > 0 && place !== "new" && !premises?.line1 ? { place: "Choose where it is" } : undefined
