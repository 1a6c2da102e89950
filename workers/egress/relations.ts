import data from '../../data/hydraulic.json'

/**
 * The relations of the hydraulic model (Nelson–Mowrer; Gwynne and Rosenbaum, SFPE Handbook 5th ed., ch. 59). Density D in
 * persons per square metre of effective area, speed S in m/s, specific flow Fs in persons per second and metre of
 * effective width, k the speed coefficient of the component in m/s.
 */

/** a of S = k (1 − a D), square metres per person. */
export const densityCoefficient = data.speed.densityCoefficient.value

/** k of corridors, aisles, ramps and doorways. */
export const levelK = data.speed.levelK.value

/** Greatest speed as a share of k. */
export const freeShare = data.speed.freeShare.value

/** Density at which nobody walks in any more: 1/a = 3.76. */
export const jamDensity = 1 / densityCoefficient

/** Density of the greatest flow: 1/(2a) = 1.88. */
export const criticalDensity = jamDensity / 2

/** Density below which S = 0.85 k: 0.15/a = 0.564. */
export const thinDensity = (1 - freeShare) * jamDensity

/** Greatest flow of a cell per step, as a share of its persons at jam density: k/(4a) We Δt, L = 0.85 k Δt. */
export const mostShare = 0.25 / freeShare

/** Unhindered walking speed, m/s. */
export function freeSpeed(k: number): number {
  return freeShare * k
}

/** Fsm = k/(4a), greatest specific flow: 1.3158 for k = 1.40. */
export function maxSpecificFlow(k: number): number {
  return k / (4 * densityCoefficient)
}

/** S = min(0.85 k, k (1 − a D)), never below 0. */
export function speedAt(k: number, density: number): number {
  return Math.max(0, k * Math.min(freeShare, 1 - densityCoefficient * density))
}

/** Fs = S D. */
export function specificFlow(k: number, density: number): number {
  return speedAt(k, density) * density
}

/** Coefficient of a stair: 0.863 sqrt(G/R), tread G and riser R in the same unit; upward a share of it. */
export function stairK(treadM: number, riserM: number, up = false): number {
  return data.speed.stairK.value * Math.sqrt(treadM / riserM) * (up ? data.speed.upShare.value : 1)
}

/** What leaves a transition towards one component. */
export interface Transition {
  /** Flow into the component, persons per second. */
  readonly flowPerS: number
  readonly specificFlow: number
  readonly densityPerM2: number
  readonly speed: number
  /** Persons per second that join the queue before it; 0 where it takes all. */
  readonly queuePerS: number
}

/**
 * Transition at a change of component: all flows that come in (persons per second, summed: n → 1), against one component
 * of coefficient `k` and effective width. Below its capacity the uncongested root, D = [1 − sqrt(1 − 4 a Fs/k)]/(2a), and
 * where that would exceed 0.85 k (thin flow) S = 0.85 k, D = Fs/(0.85 k). Above, Fsm, and a queue.
 */
export function transition(inPerS: number, k: number, effectiveWidthM: number): Transition {
  const most = maxSpecificFlow(k)
  const asked = inPerS / effectiveWidthM
  if (asked > most) {
    const flowPerS = most * effectiveWidthM
    return {
      flowPerS,
      specificFlow: most,
      densityPerM2: criticalDensity,
      speed: speedAt(k, criticalDensity),
      queuePerS: inPerS - flowPerS,
    }
  }
  const a = densityCoefficient
  const root = (1 - Math.sqrt(Math.max(0, 1 - (4 * a * asked) / k))) / (2 * a)
  const thin = root < thinDensity
  const density = thin ? asked / freeSpeed(k) : root
  return {
    flowPerS: inPerS,
    specificFlow: asked,
    densityPerM2: density,
    speed: thin ? freeSpeed(k) : k * (1 - a * root),
    queuePerS: 0,
  }
}

/** Flow of one component split over several, by shares that add up to 1 (1 → n: the exit-choice rule gives the shares). */
export function split(flowPerS: number, shares: readonly number[]): readonly number[] {
  return shares.map((share) => flowPerS * share)
}

/** Time for P persons to pass a component of the given capacity, seconds: tp = P/Fc. */
export function passageTimeS(persons: number, capacityPerS: number): number {
  return persons / capacityPerS
}
