import { useEffect, useRef, useState, type RefObject } from 'react'
import type { OpenProject } from '../../../state/app.ts'
import { Answer, AnswerLine } from '../answer/Answer.tsx'
import { DeskLegend } from '../DeskLegend.tsx'
import { ExitQuestion } from '../draw/ExitQuestion.tsx'
import { PanelBody, PanelTabs, usePanelKey } from '../panels/SidePanel.tsx'

/** The answer, and below it the lists; scrolled out of sight, the answer stays as one line above the tabs. */
export function ListSide({ project }: { readonly project: OpenProject }) {
  const { premises } = project
  const current = usePanelKey()
  const answer = useRef<HTMLDivElement>(null)
  const away = useAway(answer)
  return (
    <>
      <div ref={answer}>
        <Answer premises={premises} />
        <ExitQuestion premises={premises} />
      </div>
      <div className="side-head">
        {away && (
          <button type="button" className="answer-strip" onClick={() => answer.current?.scrollIntoView()}>
            <AnswerLine premises={premises} />
          </button>
        )}
        <PanelTabs premises={premises} current={current} />
      </div>
      <PanelBody premises={premises} current={current} legend={<DeskLegend project={project} />} />
    </>
  )
}

/** Whether an element is scrolled out of sight. */
function useAway(element: RefObject<HTMLElement | null>): boolean {
  const [away, setAway] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : false))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return away
}
