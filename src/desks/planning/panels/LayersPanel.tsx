import type { ReactNode } from 'react'
import type { LayerName, View } from '../../../state/app.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { CheckField } from '../../../ui/controls/fields.tsx'
import { useT } from '../../../ui/useT.ts'

const colours: readonly View['colourBy'][] = ['use', 'occupants', 'exit', 'time']
const layers: readonly LayerName[] = [
  'labels',
  'routes',
  'queues',
  'doors',
  'walls',
  'assembly',
  'surroundings',
]

/** What the map shows: the figure that colours the zones, its legend, and the layers. */
export function LayersPanel({ legend }: { readonly legend: ReactNode }) {
  const t = useT()
  const view = useApp((state) => state.view)
  return (
    <div className="layers-panel" data-testid="layers-panel">
      <fieldset>
        <legend>{t('planning.colour.title')}</legend>
        {colours.map((colour) => (
          <label key={colour} className="check">
            <input
              type="radio"
              name="colour-by"
              checked={view.colourBy === colour}
              data-testid={`colour-${colour}`}
              onChange={() => actions.setView({ colourBy: colour })}
            />
            <span>{t(`planning.colour.${colour}`)}</span>
          </label>
        ))}
      </fieldset>
      {legend}
      <fieldset>
        <legend>{t('planning.layer.title')}</legend>
        {layers.map((layer) => (
          <CheckField
            key={layer}
            label={t(`planning.layer.${layer}`)}
            checked={view.layers[layer]}
            onCommit={(on) => actions.setView({ layers: { ...view.layers, [layer]: on } })}
          />
        ))}
      </fieldset>
    </div>
  )
}
