export const sentenceWeights: readonly number[] = [
  3.22, 0.11, 1.17, 1.21, 5.98, 3.33, 4.33, 0, 4.15, -0.8, 0.78, 1, -0.95, 0, -0.8, 0.3, 0.72, 0,
]
export const confidenceWeights: readonly number[] = [
  -7.53, 1.48, 3.94, 0.12, 0.74, 1.86, -0.4, 1.08, 4.24, -0.44, 0.4, 1.14, 1.35, -0.44,
]
export const silenceBelow = 0.3
