import type { Highs } from 'highs'
import type { FlowNetwork } from '../../../workers/bound/flowNetwork.ts'

/**
 * The smallest horizon by linear programming, independent of the product's algorithm: for each horizon in turn the most
 * units that the explicit time expansion brings outside, by HiGHS.
 */
export function horizonByLinearProgram(highs: Highs, network: FlowNetwork, from: number, to: number): number {
  for (let horizon = from; horizon <= to; horizon++) {
    if (Math.abs(mostArrivals(highs, network, horizon) - network.total) < 1e-6) return horizon
  }
  return Number.POSITIVE_INFINITY
}

function mostArrivals(highs: Highs, network: FlowNetwork, horizon: number): number {
  const { nodes, arcs, sink, init, waitCap, from, to, travel, cap } = network
  const objective: string[] = []
  const balance = new Map<string, string[]>()
  const bounds: string[] = []
  const add = (v: number, t: number, term: string) => {
    if (v === sink) return
    const key = `${v}_${t}`
    const row = balance.get(key) ?? []
    row.push(term)
    balance.set(key, row)
  }
  for (let a = 0; a < arcs; a++) {
    for (let t = 0; t + (travel[a] ?? 0) <= horizon; t++) {
      const name = `f${a}_${t}`
      bounds.push(`0 <= ${name} <= ${cap[a]}`)
      add(from[a] ?? 0, t, `- ${name}`)
      add(to[a] ?? 0, t + (travel[a] ?? 0), `+ ${name}`)
      if (to[a] === sink) objective.push(name)
    }
  }
  for (let v = 0; v < nodes; v++) {
    if (v === sink) continue
    for (let t = 0; t < horizon; t++) {
      const name = `w${v}_${t}`
      bounds.push(`0 <= ${name} <= ${waitCap[v]}`)
      add(v, t, `- ${name}`)
      add(v, t + 1, `+ ${name}`)
    }
    // Those who never set out, so that a short horizon stays feasible.
    bounds.push(`0 <= s${v} <= ${init[v]}`)
    add(v, 0, `- s${v}`)
  }
  if (objective.length === 0) return 0
  const rows = [...balance].map(([key, terms], i) => {
    const [v, t] = key.split('_').map(Number)
    return `c${i}: ${terms.join(' ')} = ${t === 0 ? -(init[v ?? 0] ?? 0) : 0}`
  })
  const text = `Maximize\n obj: ${objective.join(' + ')}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`
  const solution = highs.solve(text)
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS says ${solution.Status}`)
  return solution.ObjectiveValue
}
