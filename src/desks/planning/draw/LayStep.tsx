import { ChevronLeft } from 'lucide-react'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import type { LayMethod, StepProps } from './laying.ts'
import { LengthStep } from './LengthStep.tsx'
import { PaperStep } from './PaperStep.tsx'
import { PointsStep } from './PointsStep.tsx'
import { WallStep } from './WallStep.tsx'

/** One way, step by step, with the way back. */
export function LayStep({ method, ...step }: StepProps & { readonly method: LayMethod }) {
  const t = useT()
  return (
    <section className="lay-step" aria-label={t(`underlayPanel.method.${method}.title`)}>
      <header className="row">
        <Button
          look="plain"
          size="small"
          icon={<ChevronLeft size={18} aria-hidden />}
          label={t('underlayPanel.back')}
          data-testid="lay-back"
          onClick={step.onDone}
        />
        <h3>{t(`underlayPanel.method.${method}.title`)}</h3>
      </header>
      {method === 'length' && <LengthStep {...step} />}
      {method === 'points' && <PointsStep {...step} />}
      {method === 'paper' && <PaperStep {...step} />}
      {method === 'wall' && <WallStep {...step} />}
    </section>
  )
}
