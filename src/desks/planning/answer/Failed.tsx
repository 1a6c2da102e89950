import { RotateCw } from 'lucide-react'
import type { Message } from '../../../premises/message.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { MessageText } from '../../../ui/shell/Notices.tsx'
import { useT } from '../../../ui/useT.ts'

/** A computing that has failed: what happened, and the offer to run it again. */
export function Failed({ error }: { readonly error: Message }) {
  const t = useT()
  return (
    <div className="notice error flat" role="alert">
      <div className="stack">
        <MessageText message={error} />
        <div>
          <Button
            size="small"
            icon={<RotateCw size={16} aria-hidden />}
            data-testid="run-again"
            onClick={() => actions.recompute()}
          >
            {t('faults.again')}
          </Button>
        </div>
      </div>
    </div>
  )
}
