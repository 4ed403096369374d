// The way to every section: a list in groups, or one select where there is no room for it. A section in which the
// checker found something says so.

import { plural, t } from "@lingui/core/macro"
import { NativeSelect } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { useDraft } from "../draft/draft-context.tsx"
import { editorOf, useAdminGo, useAdminHref } from "./place.ts"
import styles from "./section-nav.module.css"
import { groups } from "./sections.ts"

export function SectionNav({ here }: { here: string }) {
  const roomy = useMediaQuery("(min-width: 900px)", true, { getInitialValueInEffect: false })
  const { check } = useDraft()
  const href = useAdminHref()
  const go = useAdminGo()
  const found = new Map<string, number>()
  for (const { path } of check.findings) {
    const [section = "yaml"] = editorOf(path)
    found.set(section, (found.get(section) ?? 0) + 1)
  }
  if (!roomy) {
    return (
      <div className={styles.select}>
        <NativeSelect
          aria-label={t`Section`}
          value={here}
          onChange={event => go(event.currentTarget.value)}
          data={groups.map(({ name, sections }) => ({
            group: name,
            items: sections.map(section => ({ value: section.path, label: section.name })),
          }))}
        />
      </div>
    )
  }
  return (
    <nav aria-label={t`Administration`} className={styles.nav}>
      {groups.map(group => (
        <div key={group.name}>
          <h2 className={styles.group}>{group.name}</h2>
          <ul className={styles.list}>
            {group.sections.map(({ path, name }) => {
              const count = found.get(path)
              return (
                <li key={path}>
                  <a
                    href={href(path)}
                    className={styles.link}
                    aria-current={path === here ? "page" : undefined}
                  >
                    <span>{name}</span>
                    {count !== undefined && (
                      <span className={styles.count}>
                        <span aria-hidden="true">{count}</span>
                        <span className="hidden">
                          {plural(count, { one: "# finding", other: "# findings" })}
                        </span>
                      </span>
                    )}
                  </a>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}
