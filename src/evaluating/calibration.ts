/** A confidence, 0 to 1, and whether what it was said of was right. */
export type Prediction = { readonly confidence: number; readonly isRight: boolean }

/** The predictions with a confidence from `from` up to `to`; means are null when there are none. */
export type CalibrationBin = {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly meanConfidence: number | null
  readonly shareRight: number | null
}

/** How far confidences are probabilities. */
export type Calibration = {
  /** A reliability diagram: bins of equal width, from 0 to 1. */
  readonly bins: readonly CalibrationBin[]
  /** Expected calibration error: the mean distance of a bin's confidence from its share right, by the predictions in it. */
  readonly error: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The calibration of at least one prediction. */
export const calibrationOf = (predictions: readonly Prediction[], binCount = 10): Calibration => {
  const binOf = ({ confidence }: Prediction): number => Math.min(binCount - 1, Math.floor(confidence * binCount))
  const bins = Array.from({ length: binCount }, (_, at): CalibrationBin => {
    const own = predictions.filter((prediction) => binOf(prediction) === at)
    const isEmpty = own.length === 0
    return {
      from: at / binCount,
      to: (at + 1) / binCount,
      count: own.length,
      meanConfidence: isEmpty ? null : mean(own.map(({ confidence }) => confidence)),
      shareRight: isEmpty ? null : mean(own.map(({ isRight }) => (isRight ? 1 : 0))),
    }
  })
  const error = bins.reduce(
    (sum, { count, meanConfidence, shareRight }) =>
      sum + (count / predictions.length) * Math.abs((meanConfidence ?? 0) - (shareRight ?? 0)),
    0,
  )
  return { bins, error }
}
