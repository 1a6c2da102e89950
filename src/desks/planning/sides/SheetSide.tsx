import { formatNumber } from '../../../i18n/format.ts'
import { segmentLength } from '../../../premises/geometry/segment.ts'
import type { Premises } from '../../../premises/model.ts'
import type { Drawing, OpenProject } from '../../../state/app.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Sheet, type SheetHeight } from '../../../ui/controls/Sheet.tsx'
import { useFollowing } from '../../../ui/useFollowing.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { Answer, AnswerLine } from '../answer/Answer.tsx'
import { DeskLegend } from '../DeskLegend.tsx'
import { ExitQuestion } from '../draw/ExitQuestion.tsx'
import { recordName } from '../names.ts'
import { PanelBody, PanelTabs, usePanelKey } from '../panels/SidePanel.tsx'
import { Selected } from './Selected.tsx'

/** A selection, or a panel asked for, brings the sheet up; it never goes down by itself. What is picked while drawing leaves it: the map is at work. */
export function useSheetHeight(): [SheetHeight, (height: SheetHeight) => void] {
  const selection = useApp((state) => (state.drawing ? null : state.view.selection))
  const panel = useApp((state) => state.panel)
  const asked = selection ?? (panel === 'answer' || panel === 'search' ? null : panel)
  return useFollowing<unknown, SheetHeight>(asked, (next, before = 'peek') =>
    next !== null && before === 'peek' ? 'half' : before,
  )
}

/** The panel of the narrow frame: lists, or what is selected, from below. */
export function SheetSide(props: {
  readonly project: OpenProject
  readonly height: SheetHeight
  readonly onHeight: (height: SheetHeight) => void
}) {
  const t = useT()
  const { project, height } = props
  const { premises } = project
  const selection = useApp((state) => state.view.selection)
  const drawing = useApp((state) => state.drawing)
  const picked = selection ?? drawing?.wall ?? null
  const current = usePanelKey()
  return (
    <Sheet
      height={height}
      onHeight={props.onHeight}
      label={t('planning.panel.label')}
      head={
        height === 'peek' || picked || current !== 'levels' ? (
          <div className="sheet-head">
            <AnswerLine premises={premises} />
            {drawing && height === 'peek' && <PickedLine premises={premises} drawing={drawing} />}
          </div>
        ) : null
      }
    >
      <div id="panel" tabIndex={-1}>
        {picked ? (
          <>
            <Button
              size="small"
              look="plain"
              onClick={() =>
                drawing ? actions.setDrawing({ picked: [], wall: null }) : actions.select(null)
              }
            >
              ‹ {t('planning.column.list')}
            </Button>
            <Selected premises={premises} record={selection} />
          </>
        ) : (
          <>
            <PanelTabs premises={premises} current={current} />
            {current === 'levels' && <Answer premises={premises} />}
            <ExitQuestion premises={premises} />
            <PanelBody premises={premises} current={current} legend={<DeskLegend project={project} />} />
          </>
        )}
      </div>
    </Sheet>
  )
}

/** What is picked, in one line, while the sheet is down: it holds more to say and to set. */
function PickedLine({ premises, drawing }: { readonly premises: Premises; readonly drawing: Drawing }) {
  const t = useT()
  const language = useLanguage()
  const { picked, wall } = drawing
  const [first] = picked
  if (!first && !wall) return null
  return (
    <p className="picked-line clip" data-testid="picked-line">
      {!first && wall
        ? t('drawing.wall.title', { length: segmentLength(wall) })
        : first && picked.length === 1
          ? recordName(premises, first)
          : t('drawing.picked.count', { count: formatNumber(picked.length, language, 0) })}
    </p>
  )
}
