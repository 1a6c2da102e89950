import { useState } from 'react'
import type { OpenProject } from '../../../state/app.ts'
import { useApp } from '../../../ui/app.ts'
import { TabPanel, Tabs } from '../../../ui/controls/Tabs.tsx'
import { useFollowing } from '../../../ui/useFollowing.ts'
import { useT } from '../../../ui/useT.ts'
import { AnswerLine } from '../answer/Answer.tsx'
import { isBesideMap } from '../draw/besideMap.ts'
import { ExitQuestion } from '../draw/ExitQuestion.tsx'
import { Beside } from './Beside.tsx'
import { ListSide } from './ListSide.tsx'

/** One column for both: what there is, and what is selected. A selection, or a tool that asks for much, brings its tab up. */
export function ColumnSide({ project }: { readonly project: OpenProject }) {
  const t = useT()
  const { premises } = project
  const selection = useApp((state) => state.view.selection)
  const drawing = useApp((state) => state.drawing)
  const asking = drawing && isBesideMap(drawing.tool) ? drawing.tool : null
  const [tab, setTab] = useTabOf(asking ?? selection ?? drawing?.wall ?? null)
  return (
    <aside id="panel" className="side" aria-label={t('planning.panel.label')} tabIndex={-1}>
      <Tabs
        name="column"
        label={t('planning.panel.label')}
        tabs={[
          { key: 'list', label: t('planning.column.list') },
          { key: 'details', label: t('planning.column.details') },
        ]}
        current={tab}
        onChange={setTab}
      />
      <TabPanel name="column" current={tab} className="column-body">
        {tab === 'list' ? (
          <ListSide project={project} />
        ) : (
          (drawing || selection) && (
            <>
              <button type="button" className="answer-strip" onClick={() => setTab('list')}>
                <AnswerLine premises={premises} />
              </button>
              {!asking && <ExitQuestion premises={premises} folded />}
              <Beside premises={premises} record={selection} />
            </>
          )
        )}
        {tab === 'details' && !selection && !drawing && (
          <p className="quiet zone-none">{t('planning.column.nothing')}</p>
        )}
      </TabPanel>
    </aside>
  )
}

/** Details of what is selected from the moment it is, and the list from the moment a panel is asked for. */
function useTabOf(selection: unknown): ['list' | 'details', (tab: 'list' | 'details') => void] {
  const asked = useApp((state) => state.panelAsked)
  const [tab, setTab] = useFollowing(selection, (next): 'list' | 'details' => (next ? 'details' : 'list'))
  const [seen, setSeen] = useState(asked)
  if (seen !== asked) {
    setSeen(asked)
    setTab('list')
  }
  return [tab, setTab]
}
