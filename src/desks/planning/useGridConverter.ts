import { useEffect, useState } from 'react'
import { gridConverter, type Grid, type GridConverter } from '../../premises/vn2000.ts'

/** The converter of a plane of VN-2000, fetched with its first use; null until it is there, or where none is asked for. */
export function useGridConverter(grid: Grid | null): GridConverter | null {
  const [made, setMade] = useState<{ readonly key: string; readonly converter: GridConverter } | null>(null)
  const { meridianDeg, zoneDeg } = grid ?? { meridianDeg: null, zoneDeg: null }
  const key = `${meridianDeg} ${zoneDeg}`
  useEffect(() => {
    if (meridianDeg === null || zoneDeg === null) return
    let isWanted = true
    void gridConverter({ meridianDeg, zoneDeg }).then(
      (converter) => isWanted && setMade({ key: `${meridianDeg} ${zoneDeg}`, converter }),
    )
    return () => {
      isWanted = false
    }
  }, [meridianDeg, zoneDeg])
  return made?.key === key ? made.converter : null
}
