// Where one is among the reports, and the ways from there: as links, and as steps the back button undoes.

import { useLocation, useRouter } from "@tanstack/react-router"
import { useMemo } from "react"
import { addressOf, placeOf, type ReportsPlace } from "./address.ts"

const GALLERY: ReportsPlace = { report: undefined, conversations: false, asked: {}, row: {}, open: undefined }

export function useReportsPlace() {
  const { history } = useRouter()
  // Both of one location: parameters of the route come a moment later, and would ask one report with another's filters.
  const { pathname, searchStr } = useLocation()
  return useMemo(() => {
    const [, workspace = "", , ...rest] = pathname.split("/")
    const place = placeOf(rest.join("/"), searchStr)
    const at = (changes: Partial<ReportsPlace>) => `/${workspace}/${addressOf({ ...place, ...changes })}`
    return {
      place,
      /** For a link to the place with some of it changed. */
      href: (changes: Partial<ReportsPlace>) => `#${at(changes)}`,
      gallery: `#/${workspace}/${addressOf(GALLERY)}`,
      go: (changes: Partial<ReportsPlace>) => history.push(at(changes)),
    }
  }, [history, pathname, searchStr])
}
